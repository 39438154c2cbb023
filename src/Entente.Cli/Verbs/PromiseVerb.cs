using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Models.Strategy.Promises;
using Entente.World;
using Entente.World.Security;

namespace Entente.Cli.Verbs;

/// <summary>What is a state's promise worth?</summary>
internal static class PromiseVerb
{
    private const int DefaultYear = 2025;

    public static Verb Build(Invocation invocation)
    {
        var state = Arguments.Text("STATE", "the state that promises");
        var to = Arguments.Text("--to", "STATE", "the state it promises to: its standing with the promiser's public, and past promises to it");
        var kind = Arguments.Text("--kind", "KIND", "treaty, executive or political: read the record of these promises alone");
        var year = Arguments.Year("--year", $"first year of the promise; only what was known before it is read (default: {DefaultYear})");
        var draws = Arguments.Count("--draws", "draws (default: 2000)", 100, 100_000);
        var seed = Arguments.Seed("--seed", "seed of the draws (default: 1)");
        var scores = new Option<bool>("--scores") { Description = "does the hazard foresee which recorded promises were reversed? (no STATE is needed)" };
        var verb = new Verb("promise", "how likely a state is to reverse a promise in a year: turnover, its record, rival readings, and what the promise is worth")
        {
            Examples =
            [
                ("entente promise USA --to RUS", "the hazard taken apart, four rival readings, past promises"),
                ("entente promise RUS --year 1939 --kind treaty", "with what was known before 1939"),
                ("entente promise --scores", "a forward test on the recorded promises"),
            ],
        };
        state.Arity = ArgumentArity.ZeroOrOne;
        verb.Add(state);
        foreach (var option in new Option[] { to, kind, year, draws, seed, scores }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var options = new PromiseOptions { Draws = session.Get(draws) ?? 2000, Seed = session.Get(seed) ?? 1, Kinds = Kinds(session.Get(kind)) };
            if (session.Get(scores))
            {
                var test = PromiseBacktest.Run(session.World, options with { Kinds = [] });
                if (session.Json) PromiseJson.WriteScores(session.Terminal, test, session.World);
                else PromiseReport.WriteScores(session.Terminal, test, session.World);
                return Program.Answered;
            }

            if (session.Get(state) is not { Length: > 0 } named) throw new InvalidInputException("Whose promise? Name a state, for example: entente promise USA --to RUS.");
            var when = session.Get(year) ?? DefaultYear;
            int? about = session.Get(to) is { } target ? session.World.States.Resolve(target, when).Id : null;
            var estimate = PromiseHazard.Estimate(session.World, session.World.States.Resolve(named, when).Id, when, about, options);
            if (session.Json) PromiseJson.Write(session.Terminal, estimate, session.World);
            else PromiseReport.Write(session.Terminal, estimate, session.World);
            return Program.Answered;
        });
    }

    private static ImmutableArray<PromiseKind> Kinds(string? text) => text switch
    {
        null => [],
        "treaty" => [PromiseKind.Treaty],
        "executive" => [PromiseKind.Executive],
        "political" => [PromiseKind.Political],
        _ => throw new InvalidInputException($"'{text}' is not a kind of promise; treaty, executive and political are."),
    };
}
