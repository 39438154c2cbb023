using Microsoft.OpenApi;

namespace Entente.Web.Description;

/// <summary>The paths of jobs and of the documents of the workspace; docs/web.md tells how they work together.</summary>
internal static class WorkPaths
{
    private const string Jobs = "/api/v1/jobs", Job = Jobs + "/{id}", Documents = "/api/v1/documents/{folder}", Document = Documents + "/{name}";

    private static readonly (string Path, HttpMethod Method, string Id, string Summary, string Takes, string Gives, string Status, bool Token)[] All =
    [
        (Jobs, HttpMethod.Get, "list_jobs", "The jobs, newest first, and damaged ones", "", "application/json", "200", false),
        (Jobs, HttpMethod.Post, "start_job", "Asks a question as a job: an object with `question` and `parameters`", "application/json", "application/json", "202", true),
        (Job, HttpMethod.Get, "job", "How a job is", "", "application/json", "200", false),
        (Job, HttpMethod.Delete, "stop_job", "Stops a job", "", "application/json", "202", true),
        (Job + "/events", HttpMethod.Get, "job_events", "News of a job as server-sent events: progress, done, failed, stopped", "", "text/event-stream", "200", false),
        (Job + "/answer", HttpMethod.Get, "job_answer", "The answer of a job that is done, in the shape of its question", "", "application/json", "200", false),
        (Job + "/file", HttpMethod.Get, "job_file", "The brief of an assessment that is done", "", "application/octet-stream", "200", false),
        (Job + "/resume", HttpMethod.Post, "resume_job", "Takes a stopped or failed job up again", "", "application/json", "202", true),
        (Job + "/forget", HttpMethod.Post, "forget_job", "Removes a job that is over", "", "", "204", true),
        (Documents, HttpMethod.Get, "list_documents", "Documents of a kind, shipped and one's own", "", "application/json", "200", false),
        (Document, HttpMethod.Get, "document", "The text of a document", "", "application/yaml", "200", false),
        (Document, HttpMethod.Put, "save_document", "Saves a document of one's own after it was read without a fault; If-Match replaces one that is there", "application/yaml", "application/json", "200", true),
        (Document, HttpMethod.Delete, "remove_document", "Removes a document of one's own", "", "", "204", true),
    ];

    /// <summary>Adds them to a document.</summary>
    public static void Add(OpenApiDocument document, Dictionary<string, OpenApiTag> tags)
    {
        tags.TryAdd("work", new OpenApiTag { Name = "work", Description = "jobs, and the documents of the workspace" });
        foreach (var path in All.GroupBy(one => one.Path))
        {
            document.Paths!.Add(path.Key, new OpenApiPathItem
            {
                Parameters = [.. path.Key.Split('/').Where(part => part.StartsWith('{')).Select(part => new OpenApiParameter { Name = part[1..^1], In = ParameterLocation.Path, Required = true, Schema = Text() })],
                Operations = path.ToDictionary(one => one.Method, one => Operation(document, one)),
            });
        }
    }

    private static OpenApiOperation Operation(OpenApiDocument document, (string Path, HttpMethod Method, string Id, string Summary, string Takes, string Gives, string Status, bool Token) one)
    {
        var answer = new OpenApiResponse { Description = one.Summary };
        if (one.Gives.Length > 0) answer.Content = Content(one.Gives);
        var operation = new OpenApiOperation
        {
            OperationId = one.Id,
            Summary = one.Summary,
            Description = one.Token ? "Needs the token." : null,
            Tags = new HashSet<OpenApiTagReference> { new("work", document) },
            Responses = new OpenApiResponses { [one.Status] = answer, ["401"] = new OpenApiResponseReference("TokenMissing", document) },
        };
        if (one.Takes.Length > 0) operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content(one.Takes) };
        if (one.Id == "job_file") operation.Parameters = [new OpenApiParameter { Name = "format", In = ParameterLocation.Query, Required = true, Schema = Text(), Description = "html or pdf" }];
        return operation;
    }

    private static Dictionary<string, OpenApiMediaType> Content(string media) => new()
    {
        [media] = new OpenApiMediaType { Schema = media.EndsWith("json", StringComparison.Ordinal) ? new OpenApiSchema { Type = JsonSchemaType.Object } : Text() },
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
