using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics.Similarity;

/// <summary>All measures of <see cref="SimilarityMeasure"/> from a 3 × 3 table of votes, eight tables at a time.</summary>
/// <remarks>Counts and their products are exact in doubles, so that the order of the two states changes no bit. NaN where a measure is undefined: the formulas then divide 0 by 0.</remarks>
public static class VoteMeasures
{
    /// <summary>The number of measures.</summary>
    public const int Count = 11;

    /// <summary>The number of cells: yes-yes, yes-abstain, yes-no, abstain-yes, … no-no.</summary>
    public const int Cells = 9;

    /// <summary>Every measure of one table.</summary>
    /// <param name="table">Nine cells, row by row, none negative.</param>
    /// <param name="measures">Takes <see cref="Count"/> values in the order of <see cref="SimilarityMeasure"/>; NaN where undefined.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span has another length.</exception>
    public static void Compute(ReadOnlySpan<double> table, Span<double> measures)
    {
        if (table.Length != Cells) throw new ArgumentOutOfRangeException(nameof(table), table.Length, "A table of votes has nine cells.");
        if (measures.Length != Count) throw new ArgumentOutOfRangeException(nameof(measures), measures.Length, $"There are {Count} measures.");
        Span<Vector512<double>> cells = stackalloc Vector512<double>[Cells];
        Span<Vector512<double>> values = stackalloc Vector512<double>[Count];
        for (var i = 0; i < Cells; i++) cells[i] = Vector512.Create(table[i]);
        Evaluate(cells, values);
        for (var i = 0; i < Count; i++) measures[i] = values[i].ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Evaluate(ReadOnlySpan<Vector512<double>> cells, Span<Vector512<double>> values)
    {
        var (n11, n12, n13) = (cells[0], cells[1], cells[2]);
        var (n21, n22, n23) = (cells[3], cells[4], cells[5]);
        var (n31, n32, n33) = (cells[6], cells[7], cells[8]);
        var (r1, r2, r3) = (n11 + n12 + n13, n21 + n22 + n23, n31 + n32 + n33);
        var (c1, c2, c3) = (n11 + n21 + n31, n12 + n22 + n32, n13 + n23 + n33);
        var n = r1 + r2 + r3;
        var same = n11 + n22 + n33;
        var near = n12 + n21 + n23 + n32; // one of the two abstained
        var far = n13 + n31; // yes against no
        var half = near * .5;
        var one = Vector512<double>.One;

        values[(int)SimilarityMeasure.Identical] = same / n;
        values[(int)SimilarityMeasure.Agreement] = (same + half) / n;
        values[(int)SimilarityMeasure.SAbsolute] = (same - far) / n;
        values[(int)SimilarityMeasure.SSquared] = (same + half - far) / n;

        // Disagreement that is observed, under the three weights.
        var nominal = (near + far) * n;
        var linear = (near + (far + far)) * n;
        var quadratic = (near + (far * 4.0)) * n;

        // Expected from each state's own marginals, times n².
        var nearOwn = ((r1 * c2) + (r2 * c1)) + ((r2 * c3) + (r3 * c2));
        var farOwn = (r1 * c3) + (r3 * c1);
        values[(int)SimilarityMeasure.KappaNominal] = one - (nominal / (nearOwn + farOwn));
        values[(int)SimilarityMeasure.KappaLinear] = one - (linear / (nearOwn + (farOwn + farOwn)));
        values[(int)SimilarityMeasure.KappaQuadratic] = one - (quadratic / (nearOwn + (farOwn * 4.0)));

        // Expected from the mean of the marginals, times 2 n² (the sum of both marginals squared has 4 n², and each pair comes twice).
        var (p1, p2, p3) = (r1 + c1, r2 + c2, r3 + c3);
        var nearMean = (p1 * p2) + (p2 * p3);
        var farMean = p1 * p3;
        values[(int)SimilarityMeasure.PiNominal] = one - ((nominal + nominal) / (nearMean + farMean));
        values[(int)SimilarityMeasure.PiLinear] = one - ((linear + linear) / (nearMean + (farMean + farMean)));
        values[(int)SimilarityMeasure.PiQuadratic] = one - ((quadratic + quadratic) / (nearMean + (farMean * 4.0)));

        var concordant = (n11 * ((n22 + n23) + (n32 + n33))) + ((n12 * (n23 + n33)) + (n21 * (n32 + n33))) + (n22 * n33);
        var discordant = (n13 * ((n21 + n22) + (n31 + n32))) + ((n12 * (n21 + n31)) + (n23 * (n31 + n32))) + (n22 * n31);
        var apart = ((r1 * r2) + (r1 * r3) + (r2 * r3)) * ((c1 * c2) + (c1 * c3) + (c2 * c3));
        values[(int)SimilarityMeasure.TauB] = (concordant - discordant) / Vector512.Sqrt(apart);
    }
}
