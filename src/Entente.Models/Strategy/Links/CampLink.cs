using System.Collections.Immutable;

namespace Entente.Models.Strategy.Links;

/// <summary>Memory of one thread for <see cref="CampLink"/>, and the result of its last draw.</summary>
internal sealed class CampScratch(CampLink link)
{
    internal double[] Weights { get; } = (double[])link.Weights.Clone();

    internal double[] Rises { get; } = new double[link.Count];

    /// <summary>Camp of each actor after the descent, 1 or −1.</summary>
    public double[] Sides { get; } = new double[link.Count];

    /// <summary>By actor: pull to the divider's camp, −1 to 1, above or at 0 where it stands there.</summary>
    public double[] Pull { get; } = new double[link.Count];

    /// <summary>Energy over ordered pairs where the descent ends.</summary>
    public double Energy { get; set; }
}

/// <summary>
/// From credibility to camps: the landscape of Axelrod and Bennett (1993) with the divider, its allies, the target and the partner as actors. Per draw the divider and an ally lose the part of their propensity that comes from the pact, in
/// proportion to the credit lost; target and divider, target and partner move towards each other's place by the change of the target's expected grade. From the camps of today the actor that lowers the energy most moves, until none
/// would. Evaluating allocates nothing.
/// </summary>
internal sealed class CampLink
{
    private readonly double[] _pact;
    private readonly double[] _sides;
    private readonly double _least;
    private readonly double _divider;
    private readonly double _partner;

