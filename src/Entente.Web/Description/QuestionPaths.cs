using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Entente.Web.Files;
using Entente.Web.Questions;
using Microsoft.OpenApi;

namespace Entente.Web.Description;

/// <summary>The paths of a question: its answer, and its answer as a file.</summary>
internal static class QuestionPaths
{
    /// <summary>The answer as JSON.</summary>
    public static OpenApiPathItem Answers(Question question, OpenApiDocument document)
    {
        var name = ApiComponents.NameOf(question.Name);
        return Item(
            Operation($"ask{name}", question, document, Parameters(question), null, Answered(question, document)),
            Operation($"send{name}", question, document, [], Body(question, []), Answered(question, document)));
    }

    /// <summary>The answer as a file.</summary>
    public static OpenApiPathItem Files(Question question, OpenApiDocument document)
    {
        var name = ApiComponents.NameOf(question.Name);
        IOpenApiParameter format = new OpenApiParameter { Name = "format", In = ParameterLocation.Query, Required = true, Description = "ending of the file", Schema = Format(question) };
        var file = new OpenApiResponse
        {
            Description = "The file, with a name for it in Content-Disposition.",
            Headers = Headers("Content-Disposition", "attachment, with the name of the file"),
            Content = question.Formats.ToDictionary(ending => FileKinds.Of(ending).MediaType, OpenApiMediaType (ending) => new OpenApiMediaType { Schema = FileKinds.Of(ending).IsText ? new OpenApiSchema { Type = JsonSchemaType.String } : new OpenApiSchema() }),
        };
        return Item(
            Operation($"file{name}", question, document, [format, .. Parameters(question)], null, file),
            Operation($"sendForFile{name}", question, document, [], Body(question, [("format", Format(question))]), file));
    }

    private static OpenApiPathItem Item(OpenApiOperation get, OpenApiOperation post) => new() { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = get, [HttpMethod.Post] = post } };

    private static OpenApiOperation Operation(string id, Question question, OpenApiDocument document, List<IOpenApiParameter> parameters, OpenApiRequestBody? body, OpenApiResponse answered)
    {
        var responses = new OpenApiResponses { ["200"] = answered };
        if (body is null) responses["304"] = new OpenApiResponseReference("NotModified", document);
        foreach (var (status, failure) in new[] { ("400", "WrongCall"), ("401", "TokenMissing"), ("403", "OtherSite") }) responses[status] = new OpenApiResponseReference(failure, document);
        if (body is not null)
        {
            responses["413"] = new OpenApiResponseReference("TooLarge", document);
            responses["415"] = new OpenApiResponseReference("NotJson", document);
        }

        foreach (var (status, failure) in new[] { ("422", "NotAnswered"), ("429", "TooMany"), ("503", "Busy") }) responses[status] = new OpenApiResponseReference(failure, document);
        return new OpenApiOperation
        {
            OperationId = id,
            Summary = $"{char.ToUpperInvariant(question.Summary[0])}{question.Summary[1..]}",
            Description = Describe(question, isFile: id.Contains("ile", StringComparison.Ordinal)),
            Tags = new HashSet<OpenApiTagReference> { new(question.Name.Split('/')[0], document) },
            Parameters = parameters.Count > 0 ? parameters : null,
            RequestBody = body,
            Responses = responses,
        };
    }

    private static string Describe(Question question, bool isFile)
    {
        var text = new StringBuilder();
        if (question.IsLong) text.Append("An answer may take long; as a job it shows how far it is and can be stopped.\n\n");
        foreach (var example in question.Examples.Where(example => example.Format is not null == isFile))
        {
            var address = isFile ? $"/api/v1/files/{question.Name}?format={example.Format}&{example.Call.Query}".TrimEnd('&') : $"/api/v1/{question.Name}?{example.Call.Query}".TrimEnd('?');
            text.Append("- `").Append(address).Append("`: ").Append(example.Answers).Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    private static OpenApiResponse Answered(Question question, OpenApiDocument document)
    {
        List<IOpenApiSchema> shapes = [.. question.Shapes.Select(shape => new OpenApiSchemaReference(ApiComponents.NameOf(shape), document))];
        return new OpenApiResponse
        {
            Description = "The answer.",
            Headers = Headers("ETag", "name of this answer of this edition of the store; send it back as If-None-Match"),
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = shapes.Count switch { 0 => new OpenApiSchema { Type = JsonSchemaType.Object }, 1 => shapes[0], _ => new OpenApiSchema { OneOf = shapes } } } },
        };
    }

    private static Dictionary<string, IOpenApiHeader> Headers(string name, string description) =>
        new() { [name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } } };

    private static List<IOpenApiParameter> Parameters(Question question) =>
    [
        .. question.Parameters.Select(parameter => new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,

            // A document that must be given may be sent as text instead, in a body only.
            Required = parameter.IsRequired && !question.Parameters.Any(other => other.InsteadOf == parameter.Name),
            Description = parameter.Description,
            Schema = Schema(parameter),
        }),
    ];

    private static OpenApiRequestBody Body(Question question, (string Name, IOpenApiSchema Schema)[] first)
    {
        var properties = first.ToDictionary(field => field.Name, field => field.Schema);
        foreach (var parameter in question.Parameters)
        {
            properties[parameter.Name] = Schema(parameter, parameter.Description);
            if (parameter.Kind != ParameterKind.Document) continue;
            var text = new OpenApiSchema { Type = JsonSchemaType.String, Description = $"the text of a document, in place of its name in {parameter.Name}" };
            properties[parameter.Name + CallReader.ContentEnding] = parameter.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = text } : text;
        }

        var body = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = properties,
            Required = first.Select(field => field.Name).Concat(question.Parameters.Where(parameter => parameter.IsRequired && parameter.Kind != ParameterKind.Document).Select(parameter => parameter.Name)).ToHashSet(),
            AdditionalPropertiesAllowed = false,
        };
        return new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = body } } };
    }

    private static OpenApiSchema Format(Question question) => new() { Type = JsonSchemaType.String, Enum = [.. question.Formats.Select(ending => (JsonNode)ending)] };

    private static OpenApiSchema Schema(QuestionParameter parameter, string? description = null)
    {
        var one = parameter.Kind switch
        {
            ParameterKind.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ParameterKind.Whole => new OpenApiSchema { Type = JsonSchemaType.Integer },
            ParameterKind.Document => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = CallReader.NamePattern },
            ParameterKind.Job => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = CallReader.JobPattern },
            _ => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = CallReader.LongestText },
        };
        if (parameter.Limit is { } limit)
        {
            one = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = limit.AsJob.ToString(CultureInfo.InvariantCulture), Description = limit.Sentence };
        }

        if (!parameter.IsList)
        {
            one.Description = string.Join("; ", new[] { description, one.Description }.OfType<string>()) is { Length: > 0 } said ? said : null;
            return one;
        }

        return new OpenApiSchema { Type = JsonSchemaType.Array, Items = one, MaxItems = CallReader.MostValues, Description = description };
    }
}
