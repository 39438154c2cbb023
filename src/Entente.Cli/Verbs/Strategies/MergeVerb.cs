using System.CommandLine;
using Entente.Cli.Reports.Strategies;
using Entente.Cli.Show;
using Entente.Models.Strategy.Runs;

namespace Entente.Cli.Verbs.Strategies;

/// <summary>Joins slices of a run that were computed apart.</summary>
internal static class MergeVerb
{
    public static Verb Build(Invocation invocation)
    {
        var output = Arguments.Text("OUT", "folder of the merged run, new or a run of the same manifest");
        var runs = new Argument<string[]>("RUN") { Description = "folders of the slices", HelpName = "RUN", Arity = ArgumentArity.OneOrMore };
        var verb = new Verb("merge", "join slices of a run that were computed apart")
        {
            Examples = [("entente merge all one two", "the run that the slices 'one' and 'two' make up, to the last byte that of an undivided one")],
        };
        verb.Add(output);
        verb.Add(runs);
        return verb.Does(invocation, session =>
        {
            var progress = new DrawProgress(session.Terminal, 0);
            try
            {
                var merged = RunMerge.Merge(session.Get(output), session.Get(runs), progress, session.Cancellation);
                session.Terminal.ClearProgress();
                RunReport.Write(session, session.Get(output), merged);
            }
            catch (OperationCanceledException stopped)
            {
                throw new StoppedWork("stopped; what was joined stays, the same call goes on", stopped);
            }

            return Program.Answered;
        });
    }
}
