using System.Collections.Immutable;
using System.Globalization;
using Entente.Numerics.Networks;
using Entente.World.Figures;

namespace Entente.Models.Coalitions.Balance;

/// <summary>How far the balance of a network is worked out.</summary>
public sealed record BalanceOptions
{
    /// <summary>Whether each edge is asked if the cheapest ways to balance change it. Default true.</summary>
    public bool Realigns { get; init; } = true;

    /// <summary>Most operations for a proof in each connected part (see <see cref="FrustrationOptions.MostWork"/>); beyond it bounds are given. Default 10¹⁰, some ten to twenty seconds.</summary>
    public double MostWork { get; init; } = 1e10;

    /// <summary>Most branches for a proof. Default 2,000.</summary>
    public int MostBranches { get; init; } = 2_000;

    /// <summary>Most camps of weak balance; 0 for any number. Default 0.</summary>
    public int MostCamps { get; init; }

    /// <summary>Seed of the starts of the local search. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>An edge that the cheapest ways to balance change, or may.</summary>
/// <param name="A">Name of one end.</param>
/// <param name="B">Name of the other.</param>
/// <param name="Weight">Weight of the edge.</param>
/// <param name="Flip">Whether all or some of them do.</param>
/// <param name="InShown">Whether the partition that is shown frustrates it.</param>
public sealed record NamedFlip(string A, string B, double Weight, EdgeFlip Flip, bool InShown);

/// <summary>The balance of one connected part.</summary>
/// <param name="Nodes">Names of its nodes.</param>
/// <param name="Edges">Number of its edges.</param>
/// <param name="Negative">How many are negative.</param>
/// <param name="Weight">Sum of absolute weights.</param>
/// <param name="Triangles">Its triangles.</param>
/// <param name="Walks">Walk balance.</param>
/// <param name="Conflict">Algebraic conflict.</param>
/// <param name="Frustration">Weight of the edges frustrated by the best partition found.</param>
/// <param name="LowerBound">No partition has less; the same where proven.</param>
/// <param name="Camps">By node, camp 0 or 1 of that partition.</param>
/// <param name="Flips">Edges that the cheapest ways to balance change always or sometimes, or that the shown partition frustrates where this is not known; the sure ones first.</param>
/// <param name="Never">Edges that no cheapest way changes.</param>
/// <param name="Unknown">Edges of which it is not known.</param>
/// <param name="Course">Where the present relations go under dX/dt = X².</param>
/// <param name="Agree">Nodes that the course puts where the best partition has them, up to a swap of camps; null where it leads to no camps.</param>
public sealed record PartBalance(
    ImmutableArray<string> Nodes, int Edges, int Negative, double Weight, TriangleBalance Triangles, double Walks, double Conflict, double Frustration, double LowerBound, ImmutableArray<int> Camps,
    ImmutableArray<NamedFlip> Flips, int Never, int Unknown, BalanceCourse Course, int? Agree)
{
    /// <summary>The best camps where there may be any number of them (weak balance, Davis 1967): foes of foes need not be friends; null where it was not asked for.</summary>
    public CampSolution? Weak { get; init; }

    /// <summary>Names of the nodes by camp of the weak partition, the largest first.</summary>
    public ImmutableArray<ImmutableArray<string>> WeakCamps => Weak is null ? [] : [.. Enumerable.Range(0, Weak.Count).Select(camp => Nodes.Where((_, node) => Weak.Camps[node] == camp).ToImmutableArray()).OrderByDescending(camp => camp.Length)];

    /// <summary>Whether the frustration is proven to be the least.</summary>
    public bool IsProven => LowerBound >= Frustration;

    /// <summary>1 − 2L/m: 1 where balanced; with L the frustration and m the weight of all edges (Aref and Wilson 2018).</summary>
    public double Normalised => Normalise(Frustration, Weight);

    /// <summary>Names of the nodes of a camp.</summary>
    /// <param name="camp">0 or 1.</param>
    public ImmutableArray<string> Camp(int camp) => [.. Nodes.Where((_, node) => Camps[node] == camp)];

    /// <summary>Names of the nodes that the course leads to a faction: 0 or 1, or −1 for neither.</summary>
    /// <param name="faction">The faction.</param>
    public ImmutableArray<string> Faction(int faction) => [.. Nodes.Where((_, node) => Course.Camps[node] == faction)];

    internal static double Normalise(double frustration, double weight) => weight > 0 ? 1 - (2 * frustration / weight) : 1;
}

/// <summary>The balance of a network.</summary>
/// <param name="Named">The network.</param>
/// <param name="Triangles">Its triangles.</param>
/// <param name="Walks">Walk balance of the whole.</param>
/// <param name="Parts">Connected parts, the largest first.</param>
public sealed record BalanceReading(NamedNetwork Named, TriangleBalance Triangles, double Walks, ImmutableArray<PartBalance> Parts)
{
    /// <summary>Frustration of the whole: the sum over parts.</summary>
    public double Frustration => Parts.Sum(part => part.Frustration);

    /// <summary>Lower bound of the whole.</summary>
    public double LowerBound => Parts.Sum(part => part.LowerBound);

    /// <summary>Whether every part is proven.</summary>
    public bool IsProven => Parts.All(part => part.IsProven);

    /// <summary>1 − 2L/m of the whole.</summary>
    public double Normalised => PartBalance.Normalise(Frustration, Parts.Sum(part => part.Weight));
}

/// <summary>Indices of a year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Network">The network; null where nothing is known of the year.</param>
/// <param name="Reading">Its balance; null likewise.</param>
public sealed record BalanceYear(int Year, StateNetwork? Network, BalanceReading? Reading)
{
    /// <summary>What a series rests on: the sources of every year of it, and the years of which nothing is held.</summary>
    /// <param name="series">The years, at least one.</param>
    public static Provenance Together(ImmutableArray<BalanceYear> series)
    {
        var held = series.Where(year => year.Network is not null).ToList();
        ImmutableArray<string> missing = [.. series.Where(year => year.Network is null).Select(year => year.Year.ToString(CultureInfo.InvariantCulture))];
        var statement = FormattableString.Invariant($"{held.Count} of {series.Length} years; {held.Count(year => year.Network!.Reach.Any(one => !one.IsWhole))} of them with a source that does not hold all of it");
        return Provenance.Together(FormattableString.Invariant($"signed networks of {series[0].Year} to {series[^1].Year}"), statement, held.Select(year => year.Network!.Provenance)) with { Coverage = new Coverage(statement, held.Count, missing.Length, missing) };
    }
}
