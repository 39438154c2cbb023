namespace Entente.Numerics.Regression;

/// <summary>What is known about coefficients before the data: independent normal priors, and whether Jeffreys' prior is added.</summary>
/// <param name="Mean">Prior mean of each coefficient.</param>
/// <param name="Precision">One over the prior variance of each coefficient, 0 or more; 0 leaves it free.</param>
/// <param name="Jeffreys">Adds ½ log |information| (Firth 1993, Biometrika 80: 27), which removes the first-order bias and keeps estimates finite under separation.</param>
public sealed record BinaryPrior(double[] Mean, double[] Precision, bool Jeffreys)
{
    /// <summary>Jeffreys' prior alone: Firth's estimator.</summary>
    /// <param name="coefficients">Number of coefficients.</param>
    public static BinaryPrior Firth(int coefficients) => new(new double[coefficients], new double[coefficients], true);
}

/// <summary>The mode of a penalised binary regression with its curvature.</summary>
/// <param name="Coefficients">The mode, k values.</param>
/// <param name="Covariance">Inverse of (Fisher information + prior precision) at the mode, k × k, row by row: the normal approximation of the posterior.</param>
/// <param name="LogLikelihood">Log-likelihood at the mode, without penalties.</param>
/// <param name="Objective">Penalised log-likelihood at the mode.</param>
/// <param name="Iterations">Scoring steps taken.</param>
/// <param name="LargestScore">Largest absolute element of the penalised score at the mode.</param>
public sealed record PenalisedEstimate(double[] Coefficients, double[] Covariance, double LogLikelihood, double Objective, int Iterations, double LargestScore);

/// <summary>
/// Binary regression for rare outcomes, logit or complementary log-log, by Fisher scoring on log L(β) − ½ Σ precision_j (β_j − mean_j)² [+ ½ log |I(β)|]. The score of Jeffreys' term is
/// ½ Σ_i h_i (W′_i / W_i) x_i with leverages h_i (Firth 1993; for general links Kosmidis and Firth 2009, Biometrika 96: 793), where W = p(1 − p), W′/W = 1 − 2p for the logit and
/// W = λ² / (e^λ − 1), W′/W = 2 − λ e^λ / (e^λ − 1), λ = e^η, for the complementary log-log.
/// </summary>
public static class PenalisedBinary
{
    private const int MostIterations = 200;
    private const int MostHalvings = 40;
    private const double Tolerance = 1e-9;

    /// <summary>Finds the mode.</summary>
    /// <param name="family">Logit or complementary log-log.</param>
    /// <param name="x">Covariates, n × k, row by row, the constant included.</param>
    /// <param name="y">Outcomes 0 or 1, n values.</param>
    /// <param name="prior">Priors of the k coefficients.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or the family is not binary.</exception>
    /// <exception cref="EstimationException">An outcome is neither 0 nor 1, the information is singular, or no mode is found.</exception>
    public static PenalisedEstimate Fit(RegressionFamily family, ReadOnlySpan<double> x, ReadOnlySpan<double> y, BinaryPrior prior)
    {
        ArgumentNullException.ThrowIfNull(prior);
        if (family is not (RegressionFamily.Logit or RegressionFamily.ComplementaryLogLog)) throw new ArgumentException("Only the logit and the complementary log-log family are binary.", nameof(family));
        var k = prior.Mean.Length;
        if (k == 0 || prior.Precision.Length != k || x.Length != y.Length * k) throw new ArgumentException($"{x.Length} covariates do not fit {y.Length} outcomes and {k} coefficients.", nameof(x));
        foreach (var outcome in y)
        {
            if (outcome is not (0 or 1)) throw new EstimationException("An outcome is neither 0 nor 1.");
        }

        var beta = (double[])prior.Mean.Clone();
        var workspace = new Workspace(k, y.Length);
        var objective = Evaluate(family, x, y, prior, beta, workspace);
        if (!double.IsFinite(objective)) throw new EstimationException("The information of a penalised regression is singular at its start: a covariate is constant or repeats others, or a value is not finite.");
        var trial = new double[k];
        for (var iteration = 1; iteration <= MostIterations; iteration++)
        {
            var step = new double[k];
            for (var i = 0; i < k; i++)
            {
                for (var j = 0; j < k; j++) step[i] += workspace.Covariance[(i * k) + j] * workspace.Score[j];
            }

            // By the step and not by the score, whose size goes with the number of outcomes.
            if (Largest(step) < Tolerance) return Result(beta, workspace, objective, iteration - 1);
            var (scale, accepted) = (1.0, false);
            for (var halving = 0; halving < MostHalvings && !accepted; halving++, scale /= 2)
            {
                for (var i = 0; i < k; i++) trial[i] = beta[i] + (scale * step[i]);
                var candidate = Evaluate(family, x, y, prior, trial, workspace);
                if (!(candidate >= objective - (1e-12 * Math.Abs(objective)))) continue;
                (objective, accepted) = (candidate, true);
                trial.CopyTo(beta, 0);
            }

            if (accepted) continue;
            objective = Evaluate(family, x, y, prior, beta, workspace);
            if (Largest(workspace.Score) < 1e-4) return Result(beta, workspace, objective, iteration);
            break;
        }

        throw new EstimationException("No mode of the penalised likelihood was found; without a prior the outcome may be separated by a covariate.");
    }

