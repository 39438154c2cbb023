using System.Collections.Immutable;
using Entente.Briefing.Charts;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <content>The lines of evidence.</content>
internal sealed partial class BriefComposer
{
    private ImmutableArray<Section> Evidence()
    {
        if (_assessment.Evidence is not { } evidence) return [];
        string Share(double value) => Numbers.Format(value, Unit.Probability);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Paragraph(Rich.Of(evidence.Disagreement.Sentence)));
        if (AssessmentCharts.Evidence(_assessment) is { } chart) blocks.Add(new Picture(chart, ModelLine("lines of evidence", evidence.Lines.SelectMany(line => line.Sources).Distinct()), null));
        if (AssessmentCharts.Grades(_assessment) is { } grades) blocks.Add(new Picture(grades, ModelLine("lines of evidence", evidence.Lines.SelectMany(line => line.Sources).Distinct()), null));
        blocks.Add(new Table(
            Rich.Of("Where the target stands by the end of the horizon, with the moves, by each line of evidence and by their stack "),
            [new("Line"), new("No change", true), new("Neutralised", true), new("Dealigned", true), new("Realigned", true), new("Split", true), new("Weight", true)],
            [
                .. evidence.Lines.Select(line => ImmutableArray.Create(
                    Rich.Of(AssessmentCharts.Capital(line.Name)).Break().Quiet(line.What), Rich.Of(Share(line.With.NoChange)), Rich.Of(Share(line.With.Neutralised)), Rich.Of(Share(line.With.Dealigned)), Rich.Of(Share(line.With.Realigned)),
                    Rich.Of(Share(line.With.Split)).Break().Quiet(Numbers.Range(line.Split.Low, line.Split.High, Unit.Probability)), Rich.Of(Share(line.Weight.Weight)))),
                ImmutableArray.Create(
                    Rich.Of("Together"), Rich.Of(Share(evidence.Stack.NoChange)), Rich.Of(Share(evidence.Stack.Neutralised)), Rich.Of(Share(evidence.Stack.Dealigned)), Rich.Of(Share(evidence.Stack.Realigned)),
                    Rich.Of(Share(evidence.Stack.Split)), Rich.Of("")),
            ]));
        ImmutableArray<Rich> notes = [.. evidence.Silent.Select(silent => Rich.Of($"{silent.Name}: {silent.Reason}")), .. evidence.Caveats.Select(caveat => Rich.Of(caveat)), .. evidence.Lines.SelectMany(line => line.Caveats).Select(caveat => Rich.Of(caveat))];
        if (!notes.IsEmpty) blocks.Add(new Bullets(notes));
        return [new Section("evidence", "What three lines of evidence say", "Evidence", blocks.ToImmutable())];
    }
}
