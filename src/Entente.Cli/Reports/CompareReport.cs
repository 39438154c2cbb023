using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Strategy.Comparison;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports;

/// <summary>Shows strategies side by side.</summary>
internal static class CompareReport
{
    private const int LabelWidth = 9;

    public static void Write(Terminal terminal, StrategyTable table, SourceCatalog catalog)
    {
        var first = table.Strategies[0];
        var (_, target, partner) = first.Names;
        terminal.Title("Strategies over the same futures", $"{Numbers.Whole(table.Draws)} draws each, seed {table.Seed}");
        var rows = Look.Table(Look.Names(string.Empty), Look.Figures("split"), Look.Figures("90 %"), Look.Figures("by moves"), Look.Figures("realigned"), Look.Figures("allies lost"), Look.Figures("enough"));
        foreach (var one in table.Strategies)
        {
            rows.Row(
                $"[bold]{Terminal.Escape(one.Strategy.Key)}[/]", $"[bold]{Numbers.Format(one.Splits.Mean, Unit.Probability)}[/]", $"[dim]{Numbers.Range(one.Splits.Low, one.Splits.High, Unit.Probability)}[/]",
                Points(one.Effect.Mean), Numbers.Format(one.Realigned.Mean, Unit.Probability), Numbers.Format(one.Drifts.Mean, Unit.Count),
                $"{Numbers.Format(one.Satisfices.Value, Unit.Share)} [dim]± {Numbers.Error(one.Satisfices.Error, Unit.Probability)}[/]");
        }

        terminal.Write(rows);
        terminal.Markup(
            $"[dim]Split: {Terminal.Escape(target)} dealigned or realigned from {Terminal.Escape(partner)} by the end of the horizon, as the game has it. Allies lost: expected number that stop relying because of the moves. Good enough: a split with at least {Numbers.Format(table.Options.LeastSplit, Unit.Share)} and at most {table.Options.MostDrifts:0.##} allies lost, in the same future.[/]");
        foreach (var aim in table.Aims) Aim(terminal, table, aim);
        terminal.Line();
        foreach (var caveat in table.Caveats) terminal.Item("Mind", Terminal.Escape(caveat), LabelWidth);
        SourceNotes.Write(terminal, table.Provenance, catalog);
    }

    private static void Aim(Terminal terminal, StrategyTable table, ComparedAim aim)
    {
        terminal.Heading($"Aim: {aim.Name}", "more is better; regret: how far behind the best strategy of each future");
        var rows = Look.Table(
            Look.Names(string.Empty), Look.Figures("mean"), Look.Figures("on the first"), Look.Figures("regret"), Look.Figures("worst"), Look.Figures("best in"), Look.Figures("enough"));
        for (var s = 0; s < aim.Strategies.Length; s++)
        {
            var (one, against) = (aim.Strategies[s], aim.Against[s]);
            rows.Row(
                Terminal.Escape(table.Strategies[s].Strategy.Key), Number(one.Mean, aim.Unit, signed: aim.Unit != Unit.Probability),
                s == 0 ? string.Empty : $"{Number(against.Mean, aim.Unit, signed: true)} [dim]± {Error(against.StandardError, aim.Unit)}[/]",
                Number(one.ExpectedRegret, aim.Unit, signed: false), Number(one.MaximalRegret, aim.Unit, signed: false),
                Numbers.Format(one.Best, Unit.Share), double.IsNaN(one.Satisficing) ? string.Empty : Numbers.Format(one.Satisficing, Unit.Share));
        }

        terminal.Write(rows);
    }

    private static string Number(double value, Unit unit, bool signed) => unit == Unit.Probability && signed ? Points(value) : signed ? Numbers.Signed(value, unit) : Numbers.Format(value, unit);

    private static string Points(double value) => Numbers.Points(value).Replace(" points", string.Empty, StringComparison.Ordinal);

    private static string Error(double value, Unit unit) => unit == Unit.Probability ? Numbers.Error(value, Unit.Probability) : Numbers.Format(value, unit);
}
