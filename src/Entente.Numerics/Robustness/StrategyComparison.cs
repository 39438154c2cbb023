using System.Collections.Immutable;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Robustness;

/// <summary>
/// Strategies compared over futures whose probabilities nobody knows (Lempert, Popper and Bankes 2003; McPhail et al. 2018, Earth's Future 6:169). Scores are given strategy by strategy, each with as many futures;
/// higher is better, and NaN is a run that failed.
/// </summary>
public static class StrategyComparison
{
    /// <summary>The figures of every strategy.</summary>
    /// <param name="scores">Score of each strategy in each future, strategies one after the other.</param>
    /// <param name="strategies">Number of strategies, at least 1.</param>
    /// <param name="threshold">Score that is good enough; NaN for none.</param>
    /// <returns>One record for each strategy, in their order; figures are NaN where a strategy has no score.</returns>
    /// <exception cref="ArgumentException">The scores do not divide among the strategies, or one is infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no strategy.</exception>
    public static ImmutableArray<StrategyRobustness> Compare(ReadOnlySpan<double> scores, int strategies, double threshold = double.NaN)
    {
        var futures = Futures(scores, strategies);
        var (best, tied) = Best(scores, strategies, futures);
        var compared = ImmutableArray.CreateBuilder<StrategyRobustness>(strategies);
        var (own, regret) = (new double[futures], new double[futures]);
        for (var strategy = 0; strategy < strategies; strategy++)
        {
            var row = scores.Slice(strategy * futures, futures);
            var (count, enough, firsts) = (0, 0, 0.0);
            for (var future = 0; future < futures; future++)
            {
                var score = row[future];
                if (double.IsNaN(score)) continue;
                own[count] = score;
                regret[count++] = best[future] - score;
                enough += score >= threshold ? 1 : 0;
                firsts += score == best[future] ? 1.0 / tied[future] : 0;
            }

            var scored = own.AsSpan(0, count);
            var regrets = regret.AsSpan(0, count);
            scored.Sort();
            regrets.Sort();
            var share = double.IsNaN(threshold) ? double.NaN : (double)enough / count;
            compared.Add(new StrategyRobustness(
                count,
                futures - count,
                Summary.Mean(scored),
                Error(scored),
                count > 0 ? scored[0] : double.NaN,
                Summary.Mean(regrets),
                Error(regrets),
                Summary.Quantile(regrets, .9),
                count > 0 ? regrets[^1] : double.NaN,
                share,
                Math.Sqrt(share * (1 - share) / count),
                firsts / count));
        }

        return compared.MoveToImmutable();
    }

    /// <summary>The regret of every strategy in every future: the highest score there minus its own (Savage 1951).</summary>
    /// <param name="scores">Score of each strategy in each future, strategies one after the other.</param>
    /// <param name="strategies">Number of strategies, at least 1.</param>
    /// <returns>As many numbers in the same order, 0 or more; NaN where the strategy has no score. Where others have none, the highest is that of the rest, so the regret may be too small.</returns>
    /// <exception cref="ArgumentException">The scores do not divide among the strategies, or one is infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no strategy.</exception>
    public static double[] Regrets(ReadOnlySpan<double> scores, int strategies)
    {
        var futures = Futures(scores, strategies);
        var (best, _) = Best(scores, strategies, futures);
        var regrets = new double[scores.Length];
        for (var place = 0; place < regrets.Length; place++) regrets[place] = best[place % futures] - scores[place];
        return regrets;
    }

    /// <summary>The difference of two strategies over the futures in which both have a score.</summary>
    /// <param name="first">Scores of the first.</param>
    /// <param name="second">Scores of the second, in the same futures.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a score is infinite.</exception>
    public static PairedDifference Difference(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length) throw new ArgumentException($"The strategies have {first.Length} and {second.Length} scores; compare them in the same futures.", nameof(second));
        Finite(first, nameof(first));
        Finite(second, nameof(second));
        var (differences, pairs, better) = (new double[first.Length], 0, 0.0);
        for (var future = 0; future < first.Length; future++)
        {
            var difference = first[future] - second[future];
            if (double.IsNaN(difference)) continue;
            differences[pairs++] = difference;
            better += difference > 0 ? 1 : difference == 0 ? .5 : 0;
        }

        var used = differences.AsSpan(0, pairs);
        return new PairedDifference(pairs, first.Length - pairs, Summary.Mean(used), Error(used), better / pairs);
    }

    private static double Error(ReadOnlySpan<double> values) => Math.Sqrt(Summary.Variance(values) / values.Length);

    private static (double[] Best, int[] Tied) Best(ReadOnlySpan<double> scores, int strategies, int futures)
    {
        var (best, tied) = (new double[futures], new int[futures]);
        best.AsSpan().Fill(double.NaN);
        for (var strategy = 0; strategy < strategies; strategy++)
        {
            var row = scores.Slice(strategy * futures, futures);
            for (var future = 0; future < futures; future++)
            {
                var score = row[future];
                if (double.IsNaN(score) || score < best[future]) continue;
                tied[future] = score == best[future] ? tied[future] + 1 : 1;
                best[future] = score;
            }
        }

        return (best, tied);
    }

    private static int Futures(ReadOnlySpan<double> scores, int strategies)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(strategies, 1);
        if (scores.IsEmpty || scores.Length % strategies != 0) throw new ArgumentException($"There are {scores.Length} scores for {strategies} strategies; give every strategy one for each future.", nameof(scores));
        Finite(scores, nameof(scores));
        return scores.Length / strategies;
    }

    private static void Finite(ReadOnlySpan<double> scores, string name)
    {
        for (var place = 0; place < scores.Length; place++)
        {
            if (double.IsInfinity(scores[place])) throw new ArgumentException($"Score {place} is infinite; give a finite one, or NaN where the run failed.", name);
        }
    }
}
