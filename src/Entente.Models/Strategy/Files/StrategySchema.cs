using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.Models.Strategy.Files;

/// <summary>The JSON schema of strategy files, for editors that complete keys and mark errors while one types. Generated from the same words as the reader.</summary>
public static class StrategySchema
{
    internal const string NumberPattern = @"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\s*%$";

    internal static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The schema (draft 2020-12) as text, with a line feed at the end.</summary>
    public static string Generate()
    {
        var root = Group(StrategyKeys.TopLevel.Select(key => (key.Name, key.Required, Value(key))));
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Strategy file of Entente",
            ["description"] = "What a divider does to pull a target away from its partner, with what is assumed. See docs/strategy-files.md.",
        };
        foreach (var (name, node) in root.ToList())
        {
            root.Remove(name);
            schema[name] = node;
        }

        schema["$defs"] = Definitions();
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Definitions()
    {
        var definitions = new JsonObject
        {
            ["text"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },

            // A state may be a COW number, which an editor sees as a number.
            ["party"] = new JsonObject { ["type"] = Strings("string", "integer") },
            ["parties"] = new JsonObject { ["type"] = "array", ["items"] = Reference("party"), ["minItems"] = 1, ["uniqueItems"] = true },
            ["number"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, new JsonObject { ["type"] = "string", ["pattern"] = NumberPattern }) },
            ["numbers"] = new JsonObject { ["type"] = "array", ["items"] = Reference("number"), ["minItems"] = 1 },
            ["move"] = Move(),
            ["assumption"] = Assumption(),
            ["correlation"] = Group(StrategyKeys.Correlation.Select(key => (key.Name, key.Required, Value(key)))),
        };
        foreach (var definition in AssumptionCatalog.All)
        {
            if (!definitions.ContainsKey(Within(definition))) definitions[Within(definition)] = Range(definition);
        }

