using Entente.Numerics.IdealPoints;
using Entente.Numerics.Random;

namespace Entente.Benchmarks.Numerics;

/// <summary>Simulated votes of the size of the General Assembly's: 5,698 rows of 74 sessions, 51 members growing to 190, nine of ten present: about 785,000 responses; one row in seven repeats an item.</summary>
internal static class IdealPointWorld
{
    private const int Units = 190, Periods = 74, RowsPerPeriod = 77;

    public static (OrdinalVotes Votes, IdealPointStart Start) Draw()
    {
        var random = new CounterStream(1, 0, 1);
        var theta = new double[Units];
        for (var unit = 0; unit < Units; unit++) theta[unit] = random.NextNormal();
        var start = new IdealPointStart([.. theta.Select(value => (double)Math.Sign((int)(value / .8)))], Array.IndexOf(theta, theta.Take(51).Max()), Array.IndexOf(theta, theta.Take(51).Min()));
        var items = new List<(double Slope, double Low, double High)>();
        int[] period = new int[Periods * RowsPerPeriod], item = new int[Periods * RowsPerPeriod];
        var responses = new byte[period.Length * Units];
        for (var row = 0; row < period.Length; row++)
        {
            var now = period[row] = row / RowsPerPeriod;
            if (row % RowsPerPeriod == 0)
            {
                for (var unit = 0; unit < Units; unit++) theta[unit] += .15 * random.NextNormal();
            }

            var repeats = now > 0 && random.NextUniform() < .15;
            item[row] = repeats ? item[row - 1 - random.NextInt32(RowsPerPeriod)] : items.Count;
            if (!repeats)
            {
                var low = .7 * random.NextNormal();
                items.Add((random.NextNormal(), low, low + .2 + .6 * random.NextUniform()));
            }

            var (slope, first, second) = items[item[row]];
            for (var unit = 0; unit < Math.Min(Units, 51 + (int)(3.6 * now)); unit++)
            {
                var latent = slope * theta[unit] + random.NextNormal();
                responses[row * Units + unit] = (byte)(random.NextUniform() < .1 ? 0 : latent < first ? 1 : latent < second ? 2 : 3);
            }
        }

        return (OrdinalVotes.Create(responses, Units, period, Periods, item), start);
    }
}
