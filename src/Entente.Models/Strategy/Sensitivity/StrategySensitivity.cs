using System.Collections.Immutable;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Game;
using Entente.Numerics.Distributions;
using Entente.Numerics.Sampling;
using Entente.Numerics.Sensitivity;
using Entente.Numerics.Statistics;
using Entente.World;

namespace Entente.Models.Strategy.Sensitivity;

/// <summary>Global sensitivity of the chance of a split, by runs of the whole chain.</summary>
public static class StrategySensitivity
{
    private static readonly SensitivityEstimate None = new(double.NaN, double.NaN, double.NaN, double.NaN, 0, 0);

    /// <summary>Runs a study.</summary>
    /// <param name="world">The world.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="options">Method, size, seed; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told what is being done, once the call is known to be right.</param>
    /// <param name="cancellation">Stops the runs.</param>
    /// <exception cref="InvalidInputException">The size is out of range, or the strategy declares correlations that elementary effects cannot hold.</exception>
    public static SensitivityStudy Run(WorldEdition world, WedgeStrategy strategy, SensitivityOptions? options = null, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(strategy);
        options ??= new SensitivityOptions();
        var size = options.Size ?? options.Method switch { SensitivityMethod.Sobol => 1024, SensitivityMethod.Morris => 200, _ => 20_000 };
        if (size is < 16 or > 1_000_000) throw new InvalidInputException($"The size of the study is {size}; it must lie between 16 and 1,000,000.");
        if (!strategy.Correlations.IsEmpty && options.Method == SensitivityMethod.Morris)
        {
            throw new InvalidInputException($"'{strategy.Key}' declares correlated assumptions, which cannot be moved one at a time as elementary effects need; take --method sobol, shapley or pawn, or leave the correlations out.");
        }

        progress?.Invoke("running the chain");

        var run = new AssessmentOptions { Draws = Math.Max(size, 100), Seed = options.Seed, Threads = options.Threads };
        var inputs = AssessmentInputs.Measure(world, strategy, run);
        using var study = new Factors(inputs, run, cancellation);
        return options.Method switch
        {
            SensitivityMethod.Sobol => Sobol(study, options, size),
            SensitivityMethod.Morris => Morris(study, options, size),
            SensitivityMethod.Pawn => Pawn(study, options, size),
            _ => Shapley(study, options, size),
        };
    }

    /// <summary>Correlated assumptions are exchanged together, as one factor: the index is that of the group (Saltelli et al. 2008, Global Sensitivity Analysis, section 4.6).</summary>
    private static SensitivityStudy Sobol(Factors factors, SensitivityOptions options, int size)
    {
        var design = SampleDesign.Create(SamplingScheme.Sobol, 2 * factors.Count, size, options.Seed);
        var groups = factors.Groups();
        var (a, b) = (new double[size], new double[size]);
        double[][] exchanged = [.. groups.Select(_ => new double[size])];
        ParallelDraws.Run(size, options.Threads, () => (A: new double[factors.Count], B: new double[factors.Count]), (row, point) =>
        {
            PickFreeze.Point(design, row, PickFreezeRow.A, 0, point.A);
            PickFreeze.Point(design, row, PickFreezeRow.B, 0, point.B);
            (a[row], b[row]) = (factors.Split(point.A), factors.Split(point.B));
            Span<double> mixed = stackalloc double[point.A.Length];
            for (var g = 0; g < groups.Length; g++)
            {
                point.A.CopyTo(mixed);
                foreach (var k in groups[g]) mixed[k] = point.B[k];
                exchanged[g][row] = factors.Split(mixed);
            }
        });
        var outputs = new SobolOutputs(a, b, exchanged);
        var result = SobolIndices.Estimate(outputs, new SobolOptions { Seed = options.Seed, Threads = options.Threads });
        var failed = outputs.AB.Append(a).Append(b).Sum(column => column.Count(double.IsNaN));
        return factors.Study(
            options.Method, groups, size, size * (groups.Length + 2), failed, result.Mean, Math.Sqrt(result.Variance), double.NaN, g => (result.First[g], result.Total[g], double.NaN), row => row.Total.Value);
    }

