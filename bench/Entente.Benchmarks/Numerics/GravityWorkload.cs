namespace Entente.Benchmarks.Numerics;

/// <summary>
/// A made-up gravity panel of C exporters, C importers and T periods, years slowest, from a counter-based generator (SplitMix64), so that any program can make the same one.
/// Check sums: C = 200, T = 25 has n = 1,000,000, sum of outcomes 5656150.107839803 and 360,033 zeros. True coefficients: agreement .35, sanctions -.6, tariff -2.
/// </summary>
public sealed class GravityWorkload
{
    private const ulong Seed = 20250211;

    public required int[] Exporter { get; init; }

    public required int[] Importer { get; init; }

    public required int[] ExporterPeriod { get; init; }

    public required int[] ImporterPeriod { get; init; }

    public required int[] Pair { get; init; }

    public required double[] Outcome { get; init; }

    /// <summary>ln distance, contiguity, language, domestic, agreement, sanctions, tariff.</summary>
    public required double[][] Columns { get; init; }

    public static GravityWorkload Make(int c, int t)
    {
        var square = c * c;
        var n = square * t;
        var (x, y, size) = (new double[c], new double[c], new double[c]);
        for (var i = 0; i < c; i++) (x[i], y[i], size[i]) = (Uniform(1, i), Uniform(2, i), Normal(3, i));
        var (supply, demand) = (new double[c * t], new double[c * t]);
        for (var k = 0; k < c * t; k++) (supply[k], demand[k]) = (size[k % c] + (.3 * Normal(4, k)), size[k % c] + (.3 * Normal(5, k)));
        var workload = new GravityWorkload
        {
            Exporter = new int[n],
            Importer = new int[n],
            ExporterPeriod = new int[n],
            ImporterPeriod = new int[n],
            Pair = new int[n],
            Outcome = new double[n],
            Columns = [.. Enumerable.Range(0, 7).Select(_ => new double[n])],
        };
        Parallel.For(0, square, pair =>
        {
            int i = pair / c, j = pair % c;
            var key = (Math.Min(i, j) * c) + Math.Max(i, j);
            var distance = Math.Sqrt(((x[i] - x[j]) * (x[i] - x[j])) + ((y[i] - y[j]) * (y[i] - y[j]))) + .02;
            var domestic = i == j;
            var (ln, contiguous, language) = (Math.Log(distance * 10000), distance < .06 && !domestic ? 1.0 : 0, Uniform(6, key) < .12 ? 1.0 : 0);
            var effect = .5 * Normal(7, pair);
            var start = Math.Floor(Uniform(8, key) * t * 2.5);
            var from = Math.Floor(Uniform(9, key) * t * 6);
            var to = from + 2 + Math.Floor(Uniform(10, key) * 6);
            for (var period = 0; period < t; period++)
            {
                var row = (period * square) + pair;
                var agreement = period >= start && !domestic ? 1.0 : 0;
                var sanctions = period >= from && period < to && !domestic ? 1.0 : 0;
                var tariff = domestic ? 0 : .25 * Uniform(11, row);
                var eta = supply[(period * c) + i] + demand[(period * c) + j] - (.8 * (ln - 8)) + (.4 * contiguous) + (.25 * language) + effect
                    + (.35 * agreement) - (.6 * sanctions) - (2 * tariff) + (domestic ? 1.5 : 0);
                var value = Math.Exp(eta + (.5 * Normal(12, row)) - .125);
                var zero = 1 / (1 + Math.Exp(1.2 + (.8 * eta)));
                workload.Outcome[row] = Uniform(13, row) < zero ? 0 : value / (1 - zero);
                (workload.Exporter[row], workload.Importer[row], workload.Pair[row]) = (i, j, pair);
                (workload.ExporterPeriod[row], workload.ImporterPeriod[row]) = ((period * c) + i, (period * c) + j);
                double[] values = [ln, contiguous, language, domestic ? 1 : 0, agreement, sanctions, tariff];
                for (var k = 0; k < values.Length; k++) workload.Columns[k][row] = values[k];
            }
        });
        return workload;
    }

    private static double Uniform(ulong stream, long k)
    {
        unchecked
        {
            var z = Seed + (stream << 40) + (ulong)k;
            z = (z * 0x9E3779B97F4A7C15UL) + 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }

    private static double Normal(ulong stream, long k) => Math.Sqrt(-2 * Math.Log(1 - Uniform(stream, 2 * k))) * Math.Cos(2 * Math.PI * Uniform(stream, (2 * k) + 1));
}
