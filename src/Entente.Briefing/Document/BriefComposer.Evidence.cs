using System.Collections.Immutable;
using Entente.Briefing.Charts;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <summary>The lines of evidence and the bill.</summary>
internal sealed partial class BriefComposer
{
    private ImmutableArray<Section> Evidence()
    {
        if (_assessment.Evidence is not { } evidence) return [];
        string Share(double value) => Numbers.Format(value, Unit.Probability);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Paragraph(Rich.Of(evidence.Disagreement.Sentence)));
        if (AssessmentCharts.Evidence(_assessment) is { } chart) blocks.Add(new Picture(chart, ModelLine("lines of evidence", evidence.Lines.SelectMany(line => line.Sources).Distinct()), null));
        blocks.Add(new Table(
            Rich.Of("Where the target stands by the end of the horizon, with the moves, by each line of evidence and by their stack "),
            [new("Line"), new("No change", true), new("Neutralised", true), new("Dealigned", true), new("Realigned", true), new("Split", true), new("Weight", true)],
            [
                .. evidence.Lines.Select(line => ImmutableArray.Create(
                    Rich.Of(line.Name).Break().Quiet(line.What), Rich.Of(Share(line.With.NoChange)), Rich.Of(Share(line.With.Neutralised)), Rich.Of(Share(line.With.Dealigned)), Rich.Of(Share(line.With.Realigned)),
                    Rich.Of(Share(line.With.Split)).Break().Quiet(Numbers.Range(line.Split.Low, line.Split.High, Unit.Probability)), Rich.Of(Share(line.Weight.Weight)))),
                ImmutableArray.Create(
                    Rich.Of("Together"), Rich.Of(Share(evidence.Stack.NoChange)), Rich.Of(Share(evidence.Stack.Neutralised)), Rich.Of(Share(evidence.Stack.Dealigned)), Rich.Of(Share(evidence.Stack.Realigned)),
                    Rich.Of(Share(evidence.Stack.Split)), Rich.Of("")),
            ]));
        ImmutableArray<Rich> notes = [.. evidence.Silent.Select(silent => Rich.Of($"{silent.Name}: {silent.Reason}")), .. evidence.Caveats.Select(caveat => Rich.Of(caveat)), .. evidence.Lines.SelectMany(line => line.Caveats).Select(caveat => Rich.Of(caveat))];
        if (!notes.IsEmpty) blocks.Add(new Bullets(notes));
        return [new Section("evidence", "What three lines of evidence say", "Evidence", blocks.ToImmutable())];
    }

    private ImmutableArray<Section> BillSections()
    {
        if (_assessment.Bill is not { } bill || bill.Lines.IsEmpty) return [];
        const int MostRows = 14;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Paragraph(Rich.Of("What is at stake, each line in its own unit; nothing is added up across them.")));
        foreach (var table in bill.Lines.GroupBy(line => (line.Section, line.Item, line.Unit)))
        {
            var lines = table.OrderByDescending(line => Math.Abs((line.Amount ?? line.After)?.Mean ?? 0)).Take(MostRows).ToList();
            var more = table.Count() - lines.Count;
            string Cell(Spread? spread) => spread is { } held && double.IsFinite(held.Mean) ? $"{Numbers.Format(held.Mean, table.Key.Unit)} ({Numbers.Range(held.Low, held.High, table.Key.Unit)})" : "";
            blocks.Add(new Table(
                Rich.Of($"{Upper(table.Key.Item)}{(more > 0 ? $" (the {lines.Count} largest of {table.Count()})" : "")} ").Badge(lines[0].Basis),
                [new("Who"), new("Before", true), new("After", true), new("Amount", true)],
                [.. lines.Select(line => ImmutableArray.Create(Rich.Of(line.Who), Rich.Of(Cell(line.Before)), Rich.Of(Cell(line.After)), Rich.Of(line.IsHeld ? Cell(line.Amount) : "not held")))]));
        }

        if (!bill.Notes.IsEmpty) blocks.Add(new Bullets([.. bill.Notes.Select(note => Rich.Of(note))]));
        return [new Section("bill", "The bill, line by line", "Bill", blocks.ToImmutable())];
    }

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
