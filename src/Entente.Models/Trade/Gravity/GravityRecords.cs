using System.Collections.Immutable;
using Entente.Numerics.Regression;
using Entente.World.Figures;

namespace Entente.Models.Trade.Gravity;

/// <summary>Partners whose trade with the state in question has a path of its own.</summary>
/// <param name="Key">Short key: a bloc or a state.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Members">Ids of its states.</param>
public sealed record PartnerGroup(string Key, string Name, ImmutableArray<int> Members);

/// <summary>The effect on trade with a group in a year, in logs against the reference year and the partners of no group.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Log">Coefficient; 0 in the reference year, NaN where it could not be estimated.</param>
/// <param name="PairError">Standard error clustered by directed pair.</param>
/// <param name="DyadicError">Dyadic-robust standard error.</param>
/// <param name="Pairs">Pairs of the group with the state that the year holds.</param>
/// <param name="MissingPairs">Pairs that it misses.</param>
public sealed record YearEffect(int Year, double Log, double PairError, double DyadicError, int Pairs, int MissingPairs);

/// <summary>The path of trade with a group in one direction.</summary>
/// <param name="Group">The partners.</param>
/// <param name="Exports">Whether these are exports of the state in question; else its imports.</param>
/// <param name="Years">One effect per year.</param>
/// <param name="Before">Mean effect of the years before the reference year: near zero if the group was on the path of the others.</param>
/// <param name="BeforeP">p-value of the hypothesis that every year before the reference year is at zero (Wald test, clustered by pair); NaN where there is none.</param>
public sealed record SanctionsPath(PartnerGroup Group, bool Exports, ImmutableArray<YearEffect> Years, double Before, double BeforeP);

/// <summary>The event study of a state's trade with groups of partners.</summary>
/// <param name="State">Name of the state in question.</param>
/// <param name="StateId">Its id.</param>
/// <param name="Reference">The year at zero.</param>
/// <param name="Paths">Exports and imports of each group.</param>
/// <param name="Estimate">The regression behind it.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record SanctionsStudy(string State, int StateId, int Reference, ImmutableArray<SanctionsPath> Paths, RegressionEstimate Estimate, Provenance Provenance)
{
    /// <summary>The path of a group in one direction.</summary>
    public SanctionsPath Path(string key, bool exports) => Paths.First(path => path.Group.Key == key && path.Exports == exports);
}

/// <summary>The elasticity of trade to something that stands between two economies, or brings them together.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">Coefficient.</param>
/// <param name="PairError">Standard error clustered by undirected pair.</param>
/// <param name="DyadicError">Dyadic-robust standard error.</param>
public sealed record GravityElasticity(string Name, double Value, double PairError, double DyadicError);

/// <summary>Structural gravity in one year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Elasticities">Coefficients.</param>
/// <param name="Estimate">The regression behind them.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record GravityCrossSection(int Year, ImmutableArray<GravityElasticity> Elasticities, RegressionEstimate Estimate, Provenance Provenance);
