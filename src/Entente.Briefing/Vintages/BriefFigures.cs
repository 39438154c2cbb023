using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Entente.Briefing.Claims;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Briefing;

/// <summary>A figure of a brief, as it is kept to be compared with a later brief.</summary>
/// <param name="Key">Key that stays when data are renewed: group and name, without years.</param>
/// <param name="Group">Where it stands in the brief.</param>
/// <param name="Label">What it is.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">The value; NaN where it is missing.</param>
/// <param name="Low">Lower end of the 90 % interval, or NaN.</param>
/// <param name="High">Upper end, or NaN.</param>
/// <param name="Error">Monte Carlo error, or NaN where the figure comes from no draws.</param>
public sealed record BriefFigure(string Key, string Group, string Label, Unit Unit, double Value, double Low, double High, double Error);

/// <summary>A source of a brief with its vintage.</summary>
/// <param name="Key">Key of the catalog.</param>
/// <param name="Title">Publisher and title.</param>
/// <param name="Edition">The vintage.</param>
public sealed record BriefSource(string Key, string Title, string Edition);

/// <summary>All figures and sources of a brief: what an HTML brief carries in its head, and what a later one is compared with.</summary>
/// <param name="Kind">"strategy", "what-if" or "claims".</param>
/// <param name="Subject">Key of the strategy or what-if, or title of the claims.</param>
/// <param name="Title">Its title.</param>
/// <param name="Program">Version of the program.</param>
/// <param name="Draws">Draws.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Figures">Figures, in the order of the brief.</param>
/// <param name="Sources">Sources, in the order of the brief.</param>
public sealed record BriefFigures(string Kind, string Subject, string Title, string Program, int Draws, ulong Seed, ImmutableArray<BriefFigure> Figures, ImmutableArray<BriefSource> Sources)
{
    private static readonly Regex Year = new(@"\b(1[89]|20)\d\d\b", RegexOptions.CultureInvariant);

    /// <summary>The figures of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">Version to note.</param>
    public static BriefFigures Of(Assessment assessment, BriefOptions? options = null) => Vintages.BriefFiguresFile.Parse(AssessmentJson.Write(assessment, options), "the assessment");

    /// <summary>The figures of a what-if.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="options">Version to note.</param>
    public static BriefFigures Of(WhatIfAnswer answer, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var figures = ImmutableArray.CreateBuilder<BriefFigure>();
        foreach (var variant in answer.Variants)
        {
            if (double.IsFinite(variant.PartnerShare.Median)) figures.Add(From(variant.Name, $"{answer.Partner}'s share of trade", Unit.Share, variant.PartnerShare));
            foreach (var economy in variant.Economies)
            {
                figures.Add(From(variant.Name, $"real income of {economy.Name}", Unit.RelativeChange, economy.RealIncome));
                if (economy.Name == answer.Target) figures.Add(From(variant.Name, $"income of {economy.Name} a year", Unit.BillionUsd, economy.BillionUsd));
            }
        }

        return new("what-if", answer.Question.Key, answer.Question.Title, (options ?? BriefOptions.Default).VersionText, answer.Draws, answer.Seed, Unique(figures), [.. answer.Sources.Select(From)]);
    }

    /// <summary>The figures of checked claims: of each part the value as asked.</summary>
    /// <param name="check">The checked claims.</param>
    /// <param name="options">Version to note.</param>
    public static BriefFigures Of(ClaimsCheck check, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(check);
        var figures = check.Results.SelectMany(result => result.Parts.Select(part => part.Answer.Figure).Where(figure => !figure.IsMissing).Select(figure =>
            new BriefFigure(KeyOf(result.Claim.Key, figure.Label), result.Claim.Key, figure.Label, figure.Unit, figure.Value, figure.Interval?.Low ?? double.NaN, figure.Interval?.High ?? double.NaN, double.NaN)));
        return new("claims", Slug.Of(check.File.Title), check.File.Title, (options ?? BriefOptions.Default).VersionText, 0, 0, Unique(figures), [.. check.Sources.Select(From)]);
    }

    /// <summary>The figures of a brief that was written before: an HTML brief, the JSON of <c>brief --json</c>, or that of <c>assess --json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="World.InvalidInputException">The file is missing, too large, or holds no figures of a brief.</exception>
    public static BriefFigures Read(string path) => Vintages.BriefFiguresFile.Read(path);

    /// <summary>Writes the fields of the shape "entente.brief-figures/1" into an object that is open.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="figures">The figures.</param>
    public static void Write(System.Text.Json.Utf8JsonWriter json, BriefFigures figures)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(figures);
        Vintages.BriefFiguresFile.Write(json, figures);
    }

    internal static BriefFigure From(string group, string label, Unit unit, Spread spread, bool median = true) =>
        new(KeyOf(group, label), group, label, unit, median ? spread.Median : spread.Mean, spread.Low, spread.High, spread.MonteCarloError);

    internal static BriefSource From(Source source) => new(source.Key, source.Publisher.Length == 0 ? source.Title : $"{source.Publisher}: {source.Title}", source.Edition);

    /// <summary>A key without years: "share in 2023" is the same figure a year later.</summary>
    internal static string KeyOf(string group, string label) => $"{Slug.Of(Year.Replace(group, ""))}/{Slug.Of(Year.Replace(label, ""))}";

    // Two figures of one key could not be told apart later.
    internal static ImmutableArray<BriefFigure> Unique(IEnumerable<BriefFigure> figures)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. figures.Select(figure =>
        {
            var count = seen[figure.Key] = seen.GetValueOrDefault(figure.Key) + 1;
            return count == 1 ? figure : figure with { Key = FormattableString.Invariant($"{figure.Key}-{count}") };
        })];
    }
}
