using System.Collections.Immutable;
using Entente.World.Trade;

namespace Entente.Models.Trade.Gravity;

/// <summary>Finds the ties of a pair in either direction.</summary>
internal sealed class PairLookup
{
    private readonly Dictionary<(int A, int B), PairTies> _pairs;

    private PairLookup(Dictionary<(int A, int B), PairTies> pairs) => _pairs = pairs;

    public static PairLookup Of(ImmutableArray<PairTies> ties) => new(ties.ToDictionary(pair => (pair.A, pair.B)));

    public PairTies? Find(int a, int b) => _pairs.TryGetValue(a < b ? (a, b) : (b, a), out var pair) ? pair : null;
}
