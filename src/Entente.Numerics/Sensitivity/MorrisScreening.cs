using System.Collections.Immutable;
using Entente.Numerics.Random;
using Entente.Numerics.Sampling;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Sensitivity;

/// <summary>Settings of a screening by elementary effects.</summary>
public sealed record MorrisOptions
{
    /// <summary>Trajectories r. Default 20.</summary>
    public int Trajectories { get; init; } = 20;

    /// <summary>Levels p of the grid, an even number. Default 4.</summary>
    public int Levels { get; init; } = 4;

    /// <summary>Bootstrap resamples of trajectories, 0 for none. Default 1,000.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Probability inside the intervals. Default .9.</summary>
    public double Level { get; init; } = .9;

    /// <summary>Seed of the trajectories and the bootstrap. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, which change no result. Default: all of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>The elementary effects of one input, in units of output per whole range of the input.</summary>
/// <param name="Mean">mu: the mean effect; effects of opposite sign cancel.</param>
/// <param name="Absolute">mu*: the mean absolute effect, with error and interval over resamples of trajectories.</param>
/// <param name="Deviation">sigma: the standard deviation of the effects, divisor n-1; large where the input bends or interacts.</param>
public readonly record struct MorrisEffect(double Mean, SensitivityEstimate Absolute, double Deviation);

/// <summary>
/// Screening by elementary effects (Morris 1991, Technometrics 33:161; mu* of Campolongo, Cariboni and Saltelli 2007, Environmental Modelling and Software 22:1509):
/// trajectories through a grid of p levels on the unit cube, each moving every input once by p / (2 (p - 1)) in random order and direction.
/// </summary>
public static class MorrisScreening
{
    private const uint Design = 0x3085;
    private const uint Resampling = 0x3086;

    /// <summary>The points of one trajectory, which depend on nothing but the arguments.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="trajectory">The number of the trajectory, from 0.</param>
    /// <param name="inputs">D, the number of inputs.</param>
    /// <param name="levels">The levels p of the grid, an even number.</param>
    /// <param name="points">Takes (D + 1) × D values on [0, 1], point by point.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static void Trajectory(ulong seed, int trajectory, int inputs, int levels, Span<double> points)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trajectory);
        Check(inputs, levels);
        if (points.Length != (inputs + 1) * inputs) throw new ArgumentException($"A trajectory of {inputs} inputs has {(inputs + 1) * inputs} values, not {points.Length}.", nameof(points));
        var stream = new CounterStream(seed, (ulong)trajectory, Design);
        var order = new int[inputs];
        var target = new double[inputs];
        for (var i = 0; i < inputs; i++)
        {
            // A pair of levels delta apart, begun at either end: every level is equally likely.
            var low = stream.NextInt32(levels / 2);
            var (from, to) = stream.NextInt32(2) == 0 ? (low, low + (levels / 2)) : (low + (levels / 2), low);
            points[i] = from / (levels - 1.0);
            target[i] = to / (levels - 1.0);
            var place = stream.NextInt32(i + 1);
            order[i] = order[place];
            order[place] = i;
        }

        for (var step = 0; step < inputs; step++)
        {
            var next = points.Slice((step + 1) * inputs, inputs);
            points.Slice(step * inputs, inputs).CopyTo(next);
            next[order[step]] = target[order[step]];
        }
    }

