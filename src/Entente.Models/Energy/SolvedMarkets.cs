namespace Entente.Models.Energy;

/// <summary>
/// Solutions of the gas market, by all that they depend on. Solving is most of a small ensemble's time, and a strategy whose other assumptions are moved to and fro asks for the same markets each time. Safe for
/// several threads; the oldest make room.
/// </summary>
internal sealed class SolvedMarkets
{
    /// <summary>Most solutions kept: two blocks of draws, with Europe and without, of two strategies; some 400 bytes each.</summary>
    public const int Most = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<(GasBase Start, GasInputs Inputs), (GasChannelOutcome Outcome, double[] Accounts)> _known = [];
    private readonly Queue<(GasBase Start, GasInputs Inputs)> _order = [];

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _known.Count;
        }
    }

    /// <summary>A solution that is kept.</summary>
    /// <param name="start">Prices and flows that it starts from.</param>
    /// <param name="inputs">The draw.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="accounts">Receives the accounts.</param>
    /// <returns>Whether it is kept.</returns>
    public bool TryGet(GasBase start, in GasInputs inputs, out GasChannelOutcome outcome, Span<double> accounts)
    {
        lock (_gate)
        {
            var held = _known.TryGetValue((start, inputs), out var known);
            outcome = known.Outcome;
            if (held) known.Accounts.CopyTo(accounts);
            return held;
        }
    }

    /// <summary>Keeps a solution.</summary>
    /// <param name="start">Prices and flows that it starts from.</param>
    /// <param name="inputs">The draw.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="accounts">The accounts.</param>
    public void Keep(GasBase start, in GasInputs inputs, GasChannelOutcome outcome, ReadOnlySpan<double> accounts)
    {
        lock (_gate)
        {
            if (!_known.TryAdd((start, inputs), (outcome, accounts.ToArray()))) return;
            _order.Enqueue((start, inputs));
            if (_order.Count > Most) _known.Remove(_order.Dequeue());
        }
    }
}
