using System.Collections.Immutable;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Models.WorldMaps;

/// <summary>Which figure of all states is asked for.</summary>
public enum WorldFigureKind
{
    /// <summary>Agreement with a party in the General Assembly.</summary>
    Agreement,

    /// <summary>Share of a state's goods trade that is with a party.</summary>
    Dependence,

    /// <summary>Ideal points.</summary>
    IdealPoints,
}

/// <summary>The party that the figures of all states are about.</summary>
/// <param name="Label">Name for people.</param>
/// <param name="Key">Short key.</param>
/// <param name="IsBloc">Whether it is a bloc.</param>
/// <param name="States">Ids of the states that it was or had as members in the years asked for, ascending.</param>
public sealed record WorldSubject(string Label, string Key, bool IsBloc, ImmutableArray<int> States);

/// <summary>A year for which something is not held.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Reason">What is missing, as a clause.</param>
/// <param name="Partial">Whether some figures of the year are held all the same.</param>
public sealed record YearHole(int Year, string Reason, bool Partial);

/// <summary>One figure of one state over the years of a <see cref="WorldSeries"/>; every array has one entry a year.</summary>
/// <param name="State">The state.</param>
/// <param name="Values">The values; NaN where missing.</param>
/// <param name="Low">Lower ends of the intervals; NaN where there is none.</param>
/// <param name="High">Upper ends.</param>
/// <param name="Votes">Votes that the value rests on: in common with the party, or cast; <see langword="null"/> where votes do not come into it, and zero or too few where the value is missing for that.</param>
/// <param name="IsSubject">Whether the state is (a member of) the party in the year.</param>
public sealed record StateSeries(State State, ImmutableArray<double> Values, ImmutableArray<double> Low, ImmutableArray<double> High, ImmutableArray<int?> Votes, ImmutableArray<bool> IsSubject);

/// <summary>One figure of every state over years, for a map that can be moved through time.</summary>
/// <param name="Kind">Which figure.</param>
/// <param name="Subject">The party that the figures are about; <see langword="null"/> where they are about none.</param>
/// <param name="Years">All years asked for, ascending, without gaps.</param>
/// <param name="States">States by id: every member of the state system in any of the years, and whatever else has a value.</param>
/// <param name="Holes">Years for which something is not held, in order.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Level">Nominal level of the intervals; <see langword="null"/> where the figure has none.</param>
/// <param name="Provenance">Where they came from.</param>
public sealed record WorldSeries(
    WorldFigureKind Kind, WorldSubject? Subject, ImmutableArray<int> Years, ImmutableArray<StateSeries> States, ImmutableArray<YearHole> Holes, Unit Unit, double? Level, Provenance Provenance)
{
    /// <summary>Years with at least one value, ascending.</summary>
    public ImmutableArray<int> Held => [.. Years.Where((_, at) => States.Any(state => double.IsFinite(state.Values[at])))];
}
