using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics.Regression;

/// <summary>The working weight and response of iteratively reweighted least squares, and the deviance (McCullagh and Nelder 1989, ch. 2).</summary>
internal static unsafe class FamilyKernels
{
    /// <summary>From the linear predictor of the rows from … to: weight, working response (offset taken off), and the sum of deviances.</summary>
    public static double Update(RegressionFamily family, double* outcome, double* predictor, double* offset, double* prior, double* weight, double* response, int from, int to) => family switch
    {
        RegressionFamily.Poisson => Poisson(outcome, predictor, offset, prior, weight, response, from, to),
        RegressionFamily.Logit => Logit(outcome, predictor, offset, prior, weight, response, from, to),
        RegressionFamily.ComplementaryLogLog => ComplementaryLogLog(outcome, predictor, offset, prior, weight, response, from, to),
        _ => Linear(outcome, predictor, offset, prior, weight, response, from, to),
    };

    /// <summary>
    /// A first linear predictor: halfway between the outcome and a typical value, so that it lies inside the range. For the Poisson family the typical value of each
    /// row stands in <paramref name="predictor"/> on the way in.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Start(RegressionFamily family, double* outcome, double* predictor, int from, int to)
    {
        switch (family)
        {
            case RegressionFamily.Poisson:
                var half = Vector512.Create(.5);
                var r = from;
                for (; r + 8 <= to; r += 8) Vector512.Log((Vector512.Load(outcome + r) + Vector512.Load(predictor + r)) * half).Store(predictor + r);
                for (; r < to; r++) predictor[r] = Math.Log((outcome[r] + predictor[r]) / 2);
                break;
            case RegressionFamily.Logit:
                for (r = from; r < to; r++) predictor[r] = Math.Log((outcome[r] + .5) / (1.5 - outcome[r]));
                break;
            case RegressionFamily.ComplementaryLogLog:
                for (r = from; r < to; r++) predictor[r] = Math.Log(-Math.Log(1 - ((outcome[r] + .5) / 2)));
                break;
            default:
                new Span<double>(predictor + from, to - from).Clear();
                break;
        }
    }

    /// <summary>The mean that belongs to a linear predictor.</summary>
    public static double Mean(RegressionFamily family, double predictor) => family switch
    {
        RegressionFamily.Poisson => Math.Exp(predictor),
        RegressionFamily.Logit => 1 / (1 + Math.Exp(-predictor)),
        RegressionFamily.ComplementaryLogLog => -Math.Exp(-Math.Exp(predictor)) + 1,
        _ => predictor,
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Poisson(double* outcome, double* predictor, double* offset, double* prior, double* weight, double* response, int from, int to)
    {
        var sum = Vector512<double>.Zero;
        var one = Vector512<double>.One;
        var tiny = Vector512.Create(1e-300);
        double rest = 0;
        for (var r = from; r < to; r += 8)
        {
            if (r + 8 > to)
            {
                for (; r < to; r++) rest += PoissonRow(outcome, predictor, offset, prior, weight, response, r);
                break;
            }

            Vector512<double> y = Vector512.Load(outcome + r), eta = Vector512.Load(predictor + r);
            var mean = Vector512.Exp(eta);
            var working = eta + (y / mean) - one;
            if (offset is not null) working -= Vector512.Load(offset + r);
            working.Store(response + r);
            var deviance = Vector512.FusedMultiplyAdd(y, Vector512.Log(Vector512.Max(y, tiny)) - eta, mean - y);
            if (prior is null)
            {
                mean.Store(weight + r);
                sum += deviance;
            }
            else
            {
                var p = Vector512.Load(prior + r);
                (mean * p).Store(weight + r);
                sum = Vector512.FusedMultiplyAdd(deviance, p, sum);
            }
        }

        return 2 * (Vector512.Sum(sum) + rest);
    }

    private static double PoissonRow(double* outcome, double* predictor, double* offset, double* prior, double* weight, double* response, int r)
    {
        double y = outcome[r], eta = predictor[r], p = prior is null ? 1 : prior[r], mean = Math.Exp(eta);
        weight[r] = mean * p;
        response[r] = eta + (y / mean) - 1 - (offset is null ? 0 : offset[r]);
        return p * ((y > 0 ? y * (Math.Log(y) - eta) : 0) + mean - y);
    }

    private static double Logit(double* outcome, double* predictor, double* offset, double* prior, double* weight, double* response, int from, int to)
    {
        double deviance = 0;
        for (var r = from; r < to; r++)
        {
            double y = outcome[r], eta = predictor[r], p = prior is null ? 1 : prior[r];
            var e = Math.Exp(-Math.Abs(eta));
            var mean = eta >= 0 ? 1 / (1 + e) : e / (1 + e);
            var variance = Math.Max(e / ((1 + e) * (1 + e)), 1e-300);
            weight[r] = p * variance;
            response[r] = eta + ((y - mean) / variance) - (offset is null ? 0 : offset[r]);
            deviance += p * (Entropy(y) + (Math.Max(eta, 0) + Math.Log(1 + e)) - (y * eta));
        }

        return 2 * deviance;
    }

    private static double ComplementaryLogLog(double* outcome, double* predictor, double* offset, double* prior, double* weight, double* response, int from, int to)
    {
        double deviance = 0;
        for (var r = from; r < to; r++)
        {
            double y = outcome[r], eta = predictor[r], p = prior is null ? 1 : prior[r];
            var hazard = Math.Exp(Math.Min(eta, 700));
            var survival = Math.Exp(-hazard);
            var mean = hazard < 1e-5 ? hazard * (1 - (hazard / 2)) : 1 - survival;
            var slope = Math.Max(hazard * survival, 1e-300);
            weight[r] = p * Math.Max(slope * slope / Math.Max(mean * survival, 1e-300), 1e-300);
            response[r] = eta + ((y - mean) / slope) - (offset is null ? 0 : offset[r]);
            deviance += p * (Entropy(y) - (y > 0 ? y * Math.Log(Math.Max(mean, 1e-300)) : 0) + ((1 - y) * hazard));
        }

        return 2 * deviance;
    }

    private static double Linear(double* outcome, double* predictor, double* offset, double* prior, double* weight, double* response, int from, int to)
    {
        double deviance = 0;
        for (var r = from; r < to; r++)
        {
            var p = prior is null ? 1 : prior[r];
            weight[r] = p;
            response[r] = outcome[r] - (offset is null ? 0 : offset[r]);
            deviance += p * (outcome[r] - predictor[r]) * (outcome[r] - predictor[r]);
        }

        return deviance;
    }

    private static double Entropy(double y) => y is > 0 and < 1 ? (y * Math.Log(y)) + ((1 - y) * Math.Log(1 - y)) : 0;
}
