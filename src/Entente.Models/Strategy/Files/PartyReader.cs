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
        if (blocs.Find(text) is { } bloc && states.Find(text, year) is null or { Kind: StateKind.NonMember })
        {
            errors.Add(node, $"{field}: {bloc.Key} is a bloc, but one state is wanted here. Name a state.");
            return null;
        }

        return Try(() => new ResolvedState(states.Resolve(text, year).Id, text, node), node, field);
    }

    public ResolvedParties List(YamlList list, string field)
    {
        var entries = new List<(string Typed, ImmutableArray<int> Members, YamlNode At)>();
        foreach (var item in list.Items)
        {
            if (Typed(item, $"an entry of {field}") is not { } text || Year is not { } year) continue;
            var members = Try(() => (ImmutableArray<int>?)PartyResolver.Resolve(text, year, states, blocs).Members, item, field) ?? [];
            if (!members.IsEmpty && entries.Exists(entry => entry.Members.SequenceEqual(members)))
            {
                errors.Add(item, $"'{YamlScalar.Shorten(text)}' stands twice in {field}. Keep one of the two.");
            }

            entries.Add((text, members, item));
        }

        return new ResolvedParties([.. entries]);
    }

    private T? Try<T>(Func<T> resolve, YamlNode at, string field)
    {
        try
        {
            return resolve();
        }
        catch (InvalidInputException error)
        {
            errors.Add(at, $"{field}: {error.Message}");
            return default;
        }
    }

    private string? Typed(YamlNode node, string field)
    {
        var before = errors.Count;
        var text = GroupReader.Text(node, field, errors);
        return errors.Count == before ? text : null;
    }
}