    /// <summary>Runs a model along the trajectories, r (D + 1) runs, and summarises its elementary effects.</summary>
    /// <param name="model">The model, with inputs on [0, 1]: turn them into values with the quantile functions of their distributions.</param>
    /// <param name="inputs">D, the number of inputs.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>One entry per input; an effect with a failed run (NaN) at either end is left out and counted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static ImmutableArray<MorrisEffect> Of(ModelFunction model, int inputs, MorrisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new MorrisOptions();
        Check(inputs, options.Levels);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Trajectories, 1);
        var size = inputs + 1;
        var points = new double[options.Trajectories * size * inputs];
        var outputs = new double[options.Trajectories * size];
        for (var t = 0; t < options.Trajectories; t++) Trajectory(options.Seed, t, inputs, options.Levels, points.AsSpan(t * size * inputs, size * inputs));
        ParallelDraws.Run(outputs.Length, options.Threads, () => 0, (point, _) => outputs[point] = model(points.AsSpan(point * inputs, inputs)));
        return Estimate(points, outputs, inputs, options);
    }

    /// <summary>Summarises the elementary effects of outputs computed elsewhere.</summary>
    /// <param name="points">The trajectories one after the other, r × (D + 1) × D values; neighbouring points differ in one input.</param>
    /// <param name="outputs">r × (D + 1) outputs, NaN for a failed run.</param>
    /// <param name="inputs">D, the number of inputs.</param>
    /// <param name="options">Settings of the bootstrap; null for the defaults.</param>
    /// <returns>One entry per input.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit, or two neighbouring points do not differ in exactly one input.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static ImmutableArray<MorrisEffect> Estimate(ReadOnlySpan<double> points, ReadOnlySpan<double> outputs, int inputs, MorrisOptions? options = null)
    {
        options ??= new MorrisOptions();
        Check(inputs, options.Levels);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Resamples);
        if (!(options.Level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Level, "The level must lie strictly between 0 and 1.");
        if (outputs.Length % (inputs + 1) != 0 || points.Length != outputs.Length * inputs) throw new ArgumentException($"{outputs.Length} outputs and {points.Length} values are no trajectories of {inputs + 1} points with {inputs} inputs.", nameof(outputs));
        var trajectories = outputs.Length / (inputs + 1);
        var effects = Effects(points, outputs, inputs, trajectories);
        var summary = ImmutableArray.CreateBuilder<MorrisEffect>(inputs);
        for (var i = 0; i < inputs; i++) summary.Add(Summarise(effects.AsSpan(i * trajectories, trajectories), options));
        return summary.ToImmutable();
    }

    // Input by input, a value per trajectory.
    private static double[] Effects(ReadOnlySpan<double> points, ReadOnlySpan<double> outputs, int inputs, int trajectories)
    {
        var effects = new double[inputs * trajectories];
        var seen = new int[inputs * trajectories];
        for (var t = 0; t < trajectories; t++)
        {
            for (var step = 0; step < inputs; step++)
            {
                var at = (t * (inputs + 1)) + step;
                ReadOnlySpan<double> from = points.Slice(at * inputs, inputs), to = points.Slice((at + 1) * inputs, inputs);
                var moved = from.CommonPrefixLength(to);
                if (moved == inputs || !from[(moved + 1)..].SequenceEqual(to[(moved + 1)..])) throw new ArgumentException($"Points {at} and {at + 1} must differ in exactly one input.", nameof(points));
                if (seen[(moved * trajectories) + t]++ > 0) throw new ArgumentException($"Trajectory {t} moves input {moved} twice.", nameof(points));
                effects[(moved * trajectories) + t] = (outputs[at + 1] - outputs[at]) / (to[moved] - from[moved]);
            }
        }

        return effects;
    }

    private static MorrisEffect Summarise(ReadOnlySpan<double> effects, MorrisOptions options)
    {
        var good = new double[effects.Length];
        var count = 0;
        foreach (var effect in effects)
        {
            if (!double.IsNaN(effect)) good[count++] = effect;
        }

        var used = good.AsSpan(0, count);
        double mean = Summary.Mean(used), deviation = Math.Sqrt(Summary.Variance(used));
        foreach (ref var effect in used) effect = Math.Abs(effect);
        var values = new double[count == 0 ? 0 : options.Resamples];
        Span<uint> buffer = stackalloc uint[BoundedDraws.BufferLength];
        for (var r = 0; r < values.Length; r++)
        {
            var draws = new BoundedDraws(options.Seed, (ulong)r, Resampling, count, buffer);
            double sum = 0;
            for (var k = 0; k < count; k++) sum += used[draws.Next()];
            values[r] = sum / count;
        }

        return new MorrisEffect(mean, SensitivityEstimate.From(Summary.Mean(used), values, options.Level, count, effects.Length - count), deviation);
    }

    private static void Check(int inputs, int levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        if (levels < 2 || levels % 2 != 0) throw new ArgumentOutOfRangeException(nameof(levels), levels, "The number of levels must be even and at least 2.");
    }
}
