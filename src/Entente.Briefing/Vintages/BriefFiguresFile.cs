using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Entente.Briefing.Json;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Briefing.Vintages;

/// <summary>Figures of briefs in files: the shape "entente.brief-figures/1", in a JSON file or in the head of an HTML brief.</summary>
internal static class BriefFiguresFile
{
    public const string Schema = "entente.brief-figures/1";
    public const string MetaName = "entente-figures";
    private const int Largest = 64_000_000;
    private static readonly Regex Meta = new($"<meta name=\"{MetaName}\" content=\"([^\"]*)\"", RegexOptions.CultureInvariant);
    private static readonly Dictionary<string, Unit> Units = Enum.GetValues<Unit>().ToDictionary(unit => JsonNamingPolicy.SnakeCaseLower.ConvertName(unit.ToString()), StringComparer.Ordinal);

    /// <summary>The fields of the shape, into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, BriefFigures figures)
    {
        json.WriteString("kind", figures.Kind);
        json.WriteString("subject", figures.Subject);
        json.WriteString("title", figures.Title);
        json.WriteString("program", figures.Program);
        json.WriteNumber("draws", figures.Draws);
        json.WriteString("seed", figures.Seed.ToString(CultureInfo.InvariantCulture));
        json.Objects("figures", figures.Figures, figure =>
        {
            json.WriteString("key", figure.Key);
            json.WriteString("group", figure.Group);
            json.WriteString("label", figure.Label);
            json.WriteString("unit", JsonNamingPolicy.SnakeCaseLower.ConvertName(figure.Unit.ToString()));
            json.Number("value", figure.Value);
            json.Number("low", figure.Low);
            json.Number("high", figure.High);
            json.Number("monte_carlo_error", figure.Error);
        });
        json.Objects("sources", figures.Sources, source =>
        {
            json.WriteString("key", source.Key);
            json.WriteString("title", source.Title);
            json.WriteString("edition", source.Edition);
        });
    }

    /// <summary>The shape on one line.</summary>
    public static string Compact(BriefFigures figures)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            Write(json, figures);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static BriefFigures Read(string path)
    {
        string text;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) throw new InvalidInputException($"There is no file '{path}' to compare with: name an earlier HTML brief, or JSON that 'entente brief --json' or 'entente assess --json' printed.");
            if (file.Length > Largest) throw new InvalidInputException(FormattableString.Invariant($"'{path}' has {file.Length} bytes; a brief to compare with may have at most {Largest}."));
            text = File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException($"'{path}' cannot be read: {problem.Message.TrimEnd('.')}.", problem);
        }

        if (text.AsSpan().TrimStart() is ['<', ..])
        {
            if (Meta.Match(text) is not { Success: true } match) throw new InvalidInputException($"'{path}' is a page without the figures of a brief: it was written by an early version or by something else, or by a template without {{{{ head }}}}; compare with JSON instead.");
            text = WebUtility.HtmlDecode(match.Groups[1].Value);
        }

        return Parse(text, $"'{path}'");
    }

    public static BriefFigures Parse(string text, string what)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var schema = root.ValueKind == JsonValueKind.Object ? AssessmentFigures.Text(root, "schema") : "";
            if (schema == AssessmentJson.Schema) return AssessmentFigures.Read(root);
            if (schema is not (Schema or "entente.brief/1")) throw new InvalidInputException($"{what} holds no figures of a brief (its schema is '{schema}'): name an earlier HTML brief, or JSON that 'entente brief --json' or 'entente assess --json' printed.");
            return new(AssessmentFigures.Text(root, "kind"), AssessmentFigures.Text(root, "subject"), AssessmentFigures.Text(root, "title"), AssessmentFigures.Text(root, "program"), root.GetProperty("draws").GetInt32(),
                ulong.Parse(AssessmentFigures.Text(root, "seed"), CultureInfo.InvariantCulture),
                [
                    .. AssessmentFigures.List(root, "figures").Select(figure => new BriefFigure(AssessmentFigures.Text(figure, "key"), AssessmentFigures.Text(figure, "group"), AssessmentFigures.Text(figure, "label"), UnitOf(AssessmentFigures.Text(figure, "unit")),
                        AssessmentFigures.Number(figure, "value"), AssessmentFigures.Number(figure, "low"), AssessmentFigures.Number(figure, "high"), AssessmentFigures.Number(figure, "monte_carlo_error"))),
                ],
                [.. AssessmentFigures.List(root, "sources").Select(source => new BriefSource(AssessmentFigures.Text(source, "key"), AssessmentFigures.Text(source, "title"), AssessmentFigures.Text(source, "edition")))]);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or FormatException or OverflowException or InvalidOperationException)
        {
            throw new InvalidInputException($"{what} cannot be read as the figures of a brief: {problem.Message.Split('\n')[0].TrimEnd('.')}.", problem);
        }
    }

    public static Unit UnitOf(string name) => Units.TryGetValue(name, out var unit) ? unit : throw new FormatException($"there is no unit '{name}'");
}
