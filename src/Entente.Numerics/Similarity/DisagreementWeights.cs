namespace Entente.Numerics.Similarity;

/// <summary>How much it counts that two states chose categories i and j: the v of a chance-corrected index (Häge 2011, Political Analysis 19:287). The same name means different weights in different programs, so it is always said.</summary>
public enum DisagreementWeights
{
    /// <summary>0 for the same category, 1 for any other: categories have no order.</summary>
    Nominal,

    /// <summary>|i − j|.</summary>
    Linear,

    /// <summary>(i − j)².</summary>
    Quadratic,
}
