using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Entente.Numerics.Regression;

/// <summary>Prints estimates side by side, as journals do: coefficients with standard errors below, then what was absorbed, left out and how well it fits.</summary>
public static class RegressionTable
{
    private const int Gap = 2;

    /// <summary>Writes a table as plain text.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="estimates">One column each, at least one.</param>
    /// <param name="covariance">Index of the covariance matrix whose standard errors are shown.</param>
    /// <param name="titles">Column titles; (1), (2) … if empty.</param>
    /// <exception cref="ArgumentException">There are no estimates.</exception>
    public static void Write(TextWriter writer, ImmutableArray<RegressionEstimate> estimates, int covariance = 0, ImmutableArray<string> titles = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (estimates.IsDefaultOrEmpty) throw new ArgumentException("There must be at least one estimate.", nameof(estimates));
        var rows = new List<string[]>();
        void Row(string label, Func<int, string> cell) => rows.Add([label, .. Enumerable.Range(0, estimates.Length).Select(cell)]);

        Row(string.Empty, column => titles.IsDefaultOrEmpty ? $"({column + 1})" : titles[column]);
        Row("outcome", column => estimates[column].OutcomeName);
        Row("family", column => FamilyName(estimates[column].Family));
        rows.Add([]);
        foreach (var name in estimates.SelectMany(estimate => estimate.Names).Distinct(StringComparer.Ordinal))
        {
            Row(name, column => Coefficient(estimates[column], name, covariance));
            Row(string.Empty, column => Error(estimates[column], name, covariance));
        }

        foreach (var name in estimates.SelectMany(estimate => estimate.Dropped.Select(dropped => dropped.Name)).Distinct(StringComparer.Ordinal).Where(name => !estimates.Any(e => e.Names.Contains(name))))
        {
            Row(name, column => estimates[column].Dropped.Any(dropped => dropped.Name == name) ? "collinear" : string.Empty);
        }

        rows.Add([]);
        foreach (var name in estimates.SelectMany(estimate => estimate.Effects.Select(effect => effect.Name)).Distinct(StringComparer.Ordinal))
        {
            Row(name, column => estimates[column].Effects.FirstOrDefault(effect => effect.Name == name) is { } effect ? $"{Count(effect.Levels)} levels" : "no");
        }

        Row("observations", column => Count(estimates[column].Sample.Observations));
        if (estimates.Any(e => e.Sample.Missing > 0)) Row("left out: missing", column => Count(estimates[column].Sample.Missing));
        if (estimates.Any(e => e.Sample.SeparatedByEffects + e.Sample.Separated > 0)) Row("left out: separated", column => Count(estimates[column].Sample.SeparatedByEffects + estimates[column].Sample.Separated));
        if (estimates.Any(e => e.Sample.Singletons > 0)) Row("left out: singletons", column => Count(estimates[column].Sample.Singletons));
        Row("log likelihood", column => Number(estimates[column].Fit.LogLikelihood));
        Row("pseudo R²", column => estimates[column].Family == RegressionFamily.Linear ? string.Empty : Number(estimates[column].Fit.PseudoRSquared));
        if (estimates.Any(e => e.Family == RegressionFamily.Linear)) Row("within R²", column => estimates[column].Family == RegressionFamily.Linear ? Number(estimates[column].Fit.WithinRSquared) : string.Empty);
        Row("standard errors", column => estimates[column].Covariances.Length > covariance ? estimates[column].Covariances[covariance].Name : "none");
        Row("convention", column => estimates[column].Covariances.Length > covariance ? estimates[column].Covariances[covariance].Convention : string.Empty);
        Print(writer, rows);
    }

    private static void Print(TextWriter writer, List<string[]> rows)
    {
        var columns = rows.Max(row => row.Length);
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Length ? row[column].Length : 0)).ToArray();
        foreach (var row in rows)
        {
            if (row.Length == 0)
            {
                writer.WriteLine(new string('-', widths.Sum() + (Gap * (columns - 1))));
                continue;
            }

            var line = new StringBuilder(row[0].PadRight(widths[0]));
            for (var column = 1; column < columns; column++) line.Append(' ', Gap).Append(row[column].PadLeft(widths[column]));
            writer.WriteLine(line.ToString().TrimEnd());
        }
    }

    private static string Coefficient(RegressionEstimate estimate, string name, int covariance)
    {
        var at = estimate.Names.IndexOf(name);
        if (at < 0) return estimate.Dropped.Any(dropped => dropped.Name == name) ? "collinear" : string.Empty;
        if (estimate.Covariances.Length <= covariance) return Number(estimate.Coefficients[at]);
        var p = estimate.PValue(at, covariance);
        return Number(estimate.Coefficients[at]) + (p < .01 ? "***" : p < .05 ? "** " : p < .1 ? "*  " : "   ");
    }

    private static string Error(RegressionEstimate estimate, string name, int covariance)
    {
        var at = estimate.Names.IndexOf(name);
        return at < 0 || estimate.Covariances.Length <= covariance ? string.Empty : $"({Number(estimate.Covariances[covariance].StandardErrors[at])})  ";
    }

    private static string FamilyName(RegressionFamily family) => family switch
    {
        RegressionFamily.Poisson => "Poisson (PPML)",
        RegressionFamily.Logit => "logit",
        RegressionFamily.ComplementaryLogLog => "cloglog",
        _ => "linear",
    };

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double value) => Math.Abs(value) switch
    {
        double.NaN => string.Empty,
        0 => "0",
        >= 1e7 or < 1e-4 => value.ToString("0.0000e0", CultureInfo.InvariantCulture),
        >= 1000 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.0000", CultureInfo.InvariantCulture),
    };
}