    /// <summary>Log-likelihood, penalties and score at given coefficients; NaN where the information is singular.</summary>
    /// <param name="family">Logit or complementary log-log.</param>
    /// <param name="x">Covariates, n × k, row by row.</param>
    /// <param name="y">Outcomes, n values.</param>
    /// <param name="prior">Priors.</param>
    /// <param name="beta">Coefficients, k values.</param>
    /// <param name="score">Where the penalised score goes, k values.</param>
    internal static double Objective(RegressionFamily family, ReadOnlySpan<double> x, ReadOnlySpan<double> y, BinaryPrior prior, ReadOnlySpan<double> beta, Span<double> score)
    {
        var workspace = new Workspace(beta.Length, y.Length);
        var value = Evaluate(family, x, y, prior, beta, workspace);
        workspace.Score.CopyTo(score);
        return value;
    }

    private static double Evaluate(RegressionFamily family, ReadOnlySpan<double> x, ReadOnlySpan<double> y, BinaryPrior prior, ReadOnlySpan<double> beta, Workspace workspace)
    {
        var (k, logLikelihood) = (beta.Length, 0.0);
        Array.Clear(workspace.Score);
        var information = new double[k * k];
        for (var i = 0; i < y.Length; i++)
        {
            var row = x.Slice(i * k, k);
            var eta = 0.0;
            for (var j = 0; j < k; j++) eta += row[j] * beta[j];
            var (contribution, slope, weight, ratio) = family == RegressionFamily.Logit ? Logit(eta, y[i]) : ComplementaryLogLog(eta, y[i]);
            logLikelihood += contribution;
            (workspace.Weight[i], workspace.Ratio[i]) = (weight, ratio);
            for (var j = 0; j < k; j++)
            {
                workspace.Score[j] += slope * row[j];
                for (var m = 0; m <= j; m++) information[(j * k) + m] += weight * row[j] * row[m];
            }
        }

        for (var j = 0; j < k; j++)
        {
            for (var m = 0; m < j; m++) information[(m * k) + j] = information[(j * k) + m];
        }

        workspace.LogLikelihood = logLikelihood;
        var penalty = 0.0;
        if (prior.Jeffreys)
        {
            if (SymmetricMatrix.Inverse(information, k) is not { } inverse) return double.NaN;
            penalty += HalfLogDeterminant(information, k);
            for (var i = 0; i < y.Length; i++)
            {
                var row = x.Slice(i * k, k);
                var leverage = 0.0;
                for (var j = 0; j < k; j++)
                {
                    for (var m = 0; m < k; m++) leverage += row[j] * inverse[(j * k) + m] * row[m];
                }

                leverage *= workspace.Weight[i] * workspace.Ratio[i] / 2;
                for (var j = 0; j < k; j++) workspace.Score[j] += leverage * row[j];
            }
        }

        for (var j = 0; j < k; j++)
        {
            var distance = beta[j] - prior.Mean[j];
            penalty -= prior.Precision[j] * distance * distance / 2;
            workspace.Score[j] -= prior.Precision[j] * distance;
            information[(j * k) + j] += prior.Precision[j];
        }

        if (SymmetricMatrix.Inverse(information, k) is not { } covariance) return double.NaN;
        workspace.Covariance = covariance;
        return logLikelihood + penalty;
    }

    private static (double LogLikelihood, double Slope, double Weight, double Ratio) Logit(double eta, double y)
    {
        var e = Math.Exp(-Math.Abs(eta));
        var p = eta >= 0 ? 1 / (1 + e) : e / (1 + e);
        var weight = Math.Max(e / ((1 + e) * (1 + e)), 1e-300);
        return ((y * eta) - Math.Max(eta, 0) - Math.Log(1 + e), y - p, weight, 1 - (2 * p));
    }

    private static (double LogLikelihood, double Slope, double Weight, double Ratio) ComplementaryLogLog(double eta, double y)
    {
        var hazard = Math.Exp(Math.Clamp(eta, -700, 6));
        // h / (e^h − 1) tends to 1 as the hazard falls to nothing.
        var share = hazard < 1e-8 ? 1 - (hazard / 2) : hazard / (Math.Exp(hazard) - 1);
        var p = hazard < 1e-8 ? hazard : 1 - Math.Exp(-hazard);
        var slope = (y * share) - ((1 - y) * hazard);
        return ((y * Math.Log(Math.Max(p, 1e-300))) - ((1 - y) * hazard), slope, Math.Max(hazard * share, 1e-300), 2 - (share * Math.Exp(hazard)));
    }

    private static double HalfLogDeterminant(double[] matrix, int k)
    {
        var lower = SymmetricMatrix.Cholesky(matrix, k, new double[k], new bool[k]);
        var sum = 0.0;
        for (var j = 0; j < k; j++) sum += Math.Log(lower[(j * k) + j]);
        return sum;
    }

    private static double Largest(double[] values)
    {
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    private static PenalisedEstimate Result(double[] beta, Workspace workspace, double objective, int iterations) =>
        new(beta, workspace.Covariance, workspace.LogLikelihood, objective, iterations, Largest(workspace.Score));

    private sealed class Workspace(int k, int n)
    {
        public double[] Score { get; } = new double[k];

        public double[] Weight { get; } = new double[n];

        public double[] Ratio { get; } = new double[n];

        public double[] Covariance { get; set; } = [];

        public double LogLikelihood { get; set; }
    }
}
