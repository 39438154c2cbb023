using System.Text.Json.Nodes;
using Entente.Models.Strategy.Files;

namespace Entente.Models.Trade.WhatIf.Files;

/// <summary>The JSON schema of what-if files, for editors that complete keys and mark errors while one types. Generated from the same words as the reader.</summary>
public static class WhatIfSchema
{
    /// <summary>The schema (draft 2020-12) as text, with a line feed at the end.</summary>
    public static string Generate()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "What-if file of Entente",
            ["description"] = "What changes in trade, from which world, with what is assumed. See docs/what-if.md.",
        };
        var root = StrategySchema.Group(WhatIfKeys.TopLevel.Select(key => (key.Name, key.Required, Value(key))));
        foreach (var (name, node) in root.ToList())
        {
            root.Remove(name);
            schema[name] = node;
        }

        // A baseline, or the tables of many sectors: one of the two, and not both.
        schema["oneOf"] = new JsonArray(new JsonObject { ["required"] = StrategySchema.Strings("baseline") }, new JsonObject { ["required"] = StrategySchema.Strings("sectors", "year") });

        var definitions = new JsonObject
        {
            ["text"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            ["party"] = new JsonObject { ["type"] = StrategySchema.Strings("string", "integer") },
            ["parties"] = new JsonObject { ["type"] = "array", ["items"] = StrategySchema.Reference("party"), ["minItems"] = 1, ["uniqueItems"] = true },
            ["number"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, new JsonObject { ["type"] = "string", ["pattern"] = StrategySchema.NumberPattern }) },
            ["numbers"] = new JsonObject { ["type"] = "array", ["items"] = StrategySchema.Reference("number"), ["minItems"] = 1 },
            ["variant"] = StrategySchema.Group(WhatIfKeys.Variant.Select(key => (key.Name, key.Required, Value(key)))),
            ["change"] = Change(),
            ["assumption"] = StrategySchema.Assumption(),
        };
        foreach (var definition in WhatIfAssumptions.All)
        {
            if (!definitions.ContainsKey(StrategySchema.Within(definition))) definitions[StrategySchema.Within(definition)] = StrategySchema.Range(definition);
        }

        schema["$defs"] = definitions;
        return schema.ToJsonString(StrategySchema.Layout) + "\n";
    }

    private static JsonObject Value(KeyDefinition key)
    {
        var value = key.Kind switch
        {
            KeyKind.Text => StrategySchema.Reference("text"),
            KeyKind.Texts => new JsonObject { ["type"] = "array", ["items"] = StrategySchema.Reference("text") },
            KeyKind.State => StrategySchema.Reference("party"),
            KeyKind.Parties => StrategySchema.Reference("parties"),
            KeyKind.Whole => new JsonObject { ["type"] = "integer", ["minimum"] = key.Low, ["maximum"] = key.High },
            KeyKind.Fraction => StrategySchema.Number(key.Low, key.High),
            KeyKind.Choice => new JsonObject { ["enum"] = StrategySchema.Strings(key.Words) },
            KeyKind.YearOrFile => new JsonObject { ["type"] = StrategySchema.Strings("integer", "string") },
            KeyKind.File => StrategySchema.Reference("text"),
            KeyKind.NumberOrFile => new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number", ["minimum"] = key.Low, ["maximum"] = key.High }, StrategySchema.Reference("text")) },
            KeyKind.SectorTables => StrategySchema.Group(WhatIfKeys.SectorTables.Select(table => (table.Name, table.Required, Value(table)))),
            KeyKind.Variants => new JsonObject { ["type"] = "array", ["items"] = StrategySchema.Reference("variant"), ["minItems"] = 1 },
            KeyKind.Moves => new JsonObject { ["type"] = "array", ["items"] = StrategySchema.Reference("change") },
            KeyKind.Assumptions => StrategySchema.Assumptions(WhatIfAssumptions.All),
            KeyKind.Effect => StrategySchema.Reference("assumption"),
            _ => throw new InvalidOperationException($"The kind {key.Kind} has no schema."),
        };
        value["description"] = StrategySchema.Sentence(key.Description);
        return value;
    }

    private static JsonObject Change()
    {
        var group = StrategySchema.Group(WhatIfKeys.Changes.Select(change =>
        {
            var keys = StrategySchema.Group(change.Keys.Add(WhatIfKeys.OfSectors).Add(StrategyKeys.NoteKey).Select(key => (key.Name, key.Required, Value(key))));
            keys["description"] = StrategySchema.Sentence(change.Description);
            return (change.Name, false, keys);
        }));
        group["minProperties"] = 1;
        group["maxProperties"] = 1;
        return group;
    }
}
