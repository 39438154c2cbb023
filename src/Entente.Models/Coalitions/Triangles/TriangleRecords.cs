using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Coalitions.Triangles;

/// <summary>Dittmer's configurations of a strategic triangle (1981, World Politics 33:485), by the signs of its three edges.</summary>
public enum TriangleType
{
    /// <summary>+ + +: all three get on.</summary>
    MenageATrois,

    /// <summary>+ + −: one, the pivot, gets on with two who do not get on with each other.</summary>
    RomanticTriangle,

    /// <summary>+ − −: two get on, and neither with the third, the pariah.</summary>
    StableMarriage,

    /// <summary>− − −: none get on.</summary>
    UnitVeto,
}

/// <summary>An edge in a year.</summary>
/// <param name="A">Id of one state.</param>
/// <param name="B">Id of the other.</param>
/// <param name="Agreement">Agreement of votes; NaN where it is not held.</param>
/// <param name="ByVotes">Probability that it is positive by votes: over draws of the measured threshold and of the votes; NaN where there are none.</param>
/// <param name="ByTies">Share of codings of alliances, rivalries and disputes by which it is positive; NaN where they end.</param>
public readonly record struct TriangleEdge(int A, int B, double Agreement, double ByVotes, double ByTies);

/// <summary>What a triangle is by one kind of evidence.</summary>
/// <param name="Type">The likeliest configuration.</param>
/// <param name="Probability">Its probability.</param>
/// <param name="Pivot">Id of the pivot of a romantic triangle or of the pariah of a marriage; 0 where there is none.</param>
/// <param name="All">Probabilities of the four configurations, in the order of the enumeration.</param>
public sealed record TriangleReading(TriangleType Type, double Probability, int Pivot, ImmutableArray<double> All);

/// <summary>A triangle in a year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Edges">Three edges: first and second, first and third, second and third.</param>
/// <param name="Threshold">The measured threshold of agreement between friends and foes, with its 90 % interval; NaN where there are no votes.</param>
/// <param name="ThresholdInterval">Its interval.</param>
/// <param name="ByVotes">By votes; null where an edge has none.</param>
/// <param name="ByTies">By alliances, rivalries and disputes; null where they end.</param>
public sealed record TriangleYear(int Year, ImmutableArray<TriangleEdge> Edges, double Threshold, Interval ThresholdInterval, TriangleReading? ByVotes, TriangleReading? ByTies);

/// <summary>Years in a row of one configuration.</summary>
/// <param name="From">First year.</param>
/// <param name="To">Last year.</param>
/// <param name="Type">The configuration.</param>
/// <param name="Pivot">Pivot or pariah; 0 where there is none.</param>
/// <param name="LeastProbability">Its least probability in these years.</param>
public readonly record struct TriangleSpell(int From, int To, TriangleType Type, int Pivot, double LeastProbability);

/// <summary>A strategic triangle over the years.</summary>
/// <param name="States">Ids of the three.</param>
/// <param name="Years">By year.</param>
/// <param name="ByVotes">Spells by votes.</param>
/// <param name="ByTies">Spells by ties.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record StrategicTriangle(ImmutableArray<int> States, ImmutableArray<TriangleYear> Years, ImmutableArray<TriangleSpell> ByVotes, ImmutableArray<TriangleSpell> ByTies, Provenance Provenance);
