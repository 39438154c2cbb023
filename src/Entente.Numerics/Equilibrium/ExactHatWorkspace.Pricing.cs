using System.Runtime.Intrinsics;

namespace Entente.Numerics.Equilibrium;

public sealed unsafe partial class ExactHatWorkspace
{
    // Wages and prices at the trial point where the supply of output is fixed. Returns world output over what the world would spend if each economy kept its ratio of spending to output.
    private double PriceFixedSupply(double theta)
    {
        _revenue = _wage;
        Vector512<double> income = default, desired = default;
        for (var k = 0; k < _stride; k += 8)
        {
            var wage = Vector512.Exp(Vector512.Load(_xTrial + k));
            wage.Store(_wage + k);
            income = Vector512.FusedMultiplyAdd(Vector512.Load(_output + k), wage, income);
            desired = Vector512.FusedMultiplyAdd(Vector512.Load(_expenditure + k), wage, desired);
        }

        var world = VectorSum.Of(income);
        var scale = Vector512.Create(1 / world);
        var shift = Vector512.Create(-Math.Log(world));
        var minusTheta = Vector512.Create(-theta);
        for (var k = 0; k < _stride; k += 8)
        {
            var x = Vector512.Load(_xTrial + k) + shift;
            x.Store(_xTrial + k);
            Vector512.Exp(minusTheta * x).Store(_supply + k);
            (Vector512.Load(_wage + k) * scale).Store(_wage + k);
        }

        MatrixKernel.ScaledRowSum(_matrix, _supply, _price, Count, _stride);
        return world / VectorSum.Of(desired);
    }

    // With elastic supply the value of output, w (w/p)^psi, needs the prices before world output is known; all of it scales with the wages. Returns as the above.
    private double PriceElasticSupply(double theta, double psi)
    {
        _revenue = _ownRevenue;
        Vector512<double> minusTheta = Vector512.Create(-theta), perTheta = Vector512.Create(1 / theta), psis = Vector512.Create(psi);
        for (var k = 0; k < _stride; k += 8) Vector512.Exp(minusTheta * Vector512.Load(_xTrial + k)).Store(_supply + k);
        MatrixKernel.ScaledRowSum(_matrix, _supply, _price, Count, _stride);
        Vector512<double> income = default, desired = default;
        for (var k = 0; k < _stride; k += 8)
        {
            var x = Vector512.Load(_xTrial + k);
            var logReal = Vector512.FusedMultiplyAdd(perTheta, Vector512.Log(Vector512.Load(_price + k) + Vector512.Load(_padding + k)), x);
            var revenue = Vector512.Exp(Vector512.FusedMultiplyAdd(psis, logReal, x));
            revenue.Store(_revenue + k);
            income = Vector512.FusedMultiplyAdd(Vector512.Load(_output + k), revenue, income);
            desired = Vector512.FusedMultiplyAdd(Vector512.Load(_expenditure + k), revenue, desired);
        }

        var world = VectorSum.Of(income);
        var shift = -Math.Log(world);
        Vector512<double> scale = Vector512.Create(1 / world), shifts = Vector512.Create(shift), dearer = Vector512.Create(Math.Exp(-theta * shift));
        for (var k = 0; k < _stride; k += 8)
        {
            var x = Vector512.Load(_xTrial + k) + shifts;
            x.Store(_xTrial + k);
            Vector512.Exp(x).Store(_wage + k);
            (Vector512.Load(_revenue + k) * scale).Store(_revenue + k);
            (Vector512.Load(_supply + k) * dearer).Store(_supply + k);
            (Vector512.Load(_price + k) * dearer).Store(_price + k);
        }

        return world / VectorSum.Of(desired);
    }
}