    private static SensitivityStudy Morris(Factors factors, SensitivityOptions options, int size)
    {
        var failed = 0;
        var effects = MorrisScreening.Of(
            point =>
            {
                // Trajectories touch the ends 0 and 1, which unbounded distributions have no values for.
                Span<double> inside = stackalloc double[factors.Count];
                for (var k = 0; k < inside.Length; k++) inside[k] = Math.Clamp(point[k], .005, .995);
                return factors.Split(inside);
            },
            factors.Count, new MorrisOptions { Trajectories = size, Seed = options.Seed, Threads = options.Threads });
        foreach (var effect in effects) failed = Math.Max(failed, effect.Absolute.Failed);
        var sample = factors.Sample(1000, options);
        return factors.Study(
            options.Method, factors.Single(), size, size * (factors.Count + 1), failed, sample.Mean, sample.Deviation, double.NaN,
            k => (effects[k].Absolute, None, effects[k].Deviation), row => row.First.Value);
    }

    private static SensitivityStudy Pawn(Factors factors, SensitivityOptions options, int size)
    {
        var sample = factors.Sample(size, options);
        return factors.Study(
            options.Method, factors.Single(), size, size, sample.Failed, sample.Mean, sample.Deviation, GivenData.PawnOfNoise(sample.Output, seed: options.Seed).Median,
            k =>
            {
                var index = GivenData.Pawn(sample.Inputs[k], sample.Output);
                return (new SensitivityEstimate(index.Median, double.NaN, double.NaN, double.NaN, index.Draws, size - index.Draws), None, index.Maximum);
            },
            row => row.First.Value);
    }

    private static SensitivityStudy Shapley(Factors factors, SensitivityOptions options, int size)
    {
        var sample = factors.Sample(size, options);

        // All orders of many inputs cannot be walked: permutations are drawn.
        var shared = ShapleyEffects.OfSample(sample.Inputs, sample.Output, new ShapleyOptions { Permutations = 64, Seed = options.Seed, Threads = options.Threads });
        return factors.Study(
            options.Method, factors.Single(), size, size, sample.Failed, sample.Mean, sample.Deviation, double.NaN, k => (shared.Effects[k], None, double.NaN), row => row.First.Value);
    }

    /// <summary>What is varied: each assumption that varies and is read, the rival view, the gas market and the allies as blocks.</summary>
    private sealed class Factors : IDisposable
    {
        private const int AllyDraws = 1 << 16;
        private readonly AssessmentInputs _inputs;
        private readonly StrategyModel _model;
        private readonly GasTable _gas;
        private readonly GaussianCopula? _copula;
        private readonly ImmutableArray<int> _varied;
        private readonly ThreadLocal<StrategyModel.Memory> _memory;
        private readonly CancellationToken _cancellation;

        public Factors(AssessmentInputs inputs, AssessmentOptions options, CancellationToken cancellation)
        {
            (_inputs, _cancellation) = (inputs, cancellation);
            _model = new StrategyModel(inputs, options.Seed);
            _copula = AssumptionSampler.Correlated(inputs);
            _gas = GasTable.Solve(inputs, new AssumptionSampler(inputs, options with { Draws = GasTable.Block, Of = GasTable.Block }), 0, GasTable.Block, options.Threads, cancellation);
            _varied = [.. Enumerable.Range(0, inputs.Assumptions.Length).Where(k => inputs.Assumptions[k].Distribution is not PointMass && inputs.Reads((AssumptionIndex)k))];
            _memory = new ThreadLocal<StrategyModel.Memory>(_model.NewMemory);
            HasGas = inputs.Gas is { EuropeTakesPart: false };
            HasAllies = !inputs.Allies.IsEmpty && !inputs.Strategy.Moves.IsEmpty;
            Names =
            [
                .. _varied.Select(k => inputs.Assumptions[k].Name), Influence.RivalView, .. HasGas ? [GasBlock] : Array.Empty<string>(), .. HasAllies ? [AllyBlock] : Array.Empty<string>(),
            ];
        }

        private const string GasBlock = "gas_market";
        private const string AllyBlock = "allies";

        private bool HasGas { get; }

        private bool HasAllies { get; }

        private ImmutableArray<string> Names { get; }

        public int Count => Names.Length;

        public void Dispose() => _memory.Dispose();

        /// <summary>The chance of a split at a point of the unit cube, one coordinate per name.</summary>
        public double Split(ReadOnlySpan<double> at)
        {
            _cancellation.ThrowIfCancellationRequested();
            var memory = _memory.Value!;
            Span<double> point = stackalloc double[AssumptionSampler.Dimensions];
            point.Fill(.5);
            for (var k = 0; k < _varied.Length; k++) point[_varied[k]] = at[k];
            point[^1] = at[_varied.Length];
            var next = _varied.Length + 1;
            var gas = HasGas ? Math.Min((int)(at[next++] * GasTable.Block), GasTable.Block - 1) : 0;
            var allies = HasAllies ? Math.Min((int)(at[next] * AllyDraws), AllyDraws - 1) : 0;
            var view = AssumptionSampler.Values(_inputs.Assumptions, _copula, point, memory.Values);
            _model.Evaluate(memory.Values, allies, _gas, gas, memory);
            return memory.With[view].Target.Split;
        }

