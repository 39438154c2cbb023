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
    private const double Close = 1e-11;
    private const int Steps = 24;
    private const int Batch = 64;

    /// <summary>Finds it by bisection on the first draws; the chance of a split falls with inertia in every draw.</summary>
    /// <param name="inputs">What was measured.</param>
    /// <param name="options">Seed.</param>
    /// <param name="frequency">Chance of a split over the horizon on record, in (0, 1).</param>
    /// <returns>The inertia; below 0 where the terms alone would split fewer than the record.</returns>
    public static double Find(AssessmentInputs inputs, AssessmentOptions options, double frequency)
    {
        var stakes = Stakes(inputs, options);
        return stakes.Length == 0 ? 0 : Bisect(inertia => MeanSplit(stakes, inertia, options.Threads), frequency);
    }

    /// <summary>The stakes without the moves, under every view, of the draws that did not fail, in their order.</summary>
    internal static WedgeStakes[] Stakes(AssessmentInputs inputs, AssessmentOptions options)
    {
        var sampler = new AssumptionSampler(inputs, options with { Draws = Math.Max(options.Draws, Draws) });
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
    /// Forty halvings of [−½, ½], of which all but a handful are known without asking: the mean falls with inertia, so that what a few steps of regula falsi found on either side of the frequency decides every
    /// middle beyond. The result is that of asking each time, to the last bit.
    /// </summary>
    internal static double Bisect(Func<double, double> mean, double frequency)
    {
        var (above, below) = Bracket(mean, frequency);
        var (low, high) = (-Widest, Widest);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (middle <= above || (middle < below && mean(middle) > frequency)) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>An inertia at which the mean is clearly above the frequency, and one at which it is clearly below, close together; infinite on a side where none was found. Clearly: by more than rounding.</summary>
    private static (double Above, double Below) Bracket(Func<double, double> mean, double frequency)
    {
        var (low, high) = (-Widest, Widest);
        var (atLow, atHigh) = (mean(low) - frequency, mean(high) - frequency);
        var above = atLow > Clear ? low : double.NegativeInfinity;
        var below = atHigh < -Clear ? high : double.PositiveInfinity;
        if (!(atLow > Clear) || !(atHigh < -Clear)) return (above, below);
        for (var i = 0; i < Steps && below - above > Close; i++)
        {
            // Illinois: the value of an end that stays is halved, so that both ends move; now and then the middle, where the curve is too bent for a straight line.
            var next = i % 4 == 3 ? (low + high) / 2 : ((low * atHigh) - (high * atLow)) / (atHigh - atLow);
            if (!(next > low && next < high)) break;
            var value = mean(next) - frequency;
            if (value > Clear) (above, low, atLow, atHigh) = (next, next, value, atHigh / 2);
            else if (value < -Clear) (below, high, atHigh, atLow) = (next, next, value, atLow / 2);
            else break;
        }

        return (above, below);
    }
}
