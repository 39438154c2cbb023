using System.Collections.Immutable;

namespace Entente.Models.Coalitions.Landscapes;

/// <summary>Which actors hang together, and how camps are compared where they do not.</summary>
internal static class LandscapeParts
{
    /// <summary>The part of each actor: those joined by propensities other than 0 share one; numbered by their first actor.</summary>
    public static int[] Of(ReadOnlySpan<double> propensities, int n)
    {
        var part = new int[n];
        Array.Fill(part, -1);
        var count = 0;
        var open = new Stack<int>();
        for (var first = 0; first < n; first++)
        {
            if (part[first] >= 0) continue;
            open.Push(first);
            part[first] = count;
            while (open.TryPop(out var i))
            {
                for (var j = 0; j < n; j++)
                {
                    if (part[j] >= 0 || propensities[(i * n) + j] == 0) continue;
                    part[j] = count;
                    open.Push(j);
                }
            }

            count++;
        }

        return part;
    }

    /// <summary>
    /// The actors that stand elsewhere in one division than in another: in each part the fewest that would have to move, as the names of camps mean nothing. Of two equal sets the one without the first actor.
    /// </summary>
    public static ImmutableArray<int> Moved(ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<int> part)
    {
        var n = from.Length;
        var (same, apart) = (new int[n], new int[n]);
        for (var i = 0; i < n; i++)
        {
            if (from[i] < 0 || to[i] < 0) continue;
            if (from[i] == to[i]) same[part[i]]++;
            else apart[part[i]]++;
        }

        var moved = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < n; i++)
        {
            if (from[i] < 0 || to[i] < 0) continue;
            var first = 0;
            while (part[first] != part[i]) first++;
            var renamed = apart[part[i]] > same[part[i]] || (apart[part[i]] == same[part[i]] && from[first] != to[first]);
            if ((from[i] != to[i]) != renamed) moved.Add(i);
        }

        return moved.ToImmutable();
    }
}
