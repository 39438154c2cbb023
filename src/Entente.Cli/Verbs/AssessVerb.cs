using Entente.Briefing;
using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;

namespace Entente.Cli.Verbs;

/// <summary>Would this strategy work, what would it cost, what would have to be true?</summary>
internal static class AssessVerb
{
    private const int MostDraws = 10_000_000;
    private const int MostThreads = 1024;

    public static Verb Build(Invocation invocation)
    {
        var strategy = Arguments.Text("STRATEGY", "a shipped strategy by name, or the path of a strategy file (YAML)");
        var draws = Arguments.Count("--draws", "random draws of the uncertain inputs (default: 10,000)", 100, MostDraws);
        var seed = Arguments.Seed("--seed", "seed of the random streams (default: 1); the same seed gives the same bytes");
        var threads = Arguments.Count("--threads", "threads to use (default: all); the result does not depend on it", 1, MostThreads);
        var output = Arguments.Text("--out", "FILE", "also write the brief with charts and sources: FILE.html or FILE.md");
        var verb = new Verb("assess", "would this strategy work, what would it cost, what would have to be true?")
        {
            Examples =
            [
                ("entente assess reverse-kissinger", "the shipped example: the United States courts Russia to split it from China"),
                ("entente assess reverse-kissinger --out brief.html", "the same, with the brief to read and to share"),
                ("entente assess my-strategy.yaml --draws 100000 --seed 7", "a strategy file of your own"),
            ],
        };
        verb.Add(strategy);
        verb.Add(draws);
        verb.Add(seed);
        verb.Add(threads);
        verb.Add(output);
        return verb.Does(invocation, session =>
        {
            // What can be refused is refused before the long work.
            var brief = session.Get(output);
            if (brief is not null) BriefFile.Check(brief);
            var file = StrategyFile.Read(StrategyLibrary.Locate(session.Get(strategy)), session.World.States, session.World.Blocs);
            var options = new AssessmentOptions();
            if (session.Get(draws) is { } count) options = options with { Draws = count };
            if (session.Get(seed) is { } start) options = options with { Seed = start };
            if (session.Get(threads) is { } most) options = options with { Threads = most };

            var progress = new DrawProgress(session.Terminal, options.Draws);
            var assessment = StrategyAssessment.Assess(session.World, file, options, progress, session.Cancellation);
            session.Terminal.ClearProgress();
            session.Cancellation.ThrowIfCancellationRequested();
            var making = new BriefOptions { Version = CommandLine.Version, CommandLine = $"entente assess {session.Get(strategy)} --draws {options.Draws} --seed {options.Seed}" };
            if (brief is not null) BriefWriter.Write(assessment, brief, making);
            if (session.Json) session.Terminal.Raw.Write(AssessmentJson.Write(assessment, making));
            else AssessReport.Write(session.Terminal, assessment, brief);
            return Program.Answered;
        });
    }
}
