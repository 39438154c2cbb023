using System.Collections.Immutable;
using System.CommandLine;
using Entente.Briefing.Charts;
using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.Models.Votes;
using Entente.Models.Votes.IdealPoints;
using Entente.World;
using Entente.World.Store;
using Entente.World.Blocs;

namespace Entente.Cli.Verbs;

/// <summary>Where does every state stand?</summary>
internal static class PointsVerb
{
    public static Verb Build(Invocation invocation)
    {
        var states = new Argument<string[]>("STATE") { Description = "states to follow over the years (default: all states of one year, ranked)", HelpName = "STATE", Arity = ArgumentArity.ZeroOrMore };
        var year = Arguments.Year("--year", "the year to rank (default: the newest with votes)");
        var since = Arguments.Year("--since", "first year shown of the named states (default: the first)");
        var until = Arguments.Year("--until", "last year shown of the named states (default: the last)");
        var all = new Option<bool>("--all") { Description = "every state of the year on the page" };
        var fitSince = Arguments.Year("--fit-since", "first year of the votes that points are estimated from (default: the first)");
        var fitUntil = Arguments.Year("--fit-until", "last year of those votes (default: the last)");
        var issue = Arguments.Text("--issue", "ISSUE", "only votes on middle-east, nuclear, disarmament, human-rights, colonialism or economic");
        var important = new Option<bool>("--important") { Description = "only votes that the US State Department listed as important" };
        var only = Arguments.Text("--only", "LIST", "estimate from these states and blocs alone, with commas between them");
        var by = Arguments.Text("--by", "PERIOD", "year (default) or session, as the published edition");
        var quick = new Option<bool>("--quick") { Description = "points in a third of the time, with rough intervals" };
        var reference = new Option<bool>("--reference") { Description = "the published sampler with its own settings" };
        var smoother = new Option<bool>("--smoother") { Description = "smooth each path both ways instead of looking back only" };
        var from = Arguments.Text("--from", "FILE", "go on from a fit kept with --save");
        var save = Arguments.Text("--save", "FILE", "keep the fit, to go on from when new votes come in");
        var output = Arguments.Text("--out", "FILE", "also write the chart: FILE.svg");
        var table = Arguments.Text("--table", "FILE", "also write the points of all states and years as a table, .parquet, .arrow or .csv");
        var check = new Option<bool>("--check") { Description = "how well the points call votes, shown and hidden, instead of the points" };
        var seed = Arguments.Seed("--seed", "seed of the draws (default: 1)");
        var verb = new Verb("points", "where states stand: ideal points from their votes in the UN General Assembly, with intervals")
        {
            Examples =
            [
                ("entente points --year 2025", "all states of a year, ranked"),
                ("entente points RUS CHN USA --since 1946", "some states over the years, and how far apart they are"),
                ("entente points --year 2023 --issue human-rights --quick", "on one issue"),
                ("entente points USA FRA DEU --only NATO --out nato.svg", "the line that divides a bloc, with the chart"),
            ],
        };
        verb.Add(states);
        foreach (var option in new Option[] { year, since, until, all, fitSince, fitUntil, issue, important, only, by, quick, reference, smoother, from, save, output, table, check, seed }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var world = session.World;
            var named = session.Get(states) ?? [];
            var options = new IdealPointOptions
            {
                Selection = new RollCallSelection
                {
                    Issues = session.Get(issue) is { } name ? VoteIssueNames.Parse(name) : default,
                    OnlyImportant = session.Get(important),
                    Since = session.Get(fitSince),
                    Until = session.Get(fitUntil),
                },
                Period = Period(session.Get(by)),
                Members = session.Get(only) is { } list ? Members(world, list) : null,
                Method = Method(session.Get(quick), session.Get(reference)),
                Smoother = session.Get(smoother),
                Seed = session.Get(seed) ?? 1,
                From = session.Get(from) is { } earlier ? IdealPointFit.Load(earlier) : null,
            };
            if (options.Selection.Since > options.Selection.Until) throw new InvalidInputException($"The first year {options.Selection.Since} to estimate from is after the last year {options.Selection.Until}; swap --fit-since and --fit-until.");
            Check(world, named, session.Get(year), session.Get(since), session.Get(until), session.Get(output), session.Get(save));
            if (session.Get(table) is { } checkedFile) ColumnFile.Check(checkedFile);
            var estimates = IdealPointMemo.Estimate(world, options, new ShareProgress(session.Terminal, "estimating ideal points"), session.Cancellation);
            session.Terminal.ClearProgress();
            if (session.Get(save) is { } kept) estimates.Fit.Save(kept);
            if (session.Get(table) is { } columns) WriteTable(session, estimates, columns);
            if (session.Get(check))
            {
                var (called, hidden) = (FitChecks.CalledRight(world, estimates), HeldOutScores.Compute(world, options, cancellation: session.Cancellation));
                if (session.Json) PointsCheckReport.WriteJson(session.Terminal, estimates, called, hidden);
                else PointsCheckReport.Write(session.Terminal, estimates, called, hidden, world);
                return Program.Answered;
            }

            if (named.Length > 0) Series(session, estimates, named, session.Get(since), session.Get(until), session.Get(output));
            else Ranked(session, estimates, session.Get(year), session.Get(all), options.Smoother, session.Get(output));
            return Program.Answered;
        });
    }

    private static void WriteTable(Session session, IdealPointEstimates estimates, string path)
    {
        ColumnFile.Write(path, IdealPointTable.Columns(estimates, session.World.States), session.Cancellation);
        WholeFile.Write(ColumnCodebook.PathOf(path), ColumnCodebook.Markdown(path, "a state in a year", estimates.Points.Length, IdealPointTable.Meanings(), estimates.Provenance, session.World.Catalog));
    }

    private static void Series(Session session, IdealPointEstimates estimates, string[] named, int? since, int? until, string? output)
    {
        var (first, last) = (since ?? estimates.Periods[0].Year, until ?? estimates.Periods[^1].Year);
        var series = named.Select(name => PointSeries.Of(session.World, estimates, name, first, last)).ToImmutableArray();
        if (output is not null) SvgFile.Write(output, IdealPointCharts.Lines(estimates, series), session.World.Catalog, estimates.Provenance);
        if (session.Json) PointsJson.Write(session.Terminal, estimates, series.SelectMany(one => one.Points.OfType<IdealPoint>()), series, session.World);
        else PointsReport.WriteSeries(session.Terminal, estimates, series, session.World);
    }

    private static void Ranked(Session session, IdealPointEstimates estimates, int? year, bool all, bool smoothed, string? output)
    {
        var period = year is { } wanted ? estimates.PeriodOf(wanted) : estimates.Periods.Length - 1;
        if (period < 0) throw new NoAnswerException($"No vote of the selection divides the states in {year}; points of that year are missing, not zero. The years run from {estimates.Periods[0].Year} to {estimates.Periods[^1].Year}.");
        var shown = PointsReport.Telling(estimates, period, all, session.World);
        if (output is not null) SvgFile.Write(output, IdealPointCharts.Ranked(estimates, session.World.States, period, shown), session.World.Catalog, estimates.Provenance);
        if (session.Json) PointsJson.Write(session.Terminal, estimates, estimates.Points.Where(point => point.Period == period), [], session.World);
        else PointsReport.WriteRanked(session.Terminal, estimates, period, shown, session.World, smoothed);
    }

    /// <summary>What can be known to be wrong before the long work.</summary>
    private static void Check(WorldEdition world, string[] named, int? year, int? since, int? until, string? output, string? save)
    {
        var (first, last) = (world.Votes.RollCalls[0].Date.Year, world.Votes.RollCalls[^1].Date.Year);
        foreach (var (option, value) in new[] { ("--year", year), ("--since", since), ("--until", until) })
        {
            if (value is { } given && (given < first || given > last)) throw new InvalidInputException($"{option} {given}: recorded votes are held from {first} to {last}; choose a year within.");
        }

        if (since > until) throw new InvalidInputException($"The first year {since} is after the last year {until}; swap --since and --until.");
        if (named.Length > 0 && year is not null) throw new InvalidInputException("--year ranks all states of a year; for the states named use --since and --until.");
        if (named.Length == 0 && (since ?? until) is not null) throw new InvalidInputException("--since and --until show named states over the years; name some, or rank one year with --year.");
        if (named.Length > MarkChart.Most) throw new InvalidInputException($"points shows at most {MarkChart.Most} states over the years; name fewer.");
        if (named.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new InvalidInputException($"{twice.Key} is named twice; name each state once.");
        foreach (var name in named) RefuseBloc(world, name, until ?? last);
        if (output is not null) SvgFile.Check(output);
        if (save is not null) OutputFile.Check(save);
    }

    /// <summary>Ideal points are those of states.</summary>
    internal static void RefuseBloc(WorldEdition world, string name, int year)
    {
        Party party;
        try
        {
            party = PartyResolver.Resolve(name, year, world.States, world.Blocs);
        }
        catch (InvalidInputException)
        {
            // A bloc that has ended is no state either.
            if (world.Blocs.Find(name) is { } ended && world.States.Find(name) is null) throw Blocs(ended.Name, ended.Key);

            // A state that is gone by the last year ("GDR") is still a fair question.
            _ = world.States.Resolve(name);
            return;
        }

        if (party.IsBloc) throw Blocs(party.Label, party.Key);
    }

    private static InvalidInputException Blocs(string label, string key) => new($"{label} is a bloc, and ideal points are those of states; name states, or estimate from its members alone with --only {key}.");

    private static ImmutableArray<int> Members(WorldEdition world, string list)
    {
        var members = new SortedSet<int>();
        foreach (var name in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            members.UnionWith(PartyResolver.Resolve(name, world.Votes.RollCalls[^1].Date.Year, world.States, world.Blocs).Members);
        }

        return [.. members];
    }

    private static VotePeriodKind Period(string? name) => name?.ToLowerInvariant() switch
    {
        null or "year" => VotePeriodKind.CalendarYear,
        "session" => VotePeriodKind.Session,
        _ => throw new InvalidInputException($"--by knows no '{name}'; it takes year or session."),
    };

    private static IdealPointMethod Method(bool quick, bool reference) => (quick, reference) switch
    {
        (true, true) => throw new InvalidInputException("--quick and --reference are two ways of one thing; leave one of them out."),
        (true, _) => IdealPointMethod.Quick,
        (_, true) => IdealPointMethod.Reference,
        _ => IdealPointMethod.Standard,
    };
}
