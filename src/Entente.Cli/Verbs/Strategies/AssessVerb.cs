using System.CommandLine;
using Entente.Briefing;
using Entente.Cli.Reports.Strategies;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Cli.Verbs.Strategies;

/// <summary>Would this strategy work, what would it cost, what would have to be true?</summary>
internal static class AssessVerb
{
    private const int MostThreads = 1024;

    public static Verb Build(Invocation invocation)
    {
        var strategy = Arguments.Text("STRATEGY", "a shipped strategy by name, or the path of a strategy file (YAML); may be left out where --run names a run that is there");
        strategy.Arity = ArgumentArity.ZeroOrOne;
        var draws = Arguments.Draws("--draws", "random draws of the uncertain inputs (default: 10,000); with --run also the slice FROM..TO of a run, both ends included", 100, AssessmentOptions.MostDraws);
        var whole = Arguments.Count("--of", "draws of the whole run of which --draws FROM..TO is a slice", 100, AssessmentOptions.MostDraws);
        var run = Arguments.Text("--run", "FOLDER", "keep the draws in a folder: a run that was stopped goes on there, slices of it can be merged; see docs/runs.md");
        var seed = Arguments.Seed("--seed", "seed of the random streams (default: 1); the same seed gives the same bytes");
        var sampling = StrategyCalls.SamplingOption();
        var threads = Arguments.Count("--threads", "threads to use (default: all); the result does not depend on it", 1, MostThreads);
        var coarse = new Option<bool>("--coarse") { Description = "a first look: leaves out the influence of assumptions, the conditions of success and the charts, and says so; the rest is the same" };
        var output = Arguments.Text("--out", "FILE", "also write the brief with charts and sources: FILE.html, FILE.md or FILE.pdf");
        var html = Arguments.Text("--html", "FILE", "the brief as one HTML file; the same as --out FILE.html");
        var verb = new Verb("assess", "would this strategy work, what would it cost, what would have to be true?")
        {
            Examples =
            [
                ("entente assess reverse-kissinger", "the shipped example: the United States courts Russia to split it from China"),
                ("entente assess reverse-kissinger --html brief.html", "the same, with the brief to read and to share"),
                ("entente assess my-strategy.yaml --draws 100000 --seed 7", "a strategy file of your own"),
                ("entente assess reverse-kissinger --draws 100000 --run first", "a run that can be stopped; 'entente assess --run first' goes on"),
                ("entente assess reverse-kissinger --run one --draws 0..49999 --of 100000", "half of a run, the other half elsewhere"),
            ],
        };
        verb.Add(strategy);
        verb.Add(draws);
        verb.Add(whole);
        verb.Add(run);
        verb.Add(seed);
        verb.Add(sampling);
        verb.Add(threads);
        verb.Add(coarse);
        verb.Add(output);
        verb.Add(html);
        return verb.Does(invocation, session =>
        {
            // What can be refused is refused before the long work.
            var brief = session.Get(html) ?? session.Get(output);
            if (session.IsGiven(html) && session.IsGiven(output)) throw new InvalidInputException("--html and --out both name the file of the brief; give one of them.");
            if (session.Get(html) is { } page && !page.EndsWith(".html", StringComparison.OrdinalIgnoreCase)) throw new InvalidInputException($"--html {page} must end in .html; --out takes other endings.");
            if (brief is not null) BriefFile.Check(brief);
            if (session.Get(coarse) && (brief ?? session.Get(run)) is not null) throw new InvalidInputException($"--coarse is a first look without influences and conditions, and {(brief is not null ? "a brief needs them" : "a run keeps draws for the whole assessment")}: leave it out, or leave {(brief is not null ? "the file of the brief" : "--run")} out.");
            if (session.Get(run) is { } folder)
            {
                return AssessRun.Answer(session, new RunCall(
                    folder, session.Get(strategy), session.Get(draws), session.Get(whole), session.Get(seed), session.Get(sampling), session.Get(threads), brief));
            }

            if (session.Get(strategy) is not { } named) throw new InvalidInputException("assess needs STRATEGY (a shipped strategy by name, or the path of a strategy file); for example 'entente assess reverse-kissinger'");
            if (session.IsGiven(whole) || session.Get(draws)?.Range is not null) throw new InvalidInputException("A slice of a run (--draws FROM..TO, --of N) needs a folder to be kept in: add --run FOLDER.");
            var file = StrategyFile.Read(StrategyLibrary.Locate(named), session.World.States, session.World.Blocs);
            var options = new AssessmentOptions { Sampling = StrategyCalls.Scheme(session.Get(sampling)), Coarse = session.Get(coarse) };
            if (session.Get(draws)?.Count is { } count) options = options with { Draws = count };
            if (session.Get(seed) is { } start) options = options with { Seed = start };
            if (session.Get(threads) is { } most) options = options with { Threads = most };

            var progress = new DrawProgress(session.Terminal, options.Draws);
            var assessment = StrategyAssessment.Assess(session.World, file, options, progress, session.Cancellation);
            session.Terminal.ClearProgress();
            session.Cancellation.ThrowIfCancellationRequested();
            Show(session, assessment, named, brief, options.Coarse);
            return Program.Answered;
        });
    }

    /// <summary>Writes an assessment as the call asked for it.</summary>
    /// <param name="session">The call.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="named">The strategy as the reader may type it.</param>
    /// <param name="brief">File of the brief, or <see langword="null"/>.</param>
    /// <param name="coarse">Whether parts were left out.</param>
    public static void Show(Session session, Assessment assessment, string named, string? brief, bool coarse = false)
    {
        var making = new BriefOptions { Version = CommandLine.Version, CommandLine = $"entente assess {named} --draws {assessment.Draws} --seed {assessment.Seed}{(coarse ? " --coarse" : "")}" };
        if (brief is not null) BriefWriter.Write(assessment, brief, making);
        if (session.Json) session.Terminal.Raw.Write(AssessmentJson.Write(assessment, making));
        else AssessReport.Write(session.Terminal, assessment, brief);
    }
}
