using System.Collections.Concurrent;
using Entente.Numerics.Scoring;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>Distribution function and CRPS of a standard Student t by table and linear interpolation (error below 1e-6), because millions of forecasts share a handful of degrees.</summary>
internal sealed class StudentTable
{
    private const double Step = .005;
    private const double Most = 60;
    private static readonly ConcurrentDictionary<double, StudentTable> Tables = new();

    private readonly double[] _cdf;
    private readonly double[] _crps;

    private StudentTable(double degrees)
    {
        var count = (int)(Most / Step) + 2;
        (_cdf, _crps) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            _cdf[i] = ContinuousScores.StudentTCdf(i * Step, degrees);
            _crps[i] = ContinuousScores.StudentTCrps(0, 1, degrees, i * Step);
        }
    }

    public static StudentTable Of(double degrees) => Tables.GetOrAdd(degrees, static key => new StudentTable(key));

    public double Cdf(double z)
    {
        var size = Math.Abs(z);
        var value = size >= Most ? 1 : Read(_cdf, size);
        return z >= 0 ? value : 1 - value;
    }

    // Far out the score grows as the distance does.
    public double Crps(double z)
    {
        var size = Math.Abs(z);
        return size >= Most ? _crps[^2] + (size - Most) : Read(_crps, size);
    }

    private static double Read(double[] table, double size)
    {
        var place = size / Step;
        var below = (int)place;
        return table[below] + ((place - below) * (table[below + 1] - table[below]));
    }
}
