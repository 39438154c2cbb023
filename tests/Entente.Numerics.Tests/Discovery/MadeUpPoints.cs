using Entente.Numerics.Random;

namespace Entente.Tests.Discovery;

/// <summary>Made-up points: uniform inputs, some in few steps, some categorical, and outcomes that depend on the first three.</summary>
internal static class MadeUpPoints
{
    public static double[] Uniform(ulong seed, uint input, int points)
    {
        var stream = new CounterStream(seed, input, 0xD15C);
        var values = new double[points];
        for (var point = 0; point < points; point++) values[point] = stream.NextUniform();
        return values;
    }

    /// <summary>Rounds to a number of steps, so that values tie.</summary>
    public static double[] Stepped(double[] values, int steps) => [.. values.Select(value => Math.Floor(value * steps))];

    public static (double[][] Columns, double[] Outcomes) Corner(ulong seed, int points)
    {
        double[][] columns = [Uniform(seed, 0, points), Uniform(seed, 1, points)];
        return (columns, [.. Enumerable.Range(0, points).Select(point => columns[0][point] > .6 && columns[1][point] < .3 ? 1.0 : 0)]);
    }

    /// <summary>Five inputs: two continuous, one in seven steps, one categorical of four levels, one of two values; outcomes in hundredths.</summary>
    public static (double[][] Columns, bool[] Categorical, int[] Hundredths) Mixed(ulong seed, int points, bool binary)
    {
        double[][] columns =
        [
            Uniform(seed, 0, points),
            Uniform(seed, 1, points),
            Stepped(Uniform(seed, 2, points), 7),
            Stepped(Uniform(seed, 3, points), 4),
            Stepped(Uniform(seed, 4, points), 2),
        ];
        var noise = Uniform(seed, 5, points);
        var hundredths = new int[points];
        for (var point = 0; point < points; point++)
        {
            var chance = .1 + (columns[0][point] > .55 && columns[2][point] >= 3 ? .5 : 0) + (columns[3][point] is 1 or 3 ? .2 : 0);
            hundredths[point] = binary ? (noise[point] < chance ? 100 : 0) : (int)(100 * Math.Clamp(chance + .4 * (noise[point] - .5), 0, 1));
        }

        return (columns, [false, false, false, true, false], hundredths);
    }
}
