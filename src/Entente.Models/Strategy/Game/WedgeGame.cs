using Entente.Numerics.Discounting;

namespace Entente.Models.Strategy.Game;

/// <summary>
/// The wedge game as an agent logit quantal response equilibrium (McKelvey and Palfrey 1998) over an extensive form. The divider has made its offer. Its allies acquiesce or obstruct; the partner,
/// seeing that, adds a bid y between 0 and its limit to keep the target; the target, seeing both, picks a grade. The divider's later choice to keep its word is nature's: a yearly hazard that has
/// discounted the stakes. One backward pass solves it.
/// </summary>
/// <remarks>
/// With x the temptation, the target's worth of grade d = 0, 1/3, 2/3, 1 is d (x − y) + κ_d, where κ_d is what the partner spares a target that does not go all the way. The partner earns (v − y) E[1 − d],
/// so that it pays only as far as the target stays, and its bid has the logit density exp(payoff/noise) on [0, limit]. Substituting z = x − y, that density is exp((v − x + z) S(z)/noise) on
/// [x − limit, x] with S falling in z: a larger x moves it up in the order of likelihood ratios, so the chance of every grade or better never falls with the reward. A ladder of a few bids would not
/// guarantee that. Allocates nothing.
/// </remarks>
public static class WedgeGame
{
    private const int Nodes = 16;

    // Gauss-Legendre on [-1, 1], the positive half of sixteen nodes.
    private static readonly double[] Abscissae =
        [.0950125098376374, .2816035507792589, .4580167776572274, .6178762444026438, .7554044083550030, .8656312023878318, .9445750230732326, .9894009349916499];

    private static readonly double[] Weights =
        [.1894506104550685, .1826034150449236, .1691565193950025, .1495959888165767, .1246289712555339, .0951585116824928, .0622535239386479, .0271524594117541];

    /// <summary>Solves the game.</summary>
    /// <param name="stakes">What is at stake; noise above 0.</param>
    /// <returns>The equilibrium; NaN in every part where a stake is NaN.</returns>
    public static WedgeSolution Solve(in WedgeStakes stakes)
    {
        if (double.IsNaN(stakes.Temptation(false))) return new WedgeSolution(new(double.NaN, double.NaN, double.NaN, double.NaN), double.NaN, double.NaN, double.NaN);
        var free = Bidding(stakes, stakes.Temptation(false));
        if (!(stakes.Obstruction > 0)) return free;

        // Acquiescing earns gain − loss; obstructing (1 − o)(gain − loss) − friction.
        var obstructed = Logit.Probability(((stakes.Obstruction * (stakes.AllyLoss - stakes.AllyGain)) - stakes.AllyFriction) / stakes.Noise);
        var blocked = Bidding(stakes, stakes.Temptation(true));
        return new WedgeSolution(
            GradeProbabilities.Mix(free.Target, blocked.Target, obstructed), obstructed, free.Bid + (obstructed * (blocked.Bid - free.Bid)), free.Net + (obstructed * (blocked.Net - free.Net)));
    }

    /// <summary>The target's choice among the four grades once allies and partner have acted: a logit on d z + κ_d.</summary>
    /// <param name="stakes">The stakes.</param>
    /// <param name="z">Worth of changing sides after the bid.</param>
    public static GradeProbabilities Choice(in WedgeStakes stakes, double z)
    {
        var (spared, scale) = (-stakes.Leniency * stakes.PartnerLoss, 1 / stakes.Noise);
        var (a, b, c) = ((z + spared) / 3 * scale, ((2 * z) + spared) / 3 * scale, z * scale);
        var most = Math.Max(Math.Max(0, a), Math.Max(b, c));
        var (p0, p1, p2, p3) = (Math.Exp(-most), Math.Exp(a - most), Math.Exp(b - most), Math.Exp(c - most));
        var total = 1 / (p0 + p1 + p2 + p3);
        return new GradeProbabilities(p0 * total, p1 * total, p2 * total, p3 * total);
    }

    /// <summary>Expected share of the way that the target stays, E[1 − d].</summary>
    internal static double Staying(in GradeProbabilities grades) => grades.NoChange + (grades.Neutralised * 2 / 3) + (grades.Dealigned / 3);

    private static WedgeSolution Bidding(in WedgeStakes stakes, double x)
    {
        if (!(stakes.HighestBid > 0)) return new WedgeSolution(Choice(stakes, x), 0, 0, x);

        // The integrand turns where the target's choice does, between z = 0 and z = −spared·1, within a few multiples of the noise: the pieces are cut there.
        var (noise, spared) = (stakes.Noise, -stakes.Leniency * stakes.PartnerLoss);
        Span<double> cuts = [0, x - (60 * noise), x - (12 * noise), x, x + (spared / 2), x + spared, x + spared + (12 * noise), x + spared + (60 * noise), stakes.HighestBid];
        for (var k = 0; k < cuts.Length; k++) cuts[k] = Math.Clamp(cuts[k], 0, stakes.HighestBid);
        Span<double> logs = stackalloc double[8 * Nodes];
        Span<double> bids = stackalloc double[8 * Nodes];
        Span<double> widths = stackalloc double[8 * Nodes];
        Span<GradeProbabilities> choices = stackalloc GradeProbabilities[8 * Nodes];
        var (count, most) = (0, double.NegativeInfinity);
        for (var k = 0; k + 1 < cuts.Length; k++)
        {
            var (middle, half) = ((cuts[k] + cuts[k + 1]) / 2, (cuts[k + 1] - cuts[k]) / 2);
            if (!(half > 0)) continue;
            for (var i = 0; i < Nodes; i++, count++)
            {
                var at = i < Nodes / 2 ? -Abscissae[i] : Abscissae[i - (Nodes / 2)];
                bids[count] = middle + (half * at);
                widths[count] = half * Weights[i < Nodes / 2 ? i : i - (Nodes / 2)];
                choices[count] = Choice(stakes, x - bids[count]);
                logs[count] = (stakes.PartnerValue - bids[count]) * Staying(choices[count]) / noise;
                most = Math.Max(most, logs[count]);
            }
        }

        var (total, bid) = (0.0, 0.0);
        var (stay, aside, leave, change) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            var weight = widths[i] * Math.Exp(logs[i] - most);
            total += weight;
            bid += weight * bids[i];
            stay += weight * choices[i].NoChange;
            aside += weight * choices[i].Neutralised;
            leave += weight * choices[i].Dealigned;
            change += weight * choices[i].Realigned;
        }

        return new WedgeSolution(new GradeProbabilities(stay / total, aside / total, leave / total, change / total), 0, bid / total, x - (bid / total));
    }
}
