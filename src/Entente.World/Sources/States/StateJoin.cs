using System.Collections.Immutable;
using System.Globalization;
using Entente.World.States;

namespace Entente.World.Sources.States;

/// <summary>Joins what the files say of each state.</summary>
internal sealed class StateJoin(StateReference reference, IReadOnlyDictionary<int, CowMember> cow, IReadOnlyDictionary<string, IsoEntry> iso, ILookup<int, int> numbers)
{
    private readonly Dictionary<int, YamlGroup?> _ids = [];
    private readonly Dictionary<string, int> _iso3 = [];
    private readonly ImmutableArray<(State State, CowMember? Own)>.Builder _states = ImmutableArray.CreateBuilder<(State, CowMember?)>();

    /// <summary>All states by id.</summary>
    /// <exception cref="InvalidInputException">A state of one file has no partner in another, or two have the same code.</exception>
    public ImmutableArray<(State State, CowMember? Own)> Run()
    {
        foreach (var entry in reference.Members)
        {
            if (!cow.TryGetValue(entry.Id, out var member)) throw entry.Place.Bad($"{CowMember.File} has no state {entry.Id} ({entry.Name})");
            Add(entry, member);
        }

        foreach (var member in cow.Values.Where(member => !_ids.ContainsKey(member.Id)))
        {
            throw new InvalidInputException($"{CowMember.File}, line {member.LastLine}: state {member.Id} ({member.Name}) is not in states.yaml; add its line under 'members'.");
        }

        foreach (var entry in reference.Others) Add(entry, null);
        foreach (var entry in iso.Values.Where(entry => !_iso3.ContainsKey(entry.Iso3)))
        {
            Put(new State { Id = -entry.M49, Name = entry.Name, Iso3 = entry.Iso3, Iso2 = entry.Iso2, M49 = entry.M49, Region = entry.Region, Kind = StateKind.Territory, Aliases = Aliases(entry.Name, entry.Names) }, null, null);
        }

        _states.Sort((a, b) => a.State.Id.CompareTo(b.State.Id));
        return _states.ToImmutable();
    }

    private void Add(ReferenceState entry, CowMember? member)
    {
        var listed = entry.Iso3 is { } code ? iso.GetValueOrDefault(code) : null;
        if (listed is null && entry.Iso3 is not null && entry.Iso2 is null) throw entry.Place.Bad($"{entry.Iso3} is not in {IsoEntry.File}; give its iso2 here");
        if (member is null && listed is not null && listed.M49 != entry.M49) throw entry.Place.Bad($"m49 is {entry.M49}, but {IsoEntry.File} has {listed.M49} for {entry.Iso3}");

        var own = numbers[entry.Id].ToList();
        IEnumerable<string> names = [.. entry.Aliases, .. member is null ? [] : new[] { member.Name }, .. listed?.Names ?? []];
        Put(
            new State
            {
                Id = entry.Id,
                Name = entry.Name,
                Abbreviation = member?.Abbreviation,
                Iso3 = entry.Iso3,
                Iso2 = entry.Iso2 ?? listed?.Iso2,
                M49 = entry.M49 ?? listed?.M49,
                GleditschWard = own.Count > 0 ? own[0] : null,
                Kind = entry.Kind,
                Region = entry.Region ?? listed?.Region,
                Existence = member?.Existence ?? [],
                Aliases = Aliases(entry.Name, names),
                OtherCodes = [.. entry.OtherCodes, .. own.Skip(1).Select(number => new StateCode("gw", number.ToString(CultureInfo.InvariantCulture)))],
            },
            member,
            entry.Place);
    }

    private void Put(State state, CowMember? member, YamlGroup? place)
    {
        if (!_ids.TryAdd(state.Id, place)) throw Clash(place, $"two states have the number {state.Id}");
        if (state.Iso3 is { } code && !_iso3.TryAdd(code, state.Id)) throw Clash(place, $"{code} belongs to state {_iso3[code]} already; a code shared over time is an other_iso3");
        _states.Add((state, member));
    }

    private static InvalidInputException Clash(YamlGroup? place, string problem) => place?.Bad(problem) ?? new InvalidInputException($"{IsoEntry.File}: {problem}.");

    /// <summary>Names that are not the same as one before them once folded.</summary>
    private static ImmutableArray<string> Aliases(string name, IEnumerable<string> others)
    {
        var seen = new HashSet<string> { NameFolding.Key(name) };
        return [.. others.Where(other => seen.Add(NameFolding.Key(other))).Order(StringComparer.Ordinal)];
    }
}
