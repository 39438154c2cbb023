using System.Collections.Immutable;

namespace Entente.Models.Coalitions.Landscapes;

/// <summary>What it would take for each actor to leave a division.</summary>
public static class LandscapeSwitches
{
    /// <summary>
    /// Solves for the propensity at which the margin Σⱼ ±sⱼ·pᵢⱼ (plus for the own camp) is 0. One partner j in the own camp must fall by margin / sⱼ, one in the other must rise by it; all at once must move by
    /// margin / Σ sⱼ. Everything else is held: what follows from the move for others is not asked.
    /// </summary>
    /// <param name="sizes">Size of each actor.</param>
    /// <param name="propensities">Row by row, the same on both sides of the diagonal.</param>
    /// <param name="camps">The division with its margins.</param>
    public static ImmutableArray<LandscapeSwitch> Of(ReadOnlySpan<double> sizes, ReadOnlySpan<double> propensities, LandscapeCamps camps)
    {
        ArgumentNullException.ThrowIfNull(camps);
        var n = sizes.Length;
        var (least, most) = (0.0, 0.0);
        foreach (var propensity in propensities) (least, most) = (Math.Min(least, propensity), Math.Max(most, propensity));
        var switches = ImmutableArray.CreateBuilder<LandscapeSwitch>(n);
        for (var i = 0; i < n; i++)
        {
            var (pull, others, own, other) = (0.0, 0.0, -1, -1);
            for (var j = 0; j < n; j++)
            {
                if (j == i) continue;
                pull += sizes[j] * Math.Abs(propensities[(i * n) + j]);
                others += sizes[j];

                // The largest partner takes the least change.
                if (camps.Camps[j] == camps.Camps[i] && (own < 0 || sizes[j] > sizes[own])) own = j;
                if (camps.Camps[j] != camps.Camps[i] && (other < 0 || sizes[j] > sizes[other])) other = j;
            }

            var margin = Math.Max(0, camps.Margins[i]);
            switches.Add(new LandscapeSwitch(
                i, margin, pull > 0 ? margin / pull : 0, Lever(own, propensities[(i * n) + Math.Max(0, own)], own < 0 ? 0 : -margin / sizes[own], least, most),
                Lever(other, propensities[(i * n) + Math.Max(0, other)], other < 0 ? 0 : margin / sizes[other], least, most), margin / others));
        }

        return switches.ToImmutable();
    }

    private static LandscapeLever? Lever(int partner, double now, double change, double least, double most) =>
        partner < 0 ? null : new LandscapeLever(partner, now, now + change, now + change >= least && now + change <= most);
}
