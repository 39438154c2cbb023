using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Reports.Coalitions;
using Entente.Models.Coalitions.Triangles;
using Entente.World;

namespace Entente.Cli.Verbs.Coalitions;

/// <summary>Who is the pivot of three powers?</summary>
internal static class TriangleVerb
{
    private const int DefaultFrom = 1950;

    public static Verb Build(Invocation invocation)
    {
        var states = new Argument<string[]>("STATE") { Description = "three states", HelpName = "STATE", Arity = ArgumentArity.ZeroOrMore };
        var since = Arguments.Year("--since", $"first year (default: {DefaultFrom})");
        var until = Arguments.Year("--until", "last year (default: the newest with votes)");
        var seed = Arguments.Seed("--seed", "seed of the draws (default: 1)");
        var verb = new Verb("triangle", "the strategic triangle of three states by year: ménage à trois, romantic triangle and its pivot, stable marriage and its pariah, unit veto")
        {
            Examples =
            [
                ("entente triangle USA CHN RUS --since 1950", "by votes and by ties, with the measured threshold between friends and foes"),
                ("entente triangle IND CHN PAK --since 1960 --until 2010", "another three"),
            ],
        };
        verb.Add(states);
        foreach (var option in new Option[] { since, until, seed }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var named = session.Get(states) ?? [];
            if (named.Length != 3) throw new InvalidInputException($"A triangle has three states, and {named.Length} {(named.Length == 1 ? "is" : "are")} named; write for example USA CHN RUS.");
            var (from, to) = (session.Get(since) ?? DefaultFrom, session.Get(until) ?? session.World.Votes.RollCalls[^1].Date.Year);
            if (from > to) throw new InvalidInputException($"The first year {from} is after the last year {to}; swap --since and --until.");
            ImmutableArray<int> ids = [.. named.Select(name => session.World.States.Resolve(name, to).Id)];
            if (ids.Distinct().Count() != 3) throw new InvalidInputException("A state is named twice; a triangle has three different ones.");
            session.Terminal.Progress("measuring thresholds");
            var triangle = TriangleModel.Read(session.World, ids, from, to, session.Get(seed) ?? 1, session.Cancellation);
            session.Terminal.ClearProgress();
            if (session.Json) TriangleReport.WriteJson(session.Terminal, triangle, session.World);
            else TriangleReport.Write(session.Terminal, triangle, session.World);
            return Program.Answered;
        });
    }
}