        return definitions;
    }

    private static JsonObject Value(KeyDefinition key)
    {
        var value = key.Kind switch
        {
            KeyKind.Text => Reference("text"),
            KeyKind.Texts => new JsonObject { ["type"] = "array", ["items"] = Reference("text") },
            KeyKind.State => Reference("party"),
            KeyKind.Parties => Reference("parties"),
            KeyKind.Whole => new JsonObject { ["type"] = "integer", ["minimum"] = key.Low, ["maximum"] = key.High },
            KeyKind.Fraction => Number(key.Low, key.High),
            KeyKind.Moves => new JsonObject { ["type"] = "array", ["items"] = Reference("move") },
            KeyKind.Assumptions => Assumptions(),
            KeyKind.Correlations => new JsonObject { ["type"] = "array", ["items"] = Reference("correlation") },
            KeyKind.TwoAssumptions => TwoAssumptions(),
            KeyKind.Inside => new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = key.Low, ["exclusiveMaximum"] = key.High },
            _ => throw new InvalidOperationException($"The kind {key.Kind} has no schema."),
        };
        value["description"] = Sentence(key.Description);
        return value;
    }

    private static JsonObject Move()
    {
        // One property and no more: editors then complain about the wrong key of a move, where "oneOf" would say that no move fits.
        var group = Group(StrategyKeys.Moves.Select(move =>
        {
            var keys = Group(move.Keys.Add(StrategyKeys.NoteKey).Select(key => (key.Name, key.Required, Value(key))));
            keys["description"] = Sentence(move.Description);
            return (move.Name, false, keys);
        }));
        group["minProperties"] = 1;
        group["maxProperties"] = 1;
        return group;
    }

    private static JsonObject TwoAssumptions()
    {
        var names = AssumptionCatalog.All.Where(definition => !CorrelationReader.IsOfGasMarket(definition)).Select(definition => definition.Name);
        return new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["enum"] = Strings(names) }, ["minItems"] = 2, ["maxItems"] = 2, ["uniqueItems"] = true };
    }

    private static JsonObject Assumptions() => Assumptions(AssumptionCatalog.All);

    internal static JsonObject Assumptions(System.Collections.Immutable.ImmutableArray<AssumptionDefinition> all)
    {
        var group = Group(all.Select(definition => (definition.Name, false, new JsonObject
        {
            ["description"] = $"{Sentence(definition.Description)} From {NumberText.Write(definition.Low)} to {NumberText.Write(definition.High)}; default {definition.Default.Distribution.Describe()} ({definition.Default.Source}).",
            ["allOf"] = new JsonArray(Reference("assumption"), Reference(Within(definition))),
        })));
        return group;
    }

    internal static JsonObject Assumption()
    {
        var distributions = DistributionKinds.All.Select(kind => (kind.Name, false, Distribution(kind)));
        var keys = new[] { StrategyKeys.SourceKey, StrategyKeys.NoteKey }.Select(key => (key.Name, key.Required, Value(key)));
        var group = Group(distributions.Concat(keys));
        group["oneOf"] = new JsonArray([.. DistributionKinds.All.Select(kind => (JsonNode)new JsonObject { ["required"] = Strings(kind.Name) })]);
        return group;
    }

    internal static JsonObject Distribution(DistributionKind kind)
    {
        if (kind.Name == "value") return new JsonObject { ["description"] = Sentence(kind.Description), ["$ref"] = "#/$defs/number" };
        var group = Group(kind.Parameters.Select(parameter =>
        {
            var isList = parameter.Kind is ParameterKind.Values or ParameterKind.Weights;
            return (parameter.Name, parameter.Required, Reference(isList ? "numbers" : "number"));
        }));
        if (!kind.HasShortForm)
        {
            group["description"] = Sentence(kind.Description);
            return group;
        }

        var count = kind.Required.Length;
        return new JsonObject
        {
            ["description"] = $"{Sentence(kind.Description)} As a list: {string.Join(", ", kind.Required.Select(parameter => parameter.Name))}.",
            ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "array", ["items"] = Reference("number"), ["minItems"] = count, ["maxItems"] = count }, group),
        };
    }

    /// <summary>The range of an assumption laid over whatever distribution is written; in a list of shapes or spreads not every number is a value, so those are left to the reader.</summary>
    internal static JsonObject Range(AssumptionDefinition definition)
    {
        var properties = new JsonObject();
        foreach (var kind in DistributionKinds.All)
        {
            var within = new JsonObject();
            foreach (var parameter in kind.Parameters.Where(parameter => parameter.Kind is ParameterKind.Value)) within[parameter.Name] = Limits(definition);
            if (kind.Name == "value") properties[kind.Name] = Limits(definition);
            else
            {
                var limits = new JsonObject();
                if (kind.HasShortForm && kind.Required.All(parameter => parameter.Kind is ParameterKind.Value)) limits["items"] = Limits(definition);
                if (kind.Parameters.Any(parameter => parameter.Kind is ParameterKind.Values)) within["values"] = new JsonObject { ["items"] = Limits(definition) };
                limits["properties"] = within;
                properties[kind.Name] = limits;
            }
        }

        return new JsonObject { ["properties"] = properties };
    }

    internal static string Within(AssumptionDefinition definition) => $"within {NumberText.Write(definition.Low)} to {NumberText.Write(definition.High)}".Replace(' ', '_');

    private static JsonObject Limits(AssumptionDefinition definition) => new() { ["minimum"] = definition.Low, ["maximum"] = definition.High };

    internal static JsonObject Number(double low, double high) => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number", ["minimum"] = low, ["maximum"] = high }, new JsonObject { ["type"] = "string", ["pattern"] = NumberPattern }),
    };

    internal static JsonObject Group(IEnumerable<(string Name, bool Required, JsonObject Value)> keys)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, isRequired, value) in keys)
        {
            properties[name] = value;
            if (isRequired) required.Add((JsonNode)name);
        }

        var group = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (required.Count > 0) group["required"] = required;
        return group;
    }

    internal static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    internal static JsonArray Strings(params IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    internal static string Sentence(string description) => char.ToUpperInvariant(description[0]) + description[1..] + ".";
}
