using System.Collections.Concurrent;

namespace Entente.World.Refresh;

/// <summary>Leaves a host alone for a while between two requests.</summary>
internal sealed class HostPace(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, long> _last = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until the host may be asked again, and counts the request.</summary>
    public async Task WaitAsync(string host, TimeSpan between, CancellationToken cancellation)
    {
        if (_last.TryGetValue(host, out var last))
        {
            var left = between - clock.GetElapsedTime(last);
            if (left > TimeSpan.Zero) await Task.Delay(left, clock, cancellation).ConfigureAwait(false);
        }

        _last[host] = clock.GetTimestamp();
    }
}
