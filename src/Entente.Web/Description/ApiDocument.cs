using Entente.Web.Questions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Entente.Web.Description;

/// <summary>Fills the OpenAPI document from the questions: they are data, so their paths, parameters and answers are too.</summary>
/// <param name="desk">Who answers.</param>
internal sealed class ApiDocument(IQuestionDesk desk) : IOpenApiDocumentTransformer
{
    private const string About =
        "The questions that the program `entente` answers on the command line, with the same parameters and the same answers. Every answer names its shape in `schema` (`entente.alignment/1`) and carries the sources behind its numbers. "
        + "What is missing is `null` with its reason beside it, never zero. An error is a problem (RFC 9457) whose `detail` is the sentence that the command line would print.\n\n"
        + "Fields were read off answers to example calls: a field that is not required was absent from some of them, and `null` is named where it came up. "
        + "An answer keeps its ETag as long as the store and the program stay as they are.";

    /// <inheritdoc />
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Entente", Version = desk.Version, Description = About, License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" } };

        // Where it is served from is known to whoever reads it there, and says nothing to whoever reads it as a file.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        ApiComponents.Fill(document);
        document.Paths ??= [];
        var tags = new Dictionary<string, OpenApiTag>(StringComparer.Ordinal);
        foreach (var question in desk.Questions.Where(question => !question.Changes))
        {
            var tag = question.Name.Split('/')[0];
            tags.TryAdd(tag, new OpenApiTag { Name = tag, Description = question.Name == tag ? question.Summary : null });
            if (question.HasJson) document.Paths.Add($"/api/v1/{question.Name}", QuestionPaths.Answers(question, document));
            if (question.Formats.Length > 0) document.Paths.Add($"/api/v1/files/{question.Name}", QuestionPaths.Files(question, document));
        }

        ServicePaths.Add(document, tags);
        WorkPaths.Add(document, tags);
        document.Tags = tags.Values.ToHashSet();
        return Task.CompletedTask;
    }
}
