using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Entente.World;

namespace Entente.Models.Strategy;

/// <summary>What was measured on an edition, kept as long as the edition lives: strategies that are set side by side ask the same of it. An edition never changes, so what is kept never ages.</summary>
/// <typeparam name="TKey">What was asked.</typeparam>
/// <typeparam name="TValue">The answer, immutable or treated so.</typeparam>
internal sealed class EditionMemo<TKey, TValue>
    where TKey : notnull
{
    private readonly ConditionalWeakTable<WorldEdition, ConcurrentDictionary<TKey, TValue>> _known = [];

    /// <summary>The answer, measured where it was not asked before.</summary>
    public TValue Get(WorldEdition world, TKey key, Func<TKey, TValue> measure) => _known.GetValue(world, static _ => new ConcurrentDictionary<TKey, TValue>()).GetOrAdd(key, measure);
}
