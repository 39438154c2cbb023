using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Bill;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <content>The bill: what is at stake, each cell with its interval and its sources; nothing is added up.</content>
internal sealed partial class BriefComposer
{
    private const int MostBillRows = 14;

    private ImmutableArray<Section> BillSections()
    {
        if (_assessment.Bill is not { } bill || bill.Lines.IsEmpty) return [];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Paragraph(Rich.Of("What is at stake, each cell in the unit of its head, with 90 % of draws where it is drawn. Nothing is added up: money of different kinds would be counted twice, and probabilities are no money. What allies would do stands in the section on allies.")));
        if (OfAllies(bill) is { } allies) blocks.Add(allies);
        foreach (var lines in bill.Tables.Where(table => table[0].Section is not (BillSection.AtStake or BillSection.Income or BillSection.Credibility or BillSection.Responses or BillSection.Arming))) blocks.Add(OfItem(lines));
        var silent = bill.Lines.Where(line => !line.IsHeld && line.Note.Length > 0).Select(line => $"{Charts.AssessmentCharts.Capital(line.Item)}, {line.Who}: {line.Note}").Distinct(StringComparer.Ordinal).Take(MostBillRows);
        ImmutableArray<Rich> notes = [.. silent.Concat(bill.Notes).Select(note => Rich.Of(Sentence(note)))];
        if (!notes.IsEmpty) blocks.Add(new Bullets(notes));
        return [new Section("bill", "The bill, cell by cell", "Bill", blocks.ToImmutable())];
    }

    /// <summary>One row for each ally: what is traded, what income, credibility and arming do.</summary>
    private Table? OfAllies(StrategyBill bill)
    {
        ImmutableArray<ImmutableArray<BillLine>> items = [.. bill.Tables.Where(table => table[0].Section is BillSection.AtStake or BillSection.Income or BillSection.Credibility or BillSection.Arming && table.Any(line => line.IsHeld))];
        if (items.IsEmpty) return null;
        var lines = items.SelectMany((table, column) => table.Select(line => (line, column))).ToLookup(pair => pair.line.Who, StringComparer.Ordinal);
        return new Table(
            Rich.Of("Allies, cell by cell; an arrow: without and with the moves"),
            [new("Ally"), .. items.Select(table => new Column(Charts.AssessmentCharts.Capital(table[0].Item), true))],
            [
                .. lines.Select(who => who.ToDictionary(pair => pair.column, pair => pair.line)).Where(row => row.Values.Any(line => line.IsHeld)).OrderByDescending(row => row.TryGetValue(0, out var first) ? first.Amount?.Mean ?? 0 : 0)
                    .Select(row => ImmutableArray.CreateRange(Enumerable.Range(0, items.Length).Select(column => row.TryGetValue(column, out var line) ? Cell(line) : Rich.Empty.Quiet("not held")).Prepend(Rich.Of(row.Values.First().Who)))),
            ]);
    }

    private Table OfItem(ImmutableArray<BillLine> table)
    {
        var lines = table.OrderByDescending(line => Math.Abs((line.After ?? line.Amount)?.Mean ?? 0)).Take(MostBillRows).ToList();
        var more = lines.Count < table.Length ? $" (the {lines.Count} largest of {table.Length})" : "";
        return new Table(
            Rich.Of($"{Charts.AssessmentCharts.Capital(table[0].Item)}{more} "), [new("Who"), new("Without the moves → with them", true), new("Change", true), new("Rests on")],
            [
                .. lines.Select(line => ImmutableArray.Create(
                    Rich.Of(line.Who), line.After is { } after && line.Before is { } before ? Rich.Of(Value(before, line.Unit)).Text(" → ").Text(Value(after, line.Unit)).Break().Quiet(Interval(after, line.Unit)) : Single(line.Before ?? line.After, line.Unit),
                    line.Amount is { } amount && double.IsFinite(amount.Mean) ? Rich.Of(Change(amount, line.Unit)).Break().Quiet(ChangeRange(amount, line.Unit)) : Rich.Empty.Quiet(line.IsHeld ? "left alone" : "not held"),
                    Rich.Empty.Badge(line.Basis).Text(" ").Cite(_sources.Of(line.Sources)))),
            ]);
    }

    private Rich Cell(BillLine line)
    {
        if (!line.IsHeld) return Rich.Empty.Quiet("not held");
        var cell = line.Before is { } before && line.After is { } after && double.IsFinite(after.Mean)
            ? Rich.Of($"{Value(before, line.Unit)} → {Value(after, line.Unit)}").Break().Quiet(Interval(after, line.Unit))
            : Single(line.Amount ?? line.After ?? line.Before, line.Unit);
        return cell.Text(" ").Cite(_sources.Of(line.Sources));
    }

    private static Rich Single(Spread? spread, Unit unit)
    {
        if (spread is not { } held || !double.IsFinite(held.Mean)) return Rich.Empty.Quiet("not held");
        var value = Rich.Of(Value(held, unit));
        return held.Low < held.High ? value.Break().Quiet(Interval(held, unit)) : value;
    }

    private static string Value(Spread spread, Unit unit) => Numbers.Format(spread.Mean, unit);

    private static string Interval(Spread spread, Unit unit) => Numbers.Range(spread.Low, spread.High, unit);

    private static string Change(Spread spread, Unit unit) => unit is Unit.Probability or Unit.Share ? Numbers.Points(spread.Mean) : Numbers.Signed(spread.Mean, unit);

    private static string ChangeRange(Spread spread, Unit unit) => unit is Unit.Probability or Unit.Share ? Numbers.PointsRange(spread.Low, spread.High) : Numbers.Range(spread.Low, spread.High, unit, true);
}
