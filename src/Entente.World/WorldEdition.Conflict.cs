using System.Collections.Immutable;
using Entente.World.Security;
using Entente.World.Tables;

namespace Entente.World;

public sealed partial class WorldEdition
{
    private ImmutableArray<WarYear>? _wars;
    private ImmutableArray<RivalrySpell>? _rivalries;
    private ImmutableArray<ArmedConflictYear>? _armedConflicts;
    private ImmutableArray<NuclearSpell>? _nuclearStatus;
    private ImmutableArray<SecurityEvent>? _securityRecord;

    /// <summary>Interstate wars by pair of opponents and year (source "cow-wars").</summary>
    public ImmutableArray<WarYear> Wars => _wars ??= Rows(
        Select(StoreSchema.Wars, "war", "a", "b", "year", "onset"),
        static (c, i) => new WarYear(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Integers(3)[i], c.Flags(4)[i]));

    /// <summary>Strategic rivalries (source "td-rivalries").</summary>
    public ImmutableArray<RivalrySpell> Rivalries => _rivalries ??= Rows(
        Select(StoreSchema.Rivalries, "a", "b", "from_year", "to_year"),
        static (c, i) => new RivalrySpell(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Integers(3)[i]));

    /// <summary>Armed conflicts by year and pair of governments in the lead (source "ucdp").</summary>
    public ImmutableArray<ArmedConflictYear> ArmedConflicts => _armedConflicts ??= Rows(
        Select(StoreSchema.ArmedConflicts, "conflict", "year", "a", "b", "intensity", "type"),
        static (c, i) => new ArmedConflictYear(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.NullableInteger(3, i), c.Integers(4)[i], c.Texts(5)[i]!));

    /// <summary>Nuclear weapons status in spells (source "nuclear-status").</summary>
    public ImmutableArray<NuclearSpell> NuclearStatus => _nuclearStatus ??= Rows(
        Select(StoreSchema.NuclearStatus, "state", "from_year", "to_year", "status"),
        static (c, i) => new NuclearSpell(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Integers(3)[i]));

    /// <summary>What is public about cooperation that no data set measures (source "security-record").</summary>
    public ImmutableArray<SecurityEvent> SecurityRecord => _securityRecord ??= Rows(
        Select(StoreSchema.SecurityRecord, "a", "b", "date", "kind", "what", "document"),
        static (c, i) => new SecurityEvent(c.Integers(0)[i], c.Integers(1)[i], c.Texts(2)[i]!, c.Texts(3)[i]!, c.Texts(4)[i]!, c.Texts(5)[i]!));
}
