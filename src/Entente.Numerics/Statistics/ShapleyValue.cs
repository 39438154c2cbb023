namespace Entente.Numerics.Statistics;

/// <summary>The value of Shapley (1953): what each player adds to the worth of a coalition, averaged over all orders in which the players can come together.</summary>
internal static class ShapleyValue
{
    /// <summary>Shares out the worth of all players together.</summary>
    /// <param name="worth">The worth of each of the 2^n coalitions; bit p of the position says that player p is in.</param>
    /// <param name="parts">One part per player; written. They add up to the worth of all less that of none.</param>
    public static void Of(ReadOnlySpan<double> worth, Span<double> parts)
    {
        Span<double> weights = stackalloc double[parts.Length];
        // s! (n - s - 1)! / n! for a coalition of s players that the player joins.
        for (var s = 0; s < weights.Length; s++)
        {
            weights[s] = 1.0 / weights.Length;
            for (var i = 1; i <= s; i++) weights[s] *= (double)i / (weights.Length - i);
        }

        parts.Clear();
        for (var player = 0; player < parts.Length; player++)
        {
            for (var coalition = 0; coalition < worth.Length; coalition++)
            {
                if ((coalition & (1 << player)) == 0) parts[player] += weights[int.PopCount(coalition)] * (worth[coalition | (1 << player)] - worth[coalition]);
            }
        }
    }
}
