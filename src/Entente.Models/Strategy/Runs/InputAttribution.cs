using System.Collections.Immutable;
using System.Numerics;
using Entente.Models.Strategy.Draws;
using Entente.World;

namespace Entente.Models.Strategy.Runs;

/// <summary>
/// Which input moved the probability of a split between two strategies: inputs of the second are put into the first, one group at a time, on the same draws (common random numbers), in the order of
/// the chain, in the reverse order, and averaged over all orders (Shapley 1953). Draw i takes the same uniform numbers whatever is put in, so that a difference is the input's and not the draws'.
/// </summary>
internal sealed class InputAttribution
{
    private const string Setting = "parties and time";
    private const string Moves = "moves";
    private const string Correlations = "correlations";

    private readonly WorldEdition _world;
    private readonly (WedgeStrategy First, WedgeStrategy Second) _strategies;
    private readonly ImmutableArray<string> _groups;
    private readonly AssessmentOptions _options;
    private readonly Dictionary<uint, GasTable> _gas = [];
    private readonly Dictionary<uint, double[]> _splits = [];
    private readonly uint _gasBy;

    private InputAttribution(WorldEdition world, WedgeStrategy first, WedgeStrategy second, ImmutableArray<string> groups, AssessmentOptions options)
    {
        (_world, _strategies, _groups, _options) = (world, (first, second), groups, options);
        for (var g = 0; g < groups.Length; g++)
        {
            if (groups[g] is Setting or Moves or Correlations || Index(groups[g]) is >= (int)GasTable.First and <= (int)GasTable.Last) _gasBy |= 1u << g;
        }
    }

    /// <summary>Groups of inputs in which two strategies differ, in the order of the chain.</summary>
    public static ImmutableArray<string> Groups(WorldEdition world, WedgeStrategy first, WedgeStrategy second)
    {
        var groups = ImmutableArray.CreateBuilder<string>();
        if (!SameSetting(first, second)) groups.Add(Setting);
        if (!InputChanges.SameMoves(world, first, second)) groups.Add(Moves);
        groups.AddRange(InputChanges.DifferingAssumptions(first, second));
        if (!InputChanges.SameCorrelations(first, second)) groups.Add(Correlations);
        return groups.ToImmutable();
    }

    /// <summary>Recomputes with the groups put in.</summary>
    /// <param name="world">The world.</param>
    /// <param name="first">The strategy to start from.</param>
    /// <param name="second">The strategy to arrive at.</param>
    /// <param name="options">Draws of each evaluation, seed, threads.</param>
    /// <param name="progress">Told the share of the evaluations done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The effects in the order of the chain, and the change for all together with its standard error.</returns>
    public static (ImmutableArray<InputEffect> Effects, double Total, double Error) Measure(
        WorldEdition world, WedgeStrategy first, WedgeStrategy second, AssessmentOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var groups = Groups(world, first, second);
        if (groups.IsEmpty) return ([], 0, 0);
        var work = new InputAttribution(world, first, second, groups, options);
        var all = (1u << groups.Length) - 1;
        var masks = groups.Length <= RunDiff.MostForShapley
            ? Enumerable.Range(0, 1 << groups.Length).Select(mask => (uint)mask).ToList()
            : [.. Enumerable.Range(0, groups.Length + 1).SelectMany(g => new[] { Head(g), all & ~Head(groups.Length - g) }).Distinct()];
        for (var m = 0; m < masks.Count; m++)
        {
            work._splits[masks[m]] = work.Splits(masks[m], cancellation);
            progress?.Report((m + 1.0) / masks.Count);
        }

        var kept = Enumerable.Range(0, options.Draws).Where(i => work._splits.Values.All(values => !double.IsNaN(values[i]))).ToArray();
        var effects = groups.Select((group, g) => work.Effect(group, g, kept)).ToImmutableArray();
        var (total, error) = Mean(kept, i => work._splits[all][i] - work._splits[0][i]);
        return (effects, total, error);
    }

