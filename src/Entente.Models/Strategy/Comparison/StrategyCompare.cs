using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Energy;
using Entente.Models.Strategy.Draws;
using Entente.Numerics.Robustness;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Comparison;

/// <summary>
/// Compares strategies over the same futures: draw i of each takes the same quantile of every assumption (common random numbers), so that what differs is the strategies. Regret after Savage (1951),
/// satisficing after Starr (1963); see robust decision making (Lempert, Popper and Bankes 2003).
/// </summary>
public static class StrategyCompare
{
    /// <summary>Most strategies at a time.</summary>
    public const int Most = 12;

    /// <summary>Runs all strategies and sets them side by side.</summary>
    /// <param name="world">The world.</param>
    /// <param name="strategies">Two or more, all different.</param>
    /// <param name="options">Draws, seed, threads; <see langword="null"/> for the defaults.</param>
    /// <param name="thresholds">What is good enough; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told the number of draws done, over all strategies.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="InvalidInputException">Fewer than two strategies or too many, one twice, or an option out of range.</exception>
    public static StrategyTable Run(
        WorldEdition world, ImmutableArray<WedgeStrategy> strategies, AssessmentOptions? options = null, ComparisonOptions? thresholds = null, IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        options ??= new AssessmentOptions();
        thresholds ??= new ComparisonOptions();
        options.Check();
        if (strategies.Length is < 2 or > Most) throw new InvalidInputException($"A comparison takes 2 to {Most} strategies, not {strategies.Length}.");
        if (strategies.GroupBy(strategy => strategy.Key).FirstOrDefault(group => group.Count() > 1) is { } twice) throw new InvalidInputException($"The strategy '{twice.Key}' is named twice; name each once.");
        var runs = new List<(AssessmentInputs Inputs, Scores Scores)>();
        for (var s = 0; s < strategies.Length; s++)
        {
            var inputs = AssessmentInputs.Measure(world, strategies[s], options);
            cancellation.ThrowIfCancellationRequested();
            var done = s * options.Draws;
            var ensemble = Ensemble.Run(inputs, options, progress is null ? null : new Shifted(progress, done), cancellation);
            runs.Add((inputs, Scores.Of(world, inputs, ensemble, thresholds)));
        }

        var grounds = runs.Select(run => InputGrounds.Of(run.Inputs, run.Inputs.Strategy.Key)).ToList();
        var failed = runs.Sum(run => run.Scores.Strategy.Failed);
        var provenance = Provenance.Together(
            $"compare {string.Join(' ', strategies.Select(strategy => strategy.Key))}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{options.Draws} draws of each of {strategies.Length} strategies over the same futures, seed {options.Seed}; failed draws: {failed}; {string.Join("; ", grounds.Select(one => $"{one.Query}: {one.Coverage.Statement}"))}"),
            grounds);
        return new StrategyTable([.. runs.Select(run => run.Scores.Strategy)], Aims(runs, thresholds), options.Draws, options.Seed, thresholds, Caveats(strategies), provenance);
    }

    private static ImmutableArray<ComparedAim> Aims(List<(AssessmentInputs Inputs, Scores Scores)> runs, ComparisonOptions thresholds)
    {
        var aims = ImmutableArray.CreateBuilder<ComparedAim>();
        void Add(string key, string name, Unit unit, double threshold, Func<Scores, double[]> of)
        {
            double[][] rows = [.. runs.Select(run => of(run.Scores))];
            if (rows.All(row => row.All(value => double.IsNaN(value) || value == 0))) return;
            aims.Add(new ComparedAim(
                key, name, unit, StrategyComparison.Compare(rows.SelectMany(row => row).ToArray(), rows.Length, threshold), [.. rows.Select(row => StrategyComparison.Difference(row, rows[0]))]));
        }

        Add("split", "chance of a split", Unit.Probability, thresholds.LeastSplit, scores => scores.Splits);
        Add("allies", "allies kept (drifts avoided)", Unit.Count, -thresholds.MostDrifts, scores => scores.Kept);
        Add("divider-income", "the divider's real income", Unit.BillionUsd, double.NaN, scores => scores.DividerIncome);
        Add("ally-income", "the allies' real income", Unit.BillionUsd, double.NaN, scores => scores.AllyIncome);
        Add("divider-gas", "the divider's gas revenue", Unit.BillionUsd, double.NaN, scores => scores.DividerGas);
        return aims.ToImmutable();
    }

    private static ImmutableArray<string> Caveats(ImmutableArray<WedgeStrategy> strategies)
    {
        var caveats = ImmutableArray.CreateBuilder<string>();
        if (strategies.Select(strategy => (strategy.Divider, strategy.Target, strategy.Partner)).Distinct().Count() > 1)
        {
            caveats.Add("The strategies do not have the same divider, target and partner: a split is not the same event in all of them.");
        }

        if (strategies.Select(strategy => (strategy.Start, strategy.HorizonYears)).Distinct().Count() > 1) caveats.Add("The strategies do not have the same start and horizon.");
        if (strategies.Select(strategy => string.Join('|', strategy.Allies)).Distinct().Count() > 1) caveats.Add("The strategies do not name the same allies: numbers of drifts are not of one list.");
        var stated = strategies.SelectMany(strategy => strategy.Assumptions.Select(assumption => assumption.Name)).Distinct(StringComparer.Ordinal)
            .Where(name => strategies.Select(strategy => strategy.Assumptions.FirstOrDefault(assumption => assumption.Name == name)?.Distribution).Distinct().Count() > 1).Order(StringComparer.Ordinal).ToList();
        if (stated.Count > 0) caveats.Add($"Besides their moves the strategies differ in what they assume of {string.Join(", ", stated)}.");
        caveats.Add("Aims are not added up: what a drifting ally is worth in splits or dollars is for the reader to say.");
        return caveats.ToImmutable();
    }

    private sealed class Shifted(IProgress<int> progress, int by) : IProgress<int>
    {
        public void Report(int value) => progress.Report(by + value);
    }

    /// <summary>The scores of one strategy, more is better; NaN where a draw failed.</summary>
    private sealed record Scores(ComparedStrategy Strategy, double[] Splits, double[] Kept, double[] DividerIncome, double[] AllyIncome, double[] DividerGas)
    {
        public static Scores Of(WorldEdition world, AssessmentInputs inputs, Ensemble ensemble, ComparisonOptions thresholds)
        {
            var n = ensemble.Count;
            var (splits, kept, divider, allies, gas, effect) = (new double[n], new double[n], new double[n], new double[n], new double[n], new double[n]);
            var strategy = inputs.Strategy;
            var income = world.LatestIndicator("gdp_current_usd", strategy.Divider, strategy.Start)?.Value / 1e9 ?? double.NaN;
            var enough = 0;
            for (var i = 0; i < n; i++)
            {
                splits[i] = ensemble.Split(i);
                effect[i] = splits[i] - ensemble.Without[i].Split;
                divider[i] = ensemble.DividerIncome[i] * income;
                gas[i] = inputs.Gas is null ? (strategy.Start >= GasChannel.FirstYear ? 0 : double.NaN) : ensemble.Gas[i].Volume + ensemble.Gas[i].Price;
                for (var a = 0; a < inputs.Allies.Length; a++)
                {
                    var drift = ensemble.DriftAfter(a, i) - ensemble.DriftBefore(a, i);
                    if (!double.IsNaN(drift)) kept[i] -= drift;
                    var gain = ensemble.AllyIncome[a][i] * inputs.AllyIncome[a];
                    if (!double.IsNaN(gain)) allies[i] += gain;
                }

                if (double.IsNaN(splits[i])) (kept[i], allies[i]) = (double.NaN, double.NaN);
                if (splits[i] >= thresholds.LeastSplit && -kept[i] <= thresholds.MostDrifts) enough++;
            }

            var held = splits.Count(double.IsFinite);
            var share = (double)enough / held;
            var drifts = Array.ConvertAll(kept, value => -value);
            var names = (world.States[strategy.Divider].Name, world.States[strategy.Target].Name, world.States[strategy.Partner].Name);
            return new Scores(
                new ComparedStrategy(
                    strategy, names, Spreads.Of(splits), Spreads.Of(effect), Spreads.Of(ensemble.With, grades => grades.Realigned), Spreads.Of(drifts), n - held,
                    new MonteCarloShare(share, Math.Sqrt(share * (1 - share) / held))),
                splits, kept, divider, allies, gas);
        }
    }
}
