using System.Collections.Immutable;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Game;
using Entente.Numerics.Distributions;
using Entente.Numerics.Sensitivity;

namespace Entente.Models.Strategy.Discovery;

/// <summary>How much each assumption, and the choice of the rival view, matters for the probability: first-order indices from the draws at hand.</summary>
internal static class InfluenceTable
{
    /// <summary>Name under which the rival view stands among the assumptions.</summary>
    public const string ViewName = Influence.RivalView;

    private const int Bins = 20;

    public static ImmutableArray<Influence> Build(AssessmentInputs inputs, Ensemble ensemble)
    {
        var valid = Enumerable.Range(0, ensemble.Count).Where(i => !double.IsNaN(ensemble.Split(i))).ToArray();
        var output = valid.Select(ensemble.Split).ToArray();
        var rows = new List<Influence>();
        for (var k = 0; k < inputs.Assumptions.Length; k++)
        {
            var assumption = inputs.Assumptions[k];
            if (assumption.Distribution is PointMass) continue;
            var values = ensemble.Values[k];
            rows.Add(Measure(assumption.Name, valid.Select(i => values[i]).ToArray(), output, Bins, assumption.IsJudgement));
        }

        rows.Add(MeasureView(valid.Select(i => (double)ensemble.View[i]).ToArray(), output));
        return [.. rows.OrderByDescending(row => double.IsNaN(row.FirstOrder) ? -1 : row.FirstOrder).ThenBy(row => row.Name, StringComparer.Ordinal)];
    }

    /// <summary>How much of what single inputs explain is judged.</summary>
    public static JudgementShare Judgement(ImmutableArray<Influence> influences)
    {
        var inputs = influences.Where(row => row.Name != ViewName).ToList();
        double Sum(IEnumerable<Influence> rows) => rows.Sum(row => double.IsNaN(row.FirstOrder) ? 0 : Math.Max(0, row.FirstOrder));
        return new JudgementShare(inputs.Count(row => row.IsJudgement), inputs.Count, Sum(inputs), Sum(inputs.Where(row => row.IsJudgement)), Sum(influences.Where(row => row.Name == ViewName)));
    }

    /// <summary>A view has no low or high end: its two probabilities are those of the least and the most favourable view, and a rank says nothing.</summary>
    private static Influence MeasureView(double[] view, double[] output)
    {
        var index = GivenData.FirstOrder(view, output, ViewDefinition.All.Length);
        var means = Enumerable.Range(0, ViewDefinition.All.Length).Select(v => Mean(view, output, value => value == v)).Where(double.IsFinite).ToArray();
        return new Influence(ViewName, index.Value, index.StandardError, double.NaN, means.Min(), means.Max(), true);
    }

    private static Influence Measure(string name, double[] input, double[] output, int bins, bool isJudgement)
    {
        var index = GivenData.FirstOrder(input, output, bins);
        var sorted = input.Order().ToArray();
        var (low, high) = (sorted[(int)(.2 * (sorted.Length - 1))], sorted[(int)(.8 * (sorted.Length - 1))]);
        return new Influence(
            name, index.Value, index.StandardError, RankCorrelation.Spearman(input, output), Mean(input, output, value => value <= low), Mean(input, output, value => value >= high), isJudgement);
    }

    private static double Mean(double[] input, double[] output, Func<double, bool> holds)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < input.Length; i++)
        {
            if (!holds(input[i])) continue;
            sum += output[i];
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