    private InputEffect Effect(string group, int g, int[] kept)
    {
        var (bit, n) = (1u << g, _groups.Length);
        var later = ((1u << n) - 1) & ~Head(g + 1);
        double Step(uint before, int i) => _splits[before | bit][i] - _splits[before][i];
        var (forward, forwardError) = Mean(kept, i => Step(Head(g), i));
        var (reverse, _) = Mean(kept, i => Step(later, i));
        if (n > RunDiff.MostForShapley) return new InputEffect(group, forward, reverse, double.NaN, forwardError);
        var (shapley, error) = Mean(kept, i =>
        {
            var sum = 0.0;
            for (var before = 0u; before < 1u << n; before++)
            {
                if ((before & bit) == 0) sum += Weight(BitOperations.PopCount(before), n) * Step(before, i);
            }

            return sum;
        });
        return new InputEffect(group, forward, reverse, shapley, error);
    }

    private double[] Splits(uint mask, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var inputs = AssessmentInputs.Measure(_world, Mixed(mask), _options);
        var sampler = new AssumptionSampler(inputs, _options);
        if (!_gas.TryGetValue(mask & _gasBy, out var gas)) _gas.Add(mask & _gasBy, gas = GasTable.Solve(inputs, sampler, 0, _options.Draws, _options.Threads, cancellation));
        var ensemble = new Ensemble(inputs, 0, _options.Draws);
        ensemble.Fill(inputs, _options, sampler, gas, (0, _options.Draws), null, cancellation);
        return [.. Enumerable.Range(0, _options.Draws).Select(ensemble.Split)];
    }

    /// <summary>The first strategy with the groups of the mask from the second.</summary>
    private WedgeStrategy Mixed(uint mask)
    {
        var (first, second) = _strategies;
        var mixed = first;
        for (var g = 0; g < _groups.Length; g++)
        {
            if ((mask & (1u << g)) == 0) continue;
            mixed = _groups[g] switch
            {
                Setting => mixed with
                {
                    Divider = second.Divider,
                    Target = second.Target,
                    Partner = second.Partner,
                    Start = second.Start,
                    HorizonYears = second.HorizonYears,
                    Allies = second.Allies,
                },
                Moves => mixed with { Moves = second.Moves },
                Correlations => mixed with { Correlations = second.Correlations },
                _ => mixed,
            };

            // What a strategy leaves unsaid stays unsaid: it may be estimated for its parties.
            if (Index(_groups[g]) >= 0)
            {
                var name = _groups[g];
                mixed = mixed with { Assumptions = [.. mixed.Assumptions.Where(stated => stated.Name != name), .. second.Assumptions.Where(stated => stated.Name == name)] };
            }
        }

        return mixed;
    }

    private static bool SameSetting(WedgeStrategy first, WedgeStrategy second) =>
        (first.Divider, first.Target, first.Partner, first.Start, first.HorizonYears) == (second.Divider, second.Target, second.Partner, second.Start, second.HorizonYears)
        && first.Allies.SequenceEqual(second.Allies, StringComparer.Ordinal);

    private static int Index(string name)
    {
        for (var k = 0; k < AssumptionCatalog.All.Length; k++)
        {
            if (AssumptionCatalog.All[k].Name == name) return k;
        }

        return -1;
    }

    /// <summary>The mask of the first groups.</summary>
    private static uint Head(int count) => (1u << count) - 1;

    /// <summary>Share of the orders of n in which exactly these members come before one that is not among them.</summary>
    private static double Weight(int before, int n)
    {
        // before! (n − before − 1)! / n!
        var weight = 1.0 / n;
        for (var k = 1; k <= before; k++) weight *= (double)k / (n - k);
        return weight;
    }

    private static (double Mean, double Error) Mean(int[] kept, Func<int, double> value)
    {
        if (kept.Length == 0) return (double.NaN, double.NaN);
        var spread = Spreads.Of(Array.ConvertAll(kept, i => value(i)));
        return (spread.Mean, spread.MonteCarloError);
    }
}
