using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Trade.Conduits;

/// <summary>A third state through which trade may pass around sanctions.</summary>
/// <param name="StateId">State id.</param>
/// <param name="Name">Name.</param>
/// <param name="Inflow">Its imports from the coalition, billion US$.</param>
/// <param name="Outflow">Its exports to the target, billion US$; <see langword="null"/> where they cannot be seen.</param>
/// <param name="LastOutflow">Its last known exports to the target, billion US$, and their year, where they cannot be seen in the year looked at.</param>
/// <param name="EuInflow">Its imports from the EU27 as the EU reports them, billion euros, in each year since the sanctions: a second witness of the inflow.</param>
/// <param name="InflowChance">How often a third state's inflow showed as much in a placebo year: a p-value.</param>
/// <param name="OutflowChance">The same for its exports to the target; NaN where they cannot be seen.</param>
/// <param name="IsCandidate">Whether it stands beyond what chance gives among all states tested.</param>
/// <param name="Route">Coalition goods that may have gone on to the target, billion US$.</param>
public sealed record Conduit(
    int StateId, string Name, FlowExcess Inflow, FlowExcess? Outflow, (int Year, double BillionUsd)? LastOutflow, ImmutableArray<FlowExcess> EuInflow, double InflowChance, double OutflowChance, bool IsCandidate, RouteBounds Route)
{
    /// <summary>The weaker of the two sides: what both of them show.</summary>
    public double Chance => double.IsNaN(OutflowChance) ? InflowChance : Math.Max(InflowChance, OutflowChance);

    /// <summary>Whether both excesses are seen.</summary>
    public bool IsSeen => Outflow is not null;
}

/// <summary>The conduits into a target.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Coalition">Name of the sanctioning bloc.</param>
/// <param name="CoalitionKey">Its key.</param>
/// <param name="BaseYear">Last year of the base.</param>
/// <param name="Year">Year looked at.</param>
/// <param name="Conduits">Candidates first (both sides seen, then inflow only), the largest route first; then those that come next but are within chance.</param>
/// <param name="Tested">States of which both excesses could be tested.</param>
/// <param name="TestedInflowOnly">States of which only the inflow could be tested.</param>
/// <param name="Placebos">Placebo forecasts of the inflow that chances rest on.</param>
/// <param name="FalseDiscoveryRate">Expected share of false finds among the candidates.</param>
/// <param name="CommonInflow">Median change of imports from the coalition over all third states: a factor.</param>
/// <param name="CommonOutflow">Median change of exports to the target over all third states: a factor.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record ConduitFindings(
    string Target, string Coalition, string CoalitionKey, int BaseYear, int Year, ImmutableArray<Conduit> Conduits, int Tested, int TestedInflowOnly, int Placebos, double FalseDiscoveryRate,
    double CommonInflow, double CommonOutflow, Provenance Provenance)
{
    /// <summary>Conduits of which both excesses are seen and stand beyond chance.</summary>
    public ImmutableArray<Conduit> Candidates => [.. Conduits.Where(conduit => conduit.IsCandidate && conduit.IsSeen)];

    /// <summary>States whose inflow stands beyond chance but whose exports to the target cannot be seen.</summary>
    public ImmutableArray<Conduit> Unconfirmed => [.. Conduits.Where(conduit => conduit.IsCandidate && !conduit.IsSeen)];
}
