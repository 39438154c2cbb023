using System.Collections.Immutable;
using Entente.World.Security;
using Entente.World.Tables;

namespace Entente.World;

public sealed partial class WorldEdition
{
    private ImmutableArray<CapabilityYear>? _capabilities;
    private ImmutableArray<LatencySpell>? _nuclearLatency;

    /// <summary>Material capabilities by state and year (source "cow-nmc").</summary>
    public ImmutableArray<CapabilityYear> Capabilities => _capabilities ??= Rows(
        Select(StoreSchema.Capabilities, "state", "year", "military_expenditure", "iron_and_steel", "energy", "population", "cinc"),
        static (c, i) => new CapabilityYear(c.Integers(0)[i], c.Integers(1)[i], c.Reals(2)[i], c.Reals(3)[i], c.Reals(4)[i], c.Reals(5)[i], c.Reals(6)[i]));

    /// <summary>Enrichment and reprocessing plants at work, in spells (source "nuclear-latency"); empty where the edition holds none.</summary>
    public ImmutableArray<LatencySpell> NuclearLatency => _nuclearLatency ??= !Holds(StoreSchema.NuclearLatency) ? [] : Rows(
        Select(StoreSchema.NuclearLatency, "state", "from_year", "to_year", "enrichment", "reprocessing", "laboratories"),
        static (c, i) => new LatencySpell(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Integers(3)[i], c.Integers(4)[i], c.Integers(5)[i]));
}
