using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Web.Description;
using Entente.Web.Questions;

namespace Entente.Web.Tests.Description;

/// <summary>Answers have the shapes that are described. With ENTENTE_WRITE=1 in the environment the shapes are drawn anew from the answers, the slow ones too, which takes minutes; ENTENTE_ONLY=align,map/align draws those of some questions.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class ShapeTests(ServedDesk desk)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Objects whose keys are data, by shape and path.</summary>
    private static readonly HashSet<string> Maps =
    [
        "cases_pages.cases[].judgement", "landscape.minima[].margins", "landscape.pairs[].factors", "landscape.sensitivity.draws[].with_reference",
        "trade-validation.exports.movers[].predicted", "trade-validation.imports.movers[].predicted",
    ];

    [Fact]
    public async Task Answers_have_the_shapes_that_are_described()
    {
        var writes = Environment.GetEnvironmentVariable("ENTENTE_WRITE") == "1";
        var only = Environment.GetEnvironmentVariable("ENTENTE_ONLY")?.Split(',');
        System.Collections.Immutable.ImmutableArray<Question> asked = [.. desk.Questions.Where(question => only?.Contains(question.Name) ?? true)];
        List<(QuestionCall Call, JsonElement Answer)> answers = [.. await Ask(ShapeCalls.Of(asked, slow: writes)), .. await Ask(await ShapeCalls.OfJobs(desk, asked)), .. await OfOwnStore(asked)];
        if (writes)
        {
            Write(answers);

            // The slow ones are asked here alone.
            answers.SelectMany(pair => ProvenanceCheck.Findings(pair.Answer).Select(finding => $"{pair.Call.CommandLine}: {finding}")).ShouldBeEmpty();
            return;
        }

        var findings = new List<string>();
        foreach (var (call, answer) in answers)
        {
            var shape = ShapeOf(answer);
            findings.AddRange(ProvenanceCheck.Findings(answer).Select(finding => $"{call.CommandLine}: {finding}"));
            if (!AnswerShapes.Of(call.Question.Name).Contains(shape)) findings.Add($"{call.CommandLine}: {shape} is not among the shapes of {call.Question.Name}");
            else findings.AddRange(ShapeCheck.Findings(answer, AnswerShapes.Schema(shape)).Select(finding => $"{call.CommandLine}: {finding}"));
        }

        findings.ShouldBeEmpty();
    }

    /// <summary>What only a store of one's own can be asked.</summary>
    private static async Task<List<(QuestionCall Call, JsonElement Answer)>> OfOwnStore(IEnumerable<Question> asked)
    {
        if (!asked.Any(question => question.Name == OwnStore.Question)) return [];
        using var own = new OwnStore();
        var answer = await own.Desk.Ask(own.Compared, null, TestContext.Current.CancellationToken);
        answer.Code.ShouldBe(0, answer.Sentence);
        return [(own.Compared, JsonElement.Parse(answer.Json))];
    }

    private async Task<List<(QuestionCall Call, JsonElement Answer)>> Ask(IEnumerable<QuestionCall> calls)
    {
        var answers = new List<(QuestionCall, JsonElement)>();
        foreach (var call in calls.ToList())
        {
            var watch = Stopwatch.StartNew();
            using var answer = await Ask(call);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            TestContext.Current.SendDiagnosticMessage($"{watch.ElapsedMilliseconds,6} ms {text.Length,8} {call.CommandLine}");
            answer.IsSuccessStatusCode.ShouldBeTrue($"{call.CommandLine}: {text[..Math.Min(400, text.Length)]}");
            answers.Add((call, JsonElement.Parse(text)));
        }

        return answers;
    }

    private Task<HttpResponseMessage> Ask(QuestionCall call)
    {
        if (!call.Values.Any(value => value.IsContent)) return desk.Reader.GetAsync(new Uri($"api/v1/{call.Question.Name}?{call.Query}", UriKind.Relative), TestContext.Current.CancellationToken);
        var body = call.Values.ToDictionary(value => value.IsContent ? value.Parameter.Name + CallReader.ContentEnding : value.Parameter.Name, value => value.Value);
        return desk.Reader.PostAsJsonAsync(new Uri($"api/v1/{call.Question.Name}", UriKind.Relative), body, TestContext.Current.CancellationToken);
    }

    private static string ShapeOf(JsonElement answer) => answer.GetProperty("schema").GetString()!.Split('/')[0]["entente.".Length..];

    private static void Write(List<(QuestionCall Call, JsonElement Answer)> answers)
    {
        var folder = Path.Combine(Entente.Tests.Shared.Repository, "src", "Entente.Web", "Description", "shapes");
        foreach (var shape in answers.GroupBy(pair => ShapeOf(pair.Answer)))
        {
            var sketch = new ShapeSketch(Maps, shape.Key);
            foreach (var (_, answer) in shape) sketch.Add(answer);
            var schema = sketch.Draw();
            schema["properties"]!["schema"]!["enum"] = new JsonArray([.. shape.Select(pair => pair.Answer.GetProperty("schema").GetString()).Distinct().Order(StringComparer.Ordinal).Select(name => (JsonNode)name!)]);
            File.WriteAllText(Path.Combine(folder, $"{shape.Key}.json"), schema.ToJsonString(Readable) + "\n");
        }

        // Questions that were not asked keep their line.
        var file = Path.Combine(folder, "..", "shapes-of-questions.json");
        var table = new SortedDictionary<string, string[]>(JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(file))!, StringComparer.Ordinal);
        foreach (var question in answers.GroupBy(pair => pair.Call.Question.Name)) table[question.Key] = [.. question.Select(pair => ShapeOf(pair.Answer)).Distinct().Order(StringComparer.Ordinal)];
        File.WriteAllText(file, JsonSerializer.Serialize(table, Readable) + "\n");
    }
}
