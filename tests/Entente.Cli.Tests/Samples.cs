using System.Collections.Immutable;
using Entente.Models.Alignment;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Discovery;
using Entente.Models.Trade;
using Entente.Numerics.Distributions;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Tests;

/// <summary>Small made-up answers to see how reports are laid out; no test takes a figure of the world from here.</summary>
internal static class Samples
{
    public static SourceCatalog Catalog { get; } = new(
    [
        Source("baci", "CEPII", "BACI: goods trade by pair", "HS92, 202501", "Etalab 2.0"),
        Source("unga-votes", "UN Digital Library; Voeten", "Recorded votes of the General Assembly", "to 29 Dec 2025", "CC0; attribution"),
    ]);

    public static AlignmentSeries Alignment(int since = 1991, int until = 2025)
    {
        var years = ImmutableArray.CreateBuilder<YearAgreement>();
        for (var year = since; year <= until; year++)
        {
            var identical = .5 + (.3 * Math.Sin(year * .2));
            years.Add(year switch
            {
                2024 => new YearAgreement(2024, 6, 6, .5, .75, null, null, "89 votes of 5 Jun to 31 Dec missing"),
                1999 => new YearAgreement(1999, 0, 0, double.NaN, double.NaN, null, null, null),
                _ => new YearAgreement(year, 70, 75, identical, identical + .1, new Interval(identical - .05, identical + .05, .9), new Interval(identical + .04, identical + .16, .9), null),
            });
        }

        return new AlignmentSeries("Freedonia", "Sylvania [east]", years.ToImmutable(), new Provenance(
            ["unga-votes"], "vote agreement of Freedonia and Sylvania", new Coverage("2,316 common votes in 34 of 35 years", 2316, null, ["2024: 89 votes missing"])));
    }

    public static DependenceResult Dependence { get; } = new(
        "Freedonia", "Sylvania", 2023,
        new FlowDependence("exports", [Share(Denominator.AsReported, .313), Share(Denominator.GapsFilled, .287), Share(Denominator.OfficialTotal, double.NaN)], 1, 190),
        new FlowDependence("imports", [Share(Denominator.AsReported, .544), Share(Denominator.GapsFilled, .459), Share(Denominator.OfficialTotal, .386)], 1, 188),
        8.25, .041, .338, new Provenance(["baci"], "goods trade of Freedonia with Sylvania in 2023", new Coverage("194 economies; 96 flows missing", null, 96, ["to Belarus"])));

    public static Assessment Assessment { get; } = new()
    {
        Strategy = new WedgeStrategy
        {
            Key = "sample",
            Title = "Freedonia courts Sylvania",
            Summary = "A made-up case.",
            Divider = 2,
            Target = 365,
            Partner = 710,
            Start = 2025,
            HorizonYears = 10,
        },
        Names = ("Freedonia", "Sylvania", "Osterlich"),
        Draws = 10_000,
        FailedDraws = 3,
        Seed = 1,
        Splits = new Spread(.074, .001, .03, .31, .0011),
        SplitsWithoutMoves = new Spread(.031, .001, .02, .1, .0006),
        EffectOfMoves = new Spread(.043, 0, .02, .2, .0009),
        Verdict = "It is unlikely that Sylvania realigns away from Osterlich: 7 % (90 % of draws 0 % to 31 %); the moves add 4.3 points to the 3 % without them.",
        Views =
        [
            View("hostility", "Shared hostility", .02), View("trade", "Trade dependence", .11), View("power", "Threat and power", .19), View("credibility", "Credibility", .004),
        ],
        KeyFigures =
        [
            new Figure("Identical votes of Sylvania and Osterlich in the General Assembly, 2025", .781, Unit.Share, new Interval(.73, .83, .9), Basis.Measured, new Provenance(["unga-votes"], "query", Coverage.Of("192 common votes"))),
            new Figure("Share of Sylvania's goods imports that comes from Osterlich, 2023", .459, Unit.Share, null, Basis.Measured, new Provenance(["baci"], "query", Coverage.Of("30 partners filled"))),
            new Figure("Gain of Sylvania from the moves once phased in, real income", .0021, Unit.RelativeChange, new Interval(.0008, .004, .9), Basis.Modelled, new Provenance(["baci"], "query", Coverage.Of("43 economies"))),
            new Figure("Worth of Freedonia's promise to Sylvania, share of a permanent one", .27, Unit.Share, new Interval(.14, .47, .9), Basis.Judgement, new Provenance([], "query", Coverage.Of("judged"))),
            new Figure("Loss of Sylvania if all trade with Osterlich ended, real income", -.031, Unit.RelativeChange, new Interval(-.06, -.016, .9), Basis.Modelled, new Provenance(["baci"], "query", Coverage.Of("43 economies"))),
        ],
        Balance = [],
        NetWorth = new Histogram([-.1, 0, .1], [9000, 1000]),
        Costs =
        [
            new CostLine("Sylvania", "real income through trade", "trade", new Spread(4.2, 1.1, 4, 8.9, .02), .0021, Basis.Modelled, ["baci"]),
            new CostLine("Freedonia", "goods trade with allies at stake, weighted by their extra drift", "allies", new Spread(-61, -160, -50, -9, .4), -.0024, Basis.Judgement, ["baci"]),
            new CostLine("Gas exporters of Freedonia", "cargoes to Europe displaced (upper bound)", "gas", new Spread(-2.1, -7.9, -1.2, 0, .02), double.NaN, Basis.Modelled, ["baci"]),
        ],
        Allies = [Ally("Ruritania", .04), Ally("Graustark", .03), Ally("Borduria", .025), Ally("Klopstokia", .01), Ally("Moronica", .008), Ally("Syldavia", .001)],
        ExpectedDrifts = new Spread(1.4, .3, 1.2, 3.6, .01),
        Influences = [new Influence("relief_uptake", .31, .02, .6, .01, .22, true)],
        Conditions =
        [
            new Condition("Sylvania would more likely than not realign in 3 % of all draws.", .6, .03),
            new Condition("For an even balance the worth of the offer would have to be 4.1 times what it is (median draw).", double.NaN, .06),
        ],
        Assumptions = [new Assumption("relief_uptake", new Uniform(.2, .9), "judgement", null)],
        Charts = [],
        Caveats = ["The one-sector model leaves out services.", "89 votes of 2024 are missing."],
        Sources = [.. Catalog.Sources],
    };

    private static ShareUnder Share(Denominator denominator, double share) => new(denominator, share, 110.9, double.IsNaN(share) ? double.NaN : 110.9 / share, Coverage.Of("32 partners missing, US$ 37.8 bn in 2020"));

    private static Source Source(string key, string publisher, string title, string edition, string licence) =>
        new(key, publisher, title, edition, licence, "yes", "facts", "1946-2025", [], "cite", []);

    private static RivalView View(string key, string name, double chance) => new(key, name, "Says so.", new Spread(chance, chance / 5, chance, Math.Min(1, chance * 4), .001), new Spread(-.01, -.03, -.01, .01, 0));

    private static AllyDrift Ally(string name, double change)
    {
        Spread Around(double mean) => new(mean, mean / 2, mean, mean * 2, .0005);
        return new AllyDrift(1, name, Around(.05), Around(.05 + change), Around(change), .2, true, .1, Around(.001), "near the threat");
    }
}
