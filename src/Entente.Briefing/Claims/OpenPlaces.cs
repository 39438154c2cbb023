using System.Collections.Immutable;
using Entente.Models.Figures;
using Entente.World.Figures;

namespace Entente.Briefing.Claims;

/// <summary>Places of a claims file that a person has still to fill, marked with a question mark: such a claim cannot be checked, the rest of the file can.</summary>
public static class OpenPlaces
{
    /// <summary>What stands where something is to be filled.</summary>
    public const string Mark = "?";

    /// <summary>What of a part is to be filled: names of parameters, and "comparison".</summary>
    public static ImmutableArray<string> Of(ClaimPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return
        [
            .. part.Request.Parameters.Where(parameter => parameter.Value == Mark).Select(parameter => $"parameter {parameter.Key}"),
            .. part.Comparison.Wording.Trim() == Mark ? ["comparison"] : Array.Empty<string>(),
        ];
    }

    /// <summary>The result of a part with open places.</summary>
    internal static PartResult Result(ClaimPart part, ImmutableArray<string> open)
    {
        var definition = FigureCatalogue.Find(part.Request.Key);
        var why = $"{string.Join(", ", open)} {(open.Length == 1 ? "is" : "are")} to be filled";
        var figure = new Figure(definition.Title, double.NaN, definition.Unit, null, Basis.Measured, new Provenance([], part.Request.ToString(), Coverage.Of("not asked for")));
        var answer = new FigureAnswer(definition, [.. part.Request.Parameters.Select(parameter => (parameter.Key, parameter.Value))], "", figure, []) { WhyMissing = why };
        return new PartResult(part, answer, [], ClaimVerdict.CannotBeChecked, $"{char.ToUpperInvariant(why[0])}{why[1..]}.");
    }
}
