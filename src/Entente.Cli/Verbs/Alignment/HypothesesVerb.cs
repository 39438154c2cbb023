using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Entente.Cli.Reports.Alignment;
using Entente.Cli.Show;
using Entente.Models.Alignment.Hypotheses;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli.Verbs.Alignment;

/// <summary>Which explanation of alignment forecasts it best?</summary>
internal static class HypothesesVerb
{
    public static Verb Build(Invocation invocation)
    {
        var states = new Argument<string[]>("STATE") { Description = "two states whose alignment is forecast (none to score all pairs)", HelpName = "STATE", Arity = ArgumentArity.ZeroOrMore };
        var file = Arguments.Text("--with", "FILE[,FILE]", "also score your own hypotheses (YAML; see docs/hypotheses.md)");
        var only = Arguments.Text("--only", "LIST", "only these of the shipped ones");
        var outcome = Arguments.Text("--outcome", "NAME", "measure of alignment: vote_agreement (default), ideal_point_distance …");
        var horizons = Arguments.Text("--ahead", "LIST", "years ahead, with commas (default: 1,3,5)");
        var since = Arguments.Year("--since", "first year that forecasts learn from (default: 1963)");
        var until = Arguments.Year("--until", "last year forecast (default: the newest with votes)");
        var origin = Arguments.Year("--from", "with two states: forecast from this year (default: their newest)");
        var list = new Option<bool>("--list") { Description = "what each hypothesis claims, and who argues it, without scores" };
        var weights = Arguments.Text("--weights", "FILE", "also write the stacking weights as a table, .parquet, .arrow or .csv: the file that 'data build' reads");
        var seed = Arguments.Seed("--seed", "seed of the resamples (default: 1)");
        var verb = new Verb("hypotheses", "rival explanations of alignment scored out of sample on the same pairs, against persistence, and stacked")
        {
            Examples =
            [
                ("entente hypotheses", "all shipped hypotheses, 1, 3 and 5 years ahead"),
                ("entente hypotheses --with mine.yaml", "yours beside them"),
                ("entente hypotheses RUS CHN", "what each of them forecasts for a pair"),
                ("entente hypotheses --list", "who argues what"),
            ],
        };
        verb.Add(states);
        foreach (var option in new Option[] { file, only, outcome, horizons, since, until, origin, list, weights, seed }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var hypotheses = Hypotheses(session.Get(only), session.Get(file));
            if (session.Get(list))
            {
                if (session.Json) HypothesesJson.WriteList(session.Terminal, hypotheses);
                else HypothesesReport.WriteList(session.Terminal, hypotheses);
                return Program.Answered;
            }

            var options = new ContestOptions
            {
                Outcome = session.Get(outcome) ?? "vote_agreement",
                Horizons = Horizons(session.Get(horizons)),
                From = session.Get(since) ?? 1963,
                To = session.Get(until),
                Seed = session.Get(seed) ?? 1,
            };
            if (options.To < options.From) throw new InvalidInputException($"The first year {options.From} is after the last year {options.To}; swap --since and --until.");
            var named = session.Get(states) ?? [];
            if (named.Length is not (0 or 2)) throw new InvalidInputException($"hypotheses takes no state or two, and {named.Length} {(named.Length == 1 ? "is" : "are")} named.");
            if (named.Length == 0 && session.Get(origin) is not null) throw new InvalidInputException("--from goes with two states; without them all years are origins.");
            var table = session.Get(weights);
            if (table is not null && named.Length == 2) throw new InvalidInputException("--weights goes without states: weights are learnt from all pairs.");
            if (table is not null) ColumnFile.Check(table);
            var progress = new StepProgress(session.Terminal);
            if (named.Length == 2) Pair(session, named, hypotheses, session.Get(origin), options, progress);
            else All(session, hypotheses, options, table, progress);
            return Program.Answered;
        });
    }

    internal static ImmutableArray<Hypothesis> Hypotheses(string? only, string? own)
    {
        var shipped = HypothesisFile.List();
        if (shipped.IsEmpty) throw new InvalidInputException("No folder 'hypotheses' with files is found above the program or the current folder.");
        var names = only is null ? shipped : [.. Split(only)];
        return [.. names.Concat(own is null ? [] : Split(own)).Select(name => HypothesisFile.Read(name))];
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ImmutableArray<int> Horizons(string? text)
    {
        if (text is null) return [1, 3, 5];
        var horizons = Split(text).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= 20 ? years : throw new InvalidInputException($"--ahead '{part}' is not a number of years from 1 to 20; write for example --ahead 1,3,5."));
        ImmutableArray<int> all = [.. horizons.Distinct().Order()];
        return all.IsEmpty ? throw new InvalidInputException("--ahead names no number of years; write for example --ahead 1,3,5.") : all;
    }

    private static void All(Session session, ImmutableArray<Hypothesis> hypotheses, ContestOptions options, string? table, StepProgress progress)
    {
        progress.Report("reading the panel");
        var contest = HypothesisScoring.Run(session.World, hypotheses, options, progress.Report, session.Cancellation);
        session.Terminal.ClearProgress();
        if (table is not null) ColumnFile.Write(table, HypothesisWeightTable.Columns(contest), session.Cancellation);
        if (session.Json) HypothesesJson.Write(session.Terminal, contest, session.World.Catalog);
        else HypothesesReport.Write(session.Terminal, contest, session.World.Catalog);
    }

    private static void Pair(Session session, string[] named, ImmutableArray<Hypothesis> hypotheses, int? origin, ContestOptions options, StepProgress progress)
    {
        var last = origin ?? session.World.Votes.RollCalls[^1].Date.Year;
        var (a, b) = (session.World.States.Resolve(named[0], last), session.World.States.Resolve(named[1], last));
        if (a.Id == b.Id) throw new InvalidInputException($"{a.Name} is named twice; name two different states.");
        progress.Report("learning from all pairs");
        var forecasts = HypothesisScoring.Forecast(session.World, hypotheses, a.Id, b.Id, origin, options, session.Cancellation);
        session.Terminal.ClearProgress();
        if (session.Json) HypothesesJson.WritePair(session.Terminal, forecasts, session.World);
        else HypothesesReport.WritePair(session.Terminal, forecasts, session.World);
    }
}
