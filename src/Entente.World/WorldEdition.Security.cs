using System.Collections.Immutable;
using Entente.World.Security;
using Entente.World.Tables;

namespace Entente.World;

public sealed partial class WorldEdition
{
    private ImmutableArray<AllianceSpell>? _alliances;
    private ImmutableArray<DisputeDecade>? _disputes;
    private ImmutableArray<ArmsShare>? _armsShares;
    private ImmutableArray<TroopPresence>? _troops;
    private ImmutableArray<SameSideDecade>? _sameSide;
    private ImmutableArray<OpinionFigure>? _opinion;
    private ImmutableArray<LngExport>? _lngExports;
    private ImmutableArray<GasImport>? _gasImports;
    private ImmutableArray<RussianRegion>? _russianRegions;

    /// <summary>Alliance obligations of every dyad (sources "atop", "alliance-supplement").</summary>
    public ImmutableArray<AllianceSpell> Alliances => _alliances ??= Rows(
        Select(StoreSchema.Alliances, "a", "b", "from_year", "to_year", "defense", "offense", "neutrality", "nonaggression", "consultation", "source"),
        static (c, i) => new AllianceSpell(
            c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Integers(3)[i], c.Flags(4)[i], c.Flags(5)[i], c.Flags(6)[i], c.Flags(7)[i], c.Flags(8)[i], c.Texts(9)[i]!));

    /// <summary>Disputes by dyad and decade (source "gml-mid").</summary>
    public ImmutableArray<DisputeDecade> Disputes => _disputes ??= Rows(
        Select(StoreSchema.Disputes, "a", "b", "decade", "onsets", "force_used", "fatal", "last_year"),
        static (c, i) => new DisputeDecade(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Integers(3)[i], c.Integers(4)[i], c.Integers(5)[i], c.Integers(6)[i]));

    /// <summary>Arms suppliers' shares (source "sipri-arms").</summary>
    public ImmutableArray<ArmsShare> ArmsShares => _armsShares ??= Rows(
        Select(StoreSchema.ArmsShares, "recipient", "supplier", "window", "share", "of_supplier", "of_peak"),
        static (c, i) => new ArmsShare(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Reals(3)[i], c.Reals(4)[i], c.Reals(5)[i]));

    /// <summary>Forces of the United States by host and year (source "us-troops").</summary>
    public ImmutableArray<TroopPresence> TroopsAbroad => _troops ??= Rows(
        Select(StoreSchema.Troops, "host", "year", "sender", "personnel", "counted"),
        static (c, i) => new TroopPresence(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Integers(3)[i], c.Integers(4)[i]));

    /// <summary>Disputes of pairs on the same side (source "gml-mid").</summary>
    public ImmutableArray<SameSideDecade> SameSideDisputes => _sameSide ??= Rows(
        Select(StoreSchema.SameSideDisputes, "a", "b", "decade", "disputes", "last_year"),
        static (c, i) => new SameSideDecade(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Integers(3)[i], c.Integers(4)[i]));

    /// <summary>Views of other states (source "pew").</summary>
    public ImmutableArray<OpinionFigure> Opinion => _opinion ??= Rows(
        Select(StoreSchema.Opinion, "respondents", "about", "year", "favourable", "unfavourable", "interviews"),
        static (c, i) => new OpinionFigure(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Reals(3)[i], c.Reals(4)[i], c.Integers(5)[i]));

    /// <summary>US LNG exports by destination and month (source "doe-lng").</summary>
    public ImmutableArray<LngExport> UsLngExports => _lngExports ??= Rows(
        Select(StoreSchema.UsLngExports, "month", "state", "volume"),
        static (c, i) => new LngExport(c.Texts(0)[i]!, c.Integers(1)[i], c.Reals(2)[i]));

    /// <summary>EU27 gas imports (source "entsog").</summary>
    public ImmutableArray<GasImport> EuGasImports => _gasImports ??= Rows(
        Select(StoreSchema.EuGasImports, "month", "source", "route", "volume"),
        static (c, i) => new GasImport(c.Texts(0)[i]!, c.Texts(1)[i]!, c.Texts(2)[i]!, c.Reals(3)[i]));

    /// <summary>Federal subjects of Russia (source "rosstat").</summary>
    public ImmutableArray<RussianRegion> RussianRegions => _russianRegions ??= Rows(
        Select(StoreSchema.RussianRegions, "region", "federal_district", "population", "occupied"),
        static (c, i) => new RussianRegion(c.Texts(0)[i]!, c.Texts(1)[i], c.Integers(2)[i], c.Flags(3)[i]));
}
