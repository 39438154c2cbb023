using System.Runtime.Intrinsics;

namespace Entente.Numerics.Equilibrium;

public sealed unsafe partial class SectoralHatWorkspace
{
    private const int InnerLimit = 3000;

    // Inner loops are solved to rounding, so that the outer one sees a smooth function; a loop that stagnates this close is done.
    private const double InnerTolerance = 1e-14, Stagnation = 1e-11;

    /// <summary>
    /// Prices at given wages: the fixed point of ln P = -1/theta ln sum pi B c^-theta with ln c = g ln w + G ln P. A contraction in the largest log change with
    /// modulus 1 - the smallest share of value added, so it converges from anywhere; accelerated, starting from the prices of the last wages.
    /// </summary>
    private bool Prices(int depth)
    {
        _wideHistory.Clear();
        var error = PriceStep(_logPrice, _logPriceStep);
        double previous = double.PositiveInfinity;
        for (var pass = 0; pass < InnerLimit; pass++)
        {
            if (!double.IsFinite(error)) return false;
            if (error <= InnerTolerance || (error <= Stagnation && error >= 0.5 * previous)) return true;
            previous = error;
            _wideHistory.Propose(_logPrice, _logPriceStep, _nextLogPrice);
            error = PriceStep(_nextLogPrice, _nextLogPriceStep);
            if (!(error <= previous))
            {
                // The plain step never fails to shrink the error.
                _wideHistory.Clear();
                Sum(_logPrice, _logPriceStep, _nextLogPrice);
                error = PriceStep(_nextLogPrice, _nextLogPriceStep);
            }

            _wideHistory.Add(_logPrice, _logPriceStep, _nextLogPrice, _nextLogPriceStep, depth);
            (_logPrice, _nextLogPrice) = Swapped(_logPrice, _nextLogPrice);
            (_logPriceStep, _nextLogPriceStep) = Swapped(_logPriceStep, _nextLogPriceStep);
        }

        return false;
    }

    private double PriceStep(double* logPrice, double* step)
    {
        InnerIterations++;
        Vector512<double> largest = default;
        for (var j = 0; j < Sectors; j++)
        {
            double* cost = _cost + j * _stride, supply = _supply + j * _stride, sum = _priceSum + j * _stride, idle = _idle + j * _stride;
            var minusTheta = Vector512.Create(-_thetas[j]);
            for (var k = 0; k < _stride; k += 8)
            {
                var log = Vector512.Load(_valueAddedShares + j * _stride + k) * Vector512.Load(_xTrial + k);
                for (var s = 0; s < Sectors; s++) log = Vector512.FusedMultiplyAdd(Vector512.Load(_inputShares + ((long)s * Sectors + j) * _stride + k), Vector512.Load(logPrice + s * _stride + k), log);
                log.Store(cost + k);
                Vector512.Exp(minusTheta * log).Store(supply + k);
            }

            MatrixKernel.ScaledRowSum(_matrices + (long)j * _rows * _stride, supply, sum, Count, _stride);
            var power = Vector512.Create(-1 / _thetas[j]);
            for (var k = 0; k < _stride; k += 8)
            {
                var moved = power * Vector512.Log(Vector512.Load(sum + k) + Vector512.Load(idle + k)) - Vector512.Load(logPrice + j * _stride + k);
                moved.Store(step + j * _stride + k);
                largest = Vector512.Max(largest, Vector512.Abs(moved));
            }
        }

        return Largest(largest);
    }

