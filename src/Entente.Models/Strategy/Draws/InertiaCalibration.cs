using Entente.Models.Strategy.Game;

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

    /// <summary>Finds it by bisection on the first draws; the chance of a split falls with inertia in every draw.</summary>
    /// <param name="inputs">What was measured.</param>
    /// <param name="options">Seed.</param>
    /// <param name="frequency">Chance of a split over the horizon on record, in (0, 1).</param>
    /// <returns>The inertia; below 0 where the terms alone would split fewer than the record.</returns>
    public static double Find(AssessmentInputs inputs, AssessmentOptions options, double frequency)
    {
        var sampler = new AssumptionSampler(inputs, options with { Draws = Math.Max(options.Draws, Draws) });
        var model = new StrategyModel(inputs with { Position = inputs.Position with { Inertia = 0 } }, options.Seed);
        var memory = model.NewMemory();
        var stakes = new List<WedgeStakes>(Draws * ViewDefinition.All.Length);
        for (var draw = 0; draw < Draws; draw++)
        {
            sampler.Draw(draw, memory.Values);
            model.Evaluate(memory.Values, draw, GasTable.Closed, draw, memory);
            if (double.IsNaN(memory.Trade.Reward)) continue;
            stakes.AddRange(memory.StakesWithout);
        }

        if (stakes.Count == 0) return 0;
        double Mean(double inertia) => stakes.Average(one => WedgeGame.Solve(one with { Friction = one.Friction - inertia }).Target.Split);
        var (low, high) = (-Widest, Widest);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (Mean(middle) > frequency) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
