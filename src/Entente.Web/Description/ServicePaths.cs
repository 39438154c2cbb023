using Microsoft.OpenApi;

namespace Entente.Web.Description;

/// <summary>The paths beside the questions: how the server is, and what it is.</summary>
internal static class ServicePaths
{
    private const string Service = "service";

    /// <summary>Adds them to a document.</summary>
    public static void Add(OpenApiDocument document, Dictionary<string, OpenApiTag> tags)
    {
        tags.TryAdd(Service, new OpenApiTag { Name = Service, Description = "how the server is" });
        document.AddComponent("Health", new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["status"] = Text("`ok`, or `unreadable` where the store cannot be read"),
                ["version"] = Text("version of the program"),
                ["edition"] = Text("name for all that answers rest on; another store or program has another one", orNull: true),
                ["uptime_seconds"] = Number("seconds since the start"),
                ["questions"] = Number("questions that can be asked"),
                ["answers_held_bytes"] = Number("bytes of answers that are held in memory"),
                ["memory_bytes"] = Number("memory of the process"),
                ["pages"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "whether the pages are in this build" },
            },
            Required = new HashSet<string> { "status", "version", "edition", "uptime_seconds", "questions", "answers_held_bytes", "memory_bytes", "pages" },
        });
        document.Paths!.Add("/api/health", Get(document, "health", "How the server is", "application/json", new OpenApiSchemaReference("Health", document)));
        document.Paths.Add("/api/metrics", Get(document, "metrics", "Counts and times of this process, in the text format of Prometheus", "text/plain", new OpenApiSchema { Type = JsonSchemaType.String }));
        document.Paths.Add("/api/openapi.json", Get(document, "description", "This description", "application/json", new OpenApiSchema { Type = JsonSchemaType.Object }));
    }

    private static OpenApiPathItem Get(OpenApiDocument document, string id, string summary, string media, IOpenApiSchema schema) => new()
    {
        Operations = new Dictionary<HttpMethod, OpenApiOperation>
        {
            [HttpMethod.Get] = new()
            {
                OperationId = id,
                Summary = summary,
                Tags = new HashSet<OpenApiTagReference> { new(Service, document) },
                Responses = new OpenApiResponses
                {
                    ["200"] = new OpenApiResponse { Description = summary, Content = new Dictionary<string, OpenApiMediaType> { [media] = new OpenApiMediaType { Schema = schema } } },
                    ["401"] = new OpenApiResponseReference("TokenMissing", document),
                },
            },
        },
    };

    private static OpenApiSchema Text(string description, bool orNull = false) => new() { Type = orNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String, Description = description };

    private static OpenApiSchema Number(string description) => new() { Type = JsonSchemaType.Number, Description = description };
}
