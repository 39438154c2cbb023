namespace Entente.Models.Trade.Conduits;

/// <summary>What of a flow may have gone on through a conduit, billion US$; each is never smaller than the one before it.</summary>
/// <remarks>
/// Rests on totals. With product codes the matched amount of Chupilkin, Javorcik and Plekhanov (2023) is the sum over products of min(excess in, excess out), which is at most the smaller of the two sums: matched totals
/// bound it from above and cannot serve as a lower bound. Below it stand the two proportional attributions in use; the floor of all is the direct flow alone.
/// </remarks>
/// <param name="Lower">The smaller of two attributions: the target's share of the conduit's trade applied to the excess that came in (transit), the senders' share of the conduit's imports applied to the excess that went out (content).</param>
/// <param name="Proportional">The larger of the two.</param>
/// <param name="Matched">The smaller of both excesses; NaN where one of them cannot be seen.</param>
/// <param name="Upper">All of the excess exports, as far as the senders delivered as much; where exports cannot be seen all of the excess inflow.</param>
public readonly record struct RouteBounds(double Lower, double Proportional, double Matched, double Upper)
{
    /// <summary>Nothing.</summary>
    public static RouteBounds None => default;

    /// <summary>Both sums; missing stays missing.</summary>
    public RouteBounds Plus(RouteBounds other) => new(Lower + other.Lower, Proportional + other.Proportional, Matched + other.Matched, Upper + other.Upper);

    /// <summary>The route where both excesses are seen.</summary>
    /// <param name="excessIn">Excess of the conduit's imports from the senders.</param>
    /// <param name="excessOut">Excess of its exports to the target.</param>
    /// <param name="allIn">All it imports from the senders.</param>
    /// <param name="sendersShare">The senders' share of all it imports, 0 to 1.</param>
    /// <param name="targetShare">The target's share of its trade, 0 to 1: exports to the target over the larger of its exports and imports.</param>
    internal static RouteBounds Seen(double excessIn, double excessOut, double allIn, double sendersShare, double targetShare)
    {
        var upper = Math.Min(excessOut, allIn);
        var matched = Math.Min(excessIn, upper);
        var (transit, content) = (excessIn * targetShare, excessOut * sendersShare);
        return new RouteBounds(Math.Min(matched, Math.Min(transit, content)), Math.Min(matched, Math.Max(transit, content)), matched, upper);
    }

    /// <summary>The route where exports to the target cannot be seen.</summary>
    /// <param name="excessIn">Excess of the conduit's imports from the senders.</param>
    /// <param name="targetShare">The target's share of its trade when it was last seen, 0 to 1.</param>
    internal static RouteBounds Unseen(double excessIn, double targetShare) => new(0, excessIn * targetShare, double.NaN, excessIn);
}
