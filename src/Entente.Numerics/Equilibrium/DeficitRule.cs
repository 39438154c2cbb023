namespace Entente.Numerics.Equilibrium;

/// <summary>What becomes of the trade deficits of the data when frictions change.</summary>
public enum DeficitRule
{
    /// <summary>Each deficit keeps its nominal value in units of constant world output: E' = Y w + D. An equilibrium may then fail to exist, when a country with a surplus could no longer pay it.</summary>
    Additive,

    /// <summary>
    /// Each country's ratio of expenditure to output is kept, up to one common factor that makes world expenditure equal world output: E' = mu E w
    /// (the closure of universal gravity, Allen, Arkolakis and Takahashi 2020; mu differs from 1 only through changes in who runs the deficits).
    /// </summary>
    Multiplicative,
}
