using System.Collections.Immutable;

namespace Entente.Numerics.Regression;

/// <summary>A logit estimated by penalised likelihood.</summary>
/// <param name="Coefficients">k coefficients, in the order of the regressors.</param>
/// <param name="Covariance">k × k inverse information at the estimate, row by row.</param>
/// <param name="PenalisedLogLikelihood">ln L + ½ ln |I|.</param>
/// <param name="Iterations">Newton steps.</param>
public sealed record FirthEstimate(ImmutableArray<double> Coefficients, ImmutableArray<double> Covariance, double PenalisedLogLikelihood, int Iterations);

/// <summary>
/// Logit with the penalty of Jeffreys' prior (Firth 1993, Biometrika 80:27; Heinze and Schemper 2002, Statistics in Medicine 21:2409): finite also where outcomes are rare or separated,
/// and free of the bias of first order. The score is U*_j = sum_i (y_i - p_i + h_i (½ - p_i)) x_ij, with h_i the leverages of W^½ X.
/// </summary>
public static class FirthLogit
{
    private const int MaximumIterations = 200;
    private const double LargestStep = 5;

    /// <summary>Estimates the coefficients.</summary>
    /// <param name="outcome">n values, 0 or 1.</param>
    /// <param name="regressors">n × k values, row by row; the constant is one of the columns.</param>
    /// <param name="k">Number of columns.</param>
    /// <exception cref="EstimationException">Shapes do not fit, a value is not finite or an outcome neither 0 nor 1, the columns are collinear, or there is no convergence.</exception>
    public static FirthEstimate Estimate(ReadOnlySpan<double> outcome, ReadOnlySpan<double> regressors, int k)
    {
        var n = outcome.Length;
        if (n == 0 || k < 1 || regressors.Length != n * k) throw new EstimationException($"{n} outcomes and {regressors.Length} values do not make a table of {k} columns.");
        foreach (var y in outcome)
        {
            if (y is not (0 or 1)) throw new EstimationException("An outcome is neither 0 nor 1.");
        }

        foreach (var x in regressors)
        {
            if (!double.IsFinite(x)) throw new EstimationException("A regressor has a value that is not finite.");
        }

        var beta = new double[k];
        var (information, score) = (new double[k * k], new double[k]);
        var (value, inverse) = Evaluate(outcome, regressors, k, beta, information);
        for (var iteration = 1; iteration <= MaximumIterations; iteration++)
        {
            Score(outcome, regressors, k, beta, inverse, score);
            var step = new double[k];
            var largest = 0.0;
            for (var j = 0; j < k; j++)
            {
                for (var m = 0; m < k; m++) step[j] += inverse[(j * k) + m] * score[m];
                largest = Math.Max(largest, Math.Abs(step[j]));
            }

            var scale = largest > LargestStep ? LargestStep / largest : 1;
            for (var half = 0; half < 30; half++, scale /= 2)
            {
                var next = new double[k];
                for (var j = 0; j < k; j++) next[j] = beta[j] + (scale * step[j]);
                var (trial, trialInverse) = Evaluate(outcome, regressors, k, next, information);
                if (trial < value - (1e-10 * Math.Abs(value))) continue;
                (beta, value, inverse) = (next, trial, trialInverse);
                break;
            }

            if (largest < 1e-9) return new FirthEstimate([.. beta], [.. inverse], value, iteration);
        }

        throw new EstimationException($"The penalised likelihood did not converge in {MaximumIterations} steps.");
    }

    private static (double Value, double[] Inverse) Evaluate(ReadOnlySpan<double> outcome, ReadOnlySpan<double> x, int k, double[] beta, double[] information)
    {
        Array.Clear(information);
        var likelihood = 0.0;
        for (var i = 0; i < outcome.Length; i++)
        {
            var row = x.Slice(i * k, k);
            var eta = 0.0;
            for (var j = 0; j < k; j++) eta += row[j] * beta[j];
            var tail = Math.Log(1 + Math.Exp(-Math.Abs(eta)));
            likelihood += (outcome[i] == 1 ? Math.Min(eta, 0) : Math.Min(-eta, 0)) - tail;
            var p = 1 / (1 + Math.Exp(-eta));
            var weight = p * (1 - p);
            for (var j = 0; j < k; j++)
            {
                var wx = weight * row[j];
                for (var m = 0; m <= j; m++) information[(j * k) + m] += wx * row[m];
            }
        }

        var (floor, kept) = (new double[k], new bool[k]);
        for (var j = 0; j < k; j++)
        {
            floor[j] = 1e-11 * information[(j * k) + j];
            for (var m = 0; m < j; m++) information[(m * k) + j] = information[(j * k) + m];
        }

        var l = SymmetricMatrix.Cholesky(information, k, floor, kept);
        if (kept.Contains(false) || SymmetricMatrix.Inverse(information, k) is not { } inverse) throw new EstimationException("The columns are collinear: one is a combination of the others.");
        for (var j = 0; j < k; j++) likelihood += Math.Log(l[(j * k) + j]);
        return (likelihood, inverse);
    }

    private static void Score(ReadOnlySpan<double> outcome, ReadOnlySpan<double> x, int k, double[] beta, double[] inverse, double[] score)
    {
        Array.Clear(score);
        for (var i = 0; i < outcome.Length; i++)
        {
            var row = x.Slice(i * k, k);
            var eta = 0.0;
            for (var j = 0; j < k; j++) eta += row[j] * beta[j];
            var p = 1 / (1 + Math.Exp(-eta));
            var leverage = 0.0;
            for (var j = 0; j < k; j++)
            {
                var sum = 0.0;
                for (var m = 0; m < k; m++) sum += inverse[(j * k) + m] * row[m];
                leverage += row[j] * sum;
            }

            leverage *= p * (1 - p);
            var residual = outcome[i] - p + (leverage * (.5 - p));
            for (var j = 0; j < k; j++) score[j] += residual * row[j];
        }
    }
}
