using System.Globalization;

namespace Entente.Numerics.Equilibrium;

/// <summary>Finds what is wrong with friction factors under which no equilibrium can be looked for.</summary>
internal static class FrictionFault
{
    /// <summary>The first economy at fault and a sentence that names it by its row.</summary>
    public static (int Economy, string Sentence) Find(ExactHatModel model, ReadOnlySpan<double> frictionHat)
    {
        var n = model.Count;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var factor = frictionHat[i * n + j];
                if (!(factor >= 0 && double.IsFinite(factor)))
                {
                    return (i, string.Create(CultureInfo.InvariantCulture, $"The friction factor in row {i}, column {j} is {factor}; it must be a finite number not below 0."));
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            double bought = 0, sold = 0;
            for (var k = 0; k < n; k++)
            {
                bought += model.Flows[k * n + i] * frictionHat[k * n + i];
                sold += model.Flows[i * n + k] * frictionHat[i * n + k];
            }

            if (!(bought > 0)) return (i, string.Create(CultureInfo.InvariantCulture, $"The friction factors leave the economy in row {i} without any supplier, itself included."));
            if (!(sold > 0)) return (i, string.Create(CultureInfo.InvariantCulture, $"The friction factors leave the economy in row {i} without any buyer, itself included."));
        }

        return (-1, "The friction factors are so large or so small that sums of them are not finite.");
    }

    /// <summary>
    /// Whether the frictions cut the economies into blocs without any trade between them. Blocs have no common scale of wages, and what one owed another can
    /// neither be kept in money nor as a ratio.
    /// </summary>
    public static bool Separates(ReadOnlySpan<double> flows, ReadOnlySpan<double> frictionHat, int n)
    {
        var reached = new bool[n];
        var queue = new Queue<int>([0]);
        reached[0] = true;
        var count = 1;
        while (queue.TryDequeue(out var i))
        {
            for (var j = 0; j < n; j++)
            {
                if (reached[j] || !(flows[i * n + j] * frictionHat[i * n + j] > 0 || flows[j * n + i] * frictionHat[j * n + i] > 0)) continue;
                reached[j] = true;
                queue.Enqueue(j);
                count++;
            }
        }

        return count < n;
    }
}
