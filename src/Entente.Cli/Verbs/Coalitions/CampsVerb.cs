using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Reports.Coalitions;
using Entente.Models.Coalitions.Camps;
using Entente.World;
using Entente.World.Blocs;

namespace Entente.Cli.Verbs.Coalitions;

/// <summary>Which camps are there, and who sits on the fence?</summary>
internal static class CampsVerb
{
    public static Verb Build(Invocation invocation)
    {
        var year = Arguments.Year("--year", "the year (default: the newest with enough votes)");
        var camps = Arguments.Count("--camps", "number of camps, 2 to 6 (default: chosen by BIC)", 2, CampModel.MostCamps);
        var states = Arguments.Text("--states", "LIST", "divide these states and blocs alone, with commas between them");
        var against = Arguments.Year("--against", "also show who changed camps since this year");
        var by = Arguments.Text("--by", "WORD", "how the line is divided: mixture (default) or squares");
        var draws = Arguments.Count("--draws", "draws of all points from their intervals (default: 1000)", 1, 1_000_000);
        var seed = Arguments.Seed("--seed", "seed of the draws (default: 1)");
        var verb = new Verb("camps", "camps among states by their votes, with membership probabilities, and who sits on the fence")
        {
            Examples =
            [
                ("entente camps --year 2025", "camps of a year"),
                ("entente camps --year 2025 --camps 3 --against 1990", "three camps, and who changed"),
                ("entente camps --year 2023 --states BRICS,ASEAN", "among some states alone"),
            ],
        };
        foreach (var option in new Option[] { year, camps, states, against, by, draws, seed }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var world = session.World;
            var question = new CampQuestion
            {
                Camps = session.Get(camps),
                Method = Method(session.Get(by)),
                Draws = session.Get(draws) ?? 1_000,
                Seed = session.Get(seed) ?? 1,
            };
            var years = CampModel.Years(world, question.LeastVotes);
            if (years.IsEmpty) throw new NoAnswerException("The store holds no ideal points; camps need them.");
            var chosen = session.Get(year) ?? years[^1];
            if (session.Get(states) is { } list) question = question with { Members = Members(world, list, chosen) };
            if (session.Get(against) == chosen) throw new InvalidInputException($"--against {chosen} is the year itself; name another.");
            var table = CampModel.Run(world, chosen, question, session.Cancellation);
            var comparison = session.Get(against) is { } before ? CampModel.Compare(world, table, before, session.Cancellation) : null;
            if (session.Json) CampsJson.Write(session.Terminal, table, comparison, world);
            else CampsReport.Write(session.Terminal, table, comparison, world);
            return Program.Answered;
        });
    }

    private static ImmutableArray<int> Members(WorldEdition world, string list, int year)
    {
        var members = new SortedSet<int>();
        foreach (var name in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) members.UnionWith(PartyResolver.Resolve(name, year, world.States, world.Blocs).Members);
        return members.Count == 0 ? throw new InvalidInputException("--states names nobody; write for example --states BRICS,ASEAN.") : [.. members];
    }

    private static CampMethod Method(string? word) => word?.ToLowerInvariant() switch
    {
        null or "mixture" => CampMethod.Mixture,
        "squares" => CampMethod.LeastSquares,
        _ => throw new InvalidInputException($"--by knows no '{word}'; it takes mixture or squares."),
    };
}