    /// <summary>
    /// Spending on each sector's goods, as a change: the fixed point of X = G Y + a I with Y = pi' X, linear, and a contraction in the sum of absolute values
    /// with the same modulus as the prices.
    /// </summary>
    private bool Spending(int depth)
    {
        _wideHistory.Clear();
        var error = SpendingStep(_spending, _spendingStep);
        double previous = double.PositiveInfinity;
        for (var pass = 0; pass < InnerLimit; pass++)
        {
            if (!double.IsFinite(error)) return false;
            if (error <= InnerTolerance || (error <= Stagnation && error >= 0.5 * previous)) return Positive(_spending);
            previous = error;
            _wideHistory.Propose(_spending, _spendingStep, _nextSpending);
            error = SpendingStep(_nextSpending, _nextSpendingStep);
            if (!(error <= 2 * previous))
            {
                _wideHistory.Clear();
                Sum(_spending, _spendingStep, _nextSpending);
                error = SpendingStep(_nextSpending, _nextSpendingStep);
            }

            _wideHistory.Add(_spending, _spendingStep, _nextSpending, _nextSpendingStep, depth);
            (_spending, _nextSpending) = Swapped(_spending, _nextSpending);
            (_spendingStep, _nextSpendingStep) = Swapped(_spendingStep, _nextSpendingStep);
        }

        return false;
    }

    // The error is relative to the spending itself, so small sectors are solved as finely as large ones, unless an embargo leaves next to nothing of one.
    private double SpendingStep(double* spending, double* step)
    {
        InnerIterations++;
        for (var j = 0; j < Sectors; j++)
        {
            var at = j * _stride;
            for (var k = 0; k < _stride; k += 8)
            {
                (Vector512.Load(spending + at + k) * Vector512.Load(_basePurchases + at + k) / (Vector512.Load(_priceSum + at + k) + Vector512.Load(_idle + at + k))).Store(_demand + at + k);
            }

            MatrixKernel.RowProducts(_matrices + (long)j * _rows * _stride, _demand + at, _sales + at, Count, _stride);
            for (var k = 0; k < _stride; k += 8) (Vector512.Load(_sales + at + k) * Vector512.Load(_supply + at + k)).Store(_sales + at + k);
        }

        Vector512<double> largest = default, smallest = Vector512.Create(1e-9);
        for (var j = 0; j < Sectors; j++)
        {
            var at = j * _stride;
            for (var k = 0; k < _stride; k += 8)
            {
                var bought = Vector512.Load(_finalShares + at + k) * Vector512.Load(_income + k);
                for (var s = 0; s < Sectors; s++) bought = Vector512.FusedMultiplyAdd(Vector512.Load(_inputShares + ((long)j * Sectors + s) * _stride + k), Vector512.Load(_sales + s * _stride + k), bought);
                var idle = Vector512.Load(_idle + at + k);
                var old = Vector512.Load(spending + at + k);
                var moved = (bought + idle) / (Vector512.Load(_basePurchases + at + k) + idle) - old;
                moved.Store(step + at + k);
                largest = Vector512.Max(largest, Vector512.Abs(moved) / Vector512.Max(Vector512.Abs(old), smallest));
            }
        }

        return Largest(largest);
    }

    // Below 0 by more than rounding, the inputs of some sector exceed what the world can pay for.
    private bool Positive(double* values)
    {
        var least = Vector512.Create(-1e-15);
        for (var k = 0; k < _length; k += 8)
        {
            if (!Vector512.GreaterThanAll(Vector512.Load(values + k), least)) return false;
        }

        return true;
    }

    private void Sum(double* point, double* step, double* target)
    {
        for (var k = 0; k < _length; k += 8) (Vector512.Load(point + k) + Vector512.Load(step + k)).Store(target + k);
    }

    private static double Largest(Vector512<double> values)
    {
        double largest = 0;
        for (var lane = 0; lane < 8; lane++)
        {
            var value = values.GetElement(lane);
            largest = double.IsNaN(value) || value > largest ? value : largest;
        }

        return largest;
    }

    private static Pair Swapped(double* a, double* b) => new() { First = b, Second = a };

    private ref struct Pair
    {
        public double* First, Second;

        public readonly void Deconstruct(out double* first, out double* second)
        {
            first = First;
            second = Second;
        }
    }
}
