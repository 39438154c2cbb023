using System.Collections.Immutable;

namespace Entente.Numerics.Regression;

/// <summary>Covariance matrices A M A with A the inverse information within the effects and M by kind.</summary>
internal sealed unsafe class CovarianceEstimator
{
    private readonly RegressionFit _fit;
    private readonly RegressionData _data;
    private readonly SmallSample _convention;
    private readonly Scores _scores;
    private readonly double[] _bread;
    private readonly bool _linear;
    private readonly int _k;
    private readonly int _n;

    public CovarianceEstimator(RegressionFit fit, RegressionData data, RegressionFamily family, SmallSample convention)
    {
        (_fit, _data, _convention) = (fit, data, convention);
        _linear = family == RegressionFamily.Linear;
        _scores = new Scores(fit);
        (_k, _n) = (_scores.Count, fit.Layout.Rows);
        _bread = _k == 0 ? [] : SymmetricMatrix.Inverse(fit.Pick(_scores.Used), _k) ?? throw new EstimationException("The information matrix is singular: drop a regressor or rescale.");
    }

    public int[] Used => _scores.Used;

    public CovarianceEstimate Estimate(CovarianceKind kind) => kind switch
    {
        IidCovariance => Iid(kind),
        RobustCovariance robust => Robust(robust),
        ClusteredCovariance clustered => Clustered(clustered),
        DyadicCovariance dyadic => Dyadic(dyadic),
        _ => throw new EstimationException($"The covariance kind {kind.Name} is not known."),
    };

    private CovarianceEstimate Iid(CovarianceKind kind)
    {
        var parameters = Parameters([]);
        var factor = _linear
            ? _fit.Deviance / Math.Max(1, _n - (_convention.AdjustForParameters ? parameters : 0))
            : Adjustment(parameters);
        return Finish(kind.Name, [.. _bread.Select(value => value * factor)], factor, parameters, _linear ? _n - parameters : double.PositiveInfinity, [], 0);
    }

    private CovarianceEstimate Robust(RobustCovariance kind)
    {
        var parameters = Parameters([]);
        double[]? leverage = null;
        var factor = 1.0;
        if (kind.Adjustment is LeverageAdjustment.Hc2 or LeverageAdjustment.Hc3)
        {
            leverage = Leverage.OfEffects(_fit);
            _scores.AddLeverage(_bread, leverage);
            var full = Array.FindIndex(leverage, h => h > 1 - 1e-10);
            if (full >= 0)
            {
                var row = _fit.Layout.Order[full];
                throw new EstimationException($"Row {row} has leverage 1, it determines a coefficient by itself: HC2 and HC3 do not exist, choose HC1 or leave the row out.") { Row = row };
            }
        }
        else if (kind.Adjustment == LeverageAdjustment.Hc1)
        {
            // n / (n - 1) · (n - 1) / (n - K) = n / (n - K).
            factor = Adjustment(parameters) * (_convention.RobustFactor ? _n / (_n - 1.0) : 1);
        }

        var meat = _scores.Squares(leverage, kind.Adjustment == LeverageAdjustment.Hc3 ? 2 : 1);
        return Finish(kind.Name, Scaled(meat, factor), factor, parameters, _linear ? _n - parameters : double.PositiveInfinity, [], 0);
    }

    private CovarianceEstimate Clustered(ClusteredCovariance kind)
    {
        ImmutableArray<ClusterIds> dimensions = [.. kind.Clusters.Select(cluster => ClusterIds.Of(cluster.Name, cluster.Ids.Span, _fit.Layout, _data.Rows))];
        var fewest = dimensions.Min(dimension => dimension.Count);
        if (fewest < 2) throw new EstimationException($"The clusters {kind.Clusters[dimensions.IndexOf(dimensions.First(d => d.Count == fewest))].Name} have only {fewest} in the sample: at least two are needed.");
        var parameters = Parameters(dimensions);
        var factor = Adjustment(parameters);
        var total = new double[_k * _k];
        for (var subset = 1; subset < 1 << dimensions.Length; subset++)
        {
            ClusterIds? crossed = null;
            var members = 0;
            for (var d = 0; d < dimensions.Length; d++)
            {
                if ((subset >> d & 1) == 0) continue;
                members++;
                crossed = crossed is null ? dimensions[d] : ClusterIds.Cross(crossed, dimensions[d]);
            }

            var meat = Scores.Meat(_scores.SumBy(crossed!), _k);
            var clusters = _convention.Clusters switch { ClusterFactor.Fewest => fewest, ClusterFactor.PerTerm => crossed!.Count, _ => 0 };
            var scale = (members % 2 == 1 ? 1 : -1) * (clusters > 1 ? clusters / (clusters - 1.0) : 1);
            for (var i = 0; i < total.Length; i++) total[i] += scale * meat[i];
        }

        var matrix = Scaled(total, factor);
        var clipped = dimensions.Length > 1 ? SymmetricMatrix.ClipNegative(matrix, _k) : 0;
        return Finish(kind.Name, matrix, factor, parameters, _linear ? fewest - 1 : double.PositiveInfinity, [.. dimensions.Select(dimension => dimension.Count)], clipped);
    }

