using System.Text;
using Entente.Web.Answers;
using Entente.Web.Questions;
using Entente.Web.Safety;
using Entente.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Files;

/// <summary>Answers as files: a brief, a chart, a table.</summary>
internal static class FileEndpoints
{
    /// <summary>Where they are.</summary>
    public const string Root = "/api/v1/files/";

    private const string FormatName = "format";
    private const int LongestName = 80;

    public static void Map(IEndpointRouteBuilder routes, IQuestionDesk desk, WorkPlaces places)
    {
        foreach (var question in desk.Questions.Where(question => !question.Changes))
        {
            routes.MapGet(Root + question.Name, context => Send(context, desk, places, FromAddress(question, context.Request))).WithDisplayName($"file {question.Name}");
            routes.MapPost(Root + question.Name, async context => await Send(context, desk, places, await FromBody(question, context).ConfigureAwait(false)).ConfigureAwait(false)).WithDisplayName($"file {question.Name}");
        }
    }

    /// <summary>A name for the file that every system can keep: the question and its parties, in plain letters.</summary>
    public static string NameOf(QuestionCall call, string format)
    {
        var words = call.Values.Where(value => value.Parameter is { Option: null, Kind: not ParameterKind.Flag } && !value.IsContent).Select(value => value.Value).Prepend(call.Question.Name.Replace('/', '-'));
        var name = new StringBuilder();
        foreach (var letter in string.Join('-', words))
        {
            if (char.IsAsciiLetterOrDigit(letter)) name.Append(letter);
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        }

        return $"{name.ToString()[..Math.Min(name.Length, LongestName)].Trim('-')}.{format}";
    }

    private static (QuestionCall Call, string Format) FromAddress(Question question, HttpRequest request)
    {
        var format = Format(question, [.. request.Query[FormatName].Select(text => text ?? string.Empty)]);
        return (CallLimits.AtOnce(QuestionEndpoints.Settled(request.HttpContext, CallReader.Read(question, QuestionEndpoints.Pairs(request).Where(pair => pair.Key != FormatName)))), format);
    }

    private static async Task<(QuestionCall Call, string Format)> FromBody(Question question, HttpContext context)
    {
        using var body = await QuestionEndpoints.Json(context).ConfigureAwait(false);
        var format = Format(question, body.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object && body.RootElement.TryGetProperty(FormatName, out var given) ? [given.ToString()] : []);
        return (CallLimits.AtOnce(QuestionEndpoints.Settled(context, CallReader.Read(question, body.RootElement, leaves: FormatName))), format);
    }

    private static string Format(Question question, string[] given)
    {
        if (question.Formats.Length == 0) throw new InvalidInputException($"{question.Name} has no answer as a file; ask for its JSON at {QuestionEndpoints.Root}{question.Name}.");
        var known = string.Join(", ", question.Formats);
        if (given is not [{ Length: > 0 } format]) throw new InvalidInputException($"{question.Name} as a file needs {FormatName}, one of {known}.");
        return question.Formats.Contains(format) ? format : throw new InvalidInputException($"{question.Name} is not written as '{(format.Length <= 60 ? format : format[..59] + "…")}'; it is written as {known}.");
    }

    private static async Task Send(HttpContext context, IQuestionDesk desk, WorkPlaces places, (QuestionCall Call, string Format) asked)
    {
        var ((call, format), kind, headers) = (asked, FileKinds.Of(asked.Format), context.Response.Headers);
        var tag = EntityTag.Of($"{desk.Edition()}\n{format}\n{call.Key}");
        headers.CacheControl = "private, no-cache";
        if (kind.IsRepeatable)
        {
            headers.ETag = tag;
            if (HttpMethods.IsGet(context.Request.Method) && EntityTag.IsKnown(context, tag)) return;
        }

        using var work = places.Take();
        using var place = new FilePlace();
        var path = place.Of(NameOf(call, format));
        var answer = await desk.Write(call, path, null, context.RequestAborted).ConfigureAwait(false);
        if (answer.Code == 2 || !File.Exists(path))
        {
            headers.Remove("ETag");
            await QuestionEndpoints.Unanswered(context, answer.Code, place.Forget(answer.Sentence)).ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = kind.IsText ? $"{kind.MediaType}; charset=utf-8" : kind.MediaType;
        headers.ContentDisposition = $"attachment; filename=\"{Path.GetFileName(path)}\"";

        // A brief may be shown in a frame of the pages: it runs nothing there, and calls nobody.
        if (format is "html" or "svg") headers.ContentSecurityPolicy = ContentPolicies.Files;
        if (format is "html" or "svg") headers.XFrameOptions = "SAMEORIGIN";
        context.Response.ContentLength = new FileInfo(path).Length;
        await context.Response.SendFileAsync(path, context.RequestAborted).ConfigureAwait(false);
    }
}
