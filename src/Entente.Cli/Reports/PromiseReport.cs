using System.Globalization;
using Entente.Cli.Show;
using Entente.Models.Strategy.Promises;
using Entente.World;
using Entente.World.Security;

namespace Entente.Cli.Reports;

/// <summary>Shows the hazard of a promise.</summary>
internal static class PromiseReport
{
    private const int MostRows = 10;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(Terminal terminal, PromiseHazardEstimate estimate, WorldEdition world)
    {
        var name = world.States[estimate.Promiser].Name;
        terminal.Title(
            $"A promise of {name}{(estimate.About is { } about ? $" to {world.States[about].Name}" : string.Empty)}",
            string.Create(Invariant, $"made in {estimate.Year}, with what was known before; {estimate.IsDemocracy switch { true => "democracy", false => "no democracy", _ => "regime type not held" }}"));
        terminal.Markup(string.Create(
            Invariant,
            $"Reversed in a year with probability [bold]{Percent(estimate.Hazard.Mean)}[/] ({Percent(estimate.Hazard.Low)} to {Percent(estimate.Hazard.High)}); worth [bold]{estimate.Worth.Median:0%}[/] ({estimate.Worth.Low:0%} to {estimate.Worth.High:0%}) of one kept for certain, at a discount factor of {estimate.Options.Discount:0.###}."));
        terminal.Heading("What it is made of", "mean, 5 to 95 %");
        var parts = Look.Table(Look.Words("part"), Look.Figures("mean"), Look.Figures("5–95 %"), Look.Names("basis"), Look.Words("rests on"));
        foreach (var part in estimate.Parts)
        {
            var shown = part.Key is "turnover" or "opinion" ? "0.00" : "0.0%";
            parts.Row(Terminal.Escape(part.Name), part.Value.Mean.ToString(shown, Invariant), $"{part.Value.Low.ToString(shown, Invariant)}–{part.Value.High.ToString(shown, Invariant)}", $"[dim]{part.Basis.ToString().ToLowerInvariant()}[/]", $"[dim]{Terminal.Escape(part.RestsOn)}[/]");
        }

        terminal.Write(parts);
        terminal.Heading("Rival readings", "yearly hazard and worth; which is right is not known");
        var readings = Look.Table(Look.Names("reading"), Look.Figures("hazard"), Look.Figures("5–95 %"), Look.Figures("worth"), Look.Words("what it holds"));
        foreach (var reading in estimate.Readings)
        {
            var (hazard, interval, worth) = reading is { Hazard: { } h, Worth: { } w } ? (Percent(h.Mean), $"{Percent(h.Low)}–{Percent(h.High)}", w.Median.ToString("0%", Invariant)) : ("–", "–", "–");
            readings.Row(Terminal.Escape(reading.Name), hazard, interval, worth, $"[dim]{Terminal.Escape(reading.Says)}[/]");
        }

        terminal.Write(readings);
        Record(terminal, estimate, world);
        foreach (var hole in estimate.Missing) terminal.Item("?", $"[yellow]{Terminal.Escape(hole)}[/]");
        terminal.Markup("[dim]The record is coded by the project and not exhaustive: judgement on dated facts. Reversed promises are remembered better than kept ones.[/]");
        terminal.Item("Rests on", Terminal.Escape(estimate.Provenance.Coverage.Statement));
        SourceNotes.WriteKeys(terminal, estimate.Provenance.Sources);
    }

    private static void Record(Terminal terminal, PromiseHazardEstimate estimate, WorldEdition world)
    {
        var reversed = estimate.Record.Where(promise => promise.End == PromiseEnd.Reversed).ToArray();
        terminal.Heading("The record", string.Create(Invariant, $"{estimate.Record.Length} coded: {reversed.Length} reversed, {estimate.Record.Count(p => p.End == PromiseEnd.Lapsed)} lapsed, {estimate.Record.Count(p => p.End == PromiseEnd.Standing)} standing"));
        if (reversed.Length == 0) return;
        var table = Look.Table(Look.Words("reversed"), Look.Figures("made"), Look.Figures("ended"), Look.Names("by"), Look.Names("form"), Look.Words("basis"));
        bool ToTarget(RecordedPromise promise) => promise.With is { } with && with == estimate.About;
        foreach (var promise in reversed.OrderBy(promise => ToTarget(promise) ? 0 : 1).ThenByDescending(promise => promise.Ended).Take(MostRows))
        {
            table.Row(
                $"{(ToTarget(promise) ? "[bold]" : "[default]")}{Terminal.Escape(promise.Agreement)}[/]", promise.Made.Year.ToString(Invariant), promise.Ended!.Value.Year.ToString(Invariant),
                promise.By switch { PromiseBreaker.SameLeader => "same leader", PromiseBreaker.LaterLeader => "later leader", _ => "other party" }, promise.Kind.ToString().ToLowerInvariant(), $"[dim]{Terminal.Escape(promise.Basis)}[/]");
        }

        terminal.Write(table);
        if (reversed.Length > MostRows) terminal.Markup($"[dim]The newest {MostRows}{(estimate.About is { } about ? $", those to {world.States[about].Name} first" : string.Empty)}; --json has all, also the kept ones.[/]");
    }

    public static void WriteScores(Terminal terminal, PromiseBacktest test, WorldEdition world)
    {
        terminal.Title("Does the hazard foresee reversals?", string.Create(Invariant, $"{test.Promises} forecasts of four years from {test.From}, {test.Reversals} reversed, {test.Clusters} pairs of state and year"));
        var table = Look.Table(Look.Names("forecaster"), Look.Figures("Brier"), Look.Figures("log"), Look.Figures("area"), Look.Figures("gain on base rate"));
        foreach (var score in test.Scores)
        {
            table.Row(
                Terminal.Escape(score.Forecaster), score.Brier.ToString("0.0000", Invariant), score.Log.ToString("0.0000", Invariant), score.AreaUnderCurve.ToString("0.00", Invariant),
                string.Create(Invariant, $"{score.LogGain:+0.0000;-0.0000;0} ({score.LogGainInterval.Low:+0.0000;-0.0000;0} to {score.LogGainInterval.High:+0.0000;-0.0000;0})"));
        }

        terminal.Write(table);
        terminal.Markup("[dim]Forward: each forecast reads only what was known before it. But the list was coded by one who knew every outcome, and promises of one state in one year are no independent looks: with so few reversals only large differences can be told.[/]");
        SourceNotes.Write(terminal, test.Provenance, world.Catalog);
    }

    private static string Percent(double value) => value.ToString("0.0%", Invariant);
}
