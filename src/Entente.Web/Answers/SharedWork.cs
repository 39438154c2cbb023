namespace Entente.Web.Answers;

/// <summary>Work that several wait for: it is stopped when the last of them has gone.</summary>
#pragma warning disable CA1001 // the source is never disposed: whoever leaves last may stop the work while it ends, and without a timer it holds nothing
internal sealed class SharedWork
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private int _waiting;
    private bool _over;

    public SharedWork(Func<CancellationToken, Task<KeptAnswer>> work) => Answer = Task.Run(() => work(_stop.Token));

    /// <summary>What comes of it.</summary>
    public Task<KeptAnswer> Answer { get; }

    /// <summary>Waits too; not where it was given up already.</summary>
    public bool Join()
    {
        lock (_gate)
        {
            if (_over) return false;
            _waiting++;
            return true;
        }
    }

    /// <summary>Waits no longer.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (--_waiting > 0 || Answer.IsCompleted) return;
            _over = true;
        }

        _stop.Cancel();
    }
}
