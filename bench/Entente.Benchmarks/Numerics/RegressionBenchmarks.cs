using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Entente.Numerics.Regression;

namespace Entente.Benchmarks.Numerics;

/// <summary>PPML on the made-up gravity panel: two-way with seven regressors, three-way with three; standard errors clustered by pair.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 3)]
public class RegressionBenchmarks
{
    private static readonly string[] Names = ["ln_dist", "contig", "lang", "domestic", "rta", "sanc", "tariff"];
    private GravityWorkload _panel = null!;

    /// <summary>Economies × periods: 28,800, 1,000,000 and 10,000,000 rows.</summary>
    [Params("69x6", "200x25", "500x40")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var parts = Size.Split('x');
        _panel = GravityWorkload.Make(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Benchmark]
    public RegressionEstimate TwoWay() => Estimate(0, new FixedEffect("exporter-period", _panel.ExporterPeriod), new FixedEffect("importer-period", _panel.ImporterPeriod));

    [Benchmark]
    public RegressionEstimate ThreeWay() => Estimate(4, new FixedEffect("exporter-period", _panel.ExporterPeriod), new FixedEffect("importer-period", _panel.ImporterPeriod), new FixedEffect("pair", _panel.Pair));

    /// <summary>The same with dyadic-robust standard errors besides.</summary>
    [Benchmark]
    public RegressionEstimate ThreeWayDyadic() => Estimate(
        4, CovarianceKind.Dyadic(_panel.Exporter, _panel.Importer), new FixedEffect("exporter-period", _panel.ExporterPeriod), new FixedEffect("importer-period", _panel.ImporterPeriod), new FixedEffect("pair", _panel.Pair));

    private RegressionEstimate Estimate(int firstColumn, params FixedEffect[] effects) => Estimate(firstColumn, CovarianceKind.Clustered(new ClusterDimension("pair", _panel.Pair)), effects);

    private RegressionEstimate Estimate(int firstColumn, CovarianceKind kind, params FixedEffect[] effects) => RegressionModel.Estimate(
        new RegressionData("trade", _panel.Outcome, [.. Enumerable.Range(firstColumn, 7 - firstColumn).Select(k => new Regressor(Names[k], _panel.Columns[k]))], [.. effects]),
        RegressionFamily.Poisson, new RegressionOptions { Covariances = [kind] });
}
