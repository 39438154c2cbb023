using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.Web.Tests.Description;

/// <summary>Draws a JSON Schema from samples: what every sample has is required, what some lack is not, what is nothing somewhere may be nothing.</summary>
/// <param name="maps">Paths of objects whose keys are data; their values have one shape.</param>
/// <param name="path">Where in the answer this is.</param>
internal sealed class ShapeSketch(ISet<string> maps, string path = "")
{
    private readonly SortedSet<string> _types = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, (ShapeSketch Sketch, int Seen)> _fields = [];
    private ShapeSketch? _items;
    private int _objects;

    /// <summary>Adds a sample.</summary>
    public void Add(JsonElement sample)
    {
        _types.Add(TypeOf(sample.ValueKind));
        if (sample.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in sample.EnumerateArray()) (_items ??= new ShapeSketch(maps, $"{path}[]")).Add(item);
        }
        else if (sample.ValueKind == JsonValueKind.Object && maps.Contains(path))
        {
            foreach (var field in sample.EnumerateObject()) (_items ??= new ShapeSketch(maps, $"{path}.*")).Add(field.Value);
        }
        else if (sample.ValueKind == JsonValueKind.Object)
        {
            _objects++;
            foreach (var field in sample.EnumerateObject())
            {
                if (!field.Name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_') || char.IsDigit(field.Name[0])) throw new InvalidDataException($"{path}: the key '{field.Name}' looks like data; name this path among the maps.");
                var (sketch, seen) = _fields.TryGetValue(field.Name, out var known) ? known : (new ShapeSketch(maps, $"{path}.{field.Name}"), 0);
                sketch.Add(field.Value);
                _fields[field.Name] = (sketch, seen + 1);
            }
        }
    }

    /// <summary>The schema of the samples.</summary>
    public JsonObject Draw()
    {
        // Nothing in every sample: anything may come.
        if (_types.Count == 0 || _types.SetEquals(["null"])) return [];
        var schema = new JsonObject { ["type"] = _types.Count == 1 ? _types.Min : new JsonArray([.. _types.Select(type => (JsonNode)type)]) };
        if (_types.Contains("array")) schema["items"] = _items?.Draw() ?? [];
        if (!_types.Contains("object")) return schema;
        if (maps.Contains(path))
        {
            schema["additionalProperties"] = _items?.Draw() ?? [];
            return schema;
        }

        schema["properties"] = new JsonObject(_fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.Sketch.Draw())));
        schema["required"] = new JsonArray([.. _fields.Where(field => field.Value.Seen == _objects).Select(field => (JsonNode)field.Key)]);
        return schema;
    }

    /// <summary>The word that a schema has for a kind of value. A number is a number: that one was whole in every sample says nothing.</summary>
    public static string TypeOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
