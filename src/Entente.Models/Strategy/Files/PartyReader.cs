using System.Collections.Immutable;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.States;

namespace Entente.Models.Strategy.Files;

/// <summary>A state as typed, with where it stands.</summary>
internal sealed record ResolvedState(int Id, string Typed, YamlNode At);

/// <summary>A list of states and blocs as typed, each with the ids that it stands for.</summary>
internal sealed record ResolvedParties(ImmutableArray<(string Typed, ImmutableArray<int> Members, YamlNode At)> Entries)
{
    public static ResolvedParties None { get; } = new([]);

    public ImmutableArray<string> Typed => [.. Entries.Select(entry => entry.Typed)];
}

/// <summary>Finds states and blocs in the year that the strategy starts; without a valid year nothing is looked up, so that one error does not breed others.</summary>
internal sealed class PartyReader(StateSystem states, BlocRegistry blocs, FileErrors errors)
{
    public int? Year { get; set; }

    public ResolvedState? State(YamlNode node, string field)
    {
        if (Typed(node, field) is not { } text || Year is not { } year) return null;
        if (Resolve(text, year, node, field) is not { } state) return null;
        return new ResolvedState(state.Id, text, node);
    }

    public ResolvedParties List(YamlList list, string field)
    {
        var entries = ImmutableArray.CreateBuilder<(string, ImmutableArray<int>, YamlNode)>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in list.Items)
        {
            if (Typed(item, $"an entry of {field}") is not { } text) continue;
            if (!seen.Add(text)) errors.Add(item, $"'{YamlScalar.Shorten(text)}' stands twice in {field}. Keep one of the two.");
            else if (Year is { } year) entries.Add((text, Members(text, year, item, field), item));
        }

        return new ResolvedParties(entries.DrainToImmutable());
    }

    private ImmutableArray<int> Members(string text, int year, YamlNode at, string field)
    {
        if (blocs.Find(text) is { } bloc)
        {
            var members = bloc.MembersIn(year);
            if (members.IsEmpty) errors.Add(at, FormattableString.Invariant($"{field}: {bloc.Key} had no members in {year}. Name states or another bloc."));
            return members;
        }

        return Resolve(text, year, at, field) is { } state ? [state.Id] : [];
    }

    private State? Resolve(string text, int year, YamlNode at, string field)
    {
        try
        {
            return states.Resolve(text, year);
        }
        catch (InvalidInputException error)
        {
            errors.Add(at, $"{field}: {error.Message}");
            return null;
        }
    }

    private string? Typed(YamlNode node, string field)
    {
        var before = errors.Count;
        var text = GroupReader.Text(node, field, errors);
        return errors.Count == before ? text : null;
    }
}
