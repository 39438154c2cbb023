namespace Entente.Numerics.Equilibrium;

/// <summary>How a solution attempt ended.</summary>
public enum ExactHatStatus
{
    /// <summary>The equilibrium was found to the tolerance, and every market clears when recomputed by plain loops apart from the search.</summary>
    Converged,

    /// <summary>The iteration limit was reached first, and the fallback, if asked for, did not find an equilibrium either.</summary>
    IterationLimit,

    /// <summary>Additive deficits only: a surplus country's wage falls until nothing is left to spend; there is no equilibrium with this nominal surplus.</summary>
    NoEquilibrium,

    /// <summary>A friction factor is negative or not finite, or the factors leave someone without any supplier or any buyer.</summary>
    InvalidFriction,

    /// <summary>The search stopped by its own measure, but the plain recomputation of every market disagrees and the fallback did not help either.</summary>
    MarketsNotCleared,
}
