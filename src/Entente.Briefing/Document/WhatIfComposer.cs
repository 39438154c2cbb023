using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing.Charts;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;
using Entente.Numerics.Equilibrium;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <summary>Composes the brief of a what-if, section by section.</summary>
internal sealed partial class WhatIfComposer
{
    private const int MostCards = 4;
    private const int MostEconomies = 12;

    private readonly WhatIfAnswer _answer;
    private readonly BriefOptions _options;
    private readonly SourceNumbers _sources;

    private WhatIfComposer(WhatIfAnswer answer, BriefOptions options) => (_answer, _options, _sources) = (answer, options, new SourceNumbers(answer.Sources));

    public static Brief Compose(WhatIfAnswer answer, BriefOptions options) => new WhatIfComposer(answer, options).Compose();

    /// <summary>The answer in a sentence.</summary>
    public static string Verdict(WhatIfAnswer answer)
    {
        var largest = WhatIfCharts.Largest(answer);
        var target = Target(answer, largest);
        var sentence = $"{largest.Name}: {answer.Target} {(target.RealIncome.Median < 0 ? "loses" : "gains")} {Size(target.RealIncome)} of real income";
        var others = answer.Variants.Where(variant => variant != largest).Select(variant => $"{variant.Name}: {Numbers.Signed(Target(answer, variant).RealIncome.Median, Unit.RelativeChange)}").ToList();
        if (others.Count > 0) sentence += $" ({string.Join("; ", others)})";
        if (answer.Partner is { } partner && double.IsFinite(largest.PartnerShare.Median))
        {
            sentence += $"; {partner}’s share of its trade goes from {Numbers.Format(answer.PartnerShareBefore, Unit.Share)} to {Numbers.Format(largest.PartnerShare.Median, Unit.Share)}";
        }

        return sentence + ".";
    }

    private static string Size(Spread spread) => Numbers.Format(Math.Abs(spread.Median), Unit.Share);

    private static EconomyEffect Target(WhatIfAnswer answer, VariantEffect variant) => variant.Economies.First(economy => economy.Name == answer.Target);

    private Brief Compose()
    {
        var largest = WhatIfCharts.Largest(_answer);
        var target = Target(_answer, largest);
        var kicker = "What-if in trade" + (_options.Date is { } date ? $" · {date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : "");
        var detail = Rich.Of($"90 % of draws {Band(target.RealIncome)}; {Numbers.Whole(_answer.Draws)} draws, {(Failed == 0 ? "none failed" : $"{Numbers.Whole(Failed)} failed")} ").Badge(Basis.Modelled);
        return new(_answer.Question.Title, kicker, _answer.Question.Question, Verdict(_answer), Numbers.Signed(target.RealIncome.Median, Unit.RelativeChange),
            $"Change of {_answer.Target}’s real income: {largest.Name}", detail, "Variant by variant", Cards(), Sections());
    }

    private int Failed => _answer.Variants.Sum(variant => variant.FailedDraws);

    private ImmutableArray<Card> Cards() =>
    [
        .. _answer.Variants.Take(MostCards).Select(variant =>
        {
            var target = Target(_answer, variant);
            var note = Rich.Empty.Quiet(_answer.Partner is { } partner ? $"{_answer.Target}; {partner}’s share of its trade {Numbers.Format(variant.PartnerShare.Median, Unit.Share)} (now {Numbers.Format(_answer.PartnerShareBefore, Unit.Share)}). " : $"{_answer.Target}. ");
            return new Card(variant.Name, Numbers.Signed(target.RealIncome.Median, Unit.RelativeChange), Rich.Of($"90 % of draws {Band(target.RealIncome)}"), note.Badge(Basis.Modelled).Text(" ").Cite(_sources.Of(_answer.Baseline.Sources)));
        }),
    ];

    private ImmutableArray<Section> Sections()
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        sections.Add(new("question", "What is asked", "Question", Question()));
        sections.Add(new("maps", "Who gains, who loses: the map", "Map", [.. _answer.Variants.Select(variant => (Block)new Picture(WhatIfCharts.Map(_answer, variant), Line("Real income", "natural-earth"), null))]));
        sections.Add(new("economies", "Who gains, who loses: the numbers", "Winners and losers", Economies()));
        if (_answer.Sectoral is { } sectoral) sections.Add(new("sectors", "One sector and many", "Sectors", Sectors(sectoral)));
        sections.Add(new("trade", $"Trade of {_answer.Target}", "Trade", Trade()));
        if (WhatIfCharts.Path(_answer) is { } path)
        {
            sections.Add(new("path", "Year by year", "Path",
            [
                new Paragraph(Rich.Of("What is imposed bites at once; what is lifted comes back over years, because firms, routes and insurers do not return on the day. The years are those since the change.")),
                new Picture(path, Line("Path", draws: _answer.PathDraws), ChartTable.Of(WhatIfCharts.PathData(_answer)!)),
            ]));
        }

        if (!_answer.Sensitivity.IsEmpty) sections.Add(new("baseline", "How far the estimated baseline matters", "Baseline", Baseline()));
        sections.Add(new("assumptions", "What is assumed", "Assumptions", Assumptions()));
        sections.Add(new("missing", "What is missing", "Missing", [new Bullets([.. _answer.Caveats.Select(Rich.Of)])]));
        sections.Add(new("sources", "Sources", "Sources", [new SourceList(_sources.All)]));
        sections.Add(new("computed", "How it was computed", "Method", Computed()));
        return sections.ToImmutable();
    }

