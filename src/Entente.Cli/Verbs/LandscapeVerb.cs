using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.Models.Coalitions.Landscapes;
using Entente.World;
using Entente.World.Catalog;

namespace Entente.Cli.Verbs;

/// <summary>Into which two camps would these actors fall, and what would it take to leave?</summary>
internal static class LandscapeVerb
{
    public static Verb Build(Invocation invocation)
    {
        var file = new Argument<string?>("FILE") { Description = "a shipped landscape or your own file (YAML; see docs/landscape.md); none with --states", HelpName = "FILE", Arity = ArgumentArity.ZeroOrOne };
        var states = Arguments.Text("--states", "LIST", "states and blocs with commas, instead of a file");
        var year = Arguments.Year("--year", "with --states: year of the data (default: the newest with votes)");
        var on = Arguments.Text("--on", "NAME", "with --states: votes, ideal-points, alliances or mixed (default)");
        var sizes = Arguments.Text("--sizes", "NAME", "with --states: cinc (default), gdp or equal");
        var of = Arguments.Text("--of", "ACTOR", "whose camp the others are compared with (default: the largest)");
        var draws = Arguments.Count("--draws", "draws of weights and of codings (default: 200)", 10, 10_000);
        var seed = Arguments.Seed("--seed", "seed of the draws (default: 1)");
        var verb = new Verb("landscape", "into which two camps actors would fall, what it would take for each to leave, and how far that hangs on the coding")
        {
            Examples =
            [
                ("entente landscape europe-1936", "our coding of Europe in 1936"),
                ("entente landscape mine.yaml --of RUS", "your own, seen from one actor"),
                ("entente landscape --states USA,RUS,CHN,IND --year 2025", "from votes, pacts, disputes, wars"),
                ("entente landscape --states NATO,RUS --on votes", "from one measure"),
            ],
        };
        verb.Add(file);
        foreach (var option in new Option[] { states, year, on, sizes, of, draws, seed }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var (named, listed) = (session.Get(file), session.Get(states));
            if (named is null && listed is null) throw new InvalidInputException($"landscape needs a file or --states LIST; shipped are {string.Join(", ", LandscapeFile.List())}.");
            if (named is not null && listed is not null) throw new InvalidInputException("landscape takes a file or --states, not both; leave one out.");
            if (named is not null && (session.Get(year) is not null || session.Get(on) is not null || session.Get(sizes) is not null)) throw new InvalidInputException("--year, --on and --sizes go with --states; a file has its own sizes and factors.");
            var options = new LandscapeOptions { Draws = session.Get(draws) ?? 200, Seed = session.Get(seed) ?? 1, Reference = session.Get(of) };
            var progress = new StepProgress(session.Terminal);
            LandscapeProblem problem;
            ImmutableArray<(string Kind, string Name, LandscapeProblem Problem)> alternatives = [];
            if (named is not null)
            {
                problem = LandscapeFile.Read(named);
            }
            else
            {
                var parties = listed!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var (measure, size) = (Measure(session.Get(on)), Sizes(session.Get(sizes)));
                (problem, alternatives) = LandscapeData.Read(session.World, parties, session.Get(year) ?? session.World.Votes.RollCalls[^1].Date.Year, measure, size, progress.Report, session.Cancellation);
                if (options.Reference is { } text) options = options with { Reference = Key(session, text, problem) };
            }

            var answer = LandscapeStudy.Run(problem, alternatives, options, progress.Report, session.Cancellation);
            session.Terminal.ClearProgress();
            var catalog = named is null ? session.World.Catalog : new SourceCatalog([]);
            if (session.Json) LandscapeJson.Write(session.Terminal, answer, catalog);
            else LandscapeReport.Write(session.Terminal, answer, catalog);
            return Program.Answered;
        });
    }

    // "Russia", "365" and "RUS" are one state: its key is the one in the landscape.
    private static string Key(Session session, string text, LandscapeProblem problem)
    {
        var state = session.World.States.Find(text);
        return problem.Actors.FirstOrDefault(actor => actor.Name == state?.Name)?.Key ?? text;
    }

    private static LandscapeMeasure Measure(string? text) => text switch
    {
        null or "mixed" => LandscapeMeasure.Mixed,
        "votes" => LandscapeMeasure.Votes,
        "ideal-points" => LandscapeMeasure.IdealPoints,
        "alliances" => LandscapeMeasure.Alliances,
        _ => throw new InvalidInputException($"--on knows no '{text}'; choose votes, ideal-points, alliances or mixed."),
    };

    private static LandscapeSizes Sizes(string? text) => text switch
    {
        null or "cinc" => LandscapeSizes.Cinc,
        "gdp" => LandscapeSizes.Gdp,
        "equal" => LandscapeSizes.Equal,
        _ => throw new InvalidInputException($"--sizes knows no '{text}'; choose cinc, gdp or equal."),
    };
}
