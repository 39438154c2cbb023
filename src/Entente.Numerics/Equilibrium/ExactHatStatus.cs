namespace Entente.Numerics.Equilibrium;

/// <summary>How a solution attempt ended.</summary>
public enum ExactHatStatus
{
    /// <summary>The equilibrium was found to the tolerance.</summary>
    Converged,

    /// <summary>The iteration limit was reached first.</summary>
    IterationLimit,

    /// <summary>Additive deficits only: a surplus country's wage falls until nothing is left to spend; there is no equilibrium with this nominal surplus.</summary>
    NoEquilibrium,

    /// <summary>A friction factor is negative or not finite, or the factors leave someone without any supplier or any buyer.</summary>
    InvalidFriction,
}