    /// <summary>Makes the link.</summary>
    /// <param name="sizes">Size of each actor, above 0: the divider first, then the allies, then target and partner.</param>
    /// <param name="propensities">Row by row, the same on both sides of the diagonal.</param>
    /// <param name="pact">By actor: what its propensity with the divider owes to their pact, 0 or more.</param>
    /// <param name="allies">By ally: its place among the allies of the assessment.</param>
    public CampLink(double[] sizes, double[] propensities, double[] pact, ImmutableArray<int> allies)
    {
        (Count, Allies, _pact, Sizes) = (sizes.Length, allies, pact, [.. sizes]);
        (_divider, _partner) = (propensities[Target], propensities[(Partner * Count) + Target]);
        Weights = new double[Count * Count];
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < Count; j++) Weights[(i * Count) + j] = i == j ? 0 : sizes[i] * sizes[j] * propensities[(i * Count) + j];
        }

        // Below rounding a move changes nothing; as in the study of landscapes.
        _least = -1e-12 * Weights.Max(Math.Abs) * Count;
        _sides = new double[Count];
        Array.Fill(_sides, 1);
        (_sides[Target], _sides[Partner]) = (-1, -1);
        Descend(Weights, _sides, new double[Count], Count, _least);
        Today = [.. _sides];
        Energy = EnergyOf(Weights, _sides);
        TodayPull = new double[Count];
        Pulls(Weights, _sides, TodayPull);
    }

    /// <summary>Number of actors.</summary>
    public int Count { get; }

    /// <summary>By ally: its place among the allies of the assessment; actor k + 1 is ally k.</summary>
    public ImmutableArray<int> Allies { get; }

    /// <summary>Size of each actor, share of the world's capabilities in per cent.</summary>
    public ImmutableArray<double> Sizes { get; }

    /// <summary>Camps as measured propensities have them, by descent from divider and allies against target and partner; 1 or −1.</summary>
    public ImmutableArray<double> Today { get; }

    /// <summary>Pull to the divider's camp today.</summary>
    public double[] TodayPull { get; }

    /// <summary>The same with other codings, by what was changed: what the answer hangs on.</summary>
    public ImmutableArray<(string Name, CampLink Link)> Rivals { get; init; } = [];

    /// <summary>Energy today.</summary>
    public double Energy { get; }

    internal double[] Weights { get; }

    private int Target => Count - 2;

    private int Partner => Count - 1;

    /// <summary>What one thread needs.</summary>
    public CampScratch NewScratch() => new(this);

    /// <summary>Evaluates a draw; the result lies in the scratch.</summary>
    /// <param name="kept">By ally of the assessment: share of the divider's credit that is left, at most 1 counts; NaN where it cannot be measured, which changes nothing.</param>
    /// <param name="shift">Change of the target's expected grade, −1 to 1; 1 gives it the divider in the partner's place. NaN makes the result NaN.</param>
    /// <param name="scratch">The thread's memory.</param>
    public void Evaluate(ReadOnlySpan<double> kept, double shift, CampScratch scratch)
    {
        if (double.IsNaN(shift))
        {
            scratch.Energy = double.NaN;
            scratch.Pull.AsSpan().Fill(double.NaN);
            return;
        }

        for (var k = 0; k < Allies.Length; k++)
        {
            var credit = kept[Allies[k]];
            var lost = double.IsNaN(credit) ? 0 : 1 - Math.Clamp(credit, 0, 1);
            Set(scratch.Weights, 0, k + 1, Weights[k + 1] - (lost * Sizes[0] * Sizes[k + 1] * _pact[k + 1]));
        }

        Set(scratch.Weights, 0, Target, Sizes[0] * Sizes[Target] * (_divider + (shift * (_partner - _divider))));
        Set(scratch.Weights, Partner, Target, Sizes[Partner] * Sizes[Target] * (_partner + (shift * (_divider - _partner))));
        _sides.CopyTo(scratch.Sides, 0);
        Descend(scratch.Weights, scratch.Sides, scratch.Rises, Count, _least);
        scratch.Energy = EnergyOf(scratch.Weights, scratch.Sides);
        Pulls(scratch.Weights, scratch.Sides, scratch.Pull);
    }

    /// <summary>Steepest descent: the actor whose move lowers the energy most moves, of equal ones the first, until no move lowers it.</summary>
    internal static void Descend(ReadOnlySpan<double> weights, Span<double> sides, Span<double> rises, int n, double least)
    {
        for (var i = 0; i < n; i++)
        {
            var sum = 0.0;
            var row = weights.Slice(i * n, n);
            for (var j = 0; j < n; j++) sum += sides[j] * row[j];
            rises[i] = sides[i] * sum;
        }

        while (true)
        {
            var (best, low) = (-1, least);
            for (var i = 0; i < n; i++)
            {
                if (rises[i] < low) (best, low) = (i, rises[i]);
            }

            if (best < 0) return;
            var row = weights.Slice(best * n, n);
            for (var i = 0; i < n; i++) rises[i] -= 2 * sides[i] * sides[best] * row[i];
            rises[best] = -rises[best];
            sides[best] = -sides[best];
        }
    }

    private void Set(double[] weights, int i, int j, double value) => weights[(i * Count) + j] = weights[(j * Count) + i] = value;

    private double EnergyOf(ReadOnlySpan<double> weights, ReadOnlySpan<double> sides)
    {
        var energy = 0.0;
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < Count; j++)
            {
                if (sides[i] != sides[j]) energy += weights[(i * Count) + j];
            }
        }

        return energy;
    }

    private void Pulls(ReadOnlySpan<double> weights, ReadOnlySpan<double> sides, Span<double> pulls)
    {
        for (var i = 0; i < Count; i++)
        {
            var (sum, all) = (0.0, 0.0);
            var row = weights.Slice(i * Count, Count);
            for (var j = 0; j < Count; j++)
            {
                sum += sides[j] * row[j];
                all += Math.Abs(row[j]);
            }

            // Rounding must not turn a camp: whoever stands there has a pull of 0 or more, whoever does not has one below.
            var pull = all > 0 ? sides[0] * sum / all : 0;
            pulls[i] = sides[i] == sides[0] ? Math.Max(0, pull) : Math.Min(pull, -1e-9);
        }
    }
}
