namespace Entente.Numerics.Regression;

/// <summary>Preconditioned conjugate gradients on the reduced system, all columns side by side, each with its own step lengths.</summary>
internal sealed unsafe partial class EffectSolver
{
    private const int RestartEvery = 100;
    private const double Growth = 1e3;
    private const double Floor = 1e-6;

    private void Iterate<T>(double tolerance)
        where T : struct, IColumnLanes<T>
    {
        var length = Other.Length;
        AlignedArray<double> residual = _vectors[0], direction = _vectors[1], image = _vectors[2], solved = _vectors[3];
        var scale = new double[_stride];
        var size = new double[_stride];
        var product = new double[_stride];
        var earlier = new double[_stride];
        var curvature = new double[_stride];
        var step = new double[_stride];
        var settled = new bool[_stride];
        var best = new double[_stride];
        Array.Fill(best, double.PositiveInfinity);
        LaneVectors.WeightedSquares(_right.Pointer, _diagonal!.Pointer, _layout.OtherLevels, _stride, scale);

        Apply<T>(Other, image);
        LaneVectors.Difference(_right.Pointer, image.Pointer, residual.Pointer, length);
        for (var count = 0; ; count++)
        {
            LaneVectors.WeightedSquares(residual.Pointer, _diagonal.Pointer, _layout.OtherLevels, _stride, size);
            if (Reached(size, scale, tolerance, best, settled)) return;
            if (count > 0 && count % RestartEvery == 0)
            {
                // Rounding drifts into the null space that effects always share: start again from the true residual.
                Apply<T>(Other, image);
                LaneVectors.Difference(_right.Pointer, image.Pointer, residual.Pointer, length);
            }

            if (count == _maximum)
            {
                Converged = false;
                return;
            }

            Iterations++;
            Precondition<T>(residual, solved);
            LaneVectors.Products(residual.Pointer, solved.Pointer, _layout.OtherLevels, _stride, product);
            if (count % RestartEvery == 0)
            {
                direction.CopyFrom(solved);
            }
            else
            {
                for (var k = 0; k < _stride; k++) step[k] = earlier[k] > 0 ? product[k] / earlier[k] : 0;
                LaneVectors.ScaleAndAdd(direction.Pointer, solved.Pointer, step, _layout.OtherLevels, _stride);
            }

            Apply<T>(direction, image);
            LaneVectors.Products(direction.Pointer, image.Pointer, _layout.OtherLevels, _stride, curvature);
            for (var k = 0; k < _stride; k++) step[k] = curvature[k] > 0 && !settled[k] ? product[k] / curvature[k] : 0;
            LaneVectors.Advance(Other.Pointer, direction.Pointer, residual.Pointer, image.Pointer, step, _layout.OtherLevels, _stride);
            product.CopyTo(earlier, 0);
        }
    }

    // A column that is there stays as it is: further steps along directions of no curvature would only add rounding errors, without bound. So does one whose residual
    // grows again after it was small: it has met the limit of rounding.
    private static bool Reached(double[] size, double[] scale, double tolerance, double[] best, bool[] settled)
    {
        var all = true;
        for (var k = 0; k < size.Length; k++)
        {
            best[k] = Math.Min(best[k], size[k]);
            var atFloor = size[k] > Growth * best[k] && best[k] <= Floor * Floor * scale[k];
            settled[k] |= size[k] <= tolerance * tolerance * scale[k] || atFloor;
            all &= settled[k];
        }

        return all;
    }

    private void Apply<T>(AlignedArray<double> v, AlignedArray<double> result)
        where T : struct, IColumnLanes<T>
    {
        double* from = v.Pointer, inverse = _inverse.Pointer;
        Accumulate(result, (part, target) =>
        {
            for (var column = 0; column < _stride; column += T.Width)
            {
                double* x = from + column, y = (double*)target + column;
                if (_layout.HasSlopes || _layout.Others > 2) EffectKernels.ApplyAny<T>(_layout, part, _weight, inverse, x, y, _stride);
                else if (_layout.Others == 2) EffectKernels.ApplyTwo<T>(_layout, part, _weight, inverse, x, y, _stride);
                else EffectKernels.ApplyOne<T>(_layout, part, _weight, inverse, x, y, _stride);
            }
        });
    }

    private void Precondition<T>(AlignedArray<double> residual, AlignedArray<double> target)
        where T : struct, IColumnLanes<T>
    {
        for (var f = 0; f < _layout.Others; f++)
        {
            if (_twoWay is not null && _twoWay.Covers(f)) continue;
            LaneVectors.DivideRows(residual.Pointer, _diagonal!.Pointer, target.Pointer, _layout.Offset[f], _layout.Offset[f + 1], _stride);
        }

        if (_twoWay is null) return;
        for (var column = 0; column < _stride; column += T.Width) _twoWay.Apply<T>(residual.Pointer, target.Pointer, _stride, column);
    }

    private void FillDiagonal()
    {
        var diagonal = _diagonal!.Pointer;
        _diagonal.Clear();
        for (var f = 0; f < _layout.Others; f++)
        {
            var level = _layout.LevelPointers[f];
            var slope = _layout.SlopePointers[f];
            for (var r = 0; r < _layout.Rows; r++) diagonal[level[r]] += slope is null ? _weight[r] : _weight[r] * slope[r] * slope[r];
        }
    }
}
