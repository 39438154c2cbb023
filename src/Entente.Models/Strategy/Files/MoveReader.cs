using System.Collections.Immutable;

namespace Entente.Models.Strategy.Files;

/// <summary>Reads the list of moves.</summary>
internal sealed class MoveReader(FileErrors errors, PartyReader parties)
{
    private readonly List<(bool Lift, int Against, ResolvedParties Coalition)> _sanctions = [];
    private readonly HashSet<int> _guaranteed = [];
    private readonly HashSet<(string Move, int State)> _dealt = [];
    private ResolvedState? _divider;

    public ImmutableArray<Move> Read(YamlNode? node, ResolvedState? divider)
    {
        _divider = divider;
        if (node is null) return [];
        if (node is not YamlList list)
        {
            errors.Add(node, $"moves must be a list, not {node.Kind}. Begin each move with a dash, or write [] for none.");
            return [];
        }

        var moves = ImmutableArray.CreateBuilder<Move>();
        foreach (var item in list.Items)
        {
            if (ReadMove(item) is { } move) moves.Add(move);
        }

        return moves.DrainToImmutable();
    }

    private Move? ReadMove(YamlNode item)
    {
        string[] names = [.. StrategyKeys.Moves.Select(move => move.Name)];
        if (item is not YamlMap { Entries.IsEmpty: false } map)
        {
            errors.Add(item, $"a move must be its name with its keys, not {item.Kind}. Write for example '- {StrategyKeys.Moves[0].Example}'.");
            return null;
        }

        var (key, value) = map.Entries[0];
        if (StrategyKeys.FindMove(key.Text) is not { } definition)
        {
            errors.Add(key, $"unknown move '{YamlScalar.Shorten(key.Text)}'.{NearestWord.Hint(key.Text, names)}");
            return null;
        }

        if (map.Entries.Length > 1)
        {
            var extra = map.Entries[1].Key;
            errors.Add(extra, $"'{YamlScalar.Shorten(extra.Text)}' stands beside {key.Text}. Indent the keys of a move below its name, and begin each move with its own dash.");
            return null;
        }

        if (value is not YamlMap fields)
        {
            errors.Add(value, $"{key.Text} must have keys, not {value.Kind}. Write for example '- {definition.Example}'.");
            return null;
        }

        var reader = new GroupReader(fields, key.Text, definition.Keys.Add(StrategyKeys.NoteKey), errors, parties);
        var move = key.Text switch
        {
            "lift-sanctions" => Sanctions(reader, true, "from"),
            "impose-sanctions" => Sanctions(reader, false, "on"),
            "guarantee" => Guarantee(reader),
            "recognise" => new RecognitionMove(reader.Text("of"), reader.Fraction("weight")),
            "arms" => Dealt(reader, key.Text, "to", (to) => new ArmsMove(to, reader.Fraction("change"))),
            "trade-deal" => Dealt(reader, key.Text, "with", (with) => new TradeDealMove(with, reader.Fraction("increase"))),
            _ => throw new InvalidOperationException($"The move {key.Text} is listed but not read."),
        };
        return move with { Note = reader.OptionalText(StrategyKeys.Note) };
    }

    private SanctionsMove Sanctions(GroupReader reader, bool lift, string key)
    {
        var against = reader.State(key);
        var coalition = reader.Parties("coalition");
        var share = reader.Fraction("share");
        var joined = lift ? reader.Parties("joined-by") : ResolvedParties.None;
        if (against is not null)
        {
            foreach (var (typed, members, at) in coalition.Entries)
            {
                if (members.Contains(against.Id))
                {
                    errors.Add(at, members.Length == 1
                        ? $"{typed} cannot be in a coalition against itself."
                        : $"{typed} includes {against.Typed}, which the sanctions are on. Name the other states.");
                }
                else if (_sanctions.Any(other => other.Against == against.Id && other.Coalition.Entries.Any(entry => entry.Members.Intersect(members).Any())))
                {
                    errors.Add(at, $"{typed} takes part in another sanctions move on {against.Typed} already. Put both into one move with one share.");
                }
            }

            _sanctions.Add((lift, against.Id, coalition));
            foreach (var (typed, _, at) in joined.Entries.Where(entry => entry.Members.Contains(against.Id))) errors.Add(at, $"{typed} cannot lift sanctions on itself; name the others who may join.");
            var taking = coalition.Entries.SelectMany(entry => entry.Members).ToHashSet();
            if (joined.Entries.Length > 0 && joined.Entries.All(entry => entry.Members.All(taking.Contains))) errors.Add(joined.Entries[0].At, "everyone under joined-by is in the coalition already. Name others, or leave the key out.");
        }

        return new SanctionsMove(lift, against?.Id ?? 0, coalition.Typed, share) { JoinedBy = joined.Typed };
    }

    private GuaranteeMove Guarantee(GroupReader reader)
    {
        var to = reader.Parties("to");
        foreach (var (typed, members, at) in to.Entries)
        {
            if (members.Length == 1 && members[0] == _divider?.Id) errors.Add(at, $"{typed} is the divider and cannot guarantee itself.");

            // NATO and Poland would weaken Poland's guarantee twice; the divider, itself a member of its alliances, does not count.
            else if (members.Any(member => member != _divider?.Id && _guaranteed.Contains(member)))
            {
                errors.Add(at, $"{typed} holds states whose guarantee is changed already. Name every state or bloc once.");
            }

            _guaranteed.UnionWith(members);
        }

        return new GuaranteeMove(to.Typed, reader.Fraction("change"));
    }

    private Move Dealt(GroupReader reader, string move, string key, Func<int, Move> make)
    {
        if (reader.State(key) is not { } state) return make(0);
        if (state.Id == _divider?.Id) errors.Add(state.At, $"{move}.{key}: {state.Typed} is the divider itself. Name another state.");
        else if (!_dealt.Add((move, state.Id))) errors.Add(state.At, $"{move}.{key}: {state.Typed} has a move of this kind already. Put both into one.");
        return make(state.Id);
    }
}
