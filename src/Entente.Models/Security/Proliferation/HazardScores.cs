using System.Collections.Immutable;

namespace Entente.Models.Security.Proliferation;

/// <summary>How a hazard that did not see an era called it.</summary>
/// <param name="Name">What was learnt from what.</param>
/// <param name="Rows">State-years predicted.</param>
/// <param name="Observed">Onsets observed.</param>
/// <param name="Expected">Onsets expected by the model.</param>
/// <param name="ExpectedBase">Onsets expected by the base rate of the years learnt from.</param>
/// <param name="Brier">Brier score of the model.</param>
/// <param name="BrierBase">Brier score of the base rate.</param>
/// <param name="Log">Mean log score (−log likelihood), lower is better.</param>
/// <param name="LogBase">That of the base rate.</param>
/// <param name="Auc">Area under the curve; .5 is a coin.</param>
public sealed record EraScore(string Name, int Rows, int Observed, double Expected, double ExpectedBase, double Brier, double BrierBase, double Log, double LogBase, double Auc)
{
    /// <summary>Whether the model beats the base rate on the log score.</summary>
    public bool Beats => Log < LogBase;
}

/// <summary>Out-of-sample scores by era: each is predicted from the earlier ones alone, and from all others.</summary>
public static class HazardScores
{
    private static readonly (int From, int To)[] Eras = [(1946, 1960), (1961, 1975), (1976, 1990), (1991, 2022)];
    private const double Clip = 1e-6;

    /// <summary>Scores a hazard on all eras.</summary>
    /// <param name="rows">State-years at risk.</param>
    /// <returns>Forward scores, leave-one-era-out scores, and the pool of the latter last.</returns>
    public static ImmutableArray<EraScore> ByEra(NuclearRiskYear[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var scores = ImmutableArray.CreateBuilder<EraScore>();
        foreach (var (from, to) in Eras.Skip(1))
        {
            var (train, test) = (Array.FindAll(rows, row => row.Year < from), Array.FindAll(rows, row => row.Year >= from && row.Year <= to));
            if (Fits(train, test)) scores.Add(Score($"{FirstOf(train)}–{from - 1} → {from}–{to}", train, test, out _));
        }

        var (pooledP, pooledBase, pooledY) = (new List<double>(), new List<double>(), new List<bool>());
        foreach (var (from, to) in Eras)
        {
            var (train, test) = (Array.FindAll(rows, row => row.Year < from || row.Year > to), Array.FindAll(rows, row => row.Year >= from && row.Year <= to));
            if (!Fits(train, test)) continue;
            scores.Add(Score($"all others → {from}–{to}", train, test, out var p));
            pooledP.AddRange(p);
            pooledBase.AddRange(Enumerable.Repeat(Rate(train), test.Length));
            pooledY.AddRange(test.Select(row => row.Onset));
        }

        scores.Add(Of("leave one era out, pooled", [.. pooledP], [.. pooledBase], [.. pooledY]));
        return scores.ToImmutable();
    }

    /// <summary>Area under the receiver operating curve: the chance that an onset was given more than a non-onset, ties by a half (Mann and Whitney 1947).</summary>
    public static double Auc(ReadOnlySpan<double> p, ReadOnlySpan<bool> y)
    {
        var order = new int[p.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var keys = p.ToArray();
        Array.Sort(keys, order);
        var (ranks, ones) = (0.0, 0);
        for (var i = 0; i < keys.Length;)
        {
            var end = i;
            while (end < keys.Length && keys[end].Equals(keys[i])) end++;
            for (var j = i; j < end; j++)
            {
                if (!y[order[j]]) continue;
                ranks += (i + end + 1) / 2.0;
                ones++;
            }

            i = end;
        }

        var zeros = keys.Length - ones;
        return ones == 0 || zeros == 0 ? double.NaN : (ranks - (ones * (ones + 1) / 2.0)) / ((double)ones * zeros);
    }

    private static bool Fits(NuclearRiskYear[] train, NuclearRiskYear[] test) => test.Length > 0 && train.Count(row => row.Onset) >= 3;

    private static int FirstOf(NuclearRiskYear[] rows) => rows.Min(row => row.Year);

    private static double Rate(NuclearRiskYear[] rows) => (double)rows.Count(row => row.Onset) / rows.Length;

    private static EraScore Score(string name, NuclearRiskYear[] train, NuclearRiskYear[] test, out double[] p)
    {
        var hazard = NuclearHazard.Fit(train);
        p = Array.ConvertAll(test, row => hazard.Yearly(row.X));
        var rate = Rate(train);
        return Of(name, p, Array.ConvertAll(test, _ => rate), Array.ConvertAll(test, row => row.Onset));
    }

    internal static EraScore Of(string name, double[] p, double[] basis, bool[] y)
    {
        var (brier, brierBase, log, logBase) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < y.Length; i++)
        {
            var outcome = y[i] ? 1.0 : 0.0;
            brier += Math.Pow(p[i] - outcome, 2);
            brierBase += Math.Pow(basis[i] - outcome, 2);
            log -= Math.Log(Math.Clamp(y[i] ? p[i] : 1 - p[i], Clip, 1));
            logBase -= Math.Log(Math.Clamp(y[i] ? basis[i] : 1 - basis[i], Clip, 1));
        }

        var n = y.Length;
        return new EraScore(name, n, y.Count(one => one), p.Sum(), basis.Sum(), brier / n, brierBase / n, log / n, logBase / n, Auc(p, y));
    }
}
