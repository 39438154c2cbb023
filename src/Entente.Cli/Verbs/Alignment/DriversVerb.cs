using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Entente.Briefing.Charts;
using Entente.Cli.Reports.Alignment;
using Entente.Cli.Show;
using Entente.Cli.Verbs.Trade;
using Entente.Models.Alignment.Drivers;
using Entente.Models.Trade.Gravity;
using Entente.World;

namespace Entente.Cli.Verbs.Alignment;

/// <summary>Is alignment driven by politics or by economics?</summary>
internal static class DriversVerb
{
    private static readonly int[] DefaultEvents = [2014, 2022];

    public static Verb Build(Invocation invocation)
    {
        var states = new Argument<string[]>("STATE") { Description = "two states, whose change is taken apart (none for all pairs)", HelpName = "STATE", Arity = ArgumentArity.ZeroOrMore };
        var vars = Arguments.Text("--vars", "LIST", "covariates with commas between (default: those of docs/drivers.md; 'entente panel dyad-year' lists all)");
        var outcome = Arguments.Text("--outcome", "NAME", "measure of alignment: vote_agreement (default), vote_kappa, ideal_point_distance …");
        var since = Arguments.Year("--since", "first year (default: 1964, the first with trade a year before)");
        var until = Arguments.Year("--until", "last year (default: the last with all covariates a year before)");
        var span = Arguments.Count("--span", "years over which changes are taken (default: 5)", 1, 30);
        var events = Arguments.Text("--event", "YEAR[,YEAR]", "event studies around these years instead (with --of and --groups)");
        var of = Arguments.Text("--of", "STATE", "the state of the event studies (default: RUS)");
        var groups = Arguments.Text("--groups", "LIST", "groups of its partners: blocs or states (default: EU28, others that sanction, CHN, CIS)");
        var window = Arguments.Count("--window", "years before and after an event (default: 6)", 1, 30);
        var output = Arguments.Text("--out", "FILE.svg", "also draw the event studies");
        var seed = Arguments.Seed("--seed", "seed of the resamples (default: 1)");
        var verb = new Verb("drivers", "what goes with alignment: politics, economics or security; does trade follow votes; what moved in 2014 and 2022")
        {
            Examples =
            [
                ("entente drivers", "all pairs: shares of politics, economics and security, coefficients, lags both ways"),
                ("entente drivers RUS CHN --since 1992", "the change of one pair, in parts that add up"),
                ("entente drivers --event 2014,2022 --of RUS --out event.svg", "who moved away from whom around an event"),
                ("entente drivers --outcome ideal_point_distance --vars regime_distance,trade_dependence_lower,alliance", "another measure, other covariates"),
            ],
        };
        verb.Add(states);
        foreach (var option in new Option[] { vars, outcome, since, until, span, events, of, groups, window, output, seed }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var options = new DriverOptions
            {
                Outcome = session.Get(outcome) ?? "vote_agreement",
                Variables = session.Get(vars) is { } list ? Names(list) : null,
                From = session.Get(since) ?? 1964,
                To = session.Get(until),
                Span = session.Get(span) ?? 5,
                Seed = session.Get(seed) ?? 1,
            };
            _ = options.From < 1947 ? throw new InvalidInputException($"{options.From} is too early: covariates are of the year before, and votes begin in 1946; choose 1947 or later.") : 0;
            var named = session.Get(states) ?? [];
            var years = session.Get(events);
            if (session.Get(output) is { } picture)
            {
                if (years is null) throw new InvalidInputException("--out draws event studies; add --event YEAR.");
                SvgFile.Check(picture);
            }

            if (years is null && (session.Get(of) ?? session.Get(groups)) is not null) throw new InvalidInputException("--of and --groups belong to event studies; add --event 2014,2022.");
            if (years is not null && named.Length > 0) throw new InvalidInputException("--event studies one state against groups: name it with --of, and leave the two states out.");
            if (named.Length is not (0 or 2)) throw new InvalidInputException($"drivers takes no state or two, and {named.Length} {(named.Length == 1 ? "is" : "are")} named.");
            if (years is not null) Events(session, years, session.Get(of) ?? "RUS", session.Get(groups), session.Get(window) ?? 6, options.Outcome, session.Get(output));
            else if (named.Length == 2) Pair(session, named, options);
            else All(session, options);
            return Program.Answered;
        });
    }

    private static ImmutableArray<string> Names(string list)
    {
        ImmutableArray<string> names = [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (names.IsEmpty) throw new InvalidInputException("--vars names no covariate; write some with commas between.");
        return names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice ? throw new InvalidInputException($"{twice.Key} is named twice in --vars; name each covariate once.") : names;
    }

    private static void All(Session session, DriverOptions options)
    {
        var progress = new StepProgress(session.Terminal);
        var study = DriverModel.Study(session.World, options, progress.Report, session.Cancellation);
        session.Terminal.ClearProgress();
        if (session.Json) DriversJson.Write(session.Terminal, study, session.World.Catalog);
        else DriversReport.Write(session.Terminal, study, session.World.Catalog);
    }

    private static void Pair(Session session, string[] named, DriverOptions options)
    {
        var last = options.To ?? session.World.Votes.RollCalls[^1].Date.Year;
        var (a, b) = (session.World.States.Resolve(named[0], last), session.World.States.Resolve(named[1], last));
        if (a.Id == b.Id) throw new InvalidInputException($"{a.Name} is named twice; name two different states.");
        session.Terminal.Progress("estimating from all pairs");
        var story = DyadStories.Tell(session.World, a.Id, b.Id, options, session.Cancellation);
        session.Terminal.ClearProgress();
        if (session.Json) DriversJson.WriteStory(session.Terminal, story, session.World);
        else DriversReport.WriteStory(session.Terminal, story, session.World);
    }

    private static void Events(Session session, string years, string of, string? list, int window, string outcome, string? output)
    {
        var world = session.World;
        var last = world.TradeYears[^1];
        var state = world.States.Resolve(of, last);
        var groups = list is null ? SanctionsGravity.DefaultGroups(world, state.Id) : TradeGravityVerb.Groups(world, list, state.Id);
        var studies = ImmutableArray.CreateBuilder<EventStudyResult>();
        foreach (var text in years.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) throw new InvalidInputException($"--event '{text}' is not a year; write years with commas between, such as {string.Join(",", DefaultEvents)}.");
            session.Terminal.Progress($"event study around {year}");
            studies.Add(EventStudy.Run(world, state.Id, groups, year, window, outcome, session.Cancellation));
        }

        session.Terminal.ClearProgress();
        if (studies.Count == 0) throw new InvalidInputException("--event names no year.");
        if (output is not null)
        {
            foreach (var study in studies) SvgFile.Write(studies.Count == 1 ? output : Path.ChangeExtension(output, null) + $"-{study.Event}.svg", EventCharts.Paths(study), world.Catalog, study.Provenance);
        }

        if (session.Json) DriversJson.WriteEvents(session.Terminal, studies.ToImmutable(), world.Catalog);
        else DriversReport.WriteEvents(session.Terminal, studies.ToImmutable(), world.Catalog);
    }
}
