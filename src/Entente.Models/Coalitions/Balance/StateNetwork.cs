using System.Collections.Immutable;
using Entente.Numerics.Networks;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Models.Coalitions.Balance;

/// <summary>A node of a network.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="State">Id of the state, where it is one.</param>
public sealed record NetworkNode(string Name, int? State);

/// <summary>A signed network whose nodes have names.</summary>
/// <param name="Nodes">By number of the node.</param>
/// <param name="Network">The network.</param>
/// <param name="Notes">What a reader must know.</param>
public sealed record NamedNetwork(ImmutableArray<NetworkNode> Nodes, SignedNetwork Network, ImmutableArray<string> Notes)
{
    /// <summary>The file that states it, as a source; <see langword="null"/> for a network of states from the store.</summary>
    public Source? Document { get; init; }

    /// <summary>What a network that a file states rests on.</summary>
    public Provenance Provenance => new Provenance(
        [], "signed network of the file",
        new Coverage(FormattableString.Invariant($"{Network.Edges.Length} edges of {Nodes.Length} nodes; a pair without an edge has no relation"), Network.Edges.Length, null, [])).With(Document);

    /// <summary>Number of negative edges.</summary>
    public int Negative => Network.Edges.Count(edge => edge.Weight < 0);

    /// <summary>Names of the two ends of an edge.</summary>
    /// <param name="edge">Number of the edge.</param>
    public (string A, string B) Ends(int edge) => (Nodes[Network.Edges[edge].A].Name, Nodes[Network.Edges[edge].B].Name);
}

/// <summary>What one source says in a year.</summary>
/// <param name="Source">The source.</param>
/// <param name="Friends">Pairs that it calls friends.</param>
/// <param name="Foes">Pairs that it calls foes.</param>
/// <param name="IsWhole">Whether all years that count are held.</param>
/// <param name="Statement">Which years are held, as a clause.</param>
public sealed record SourceReach(BalanceSources Source, int Friends, int Foes, bool IsWhole, string Statement);

/// <summary>What is known of a pair.</summary>
/// <param name="A">Lower state id.</param>
/// <param name="B">Higher state id.</param>
/// <param name="Sign">1 friends, −1 foes, 0 no edge.</param>
/// <param name="Friends">Sources that call them friends.</param>
/// <param name="Foes">Sources that call them foes.</param>
public readonly record struct PairEvidence(int A, int B, int Sign, BalanceSources Friends, BalanceSources Foes)
{
    /// <summary>Whether treaties say one thing and quarrels another.</summary>
    public bool IsContradiction => (Friends & ~BalanceSources.Votes) != BalanceSources.None && (Foes & ~BalanceSources.Votes) != BalanceSources.None;
}

/// <summary>Thresholds of agreement as they were measured in a year.</summary>
/// <param name="Low">Pairs that agree this much or less are foes; NaN where there is no such threshold.</param>
/// <param name="High">Pairs that agree this much or more are friends; NaN where there is none.</param>
/// <param name="Pairs">Pairs with enough common votes.</param>
/// <param name="Statement">How they were measured, as a sentence.</param>
public sealed record AgreementThresholds(double Low, double High, int Pairs, string Statement);

/// <summary>The signed network of states of a year and what it rests on.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Options">How it was made.</param>
/// <param name="Named">The network: states with an edge, all weights ±1.</param>
/// <param name="Pairs">What is known of each pair of which anything is, by ids.</param>
/// <param name="Reach">What each chosen source says.</param>
/// <param name="Thresholds">Thresholds of agreement; null where votes do not count.</param>
/// <param name="Members">Members of the state system in the year.</param>
/// <param name="Provenance">Sources.</param>
public sealed record StateNetwork(
    int Year, SignedNetworkOptions Options, NamedNetwork Named, ImmutableArray<PairEvidence> Pairs, ImmutableArray<SourceReach> Reach, AgreementThresholds? Thresholds, int Members, Provenance Provenance)
{
    /// <summary>Pairs that treaties and quarrels disagree about.</summary>
    public ImmutableArray<PairEvidence> Contradictions => [.. Pairs.Where(pair => pair.IsContradiction)];

    /// <summary>States without an edge.</summary>
    public int Alone => Members - Named.Nodes.Length;
}
