using System.Collections.Immutable;
using Entente.Numerics.Random;
using Entente.Numerics.Sampling;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Discovery;

/// <summary>The spread of one bound over half samples.</summary>
/// <param name="Share">Share of the half samples whose box has the bound.</param>
/// <param name="Low">5th percentile of the bound among those, in the unit of the input; NaN where none has it.</param>
/// <param name="Median">Its median.</param>
/// <param name="High">Its 95th percentile.</param>
public readonly record struct BoundSpread(double Share, double Low, double Median, double High);

/// <summary>How firmly one input belongs to the box.</summary>
/// <param name="Input">Index of the input.</param>
/// <param name="Restricted">Share of the half samples whose box restricts it.</param>
/// <param name="Lower">Its bound below.</param>
/// <param name="Upper">Its bound above.</param>
/// <param name="LevelsInside">For a categorical input, by level in rising order: share of the half samples whose box holds the level. Empty for any other.</param>
public sealed record InputStability(int Input, double Restricted, BoundSpread Lower, BoundSpread Upper, ImmutableArray<double> LevelsInside);

/// <summary>What a search finds when it sees half of the points only (the resampling test of Bryant and Lempert 2010).</summary>
/// <param name="Samples">Number of half samples.</param>
/// <param name="Inputs">For each input how often it is restricted and where.</param>
/// <param name="Coverage">Coverage of the boxes among the points that the search did not see.</param>
/// <param name="Density">Their density among those points. Where it is far below that of the search, the search has followed noise.</param>
public sealed record PrimStability(int Samples, ImmutableArray<InputStability> Inputs, MonteCarloEstimate Coverage, MonteCarloEstimate Density)
{
    private const uint StreamNumber = 0xBA1F;

    /// <summary>Searches half samples, drawn without replacement.</summary>
    /// <param name="table">The points, at least 4.</param>
    /// <param name="samples">Number of half samples, at least 1.</param>
    /// <param name="choose">Chooses a box of a search, the same way as for the whole table; called from several threads.</param>
    /// <param name="options">How to search; <see langword="null"/> for the defaults.</param>
    /// <param name="seed">Seed of the half samples; sample b depends on (seed, b) alone.</param>
    /// <param name="threads">Most threads, at least 1. They change no result.</param>
    /// <param name="cancellation">Asked before every half sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 4 points, or a number or option is out of range.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static PrimStability Of(DiscoveryTable table, int samples, Func<PrimTrajectory, AssessedBox> choose, PrimOptions? options = null, ulong seed = 1, int threads = 2, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(choose);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        if (table.Points < 4) throw new ArgumentOutOfRangeException(nameof(table), table.Points, "Half samples need at least 4 points.");
        options ??= new PrimOptions();
        options.Check();
        var boxes = new InputBox[samples];
        var (coverage, density) = (new double[samples], new double[samples]);
        ParallelDraws.Run(samples, threads, () => new int[table.Points], (sample, places) =>
        {
            var (seen, unseen) = Halves(table, seed, sample, places);
            var chosen = choose(Prim.Find(table, seen, seen.Count, seen.Worth, options)).Box;
            boxes[sample] = chosen;
            var outside = BoxCount.Assess(table, chosen, unseen, unseen.Count, unseen.Worth);
            (coverage[sample], density[sample]) = (outside.Coverage, outside.Density);
        }, cancellation);

        var inputs = ImmutableArray.CreateBuilder<InputStability>(table.Inputs);
        for (var input = 0; input < table.Inputs; input++) inputs.Add(Spread(table.Columns[input], input, boxes));
        return new PrimStability(samples, inputs.MoveToImmutable(), MonteCarloEstimate.From(coverage), MonteCarloEstimate.From(density));
    }

    // The first half of a shuffle that stops there (Fisher and Yates 1938).
    private static (PointSet Seen, PointSet Unseen) Halves(DiscoveryTable table, ulong seed, int sample, int[] places)
    {
        var stream = new CounterStream(seed, (ulong)sample, StreamNumber);
        var (seen, unseen) = (PointSet.Empty(places.Length), table.All.Copy());
        for (var k = 0; k < places.Length; k++) places[k] = k;
        for (var k = 0; k < places.Length / 2; k++)
        {
            var other = k + stream.NextInt32(places.Length - k);
            (places[k], places[other]) = (places[other], places[k]);
            seen.Add(places[k], table.Worth[places[k]]);
            unseen.Remove(places[k], table.Worth[places[k]]);
        }

        return (seen, unseen);
    }

    private static InputStability Spread(RankedColumn column, int input, InputBox[] boxes)
    {
        var (restricted, lower, upper) = (0, new List<double>(), new List<double>());
        var inside = new double[column.IsCategorical ? column.Levels.Length : 0];
        foreach (var box in boxes)
        {
            var restriction = default(InputRestriction);
            foreach (var candidate in box.Restrictions)
            {
                if (candidate.Input == input) restriction = candidate;
            }

            for (var level = 0; level < inside.Length; level++) inside[level] += restriction is null || restriction.Admits(column.Levels[level]) ? 1 : 0;
            if (restriction is null) continue;
            restricted++;
            if (double.IsFinite(restriction.Lower)) lower.Add(restriction.Lower);
            if (double.IsFinite(restriction.Upper)) upper.Add(restriction.Upper);
        }

        return new InputStability(input, (double)restricted / boxes.Length, Bound(lower), Bound(upper), [.. inside.Select(count => count / boxes.Length)]);

        BoundSpread Bound(List<double> bounds)
        {
            bounds.Sort();
            ReadOnlySpan<double> sorted = bounds.ToArray();
            return new BoundSpread((double)sorted.Length / boxes.Length, Summary.Quantile(sorted, .05), Summary.Quantile(sorted, .5), Summary.Quantile(sorted, .95));
        }
    }
}