        /// <summary>One sample, with correlations as declared; the inputs are what the copula leaves of a Sobol' design.</summary>
        public (double[][] Inputs, double[] Output, int Failed, double Mean, double Deviation) Sample(int size, SensitivityOptions options)
        {
            var design = SampleDesign.Create(SamplingScheme.Sobol, Count, size, options.Seed);
            double[][] inputs = [.. Enumerable.Range(0, Count).Select(_ => new double[size])];
            var output = new double[size];
            ParallelDraws.Run(size, options.Threads, () => (Point: new double[Count], Whole: new double[AssumptionSampler.Dimensions]), (draw, memory) =>
            {
                design.Point(draw, memory.Point);
                output[draw] = Split(memory.Point);
                memory.Whole.AsSpan().Fill(.5);
                for (var k = 0; k < _varied.Length; k++) memory.Whole[_varied[k]] = memory.Point[k];
                _copula?.Apply(memory.Whole);
                for (var k = 0; k < Count; k++) inputs[k][draw] = k < _varied.Length ? memory.Whole[_varied[k]] : memory.Point[k];

                // The view is one of a few; as a rank its ties must be ties.
                inputs[_varied.Length][draw] = Math.Min((int)(memory.Point[_varied.Length] * ViewDefinition.All.Length), ViewDefinition.All.Length - 1);
            }, _cancellation);
            double[] held = [.. output.Where(double.IsFinite)];
            return (inputs, output, size - held.Length, Summary.Mean(held), Math.Sqrt(Summary.Variance(held)));
        }

        /// <summary>Every factor by itself.</summary>
        public ImmutableArray<ImmutableArray<int>> Single() => [.. Enumerable.Range(0, Count).Select(k => ImmutableArray.Create(k))];

        /// <summary>Factors, those that are correlated with each other, at first or further hand, together.</summary>
        public ImmutableArray<ImmutableArray<int>> Groups()
        {
            int[] label = [.. Enumerable.Range(0, Count)];
            foreach (var pair in _inputs.Strategy.Correlations)
            {
                var (first, second) = (Names.IndexOf(pair.First), Names.IndexOf(pair.Second));
                if (first < 0 || second < 0) continue;
                var (keep, drop) = (Math.Min(label[first], label[second]), Math.Max(label[first], label[second]));
                for (var k = 0; k < label.Length; k++) label[k] = label[k] == drop ? keep : label[k];
            }

            return [.. Enumerable.Range(0, Count).GroupBy(k => label[k]).Select(group => group.ToImmutableArray())];
        }

        public SensitivityStudy Study(
            SensitivityMethod method, ImmutableArray<ImmutableArray<int>> groups, int size, int runs, int failed, double mean, double deviation, double noise, Func<int, (SensitivityEstimate First, SensitivityEstimate Total, double Spread)> of,
            Func<InputSensitivity, double> order)
        {
            var rows = groups.Select((group, g) =>
            {
                var (first, total, spread) = of(g);
                var judged = group.Any(k => k >= _varied.Length || _inputs.Assumptions[_varied[k]].IsJudgement);
                return new InputSensitivity(string.Join(" & ", group.Select(k => Names[k])), judged, first, total, spread);
            });
            ImmutableArray<string> caveats =
            [
                .. HasGas ? ["The inputs of the gas market are drawn as one block."] : Array.Empty<string>(), .. groups.Any(group => group.Length > 1) ? ["Assumptions that are declared as correlated stand together, with the index of the group."] : Array.Empty<string>(),
                .. HasAllies ? ["What is uncertain about allies is drawn as one block."] : Array.Empty<string>(),
                "The chance of a split is the game's alone; reference class and forecast do not depend on these inputs.",
            ];
            return new SensitivityStudy(
                _inputs.Strategy, method, size, runs, failed, mean, deviation,
                [.. rows.OrderByDescending(row => double.IsNaN(order(row)) ? double.NegativeInfinity : order(row)).ThenBy(row => row.Name, StringComparer.Ordinal)], noise, caveats,
                InputGrounds.Of(_inputs, FormattableString.Invariant($"{method} of the chance of a split of {_inputs.Strategy.Key}, size {size}, {runs} runs of the chain, {failed} failed")));
        }
    }
}
