using System.Collections.Immutable;
using System.Globalization;
using Entente.Cli.Show;
using Entente.Models.Alignment.Hypotheses;
using Entente.World;
using Entente.World.Catalog;

namespace Entente.Cli.Reports.Alignment;

/// <summary>Shows rival explanations and how they scored.</summary>
internal static class HypothesesReport
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void WriteList(Terminal terminal, ImmutableArray<Hypothesis> hypotheses)
    {
        terminal.Title("Rival explanations of alignment", $"{hypotheses.Length} hypotheses, beside persistence and drift");
        foreach (var one in hypotheses)
        {
            terminal.Heading(one.Name, one.Key);
            terminal.Item("Claim", Terminal.Escape(one.Statement));
            terminal.Item("Covariates", Terminal.Escape(string.Join(", ", one.Covariates.Select(covariate => covariate.Name))));
            foreach (var who in one.ArguedBy) terminal.Item("Argued by", Terminal.Escape(who));
            foreach (var caveat in one.Caveats) terminal.Item("Caveat", $"[yellow]{Terminal.Escape(caveat)}[/]");
        }

        SourceNotes.Write(terminal, HypothesisFile.Grounds(hypotheses), new SourceCatalog([]));
    }

    public static void Write(Terminal terminal, HypothesisContest contest, SourceCatalog catalog)
    {
        terminal.Title("Rival explanations out of sample", $"{contest.Outcome.Replace('_', ' ')} of all pairs; same pairs and years for all");
        foreach (var line in contest.Reading) terminal.Item("–", Terminal.Escape(line));
        foreach (var horizon in contest.Horizons)
        {
            terminal.Heading(
                horizon.Horizon == 1 ? "1 year ahead" : string.Create(Invariant, $"{horizon.Horizon} years ahead"),
                string.Create(Invariant, $"{horizon.Forecasts:N0} forecasts from {horizon.Origins.Length} origins, {horizon.Origins[0]}–{horizon.Origins[^1]}; 90 % intervals over blocks of origins"));
            var table = Look.Table(Look.Words("hypothesis"), Look.Figures("CRPS"), Look.Figures("log gain on persistence"), Look.Figures("on drift"), Look.Figures("in 50 %"), Look.Figures("in 90 %"), Look.Figures("weight"));
            foreach (var score in horizon.Scores)
            {
                table.Row(
                    score.Hypothesis.Name, score.Crps.Value.ToString("0.0000", Invariant),
                    score.Hypothesis == Hypothesis.Persistence ? "[dim]baseline[/]" : Gain(score.LogGain), score.Hypothesis.Covariates.IsEmpty ? "[dim]–[/]" : Marked(score.LogGainOnDrift),
                    Percent(score.Coverage50), Percent(score.Coverage90), string.Create(Invariant, $"{score.Weight.Value:0.00} [dim]({score.Weight.Interval.Low:0.00}–{score.Weight.Interval.High:0.00})[/]"));
            }

            table.Row("[dim]stack, weights known at each origin[/]", string.Empty, Gain(horizon.Stack), string.Empty, string.Empty, string.Empty, string.Empty);
            terminal.Write(table);
        }

        if (contest.Horizons is [.., var last])
        {
            terminal.Heading("Slopes", string.Create(Invariant, $"{last.Horizon} years ahead: mean over origins of the change of alignment per unit of the covariate"));
            foreach (var score in last.Scores.Where(score => !score.Hypothesis.Covariates.IsEmpty))
            {
                terminal.Item(score.Hypothesis.Name, Terminal.Escape(string.Join(", ", score.Hypothesis.Covariates.Zip(score.Slopes, (covariate, slope) => string.Create(Invariant, $"{covariate.Name} {slope:+0.0000;-0.0000}")))));
            }
        }

        SourceNotes.Write(terminal, contest.Provenance, catalog);
    }

    public static void WritePair(Terminal terminal, PairForecasts forecasts, WorldEdition world)
    {
        terminal.Title($"{world.States[forecasts.A].Name} and {world.States[forecasts.B].Name}", string.Create(Invariant, $"alignment {forecasts.Now:0.000} in {forecasts.Origin}; forecasts with 90 % intervals"));
        int[] horizons = [.. forecasts.Forecasts.Select(one => one.Horizon).Distinct()];
        var table = Look.Table([Look.Words("hypothesis"), .. horizons.Select(horizon => Look.Figures(string.Create(Invariant, $"{forecasts.Origin + horizon}")))]);
        foreach (var group in forecasts.Forecasts.GroupBy(one => one.Hypothesis))
        {
            table.Row([group.Key.Name, .. group.Select(one => string.Create(Invariant, $"{one.Mean:0.000} [dim]({one.Interval.Low:0.00}–{one.Interval.High:0.00})[/]"))]);
        }

        terminal.Write(table);
        foreach (var carried in forecasts.Carried) terminal.Item("?", $"[yellow]{Terminal.Escape(carried)}: it is not held later[/]");
        terminal.Markup("[dim]Means differ less than intervals are wide: the hypotheses say what usually happens to pairs with such traits. Intervals may pass 1, as the error has no bound.[/]");
        SourceNotes.Write(terminal, forecasts.Provenance, world.Catalog);
    }

    private static string Gain(OriginMean mean) => string.Create(Invariant, $"{Marked(mean)} [dim]({mean.Interval.Low:+0.000;-0.000} to {mean.Interval.High:+0.000;-0.000})[/]");

    private static string Marked(OriginMean mean)
    {
        var text = mean.Value.ToString("+0.0000;-0.0000", Invariant);
        return mean.Interval.Low > 0 ? $"[bold green]{text}[/]" : mean.Interval.High < 0 ? $"[bold red]{text}[/]" : text;
    }

    private static string Percent(double share) => share.ToString("P0", Invariant);
}
