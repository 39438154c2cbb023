using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <summary>What the list of sources says of each.</summary>
internal static class SourceWords
{
    /// <summary>The fields that are filled, in the order in which they are shown.</summary>
    public static IEnumerable<(string Label, string Text)> Of(Source source) =>
        new[] { ("Edition", source.Edition), ("Licence", source.Licence), ("Coverage", source.Coverage), ("Cite as", source.Citation) }.Where(field => !string.IsNullOrWhiteSpace(field.Item2));
}

/// <summary>The basis of a figure in a word.</summary>
internal static class BasisWords
{
    public static string Of(Basis basis) => basis switch
    {
        Basis.Measured => "measured",
        Basis.Modelled => "modelled",
        Basis.Judgement => "judgement",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "There are three bases."),
    };
}
