using Entente.Models.Strategy.Game;
using Entente.Numerics.Sampling;

namespace Entente.Models.Strategy.Draws;

/// <summary>
/// Finds the inertia of an alignment: the yearly share of income by which staying is worth more than all measured terms say, such that without any move the game splits the target from its partner as
/// often as states in such a place were split on record. The terms of the game then say how moves shift the odds from there, not how restless states are.
/// </summary>
internal static class InertiaCalibration
{
    private const int Draws = 256;
    private const int Halvings = 40;
    private const double Widest = .5;

    // The sum of a thousand chances is off by less than 1e-13.
    private const double Clear = 1e-12;
    private const double Near = 1e-9;
    private const double Nudge = 1e-5;
    private const int Steps = 12;
    private const int GuessHalvings = 24;

    // Games of the guess; no multiple of the views, which take turns.
    private const int Stride = 13;
    private const int Batch = 64;

    /// <summary>Finds it by bisection on the first draws; the chance of a split falls with inertia in every draw.</summary>
    /// <param name="inputs">What was measured.</param>
    /// <param name="options">Seed.</param>
    /// <param name="frequency">Chance of a split over the horizon on record, in (0, 1).</param>
    /// <returns>The inertia; below 0 where the terms alone would split fewer than the record.</returns>
    public static double Find(AssessmentInputs inputs, AssessmentOptions options, double frequency)
    {
        var stakes = Stakes(inputs, options);
        if (stakes.Length == 0) return 0;
        WedgeStakes[] few = [.. stakes.Where((_, i) => i % Stride == 0)];
        return Bisect(inertia => MeanSplit(stakes, inertia, options.Threads), inertia => MeanSplit(few, inertia, 1), frequency);
    }

    /// <summary>The stakes without the moves, under every view, of the draws that did not fail, in their order.</summary>
    internal static WedgeStakes[] Stakes(AssessmentInputs inputs, AssessmentOptions options)
    {
        // A run says of how many draws it is; one of fewer than are needed here is measured as an assessment of that many would be.
        var sampler = new AssumptionSampler(inputs, options with { Draws = Math.Max(options.Draws, Draws), Of = options.Of is { } whole ? Math.Max(whole, Draws) : null });
        var model = new StrategyModel(inputs with { Position = inputs.Position with { Inertia = 0 } }, options.Seed);
        var byDraw = new WedgeStakes[Draws][];
        ParallelDraws.Run(Draws, options.Threads, model.NewMemory, (draw, memory) =>
        {
            sampler.Draw(draw, memory.Values);
            byDraw[draw] = model.EvaluateWithoutMoves(memory.Values, memory) ? [.. memory.StakesWithout] : [];
        });
        return [.. byDraw.SelectMany(stakes => stakes)];
    }

    /// <summary>Mean chance of a split; threads share the games, and the sum goes in the order of the draws, so that their number changes nothing.</summary>
    internal static double MeanSplit(WedgeStakes[] stakes, double inertia, int threads)
    {
        var splits = new double[stakes.Length];
        Parallel.For(0, (stakes.Length + Batch - 1) / Batch, new ParallelOptions { MaxDegreeOfParallelism = threads }, batch =>
        {
            for (var i = batch * Batch; i < Math.Min(stakes.Length, (batch + 1) * Batch); i++) splits[i] = WedgeGame.Solve(stakes[i] with { Friction = stakes[i].Friction - inertia }).Target.Split;
        });
        var sum = 0.0;
        foreach (var split in splits) sum += split;
        return sum / splits.Length;
    }

    /// <summary>
    /// Forty halvings of [−½, ½], of which all but a handful are known without asking: the mean falls with inertia, so that a point clearly above the frequency and one clearly below it decide every middle
    /// beyond them. The result is that of asking each time, to the last bit.
    /// </summary>
    /// <param name="mean">The mean chance of a split.</param>
    /// <param name="guess">Nearly the same, and cheap: where to look first.</param>
    /// <param name="frequency">What the mean is to be.</param>
    internal static double Bisect(Func<double, double> mean, Func<double, double> guess, double frequency)
    {
        var (above, below) = Bracket(mean, guess, frequency);
        return Halve(middle => middle <= above || (middle < below && mean(middle) > frequency), Halvings);
    }

    private static double Halve(Func<double, bool> isAbove, int halvings)
    {
        var (low, high) = (-Widest, Widest);
        for (var i = 0; i < halvings; i++)
        {
            var middle = (low + high) / 2;
            if (isAbove(middle)) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>An inertia at which the mean is clearly above the frequency, and one at which it is clearly below, close together; infinite on a side where none was found. Clearly: by more than rounding.</summary>
    private static (double Above, double Below) Bracket(Func<double, double> mean, Func<double, double> guess, double frequency)
    {
        var (above, below) = (double.NegativeInfinity, double.PositiveInfinity);
        double Ask(double at)
        {
            var value = mean(at) - frequency;
            if (value > Clear) above = Math.Max(above, at);
            else if (value < -Clear) below = Math.Min(below, at);
            return value;
        }

        // From the root of the guess by secants; its own slope is the first.
        var x = Halve(middle => guess(middle) > frequency, GuessHalvings);
        var slope = (guess(x + Nudge) - guess(x - Nudge)) / (2 * Nudge);
        var before = (X: double.NaN, Value: double.NaN);
        for (var i = 0; i < Steps && slope < 0 && x is > -Widest and < Widest; i++)
        {
            var value = Ask(x);
            if (Math.Abs(value) < Near)
            {
                // As far beyond the root as this is before it; on the root, a little to either side.
                var far = Math.Max(Math.Abs(value), 2 * Clear) * 2 / -slope;
                if (!(value < -Clear)) Ask(x + far);
                if (!(value > Clear)) Ask(x - far);
                break;
            }

            if ((value - before.Value) / (x - before.X) is < 0 and var secant) slope = secant;
            before = (x, value);
            x -= value / slope;
        }

        return (above, below);
    }
}