    private ImmutableArray<Block> Question()
    {
        var baseline = _answer.Baseline;
        var facts = new Facts(
        [
            ("Baseline", Rich.Of($"{baseline.Year.ToString(CultureInfo.InvariantCulture)}: {baseline.Method} ").Badge(baseline.IsEstimated ? Basis.Modelled : Basis.Measured).Text(" ").Cite(_sources.Of(baseline.Sources))),
            ("Economies", Rich.Of(Numbers.Whole(baseline.Count))),
            ("Deficits", Rich.Of(_answer.Question.Deficits == DeficitRule.Additive ? "keep their amount" : "keep their ratio to income")),
            .. _answer.Sanctions is { } estimate ? [("Effect of sanctions", Rich.Of(estimate.Method).Text(" ").Cite(_sources.Of(estimate.Sources)))] : ImmutableArray<(string, Rich)>.Empty,
        ]);
        return
        [
            facts,
            new Table(Rich.Of("The variants"), [new("Variant"), new("What changes"), new("Pairs", true), .. Heads()],
                [.. _answer.Variants.Select(variant => (ImmutableArray<Rich>)[Rich.Of(variant.Name), Rich.Of(string.Join("; ", variant.Changes)), Rich.Of(Numbers.Whole(variant.Pairs)), .. Cells(variant)])]),
        ];

        IEnumerable<Column> Heads() => new[] { ("target", _answer.Target), ("actors", "Those who act"), ("partner", _answer.Partner ?? ""), ("world", "The world") }.Where(column => column.Item2.Length > 0).Select(column => new Column(column.Item2, true));
        IEnumerable<Rich> Cells(VariantEffect variant) => new[] { "target", "actors", "partner", "world" }.Where(key => key != "partner" || _answer.Partner is not null)
            .Select(key => variant.Groups.FirstOrDefault(group => group.Key == key) is { } group ? Stacked(group.RealIncome) : Rich.Of("–"));
    }

