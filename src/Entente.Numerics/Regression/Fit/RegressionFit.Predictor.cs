using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics.Regression;

/// <summary>From coefficients to the linear predictor, and back by half a step where the deviance rose.</summary>
internal sealed unsafe partial class RegressionFit
{
    // The effects of the predictor are those of the response less those of the regressors times their coefficients.
    private void Combine()
    {
        (_otherEffect, _otherEffectBefore) = (_otherEffectBefore, _otherEffect);
        (_pivotEffect, _pivotEffectBefore) = (_pivotEffectBefore, _pivotEffect);
        var stride = Block.Stride;
        Span<double> factor = stackalloc double[stride];
        factor.Clear();
        for (var j = 0; j < Block.Columns; j++) factor[j] = -Coefficients[j];
        factor[Block.Columns] = 1;
        Contract(Solver.Other.Pointer, Layout.OtherLevels, factor, _otherEffect.Pointer);
        Contract(_pivot.Pointer, Layout.Groups, factor, _pivotEffect.Pointer);
    }

    private static void Contract(double* rows, int count, ReadOnlySpan<double> factor, double* result)
    {
        for (var l = 0; l < count; l++)
        {
            double sum = 0;
            var row = rows + ((long)l * factor.Length);
            for (var j = 0; j < factor.Length; j++) sum += row[j] * factor[j];
            result[l] = sum;
        }
    }

    // A new linear predictor, weights, working response and deviance.
    private double Advance()
    {
        var (stride, columns) = (Block.Stride, Block.Columns);
        using var lanes = new AlignedArray<double>(stride);
        lanes.Clear();
        for (var j = 0; j < columns; j++) lanes[j] = Coefficients[j];
        var beta = lanes.Pointer;
        var deviance = new double[Layout.Parts];
        var moved = new double[Layout.Parts];
        Each(part =>
        {
            const int Run = 1024;
            var (from, to) = RowsOf(part);
            for (var first = from; first < to; first += Run)
            {
                var last = Math.Min(first + Run, to);
                moved[part] += Predict(first, last, beta);
                deviance[part] += FamilyKernels.Update(_family, Outcome, Predictor, Offset, Prior, Weight, Response, first, last);
            }
        });
        _movement = Math.Sqrt(moved.Sum() / Layout.Rows);
        return deviance.Sum();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Predict(int from, int to, double* beta)
    {
        var stride = Block.Stride;
        double* values = Block.Values.Pointer, pivot = _pivotEffect.Pointer, other = _otherEffect.Pointer, predictor = _predictor.Pointer, outcome = _outcome.Pointer, weight = _weight.Pointer;
        var offset = Offset;
        var group = Layout.Group.Pointer;
        int** levels = Layout.LevelPointers;
        double** slopes = Layout.SlopePointers;
        var others = Layout.Others;
        var binary = _family is RegressionFamily.Logit or RegressionFamily.ComplementaryLogLog;
        double movement = 0;
        for (var r = from; r < to; r++)
        {
            var row = values + ((long)r * stride);
            var products = Vector256.Load(row) * Vector256.Load(beta);
            for (var j = 4; j < stride; j += 4) products = Vector256.FusedMultiplyAdd(Vector256.Load(row + j), Vector256.Load(beta + j), products);
            var eta = Vector256.Sum(products) + pivot[group[r]];
            for (var f = 0; f < others; f++) eta += slopes[f] is null ? other[levels[f][r]] : slopes[f][r] * other[levels[f][r]];
            if (offset is not null) eta += offset[r];
            var atBoundary = outcome[r] == 0 || (binary && outcome[r] == 1);
            var change = eta - predictor[r];
            if (atBoundary && Math.Abs(change) > DriftSign) _lastDrift[r] = (ushort)Iterations;
            movement += weight[r] * change * change;
            predictor[r] = eta;
        }

        return movement;
    }

    private void Halve()
    {
        for (var l = 0; l < Layout.OtherLevels; l++) _otherEffect[l] = (_otherEffect[l] + _otherEffectBefore[l]) / 2;
        for (var g = 0; g < Layout.Groups; g++) _pivotEffect[g] = (_pivotEffect[g] + _pivotEffectBefore[g]) / 2;
        for (var j = 0; j < Coefficients.Length; j++) Coefficients[j] = (Coefficients[j] + _coefficientsBefore[j]) / 2;
    }

    /// <summary>For each row 0, or the direction of its boundary (1 up, -1 down) where its predictor still ran away in one of the last steps.</summary>
    public int[] Candidates()
    {
        var result = new int[Layout.Rows];
        for (var r = 0; r < Layout.Rows; r++)
        {
            if (RanAway(r)) result[r] = _outcome[r] == 0 ? -1 : 1;
        }

        return result;
    }

    /// <summary>Whether any row is a candidate for separation.</summary>
    public bool HasCandidates()
    {
        for (var r = 0; r < Layout.Rows; r++)
        {
            if (RanAway(r)) return true;
        }

        return false;
    }

    // Once a fitted mean is too small for the arithmetic its row stands still: so not the last step alone counts.
    private bool RanAway(int row) => _lastDrift[row] > 0 && _lastDrift[row] >= Iterations - WatchedSteps;
}
