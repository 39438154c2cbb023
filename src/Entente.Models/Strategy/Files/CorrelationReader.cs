using System.Collections.Immutable;

namespace Entente.Models.Strategy.Files;

/// <summary>Reads the correlations between assumptions and refuses those that no draws could have.</summary>
internal sealed class CorrelationReader(FileErrors errors, PartyReader parties, ImmutableArray<Assumption> stated)
{
    private const string Field = "correlations";
    private readonly Dictionary<(string, string), FilePlace> _seen = [];
    private readonly List<(AssumptionCorrelation Pair, YamlNode At)> _read = [];

    /// <summary>Whether the assumption is of the gas market, whose draws come as a block and take no correlation with others.</summary>
    public static bool IsOfGasMarket(AssumptionDefinition definition) => definition.Channel == "gas";

    public ImmutableArray<AssumptionCorrelation> Read(YamlNode? node)
    {
        if (node is null) return [];
        if (node is not YamlList list)
        {
            errors.Add(node, $"{Field} must be a list, not {node.Kind}. Begin each pair with a dash, as in '- {StrategyKeys.CorrelationExample}'.");
            return [];
        }

        var before = errors.Count;
        foreach (var item in list.Items) ReadOne(item);
        if (errors.Count == before && _read.Count > 0) RefuseImpossible(list);
        return [.. _read.Select(entry => entry.Pair)];
    }

    /// <summary>Only all pairs together can be judged, since one that is named later may make an earlier one possible.</summary>
    private void RefuseImpossible(YamlList list)
    {
        for (var k = _read.Count - 1; k >= 0; k--)
        {
            var (pair, at) = _read[k];
            if (CorrelationLimits.Of(pair.First, pair.Second, [.. _read.Where((_, other) => other != k).Select(entry => entry.Pair)]) is not { } limits) continue;
            var (low, high) = limits;
            if (pair.Rank > low && pair.Rank < high) return;

            // Rounded inwards, so that the limits told are allowed themselves.
            var (least, most) = ((Math.Ceiling(low * 100) / 100) + 0.0, (Math.Floor(high * 100) / 100) + 0.0);
            if (least > most) continue;
            errors.Add(at, $"{Field}.rank is {NumberText.Write(pair.Rank)}, but the other correlations leave {NumberText.Write(least)} to {NumberText.Write(most)} for {pair.First} and {pair.Second}. Choose a number in that range, or change the others.");
            return;
        }

        errors.Add(list, $"no draws can have these {Field} together: a pair that is not named counts as 0. Bring them nearer to 0, or name the missing pairs.");
    }

    private void ReadOne(YamlNode item)
    {
        if (item is not YamlMap map)
        {
            errors.Add(item, $"an entry of {Field} must have keys, not {item.Kind}. Write for example '- {StrategyKeys.CorrelationExample}'.");
            return;
        }

        var before = errors.Count;
        var reader = new GroupReader(map, Field, StrategyKeys.Correlation, errors, parties);
        var pair = Between(reader.Node("between"));
        var rank = Rank(reader.Node("rank"));
        var source = AssumptionReader.ReadSource(map, Field, errors);
        var note = reader.OptionalText(StrategyKeys.Note);
        if (errors.Count > before || pair is not { } names) return;
        _read.Add((new AssumptionCorrelation(names.First, names.Second, rank, source, note), reader.Node("rank")!));
    }

    private (string First, string Second)? Between(YamlNode? node)
    {
        if (node is null) return null;
        if (node is not YamlList { Items.Length: 2 } list)
        {
            var found = node is YamlList other ? FormattableString.Invariant($"a list of {other.Items.Length}") : node.Kind;
            errors.Add(node, $"{Field}.between must be a list of two assumptions, not {found}. Write for example '- {StrategyKeys.CorrelationExample}'.");
            return null;
        }

        if (Name(list.Items[0]) is not { } first || Name(list.Items[1]) is not { } second) return null;
        if (first == second)
        {
            errors.Add(list.Items[1], $"{Field}.between names {first} twice. Name two different assumptions.");
            return null;
        }

        var key = string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
        if (_seen.TryAdd(key, list.Start)) return (first, second);
        errors.Add(list, FormattableString.Invariant($"{first} and {second} were correlated before, in line {_seen[key].Line}. Keep one of the two."));
        return null;
    }

    private string? Name(YamlNode node)
    {
        var before = errors.Count;
        var text = GroupReader.Text(node, $"an entry of {Field}.between", errors);
        if (errors.Count > before) return null;
        if (AssumptionCatalog.Find(text) is not { } definition)
        {
            string[] names = [.. AssumptionCatalog.All.Where(candidate => !IsOfGasMarket(candidate)).Select(candidate => candidate.Name)];
            errors.Add(node, $"unknown assumption '{YamlScalar.Shorten(text)}' in {Field}.between.{NearestWord.Hint(text, names)}");
            return null;
        }

        if (IsOfGasMarket(definition))
        {
            errors.Add(node, $"{text} is of the gas market, which is drawn as a block, and cannot be correlated. Leave the pair out.");
            return null;
        }

        var (low, high) = (stated.FirstOrDefault(assumption => assumption.Name == text) ?? definition.Default).Distribution.Support;
        if (low < high) return text;
        errors.Add(node, $"{text} has a single value, so that nothing can rise or fall with it. Give it a spread, or leave the pair out.");
        return null;
    }

    private double Rank(YamlNode? node)
    {
        if (node is null) return double.NaN;
        if (!NumberText.TryRead(node, false, out var value, out var problem)) errors.Add(node, $"{Field}.rank {problem}.");
        else if (!(Math.Abs(value) < 1)) errors.Add(node, $"{Field}.rank is {NumberText.Write(value)}, but it must lie above -1 and below 1: two assumptions of which one follows from the other are one.");
        return value;
    }
}
