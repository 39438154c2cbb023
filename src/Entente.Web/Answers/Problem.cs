using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Answers;

/// <summary>Errors as problem details (RFC 9457), with the sentence that the command line would print.</summary>
internal static class Problem
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    // Sentences quote names; they are read as JSON, never as part of a page.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one.</summary>
    /// <param name="context">The exchange; nothing may have been sent yet.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="title">What kind of problem, in a few words.</param>
    /// <param name="detail">What is wrong, where, and what to do.</param>
    /// <param name="code">Exit code that the command line would have.</param>
    public static Task Write(HttpContext context, int status, string title, string detail, int? code = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaType;
        context.Response.Headers.CacheControl = "no-store";
        var problem = new JsonObject { ["type"] = "about:blank", ["title"] = title, ["status"] = status, ["detail"] = detail };
        if (code is { } exit) problem["exit_code"] = exit;
        return context.Response.WriteAsync(problem.ToJsonString(Readable), context.RequestAborted);
    }
}
