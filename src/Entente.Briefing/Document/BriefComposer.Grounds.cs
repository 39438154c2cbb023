using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing.Charts;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Discovery;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <content>Influences, conditions, assumptions, holes, method.</content>
internal sealed partial class BriefComposer
{
    private ImmutableArray<Block> Influences()
    {
        var influences = Or(_assessment.Influences);
        if (influences.IsEmpty) return [new Paragraph(Rich.Of("No influence was computed."))];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var judged = influences.Take(5).Count(influence => influence.IsJudgement);
        blocks.Add(new Paragraph(Rich.Of($"Of the {Math.Min(5, influences.Length)} assumptions that matter most, {judged} rest{(judged == 1 ? "s" : "")} on ").Badge(Basis.Judgement).Text(".")));
        if (_assessment.Judgement is { Explained: > 0 } judgement)
        {
            blocks.Add(new Paragraph(Rich.Of($"{judgement.Judged} of the {judgement.Inputs} inputs that vary are judged; they carry {Numbers.Format(judgement.ByJudgement / judgement.Explained, Unit.Share)} of what single inputs explain of the spread. The choice among the rival views, a judgement too, explains {Numbers.Format(judgement.ByView, Unit.Share)}.")));
        }

        if (AssessmentCharts.Influences(_assessment) is { } chart) blocks.Add(new Picture(chart, ModelLine("chance of a split", []), null));
        blocks.Add(new Table(
            Rich.Of("Assumptions by their influence on the chance of a split in the game ").Badge(Basis.Modelled),
            [new("Assumption"), new("Variance explained alone", true), new("Rank correlation", true), new("Probability, lowest fifth", true), new("Probability, highest fifth", true), new("Rests on")],
            [.. influences.Select(influence => ImmutableArray.Create(Rich.Of(AssessmentCharts.Capital(AssessmentCharts.Spoken(influence.Name))),
                Rich.Of(Numbers.Format(influence.FirstOrder, Unit.Share)).Text(double.IsFinite(influence.StandardError) ? $" ± {Numbers.Error(influence.StandardError, Unit.Share)}" : ""),
                Rich.Of(double.IsNaN(influence.RankCorrelation) ? "none: views have no order" : Numbers.Signed(influence.RankCorrelation, Unit.Number)), Rich.Of(Numbers.Format(influence.WhenLow, Unit.Probability)), Rich.Of(Numbers.Format(influence.WhenHigh, Unit.Probability)),
                influence.IsJudgement ? Rich.Empty.Badge(Basis.Judgement) : Rich.Of("a source, below")))]));
        return blocks.ToImmutable();
    }

    private ImmutableArray<Block> Conditions()
    {
        var conditions = Or(_assessment.Conditions);
        if (conditions.IsEmpty) return [new Paragraph(Rich.Of("No condition was found under which the answer would turn."))];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Paragraph(Rich.Of("Regions of futures in which the answer turns, found by the patient rule induction method on the draws of the game; the sentences say how often it works there and how many futures lie there. ").Badge(Basis.Modelled)));
        blocks.Add(new Bullets([.. conditions.Select(Condition)]));
        var boxes = conditions.Where(condition => !Or(condition.Bounds).IsEmpty).ToList();
        for (var k = 0; k < boxes.Count; k++)
        {
            if (AssessmentCharts.Box(_assessment, boxes[k], $"box-{k + 1}") is { } chart) blocks.Add(new Picture(chart, ModelLine("scenario discovery", []), Restrictions(boxes[k])));
        }

