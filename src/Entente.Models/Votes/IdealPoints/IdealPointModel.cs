using System.Collections.Immutable;
using System.Globalization;
using Entente.Numerics.IdealPoints;
using Entente.Numerics.Statistics;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>
/// Ideal points of states from their votes in the General Assembly: the dynamic ordinal item response model of Bailey, Strezhnev and Voeten (2017, Journal of Conflict Resolution 61:430). The scale
/// has mean 0 and standard deviation 1 over all states and periods, and the United States high.
/// </summary>
public static class IdealPointModel
{
    /// <summary>Estimates the points.</summary>
    /// <param name="world">The world.</param>
    /// <param name="options">Votes, states and method; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told the share of the work done, 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">Fewer than two of the states ever voted.</exception>
    /// <exception cref="NoAnswerException">No roll call of the selection divides the states.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static IdealPointEstimates Estimate(WorldEdition world, IdealPointOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        return Prepare(world, options ?? new IdealPointOptions())(progress, cancellation);
    }

    /// <summary>Reads all that is needed of an edition; what is returned estimates without it, on any thread.</summary>
    /// <param name="world">The world.</param>
    /// <param name="options">Votes, states and method.</param>
    internal static Func<IProgress<double>?, CancellationToken, IdealPointEstimates> Prepare(WorldEdition world, IdealPointOptions options)
    {
        var prepared = PreparedVotes.Make(world, options);
        string[] names = [.. prepared.States.Select(state => world.States[state].Name)];
        return (progress, cancellation) => Fit(prepared, names, options, progress, cancellation);
    }

    private static IdealPointEstimates Fit(PreparedVotes prepared, string[] stateNames, IdealPointOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var (start, high, low) = ScaleDirection.Find(prepared.Votes, prepared.States);
        var (draws, trace, sweeps, method) = Run(prepared.Votes, start, options, prepared, progress, cancellation);
        var mean = draws.Mean();
        var points = Points(prepared, draws, mean, options.Level);
        var names = new Func<int, string>(unit => unit < 0 ? "nobody" : stateNames[unit]);
        var notes = prepared.Notes.ToBuilder();
        if (high < 0 || prepared.States[high] != 2 || low < 0 || prepared.States[low] != 365) notes.Add($"high is where {names(high)} stands, low where {names(low)} stands");
        return new IdealPointEstimates(prepared, draws, mean, points)
        {
            Notes = notes.ToImmutable(),
            Method = method,
            Level = options.Level,
            Quality = Quality(draws, trace, sweeps),
            Provenance = Source(prepared, points, options),
            Fit = IdealPointFit.From(prepared, draws.End),
        };
    }

    private static (PositionDraws Draws, ImmutableArray<double> Trace, int Sweeps, string Method) Run(
        OrdinalVotes votes, IdealPointStart start, IdealPointOptions options, PreparedVotes prepared, IProgress<double>? progress, CancellationToken cancellation)
    {
        var trajectory = options.Smoother ? TrajectoryUpdate.ForwardBackward : TrajectoryUpdate.PreviousMean;
        var suffix = options.Smoother ? ", smoothed both ways" : string.Empty;
        if (options.Method == IdealPointMethod.Reference)
        {
            var settings = new SamplerOptions { Trajectory = trajectory, Seed = options.Seed, Threads = options.Threads };
            var all = settings.BurnIn + settings.Sweeps;
            return (IdealPointSampler.Run(votes, start, settings, Share(progress, all), cancellation), [], all, $"reference sampler, {Count(all)} sweeps{suffix}");
        }

        var quick = options.Method == IdealPointMethod.Quick ? EstimatorOptions.Quick : new EstimatorOptions();
        quick = quick with { Trajectory = trajectory, Seed = options.Seed, Threads = options.Threads };
        if (options.From is { } from)
        {
            var sweeps = quick.BurnIn / 2 + quick.Sweeps;
            var updated = IdealPointEstimator.Update(votes, from.Guess(prepared, start), quick, Share(progress, sweeps), cancellation);
            return (updated.Draws, [], sweeps, $"earlier fit, {Count(sweeps)} sweeps{suffix}");
        }

        var total = quick.BurnIn + quick.Sweeps;
        var estimated = IdealPointEstimator.Estimate(votes, start, quick, Share(progress, total), cancellation);
        return (estimated.Draws, estimated.LogLikelihood, total, $"variational start, {Count(total)} sweeps{suffix}");
    }

    private static string Count(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static ShareOfSweeps? Share(IProgress<double>? progress, int total) => progress is null ? null : new ShareOfSweeps(progress, total);

    private static ImmutableArray<IdealPoint> Points(PreparedVotes prepared, PositionDraws draws, ModelPoint mean, double level)
    {
        var points = ImmutableArray.CreateBuilder<IdealPoint>(draws.Positions);
        var values = new double[draws.Count];
        for (var i = 0; i < draws.Positions; i++)
        {
            var of = draws.Of(i);
            for (var k = 0; k < values.Length; k++) values[k] = of[k];
            var (unit, period) = prepared.Votes.Position(i);
            points.Add(new IdealPoint(prepared.States[unit], period, mean.Positions[i], Within(values, level), prepared.Votes.ResponsesOf(i)));
        }

        return points.MoveToImmutable();
    }

    /// <summary>The central interval of draws, which are sorted in place.</summary>
    internal static Interval Within(double[] values, double level)
    {
        Array.Sort(values);
        return new Interval(Summary.Quantile(values, (1 - level) / 2), Summary.Quantile(values, (1 + level) / 2), level);
    }

    private static ChainQuality Quality(PositionDraws draws, ImmutableArray<double> trace, int sweeps)
    {
        const int Stride = 5;
        var (effective, ratio) = (new List<double>(), new List<double>());
        for (var i = 0; i < draws.Positions; i += Stride)
        {
            float[][] chain = [draws.Of(i).ToArray()];
            effective.Add(ChainDiagnostics.EffectiveSampleSize(chain));
            ratio.Add(ChainDiagnostics.SplitRHat(chain));
        }

        return new ChainQuality(
            sweeps, draws.Count, Summary.QuantileOf([.. effective], .5), Summary.QuantileOf([.. effective], .05), Summary.QuantileOf([.. ratio], .5), Summary.QuantileOf([.. ratio], .95), trace);
    }

    private static Provenance Source(PreparedVotes prepared, ImmutableArray<IdealPoint> points, IdealPointOptions options)
    {
        var statement = string.Create(CultureInfo.InvariantCulture, $"{prepared.Votes.Responses:N0} votes of {prepared.States.Length} states on {prepared.RollCalls.Length:N0} roll calls ({prepared.Votes.Items:N0} texts); left out: {Left(prepared)}");
        var few = points.Count(point => point.RestsOnFew);
        var missing = prepared.Periods.Where(period => period.RollCalls.Length < IdealPoint.Handful)
            .Select(period => string.Create(CultureInfo.InvariantCulture, $"{period.Label} rests on {period.RollCalls.Length} roll {(period.RollCalls.Length == 1 ? "call" : "calls")}")).ToList();
        if (few > 0) missing.Add(string.Create(CultureInfo.InvariantCulture, $"{few:N0} of {points.Length:N0} points rest on fewer than {IdealPoint.Handful} votes"));
        missing.AddRange(CrowdedPeriods(prepared));
        return new Provenance(
            ["unga-votes", "unga-bridges"], $"ideal points from {options.Selection.Describe()}, {prepared.Periods[0].Label} to {prepared.Periods[^1].Label}",
            new Coverage(statement, prepared.RollCalls.Length, prepared.Exclusions.Sum(exclusion => exclusion.Count), [.. missing]));
    }

    /// <summary>Periods with far more roll calls than those before: a step of the points into them may be the agenda's.</summary>
    private static IEnumerable<string> CrowdedPeriods(PreparedVotes prepared)
    {
        const int Before = 5;
        const double Crowded = 1.8;
        for (var period = Before; period < prepared.Periods.Length; period++)
        {
            var usual = Summary.QuantileOf([.. prepared.Periods[(period - Before)..period].Select(earlier => (double)earlier.RollCalls.Length)], .5);
            var here = prepared.Periods[period];
            if (here.RollCalls.Length < Crowded * usual) continue;
            yield return string.Create(CultureInfo.InvariantCulture, $"{here.Label} holds {here.RollCalls.Length} roll calls, {here.RollCalls.Length / usual:0.0} times the median of the {Before} periods before: a step of the points into it may be the agenda's");
        }
    }

    private static string Left(PreparedVotes prepared) => prepared.Exclusions.IsEmpty
        ? "nothing"
        : string.Join(", ", prepared.Exclusions.Select(exclusion => string.Create(CultureInfo.InvariantCulture, $"{exclusion.Count:N0} {exclusion.Reason}")));

    private sealed class ShareOfSweeps(IProgress<double> progress, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report(Math.Min(1, (double)value / total));
    }
}
