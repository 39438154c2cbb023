using System.Globalization;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Entente.Web.Description;

/// <summary>The parts that paths refer to: shapes of answers, and how a call can fail.</summary>
internal static class ApiComponents
{
    /// <summary>The media type of problems.</summary>
    private const string Problem = Answers.Problem.MediaType;

    /// <summary>Ways in which a call can fail: name, status, what happened.</summary>
    private static readonly (string Name, string Description)[] Failures =
    [
        ("WrongCall", "The call was wrong: an unknown parameter, a value of another kind, a name that is not known. `detail` says what to write instead."),
        ("TokenMissing", "This needs the token: it changes something, or the server listens on more than this machine."),
        ("OtherSite", "The request comes from a page of another site."),
        ("TooLarge", "The body is larger than this server takes."),
        ("NotJson", "The body is no JSON by its own account (Content-Type)."),
        ("NotAnswered", "The call was right, and could not be answered: what it needs is not held, or does not converge."),
        ("TooMany", "More requests than this server takes from one place in a minute; `Retry-After` says when to come again."),
        ("Busy", "More is being computed than this server takes at once; `Retry-After` says when to come again."),
    ];

    /// <summary>Adds them to a document.</summary>
    public static void Fill(OpenApiDocument document)
    {
        document.AddComponent("Problem", new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "What went wrong (RFC 9457).",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "the kind of problem, in a few words" },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "the HTTP status" },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "what is wrong, where, and what to do: the sentence of the command line" },
                ["exit_code"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "the exit code of the command line, where the question got as far: 1 not answered, 2 the call was wrong" },
            },
            Required = new HashSet<string> { "type", "title", "status", "detail" },
        });
        foreach (var shape in AnswerShapes.All) document.AddComponent(NameOf(shape), Schema(shape, document));
        document.AddComponent("NotModified", new OpenApiResponse { Description = "The answer is the one whose ETag was sent." });
        foreach (var (name, description) in Failures)
        {
            document.AddComponent(name, new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new OpenApiMediaType { Schema = new OpenApiSchemaReference("Problem", document) } },
            });
        }
    }

    /// <summary>The name of a component for what has words between dashes or slashes: <c>gas-what-if</c> is <c>GasWhatIf</c>.</summary>
    public static string NameOf(string words) => string.Concat(words.Split('-', '/', '_').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));

    private static OpenApiSchema Schema(string shape, OpenApiDocument document) =>
        OpenApiModelFactory.Parse<OpenApiSchema>(AnswerShapes.Schema(shape).ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, "json")
        ?? throw new InvalidOperationException($"The shape {shape} is no schema.");
}