        if (_assessment.Discovery is { } search) blocks.Add(Trajectory(search));
        return blocks.ToImmutable();
    }

    private static Rich Condition(Condition condition) => double.IsNaN(condition.OutOfSample)
        ? Rich.Of(Sentence(condition.Text))
        : Rich.Of(Sentence(condition.Text)).Text(" ").Quiet($"Among draws that the search did not see: {Numbers.Format(condition.OutOfSample, Unit.Probability)}.");

    private static Table Restrictions(Condition condition) => new(
        Rich.Of("Restrictions of the box, with the chance of so dense a box without each (quasi-p), and how often half of the draws lead to it"),
        [new("Restriction"), new("Quasi-p", true), new("Found in half samples", true)],
        [.. condition.Bounds.Select(bound => ImmutableArray.Create(Rich.Of(AssessmentCharts.Capital(bound.Text)), Rich.Of(Numbers.Format(bound.QuasiP, Unit.Probability)), Rich.Of(Numbers.Format(bound.Stability, Unit.Share))))]);

    private static Table Trajectory(DiscoverySummary search)
    {
        const int Rows = 12;
        var step = Math.Max(1, search.Trajectory.Length / Rows);
        var tree = $"The densest leaf of a regression tree, as a check: chance {Numbers.Format(search.TreeDensity, Unit.Probability)} in {Numbers.Format(search.TreeMass, Unit.Share)} of futures, by {string.Join(", ", search.TreeInputs.Select(AssessmentCharts.Spoken))}.";
        return new Table(
            Rich.Of($"The way of the search over {Numbers.Whole(search.Draws)} futures and {search.Inputs.Length} inputs. {tree}"),
            [new("Step"), new("Coverage", true), new("Chance inside", true), new("Share of futures", true), new("Inputs restricted", true)],
            [
                .. search.Trajectory.Select((box, k) => (box, k)).Where(pair => pair.k % step == 0).Select(pair => ImmutableArray.Create(
                    Rich.Of(pair.k.ToString(CultureInfo.InvariantCulture)), Rich.Of(Numbers.Format(pair.box.Coverage, Unit.Share)), Rich.Of(Numbers.Format(pair.box.Density, Unit.Probability)), Rich.Of(Numbers.Format(pair.box.Mass, Unit.Share)),
                    Rich.Of(pair.box.Restricted.ToString(CultureInfo.InvariantCulture)))),
            ]);
    }

    private ImmutableArray<Block> Assumptions()
    {
        var assumptions = Or(_assessment.Assumptions);
        if (assumptions.IsEmpty) return [new Paragraph(Rich.Of("Nothing is assumed beyond the data."))];
        var judged = assumptions.Count(assumption => assumption.IsJudgement);
        return
        [
            new Paragraph(Rich.Of($"{judged} of {assumptions.Length} assumptions rest on ").Badge(Basis.Judgement).Text(", the others on the source named. A strategy file can replace any of them.")),
            new Table(
                Rich.Of("Every assumption that the assessment reads"),
                [new("Assumption"), new("Meaning"), new("Distribution"), new("Median", true), new("90 % between", true), new("Source")],
                [.. assumptions.Select(assumption =>
                {
                    var definition = AssumptionCatalog.Find(assumption.Name);
                    var source = assumption.IsJudgement ? Rich.Empty.Badge(Basis.Judgement) : Rich.Of(assumption.Source).Text(" ").Cite(_sources.Of([assumption.Source]));
                    if (!string.IsNullOrWhiteSpace(assumption.Note)) source = source.Text(" ").Quiet(Sentence(assumption.Note));
                    return ImmutableArray.Create(Rich.Of(AssessmentCharts.Capital(AssessmentCharts.Spoken(assumption.Name))), Rich.Of(definition is null ? "" : Sentence(definition.Description)).Text(definition is null ? "" : " ").Quiet(definition is null ? "" : $"Channel: {definition.Channel}."),
                        Rich.Of(assumption.Distribution.Describe()), Rich.Of(Numbers.Format(assumption.Distribution.Median, Unit.Number)),
                        Rich.Of(Numbers.Range(assumption.Distribution.Quantile(.05), assumption.Distribution.Quantile(.95), Unit.Number)), source);
                })]),
        ];
    }

    private ImmutableArray<Block> Missing()
    {
        var caveats = Or(_assessment.Caveats);
        return caveats.IsEmpty ? [new Paragraph(Rich.Of("No caveat is recorded."))] : [new Bullets([.. caveats.Select(caveat => Rich.Of(Sentence(caveat)))])];
    }

    private ImmutableArray<Block> Computed()
    {
        var failed = _assessment.FailedDraws == 0 ? "none" : $"{Numbers.Whole(_assessment.FailedDraws)} of {Numbers.Whole(_assessment.Draws)}{(_assessment.Draws > 0 ? $" ({Numbers.Format((double)_assessment.FailedDraws / _assessment.Draws, Unit.Share)})" : "")}; they are counted here and in no mean";
        var items = ImmutableArray.CreateBuilder<(string, Rich)>();
        items.Add(("Draws", Rich.Of(Numbers.Whole(_assessment.Draws))));
        items.Add(("Failed draws", Rich.Of(failed)));
        items.Add(("Seed", Rich.Of(_assessment.Seed.ToString(CultureInfo.InvariantCulture))));
        items.Add(("Strategy", Rich.Of(_assessment.Strategy.Key)));
        items.Add(("Program", Rich.Of($"Entente {_options.VersionText}")));
        if (_options.StoreEdition is { } edition) items.Add(("Edition of the data", Rich.Of(edition)));
        if (_options.CommandLine is { } command) items.Add(("Command", Rich.Empty.Code(command)));
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Paragraph(Rich.Of("Same inputs and seed give the same bytes. Intervals hold 90 % of draws unless stated otherwise; the Monte Carlo error is the standard error that the finite number of draws leaves in a mean.")));
        blocks.Add(new Facts(items.ToImmutable()));
        if (!Or(_assessment.KeyFigures).IsEmpty)
        {
            blocks.Add(new Table(
                Rich.Of("Where the key figures come from"),
                [new("Figure"), new("Query or computation"), new("Vintage"), new("Held", true), new("Missing", true), new("Sources")],
                [.. Or(_assessment.KeyFigures).Select((figure, index) => ImmutableArray.Create(Rich.Empty.Anchor(NoteId(index)).Text(figure.Label), Rich.Empty.Code(figure.Provenance.Query), Vintage(figure.Provenance.Sources), Counted(figure.Provenance.Coverage.Held), Counted(figure.Provenance.Coverage.Missing),
                    Rich.Empty.Badge(figure.Basis).Text(" ").Cite(_sources.Of(figure.Provenance.Sources))))]));
        }

        return blocks.ToImmutable();
    }

    private Rich Vintage(ImmutableArray<string> keys)
    {
        var editions = Or(keys).Select(key => Or(_assessment.Sources).FirstOrDefault(source => source.Key == key)?.Edition ?? "").Where(edition => edition.Length > 0).Distinct().ToList();
        return editions.Count == 0 ? Rich.Empty.Quiet("none stated") : Rich.Of(string.Join("; ", editions));
    }

    private static Rich Counted(int? cells) => cells is { } count ? Rich.Of(Numbers.Whole(count)) : Rich.Empty.Quiet("not counted");
}
