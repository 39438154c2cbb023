using System.Runtime.CompilerServices;
using Entente.World;

namespace Entente.Models.Strategy;

/// <summary>
/// What was measured on an edition, kept as long as the edition lives: strategies that are set side by side, or one whose assumptions are moved to and fro, ask the same of it. An edition never changes,
/// so what is kept never ages; it is bounded, because a process that answers many calls may ask of every state and year.
/// </summary>
/// <typeparam name="TKey">What was asked: all that the answer depends on beside the edition.</typeparam>
/// <typeparam name="TValue">The answer, immutable or treated so.</typeparam>
/// <param name="most">Most answers kept of one edition; the one that was measured first makes room.</param>
internal sealed class EditionMemo<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConditionalWeakTable<WorldEdition, Held> _known = [];

    /// <summary>The answer, measured where it was not asked before.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="key">What is asked.</param>
    /// <param name="measure">Measures it. What it throws is not kept.</param>
    public TValue Get(WorldEdition world, TKey key, Func<TKey, TValue> measure)
    {
        var held = _known.GetValue(world, static _ => new Held());
        lock (held)
        {
            if (held.Answers.TryGetValue(key, out var known)) return known;
        }

        // Measured outside the lock: it may take seconds, and may ask other memos.
        var answer = measure(key);
        lock (held)
        {
            if (!held.Answers.TryAdd(key, answer)) return held.Answers[key];
            held.Order.Enqueue(key);
            if (held.Order.Count > most) held.Answers.Remove(held.Order.Dequeue());
        }

        return answer;
    }

    private sealed class Held
    {
        public Dictionary<TKey, TValue> Answers { get; } = [];

        public Queue<TKey> Order { get; } = [];
    }
}
