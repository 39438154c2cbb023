using Entente.Cli.Reports.Data;
using Entente.Cli.Show;
using Entente.World;
using Entente.World.Sources;
using Entente.World.Store;

namespace Entente.Cli.Verbs.Data;

/// <summary>Brings a publisher's newer file into the user's own store.</summary>
internal static class DataImportVerb
{
    public static Verb Build(Invocation invocation)
    {
        var file = Arguments.Text("FILE", "a publisher's file as downloaded: csv, csv.gz, zip, or a folder of them");
        var kind = Arguments.Text("--as", "KIND", $"what the file is, where its columns do not tell: {string.Join(", ", Importers.Formats.Select(format => format.Kind))}");
        var into = Arguments.Text("--into", "DIR", "your store (default: the one in the data folder of your account)");
        var replace = new System.CommandLine.Option<bool>("--replace") { Description = "also remove rows of the same years or series that the file does not repeat" };
        var verb = new Verb("import", "bring a publisher's file into your own store; all or nothing, and the shipped snapshot is never touched")
        {
            Examples =
            [
                ("entente data import BACI_HS22_V202601.zip", "a newer edition of the trade matrix"),
                ("entente data import votes.csv --as un-digital-library", "says what the file is"),
            ],
        };
        verb.Add(file);
        verb.Add(kind);
        verb.Add(into);
        verb.Add(replace);
        return verb.Does(invocation, session =>
        {
            var path = session.Get(file);
            if (!File.Exists(path) && !Directory.Exists(path)) throw new InvalidInputException($"There is no file {path}: name the file as it was downloaded.");
            var progress = new StepProgress(session.Terminal);
            progress.Report($"read {Path.GetFileName(path)}");
            var import = Importers.Read(path, session.Get(kind), session.World.States);
            session.Cancellation.ThrowIfCancellationRequested();
            var mode = session.Get(replace) ? ImportMode.Replace : ImportMode.Merge;
            var store = session.Get(into) ?? StoreLocator.UserStore();
            var change = StoreEditor.Apply(session.World.Directory, import, mode, store, File.Exists(path) ? [SnapshotWriter.Describe(path)] : [], progress, session.Cancellation);
            session.Terminal.ClearProgress();
            if (session.Json) DataImportReport.WriteJson(session.Terminal, import, change);
            else DataImportReport.Write(session.Terminal, import, change);
            return Program.Answered;
        });
    }
}
