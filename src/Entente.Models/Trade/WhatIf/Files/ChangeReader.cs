using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;

namespace Entente.Models.Trade.WhatIf.Files;

/// <summary>Reads the changes of one variant.</summary>
internal sealed class ChangeReader(FileErrors errors, PartyReader parties, bool hasSectors = false)
{
    private readonly List<(int Against, FlowSide Side, ImmutableArray<int> Members, ImmutableArray<string> Sectors)> _sanctions = [];

    /// <summary>The first state that a change puts under sanctions or embargo, of all variants read so far.</summary>
    public static int? FirstTarget(IEnumerable<WhatIfVariant> variants, Func<string, int?> state) => variants.SelectMany(variant => variant.Changes).Select(change => change switch
    {
        SanctionsChange sanctions => sanctions.Against,
        EmbargoChange embargo => state(embargo.Between[0]),
        TradeBarrierChange barrier => state(barrier.From[0]),
        AgreementChange agreement => state(agreement.Between[0]),
        _ => null,
    }).FirstOrDefault(id => id is > 0);

    public ImmutableArray<TradeChange> Read(YamlNode? node, string field)
    {
        if (node is null) return [];
        if (node is not YamlList list)
        {
            errors.Add(node, $"{field} must be a list, not {node.Kind}. Begin each change with a dash, or write [] for none.");
            return [];
        }

        return [.. list.Items.Select(ReadChange).OfType<TradeChange>()];
    }

    private TradeChange? ReadChange(YamlNode item)
    {
        if (item is not YamlMap { Entries.IsEmpty: false } map)
        {
            errors.Add(item, $"a change must be its name with its keys, not {item.Kind}. Write for example '- {WhatIfKeys.Changes[0].Example}'.");
            return null;
        }

        var (key, value) = map.Entries[0];
        if (WhatIfKeys.FindChange(key.Text) is not { } definition)
        {
            errors.Add(key, $"unknown change '{YamlScalar.Shorten(key.Text)}'.{NearestWord.Hint(key.Text, [.. WhatIfKeys.Changes.Select(change => change.Name)])}");
            return null;
        }

        if (map.Entries.Length > 1)
        {
            var extra = map.Entries[1].Key;
            errors.Add(extra, $"'{YamlScalar.Shorten(extra.Text)}' stands beside {key.Text}. Indent the keys of a change below its name, and begin each change with its own dash.");
            return null;
        }

        if (value is not YamlMap fields)
        {
            errors.Add(value, $"{key.Text} must have keys, not {value.Kind}. Write for example '- {definition.Example}'.");
            return null;
        }

        var reader = new GroupReader(fields, key.Text, definition.Keys.Add(WhatIfKeys.OfSectors).Add(StrategyKeys.NoteKey), errors, parties);
        var sectors = Sectors(reader, key.Text);
        TradeChange change = key.Text switch
        {
            "lift" or "impose" => Sanctions(reader, key.Text == "lift", key.Text, sectors),
            "embargo" => Embargo(reader),
            "barrier" => Barrier(reader, fields),
            "agreement" => new AgreementChange(reader.Parties("between").Typed, reader.Parties("and").Typed, Effect(reader, WhatIfKeys.AgreementEffect)),
            _ => throw new InvalidOperationException($"The change {key.Text} is listed but not read."),
        };
        return change with { Note = reader.OptionalText(StrategyKeys.Note), Sectors = sectors };
    }

    /// <summary>The sectors that a change names; whether the table has them is known once it is read.</summary>
    private ImmutableArray<string> Sectors(GroupReader reader, string change)
    {
        if (reader.Node("sectors") is not { } node) return [];
        if (!hasSectors) errors.Add(node, $"{change} names sectors, but the file has no table of them. Add 'sectors' with the table of trade, or leave the key out here.");
        if (node is YamlList { Items.IsEmpty: true }) errors.Add(node, $"{change}.sectors is an empty list. Name a sector, or leave the key out for all.");
        return reader.Texts("sectors");
    }

    private SanctionsChange Sanctions(GroupReader reader, bool lift, string name, ImmutableArray<string> sectors)
    {
        var against = reader.State("against");
        var by = reader.Parties("by");
        var side = Choice(reader, "flows", name, WhatIfKeys.FindChange(name)!.Keys) switch { "exports" => FlowSide.Exports, "imports" => FlowSide.Imports, _ => FlowSide.Both };
        if (against is not null)
        {
            foreach (var (typed, members, at) in by.Entries)
            {
                if (members.Contains(against.Id))
                {
                    errors.Add(at, members.Length == 1
                        ? $"{typed} cannot sanction itself."
                        : $"{typed} includes {against.Typed}, which the sanctions are on. Name the other states.");
                }
                else if (_sanctions.Any(other => other.Against == against.Id && (other.Side == side || other.Side == FlowSide.Both || side == FlowSide.Both) && (sectors.IsEmpty || other.Sectors.IsEmpty || other.Sectors.Intersect(sectors).Any()) && other.Members.Intersect(members).Any()))
                {
                    errors.Add(at, $"{typed} takes part in another change of the same flows of {against.Typed} already. Put both into one with one share.");
                }

                _sanctions.Add((against.Id, side, members, sectors));
            }
        }

        return new SanctionsChange(lift, against?.Id ?? 0, by.Typed, reader.Fraction("share"), side, Effect(reader, WhatIfKeys.SanctionsEffect));
    }

    private EmbargoChange Embargo(GroupReader reader)
    {
        var (between, and) = (reader.Parties("between"), reader.Parties("and"));
        var (one, other) = (between.Entries.SelectMany(entry => entry.Members).ToHashSet(), and.Entries.SelectMany(entry => entry.Members).ToHashSet());
        if (one.Count == 1 && one.SetEquals(other)) errors.Add(and.Entries[0].At, $"embargo: {and.Entries[0].Typed} stands on both sides. Name another state on one of them.");
        return new EmbargoChange(between.Typed, and.Typed, Choice(reader, "direction", "embargo", WhatIfKeys.FindChange("embargo")!.Keys) == "one-way");
    }

    private TradeBarrierChange Barrier(GroupReader reader, YamlMap fields)
    {
        var (trade, tariff) = (fields.Find("trade"), fields.Find("tariff"));
        if (trade is null && tariff is null) errors.AddMissing(fields, "barrier has neither trade nor tariff. Write one of them, for example 'trade: -30 %'.");
        if (trade is not null && tariff is { } second) errors.Add(second.Key, "barrier has both trade and tariff. Keep one: they are two ways to say the same.");
        return new TradeBarrierChange(reader.Parties("from").Typed, reader.Parties("to").Typed, reader.Fraction("trade"), reader.Fraction("tariff"));
    }

    private Assumption? Effect(GroupReader reader, AssumptionDefinition definition) => reader.Node("effect") is { } node ? AssumptionReader.ReadOne(definition, node, errors) : null;

    /// <summary>One of a few words, or <see langword="null"/> where it is missing or wrong.</summary>
    public string? Choice(GroupReader reader, string key, string field, ImmutableArray<KeyDefinition> keys)
    {
        if (reader.Node(key) is not { } node || reader.OptionalText(key) is not { Length: > 0 } text) return null;
        var words = keys.First(definition => definition.Name == key).Words;
        if (words.Contains(text)) return text;
        errors.Add(node, $"{(field.Length == 0 ? key : $"{field}.{key}")} is '{YamlScalar.Shorten(text)}', which is not one of its words.{NearestWord.Hint(text, words)}");
        return null;
    }
}
