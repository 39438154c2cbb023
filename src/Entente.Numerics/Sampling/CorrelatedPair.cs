namespace Entente.Numerics.Sampling;

/// <summary>Two inputs that move together.</summary>
/// <param name="First">One input, from 0.</param>
/// <param name="Second">The other input, from 0.</param>
/// <param name="Correlation">Their correlation, strictly between -1 and 1.</param>
public readonly record struct CorrelatedPair(int First, int Second, double Correlation);

/// <summary>What a correlation given to <see cref="GaussianCopula"/> is a correlation of.</summary>
public enum CorrelationKind
{
    /// <summary>Pearson's correlation of the normal scores.</summary>
    NormalScores,

    /// <summary>
    /// Spearman's correlation of the ranks, which whatever distributions the inputs have leave as it is; turned into that of the normal scores by
    /// 2 sin(π ρ / 6) (Pearson 1907, "On further methods of determining correlation").
    /// </summary>
    Ranks,
}
