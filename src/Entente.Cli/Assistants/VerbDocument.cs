using Entente.Cli.Calls;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ModelContextProtocol;

namespace Entente.Cli.Assistants;

/// <summary>A resource of the protocol: the JSON of a verb.</summary>
internal sealed class VerbDocument(AssistantDocument document, VerbCall verbs) : McpServerResource
{
    private const string Json = "application/json";

    /// <inheritdoc />
    public override ResourceTemplate ProtocolResourceTemplate { get; } = new()
    {
        Name = document.Name,
        Title = document.Title,
        Description = document.Description,
        UriTemplate = document.Uri,
        MimeType = Json,
    };

    /// <inheritdoc />
    public override IReadOnlyList<object> Metadata => [];

    /// <inheritdoc />
    public override bool IsMatch(string uri) => uri == document.Uri;

    /// <inheritdoc />
    public override async ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken = default)
    {
        var result = await verbs.Run([.. document.Call, .. verbs.Options, "--json"], null, cancellationToken).ConfigureAwait(false);
        if (result.Code != Program.Answered) throw new McpException(result.Sentence);
        return new ReadResourceResult { Contents = [new TextResourceContents { Uri = document.Uri, MimeType = Json, Text = result.Output }] };
    }
}
