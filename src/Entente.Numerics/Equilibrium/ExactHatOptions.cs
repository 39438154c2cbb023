namespace Entente.Numerics.Equilibrium;

/// <summary>How hard and from where to look for an equilibrium. Immutable, so one object serves all threads.</summary>
public sealed record ExactHatOptions
{
    /// <summary>The options used where none are given.</summary>
    public static ExactHatOptions Default { get; } = new();

    /// <summary>
    /// The largest estimated error of any log wage at which the search stops; default 1e-10. The estimate is the wage change that would clear an
    /// economy's own market with its domestic sales responding, so a nearly closed one is solved as finely as an open one.
    /// </summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>The largest number of evaluations of the market-clearing conditions before the fallback; default 5,000.</summary>
    public int MaximumIterations { get; init; } = 5_000;

    /// <summary>
    /// The supply elasticity psi of universal gravity (Allen, Arkolakis and Takahashi 2020), finite and not below 0; default 0, a fixed output. The quantity an
    /// economy supplies moves with (w/p)^psi, w its producer price and p its price index, so the value of output with w (w/p)^psi. An economy whose production
    /// uses its own consumption bundle with cost share 1 - g has psi = (1 - g) / g.
    /// </summary>
    public double SupplyElasticity { get; init; }

    /// <summary>Whether to try the slow fallback (Newton steps along a homotopy in the frictions) where the search ends at its limit; default true.</summary>
    public bool Fallback { get; init; } = true;

    /// <summary>How many earlier steps Anderson acceleration combines, 0 (none) to 8; default 5.</summary>
    public int Depth { get; init; } = 5;

    /// <summary>
    /// Log wage changes to start from, one per economy, or empty (the default) to start from no change. Give all draws of a simulation the same start, such as
    /// the solution at central parameters: starting each draw from the one before it would make results depend on the order of the draws.
    /// </summary>
    public ReadOnlyMemory<double> InitialLogWages { get; init; }
}