    private CovarianceEstimate Dyadic(DyadicCovariance kind)
    {
        var (first, second, members) = Members(kind);
        var pairs = ClusterIds.Cross(
            new ClusterIds([.. first.Zip(second, Math.Min)], members),
            new ClusterIds([.. first.Zip(second, Math.Max)], members));
        var byMember = Scores.Meat(_scores.SumByMember(first, second, members), _k);

        // Rows of a pair of different members share both and were counted twice; rows of a member with itself once.
        var sums = _scores.SumBy(pairs);
        for (var r = 0; r < first.Length; r++)
        {
            if (first[r] == second[r]) Array.Clear(sums, pairs.Ids[r] * _k, _k);
        }

        var byPair = Scores.Meat(sums, _k);
        for (var i = 0; i < byMember.Length; i++) byMember[i] -= byPair[i];
        var matrix = Scaled(byMember, 1);
        var clipped = SymmetricMatrix.ClipNegative(matrix, _k);
        return Finish(kind.Name, matrix, 1, Parameters([]), _linear ? members - 1 : double.PositiveInfinity, [members], clipped);
    }

    private (int[] First, int[] Second, int Members) Members(DyadicCovariance kind)
    {
        var layout = _fit.Layout;
        if (kind.First.Length != _data.Rows || kind.Second.Length != _data.Rows) throw new EstimationException($"The members of the dyads have {kind.First.Length} and {kind.Second.Length} ids for {_data.Rows} rows.");
        var map = new Dictionary<int, int>();
        int[] Number(ReadOnlySpan<int> ids)
        {
            var result = new int[layout.Rows];
            for (var r = 0; r < result.Length; r++)
            {
                var id = ids[layout.Order[r]];
                if (!map.TryGetValue(id, out var number)) map.Add(id, number = map.Count);
                result[r] = number;
            }

            return result;
        }

        var (first, second) = (Number(kind.First.Span), Number(kind.Second.Span));
        return (first, second, map.Count);
    }

    private double[] Scaled(double[] meat, double factor)
    {
        var matrix = SymmetricMatrix.Sandwich(_bread, meat, _k);
        for (var i = 0; i < matrix.Length; i++) matrix[i] *= factor;
        return matrix;
    }

    private double Adjustment(int parameters)
    {
        if (!_convention.AdjustForParameters) return 1;
        if (parameters >= _n) throw new EstimationException($"{parameters} parameters for {_n} observations leave no degrees of freedom.");
        return (_n - 1.0) / (_n - parameters);
    }

    // K: coefficients and the levels of the effects, one of each effect after the first being redundant.
    private int Parameters(ImmutableArray<ClusterIds> clusters)
    {
        var effects = _data.Effects.Length;
        if (effects == 0 || _convention.Effects == EffectCount.None) return _k;
        var all = 0;
        int nestedLevels = 0, nested = 0;
        for (var f = 0; f < effects; f++)
        {
            var levels = _fit.Sample.Groups[f];
            all += levels;
            if (_convention.Effects != EffectCount.NonNested || !clusters.Any(cluster => IsNested(f, cluster))) continue;
            nestedLevels += levels;
            nested++;
        }

        var count = _k + all - (effects - 1);
        return nested == 0 ? count : nested == effects ? _k + 1 : count - (nestedLevels - nested);
    }

    private bool IsNested(int effect, ClusterIds cluster)
    {
        var layout = _fit.Layout;
        if (effect == layout.Pivot) return cluster.Holds(layout.Group.Pointer, 0, layout.Groups);
        var k = Array.IndexOf(layout.EffectOf, effect);
        return cluster.Holds(layout.LevelPointers[k], layout.Offset[k], layout.Offset[k + 1] - layout.Offset[k]);
    }

    private CovarianceEstimate Finish(string name, double[] matrix, double factor, int parameters, double degrees, ImmutableArray<int> clusters, int clipped) => new(
        name, _convention.Name, [.. matrix], [.. Enumerable.Range(0, _k).Select(i => Math.Sqrt(Math.Max(0, matrix[(i * _k) + i])))], factor, parameters, degrees, clusters, clipped);
}
