using System.Collections.Immutable;
using Entente.Numerics.Scoring;
using Entente.Numerics.Statistics;
using Entente.World.Figures;

namespace Entente.Models.Wedges;

/// <summary>Scores the reference-class model on cases, and on whole eras, that it was not estimated from.</summary>
internal static class ReferenceScoring
{
    private const double Level = .9;

    public static ImmutableArray<ReferenceScore> Run(ImmutableArray<CodedCase> cases) =>
    [
        .. Scheme("leave one out", cases, (left, other) => left.Case.Key != other.Case.Key),
        .. Scheme("leave one era out", cases, (left, other) => left.Case.Era != other.Case.Era),
    ];

    private static IEnumerable<ReferenceScore> Scheme(string scheme, ImmutableArray<CodedCase> cases, Func<CodedCase, CodedCase, bool> trains)
    {
        var outcomes = cases.Select(one => one.Case.Score).ToArray();
        var (model, rate, coder) = (new double[cases.Length], new double[cases.Length], new double[cases.Length]);
        for (var i = 0; i < cases.Length; i++)
        {
            ImmutableArray<CodedCase> training = [.. cases.Where(other => trains(cases[i], other))];
            model[i] = ReferenceClass.Fit(training).Probability(ReferenceClass.Values(cases[i].Covariates));
            rate[i] = (training.Sum(one => one.Case.Score) + .5) / (training.Length + 1);
            double[] scores = [.. training.Select(one => one.Case.Score)];
            coder[i] = ReferenceClass.Fit([.. training.Select(one => Codes(one.Case))], scores).Probability(Codes(cases[i].Case));
        }

        foreach (var (name, forecast) in new[] { (ReferenceClass.ModelName, model), (ReferenceClass.RateName, rate), (ReferenceClass.CoderName, coder) })
        {
            var gains = outcomes.Select((y, i) => Log(rate[i], y) - Log(forecast[i], y)).ToArray();
            var (low, high) = Bootstrap.RatioOfSums(gains, [.. gains.Select(_ => 1.0)], 2000, 1, Level);
            yield return new ReferenceScore(scheme, name, outcomes.Select((y, i) => (forecast[i] - y) * (forecast[i] - y)).Average(), outcomes.Select((y, i) => Log(forecast[i], y)).Average(), gains.Average(), new Interval(low, high, Level));
        }
    }

    // Partner the main threat 1, other 0, divider -1; rift; reward power: the same three ideas, as one who knew the outcome coded them.
    private static double[] Codes(WedgeCase one) =>
        [one.Judgement.MainThreat switch { "partner" => 1, "divider" => -1, _ => 0 }, one.Judgement.PriorRift, one.Judgement.RewardPower];

    private static double Log(double probability, double outcome)
    {
        var p = Math.Clamp(probability, BinaryScores.Clip, 1 - BinaryScores.Clip);
        return -((outcome * Math.Log(p)) + ((1 - outcome) * Math.Log(1 - p)));
    }
}
