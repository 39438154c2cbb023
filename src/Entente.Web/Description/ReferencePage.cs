using System.Security.Cryptography;
using Entente.Web.Safety;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace Entente.Web.Description;

/// <summary>The description of the API for people, with a form to try every question. Its script comes from this program, and it calls nobody else.</summary>
internal static class ReferencePage
{
    /// <summary>Where it is.</summary>
    public const string Path = "/api/reference";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapScalarApiReference(Path, (options, context) =>
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy = ContentPolicies.Reference(nonce);
        options.WithTitle("Entente: the API").WithOpenApiRoutePattern(DescriptionEndpoints.Document).DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools().WithOperationTitleSource(OperationTitleSource.Path);
        options.Nonce = nonce;
        options.PersistentAuthentication = false;

        // The addresses in the description are paths; they are called where the page came from.
        options.DynamicBaseServerUrl = true;
    });
}
