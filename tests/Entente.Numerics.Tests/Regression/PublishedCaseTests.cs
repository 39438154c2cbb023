using System.Globalization;
using System.IO.Compression;
using Entente.Numerics.Regression;

namespace Entente.Tests.Regression;

/// <summary>
/// Against fixest (trade between 15 European economies, four effects) and the Advanced Guide to Trade Policy Analysis (Yotov, Piermartini, Monteiro and Larch 2016), table 1.
/// Coefficients agree to 1e-9; standard errors of that program differ from ours in the sixth digit because its last weights are one step older.
/// </summary>
public sealed class PublishedCaseTests
{
    private sealed record Trade(int[] Destination, int[] Origin, int[] Product, int[] Period, double[] Distance, double[] Euros)
    {
        public RegressionData Data(bool logarithm) => new(
            "Euros", logarithm ? [.. Euros.Select(v => Math.Log(v))] : Euros, [new("log(dist_km)", Distance)],
            [new("Origin", Origin), new("Destination", Destination), new("Product", Product), new("Year", Period)]);

        public ClusterDimension By(string name) => new(name, name switch { "Origin" => Origin, "Destination" => Destination, _ => Product });
    }

    private static Trade Read()
    {
        var rows = Lines("cases/ppml/trade_4fe.csv.gz");
        return new Trade(
            Codes(rows, 0), Codes(rows, 1), Codes(rows, 2), Codes(rows, 3),
            [.. rows.Select(row => Math.Log(double.Parse(row[4], CultureInfo.InvariantCulture)))], [.. rows.Select(row => double.Parse(row[5], CultureInfo.InvariantCulture))]);
    }

    private static List<string[]> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Shared.Path(path)), CompressionMode.Decompress));
        reader.ReadLine();
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line) rows.Add([.. line.Split(',').Select(field => field.Trim('"'))]);
        return rows;
    }

    private static int[] Codes(List<string[]> rows, params int[] columns)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. rows.Select(row => seen.TryGetValue(string.Join('|', columns.Select(c => row[c])), out var code) ? code : seen[string.Join('|', columns.Select(c => row[c]))] = seen.Count)];
    }

    [Theory]
    [InlineData("", 1.92641992934306e-06)]
    [InlineData("hetero", 0.0218472299288713)]
    [InlineData("Origin", 0.115677843630187)]
    [InlineData("Origin,Destination", 0.130733604347792)]
    public void Poisson_with_four_effects(string clusters, double error)
    {
        var trade = Read();
        var estimate = RegressionModel.Estimate(trade.Data(logarithm: false), RegressionFamily.Poisson, new RegressionOptions { Covariances = [Kind(trade, clusters)] });
        estimate.Coefficients[0].ShouldBe(-1.52787437146562, 1e-9);
        (estimate.Covariances[0].StandardErrors[0] / error).ShouldBe(1, 1e-5);
        estimate.Sample.Observations.ShouldBe(38325);
        (estimate.Fit.LogLikelihood / -702470445793.418).ShouldBe(1, 1e-12);
    }

    [Theory]
    [InlineData("", 0.0209275166977034)]
    [InlineData("Origin", 0.154283444315233)]
    [InlineData("Origin,Destination,Product", 0.174864671758502)]
    public void Least_squares_with_four_effects(string clusters, double error)
    {
        var trade = Read();
        var estimate = RegressionModel.Estimate(trade.Data(logarithm: true), RegressionFamily.Linear, new RegressionOptions { Covariances = [Kind(trade, clusters)] });
        estimate.Coefficients[0].ShouldBe(-2.16987597621794, 1e-11);
        (estimate.Covariances[0].StandardErrors[0] / error).ShouldBe(1, 1e-8);
        estimate.Fit.LogLikelihood.ShouldBe(-75682.5468161094, 1e-6);
    }

    private static CovarianceKind Kind(Trade trade, string clusters) => clusters switch
    {
        "" => CovarianceKind.Iid,
        "hetero" => CovarianceKind.Robust(LeverageAdjustment.Hc1),
        _ => CovarianceKind.Clustered([.. clusters.Split(',').Select(trade.By)]),
    };

    [Fact]
    public void The_gravity_table_of_the_advanced_guide()
    {
        var rows = Lines("data/trade/advanced_guide_panel_1986_2006.csv.gz").Where(row => row[0] != row[1] && (int.Parse(row[3], CultureInfo.InvariantCulture) - 1986) % 4 == 0).ToList();
        double[] Column(int c) => [.. rows.Select(row => double.Parse(row[c], CultureInfo.InvariantCulture))];
        var data = new RegressionData(
            "trade", Column(4), [new("ln_dist", Column(5).Select(v => Math.Log(v)).ToArray()), new("CNTG", Column(6)), new("LANG", Column(7)), new("CLNY", Column(8))],
            [new("exporter-year", Codes(rows, 0, 3)), new("importer-year", Codes(rows, 1, 3))]);
        var pairs = new ClusterDimension("pair", Codes(rows, 2));
        var estimate = RegressionModel.Estimate(data, RegressionFamily.Poisson, new RegressionOptions { SmallSample = SmallSample.Ppmlhdfe, Covariances = [CovarianceKind.Clustered(pairs)] });
        estimate.Sample.Observations.ShouldBe(28152);
        double[] coefficients = [-.8409, .4374, .2475, -.2225], errors = [.0317, .0832, .0765, .1162];
        for (var k = 0; k < 4; k++)
        {
            estimate.Coefficients[k].ShouldBe(coefficients[k], 6e-5);
            estimate.Covariances[0].StandardErrors[k].ShouldBe(errors[k], 6e-5);
        }

        // Least squares on positive trade with the same effects: the table's first two columns were rounded to three digits.
        var positive = Enumerable.Range(0, rows.Count).Where(r => data.Outcome.Span[r] > 0).ToArray();
        var logarithms = new RegressionData(
            "ln trade", positive.Select(r => Math.Log(data.Outcome.Span[r])).ToArray(), [.. data.Regressors.Select(x => x with { Values = positive.Select(r => x.Values.Span[r]).ToArray() })],
            [.. data.Effects.Select(e => e with { Levels = positive.Select(r => e.Levels.Span[r]).ToArray() })]);
        var linear = RegressionModel.Estimate(logarithms, RegressionFamily.Linear, new RegressionOptions
        {
            SmallSample = SmallSample.Ppmlhdfe,
            Covariances = [CovarianceKind.Clustered(new ClusterDimension("pair", positive.Select(r => pairs.Ids.Span[r]).ToArray()))],
        });
        positive.Length.ShouldBe(25689);
        double[] ofLinear = [-1.216, .223, .661, .670];
        for (var k = 0; k < 4; k++) linear.Coefficients[k].ShouldBe(ofLinear[k], 6e-4);
    }
}
