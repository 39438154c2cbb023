using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Security.Ties;
using Entente.World.Figures;
using Entente.World.Security;

namespace Entente.Briefing.Charts;

/// <summary>Charts of security ties.</summary>
public static class SecurityTieCharts
{
    /// <summary>Treaties, arms, forces, wars and disputes of two states, each on a lane of its own; years that a source does not reach are shaded.</summary>
    /// <param name="ties">The ties.</param>
    public static Chart Timeline(SecurityTies ties)
    {
        ArgumentNullException.ThrowIfNull(ties);
        var (a, b) = (ties.A.Name, ties.B.Name);
        int Held(string what) => ties.Holdings.FirstOrDefault(holding => holding.What == what)?.LastYear ?? ties.Until;
        var lanes = ImmutableArray.CreateBuilder<Lane>();
        lanes.Add(new Lane("Defence pact", "full height; else other obligations",
            [.. ties.Obligations.Select(spell => new LaneSpan(spell.FromYear, spell.ToYear, spell.Terms.Contains("defence") ? 1 : .45, spell.Terms.Contains("defence") ? "s1 bar" : "s1 outline"))], Held("obligations")));
        lanes.Add(Arms($"Arms, {a} to {b}", ties.Arms, window => window.FromA, "s3", Held("arms")));
        lanes.Add(Arms($"Arms, {b} to {a}", ties.Arms, window => window.FromB, "s4", Held("arms")));
        if (!ties.Troops.IsEmpty)
        {
            var peak = ties.Troops.Max(row => row.Personnel);
            lanes.Add(new Lane("US forces", $"full height: {Numbers.Whole(peak)}", [.. ties.Troops.Where(row => row.Personnel > 0).Select(row => new LaneSpan(row.Year, row.Year, row.Personnel / (double)peak, "s5 bar"))], Held("US forces")));
        }

        lanes.Add(new Lane("On the same side", "wars full height, disputes by decade", [.. Disputes(ties, row => row.SameSide, "s1 outline"), .. Wars(ties, sameSide: true, "s1 bar")], Held("disputes")));
        lanes.Add(new Lane("Against each other", "wars full height, disputes by decade",
            [.. Disputes(ties, row => row.Against, "s2 outline"), .. Wars(ties, sameSide: false, "s2 bar"), .. ties.Conflicts.Select(row => new LaneSpan(row.Year, row.Year, row.Intensity == 2 ? 1 : .7, "s2 bar"))], Held("disputes")));
        lanes.Add(new Lane("Strategic rivalry", null, [.. ties.Rivalries.Select(spell => new LaneSpan(spell.FromYear, spell.ToYear, .6, "s2 bar"))], Held("rivalries")));
        return new Chart("ties", $"{a} and {b}: security ties", string.Create(CultureInfo.InvariantCulture, $"{ties.Since} to {ties.Until}; arms: share of all that the buyer got in five years"), Words(ties), new TimelinePlot(lanes.ToImmutable(), ties.Since, ties.Until));
    }

    private static Lane Arms(string label, ImmutableArray<ArmsWindow> windows, Func<ArmsWindow, ArmsShare?> side, string series, int heldTo) =>
        new(label, "full height: all it got", [.. windows.Where(window => side(window) is not null).Select(window => new LaneSpan(window.Window, window.Window + 4, side(window)!.Share, $"{series} bar", side(window)!.Share >= .4 ? Numbers.Format(side(window)!.Share, Unit.Share) : null))], heldTo);

    private static IEnumerable<LaneSpan> Disputes(SecurityTies ties, Func<DisputeBalance, int> count, string classes) =>
        ties.Disputes.Where(row => count(row) > 0).Select(row => new LaneSpan(row.Decade, row.Decade + 9, Math.Min(.9, .15 * count(row)), classes, count(row).ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<LaneSpan> Wars(SecurityTies ties, bool sameSide, string classes) =>
        ties.Wars.Where(war => war.SameSide == sameSide).Select(war => new LaneSpan(war.FromYear, war.ToYear, 1, classes));

    private static string Words(SecurityTies ties)
    {
        var pacts = ties.Obligations.Select(spell => string.Create(CultureInfo.InvariantCulture, $"{spell.FromYear} to {spell.ToYear}: {string.Join(", ", spell.Terms)}."));
        var arms = ties.Arms.Where(window => window.FromA is not null || window.FromB is not null).Select(window => string.Create(
            CultureInfo.InvariantCulture, $"Arms {window.Window} to {window.Window + 4}: {Numbers.Format(window.FromA?.Share ?? double.NaN, Unit.Share)} of what {ties.B.Name} got, {Numbers.Format(window.FromB?.Share ?? double.NaN, Unit.Share)} of what {ties.A.Name} got."));
        return $"Lanes over the years. {string.Join(' ', pacts)} {string.Join(' ', arms)} Disputes against each other: {ties.Disputes.Sum(row => row.Against)}; on the same side: {ties.Disputes.Sum(row => row.SameSide)}.";
    }
}
