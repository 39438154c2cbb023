using System.Collections.Immutable;
using Entente.Briefing.Charts;
using Entente.Models.Security.Hedging;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <content>Views, costs, allies.</content>
internal sealed partial class BriefComposer
{
    private ImmutableArray<Block> Views()
    {
        var views = Or(_assessment.Views);
        if (views.IsEmpty) return [new Paragraph(Rich.Of("The assessment holds no rival views."))];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Paragraph(Rich.Of("The views have equal weight and are in the order of the model, not of merit.")));
        if (AssessmentCharts.Views(_assessment) is { } chart) blocks.Add(new Picture(chart, ModelLine("each view", []), null));
        blocks.Add(new Panels([.. views.Select(view => new Panel(view.Name, Rich.Of(Sentence(view.Says)).Text(" ").Badge(Basis.Modelled),
        [
            ("Chance of a split", Numbers.Format(view.Splits, Unit.Probability)),
            ("Net worth, share of a year’s income", Numbers.Format(view.NetWorth, Unit.RelativeChange)),
        ]))]));
        return blocks.ToImmutable();
    }

    private ImmutableArray<Block> Costs()
    {
        var costs = Or(_assessment.Costs);
        if (costs.IsEmpty) return [new Paragraph(Rich.Of("The assessment holds no cost line."))];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Paragraph(Rich.Of("A negative amount is a cost to the one named, a positive amount a gain. Lines are not meant to be added up: one flow can reach several parties.")));
        if (AssessmentCharts.Costs(_assessment) is { } chart) blocks.Add(new Picture(chart, BasesLine(costs), null));
        blocks.Add(new Table(
            Rich.Of("Amounts a year once phased in"),
            [new("Who"), new("What"), new("Channel"), new("Amount a year, mean", true), new("90 % of draws", true), new("Share of its GDP", true), new("Basis")],
            [.. costs.Select(line => ImmutableArray.Create(Rich.Of(line.Who), Rich.Of(line.What), Rich.Of(line.Channel), Rich.Of(Numbers.Signed(line.BillionUsdPerYear.Mean, Unit.BillionUsd)),
                Rich.Of(Numbers.Range(line.BillionUsdPerYear.Low, line.BillionUsdPerYear.High, Unit.BillionUsd, true)),
                double.IsFinite(line.ShareOfIncome) ? Rich.Of(Numbers.Signed(line.ShareOfIncome, Unit.RelativeChange)) : Rich.Empty.Quiet("n/a"),
                Rich.Empty.Badge(line.Basis).Text(" ").Cite(_sources.Of(line.Sources))))]));
        return blocks.ToImmutable();
    }

    private Rich BasesLine(ImmutableArray<CostLine> costs)
    {
        var rich = Rich.Of("Line by line, as in the table: ");
        var bases = costs.Select(line => line.Basis).Distinct().Order().ToArray();
        for (var index = 0; index < bases.Length; index++) rich = (index == 0 ? rich : rich.Text(", ")).Badge(bases[index]);
        var numbers = _sources.Of(costs.SelectMany(line => Or(line.Sources)));
        return numbers.IsEmpty ? rich.Text(".") : rich.Text("; data: ").Cite(numbers).Text(".");
    }

    private ImmutableArray<Block> Allies()
    {
        var allies = Or(_assessment.Allies);
        var expected = _assessment.ExpectedDrifts;
        var sentence = Rich.Of("Expected number of allies that stop relying on the divider because of the moves: ").Strong(Numbers.Format(expected, Unit.Count)).Text(" ").Badge(Basis.Modelled);
        if (allies.IsEmpty) return [new Paragraph(Rich.Of("The assessment names no ally.")), new Paragraph(sentence)];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Paragraph(sentence));
        if (AssessmentCharts.Allies(_assessment) is { } chart) blocks.Add(new Picture(chart, ModelLine("responses", allies.SelectMany(ally => Or(ally.Sources))), null));
        if (AssessmentCharts.Responses(_assessment) is { } map) blocks.Add(new Picture(map, ModelLine("responses", allies.SelectMany(ally => Or(ally.Sources))), null));
        blocks.Add(new Table(
            Rich.Of($"Allies of the divider, {_assessment.Names.Divider}, without and with the moves; threat and trade are ").Badge(Basis.Measured).Text(", responses are ").Badge(Basis.Modelled),
            [new("Ally"), new("Not relying; change, 90 % of draws", true), new("Arms", true), new("Goes nuclear", true), new("Accommodates", true), new("Does both", true), new("Share of threat", true), new("Trade with divider", true)],
            [.. allies.Select(ally => ImmutableArray.Create(
                ally.HasGuarantee ? Rich.Of(ally.Name) : Rich.Of(ally.Name).Break().Quiet("no treaty"),
                Rich.Of(Shift(ally.DriftBefore, ally.DriftAfter)).Break().Quiet(Numbers.PointsRange(ally.Change.Low, ally.Change.High)), Response(ally, AllyResponse.Arm), Response(ally, AllyResponse.Nuclear),
                Response(ally, AllyResponse.Accommodate), Response(ally, AllyResponse.Both), Rich.Of(Numbers.Format(ally.Threat, Unit.Share)), Rich.Of(Numbers.Format(ally.TradeWithDivider, Unit.Share))))]));
        return blocks.ToImmutable();
    }

    /// <summary>The probability of a response without and with the moves; zero in both means that the state has nuclear weapons already.</summary>
    private static Rich Response(AllyDrift ally, AllyResponse response) => Or(ally.Responses).FirstOrDefault(shift => shift.Response == response) switch
    {
        null => Rich.Of(Numbers.Missing),
        { Before.Mean: 0, After.Mean: 0 } => Rich.Of("has weapons"),
        { } shift => Rich.Of(Shift(shift.Before, shift.After)),
    };

    private static string Shift(Spread before, Spread after)
    {
        var (from, to) = (Numbers.Format(before.Mean, Unit.Probability), Numbers.Format(after.Mean, Unit.Probability));
        return from == to ? to : $"{(from[0] == '<' ? from : from.Replace(" %", "", StringComparison.Ordinal))} → {to}";
    }
}
