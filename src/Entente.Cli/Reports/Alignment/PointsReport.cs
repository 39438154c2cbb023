using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Votes.IdealPoints;
using Entente.World;

namespace Entente.Cli.Reports.Alignment;

/// <summary>Shows where states stand: all of a year ranked, or some over the years.</summary>
internal static class PointsReport
{
    /// <summary>States at either end that are always shown.</summary>
    private const int Ends = 12;
    private const int ChartHeight = 15;

    /// <summary>Pairs of states whose distances the page shows.</summary>
    private const int Pairs = 3;

    /// <summary>Blocs whose members are shown wherever they stand: the larger states of either side.</summary>
    private static readonly string[] Familiar = ["G7", "BRICS"];

    /// <summary>One year, ranked.</summary>
    public static void WriteRanked(Terminal terminal, IdealPointEstimates estimates, int period, IReadOnlyList<IdealPoint> shown, WorldEdition world, bool smoothed)
    {
        var held = estimates.Periods[period];
        var all = estimates.Points.Count(point => point.Period == period);
        terminal.Title($"Where states stood in {held.Label}", string.Create(CultureInfo.InvariantCulture, $"ideal points from {held.RollCalls.Length} roll calls, {all} states"));
        if (held.RollCalls.Length < 20)
        {
            // Unless paths are smoothed a period knows nothing of those after it; only the first leans on its next.
            var lean = smoothed ? "the periods around it" : period == 0 ? "the period after it" : "the period before it";
            terminal.Markup(string.Create(CultureInfo.InvariantCulture, $"[yellow]{held.Label} rests on {held.RollCalls.Length} {(held.RollCalls.Length == 1 ? "roll call" : "roll calls")}: these points are mostly those of {lean}, and their intervals are narrow because the prior is.[/]"));
            terminal.Line();
        }

        var ranks = estimates.Points.Where(point => point.Period == period).OrderByDescending(point => point.Value).Select((point, index) => (point.State, index + 1)).ToDictionary(pair => pair.State, pair => pair.Item2);
        var (low, high) = (shown.Min(point => point.Interval.Low), shown.Max(point => point.Interval.High));
        var span = string.Create(CultureInfo.InvariantCulture, $"{estimates.Level * 100:0} % interval");
        var names = Math.Min(26, shown.Max(point => world.States[point.State].Name.Length));
        var room = Math.Max(16, terminal.Width - names - 44);
        var table = Look.Table(Look.Figures("rank"), Look.Names("state"), Look.Names($"{Number(low)}{new string(' ', Math.Max(1, room - Number(low).Length - Number(high).Length))}{Number(high)}"), Look.Figures("point"), Look.Names(span), Look.Figures("votes"));
        var before = 0;
        foreach (var point in shown)
        {
            var rank = ranks[point.State];
            if (before > 0 && rank > before + 1) table.Row(string.Empty, $"[dim]… {rank - before - 1} more[/]", string.Empty, string.Empty, string.Empty, string.Empty);
            before = rank;
            var name = world.States[point.State].Name;
            table.Row(
                Numbers.Whole(rank), Terminal.Escape(name.Length > names ? name[..(names - 1)] + "…" : name),
                IntervalLine.Of(point.Value, point.Interval.Low, point.Interval.High, low, high, room, point.RestsOnFew),
                Number(point.Value), $"[dim]{Number(point.Interval.Low)} to {Number(point.Interval.High)}[/]", point.RestsOnFew ? $"[yellow]{point.Votes}[/]" : Numbers.Whole(point.Votes));
        }

        terminal.Write(table);
        if (shown.Count < all) terminal.Markup("[dim]Shown: both ends, and the members of G7 and BRICS. --all shows every state, --json has them all.[/]");
        Foot(terminal, estimates, world, shown.Any(point => point.RestsOnFew), [held.Label]);
    }

    /// <summary>Some states over the years.</summary>
    public static void WriteSeries(Terminal terminal, IdealPointEstimates estimates, ImmutableArray<PointSeries> series, WorldEdition world)
    {
        var years = series[0].Years;
        terminal.Title($"Where {List(series)} stood", $"ideal points, UN General Assembly, {years[0]}–{years[^1]}");
        foreach (var line in MarkChart.Lines(years, [.. series.Select(one => (IReadOnlyList<double>)[.. one.Points.Select(point => point?.Value ?? double.NaN)])], terminal.Width, ChartHeight, terminal.Colour)) terminal.Markup(line);
        terminal.Markup("       " + string.Join("   ", series.Select((one, index) => $"{MarkChart.Mark(index, terminal.Colour)} {Terminal.Escape(one.Name)}")));
        terminal.Line();
        var shown = Years(years);
        YearTables.Write(terminal, [.. shown.Select(i => years[i])], [.. series.Select(one => new YearTables.Column(one.Name, [.. shown.Select(i => Cell(one.Points[i]))]))]);
        if (series.Length > 1) Distances(terminal, estimates, series, shown);
        Foot(terminal, estimates, world, series.Any(one => one.Points.Any(point => point is { RestsOnFew: true })), [.. estimates.Periods.Where(period => years.Contains(period.Year)).Select(period => period.Label)]);
    }

