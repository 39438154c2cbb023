using Entente.Cli.Reports.Data;
using Entente.Cli.Show;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli.Verbs.Data;

/// <summary>Builds the store from the publishers' files.</summary>
internal static class DataBuildVerb
{
    public static Verb Build(Invocation invocation)
    {
        var from = Arguments.Text("--from", "DIR", "folder with the files that docs/data.md describes");
        from.Required = true;
        var output = Arguments.Text("--out", "DIR", "folder of the new store (default: data/snapshot of the project)");
        var verb = new Verb("build", "build the store anew from a folder of publishers' files; the old one stays until the new one is whole")
        {
            Examples = [("entente data build --from ../shared/data --out out/snapshot", "builds a store beside the shipped one")],
        };
        verb.Add(from);
        verb.Add(output);
        return verb.Does(invocation, session =>
        {
            var source = session.Get(from)!;
            if (!Directory.Exists(source)) throw new InvalidInputException($"--from {source}: there is no such folder; name the folder that holds the publishers' files.");
            var data = ProjectFolder.Data();
            var target = session.Get(output) ?? Path.Combine(data, "snapshot");
            var progress = new StepProgress(session.Terminal);
            var summary = SnapshotBuild.Run(source, data, target, progress, session.Cancellation);
            session.Terminal.ClearProgress();
            if (session.Json) DataBuildReport.WriteJson(session.Terminal, summary);
            else DataBuildReport.Write(session.Terminal, summary);
            return Program.Answered;
        });
    }
}
