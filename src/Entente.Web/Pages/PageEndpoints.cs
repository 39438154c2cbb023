using Entente.Web.Answers;
using Entente.Web.Questions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages;

/// <summary>The pages: files by their paths, and the one page under the address of every room, so that a link into the middle works.</summary>
internal static class PageEndpoints
{
    private const string NotBuilt =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Entente</title><h1>Entente</h1><p>The pages are not in this build, because Node was not found when it was made. The API is there: "
        + "<a href=\"/api/reference\">reference</a>. Install Node 20 or newer and start 'entente serve' again from a copy of the project.</p></html>";

    public static void Map(IEndpointRouteBuilder routes, PageFiles files, IQuestionDesk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        routes.MapFallback("{**path}", context => Send(context, files));
    }

    private static Task Send(HttpContext context, PageFiles files)
    {
        var path = context.Request.Path.Value?.TrimStart('/') ?? string.Empty;
        if (path.StartsWith("api/", StringComparison.Ordinal)) return Problem.Write(context, StatusCodes.Status404NotFound, "Nothing here", $"There is nothing at /{path}; /api/reference lists what can be asked.");
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return Problem.Write(context, StatusCodes.Status405MethodNotAllowed, "Pages are read", "Pages are read with GET.");
        if (path.Length > 0 && files.Find(path) is { } file) return Send(context, file);
        if (Path.HasExtension(path)) return Problem.Write(context, StatusCodes.Status404NotFound, "Nothing here", $"There is no file /{path}.");
        if (files.Find("index.html") is { } page) return Send(context, page);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(NotBuilt, context.RequestAborted);
    }

    private static Task Send(HttpContext context, PageFile file)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = file.ETag;
        response.Headers.CacheControl = file.NeverChanges ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (EntityTag.IsKnown(context, file.ETag)) return Task.CompletedTask;

        response.ContentType = file.MediaType;
        var small = file.Brotli.Length > 0 && request.Headers.AcceptEncoding.Any(value => value is not null && value.Contains("br", StringComparison.OrdinalIgnoreCase));
        if (small) response.Headers.ContentEncoding = "br";
        var bytes = small ? file.Brotli : file.Bytes;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
