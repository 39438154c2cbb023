using System.Collections.Immutable;
using Entente.Models.Security.Hedging;
using Entente.Models.Strategy.Bill;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Evidence;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Explaining;

/// <summary>Names the figures of an assessment and says what each is made of.</summary>
internal static class FigureList
{
    // Which assumptions each term of the balance reads; the names are those of the catalog, checked by a test.
    private static readonly Dictionary<string, ImmutableArray<AssumptionIndex>> Reads = new(StringComparer.Ordinal)
    {
        ["reward"] = [AssumptionIndex.TradeElasticity, AssumptionIndex.SanctionsEffectFactor, AssumptionIndex.ReliefUptake, AssumptionIndex.OthersTakePart, AssumptionIndex.MultiSectorFactor, AssumptionIndex.FadeInYears, AssumptionIndex.ReversalHazard, AssumptionIndex.DiscountFactor, AssumptionIndex.PocketedShare],
        ["gas"] =
        [
            AssumptionIndex.GasReturnShareAlone, AssumptionIndex.GasDemandElasticity, AssumptionIndex.GasProductionElasticity, AssumptionIndex.GasTargetMarketPower, AssumptionIndex.GasOthersMarketPower,
            AssumptionIndex.GasVolumeWeight, AssumptionIndex.GasCostFactor, AssumptionIndex.GasDestinationFlexibility, AssumptionIndex.GasFullFrom, AssumptionIndex.ReversalHazard, AssumptionIndex.PocketedShare,
        ],
        ["threat-relief"] = [AssumptionIndex.SecurityWeight, AssumptionIndex.ThreatRelief, AssumptionIndex.ReversalHazard, AssumptionIndex.DiscountFactor, AssumptionIndex.PocketedShare],
        ["partner-loss"] = [AssumptionIndex.TradeElasticity, AssumptionIndex.MultiSectorFactor, AssumptionIndex.PartnerTradeCut, AssumptionIndex.PartnerReversalHazard],
        ["counterbid"] = [AssumptionIndex.PartnerCounterbid, AssumptionIndex.PartnerValue, AssumptionIndex.PartnerReversalHazard, AssumptionIndex.TradeElasticity, AssumptionIndex.MultiSectorFactor],
        ["obstruction"] = [AssumptionIndex.AllyObstruction, AssumptionIndex.AllyFriction, AssumptionIndex.SecurityWeight],
        ["partner-threat"] = [AssumptionIndex.SecurityWeight, AssumptionIndex.PartnerThreatAwakened],
        ["inertia"] = [AssumptionIndex.SpontaneousSplitIfUnknown],
        ["friction"] = [AssumptionIndex.SwitchingCost, AssumptionIndex.RenegingLoss, AssumptionIndex.ReversalHazard, AssumptionIndex.DiscountFactor],
    };

    public static ImmutableArray<ExplainedFigure> Of(WorldEdition world, Assessment assessment)
    {
        var figures = ImmutableArray.CreateBuilder<ExplainedFigure>();
        var (divider, target, partner) = assessment.Names;
        var horizon = assessment.Strategy.Start + assessment.Strategy.HorizonYears;
        var mayJoin = assessment.Strategy.Moves.OfType<SanctionsMove>().Any(move => !move.JoinedBy.IsEmpty);
        ImmutableArray<string> terms = [.. assessment.Balance.Select(term => $"balance.{term.Key}")];
        if (assessment.Evidence is { } evidence) figures.AddRange(OfEvidence(assessment, evidence));
        figures.Add(Modelled(
            "split", $"chance that {target} is split from {partner} by {horizon}, as the game has it", assessment.Splits, Unit.Probability,
            "Mean over draws of the probability of the grades dealigned and realigned in the quantal response equilibrium of the wedge game, each draw under one of the rival views.",
            [.. assessment.Views.Select(view => $"view.{view.Key}")]));
        figures.Add(Modelled("split-without", "the same without the moves", assessment.SplitsWithoutMoves, Unit.Probability, "The same draws without the strategy's moves.", []));
        figures.Add(Modelled("effect", "what the moves add to the chance of a split", assessment.EffectOfMoves, Unit.Probability, "With moves less without, draw by draw.", ["split", "split-without"]));
        foreach (var grade in assessment.Grades)
        {
            figures.Add(Modelled($"grade.{Snake(grade.Grade.ToString())}", $"chance of the grade {Words(grade.Grade.ToString())}", grade.With, Unit.Probability, "Mean over draws.", terms));
        }

        foreach (var view in assessment.Views)
        {
            figures.Add(Modelled($"view.{view.Key}", $"chance of a split if the view \"{view.Name}\" is right", view.Splits, Unit.Probability, view.Says, ["assumption.decision_noise", "assumption.hedging_leniency", .. terms]));
        }

        foreach (var term in assessment.Balance)
        {
            figures.Add(new ExplainedFigure(
                $"balance.{term.Key}", term.Name, term.Worth.Mean, Of(term.Worth), Unit.RelativeChange, Basis.Modelled, $"{term.Explanation} A yearly share of {target}'s income.", term.Sources,
                Reads.TryGetValue(term.Key, out var reads) ? [.. reads.Where(index => index != AssumptionIndex.OthersTakePart || mayJoin).Select(index => $"assumption.{AssumptionCatalog.All[(int)index].Name}")] : []));
        }

        for (var k = 0; k < assessment.KeyFigures.Length; k++)
        {
            var figure = assessment.KeyFigures[k];
            figures.Add(new ExplainedFigure(
                $"key.{k + 1}", figure.Label, figure.Value, figure.Interval, figure.Unit, figure.Basis, $"{figure.Provenance.Query}; {figure.Provenance.Coverage.Statement}.", figure.Provenance.Sources, []));
        }

        for (var k = 0; k < assessment.Costs.Length; k++)
        {
            var cost = assessment.Costs[k];
            figures.Add(new ExplainedFigure(
                $"cost.{k + 1}", $"{cost.Who}: {cost.What}", cost.BillionUsdPerYear.Mean, Of(cost.BillionUsdPerYear), Unit.BillionUsd, cost.Basis, $"A year once phased in, by the channel {cost.Channel}.", cost.Sources, []));
        }

        if (assessment.Bill is { } bill) figures.AddRange(bill.Lines.Select((line, k) => OfBill(line, k)).OfType<ExplainedFigure>());
        foreach (var ally in assessment.Allies) figures.AddRange(OfAlly(world, assessment, ally));
        foreach (var assumption in assessment.Assumptions) figures.Add(OfAssumption(assumption));
        return figures.ToImmutable();
    }

