using System.Collections.Immutable;
using Entente.World.States;

namespace Entente.World.Blocs;

/// <summary>One state's membership of a bloc over a span of days.</summary>
/// <param name="StateId">Id of the member.</param>
/// <param name="Period">From accession to withdrawal, both days included.</param>
public readonly record struct BlocMembership(int StateId, Period Period);

/// <summary>A named set of states with dated membership.</summary>
/// <param name="Key">Short key as typed on the command line ("EU", "EU28", "NATO").</param>
/// <param name="Name">Full name.</param>
/// <param name="Source">The treaty or public document that the dates are taken from.</param>
/// <param name="IsFixed">True for a fixed list ("EU28") whose members are the same in every year.</param>
/// <param name="Memberships">Dated memberships, ordered by state and date.</param>
public sealed record Bloc(string Key, string Name, string Source, bool IsFixed, ImmutableArray<BlocMembership> Memberships)
{
    /// <summary>Ids of the states that were members at the end of the year (31 December), ascending. A fixed bloc has the same members in every year.</summary>
    public ImmutableArray<int> MembersIn(int year)
    {
        var day = new DateOnly(year, 12, 31);
        return [.. Memberships.Where(m => IsFixed || m.Period.Contains(day)).Select(m => m.StateId).Distinct().Order()];
    }
}

/// <summary>All blocs, shipped and the user's own.</summary>
/// <param name="All">The blocs in the order of their keys.</param>
public sealed record BlocRegistry(ImmutableArray<Bloc> All)
{
    /// <summary>The bloc with this key or name (case does not matter), or <see langword="null"/>.</summary>
    public Bloc? Find(string text) =>
        All.FirstOrDefault(bloc => string.Equals(bloc.Key, text, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(bloc => string.Equals(bloc.Name, text, StringComparison.OrdinalIgnoreCase));
}
