using System.Collections.Immutable;
using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.Models.Backtests;
using Entente.Models.Wedges;
using Entente.World;

namespace Entente.Cli.Verbs;

/// <summary>How well would the models have called the past?</summary>
internal static class BacktestVerb
{
    public static Verb Build(Invocation invocation)
    {
        var only = Arguments.Text("--only", "LIST", "wedges, alignment, disputes, nuclear, trade, gas (default: all)");
        var verb = new Verb("backtest", "all scorecards: each model against its benchmark on what it had not seen, whichever way it falls")
        {
            Examples =
            [
                ("entente backtest", "all (about a minute)"),
                ("entente backtest --only wedges,gas", "some subjects"),
                ("entente backtest --json", "the numbers as JSON"),
            ],
        };
        verb.Add(only);
        return verb.Does(invocation, session =>
        {
            var progress = new StepProgress(session.Terminal);
            var subjects = Subjects(session.Get(only));
            var result = Backtest.Run(session.World, subjects, HypothesesVerb.Hypotheses(null, null), WedgeLibrary.All(), progress.Report, session.Cancellation);
            session.Terminal.ClearProgress();
            if (session.Json) BacktestReport.WriteJson(session.Terminal, result);
            else BacktestReport.Write(session.Terminal, result);
            return Program.Answered;
        });
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