    private ImmutableArray<Block> Economies()
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Picture(WhatIfCharts.Bands(_answer), Line("Real income"), null));
        var largest = WhatIfCharts.Largest(_answer);
        var rows = largest.Economies.Where(economy => double.IsFinite(economy.RealIncome.Median)).OrderByDescending(economy => economy.RealIncome.Median).ToList();
        var shown = rows.Count <= 2 * MostEconomies ? rows : [.. rows.Take(MostEconomies), .. rows.TakeLast(MostEconomies)];
        blocks.Add(new Table(
            Rich.Of($"{largest.Name}: {(shown.Count < rows.Count ? $"the {MostEconomies} at either end of {rows.Count} economies" : "all economies")} "),
            [new("Economy"), new("Real income", true), new("US$ a year", true), new("Real wage", true), new("Prices", true), new("Exports", true), new("Imports", true)],
            [.. shown.Select(economy => ImmutableArray.Create(
                Rich.Of(economy.Name), Stacked(economy.RealIncome), Rich.Of(Numbers.Signed(economy.BillionUsd.Median, Unit.BillionUsd)), Rich.Of(Change(economy.RealWage)), Rich.Of(Change(economy.PriceIndex)),
                Rich.Of(Change(economy.Exports)), Rich.Of(Change(economy.Imports))))]));
        blocks.Add(new Paragraph(Rich.Empty.Quiet("Medians; below real income 90 % of draws. US$: change of real income times GDP of the baseline year, where it is held. Prices, exports and imports are measured against world output.")));
        return blocks.ToImmutable();
    }

    private ImmutableArray<Block> Trade()
    {
        var largest = WhatIfCharts.Largest(_answer);
        var partners = largest.TargetTrade.Select(pair => pair.Exporter == _answer.Target ? pair.Importer : pair.Exporter).Distinct().ToList();
        return
        [
            new Picture(WhatIfCharts.Trade(_answer, largest), Line("Trade"), null),
            new Table(
                Rich.Of($"Exports of {_answer.Target} and, below, its imports: now, and the change in each variant"), [new("With"), new("Now, billion", true), .. _answer.Variants.Select(variant => new Column(variant.Name, true))],
                [.. partners.Select(name => (ImmutableArray<Rich>)[Rich.Of(name), Now(name), .. _answer.Variants.Select(variant => Changes(variant, name))])]),
        ];

        Rich Now(string name) => Rich.Of(Amount(largest, _answer.Target, name)).Break().Quiet(Amount(largest, name, _answer.Target));
        Rich Changes(VariantEffect variant, string name) => Rich.Of(Moved(variant, _answer.Target, name)).Break().Quiet(Moved(variant, name, _answer.Target));
        static string Amount(VariantEffect variant, string from, string to) => Find(variant, from, to) is { } pair ? Numbers.Decimals(pair.BaselineBillion, 1) : "0";
        static string Moved(VariantEffect variant, string from, string to) => Find(variant, from, to) is { } pair ? Numbers.Signed(pair.Change.Median, Unit.RelativeChange) : "–";
        static PairEffect? Find(VariantEffect variant, string from, string to) => variant.TargetTrade.FirstOrDefault(pair => pair.Exporter == from && pair.Importer == to);
    }

    private ImmutableArray<Block> Baseline() =>
    [
        new Paragraph(Rich.Of("Domestic sales of recent years and trade of pairs that nobody reported are estimates. The same variants, at the medians of all assumptions, under other estimates:")),
        new Table(Rich.Of($"Change of {_answer.Target}’s real income"), [new("Estimate"), new($"{_answer.Target}’s share of own goods", true), .. _answer.Variants.Select(variant => new Column(variant.Name, true))],
            [.. _answer.Sensitivity.Select(row => (ImmutableArray<Rich>)[Rich.Of(AssessmentCharts.Capital(row.Name)), Rich.Of(Numbers.Format(row.DomesticShare, Unit.Share)), .. row.Target.Select(value => Rich.Of(Numbers.Signed(value, Unit.RelativeChange)))])]),
    ];

    private ImmutableArray<Block> Assumptions() =>
    [
        new Table(Rich.Of("Every assumption that was read"), [new("Assumption"), new("Meaning"), new("Distribution"), new("Median", true), new("Source")],
            [.. _answer.Assumptions.Select(assumption =>
            {
                var source = assumption.IsJudgement ? Rich.Empty.Badge(Basis.Judgement) : Rich.Of(assumption.Source);
                if (!string.IsNullOrWhiteSpace(assumption.Note)) source = source.Text(" ").Quiet(AssessmentCharts.Capital(assumption.Note) + ".");
                return ImmutableArray.Create(Rich.Of(AssessmentCharts.Capital(AssessmentCharts.Spoken(assumption.Name))), Rich.Of(AssessmentCharts.Capital(WhatIfAssumptions.Find(assumption.Name)?.Description ?? "log effect on trade, given in the file")),
                    Rich.Of(assumption.Distribution.Describe()), Rich.Of(Numbers.Format(assumption.Distribution.Median, Unit.Number)), source);
            })]),
    ];

    private ImmutableArray<Block> Computed()
    {
        var items = ImmutableArray.CreateBuilder<(string, Rich)>();
        items.Add(("Model", Rich.Of($"one-sector general equilibrium in changes (Dekle, Eaton and Kortum 2008){(_answer.Sectoral is null ? "" : "; with sectors and input-output links, Caliendo and Parro 2015")}")));
        items.Add(("Draws", Rich.Of($"{Numbers.Whole(_answer.Draws)} for each variant, {Numbers.Whole(_answer.PathDraws)} for the path")));
        items.Add(("Failed draws", Rich.Of(Failed == 0 ? "none" : $"{Numbers.Whole(Failed)}; they are in no figure")));
        items.Add(("Check", Rich.Of(string.Create(CultureInfo.InvariantCulture, $"real wage = (domestic share)^(−1/θ) (Arkolakis, Costinot and Rodríguez-Clare 2012) holds to {_answer.Variants.Max(variant => variant.Check.AcrDifference):0e0} in every economy"))));
        items.Add(("Seed", Rich.Of(_answer.Seed.ToString(CultureInfo.InvariantCulture))));
        items.Add(("What-if", Rich.Of(_answer.Question.Key)));
        items.Add(("Program", Rich.Of($"Entente {_options.VersionText}")));
        if (_options.StoreEdition is { } edition) items.Add(("Edition of the data", Rich.Of(edition)));
        if (_options.CommandLine is { } command) items.Add(("Command", Rich.Empty.Code(command)));
        return [new Paragraph(Rich.Of("Same inputs and seed give the same bytes on any number of threads. Bands hold 90 % of draws.")), new Facts(items.ToImmutable())];
    }

    private Rich Line(string what, string? also = null, int? draws = null)
    {
        var keys = also is null ? _answer.Baseline.Sources : _answer.Baseline.Sources.Add(also);
        var start = Rich.Of($"{what} over {Numbers.Whole(draws ?? _answer.Draws)} draws, ").Badge(Basis.Modelled);
        return _answer.Baseline.Sources.IsEmpty && also is null ? start.Text("; data: your own table.") : start.Text("; data: ").Cite(_sources.Of(keys)).Text(".");
    }

    private static Rich Stacked(Spread spread) => Rich.Empty.Strong(Numbers.Signed(spread.Median, Unit.RelativeChange)).Break().Quiet(Band(spread));

    private static string Change(Spread spread) => Numbers.Signed(spread.Median, Unit.RelativeChange);

    private static string Band(Spread spread) => Numbers.Range(spread.Low, spread.High, Unit.RelativeChange);
}