    private static IEnumerable<ExplainedFigure> OfEvidence(Assessment assessment, EvidenceTable evidence)
    {
        var what = $"chance that {assessment.Names.Target} is split from {assessment.Names.Partner}";
        yield return new ExplainedFigure(
            "stack", $"{what}, by all lines of evidence", evidence.Stack.Split, evidence.OneLineAlone, Unit.Probability, Basis.Modelled,
            $"Linear pool of the lines with learnt weights; the interval is the range by one line alone. {evidence.Disagreement.Sentence}", [], [.. evidence.Lines.Select(line => $"line.{line.Key}")]);
        foreach (var line in evidence.Lines)
        {
            yield return new ExplainedFigure(
                $"line.{line.Key}", $"{what}, by {line.Name}", line.With.Split, line.Split, Unit.Probability, line.Basis,
                FormattableString.Invariant($"{line.What} Weight {100 * line.Weight.Weight:0} %. {line.Coverage.Statement}."), line.Sources, line.Key == EvidenceLine.Game ? ["split"] : []);
        }
    }

    private static ExplainedFigure? OfBill(BillLine line, int k)
    {
        if (!line.IsHeld || (line.After ?? line.Amount ?? line.Before) is not { } value) return null;
        return new ExplainedFigure(
            FormattableString.Invariant($"bill.{k + 1}"), $"{line.Who}: {line.Item}", value.Mean, Of(value), line.Unit, line.Basis,
            line.Before is { } before && line.After is not null ? FormattableString.Invariant($"With the moves; without them {before.Mean:0.###}. {line.Note}") : line.Note, line.Sources, []);
    }

    private static IEnumerable<ExplainedFigure> OfAlly(WorldEdition world, Assessment assessment, AllyDrift ally)
    {
        var code = world.States[ally.StateId].Abbreviation ?? ally.StateId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        ImmutableArray<string> judged = [.. assessment.Assumptions.Where(assumption => assumption.Name.StartsWith("ally_", StringComparison.Ordinal)).Select(assumption => $"assumption.{assumption.Name}")];
        yield return new ExplainedFigure(
            $"ally.{code}", $"what the moves add to the chance that {ally.Name} stops relying on {assessment.Names.Divider}", ally.Change.Mean, Of(ally.Change), Unit.Probability, Basis.Modelled,
            $"{ally.Why}. One minus the probability of relying, after less before, draw by draw.", ally.Sources, [.. ally.Responses.Select(shift => $"ally.{code}.{Snake(shift.Response.ToString())}")]);
        foreach (var shift in ally.Responses)
        {
            yield return new ExplainedFigure(
                $"ally.{code}.{Snake(shift.Response.ToString())}", $"chance that {ally.Name} {Response(shift.Response)}", shift.After.Mean, Of(shift.After), Unit.Probability, Basis.Modelled,
                FormattableString.Invariant($"Without the moves {100 * shift.Before.Mean:0.0} %. A multinomial logit on threat, capability and the chance of being defended, anchored to base rates."), ally.Sources, judged);
        }
    }

    private static ExplainedFigure OfAssumption(Assumption assumption)
    {
        var distribution = assumption.Distribution;
        var (low, median, high) = (distribution.Quantile(.05), distribution.Quantile(.5), distribution.Quantile(.95));
        var meaning = AssumptionCatalog.Find(assumption.Name)?.Description;
        var from = assumption.IsJudgement ? "Judged" : $"From {assumption.Source}";
        return new ExplainedFigure(
            $"assumption.{assumption.Name}", meaning ?? assumption.Note ?? assumption.Name, median, new Interval(low, high, .9), Unit.Number, assumption.IsJudgement ? Basis.Judgement : Basis.Modelled,
            $"{from}: {distribution.Describe()}.{(assumption.Note is null || meaning is null ? string.Empty : $" {assumption.Note}")}", [], []);
    }

    private static ExplainedFigure Modelled(string key, string label, Spread spread, Unit unit, string how, ImmutableArray<string> parts) =>
        new(key, label, spread.Mean, Of(spread), unit, Basis.Modelled, how, [], parts);

    private static Interval Of(Spread spread) => new(spread.Low, spread.High, .9);

    private static string Response(AllyResponse response) => response switch
    {
        AllyResponse.Rely => "goes on relying",
        AllyResponse.Arm => "arms by itself",
        AllyResponse.Nuclear => "seeks nuclear weapons",
        AllyResponse.Accommodate => "accommodates the rival",
        _ => "accommodates and seeks nuclear weapons",
    };

    private static string Words(string name) => string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));

    private static string Snake(string name) => Words(name).Replace(' ', '-');
}
