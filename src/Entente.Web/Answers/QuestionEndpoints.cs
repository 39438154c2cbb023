using System.Text.Json;
using Entente.Web.Questions;
using Entente.Web.Safety;
using Entente.Web.Telemetry;
using Entente.Web.Workspace;
using Entente.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Entente.Web.Answers;

/// <summary>Every question under its name: by GET with parameters in the address, by POST with a JSON object, which may hold the text of a document.</summary>
internal static class QuestionEndpoints
{
    /// <summary>Where the questions are.</summary>
    public const string Root = "/api/v1/";

    // Bodies are an object of values and lists; more is an attempt to keep the reader of JSON busy.
    private const int MostNesting = 8;

    public static void Map(IEndpointRouteBuilder routes, IQuestionDesk desk, AnswerStore answers, WorkPlaces places, QuestionMeter meter)
    {
        foreach (var question in desk.Questions.Where(question => question.HasJson && !question.Changes))
        {
            routes.MapGet(Root + question.Name, context => Answer(context, (answers, places, meter), CallLimits.AtOnce(FromAddress(question, context.Request)))).WithDisplayName(question.Name);
            routes.MapPost(Root + question.Name, async context => await Answer(context, (answers, places, meter), CallLimits.AtOnce(await FromBody(question, context).ConfigureAwait(false))).ConfigureAwait(false)).WithDisplayName(question.Name);
        }
    }

    /// <summary>Reads the parameters in an address.</summary>
    public static QuestionCall FromAddress(Question question, HttpRequest request) =>
        Settled(request.HttpContext, CallReader.Read(question, Pairs(request)));

    /// <summary>The pairs of name and value in an address.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(HttpRequest request) => request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? string.Empty)));

    /// <summary>Reads the parameters in a body.</summary>
    public static async Task<QuestionCall> FromBody(Question question, HttpContext context)
    {
        using var body = await Json(context).ConfigureAwait(false);
        return Settled(context, CallReader.Read(question, body.RootElement));
    }

    /// <summary>The JSON of a body.</summary>
    public static async Task<JsonDocument> Json(HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) throw new WrongMediaException();
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { MaxDepth = MostNesting }, context.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException problem)
        {
            throw new InvalidInputException($"The body is no JSON (line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}): send an object with a value for each parameter.");
        }
    }

    /// <summary>A call with the texts of the user's own documents in place of their names.</summary>
    public static QuestionCall Settled(HttpContext context, QuestionCall call) => context.RequestServices.GetRequiredService<OwnDocuments>().Settle(call);

    /// <summary>Says why there is no answer.</summary>
    public static Task Unanswered(HttpContext context, int code, string sentence)
    {
        var wrong = code == 2;
        return Problem.Write(context, wrong ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity, wrong ? "The call was wrong" : "The question could not be answered", sentence, code);
    }

    private static async Task Answer(HttpContext context, (AnswerStore Answers, WorkPlaces Places, QuestionMeter Meter) behind, QuestionCall call)
    {
        var (answers, places, meter) = behind;
        var tag = answers.ETagOf(call);
        var headers = context.Response.Headers;
        headers.ETag = tag;

        // An answer changes only with the edition, and the edition only when someone refreshes the store: browsers ask again each time, and are told that nothing changed.
        headers.CacheControl = "private, no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        var answer = answers.Held(call);
        if (answer is not null) meter.Kept(call.Question);
        if (answer is not null && HttpMethods.IsGet(context.Request.Method) && EntityTag.IsKnown(context, tag)) return;

        if (answer is null)
        {
            using var place = places.Take();
            answer = await answers.Get(call, context.RequestAborted).ConfigureAwait(false);
        }

        if (answer.Plain.Length == 0)
        {
            headers.Remove(HeaderNames.ETag);
            await Unanswered(context, answer.Code, answer.Sentence).ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        var small = context.Request.Headers.AcceptEncoding.Any(value => value is not null && value.Contains("br", StringComparison.OrdinalIgnoreCase));
        if (small) headers.ContentEncoding = "br";
        var bytes = small ? answer.Brotli : answer.Plain;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }
}

/// <summary>A body that is not JSON by its own account.</summary>
internal sealed class WrongMediaException() : Exception("Send a JSON object with the header Content-Type: application/json.");
