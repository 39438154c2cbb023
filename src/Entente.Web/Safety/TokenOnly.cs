using Microsoft.AspNetCore.Http;

namespace Entente.Web.Safety;

/// <summary>Lets only the holder of the token through to what changes something.</summary>
internal static class TokenOnly
{
    /// <summary>The same for the holder of the token alone.</summary>
    public static RequestDelegate For(GateRules rules, RequestDelegate next) => context => rules.HasToken(context.Request) ? next(context) : RequestGate.Refuse(context);
}
