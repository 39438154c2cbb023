using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment.Hypotheses;
using Entente.World;

namespace Entente.Models.Strategy.Evidence;

/// <summary>Weights of hypotheses from the table that ships; equal ones where it cannot speak.</summary>
internal static class HypothesisWeighing
{
    /// <summary>The weights.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="rivals">Who is to be weighed.</param>
    /// <param name="horizon">Years ahead; the nearest horizon held is taken, of two the shorter.</param>
    /// <param name="start">First year of the strategy.</param>
    /// <param name="equal">Equal weights, whatever is held: for the past, where learnt weights would know what came.</param>
    /// <param name="notes">Told what was done.</param>
    /// <returns>One weight per rival; they add up to 1.</returns>
    public static double[] Of(WorldEdition world, ImmutableArray<Hypothesis> rivals, int horizon, int start, bool equal, ImmutableArray<string>.Builder notes)
    {
        var alike = new double[rivals.Length];
        Array.Fill(alike, 1.0 / rivals.Length);
        if (equal) return alike;
        var all = world.HypothesisWeights;
        if (all.IsEmpty)
        {
            notes.Add("Hypotheses weigh alike: this edition holds no weights ('entente hypotheses --weights' makes them).");
            return alike;
        }

        var nearest = all.Select(one => one.Horizon).Distinct().OrderBy(years => Math.Abs(years - horizon)).ThenBy(years => years).First();
        var table = all.Where(one => one.Horizon == nearest).ToDictionary(one => one.Hypothesis, StringComparer.Ordinal);
        var first = table.Values.First();
        if (start <= first.FirstOrigin)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Hypotheses weigh alike: their weights are learnt from {first.FirstOrigin} on, after the strategy begins."));
            return alike;
        }

        var unknown = rivals.Where(one => !table.ContainsKey(one.Key)).Select(one => one.Name).ToList();
        double[] weights = [.. rivals.Select(one => table.TryGetValue(one.Key, out var held) ? held.Weight : 0)];
        var sum = weights.Sum();
        if (unknown.Count > 0 || !(sum > 0))
        {
            notes.Add($"Hypotheses weigh alike: {(unknown.Count > 0 ? $"no weight is held of {string.Join(", ", unknown)}" : "all that could be asked weigh nothing in the table")}.");
            return alike;
        }

        if (nearest != horizon) notes.Add(string.Create(CultureInfo.InvariantCulture, $"Weights of hypotheses are those learnt {nearest} years ahead, the nearest horizon held."));
        if (start <= first.LastOrigin) notes.Add(string.Create(CultureInfo.InvariantCulture, $"Weights of hypotheses rest on forecasts to {first.LastOrigin}, after the strategy begins."));
        for (var k = 0; k < weights.Length; k++) weights[k] /= sum;
        return weights;
    }
}
