using System.Text.Json;
using Entente.Cli.Calls;
using Entente.World;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Entente.Cli.Assistants;

/// <summary>A tool of the protocol that calls a verb and hands on its JSON.</summary>
internal sealed class VerbTool : McpServerTool
{
    private readonly AssistantTool _tool;
    private readonly VerbCall _verbs;

    public VerbTool(AssistantTool tool, VerbCall verbs)
    {
        (_tool, _verbs) = (tool, verbs);
        ProtocolTool = new Tool
        {
            Name = tool.Name,
            Title = tool.Title,
            Description = tool.Description,
            InputSchema = ToolSchema.Input(tool),
            OutputSchema = ToolSchema.Output(tool),
            Annotations = new ToolAnnotations { Title = tool.Title, ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
        };
    }

    /// <inheritdoc />
    public override Tool ProtocolTool { get; }

    /// <inheritdoc />
    public override IReadOnlyList<object> Metadata => [];

    /// <inheritdoc />
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var given = request.Params?.Arguments?.AsReadOnly() ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal).AsReadOnly();
        var progress = request.Params?.ProgressToken is { } token ? new ToolProgress(request.Server, token) : null;
        using var files = new KeptFiles();
        try
        {
            var full = ToolWords.Full(_tool, given);
            var words = ToolWords.Of(_tool, given, _verbs.Options, text => files.Keep(text));
            var result = await _verbs.Run(words, progress is null ? null : progress.Report, cancellationToken).ConfigureAwait(false);
            if (progress is not null) await progress.Finish().ConfigureAwait(false);

            // A figure that is missing is an answer too: the verb then tells so in its JSON, and by its exit code.
            return result.Output.Length > 0 && result.Code is (Program.Answered or Program.NotAnswered) ? Answer(result.Output, full) : Refused(files.Forget(result.Sentence));
        }
        catch (InvalidInputException wrong)
        {
            return Refused(wrong.Message);
        }
    }

    private CallToolResult Answer(string output, bool full)
    {
        var answer = ShortAnswer.Of(_tool, output, full);
        return new CallToolResult
        {
            Content =
            [
                new TextContentBlock { Text = $"{_tool.Summary(answer)}{AnswerText.Provenance(answer)}" },

                // The protocol asks that structured answers be sent as text too: not every client shows the other field to its model.
                new TextContentBlock { Text = JsonSerializer.Serialize(answer, CompactJson.Default.JsonElement) },
            ],
            StructuredContent = answer,
        };
    }

    private static CallToolResult Refused(string sentence) => new() { IsError = true, Content = [new TextContentBlock { Text = sentence }] };
}
