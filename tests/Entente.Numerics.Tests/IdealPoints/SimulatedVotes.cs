using Entente.Numerics.IdealPoints;
using Entente.Numerics.Random;

namespace Entente.Tests.IdealPoints;

/// <summary>Votes drawn from the model itself, with the positions they came from.</summary>
internal sealed class SimulatedVotes
{
    private SimulatedVotes(OrdinalVotes votes, double[] truth, IdealPointStart start) => (Votes, Truth, Start) = (votes, truth, start);

    public OrdinalVotes Votes { get; }

    /// <summary>positions: true θ, standardised over all positions like every draw.</summary>
    public double[] Truth { get; }

    public IdealPointStart Start { get; }

    /// <param name="seed">Seed.</param>
    /// <param name="units">Units.</param>
    /// <param name="periods">Periods.</param>
    /// <param name="rows">Rows per period.</param>
    /// <param name="bridged">Share of rows after the first period that repeat an item of an earlier one.</param>
    /// <param name="drift">Rise of every unit per period.</param>
    /// <param name="absent">Whether a unit is away in a period altogether; besides, every tenth response is missing.</param>
    /// <param name="split">Whether every repetition counts as an item of its own, as if nobody knew of the bridges.</param>
    public static SimulatedVotes Draw(ulong seed, int units, int periods, int rows, double bridged = .15, double drift = 0, Func<int, int, bool>? absent = null, bool split = false)
    {
        var random = new CounterStream(seed, 0, 5);
        var theta = new double[periods, units];
        for (var unit = 0; unit < units; unit++)
        {
            theta[0, unit] = random.NextNormal();
            for (var period = 1; period < periods; period++) theta[period, unit] = theta[period - 1, unit] + drift + .15 * random.NextNormal();
        }

        var items = new List<(double Slope, double Low, double High)>();
        var (period0, item0, item1) = (new List<int>(), new List<int>(), new List<int>());
        var responses = new byte[periods * rows * units];
        for (var row = 0; row < periods * rows; row++)
        {
            var period = row / rows;
            var repeat = period > 0 && random.NextUniform() < bridged;
            var item = repeat ? item0[random.NextInt32(period * rows)] : items.Count;
            if (!repeat)
            {
                // Thresholds lie around the units of the period, as the items of an assembly do.
                var (slope, low) = (random.NextNormal(), .7 * random.NextNormal());
                low += slope * drift * period;
                items.Add((slope, low, low + .2 + .6 * random.NextUniform()));
            }

            period0.Add(period);
            item0.Add(item);
            item1.Add(split ? row : item);
            for (var unit = 0; unit < units; unit++)
            {
                var latent = items[item].Slope * theta[period, unit] + random.NextNormal();
                var missing = random.NextUniform() < .1 || absent is not null && absent(period, unit);
                responses[row * units + unit] = (byte)(missing ? 0 : latent < items[item].Low ? 1 : latent < items[item].High ? 2 : 3);
            }
        }

        var votes = OrdinalVotes.Create(responses, units, [.. period0], periods, [.. item1]);
        var truth = new double[votes.Positions];
        for (var i = 0; i < truth.Length; i++) truth[i] = theta[votes.Position(i).Period, votes.Position(i).Unit];
        // Rough blocs, such as anyone would know: who is clearly on one side at the beginning.
        var blocs = Enumerable.Range(0, units).Select(unit => theta[0, unit] > .8 ? 1.0 : theta[0, unit] < -.8 ? -1 : 0).ToArray();
        var (high, low2) = (Enumerable.Range(0, units).MaxBy(unit => theta[0, unit]), Enumerable.Range(0, units).MinBy(unit => theta[0, unit]));
        return new SimulatedVotes(votes, Standardised(truth), new IdealPointStart(blocs, high, low2));
    }

    public static double[] Standardised(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return Array.ConvertAll(values, value => (value - mean) / deviation);
    }

    public static double Correlation(IEnumerable<double> first, IEnumerable<double> second)
    {
        var (a, b) = (Standardised([.. first]), Standardised([.. second]));
        return a.Zip(b, (x, y) => x * y).Sum() / (a.Length - 1);
    }

    /// <summary>How well draws agree with the truth: correlation of their means, and the share of truths within the middle 90 % of the draws.</summary>
    public (double Correlation, double Coverage) Compare(PositionDraws draws)
    {
        var inside = 0;
        for (var i = 0; i < Truth.Length; i++)
        {
            var sorted = draws.Of(i).ToArray();
            Array.Sort(sorted);
            double At(double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
            if (Truth[i] >= At(.05) && Truth[i] <= At(.95)) inside++;
        }

        return (Correlation(draws.Mean().Positions.Select(value => (double)value), Truth), (double)inside / Truth.Length);
    }
}
