using System.Collections.Immutable;
using Entente.World.Trade;

namespace Entente.Models.Trade;

/// <summary>
/// How far trade of a state with each member of a coalition fell between two years, beyond what its trade with everyone else and the coalition's
/// trade with everyone else did: the log of a ratio of ratios, in which the size terms of all four sides cancel
/// (the tetrad of Head, Mayer and Ries 2010, with the others pooled). It includes war, cost and boycott besides the sanctions themselves.
/// </summary>
public sealed class SanctionsEffect
{
    private const double Floor = -5;
    private readonly Dictionary<(int Exporter, int Importer), double> _effects = [];

    private SanctionsEffect(int against, ImmutableArray<int> coalition, int before, int after)
    {
        Against = against;
        Coalition = coalition;
        (Before, After) = (before, after);
    }

    /// <summary>Id of the sanctioned state.</summary>
    public int Against { get; }

    /// <summary>Ids of the sanctioning states.</summary>
    public ImmutableArray<int> Coalition { get; }

    /// <summary>Year before.</summary>
    public int Before { get; }

    /// <summary>Year after.</summary>
    public int After { get; }

    /// <summary>Pooled log effect on exports of the sanctioned state to the coalition, 0 or negative.</summary>
    public double PooledExports { get; private set; }

    /// <summary>Pooled log effect on imports of the sanctioned state from the coalition, 0 or negative.</summary>
    public double PooledImports { get; private set; }

    /// <summary>Pairs whose effect is the pooled one because the later year misses them.</summary>
    public int Pooled { get; private set; }

    /// <summary>Measures the effect.</summary>
    /// <param name="before">Trade before.</param>
    /// <param name="after">Trade after.</param>
    /// <param name="against">Id of the sanctioned state.</param>
    /// <param name="coalition">Ids of the sanctioning states.</param>
    public static SanctionsEffect Measure(TradeMatrix before, TradeMatrix after, int against, ImmutableArray<int> coalition)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var effect = new SanctionsEffect(against, coalition, before.Year, after.Year);

        // Others must be present in both years with both sides of the comparison, or a hole would look like a fall.
        ImmutableArray<int> others =
        [
            .. after.Economies.Where(id => id != against && !coalition.Contains(id) && before.Has(id)
                && !double.IsNaN(after.Value(against, id)) && !double.IsNaN(after.Value(id, against))),
        ];
        var members = coalition.RemoveAll(id => id == against || !before.Has(id) || !after.Has(id));
        var backdrop = ChangeBetween(before, after, others);
        foreach (var exports in (ReadOnlySpan<bool>)[true, false])
        {
            var (sumBefore, sumAfter, othersBefore, othersAfter) = (0.0, 0.0, 0.0, 0.0);
            var gaps = new List<int>();
            var own = Sums(before, after, against, others, exports);
            var ownChange = Log(own.Now, own.Then);
            foreach (var member in members)
            {
                var (from, to) = exports ? (against, member) : (member, against);
                var (then, now) = (before.Value(from, to), after.Value(from, to));
                if (double.IsNaN(now) || double.IsNaN(then) || then <= 0)
                {
                    gaps.Add(member);
                    continue;
                }

                // The member's own trade with the others, on the same side of the flow.
                var (memberBefore, memberAfter) = Sums(before, after, member, others, !exports);
                effect._effects[(from, to)] = Clamp(Log(now, then) - ownChange - Log(memberAfter, memberBefore) + backdrop);
                sumBefore += then;
                sumAfter += now;
                othersBefore += memberBefore;
                othersAfter += memberAfter;
            }

            var pooled = sumBefore > 0 ? Clamp(Log(sumAfter, sumBefore) - ownChange - Log(othersAfter, othersBefore) + backdrop) : 0;
            if (exports) effect.PooledExports = pooled;
            else effect.PooledImports = pooled;
            foreach (var member in gaps) effect._effects[exports ? (against, member) : (member, against)] = pooled;
            effect.Pooled += gaps.Count;
        }

        return effect;
    }

    /// <summary>Log effect on a directed pair; 0 for a pair that is not of the sanctioned state and the coalition.</summary>
    public double this[int exporter, int importer] => _effects.GetValueOrDefault((exporter, importer));

    /// <summary>Trade of one economy with the others in both years, over the pairs that neither year misses.</summary>
    private static (double Then, double Now) Sums(TradeMatrix before, TradeMatrix after, int own, ImmutableArray<int> others, bool exports)
    {
        var (then, now) = (0.0, 0.0);
        foreach (var other in others)
        {
            if (other == own) continue;
            var (from, to) = exports ? (own, other) : (other, own);
            var (first, second) = (before.Value(from, to), after.Value(from, to));
            if (double.IsNaN(first) || double.IsNaN(second)) continue;
            then += first;
            now += second;
        }

        return (then, now);
    }

    private static double ChangeBetween(TradeMatrix before, TradeMatrix after, ImmutableArray<int> others)
    {
        var (then, now) = (0.0, 0.0);
        foreach (var exporter in others)
        {
            var sums = Sums(before, after, exporter, others, exports: true);
            then += sums.Then;
            now += sums.Now;
        }

        return Log(now, then);
    }

    private static double Log(double now, double then) => now > 0 && then > 0 ? Math.Log(now / then) : now > 0 ? 0 : Floor;

    private static double Clamp(double effect) => Math.Clamp(effect, Floor, 0);
}
