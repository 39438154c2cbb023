using System.Text;
using Entente.Web.Answers;
using Entente.Web.Safety;
using Entente.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Entente.Web.Workspace;

/// <summary>The documents that questions are about: those shipped are read, one's own are written too. What is there is replaced only by whoever says what it was.</summary>
internal static class DocumentEndpoints
{
    /// <summary>Where they are.</summary>
    public const string Root = "/api/v1/documents/{folder}";

    private const string One = Root + "/{name}";

    public static void Map(IEndpointRouteBuilder routes, OwnDocuments documents, GateRules rules)
    {
        routes.MapGet(Root, context => List(context, documents)).WithDisplayName("documents");
        routes.MapGet(One, context => Read(context, documents)).WithDisplayName("document");
        routes.MapPut(One, TokenOnly.For(rules, context => Save(context, documents))).WithDisplayName("save a document");
        routes.MapDelete(One, TokenOnly.For(rules, context => Delete(context, documents))).WithDisplayName("delete a document");
    }

    private static Task List(HttpContext context, OwnDocuments documents)
    {
        var folder = Part(context, "folder");
        var list = documents.List(folder);
        return PlainJson.Send(context, json =>
        {
            json.WriteString("schema", "entente.documents/1");
            json.WriteString("folder", folder);
            json.WriteStartArray("documents");
            foreach (var (head, own) in list)
            {
                json.WriteStartObject();
                json.WriteString("name", head.Name);
                json.WriteString("title", head.Title);
                json.WriteString("summary", head.Summary);
                json.WriteString("from", own ? "own" : "shipped");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static async Task Read(HttpContext context, OwnDocuments documents)
    {
        var (folder, name) = (Part(context, "folder"), Part(context, "name"));
        if (documents.Find(folder, name) is not { } found)
        {
            await NotThere(context, folder, name).ConfigureAwait(false);
            return;
        }

        var headers = context.Response.Headers;
        headers.ETag = found.ETag;
        headers.CacheControl = "private, no-cache";
        headers["Entente-From"] = found.IsOwn ? "own" : "shipped";
        if (EntityTag.IsKnown(context, found.ETag)) return;

        context.Response.ContentType = "application/yaml; charset=utf-8";
        await context.Response.WriteAsync(found.Text, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task Save(HttpContext context, OwnDocuments documents)
    {
        var (folder, name) = (Part(context, "folder"), Part(context, "name"));
        var text = await Body(context).ConfigureAwait(false);
        await Changing(context, async () =>
        {
            var (saved, isNew) = await documents.Save(folder, name, text, there => Expected(context.Request, there), context.RequestAborted).ConfigureAwait(false);
            context.Response.Headers.ETag = saved.ETag;
            if (isNew) context.Response.Headers.Location = $"/api/v1/documents/{folder}/{name}";
            await PlainJson.Send(
                context,
                json =>
                {
                    json.WriteString("name", saved.Head.Name);
                    json.WriteString("title", saved.Head.Title);
                    json.WriteString("summary", saved.Head.Summary);
                    json.WriteString("from", "own");
                    json.WriteString("etag", saved.ETag);
                },
                isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private static Task Delete(HttpContext context, OwnDocuments documents)
    {
        var (folder, name) = (Part(context, "folder"), Part(context, "name"));
        return Changing(context, () =>
        {
            if (!documents.Delete(folder, name, there => StringValues.IsNullOrEmpty(context.Request.Headers.IfMatch) || Names(context.Request.Headers.IfMatch, there!.ETag)))
            {
                return documents.Find(folder, name) is null
                    ? NotThere(context, folder, name)
                    : Problem.Write(context, StatusCodes.Status409Conflict, "Shipped with the program", $"{folder}/{name} is shipped with the program and stays; only your own documents are deleted.");
            }

            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    /// <summary>Without a word about what was there, a document is made, never replaced.</summary>
    private static bool Expected(HttpRequest request, NamedDocument? there)
    {
        if (!StringValues.IsNullOrEmpty(request.Headers.IfMatch)) return there is not null && Names(request.Headers.IfMatch, there.ETag);
        return there is null;
    }

    private static bool Names(StringValues header, string tag) => header.Any(value => value is not null && value.Trim() == "*") || EntityTag.IsNamed(header, tag);

    private static async Task Changing(HttpContext context, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (ChangedSinceException problem)
        {
            await Problem.Write(context, StatusCodes.Status412PreconditionFailed, "Not what it was", problem.Message).ConfigureAwait(false);
        }
    }

    private static Task NotThere(HttpContext context, string folder, string name) =>
        Problem.Write(context, StatusCodes.Status404NotFound, "No such document", $"There is no document '{name}' among the {folder}; /api/v1/documents/{folder} lists them.");

    private static string Part(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? string.Empty;

    /// <summary>The text of the body, no longer than a document.</summary>
    private static async Task<string> Body(HttpContext context)
    {
        var buffer = new byte[OwnDocuments.MostBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted).ConfigureAwait(false);
        if (length > OwnDocuments.MostBytes) throw new BadHttpRequestException("too long", StatusCodes.Status413PayloadTooLarge);
        if (length == 0) throw new InvalidInputException("The body is empty; send the text of the document.");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer, 0, length);
        }
        catch (DecoderFallbackException problem)
        {
            throw new InvalidInputException("The text is not UTF-8; save it as UTF-8 and send it again.", problem);
        }
    }
}
