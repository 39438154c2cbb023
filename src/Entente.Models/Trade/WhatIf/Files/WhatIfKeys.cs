using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Distributions;

namespace Entente.Models.Trade.WhatIf.Files;

/// <summary>The words of a what-if file: reader, schema and documentation read this one description.</summary>
internal static class WhatIfKeys
{
    public static ImmutableArray<KeyDefinition> TopLevel { get; } =
    [
        new("title", KeyKind.Text, "title for people"),
        new("question", KeyKind.Text, "what is asked, in a sentence or a paragraph"),
        new("baseline", KeyKind.YearOrFile, "the world it starts from: a year that is held, or the path of a CSV or Parquet file with exporter, importer and value, domestic sales included", false),
        new("sectors", KeyKind.SectorTables, "in place of a baseline, the tables of a world of many sectors; the variants then run with many sectors and, all added up, with one", false),
        new("year", KeyKind.Whole, "the year of a baseline or sectors from files: states and members of blocs are read as of it", false, 1816, 2100),
        new("domestic-sales", KeyKind.Choice, "observed (WIOD) or estimated; without it, observed where the year has them", false) { Words = ["observed", "estimated"] },
        new("target", KeyKind.State, "the state that the question turns on; without it, the first state under sanctions or embargo", false),
        new("partner", KeyKind.State, "the state whose share in the target's trade is followed", false),
        new("horizon", KeyKind.Whole, "years of the path; 10 without it", false, 1, 50),
        new("deficits", KeyKind.Choice, "what becomes of trade deficits: multiplicative keeps their ratio to income (the default), additive their amount", false) { Words = ["multiplicative", "additive"] },
        new("show", KeyKind.Parties, "states and blocs to stand alone in the baseline and to show", false),
        new("sanctions-effect", KeyKind.Choice, "where the effect of sanctions is read: measured (pair by pair, against all other trade; the default) or gravity (three-way PPML by group of partners, with standard errors)", false) { Words = ["measured", "gravity"] },
        new("variants", KeyKind.Variants, "what changes, in one variant or several to compare"),
        new("assumptions", KeyKind.Assumptions, "what is assumed; a name that is left out takes its default", false),
        new("draws", KeyKind.Whole, "random draws of the assumptions; 10,000 without it", false, 100, 1_000_000),
        new("seed", KeyKind.Whole, "seed of the random streams; 1 without it", false, 0, int.MaxValue),
        new("caveats", KeyKind.Texts, "what the case lacks, one sentence each; shown with every result", false),
    ];

    public static ImmutableArray<KeyDefinition> SectorTables { get; } =
    [
        new("trade", KeyKind.File, "a table with sector, exporter, importer and value; sales at home are rows in which exporter and importer are the same"),
        new("use", KeyKind.File, "a table with economy, sector, used_by and value: goods of a sector that the sector used_by takes as inputs; without it, no inputs", false),
        new("final", KeyKind.File, "a table with economy, sector and value: final demand; without it, what inputs leave of purchases", false),
        new("elasticity", KeyKind.NumberOrFile, "the trade elasticity of every sector, or a table with sector, elasticity and perhaps low and high; without it, trade_elasticity", false, SectorInput.LeastElasticity, SectorInput.GreatestElasticity),
    ];

    /// <summary>May stand in every change.</summary>
    public static KeyDefinition OfSectors { get; } = new("sectors", KeyKind.Texts, "names of the sectors whose goods it touches; without it, all", false);

    public static ImmutableArray<KeyDefinition> Variant { get; } =
    [
        new("name", KeyKind.Text, "name of the variant for people, unique in the file"),
        new("changes", KeyKind.Moves, "what changes; an empty list [] changes nothing"),
    ];

    private static readonly KeyDefinition Against = new("against", KeyKind.State, "the sanctioned state");
    private static readonly KeyDefinition Flows = new("flows", KeyKind.Choice, "exports or imports of the sanctioned state; both without it", false) { Words = ["both", "exports", "imports"] };
    private static readonly KeyDefinition Effect = new("effect", KeyKind.Effect, "the log effect of the sanctions on trade, 0 or negative, with its source; without it, the measured one", false);

    public static ImmutableArray<MoveDefinition> Changes { get; } =
    [
        new("lift", "sanctions are lifted; trade comes back over years",
        [
            Against, new("by", KeyKind.Parties, "states and blocs that lift theirs"), new("share", KeyKind.Fraction, "share of the sanctions that is lifted"), Flows, Effect,
        ], "lift: { against: RUS, by: [USA], share: 80 % }"),
        new("impose", "sanctions are imposed, at once",
        [
            Against, new("by", KeyKind.Parties, "states and blocs that impose them"), new("share", KeyKind.Fraction, "severity, as a share of the effect: the measured one is that of the coalition of 2022 on Russia"), Flows, Effect,
        ], "impose: { against: CHN, by: [USA], share: 0.2 }"),
        new("embargo", "all trade between two parties ends",
        [
            new("between", KeyKind.Parties, "one side"), new("and", KeyKind.Parties, "the other side"),
            new("direction", KeyKind.Choice, "both ways (the default), or one-way: only exports of the first side to the second", false) { Words = ["both", "one-way"] },
        ], "embargo: { between: [RUS], and: [EU, USA] }"),
        new("barrier", "a barrier between exporters and importers, as its effect on trade or as a tariff",
        [
            new("from", KeyKind.Parties, "exporters"), new("to", KeyKind.Parties, "importers"),
            new("trade", KeyKind.Fraction, "relative change of trade at given incomes and prices, above -1; this or tariff", false, -.9999, 20),
            new("tariff", KeyKind.Fraction, "change of the tariff factor in points, 10 % for ten; this or trade", false, -.5, 10),
        ], "barrier: { from: [CHN], to: [USA], tariff: 20 % }"),
        new("agreement", "a trade agreement among the members of one party, or between two",
        [
            new("between", KeyKind.Parties, "one side, or all members"), new("and", KeyKind.Parties, "the other side; without it, the members of the first among themselves", false),
            new("effect", KeyKind.Effect, "its log effect on trade with its source; without it, the assumption agreement_effect", false),
        ], "agreement: { between: [USA], and: [RUS] }"),
    ];

    /// <summary>Range of a log effect of sanctions.</summary>
    public static AssumptionDefinition SanctionsEffect { get; } =
        new("effect", "trade", "log effect of the sanctions on trade at given incomes and prices", -20, 0, new Assumption("effect", new PointMass(-1), "judgement", null));

    /// <summary>Range of a log effect of an agreement.</summary>
    public static AssumptionDefinition AgreementEffect { get; } =
        new("effect", "trade", "log effect of the agreement on trade at given incomes and prices", -1, 3, new Assumption("effect", new PointMass(.36), "judgement", null));

    public static MoveDefinition? FindChange(string name) => Changes.FirstOrDefault(change => change.Name == name);
}
