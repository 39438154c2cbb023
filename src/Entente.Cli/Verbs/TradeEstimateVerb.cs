using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Entente.Cli.Reports;
using Entente.Models.Trade.Estimation;
using Entente.World;

namespace Entente.Cli.Verbs;

/// <summary>A regression on a table of the user's own.</summary>
internal static class TradeEstimateVerb
{
    public static Verb Build(Invocation invocation)
    {
        var file = Arguments.Text("SPEC", "a YAML file that names the table, the outcome, the regressors, the effects and the standard errors");
        var output = Arguments.Text("--out", "FILE.csv", "also write the coefficients with their standard errors as CSV");
        var table = Arguments.Text("--table", "FILE", "the table, in place of what SPEC names");
        var seconds = Arguments.Count("--seconds", "seconds after which it is stopped (default: never)", 1, 86_400);
        var megabytes = Arguments.Count("--megabytes", "memory that the columns of a model may take (default: all there is)", 1, 1_000_000);
        var verb = new Verb("estimate", "PPML, linear, logit or cloglog regression with absorbed effects on any CSV or Parquet table")
        {
            Examples =
            [
                ("entente trade estimate gravity.yaml", "coefficients, standard errors, what was left out and why"),
                ("entente trade estimate gravity.yaml --out table.csv", "the same, and as a table for other programs"),
            ],
        };
        verb.Add(file);
        foreach (var option in new Option[] { output, table, seconds, megabytes }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            if (session.Get(output) is { } path)
            {
                if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) throw new InvalidInputException($"'{path}' does not tell what to write: name a file that ends in .csv.");
                OutputFile.Check(path, "The table ");
            }

            var specification = EstimationFile.Read(session.Get(file), session.Get(table));
            var estimates = Estimate(session, specification, session.Get(seconds), session.Get(megabytes));
            if (session.Get(output) is { } target) EstimateReport.WriteCsv(target, estimates);
            if (session.Json) EstimateReport.WriteJson(session.Terminal, specification.Title, estimates, session.World.Catalog);
            else EstimateReport.Write(session.Terminal, specification.Title, estimates);
            return Program.Answered;
        });
    }

    private static ImmutableArray<SpecifiedEstimate> Estimate(Session session, EstimationSpecification specification, int? seconds, int? megabytes)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(session.Cancellation);
        if (seconds is { } most) stop.CancelAfter(TimeSpan.FromSeconds(most));
        try
        {
            return SpecifiedRegression.Estimate(specification, megabytes, stop.Token);
        }
        catch (OperationCanceledException) when (!session.Cancellation.IsCancellationRequested)
        {
            throw new NoAnswerException(string.Create(CultureInfo.InvariantCulture, $"The estimation was stopped after {seconds} seconds; leave out regressors, effects or rows, or raise --seconds."));
        }
    }
}
