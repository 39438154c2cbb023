using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Entente.Briefing.Json;
using Entente.Models.Strategy;

namespace Entente.Briefing;

/// <summary>An assessment as JSON in a stable shape, described in docs/briefs.md. Names are snake_case, fractions stay fractions, a missing number is null.</summary>
public static class AssessmentJson
{
    /// <summary>The name of the shape, in the field "schema". It changes when a field is renamed, removed or changes its meaning; new fields do not change it.</summary>
    public const string Schema = "entente.assessment/1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The assessment as JSON text, indented, ending in a line feed; the same bytes for the same inputs.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">Version, edition and command to note; none of them changes a number.</param>
    /// <returns>The JSON text.</returns>
    public static string Write(Assessment assessment, BriefOptions? options = null)
    {
        using var buffer = new MemoryStream();
        Write(assessment, buffer, options);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The same into a stream, as UTF-8 without a byte order mark. The stream stays open.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="options">Version, edition and command to note.</param>
    public static void Write(Assessment assessment, Stream stream, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, Options)) AssessmentShape.Write(json, assessment, options ?? BriefOptions.Default);
        stream.WriteByte((byte)'\n');
    }
}
