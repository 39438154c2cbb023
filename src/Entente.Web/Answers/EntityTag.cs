using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Entente.Web.Answers;

/// <summary>Names of answers by what they are or rest on (RFC 9110, 8.8.3), and whether a reader has one already.</summary>
internal static class EntityTag
{
    private const int Digits = 32;

    /// <summary>The tag of a content.</summary>
    public static string Of(ReadOnlySpan<byte> content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..Digits]}\"";

    /// <summary>The tag of a text.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether a header names the tag, weakly or strongly.</summary>
    public static bool IsNamed(StringValues header, string tag) => header.Any(value => value is not null && value.Contains(tag, StringComparison.Ordinal));

    /// <summary>Answers that nothing changed, where the reader says that it has what the tag names.</summary>
    /// <returns>Whether it does, so that nothing is left to be sent.</returns>
    public static bool IsKnown(HttpContext context, string tag)
    {
        if (!IsNamed(context.Request.Headers.IfNoneMatch, tag)) return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
