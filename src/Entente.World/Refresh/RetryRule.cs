using Polly;
using Polly.Retry;

namespace Entente.World.Refresh;

/// <summary>When and after which wait a download is tried again.</summary>
internal static class RetryRule
{
    /// <summary>The pipeline: passing failures are retried after the wait that the host asks for, else after doubled waits spread by jitter.</summary>
    public static ResiliencePipeline Build(FetchOptions options, Action<TimeSpan, string>? waiting = null)
    {
        if (options.Retries == 0) return ResiliencePipeline.Empty;
        return new ResiliencePipelineBuilder { TimeProvider = options.Clock }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.Retries,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is FetchException { IsPassing: true } failure && !(failure.OnceMore && args.AttemptNumber > 0)),
            DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Wait(options, args.AttemptNumber, (args.Outcome.Exception as FetchException)?.RetryAfter)),
            OnRetry = args =>
            {
                waiting?.Invoke(args.RetryDelay, args.Outcome.Exception?.Message ?? string.Empty);
                return default;
            },
        }).Build();
    }

    /// <summary>The wait before an attempt: what the host asks for, else FirstWait · 2^attempt · (1/2 … 1).</summary>
    internal static TimeSpan Wait(FetchOptions options, int attempt, TimeSpan? asked)
    {
        if (asked is { } given) return given < TimeSpan.Zero ? TimeSpan.Zero : given;
        var doubled = options.FirstWait * Math.Pow(2, attempt);
        var most = doubled < options.LongestWait ? doubled : options.LongestWait;
        return most * (.5 + (.5 * Jitter((ulong)options.Clock.GetTimestamp() + (ulong)attempt)));
    }

    /// <summary>
    /// A number from 0 to 1 from the clock's ticks by the finaliser of SplitMix64 (Steele, Lea and Flood 2014). It keeps readers who failed together from coming back
    /// together; no result depends on it.
    /// </summary>
    private static double Jitter(ulong counter)
    {
        var z = counter + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
