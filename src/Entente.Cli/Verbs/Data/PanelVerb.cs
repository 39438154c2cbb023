using System.CommandLine;
using Entente.Cli.Reports.Data;
using Entente.Models.Panel.Tables;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli.Verbs.Data;

/// <summary>Give me the data set for my own regression.</summary>
internal static class PanelVerb
{
    private const int FirstYear = 1946;

    public static Verb Build(Invocation invocation)
    {
        var verb = new Verb("panel", "the data set behind the models: every pair of states by year, or every state by year, with a codebook and coverage");
        verb.Add(Unit(invocation, "dyad-year", "every pair of states in every year: votes, ideal points, trade, alliances, disputes, regimes, power, distance", DyadYearPanel.Build,
            [("entente panel dyad-year", "the variables, what they are and how much of them is held"),
             ("entente panel dyad-year --out dyads.parquet", "all variables since 1946, with dyads.codebook.md and dyads.coverage.csv"),
             ("entente panel dyad-year --vars vote_agreement,trade_dependence_a,defence_pact --since 1970 --out my.csv", "some variables")]));
        verb.Add(Unit(invocation, "state-year", "every state in every year: ideal point, regime, leader, income, capabilities, disputes", StateYearPanel.Build,
            [("entente panel state-year --out states.parquet", "all variables since 1946"),
             ("entente panel state-year --vars politics,cinc --since 1900 --out states.csv", "a block and a variable, from 1900 on")]));
        return verb;
    }

    private delegate PanelTable Builder(WorldEdition world, int from, int to, IReadOnlyList<string>? variables, CancellationToken cancellation);

    private static Verb Unit(Invocation invocation, string unit, string what, Builder build, (string, string)[] examples)
    {
        var vars = Arguments.Text("--vars", "LIST", "variables or blocks (alignment, politics, economics, security) with commas between (default: all)");
        var since = Arguments.Year("--since", $"first year (default: {FirstYear}; the state system is held from 1816)");
        var until = Arguments.Year("--until", "last year (default: the newest with votes)");
        var output = Arguments.Text("--out", "FILE", "write the panel, .parquet, .arrow or .csv, with its codebook and coverage beside it; without it the variables are listed");
        var verb = new Verb(unit, what) { Examples = examples };
        foreach (var option in new Option[] { vars, since, until, output }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var world = session.World;
            var names = session.Get(vars)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (names is { Length: 0 }) throw new InvalidInputException("--vars names no variable; write some with commas between, or leave it out for all.");
            var (first, last) = (session.Get(since) ?? FirstYear, session.Get(until) ?? world.Votes.RollCalls[^1].Date.Year);
            var path = session.Get(output);
            if (path is not null) ColumnFile.Check(path);
            session.Terminal.Progress("reading the variables");
            var panel = build(world, first, last, names, session.Cancellation);
            session.Terminal.ClearProgress();
            if (path is null)
            {
                PanelReport.Write(session, panel, null);
                return Program.Answered;
            }

            var files = new PanelFiles(path, Path.ChangeExtension(path, null) + ".codebook.md", Path.ChangeExtension(path, null) + ".coverage.csv");
            var bytes = ColumnFile.Write(path, panel.Columns(world.States), session.Cancellation);
            WholeFile.Write(files.Codebook, PanelCodebook.Markdown(panel, world.Catalog, Path.GetFileName(path)));
            ColumnFile.Write(files.Coverage, PanelCodebook.Coverage(panel), session.Cancellation);
            PanelReport.Write(session, panel, files with { Bytes = bytes });
            return Program.Answered;
        });
    }
}

/// <summary>The files that were written.</summary>
internal sealed record PanelFiles(string Panel, string Codebook, string Coverage)
{
    public long Bytes { get; init; }
}
