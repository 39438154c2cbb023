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
        var verb = new Verb("estimate", "PPML, linear, logit or cloglog regression with absorbed effects on any CSV or Parquet table")
        {
            Examples =
            [
                ("entente trade estimate gravity.yaml", "coefficients, standard errors, what was left out and why"),
                ("entente trade estimate gravity.yaml --out table.csv", "the same, and as a table for other programs"),
            ],
        };
        verb.Add(file);
        verb.Add(output);
        return verb.Does(invocation, session =>
        {
            if (session.Get(output) is { } path)
            {
                if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) throw new InvalidInputException($"'{path}' does not tell what to write: name a file that ends in .csv.");
                OutputFile.Check(path, "The table ");
            }

            var specification = EstimationFile.Read(session.Get(file));
            var estimates = SpecifiedRegression.Estimate(specification, session.Cancellation);
            if (session.Get(output) is { } target) EstimateReport.WriteCsv(target, estimates);
            if (session.Json) EstimateReport.WriteJson(session.Terminal, specification.Title, estimates);
            else EstimateReport.Write(session.Terminal, specification.Title, estimates);
            return Program.Answered;
        });
    }
}
