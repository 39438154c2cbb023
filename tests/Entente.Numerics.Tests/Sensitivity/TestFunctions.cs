using Entente.Numerics.Random;

namespace Entente.Tests.Sensitivity;

/// <summary>Functions whose sensitivity indices are known in closed form, and samples to run them on.</summary>
internal static class TestFunctions
{
    public static readonly double[] Weights = [0, 1, 4.5, 9, 99, 99, 99, 99];

    // Ishigami and Homma 1990 with a = 7, b = .1.
    public static double Ishigami(ReadOnlySpan<double> x) => Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));

    // Sobol' 1993 on the unit cube.
    public static double Sobol(ReadOnlySpan<double> x)
    {
        var product = 1.0;
        for (var i = 0; i < x.Length; i++) product *= (Math.Abs((4 * x[i]) - 2) + Weights[i]) / (1 + Weights[i]);
        return product;
    }

    public static double[] Uniforms(int rows, int inputs, uint stream, double low = 0, double high = 1)
    {
        var values = new double[rows * inputs];
        for (var r = 0; r < rows; r++)
        {
            var random = new CounterStream(1993, (ulong)r, stream);
            for (var i = 0; i < inputs; i++) values[(r * inputs) + i] = low + ((high - low) * random.NextUniform());
        }

        return values;
    }

    /// <summary>Makes a tenth of the values NaN at random.</summary>
    public static double[] Failing(double[] values, uint stream)
    {
        var kept = new double[values.Length];
        for (var r = 0; r < kept.Length; r++)
        {
            var random = new CounterStream(8, (ulong)r, stream);
            kept[r] = random.NextUniform() < 0.1 ? double.NaN : values[r];
        }

        return kept;
    }
}
