using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Numerics.Sampling;
using Entente.World;

namespace Entente.Models.Strategy.Runs;

/// <summary>Reads and writes the manifest of a run; the same manifest gives the same bytes.</summary>
internal static class RunManifestFile
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest as UTF-8.</summary>
    public static byte[] ToBytes(RunManifest manifest)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("kind", "entente run");
            json.WriteNumber("format", RunManifest.Format);
            json.WriteString("program", manifest.Program);
            json.WriteStartObject("strategy");
            json.WriteString("key", manifest.Plan.Key);
            json.WriteString("divider", manifest.Divider);
            json.WriteString("target", manifest.Target);
            json.WriteString("partner", manifest.Partner);
            json.WriteString("sha256", manifest.Plan.StrategySha256);
            json.WriteString("text", manifest.Plan.StrategyText);
            json.WriteEndObject();
            json.WriteNumber("draws", manifest.Plan.Draws);
            json.WriteNumber("seed", manifest.Plan.Seed);
            json.WriteString("sampling", manifest.Plan.Sampling.ToString());
            json.WriteNumber("chunk", manifest.Chunk);
            WriteData(json, "tables", manifest.Tables);
            WriteData(json, "blocs", manifest.Blocs);
            json.WriteStartArray("columns");
            foreach (var column in manifest.Columns)
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString("type", column.Type);
                json.WriteString("unit", column.Unit);
                json.WriteString("description", column.Description);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Reads the manifest in a folder.</summary>
    public static RunManifest Read(string folder)
    {
        var path = Path.Combine(folder, RunManifest.FileName);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            var what = File.Exists(folder) ? "is a file and no run" : Directory.Exists(folder) ? $"is no run (it has no {RunManifest.FileName})" : "does not exist";
            throw new InvalidInputException($"The folder {folder} {what}; 'entente assess STRATEGY --run {folder}' starts one.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The file {path} cannot be read ({cause.Message.TrimEnd('.')}); check the folder and its permissions.", cause);
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            return Parse(json.RootElement, folder);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidInputException($"The file {path} is damaged or is not the manifest of a run; name the folder of a run, or start a new one.", cause);
        }
    }

    private static RunManifest Parse(JsonElement root, string folder)
    {
        if (root.GetProperty("kind").GetString() != "entente run") throw new FormatException("another kind");
        var format = root.GetProperty("format").GetInt32();
        if (format != RunManifest.Format)
        {
            throw new InvalidInputException(FormattableString.Invariant($"The run {folder} has format {format}, this program reads format {RunManifest.Format}; read it with the program that wrote it ({Text(root, "program")})."));
        }

        var strategy = root.GetProperty("strategy");
        var plan = new RunPlan(Text(strategy, "key"), Text(strategy, "text"), root.GetProperty("draws").GetInt32(), root.GetProperty("seed").GetUInt64(), Enum.Parse<SamplingScheme>(Text(root, "sampling")));
        if (plan.StrategySha256 != Text(strategy, "sha256"))
        {
            throw new InvalidInputException($"The text of the strategy in {folder} does not fit its SHA-256: the manifest was changed by hand; put it back, or start a new run.");
        }

        var chunk = root.GetProperty("chunk").GetInt32();
        if (plan.Draws < 1 || chunk < 1) throw new FormatException("no draws");
        return new RunManifest(
            Text(root, "program"), plan, Text(strategy, "divider"), Text(strategy, "target"), Text(strategy, "partner"), chunk,
            ReadData(root, "tables"), ReadData(root, "blocs"),
            [
                .. root.GetProperty("columns").EnumerateArray().Select(column => new RunColumn(Text(column, "name"), Text(column, "type"), Text(column, "unit"), Text(column, "description"))),
            ]);
    }

    private static void WriteData(Utf8JsonWriter json, string name, ImmutableArray<RunData> all)
    {
        json.WriteStartArray(name);
        foreach (var data in all)
        {
            json.WriteStartObject();
            json.WriteString("name", data.Name);
            json.WriteString("sha256", data.Sha256);
            json.WriteStartArray("sources");
            foreach (var source in data.Sources) json.WriteStringValue(source);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<RunData> ReadData(JsonElement root, string name) =>
    [
        .. root.GetProperty(name).EnumerateArray().Select(data =>
            new RunData(Text(data, "name"), Text(data, "sha256"), [.. data.GetProperty("sources").EnumerateArray().Select(source => source.GetString()!)])),
    ];

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString() ?? throw new FormatException($"{property} is null");
}
