using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Trade.Estimation;
using Entente.Numerics.Regression;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.Store;
using Spectre.Console;

namespace Entente.Cli.Reports.Trade;

/// <summary>Shows regressions: coefficients with every kind of standard errors, and what was left out.</summary>
internal static class EstimateReport
{
    private const double Level = .95;
    private const int MostNamed = 6;

    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, string title, ImmutableArray<SpecifiedEstimate> estimates)
    {
        terminal.Title(title, estimates.Length == 1 ? Describe(estimates[0].Estimate) : $"{estimates.Length} models");
        if (estimates.Length == 1) One(terminal, estimates[0]);
        else Several(terminal, estimates);
        foreach (var estimate in estimates) Notes(terminal, estimate, estimates.Length > 1);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, string title, ImmutableArray<SpecifiedEstimate> estimates, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "regression", json =>
    {
        json.WriteString("title", title);
        json.List("models", estimates, result =>
        {
            var (specification, estimate) = (result.Specification, result.Estimate);
            json.WriteString("name", specification.Name);
            json.WriteString("family", FamilyName(estimate.Family));
            json.WriteString("outcome", estimate.OutcomeName);
            json.WriteString("where", specification.Where);
            json.List("coefficients", Enumerable.Range(0, estimate.Names.Length), k =>
            {
                json.WriteString("name", estimate.Names[k]);
                json.Real("value", estimate.Coefficients[k]);
                json.WriteStartArray("errors");
                for (var c = 0; c < estimate.Covariances.Length; c++)
                {
                    var (low, high) = estimate.Interval(k, Level, c);
                    json.WriteStartObject();
                    json.WriteString("kind", estimate.Covariances[c].Name);
                    json.Real("standard_error", estimate.Covariances[c].StandardErrors[k]);
                    json.Real("p", estimate.PValue(k, c));
                    json.Interval("interval", new Interval(low, high, Level));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            json.List("covariances", estimate.Covariances, covariance =>
            {
                json.WriteString("kind", covariance.Name);
                json.WriteString("convention", covariance.Convention);
                json.Real("factor", covariance.Factor);
                json.WriteNumber("parameters", covariance.Parameters);
                json.Real("degrees_of_freedom", covariance.DegreesOfFreedom);
                json.WriteStartArray("clusters");
                foreach (var count in covariance.Clusters) json.WriteNumberValue(count);
                json.WriteEndArray();
                json.WriteNumber("clipped_eigenvalues", covariance.ClippedEigenvalues);
                json.WriteStartArray("matrix");
                foreach (var value in covariance.Matrix) json.WriteNumberValue(value);
                json.WriteEndArray();
            });
            json.List("dropped", estimate.Dropped, dropped =>
            {
                json.WriteString("name", dropped.Name);
                json.WriteString("reason", Reason(dropped.Reason));
            });
            json.List("effects", estimate.Effects, effect =>
            {
                json.WriteString("name", effect.Name);
                json.WriteNumber("levels", effect.Levels);
            });
            json.Object("sample", () =>
            {
                json.WriteNumber("rows_in_file", result.Held);
                json.WriteNumber("rows", estimate.Sample.Rows);
                json.WriteNumber("observations", estimate.Sample.Observations);
                json.WriteNumber("missing", estimate.Sample.Missing);
                json.WriteNumber("without_weight", estimate.Sample.WithoutWeight);
                json.WriteNumber("separated_by_effects", estimate.Sample.SeparatedByEffects);
                json.WriteNumber("separated", estimate.Sample.Separated);
                json.WriteNumber("undecided", estimate.Sample.Undecided);
                json.WriteStartArray("separated_rows");
                foreach (var row in result.SeparatedRows) json.WriteNumberValue(row);
                json.WriteEndArray();
                json.WriteNumber("singletons", estimate.Sample.Singletons);
            });
            json.Object("fit", () =>
            {
                json.Real("log_likelihood", estimate.Fit.LogLikelihood);
                json.Real("null_log_likelihood", estimate.Fit.NullLogLikelihood);
                json.Real("deviance", estimate.Fit.Deviance);
                json.Real("pseudo_r_squared", estimate.Fit.PseudoRSquared);
                json.Real("squared_correlation", estimate.Fit.SquaredCorrelation);
                json.Real("within_r_squared", estimate.Fit.WithinRSquared);
                json.Real("root_mean_squared_error", estimate.Fit.RootMeanSquaredError);
            });
            json.WriteNumber("iterations", estimate.Iterations);
            json.WriteNumber("effect_iterations", estimate.EffectIterations);
        });
        json.Provenance(SpecifiedRegression.Grounds(estimates), catalog);
    });

    /// <summary>As a CSV file, put in place only when it is whole.</summary>
    public static void WriteCsv(string path, ImmutableArray<SpecifiedEstimate> estimates)
    {
        var text = new StringBuilder("model,outcome,term,estimate,error_kind,standard_error,p,low,high\n");
        foreach (var (specification, estimate, _, _) in estimates)
        {
            for (var k = 0; k < estimate.Names.Length; k++)
            {
                for (var c = 0; c < estimate.Covariances.Length; c++)
                {
                    var (low, high) = estimate.Interval(k, Level, c);
                    text.Append(CultureInfo.InvariantCulture, $"{CsvCell.Text(specification.Name)},{CsvCell.Text(estimate.OutcomeName)},{CsvCell.Text(estimate.Names[k])},{estimate.Coefficients[k]:R},{CsvCell.Text(estimate.Covariances[c].Name)},");
                    text.Append(CultureInfo.InvariantCulture, $"{estimate.Covariances[c].StandardErrors[k]:R},{estimate.PValue(k, c):R},{low:R},{high:R}\n");
                }
            }
        }

        WholeFile.Write(path, text.ToString());
    }

    private static void One(Terminal terminal, SpecifiedEstimate result)
    {
        var estimate = result.Estimate;
        var table = Look.Table(
        [
            Look.Names("term"), Figures("coefficient"), .. estimate.Covariances.Select(covariance => Figures($"s.e. {Short(covariance)}")), Figures("p"), Figures("95 % interval"),
        ]);
        for (var k = 0; k < estimate.Names.Length; k++)
        {
            var (low, high) = estimate.Interval(k, Level);
            table.Row(
            [
                Terminal.Escape(estimate.Names[k]), Number(estimate.Coefficients[k]), .. estimate.Covariances.Select(covariance => Number(covariance.StandardErrors[k])),
                Probability(estimate.PValue(k)), $"{Number(low)} to {Number(high)}",
            ]);
        }

        foreach (var dropped in estimate.Dropped)
        {
            table.Row([Terminal.Escape(dropped.Name), "[dim]left out[/]", .. estimate.Covariances.Select(_ => string.Empty), string.Empty, $"[dim]{Reason(dropped.Reason)}[/]"]);
        }

        terminal.Write(table);
        if (estimate.Covariances.Length > 1) terminal.Markup($"[dim]p and interval by the first kind of errors, {Terminal.Escape(estimate.Covariances[0].Name)}[/]");
    }

    private static void Several(Terminal terminal, ImmutableArray<SpecifiedEstimate> estimates)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        RegressionTable.Write(writer, [.. estimates.Select(result => result.Estimate)], 0, [.. estimates.Select(result => result.Specification.Name)]);
        foreach (var line in writer.ToString().TrimEnd().Split(Environment.NewLine)) terminal.Markup(Terminal.Escape(line));
        terminal.Markup("[dim]* p < .1, ** p < .05, *** p < .01[/]");
    }

    private static void Notes(Terminal terminal, SpecifiedEstimate result, bool named)
    {
        var (estimate, sample, fit) = (result.Estimate, result.Estimate.Sample, result.Estimate.Fit);
        terminal.Line();
        if (named) terminal.Markup($"[bold]{Terminal.Escape(result.Specification.Name)}[/]");
        var left = new List<string>();
        if (result.Held > sample.Rows) left.Add($"{Numbers.Whole(result.Held - sample.Rows)} by the condition");
        if (sample.Missing > 0) left.Add($"{Numbers.Whole(sample.Missing)} with a missing value");
        if (sample.WithoutWeight > 0) left.Add($"{Numbers.Whole(sample.WithoutWeight)} without weight");
        if (sample.SeparatedByEffects > 0) left.Add($"{Numbers.Whole(sample.SeparatedByEffects)} in levels whose outcomes are all {(estimate.Family == RegressionFamily.Poisson ? "zero" : "the same")}");
        if (sample.Separated > 0) left.Add($"{Numbers.Whole(sample.Separated)} separated by a combination of regressors and effects");
        if (sample.Singletons > 0) left.Add($"{Numbers.Whole(sample.Singletons)} alone in a level");
        terminal.Markup($"[dim]{Numbers.Whole(sample.Observations)} of {Numbers.Whole(result.Held)} rows{(left.Count > 0 ? $"; left out: {string.Join(", ", left)}" : string.Empty)}.[/]");
        if (!result.SeparatedRows.IsEmpty)
        {
            var rows = string.Join(", ", result.SeparatedRows.Take(MostNamed).Select(row => row.ToString(CultureInfo.InvariantCulture)));
            terminal.Markup($"[dim]No finite estimate exists with row{(result.SeparatedRows.Length == 1 ? string.Empty : "s")} {rows}{(result.SeparatedRows.Length > MostNamed ? " … (all with --json)" : string.Empty)} of {Terminal.Escape(Path.GetFileName(result.Specification.Data))}.[/]");
        }

        if (sample.Undecided > 0) terminal.Markup($"[bold]{Numbers.Whole(sample.Undecided)} rows look separated, but the search ended undecided: they are still in.[/]");
        if (!estimate.Effects.IsEmpty)
        {
            var effects = estimate.Effects.Take(MostNamed).Select(effect => $"{effect.Name} ({Numbers.Whole(effect.Levels)})");
            terminal.Markup($"[dim]Absorbed: {Terminal.Escape(string.Join(", ", effects))}{(estimate.Effects.Length > MostNamed ? " …" : string.Empty)}.[/]");
        }

        var quality = estimate.Family == RegressionFamily.Linear ? $"within R² {Number(fit.WithinRSquared)}" : $"pseudo R² {Number(fit.PseudoRSquared)}, squared correlation {Number(fit.SquaredCorrelation)}";
        terminal.Markup($"[dim]Log likelihood {fit.LogLikelihood.ToString("0.######e0", CultureInfo.InvariantCulture)}, {quality}; {estimate.Iterations} steps.[/]");
        foreach (var covariance in estimate.Covariances)
        {
            var clusters = covariance.Clusters.IsEmpty ? string.Empty : $"{string.Join(" × ", covariance.Clusters.Select(count => Numbers.Whole(count)))} {(covariance.Name == "dyadic-robust" ? "members" : "clusters")}, ";
            var clipped = covariance.ClippedEigenvalues > 0 ? $"; {covariance.ClippedEigenvalues} negative eigenvalue(s) raised to zero: these errors are a little too large" : string.Empty;
            terminal.Markup($"[dim]{Terminal.Escape(covariance.Name)}: {clusters}convention {covariance.Convention}, factor {Number(covariance.Factor)}{clipped}.[/]");
        }
    }

    private static string Describe(RegressionEstimate estimate) => $"{estimate.OutcomeName}, {FamilyName(estimate.Family)}";

    private static string FamilyName(RegressionFamily family) => family switch
    {
        RegressionFamily.Poisson => "poisson",
        RegressionFamily.Logit => "logit",
        RegressionFamily.ComplementaryLogLog => "cloglog",
        _ => "linear",
    };

    private static string Reason(DropReason reason) => reason switch
    {
        DropReason.Constant => "does not vary",
        DropReason.ExplainedByEffects => "explained by the effects",
        _ => "explained by earlier terms",
    };

    private static TableColumn Figures(string head)
    {
        var column = Look.Figures(head);
        column.NoWrap = true;
        return column;
    }

    private static string Short(CovarianceEstimate covariance) => covariance.Name switch
    {
        "dyadic-robust" => "dyadic",
        _ when covariance.Clusters.IsEmpty => covariance.Name,
        _ => covariance.Clusters.Length == 1 ? "cluster" : $"{covariance.Clusters.Length}-way",
    };

    private static string Probability(double p) => p < .001 ? "< .001" : Numbers.Decimals(p, 3);

    private static string Number(double value)
    {
        var size = Math.Abs(value);
        if (!double.IsFinite(value)) return "missing";
        return size is >= 1e6 or (< 1e-4 and > 0) ? value.ToString("0.000e0", CultureInfo.InvariantCulture) : Numbers.Decimals(value, size >= 100 ? 1 : 4);
    }
}
