using Entente.Web.Answers;
using Entente.Web.Questions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Entente.Web.Description;

/// <summary>The description of the API for programs; made once, when it is first asked for.</summary>
internal static class DescriptionEndpoints
{
    /// <summary>Where the description is.</summary>
    public const string Document = "/api/openapi.json";

    private const string Name = "v1";

    public static void Add(IServiceCollection services, IQuestionDesk desk) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(new ApiDocument(desk));
    });

    public static void Map(IEndpointRouteBuilder routes)
    {
        var described = new Lazy<Task<(byte[] Bytes, string Tag)>>(() => Write(routes.ServiceProvider));
        routes.MapGet(Document, async context =>
        {
            var (bytes, tag) = await described.Value.ConfigureAwait(false);
            var response = context.Response;
            (response.Headers.ETag, response.Headers.CacheControl) = (tag, "no-cache");
            if (EntityTag.IsKnown(context, tag)) return;

            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        }).WithDisplayName("description");
    }

    private static async Task<(byte[] Bytes, string Tag)> Write(IServiceProvider services)
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);
        var document = await provider.GetOpenApiDocumentAsync().ConfigureAwait(false);
        using var bytes = new MemoryStream();
        await document.SerializeAsJsonAsync(bytes, OpenApiSpecVersion.OpenApi3_1).ConfigureAwait(false);
        return (bytes.ToArray(), EntityTag.Of(bytes.ToArray()));
    }
}
