using System.Runtime.ExceptionServices;

namespace Entente.Numerics.Sampling;

/// <summary>One draw of a simulation.</summary>
/// <typeparam name="TWorkspace">What a thread keeps from draw to draw to avoid allocating.</typeparam>
/// <param name="draw">The index of the draw: the only thing its random numbers may depend on, and where its results are written.</param>
/// <param name="workspace">The thread's own workspace.</param>
public delegate void DrawBody<in TWorkspace>(int draw, TWorkspace workspace);

/// <summary>
/// Runs the draws of a simulation on several threads. Draws are handed out in fixed chunks of 64 as threads become free; because a draw may depend only on
/// its index and writes only to its own places, the number of threads changes no result.
/// </summary>
public static class ParallelDraws
{
    /// <summary>The number of consecutive draws a thread takes at a time.</summary>
    public const int ChunkSize = 64;

    /// <summary>Runs draws 0 … <paramref name="draws"/>-1 and returns when all are done.</summary>
    /// <typeparam name="TWorkspace">What a thread keeps from draw to draw.</typeparam>
    /// <param name="draws">The number of draws, 0 or more.</param>
    /// <param name="threads">The number of threads, at least 1; the calling thread is one of them.</param>
    /// <param name="makeWorkspace">Makes one workspace, called once on each thread that gets work.</param>
    /// <param name="body">The draw.</param>
    /// <param name="cancellationToken">Asked before every draw.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is negative or <paramref name="threads"/> below 1.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was requested before all draws were done.</exception>
    /// <remarks>An exception in a draw stops the others and is thrown here as it was; if several draws fail, the one with the lowest index is reported, whatever the number of threads.</remarks>
    public static void Run<TWorkspace>(int draws, int threads, Func<TWorkspace> makeWorkspace, DrawBody<TWorkspace> body, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentNullException.ThrowIfNull(makeWorkspace);
        ArgumentNullException.ThrowIfNull(body);
        cancellationToken.ThrowIfCancellationRequested();
        if (draws == 0) return;

        var run = new Execution<TWorkspace>(draws, makeWorkspace, body, cancellationToken);
        var helpers = new Thread[Math.Min(threads, (draws - 1) / ChunkSize + 1) - 1];
        for (var i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(run.Work) { IsBackground = true, Name = "draws" };
            helpers[i].Start();
        }

        run.Work();
        foreach (var helper in helpers) helper.Join();
        run.ThrowIfFailed();
    }

    private sealed class Execution<TWorkspace>(int draws, Func<TWorkspace> makeWorkspace, DrawBody<TWorkspace> body, CancellationToken cancellationToken)
    {
        private readonly Lock _gate = new();
        private ExceptionDispatchInfo? _failure;
        private int _taken;
        private int _firstFailure = int.MaxValue;
        private volatile bool _cancelled;

        public void Work()
        {
            var draw = -1;
            try
            {
                TWorkspace? workspace = default;
                while (TakeChunk() is { } first)
                {
                    if (draw < 0) workspace = makeWorkspace();
                    var end = Math.Min(draws, first + ChunkSize);
                    // Draws below a failed one still run: they decide which failure is the first.
                    for (draw = first; draw < end && draw < Volatile.Read(ref _firstFailure); draw++)
                    {
                        if (cancellationToken.IsCancellationRequested)
                        {
                            _cancelled = true;
                            return;
                        }

                        body(draw, workspace!);
                    }
                }
            }
#pragma warning disable CA1031 // whatever a draw throws is carried to the caller
            catch (Exception exception)
#pragma warning restore CA1031
            {
                lock (_gate)
                {
                    if (draw >= _firstFailure) return;
                    _failure = ExceptionDispatchInfo.Capture(exception);
                    Volatile.Write(ref _firstFailure, draw);
                }
            }
        }

        public void ThrowIfFailed()
        {
            _failure?.Throw();
            if (_cancelled) throw new OperationCanceledException(cancellationToken);
        }

        private int? TakeChunk()
        {
            if (_cancelled) return null;
            var chunk = Interlocked.Increment(ref _taken) - 1;
            var first = (long)chunk * ChunkSize;
            return first < draws && first < Volatile.Read(ref _firstFailure) ? (int)first : null;
        }
    }
}
