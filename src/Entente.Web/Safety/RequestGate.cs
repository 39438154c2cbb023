using Entente.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Safety;

/// <summary>Lets in what comes from this machine's own pages and programs, and gives every response the headers that keep its page to itself.</summary>
/// <param name="next">What comes after.</param>
/// <param name="rules">Who may call.</param>
internal sealed class RequestGate(RequestDelegate next, GateRules rules)
{
    public Task InvokeAsync(HttpContext context)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        headers.ContentSecurityPolicy = ContentPolicies.Pages;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        if (!rules.IsOwnHost(request.Host)) return Problem.Write(context, StatusCodes.Status421MisdirectedRequest, "Not this server's name", $"The request is addressed to '{request.Host.Value}', which is not a name of this server; call it by its own address, or start it with --host NAME.");
        if (request.Headers.Origin.Count > 0 && !request.Headers.Origin.All(origin => origin is not null && rules.IsOwnOrigin(origin, request)) || GateRules.IsFromAnotherSite(request)) return Problem.Write(context, StatusCodes.Status403Forbidden, "From another site", "The request comes from a page of another site; only this server's own pages may call it from a browser.");
        if (SetsToken(context)) return Task.CompletedTask;
        if (rules.TokenForAll && !rules.HasToken(request)) return Refuse(context);
        return next(context);
    }

    /// <summary>Refuses for want of the token.</summary>
    public static Task Refuse(HttpContext context) =>
        Problem.Write(context, StatusCodes.Status401Unauthorized, "The token is missing", "This needs the token: open the address that 'entente serve' printed when it started, or send the header Authorization: Bearer TOKEN.");

    /// <summary>The address that the program prints carries the token once; it moves into a cookie and out of the address.</summary>
    private bool SetsToken(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Query["token"] is not [{ } text] || context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return false;
        if (!rules.IsToken(text)) return false;
        context.Response.Cookies.Append(GateRules.CookieOf(context.Request), text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        var rest = QueryString.Create(context.Request.Query.Where(pair => pair.Key != "token").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(context.Request.PathBase + context.Request.Path + rest);
        return true;
    }
}
