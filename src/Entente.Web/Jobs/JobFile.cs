using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Entente.Web.Answers;
using Entente.Web.Questions;
using Entente.World;
using Entente.World.Store;

namespace Entente.Web.Jobs;

/// <summary>A job as a file, written whole at every change of its state, so that a server that is cut off at any moment finds it again.</summary>
internal static class JobFile
{
    /// <summary>Its name in the folder of the job.</summary>
    public const string Name = "job.json";

    private const string Schema = "entente.job/1";

    /// <summary>Writes it.</summary>
    public static void Write(string path, JobRecord job) => WholeFile.Write(path, PlainJson.Of(json =>
    {
        json.WriteString("schema", Schema);
        json.WriteString("id", job.Id);
        json.WriteString("question", job.Call.Question.Name);
        json.WriteStartArray("values");
        foreach (var value in job.Call.Values)
        {
            json.WriteStartObject();
            json.WriteString("parameter", value.Parameter.Name);
            json.WriteString(value.IsContent ? "text" : "value", value.Value);
            if (value.Name is { } name) json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("edition", job.Edition);
        json.WriteString("state", job.State.Word());
        json.WriteString("created", Exact(job.Created));
        json.WriteString("started", Moment(job.Started));
        json.WriteString("finished", Moment(job.Finished));
        json.WriteNumber("seconds", job.Seconds);
        json.WriteString("error", job.Error);
        if (job.Code is { } code) json.WriteNumber("exit_code", code);
    }));

    /// <summary>Reads it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="id">The job that it must be of.</param>
    /// <param name="questions">What can be asked.</param>
    /// <exception cref="InvalidInputException">It is damaged, or of a question that this program does not know.</exception>
    public static JobRecord Read(string path, string id, ImmutableArray<Question> questions)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 16 });
            var root = document.RootElement;
            if (Text(root, "schema") is var schema && schema != Schema) throw new InvalidInputException($"its shape is {schema ?? "none"}, not {Schema}");
            if (Text(root, "id") != id) throw new InvalidInputException($"it is of the job {Text(root, "id")}");
            var question = questions.FirstOrDefault(one => one.Name == Text(root, "question")) ?? throw new InvalidInputException($"this program knows no question '{Text(root, "question")}'");
            var values = root.GetProperty("values").EnumerateArray().Select(value => Value(question, value)).ToImmutableArray();
            return new JobRecord(id, new QuestionCall(question, values), Text(root, "edition") ?? string.Empty, Time(root, "created") ?? throw new InvalidInputException("it does not say when it was asked"))
            {
                State = JobStates.Of(Text(root, "state")) ?? throw new InvalidInputException($"its state '{Text(root, "state")}' is none"),
                Started = Time(root, "started"),
                Finished = Time(root, "finished"),
                Seconds = root.GetProperty("seconds").GetDouble(),
                Error = Text(root, "error"),
                Code = root.TryGetProperty("exit_code", out var code) ? code.GetInt32() : null,
            };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidInputException(problem is FileNotFoundException or DirectoryNotFoundException ? $"it has no {Name}" : $"its {Name} cannot be read ({problem.Message.TrimEnd('.')})", problem);
        }
    }

    /// <summary>A moment as it is sent and kept: ISO 8601 in UTC.</summary>
    public static string? Moment(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // Jobs go in the order of their asking, which may lie within a millisecond.
    private static string Exact(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static GivenValue Value(Question question, JsonElement value)
    {
        var parameter = question.Parameter(Text(value, "parameter") ?? string.Empty) ?? throw new InvalidInputException($"{question.Name} takes no parameter '{Text(value, "parameter")}'");
        return Text(value, "text") is { } text
            ? new GivenValue(parameter, text, IsContent: true) { Name = Text(value, "name") }
            : new GivenValue(parameter, Text(value, "value") ?? throw new InvalidInputException($"its {parameter.Name} has no value"));
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement element, string name) =>
        Text(element, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) : null;
}
