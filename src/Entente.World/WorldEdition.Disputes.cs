using System.Collections.Immutable;
using Entente.World.Security;
using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World;

public sealed partial class WorldEdition
{
    private readonly Dictionary<string, ImmutableArray<DisputeYear>> _disputeYears = new(StringComparer.Ordinal);
    private ImmutableArray<WarOnset>? _warOnsets;
    private ImmutableArray<InterstateConflictYear>? _interstateConflicts;
    private ImmutableArray<LeaderSpell>? _leaders;
    private ImmutableArray<(int State, int FromYear, int ToYear, bool Personalist)>? _regimes;

    /// <summary>Disputes begun, by dyad and year, in one coding; sorted by dyad and year.</summary>
    /// <param name="coding">"gml" (source "gml-mid", to 2010) or "cow" (source "cow-mid", to 2014).</param>
    /// <exception cref="ArgumentException">No such coding is held.</exception>
    public ImmutableArray<DisputeYear> DisputeYears(string coding)
    {
        if (_disputeYears.TryGetValue(coding, out var held)) return held;
        var columns = _store.Select(
            StoreSchema.DisputeYears, ["a", "b", "year", "onsets", "originated", "force_used", "fatal", "hostility"], $"\"coding\" = {DuckDatabase.Literal(coding)}");
        if (columns.Rows == 0) throw new ArgumentException($"The store holds no coding '{coding}' of disputes; it may hold gml and cow.", nameof(coding));
        held = Rows(columns, static (c, i) => new DisputeYear(
            c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Integers(3)[i], c.Integers(4)[i], c.Integers(5)[i], c.Integers(6)[i], c.Integers(7)[i]));
        _disputeYears.Add(coding, held);
        return held;
    }

    /// <summary>First years of interstate wars of dyads, joiners included, to 2007 (source "cow-wars").</summary>
    public ImmutableArray<WarOnset> WarOnsets => _warOnsets ??=
        [.. Rows(Select(StoreSchema.Wars, "a", "b", "year", "onset"), static (c, i) => (Onset: c.Flags(3)[i], War: new WarOnset(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i]))).Where(row => row.Onset).Select(row => row.War)];

    /// <summary>Years of conflict between two governments, lower id first (source "ucdp").</summary>
    public ImmutableArray<InterstateConflictYear> InterstateConflicts => _interstateConflicts ??= ReadInterstateConflicts();

    /// <summary>Leaders in spells of years (sources "archigos" to 2015, "leader-supplement" after).</summary>
    public ImmutableArray<LeaderSpell> Leaders => _leaders ??= Rows(
        Select(StoreSchema.LeaderSpells, "state", "from_year", "to_year", "since_year", "birth_year", "irregular"),
        static (c, i) => new LeaderSpell(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Integers(3)[i], c.NullableInteger(4, i), c.Flags(5)[i]));

    /// <summary>The leader in office on the last day of a year; <see langword="null"/> where none is held.</summary>
    public LeaderSpell? Leader(int state, int year) => Leaders.FirstOrDefault(spell => spell.State == state && spell.FromYear <= year && spell.ToYear >= year);

    /// <summary>Whether rule is personalist in a year (source "reign", to 2020); <see langword="null"/> where not held.</summary>
    public bool? IsPersonalist(int state, int year)
    {
        _regimes ??= Rows(
            Select(StoreSchema.RegimeSpells, "state", "from_year", "to_year", "personalist"),
            static (c, i) => (c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Flags(3)[i]));
        foreach (var (id, from, to, personalist) in _regimes)
        {
            if (id == state && from <= year && to >= year) return personalist;
        }

        return null;
    }

    private ImmutableArray<InterstateConflictYear> ReadInterstateConflicts()
    {
        var columns = _store.Select(StoreSchema.ArmedConflicts, ["a", "b", "year", "intensity"], "\"b\" IS NOT NULL");
        return Rows(columns, static (c, i) =>
        {
            var (a, b) = (c.Integers(0)[i], c.Integers(1)[i]);
            return new InterstateConflictYear(Math.Min(a, b), Math.Max(a, b), c.Integers(2)[i], c.Integers(3)[i]);
        });
    }
}
