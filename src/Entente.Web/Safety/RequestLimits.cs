using System.Threading.RateLimiting;
using Entente.Web.Answers;
using Entente.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web.Safety;

/// <summary>How much readers may ask of the server: connections, and requests a second from one place. Pages load with a dozen requests and a slider asks ten times a second; both fit.</summary>
internal static class RequestLimits
{
    /// <summary>Seconds after which whoever was refused for want of room may come again.</summary>
    public const string RetryAfter = "2";

    /// <summary>Limits of connections and bodies.</summary>
    public static void Set(KestrelServerLimits limits, WebOptions options)
    {
        limits.MaxRequestBodySize = options.MostBodyBytes;
        limits.MaxConcurrentConnections = options.MostConnections;
        limits.MaxRequestLineSize = 16 * 1024;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.RequestHeadersTimeout = options.Patience;
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);

        // Whoever sends a body by drops, or takes an answer by drops, is cut off.
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: options.Patience);
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: options.Patience);
    }

    /// <summary>Limits of requests.</summary>
    public static void Add(IServiceCollection services, WebOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.OnRejected = (rejected, _) => new ValueTask(Refuse(rejected.HttpContext));
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
            _ => new TokenBucketRateLimiterOptions { TokenLimit = options.MostRequestsASecond * 2, TokensPerPeriod = options.MostRequestsASecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));
    });

    private static Task Refuse(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfter;
        return Problem.Write(context, StatusCodes.Status429TooManyRequests, "Too many requests", $"More requests come from here than this server takes; ask again in {RetryAfter} seconds.");
    }
}
