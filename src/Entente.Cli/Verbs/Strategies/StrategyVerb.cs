using Entente.Cli.Reports.Strategies;
using Entente.Models.Strategy.Files;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli.Verbs.Strategies;

/// <summary>What does a strategy file say, stated or left to a default, and what would it say with some changes?</summary>
internal static class StrategyVerb
{
    public static Verb Build(Invocation invocation)
    {
        var strategy = Arguments.Text("STRATEGY", "a shipped strategy by name, or the path of a strategy file (YAML)");
        var changes = Arguments.Text("--with", "FILE", "changes to apply first (YAML or JSON; see docs/strategy-files.md)");
        var output = Arguments.Text("--out", "FILE", "also write the strategy as a file of its own: FILE.yaml");
        var verb = new Verb("strategy", "what a strategy file says: moves, every assumption with its range, stated or default")
        {
            Examples =
            [
                ("entente strategy reverse-kissinger", "moves, assumptions with their spread, and where each comes from"),
                ("entente strategy reverse-kissinger --out mine.yaml", "a copy to work on"),
                ("entente strategy reverse-kissinger --with changes.yaml --out mine.yaml", "a variant that differs in what changes.yaml names"),
            ],
        };
        verb.Add(strategy);
        verb.Add(changes);
        verb.Add(output);
        return verb.Does(invocation, session =>
        {
            var path = session.Get(output);
            if (path is not null && !path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)) throw new InvalidInputException($"--out {path} must end in .yaml.");
            if (path is not null) OutputFile.Check(path, "The strategy ");
            var (world, file) = (session.World, StrategyLibrary.Locate(session.Get(strategy)));
            var text = StrategyFile.Text(file);
            if (session.Get(changes) is { } change) text = StrategyChanges.Apply(text, file, StrategyChanges.Text(change), change, world.States, world.Blocs);
            var read = StrategyFile.Parse(text, file, world.States, world.Blocs);
            if (path is not null) WholeFile.Write(path, text);
            if (session.Json) StrategyFormJson.Write(session.Terminal, read, text, world.States);
            else StrategyFormReport.Write(session.Terminal, read, world.States, path);
            return Program.Answered;
        });
    }
}
