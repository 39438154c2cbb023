using System.Text.Json;
using System.Text.Json.Serialization;

namespace Entente.Cli.Assistants;

/// <summary>JSON in as few characters as it takes: an assistant pays for each.</summary>
[JsonSourceGenerationOptions(WriteIndented = false)]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class CompactJson : JsonSerializerContext;
