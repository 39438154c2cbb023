using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Briefing.Tests;

/// <summary>An assessment with the shape and size of a real one. Its numbers are made up for tests and mean nothing.</summary>
internal static class SampleAssessment
{
    public static Assessment Full()
    {
        var definitions = AssumptionCatalog.All;
        return new()
        {
            Strategy = new()
            {
                Key = "reverse-kissinger",
                Title = "The reverse Kissinger, United States alone",
                Summary = "The United States offers Russia sanctions relief, recognition and fewer commitments to Europe, in the hope that Russia moves away from China. Europe and the other sanctioning states take no part.",
                Divider = 2,
                Target = 365,
                Partner = 710,
                Start = 2025,
                HorizonYears = 10,
                Allies = ["NATO", "JPN", "ROK"],
                Moves =
                [
                    new SanctionsMove(true, 365, ["USA"], 1) { Note = "all that the executive can lift" }, new GuaranteeMove(["NATO"], -.25), new RecognitionMove("Crimea as Russian", .5),
                    new ArmsMove(369, -.5), new TradeDealMove(365, .1),
                ],
            },
            Names = ("United States", "Russia", "China"),
            StateNames = ImmutableDictionary<int, string>.Empty.Add(369, "Ukraine"),
            Draws = 10_000,
            FailedDraws = 12,
            Seed = 20250224,
            Splits = new(.071, .002, .048, .31, .0019),
            SplitsWithoutMoves = new(.05, .001, .03, .22, .0015),
            EffectOfMoves = new(.021, -.001, .012, .09, .0006),
            Verdict = "On this evidence the strategy probably fails: Russia realigns with a probability of 7 %, because what it would lose with China outweighs what one state can lift.",
            Views =
            [
                new("hostility", "Shared hostility", "Russia stays because it holds the United States for its main threat, and a promise of one president does not change that", new(.03, .001, .02, .12, .001), new(-.021, -.048, -.02, -.002, .0001)),
                new("trade", "Trade dependence", "Trade shifts alignment, so relief moves Russia as far as it replaces trade with China", new(.06, .004, .04, .22, .0015), new(-.014, -.039, -.013, .004, .0001)),
                new("threat", "Threat and power", "Geography and power make China the long-run threat, so Russia should want to balance against it", new(.16, .02, .13, .44, .003), new(-.004, -.03, -.004, .019, .0001)),
                new("credibility", "Credibility", "No offer of the West is believed, whatever is in it", new(.02, 0, .01, .09, .001), new(-.024, -.05, -.023, -.005, .0001)),
            ],
            KeyFigures =
            [
                Figure("Identical votes of Russia and China in the General Assembly, 2025", .781, Unit.Share, new(.71, .84, .9), Basis.Measured, "unga-votes", "align RUS CHN --year 2025", new("192 common votes", 192, 0, [])),
                Figure("Share of Russia’s imports that come from China, 2023, gaps filled", .459, Unit.Share, new(.386, .544, .9), Basis.Measured, "baci", "depend RUS --on CHN --year 2023", new("195 of 209 partners held", 195, 14, ["Belarus", "Kazakhstan", "Iran", "Armenia", "Kyrgyzstan", "Tajikistan"])),
                Figure("Real income that the lifting of US sanctions alone would bring Russia", .0009, Unit.RelativeChange, new(.0002, .0021, .9), Basis.Modelled, "wiod", "exact-hat equilibrium, one sector, base year 2014", Coverage.Of("44 economies")),
                Figure("Yearly chance that the promise is reversed", .12, Unit.Probability, new(.05, .24, .9), Basis.Judgement, "gsdb", "assumption reversal_hazard", Coverage.Of("judgement; no measured rate for such promises")),
                Figure("Expected loss of US gas exporters a year", -1.8, Unit.BillionUsd, new(-4.9, -.1, .9), Basis.Modelled, "doe-lng", "gas channel", Coverage.Of("exports to 2024-03")),
            ],
            Balance =
            [
                Term("relief", "Trade with the United States restored", "trade", .0009, .0002, .0021, "wiod"), Term("promise", "Loss of worth because the promise may be reversed", "promise", -.0005, -.0013, -.0001),
                Term("partner", "Trade with China put at risk", "trade", -.0094, -.0261, -.0012, "baci", "wiod"), Term("counterbid", "What China would add to keep Russia", "promise", -.0028, -.0089, 0),
                Term("security", "Relief from the threat of the divider", "security", .0061, .0012, .0142, "gml-mid", "cow-nmc"), Term("awakened", "Threat of China awakened", "security", -.0054, -.0151, -.0006, "gml-mid", "cow-nmc"),
                Term("switching", "Cost of changing sides, spread over the horizon", "promise", -.0013, -.0032, -.0001),
            ],
            NetWorth = Bell(-.012, .012),
            Costs =
            [
                Cost("United States", "exporters of liquefied gas to Europe", "gas", -1.8, -4.9, -.1, -.00006, Basis.Modelled, "doe-lng", "entsog"), Cost("European Union", "defence to make up for the weaker guarantee", "allies", -41.5, -96, -8.2, -.0022, Basis.Judgement, "sipri-arms"),
                Cost("United States", "goods trade with Russia restored", "trade", .9, .2, 2.1, .00003, Basis.Modelled, "wiod"), Cost("Russia", "goods trade with the United States restored", "trade", 1.9, .4, 4.4, .0009, Basis.Modelled, "wiod"),
                Cost("Ukraine", "arms that no longer arrive", "allies", -6.2, -9.8, -3.1, -.034, Basis.Measured, "sipri-arms"), Cost("China", "goods trade with Russia at risk", "trade", -.4, -1.6, 0, double.NaN, Basis.Modelled, "baci"),
            ],
            Allies =
            [
                Ally(290, "Poland", .041, .127, .31, true, .045, "nearest to Russia and guaranteed by the United States alone", "gml-mid", "baci"), Ally(368, "Lithuania", .039, .121, .34, true, .031, "small, contiguous, few other guarantees", "gml-mid"),
                Ally(732, "South Korea", .034, .088, .22, true, .121, "faces China and North Korea", "gml-mid"), Ally(740, "Japan", .031, .079, .19, true, .142, "faces China and Russia"),
                Ally(255, "Germany", .03, .061, .11, true, .093, "has other allies and a large army of its own to build", "baci"), Ally(200, "United Kingdom", .03, .041, .05, true, double.NaN, "has its own deterrent"), Ally(210, "Netherlands", .03, .05, .06, true, .08, "far from the line"),
            ],
            ExpectedDrifts = new(.9, .1, .7, 2.4, .01),
            Influences =
            [
                new("partner_trade_cut", .31, .012, -.55, .19, .012, true), new("threat_relief", .18, .011, .41, .021, .148, true), new("decision_noise", .14, .011, .33, .018, .121, true), new("relief_uptake", .05, .01, .2, .05, .094, true),
                new("reversal_hazard", .04, .009, -.19, .092, .052, true), new("trade_elasticity", .02, .009, -.08, .078, .064, false), new("fade_in_years", .004, .009, -.02, .072, .07, false),
            ],
            Conditions =
            [
                new("China cuts trade by less than a log point of .2 if Russia leaves, and the moves remove more than 40 % of the threat that Russia sees", .46, .07), new("Europe joins and lifts at least half of its sanctions, and the promise is kept for ten years or more", .38, .04),
            ],
            Assumptions = [.. definitions.Select(definition => definition.Default)],
            Charts = [Alignment(), Dependence()],
            Caveats =
            [
                "Trade of 2021 and 2022 is not held; the base year of the equilibrium is 2014 and labelled so.", "Arms and technology from Russia to China are seen only as far as they were published",
                "Elites, leaders and opinion inside Russia are not modelled", "One sector understates effects of sanctions; a factor with a stated range makes up for it.",
            ],
            Sources =
            [
                Source("unga-votes", "UN Digital Library", "Voting data of the General Assembly", "February 2026"), Source("baci", "CEPII", "BACI: bilateral trade", "202501", "14 partners of Russia are missing from 2022 on."), Source("wiod", "University of Groningen", "World Input-Output Database", "2016 release"),
                Source("gsdb", "Drexel University and others", "Global Sanctions Data Base", "R3"), Source("doe-lng", "US Department of Energy", "LNG monthly", "May 2024"), Source("gml-mid", "Gibler, Miller and Little", "Militarised interstate disputes", "2.2.1"),
                Source("cow-nmc", "Correlates of War", "National material capabilities", "6.0"), Source("entsog", "Bruegel", "European natural gas imports", "2024"), Source("sipri-arms", "SIPRI", "Arms transfers, shares of suppliers", "March 2025"),
            ],
        };
    }

