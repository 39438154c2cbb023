using Entente.Numerics.Sensitivity;
using Entente.Numerics.Statistics;

namespace Entente.Models.Trade.WhatIf.Validation;

/// <summary>Scores of predicted shares against observed ones.</summary>
internal static class ForecastScoring
{
    /// <summary>Least observed share of a partner that sizes are judged on.</summary>
    private const double LeastShare = .001;

    /// <summary>Scores a forecast; all arrays hold shares that sum to 1 over the same partners.</summary>
    public static ForecastScore Of(string key, string name, double[] before, double[] observed, double[] predicted)
    {
        var n = observed.Length;
        var misplaced = 0.0;
        List<double> changes = [], moved = [], errors = [];
        for (var i = 0; i < n; i++)
        {
            misplaced += Math.Abs(predicted[i] - observed[i]) / 2;
            if (observed[i] > 0 && before[i] > 0 && predicted[i] > 0)
            {
                changes.Add(Math.Log(predicted[i] / before[i]));
                moved.Add(Math.Log(observed[i] / before[i]));
            }

            if (observed[i] >= LeastShare) errors.Add(predicted[i] > 0 ? Math.Abs(Math.Log(predicted[i] / observed[i])) : double.PositiveInfinity);
        }

        var flat = changes.Count < 3 || changes.All(change => Math.Abs(change) < 1e-9);
        return new ForecastScore(
            key, name, RankCorrelation.Spearman(predicted, observed), flat ? double.NaN : RankCorrelation.Spearman([.. changes], [.. moved]), misplaced,
            Summary.Quantile([.. errors.Order()], .5), errors.Count == 0 ? double.NaN : errors.Count(error => error <= Math.Log(2)) / (double)errors.Count);
    }

    /// <summary>Amounts as shares of their sum.</summary>
    public static double[] Shares(double[] amounts)
    {
        var sum = Summary.Sum(amounts);
        return Array.ConvertAll(amounts, amount => amount / sum);
    }
}
