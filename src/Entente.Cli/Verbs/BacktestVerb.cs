using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.Models.Backtests;
using Entente.Models.Strategy.Evidence;
using Entente.Models.Wedges;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli.Verbs;

/// <summary>How well would the models have called the past?</summary>
internal static class BacktestVerb
{
    public static Verb Build(Invocation invocation)
    {
        var only = Arguments.Text("--only", "LIST", "wedges, alignment, disputes, nuclear, trade, gas (default: all)");
        var lines = new Option<bool>("--lines") { Description = "instead: what each line of evidence would have said of every past wedge attempt (minutes)" };
        var output = Arguments.Text("--out", "FILE", "with --lines: write the probabilities as a table, .parquet, .arrow or .csv: the file that 'data build' reads");
        var verb = new Verb("backtest", "all scorecards: each model against its benchmark on what it had not seen, whichever way it falls")
        {
            Examples =
            [
                ("entente backtest", "all (about a minute)"),
                ("entente backtest --only wedges,gas", "some subjects"),
                ("entente backtest --json", "the numbers as JSON"),
                ("entente backtest --lines", "lines of evidence on past attempts, and what they would weigh"),
            ],
        };
        foreach (var option in new Option[] { only, lines, output }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var progress = new StepProgress(session.Terminal);
            var file = session.Get(output);
            if (session.Get(lines))
            {
                if (session.Get(only) is not null) throw new InvalidInputException("--lines and --only do not go together; leave one out.");
                Lines(session, file, progress);
                return Program.Answered;
            }

            if (file is not null) throw new InvalidInputException("--out goes with --lines; add it, or take --json for the scorecards.");
            var subjects = Subjects(session.Get(only));
            var result = Backtest.Run(session.World, subjects, HypothesesVerb.Hypotheses(null, null), WedgeLibrary.All(), progress.Report, session.Cancellation);
            session.Terminal.ClearProgress();
            if (session.Json) BacktestReport.WriteJson(session.Terminal, result, session.World.Catalog);
            else BacktestReport.Write(session.Terminal, result, session.World.Catalog);
            return Program.Answered;
        });
    }

    private static void Lines(Session session, string? file, StepProgress progress)
    {
        if (file is not null) ColumnFile.Check(file);
        var lines = LineScoring.Run(session.World, HypothesesVerb.Hypotheses(null, null), WedgeLibrary.All(), progress.Report, session.Cancellation);
        session.Terminal.ClearProgress();
        if (file is not null) ColumnFile.Write(file, LineScoreTable.Columns(lines.Scores), session.Cancellation);
        if (session.Json) LineScoresReport.WriteJson(session.Terminal, lines, session.World.Catalog);
        else LineScoresReport.Write(session.Terminal, lines, session.World.Catalog);
    }

    private static ImmutableArray<BacktestSubject> Subjects(string? list)
    {
        if (list is null) return [];
        var names = string.Join(", ", Enum.GetNames<BacktestSubject>().Select(name => name.ToLowerInvariant()));
        ImmutableArray<BacktestSubject> subjects =
        [
            .. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(name => Enum.GetValues<BacktestSubject>().Where(subject => string.Equals(subject.ToString(), name, StringComparison.OrdinalIgnoreCase)) is var found && found.Any() ? found.First() : throw new InvalidInputException($"--only '{name}' is no subject; write some of {names}.")),
        ];
        return subjects.IsEmpty ? throw new InvalidInputException($"--only names no subject; write some of {names}.") : subjects;
    }
}