    /// <summary>Nothing but what is required: empty lists, no draw that succeeded, no number that is finite.</summary>
    public static Assessment Empty()
    {
        var nothing = new Spread(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        return Full() with
        {
            Draws = 0,
            FailedDraws = 0,
            Splits = nothing,
            ExpectedDrifts = nothing,
            Verdict = "There is no answer.",
            Views = [],
            KeyFigures = [],
            Balance = [],
            NetWorth = new([], []),
            Costs = [],
            Allies = [],
            Influences = [],
            Conditions = [],
            Assumptions = [],
            Charts = [],
            Caveats = [],
            Sources = [],
            StateNames = ImmutableDictionary<int, string>.Empty,
            Strategy = Full().Strategy with { Moves = [], Allies = [] },
        };
    }

    /// <summary>Every text replaced by one that would break a careless writer, and every number by one that is not finite.</summary>
    public static Assessment Hostile(string text)
    {
        var full = Full();
        var broken = new Spread(double.NaN, double.NegativeInfinity, double.NaN, double.PositiveInfinity, double.NaN);
        return full with
        {
            Names = (text, text, text),
            Verdict = text,
            Splits = broken,
            ExpectedDrifts = broken,
            Strategy = full.Strategy with { Key = text, Title = text, Summary = text, Moves = [new RecognitionMove(text, double.NaN) { Note = text }, new GuaranteeMove([text], double.NaN)] },
            Views = [.. full.Views.Select(view => view with { Name = text, Says = text, NetWorth = broken })],
            KeyFigures = [.. full.KeyFigures.Select(figure => figure with { Label = text, Value = double.NaN, Provenance = figure.Provenance with { Query = text, Coverage = new(text, null, null, [text]) } })],
            Balance = [.. full.Balance.Select((term, index) => term with { Name = text, Channel = text, Explanation = text, Worth = index == 0 ? broken : term.Worth })],
            Costs = [.. full.Costs.Select((line, index) => line with { Who = text, What = text, Channel = text, BillionUsdPerYear = index % 2 == 0 ? broken : line.BillionUsdPerYear })],
            Allies = [.. full.Allies.Select(ally => ally with { Name = text, Why = text, Threat = double.NaN, Change = broken })],
            Influences = [.. full.Influences.Select(influence => influence with { Name = text, WhenLow = double.NaN })],
            Conditions = [new(text, double.NaN, double.NaN)],
            Assumptions = [.. full.Assumptions.Select(assumption => assumption with { Name = text, Source = text, Note = text })],
            Charts = [.. full.Charts.Select(chart => chart with { Key = text, Title = text, Note = text, Series = [.. chart.Series.Select(series => series with { Name = text })] })],
            Caveats = [text],
            Sources = [.. full.Sources.Select(source => source with { Publisher = text, Title = text, Edition = text, Licence = text, Coverage = text, Citation = text, Defects = [text] })],
        };
    }

    public static ChartSeries Series(string name, int first, params double[] values) => new(name, [.. Enumerable.Range(first, values.Length)], [.. values], [], []);

    private static ChartData Alignment()
    {
        var years = Enumerable.Range(1991, 35).ToImmutableArray();
        ImmutableArray<double> Wave(double from, double to, double swing) => [.. years.Select(year => year is 2024 or 1995 ? double.NaN : from + (to - from) * (year - 1991) / 34 + swing * Math.Sin(year * 1.7))];
        ChartSeries Line(string name, double from, double to, double swing, double width)
        {
            var values = Wave(from, to, swing);
            return new(name, years, values, [.. values.Select(value => value - width)], [.. values.Select(value => value + width)]);
        }

        var mixed = Line("United States–China", .17, .1, .02, .03);
        mixed = mixed with { Values = [.. mixed.Values.Select((value, index) => index is > 9 and < 13 ? double.NaN : value)], Low = [], High = [] };
        return new("alignment", "Russia votes with China ever more, and with the United States ever less", Unit.Share, [Line("Russia–China", .55, .78, .04, .05), Line("Russia–United States", .34, .13, .05, .04), mixed],
            ["unga-votes"], "Share of identical votes. No usable roll call is held for 1995 and 2024");
    }

    private static ChartData Dependence() => new("dependence", "China has taken the place of the European Union in Russia’s imports", Unit.Share,
    [
        Series("European Union (28)", 2012, .46, .48, .455, .41, .4, .39, .38, .37, .35, double.NaN, double.NaN, .14), Series("China", 2012, .15, .165, .175, .19, .205, .21, .22, .222, .24, double.NaN, double.NaN, .459), Series("United States", 2012, .05, .053, .06, .062, .06, .055, .05, .051, .05, double.NaN, double.NaN, .005),
    ], ["baci"], "2021 and 2022 are not held; 2023 is incomplete and its gaps are filled with values of 2020");

    private static Figure Figure(string label, double value, Unit unit, Interval interval, Basis basis, string source, string query, Coverage coverage) => new(label, value, unit, interval, basis, new([source], query, coverage));

    private static BalanceTerm Term(string key, string name, string channel, double mean, double low, double high, params string[] sources) =>
        new(key, name, channel, new(mean, low, mean, high, .0001), "The change of real income in equilibrium, times the share that firms undo, as an annuity over the horizon.") { Sources = [.. sources] };

    private static CostLine Cost(string who, string what, string channel, double mean, double low, double high, double share, Basis basis, params string[] sources) => new(who, what, channel, new(mean, low, mean, high, Math.Abs(mean) / 100), share, basis, [.. sources]);

    private static AllyDrift Ally(int id, string name, double before, double after, double threat, bool guarantee, double trade, string why, params string[] sources) =>
        new(id, name, new(before, before / 3, before, before * 2.1, .0004), new(after, before / 2, after, after * 2.4, .0011), new(after - before, .002, after - before, (after - before) * 2.8, .001), threat, guarantee, trade, new(-.0003, -.0011, -.0002, .0001, .00001), why) { Sources = [.. sources] };

    private static Source Source(string key, string publisher, string title, string edition, params string[] defects) =>
        new(key, publisher, title, edition, "open, with attribution", "derived", "aggregates", "1946 to 2025, all states", [.. defects], $"{publisher} ({edition}): {title}.", []);

    private static Histogram Bell(double mean, double deviation)
    {
        var edges = Enumerable.Range(-30, 51).Select(index => index * .002).ToImmutableArray();
        return new(edges, [.. edges.SkipLast(1).Select(edge => (int)Math.Round(9988 * .002 / deviation / 2.5066 * Math.Exp(-.5 * Math.Pow((edge + .001 - mean) / deviation, 2))))]);
    }
}
