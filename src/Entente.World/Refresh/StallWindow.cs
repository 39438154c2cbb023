namespace Entente.World.Refresh;

/// <summary>A stretch of time in which a host has to bring something.</summary>
internal sealed class StallWindow : IDisposable
{
    private readonly FetchOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _stall;
    private readonly CancellationTokenSource _both;

    public StallWindow(FetchOptions options, CancellationToken cancellation)
    {
        (_options, _cancellation) = (options, cancellation);
        _stall = new CancellationTokenSource(options.StallTime, options.Clock);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_stall.Token, cancellation);
    }

    /// <summary>Waits for something within the window.</summary>
    /// <exception cref="FetchException">The window closed first.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, DownloadRequest request)
    {
        try
        {
            return await work(_both.Token).ConfigureAwait(false);
        }
        catch (Exception cause) when (_stall.IsCancellationRequested && !_cancellation.IsCancellationRequested)
        {
            throw new FetchException(
                FetchProblem.TooSlow, $"{request.Address.Host} stands still: fewer than {_options.SlowestBytes} bytes of {request.Shown} came in {_options.StallTime.TotalSeconds} s.", cause)
            { IsPassing = true };
        }
    }

    public void Dispose()
    {
        _both.Dispose();
        _stall.Dispose();
    }
}
