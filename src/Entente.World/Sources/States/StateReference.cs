using System.Collections.Immutable;
using Entente.World.States;

namespace Entente.World.Sources.States;

/// <summary>What states.yaml says of a state: the join of the publishers' files, and names.</summary>
internal sealed record ReferenceState(YamlGroup Place, int Id, string Name, string? Iso3, string? Iso2, int? M49, string? Region, StateKind Kind, ImmutableArray<StateCode> OtherCodes, ImmutableArray<string> Aliases);

/// <summary>A Gleditsch-Ward number that stands for another COW state, or for several in turn.</summary>
internal sealed record ReferenceNumber(int Number, int StateId, DateOnly? From, DateOnly? To);

/// <summary>The authored file of the state system, data/reference/states.yaml.</summary>
internal sealed class StateReference
{
    private const int LargestFile = 4 << 20;

    private StateReference(YamlGroup root)
    {
        root.Allow("checked_until", "members", "others", "gleditsch_ward", "gleditsch_ward_only", "successions");
        CheckedUntil = root.Needed("checked_until").Day("checked_until");
        Members = [.. root.Groups("members").Select(Member)];
        Others = [.. root.Groups("others").Select(Other)];
        Numbers = [.. root.Groups("gleditsch_ward").Select(Number)];
        OnlyGleditschWard = [.. root.Texts("gleditsch_ward_only").Select(text => text.Integer("gleditsch_ward_only"))];
        Successions = [.. root.Groups("successions").Select(group => (group, Succession(group)))];
    }

    /// <summary>The day up to which the open ends of memberships were checked.</summary>
    public DateOnly CheckedUntil { get; }

    /// <summary>One per COW number.</summary>
    public ImmutableArray<ReferenceState> Members { get; }

    /// <summary>Non-members and territories that need more than the ISO list says.</summary>
    public ImmutableArray<ReferenceState> Others { get; }

    /// <summary>Gleditsch-Ward numbers that are not simply the COW number.</summary>
    public ImmutableArray<ReferenceNumber> Numbers { get; }

    /// <summary>Gleditsch-Ward numbers of states that the COW system never had.</summary>
    public ImmutableArray<int> OnlyGleditschWard { get; }

    /// <summary>Who followed whom, with the place in the file.</summary>
    public ImmutableArray<(YamlGroup Place, Succession Succession)> Successions { get; }

    /// <summary>Reads states.yaml of a folder.</summary>
    public static StateReference Read(string folder) => new(YamlFile.Read(Path.Combine(folder, "states.yaml"), LargestFile));

    private static ReferenceState Member(YamlGroup group)
    {
        group.Allow("cow", "name", "iso3", "iso2", "m49", "region", "other_iso3", "other_iso2", "other_m49", "aliases");
        return State(group, group.Needed("cow").Integer("cow"), StateKind.Member, group.Value("m49")?.Integer("m49"));
    }

    private static ReferenceState Other(YamlGroup group)
    {
        group.Allow("m49", "name", "kind", "iso3", "iso2", "region", "other_iso3", "other_iso2", "other_m49", "aliases");
        var m49 = group.Needed("m49").Integer("m49");
        var kind = group.Needed("kind");
        return State(group, -m49, kind.Value switch
        {
            "non-member" => StateKind.NonMember,
            "territory" => StateKind.Territory,
            _ => throw kind.Bad($"kind is {kind.Kind}; write non-member or territory"),
        }, m49);
    }

    private static ReferenceState State(YamlGroup group, int id, StateKind kind, int? m49) => new(
        group,
        id,
        group.Needed("name").Text("name"),
        group.Value("iso3")?.Text("iso3"),
        group.Value("iso2")?.Text("iso2"),
        m49,
        group.Value("region")?.Text("region"),
        kind,
        [.. Codes(group, "iso3"), .. Codes(group, "iso2"), .. Codes(group, "m49")],
        [.. group.Texts("aliases").Select(text => text.Text("aliases"))]);

    private static IEnumerable<StateCode> Codes(YamlGroup group, string system) => group.Texts($"other_{system}").Select(text => new StateCode(system, text.Text($"other_{system}")));

    private static ReferenceNumber Number(YamlGroup group)
    {
        group.Allow("number", "state", "from", "to");
        return new(group.Needed("number").Integer("number"), group.Needed("state").Integer("state"), group.Value("from")?.Day("from"), group.Value("to")?.Day("to"));
    }

    private static Succession Succession(YamlGroup group)
    {
        group.Allow("from", "to", "date", "rule");
        return new(group.Needed("from").Integer("from"), group.Needed("to").Integer("to"), group.Needed("date").Day("date"), group.Needed("rule").Text("rule"));
    }
}
