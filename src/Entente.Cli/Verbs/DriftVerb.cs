using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Models.Votes.Drift;
using Entente.World;

namespace Entente.Cli.Verbs;

/// <summary>Who moved, toward whom, and through what?</summary>
internal static class DriftVerb
{
    private const int DefaultSpan = 2;
    private const string DefaultToward = "USA,CHN,RUS";

    public static Verb Build(Invocation invocation)
    {
        var states = new Argument<string[]>("STATE") { Description = "the states or blocs to follow, in full (default: a list of all states)", HelpName = "STATE", Arity = ArgumentArity.ZeroOrMore };
        var since = Arguments.Year("--since", $"the base year (default: {DefaultSpan} years before the last)");
        var until = Arguments.Year("--until", "the last year (default: the newest year with votes)");
        var window = Arguments.Count("--window", "years taken together at each end (default: 1)", 1, 40);
        var toward = Arguments.Text("--toward", "LIST", $"states or blocs that movement is measured against, with commas between them (default: {DefaultToward})");
        var issue = Arguments.Text("--issue", "ISSUE", "only votes on middle-east, nuclear, disarmament, human-rights, colonialism or economic");
        var top = Arguments.Count("--top", "of a list of all states: movers to show, those that moved most first (default: 15 that moved beyond noise on the screen, all in --json)", 1, 1000);
        var seed = Arguments.Seed("--seed", "seed of the resampling (default: 1)");
        var verb = new Verb("drift", "who moved toward whom in the UN General Assembly, on which issues and through which resolutions")
        {
            Examples =
            [
                ("entente drift --since 2023", "who moved toward or away from the United States, China and Russia"),
                ("entente drift --since 2023 --top 5 --json", "the five that moved most, with their issues and resolutions, as JSON"),
                ("entente drift HUN ARG --since 2022", "two states in full: issues, resolutions, behaviour and agenda"),
                ("entente drift --since 2015 --window 3 --toward EU --issue human-rights", "toward the EU on human rights, three years at each end"),
            ],
        };
        verb.Add(states);
        foreach (var option in new Option[] { since, until, window, toward, issue, top, seed }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            if (session.Get(top) is not null && session.Get(states) is { Length: > 0 }) throw new InvalidInputException("--top shortens the list of all states; parties that are named are shown in full. Leave one of the two out.");
            var last = session.Get(until) ?? session.World.Votes.RollCalls[^1].Date.Year;
            var answer = VoteDrift.Compute(session.World, new DriftOptions
            {
                Since = session.Get(since) ?? last - DefaultSpan,
                Until = last,
                Window = session.Get(window) ?? 1,
                Toward = References(session.Get(toward) ?? DefaultToward),
                States = [.. session.Get(states) ?? []],
                Issue = session.Get(issue) is { } name ? DriftIssues.Parse(name) : null,
                Seed = session.Get(seed) ?? 1,
            });
            session.Cancellation.ThrowIfCancellationRequested();
            var named = session.Get(states) is { Length: > 0 };
            if (session.Json) DriftReport.WriteJson(session.Terminal, answer, session.World.Catalog, named, session.Get(top));
            else DriftReport.Write(session.Terminal, answer, session.World.Catalog, named, session.Get(top));
            return Program.Answered;
        });
    }

    private static ImmutableArray<string> References(string list)
    {
        ImmutableArray<string> names = [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return names.IsEmpty ? throw new InvalidInputException("--toward names no state or bloc; write them with commas between, such as --toward USA,CHN,EU.") : names;
    }
}