    /// <summary>The states of a year that the page shows unless all are asked for.</summary>
    public static IReadOnlyList<IdealPoint> Telling(IdealPointEstimates estimates, int period, bool all, WorldEdition world)
    {
        var ranked = estimates.Points.Where(point => point.Period == period).OrderByDescending(point => point.Value).ToList();
        var familiar = Familiar.SelectMany(bloc => world.Blocs.Find(bloc)?.MembersIn(estimates.Periods[period].Year) ?? []).ToHashSet();
        return all || ranked.Count <= 2 * Ends ? ranked : [.. ranked.Where((point, index) => index < Ends || index >= ranked.Count - Ends || familiar.Contains(point.State))];
    }

    private static string Number(double value) => Numbers.Decimals(value, 2);

    private static void Distances(Terminal terminal, IdealPointEstimates estimates, ImmutableArray<PointSeries> series, List<int> shown)
    {
        terminal.Heading("How far apart", "median distance and its interval");
        var pairs = (from a in Enumerable.Range(0, series.Length) from b in Enumerable.Range(a + 1, series.Length - a - 1) select (A: series[a], B: series[b])).ToList();
        YearTables.Write(terminal, [.. shown.Select(i => series[0].Years[i])], [.. pairs.Take(Pairs).Select(pair => new YearTables.Column($"{pair.A.Key}–{pair.B.Key}", [.. shown.Select(i => Distance(estimates, pair.A.Points[i], pair.B.Points[i]))]))]);
        if (pairs.Count > Pairs) terminal.Markup(string.Create(CultureInfo.InvariantCulture, $"[dim]{pairs.Count - Pairs} more pairs: --json has them all.[/]"));
    }

    private static string Distance(IdealPointEstimates estimates, IdealPoint? a, IdealPoint? b) => a is { } left && b is { } right && estimates.Distance(left.State, right.State, left.Period) is { } distance
        ? $"{Number(distance.Value)} [dim]({Number(distance.Interval.Low)} to {Number(distance.Interval.High)})[/]"
        : "[dim]missing[/]";

    private static string Cell(IdealPoint? point) => point is { } known
        ? $"{(known.RestsOnFew ? $"[yellow]○{Number(known.Value)}[/]" : Number(known.Value))} [dim]({Number(known.Interval.Low)} to {Number(known.Interval.High)})[/]"
        : "[dim]missing[/]";

    /// <summary>All of a short span; of a long one the round years and the last ones.</summary>
    private static List<int> Years(ImmutableArray<int> years)
    {
        var step = years.Length > 45 ? 10 : years.Length > 16 ? 5 : 1;
        return [.. Enumerable.Range(0, years.Length).Where(i => i == 0 || i >= years.Length - 5 || years[i] % step == 0)];
    }

    private static string List(ImmutableArray<PointSeries> series) => series.Length == 1 ? series[0].Name : $"{string.Join(", ", series[..^1].Select(one => one.Name))} and {series[^1].Name}";

    private static void Foot(Terminal terminal, IdealPointEstimates estimates, WorldEdition world, bool few, ImmutableArray<string> labels)
    {
        terminal.Line();
        terminal.Markup($"[dim]One line that divides the votes, the United States high: mean 0, standard deviation 1 over all states and years (Bailey, Strezhnev and Voeten 2017). Intervals hold under the model.{(few ? " ○ or yellow: fewer than 10 votes." : string.Empty)}[/]");
        // What is said of other periods, each of which begins with its label, does not concern this page.
        var others = estimates.Periods.Select(period => period.Label).Except(labels).ToHashSet(StringComparer.Ordinal);
        foreach (var gap in estimates.Provenance.Coverage.MissingNames.Where(gap => !others.Contains(gap.Split(' ')[0])).Concat(estimates.Notes)) terminal.Item("?", $"[yellow]{Terminal.Escape(gap)}[/]");
        var quality = estimates.Quality;
        terminal.Item("Estimated", Terminal.Escape(string.Create(CultureInfo.InvariantCulture, $"{estimates.Method}; {quality.Draws} draws kept, worth {quality.MedianEffective:0} independent ones (5 % of points fewer than {quality.LowEffective:0}), R-hat {quality.MedianRHat:0.000} (95 % of points below {quality.HighRHat:0.00})")));
        SourceNotes.Write(terminal, estimates.Provenance, world.Catalog);
    }
}
