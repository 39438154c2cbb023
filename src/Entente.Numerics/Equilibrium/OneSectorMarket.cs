using System.Runtime.InteropServices;

namespace Entente.Numerics.Equilibrium;

/// <summary>The parameters of one-sector market clearing: trade elasticity, supply elasticity and what becomes of deficits.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OneSectorMarket(double Theta, double Psi, bool Multiplicative);
