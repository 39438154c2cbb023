using Entente.Numerics.Shrinkage;

namespace Entente.Models.Security.Hazards;

/// <summary>What a pair did against what the model expected of a pair like it, older years counting less.</summary>
/// <param name="Count">Dyad-years in which it happened, plain.</param>
/// <param name="Years">Dyad-years in the data.</param>
/// <param name="WeightedCount">Count with weights .5^(age / half-life).</param>
/// <param name="WeightedExpected">What the model expected, with the same weights.</param>
public readonly record struct OwnRecord(int Count, int Years, double WeightedCount, double WeightedExpected);

/// <summary>The records of all pairs for one outcome, and how far pairs differ from their expectation.</summary>
internal sealed class OwnRecords
{
    private readonly Dictionary<(int A, int B), OwnRecord> _records = [];

    /// <summary>Weighs the years of every pair up to a year, as seen from <paramref name="from"/>.</summary>
    public OwnRecords(HazardSample sample, HazardModel model, int until, int from, double halfLife)
    {
        var y = sample.Outcomes(model.Outcome);
        var panel = sample.Panel;
        var (counts, expectations) = (new List<double>(), new List<double>());
        for (var pair = 0; pair + 1 < panel.PairStarts.Length; pair++)
        {
            var record = default(OwnRecord);
            var expected = 0.0;
            for (var row = panel.PairStarts[pair]; row < panel.PairStarts[pair + 1]; row++)
            {
                var year = panel.Year.Span[row];
                if (year > until || double.IsNaN(y[row]) || !sample.IsComplete(row)) continue;
                var weight = Math.Pow(.5, (from - year) / halfLife);
                var p = model.Probability(sample.Row(row));
                expected += p;
                record = new(record.Count + (int)y[row], record.Years + 1, record.WeightedCount + (weight * y[row]), record.WeightedExpected + (weight * p));
            }

            var start = panel.PairStarts[pair];
            if (record.Years == 0) continue;
            _records[(panel.A.Span[start], panel.B.Span[start])] = record;
            counts.Add(record.Count);
            expectations.Add(expected);
        }

        // From plain counts: weighted ones vary less than Poisson counts of their mean, and would hide how far pairs differ.
        Concentration = GammaPoisson.Concentration([.. counts], [.. expectations]);
    }

    /// <summary>k of Gamma(k, k) over pairs.</summary>
    public double Concentration { get; }

    /// <summary>The record of a pair; without years where it has none.</summary>
    public OwnRecord Of(int a, int b) => _records.GetValueOrDefault((a, b));

    /// <summary>The mean factor on the model's rate.</summary>
    public double Factor(int a, int b)
    {
        var record = Of(a, b);
        return (Concentration + record.WeightedCount) / (Concentration + record.WeightedExpected);
    }
}
