using Entente.Numerics.Distributions;

namespace Entente.Models.Strategy.Files;

/// <summary>Reads one distribution of an assumption and holds it to the range of the assumption.</summary>
internal sealed class DistributionReader(AssumptionDefinition definition, DistributionKind kind, FileErrors errors)
{
    /// <summary>Share of the draws that may lie outside the range, where a tail without end is then cut.</summary>
    public const double CutInSilence = .001;

    private readonly string _field = $"{definition.Name}.{kind.Name}";
    private readonly Dictionary<string, (double Value, YamlNode At)> _numbers = [];

    // Only a number that can be no more than a whole may be written in per cent.
    private readonly bool _isFraction = IsFraction(definition);

    public static bool IsFraction(AssumptionDefinition definition) => definition is { Low: >= -1, High: <= 1 };

    public Distribution? Read(YamlNode node)
    {
        var before = errors.Count;
        if (kind.Name == "discrete") return ReadDiscrete(node, before);
        ReadNumbers(node);
        if (errors.Count == before) CheckOrder();
        if (errors.Count > before) return null;
        try
        {
            var distribution = Make();
            CheckTails(distribution, node);
            return errors.Count > before ? null : Cut(distribution);
        }
        catch (ArgumentOutOfRangeException error)
        {
            errors.Add(node, $"{_field}: {error.Message.Split(" (Parameter", StringSplitOptions.None)[0].TrimEnd('.')}.");
            return null;
        }
    }

    private void ReadNumbers(YamlNode node)
    {
        var required = kind.Required;
        var order = string.Join(", ", required.Select(parameter => parameter.Name));
        if (kind.Name == "value")
        {
            ReadNumber(required[0], node, definition.Name);
        }
        else if (node is YamlMap map)
        {
            GroupReader.RefuseUnknownAndDuplicate(map, _field, [.. kind.Parameters.Select(parameter => parameter.Name)], "parameter", errors);
            foreach (var parameter in kind.Parameters)
            {
                if (map.Find(parameter.Name) is { } entry) ReadNumber(parameter, entry.Value, $"{_field}.{parameter.Name}");
                else if (parameter.Required) errors.AddMissing(map, $"the parameter '{parameter.Name}' is missing in {_field}. Write for example '{kind.Example}'.");
            }
        }
        else if (node is YamlList list)
        {
            if (list.Items.Length != required.Length)
            {
                var hint = list.Items.Length == 2 * required.Length ? " Decimals are written with a point: a comma separates numbers." : "";
                errors.Add(node, FormattableString.Invariant($"{_field} takes {required.Length} numbers ({order}), not {list.Items.Length}.{hint}"));
                return;
            }

            for (var i = 0; i < required.Length; i++) ReadNumber(required[i], list.Items[i], $"{_field}, {required[i].Name},");
        }
        else errors.Add(node, $"{_field} must be a list of numbers ({order}), not {node.Kind}. Write for example '{kind.Example}'.");
    }

    private void ReadNumber(ParameterDefinition parameter, YamlNode node, string field)
    {
        if (!NumberText.TryRead(node, _isFraction && parameter.Kind != ParameterKind.Shape, out var value, out var problem)) errors.Add(node, $"{field} {problem}.");
        else if (parameter.Kind == ParameterKind.Value && IsOutside(value)) errors.Add(node, GroupReader.OutOfRange(field, value, definition.Low, definition.High));
        else if (parameter.Kind == ParameterKind.Spread && value < 0) errors.Add(node, $"{field} is {NumberText.Write(value)}, but a spread cannot be negative.");
        else if (parameter.Kind != ParameterKind.Value && value <= 0) errors.Add(node, $"{field} is {NumberText.Write(value)}, but it must be above 0. Write 'value: …' for a number known exactly.");
        else _numbers[parameter.Name] = (value, node);
    }

    private void CheckOrder()
    {
        Rising("low", "high", false);
        Rising("low", kind.Name == "normal" ? "mean" : "mode", true);
        Rising(kind.Name == "normal" ? "mean" : "mode", "high", true);
        Rising("low90", "median", false);
        Rising("median", "high90", false);
        Rising("low", "median", true);
        Rising("median", "high", true);
        if (kind.Name == "lognormal" && Number("low90") <= 0) errors.Add(_numbers["low90"].At, $"{_field}: low90 is {NumberText.Write(Number("low90")!.Value)}, but a log-normal lies above 0.");
    }

    private void Rising(string lower, string upper, bool mayBeEqual)
    {
        if (Number(lower) is not { } low || Number(upper) is not { } high || low < high || (mayBeEqual && low == high)) return;

        // Told where the second of the two stands: that is where the order breaks.
        var at = _numbers[lower].At.Start.CompareTo(_numbers[upper].At.Start) > 0 ? _numbers[lower].At : _numbers[upper].At;
        var words = low == high ? $"{lower} and {upper} are both {NumberText.Write(low)}" : $"{lower} ({NumberText.Write(low)}) lies above {upper} ({NumberText.Write(high)}), a negative spread";
        errors.Add(at, $"{_field}: {words}. {lower} must be {(mayBeEqual ? "at most" : "below")} {upper}.");
    }

    private bool IsOutside(double value) => value < definition.Low || value > definition.High;

    private double? Number(string name) => _numbers.TryGetValue(name, out var number) ? number.Value : null;

    private Distribution Make() => kind.Name switch
    {
        "value" => new PointMass(_numbers["value"].Value),
        "uniform" => new Uniform(_numbers["low"].Value, _numbers["high"].Value),
        "triangular" => new Triangular(_numbers["low"].Value, _numbers["mode"].Value, _numbers["high"].Value),
        "pert" => Beta.Pert(_numbers["low"].Value, _numbers["mode"].Value, _numbers["high"].Value),
        "normal" => new Normal(_numbers["mean"].Value, _numbers["sd"].Value, Number("low"), Number("high")),
        "lognormal" => LogNormal.FromInterval(_numbers["median"].Value, _numbers["low90"].Value, _numbers["high90"].Value, Number("low"), Number("high")),
        "beta" => new Beta(_numbers["alpha"].Value, _numbers["beta"].Value, Number("low") ?? 0, Number("high") ?? 1),
        _ => throw new InvalidOperationException($"The distribution {kind.Name} is listed but not read."),
    };

    private void CheckTails(Distribution distribution, YamlNode node)
    {
        var (low, high) = (definition.Low, definition.High);
        var below = distribution.Support.Low < low ? distribution.Cdf(low) : 0;
        var above = distribution.Support.High > high ? 1 - distribution.Cdf(high) : 0;
        if (below + above <= CutInSilence) return;
        var outside = FormattableString.Invariant($"{100 * (below + above):0.#} % of the draws would lie outside {NumberText.Write(low)} to {NumberText.Write(high)}");
        errors.Add(node, $"{_field}: {outside}, the range of {definition.Name}. Add low and high, or choose less spread.");
    }

    /// <summary>Cuts the rest of a tail at the range, so that no draw ever lies outside.</summary>
    private Distribution Cut(Distribution distribution)
    {
        if (distribution.Support.Low >= definition.Low && distribution.Support.High <= definition.High) return distribution;
        var (low, high) = (Math.Max(distribution.Support.Low, definition.Low), Math.Min(distribution.Support.High, definition.High));
        return kind.Name switch
        {
            "normal" => new Normal(_numbers["mean"].Value, _numbers["sd"].Value, low, high),
            "lognormal" => LogNormal.FromInterval(_numbers["median"].Value, _numbers["low90"].Value, _numbers["high90"].Value, low, high),
            "beta" => throw new ArgumentOutOfRangeException(null, $"it reaches outside {NumberText.Write(low)} to {NumberText.Write(high)} by a little: add low and high"),
            _ => throw new InvalidOperationException($"The distribution {kind.Name} has a bounded support that was checked."),
        };
    }

    private Discrete? ReadDiscrete(YamlNode node, int before)
    {
        if (node is not YamlMap map)
        {
            errors.Add(node, $"{_field} must have values and weights, not {node.Kind}. Write for example '{kind.Example}'.");
            return null;
        }

        GroupReader.RefuseUnknownAndDuplicate(map, _field, [.. kind.Parameters.Select(parameter => parameter.Name)], "parameter", errors);
        List<double> values = [], weights = [];
        foreach (var parameter in kind.Parameters)
        {
            var isWeights = parameter.Kind == ParameterKind.Weights;
            if (map.Find(parameter.Name) is not { } entry)
            {
                errors.AddMissing(map, $"the parameter '{parameter.Name}' is missing in {_field}. Write for example '{kind.Example}'.");
            }
            else if (entry.Value is not YamlList { Items.IsEmpty: false } list)
            {
                errors.Add(entry.Value, $"{_field}.{parameter.Name} must be a list of numbers, not {(entry.Value is YamlList ? "an empty list" : entry.Value.Kind)}.");
            }
            else
            {
                foreach (var item in list.Items) Collect(item, isWeights, $"an entry of {_field}.{parameter.Name}", isWeights ? weights : values);
            }
        }

        if (errors.Count > before) return null;
        var at = map.Find("weights")!.Value.Value;
        var sum = weights.Sum();
        if (values.Count != weights.Count) errors.Add(at, FormattableString.Invariant($"{_field} has {values.Count} values but {weights.Count} weights. Give each value one weight."));
        else if (sum <= 0 || !double.IsFinite(sum)) errors.Add(at, $"{_field}: the weights must sum to more than 0.");
        return errors.Count > before ? null : new Discrete(values, weights);
    }

    private void Collect(YamlNode item, bool isWeight, string field, List<double> into)
    {
        if (!NumberText.TryRead(item, isWeight || _isFraction, out var value, out var problem)) errors.Add(item, $"{field} {problem}.");
        else if (isWeight && value < 0) errors.Add(item, $"{field} is {NumberText.Write(value)}, but a weight cannot be negative.");
        else if (!isWeight && IsOutside(value)) errors.Add(item, GroupReader.OutOfRange(field, value, definition.Low, definition.High));
        else into.Add(value);
    }
}
