using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.Models.Strategy.Runs;

namespace Entente.Cli.Verbs;

/// <summary>What distinguishes two runs, and through which input do their answers differ?</summary>
internal static class DiffVerb
{
    public static Verb Build(Invocation invocation)
    {
        var left = Arguments.Text("RUN1", "folder of the first run");
        var right = Arguments.Text("RUN2", "folder of the second");
        var draws = Arguments.Count("--draws", "draws of each recomputation that traces the change (default: 4,096)", 100, 100_000);
        var threads = Arguments.Count("--threads", "threads to use (default: all); the result does not depend on it", 1, 1024);
        var verb = new Verb("diff", "what distinguishes two runs, and through which input do their answers differ?")
        {
            Examples = [("entente diff first second", "what was put in, how the figures moved beyond the noise, and which input moved them")],
        };
        verb.Add(left);
        verb.Add(right);
        verb.Add(draws);
        verb.Add(threads);
        return verb.Does(invocation, session =>
        {
            var progress = new ShareProgress(session.Terminal, "tracing the change");
            var comparison = RunDiff.Compare(
                session.World, session.Get(left), session.Get(right), session.Get(draws) ?? RunManifest.ChunkDraws, session.Get(threads), progress, session.Cancellation);
            session.Terminal.ClearProgress();
            if (session.Json) DiffJson.Write(session.Terminal, comparison, session.World.Catalog);
            else DiffReport.Write(session.Terminal, comparison);
            return Program.Answered;
        });
    }
}
