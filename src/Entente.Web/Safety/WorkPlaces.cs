using System.Threading.RateLimiting;

namespace Entente.Web.Safety;

/// <summary>Places for questions that are being computed or wait for it. Answers that are held need none, so that readers are served however busy the models are.</summary>
/// <param name="most">How many.</param>
internal sealed class WorkPlaces(int most) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 });

    /// <summary>Places that are free.</summary>
    public long Free => _places.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>Takes a place until what is returned is disposed.</summary>
    /// <exception cref="BusyException">There is none.</exception>
    public IDisposable Take()
    {
        var place = _places.AttemptAcquire();
        if (place.IsAcquired) return place;
        place.Dispose();
        throw new BusyException();
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();
}

/// <summary>More is asked than is computed at once.</summary>
internal sealed class BusyException() : Exception("More is asked than this server computes at once; ask again in a few seconds, or start a job for long work.");
