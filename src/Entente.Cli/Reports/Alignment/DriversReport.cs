using System.Collections.Immutable;
using System.Globalization;
using Entente.Cli.Show;
using Entente.Models.Alignment.Drivers;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Alignment;

/// <summary>Shows what goes with alignment.</summary>
internal static class DriversReport
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(Terminal terminal, DriverStudy study, SourceCatalog catalog)
    {
        terminal.Title("What goes with alignment", string.Create(Invariant, $"{Words(study.Options.Outcome)} of all pairs, {study.From}–{study.To}; covariates of the year before"));
        foreach (var line in study.Reading) terminal.Item("–", Terminal.Escape(line));
        terminal.Heading("Shares of what the covariates explain", "Shapley parts; 90 % intervals over resampled states");
        var shares = Look.Table(Look.Words("comparison"), Look.Figures("R², %"), Look.Figures("politics, %"), Look.Figures("economics, %"), Look.Figures("security, %"), Look.Figures("dyad-years"));
        foreach (var one in study.Regressions)
        {
            shares.Row(
                [one.Name, $"{Number(one.Explained)} [dim]({Range(one.ExplainedInterval)})[/]", .. DriverShares(one), one.DyadYears.ToString("N0", Invariant)]);
        }

        terminal.Write(shares);
        foreach (var one in study.Regressions) terminal.Markup($"[dim]{Terminal.Escape(one.Name)}: the effects absorb {Terminal.Escape(one.Absorbs)}.[/]");
        var full = study.Regressions.FirstOrDefault(one => one.Key == "level-full") ?? study.Regressions[0];
        terminal.Heading("Coefficients", "change of the outcome per standard deviation of the covariate ± half of its 90 % interval, dyadic-robust; bold where it excludes 0");
        var table = Look.Table([Look.Names("covariate"), .. study.Regressions.Select(one => Look.Figures(Short(one.Key)))]);
        foreach (var block in full.Effects.GroupBy(effect => effect.Covariate.Block))
        {
            table.Row([$"[dim]{block.Key.ToString().ToLowerInvariant()}[/]", .. study.Regressions.Select(_ => string.Empty)]);
            foreach (var effect in block) table.Row(["  " + Words(effect.Covariate.Name), .. study.Regressions.Select(one => Cell(one.Effects.First(other => other.Covariate == effect.Covariate)))]);
        }

        terminal.Write(table);
        if (!study.Lags.IsEmpty)
        {
            terminal.Heading("Which comes first", "one standard deviation of the one, a year before the other, given the other's own past");
            var lags = Look.Table(Look.Words("what follows"), Look.Words("what precedes"), Look.Figures("effect"), Look.Figures("90 %"), Look.Figures("own past"), Look.Names("years"), Look.Figures("rows"));
            foreach (var lag in study.Lags)
            {
                lags.Row(lag.Outcome, lag.Cause, Signed(lag.Effect), Signed(lag.Interval), double.IsNaN(lag.OwnPast) ? "–" : lag.OwnPast.ToString("0.00", Invariant), $"{lag.Years.From}–{lag.Years.To}", lag.Observations.ToString("N0", Invariant));
            }

            terminal.Write(lags);
            foreach (var lag in study.Lags) terminal.Markup($"[dim]{Terminal.Escape($"{lag.Cause} → {lag.Outcome}: {lag.Method}.")}[/]");
        }

        SourceNotes.Write(terminal, study.Provenance, catalog);
    }

    public static void WriteStory(Terminal terminal, DyadStory story, WorldEdition world)
    {
        terminal.Title($"{world.States[story.A].Name} and {world.States[story.B].Name}", string.Create(Invariant, $"{Words(story.Outcome)} {story.Before:0.000} in {story.From}, {story.After:0.000} in {story.To}: change {story.After - story.Before:+0.000;-0.000}"));
        var table = Look.Table(Look.Words("part of the change"), Look.Names("block"), Look.Figures("part"), Look.Figures($"{story.From - 1}"), Look.Figures($"{story.To - 1}"));
        foreach (var part in story.Parts)
        {
            table.Row(part.Name, part.Block?.ToString().ToLowerInvariant() ?? string.Empty, Signed(part.Part), Value(part.Before), Value(part.After));
        }

        terminal.Write(table);
        var covariates = story.Parts.Where(part => part.Block is not null).Sum(part => part.Part);
        terminal.Markup(Terminal.Escape(string.Create(Invariant, $"The parts add up to the change. Covariates of the pair account for {covariates:+0.000;-0.000} of {story.After - story.Before:+0.000;-0.000}; the rest is each state's own turn towards everybody, or has no covariate here.")));
        terminal.Markup("[dim]Coefficients are those of all pairs (state-year and pair effects): they say what usually goes with such changes, not what moved these two.[/]");
        SourceNotes.Write(terminal, story.Provenance, world.Catalog);
    }

    public static void WriteEvents(Terminal terminal, ImmutableArray<EventStudyResult> studies, SourceCatalog catalog)
    {
        foreach (var study in studies)
        {
            terminal.Title($"{study.Name} around {study.Event}", $"shift of {Words(study.Outcome)} against {study.Reference} and all other partners ± half of its 90 % interval, dyadic-robust");
            terminal.Markup("[dim]" + Terminal.Escape(string.Join("; ", study.Paths.Select(path => $"{path.Group.Key}: {path.Group.Name}, {path.Group.Members.Length} {(path.Group.Members.Length == 1 ? "state" : "states")}"))) + ".[/]");
            var table = Look.Table([Look.Names("year"), .. study.Paths.Select(path => Look.Figures(path.Group.Key))]);
            for (var i = 0; i < study.Paths[0].Shifts.Length; i++)
            {
                var year = study.Paths[0].Shifts[i].Year;
                table.Row([year == study.Event ? $"[bold]{year}[/]" : year.ToString(Invariant), .. study.Paths.Select(path => Cell(path.Shifts[i], study.Reference))]);
            }

            terminal.Write(table);
            foreach (var path in study.Paths)
            {
                var before = path.Shifts.Where(shift => shift.Year < study.Reference && !double.IsNaN(shift.Shift)).ToList();
                var moved = before.Count(shift => shift.Interval.Low > 0 || shift.Interval.High < 0);
                if (moved > 0) terminal.Markup($"[yellow]{Terminal.Escape($"{path.Group.Name}: {moved} of {before.Count} years before the event already differ from {study.Reference}; the path was not parallel, so the event is not the whole story.")}[/]");
            }

            foreach (var hole in study.Provenance.Coverage.MissingNames) terminal.Item("?", $"[yellow]{Terminal.Escape(hole)}[/]");
        }

        SourceNotes.Write(terminal, EventStudyResult.Together(studies), catalog);
    }

    private static string Cell(EventShift shift, int reference) =>
        shift.Year == reference ? "[dim]reference[/]" : double.IsNaN(shift.Shift) ? "[dim]not held[/]" : $"{Marked(shift.Shift, shift.Interval)} [dim]± {((shift.Interval.High - shift.Interval.Low) / 2).ToString("0.0000", Invariant)}[/]";

    private static string Cell(DriverEffect effect) =>
        double.IsNaN(effect.Effect) ? "[dim]absorbed[/]" : $"{Marked(effect.Effect, effect.Interval)} [dim]± {((effect.Interval.High - effect.Interval.Low) / 2).ToString("0.0000", Invariant)}[/]";

    private static string[] DriverShares(DriverRegression regression) =>
        [.. new[] { "Politics", "Economics", "Security" }.Select(name => regression.Blocks.FirstOrDefault(block => block.Block.ToString() == name) is { } block ? $"{Number(block.Share)} [dim]({Range(block.Interval)})[/]" : "–")];

    private static string Short(string key) => key switch { "level-pooled" => "pooled", "level-dyad" => "within pairs", "level-full" => "net of states", _ => "change" };

    private static string Marked(double value, Interval interval) => interval.Low > 0 || interval.High < 0 ? $"[bold]{Signed(value)}[/]" : Signed(value);

    private static string Signed(double value) => value.ToString("+0.0000;-0.0000;0", Invariant);

    private static string Signed(Interval interval) => $"{Signed(interval.Low)} to {Signed(interval.High)}";

    private static string Range(Interval interval) => $"{Number(interval.Low)}–{Number(interval.High)}";

    private static string Number(double share) => (100 * share).ToString(share < .1 ? "0.0" : "0", Invariant);

    private static string Value(double value) => double.IsNaN(value) ? "–" : value.ToString("0.###", Invariant);

    private static string Words(string name) => name.Replace('_', ' ');
}
