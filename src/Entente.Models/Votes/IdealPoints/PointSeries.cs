using System.Collections.Immutable;
using Entente.Models.Alignment;
using Entente.World;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>The ideal point of one state in each period of a span; a period without a vote of it has no point.</summary>
/// <param name="Name">Name of the state.</param>
/// <param name="Key">ISO3 or another short code.</param>
/// <param name="Years">Year of each period.</param>
/// <param name="Points">The points, <see langword="null"/> where it cast no vote.</param>
public sealed record PointSeries(string Name, string Key, ImmutableArray<int> Years, ImmutableArray<IdealPoint?> Points)
{
    /// <summary>Follows a state through the years: "Germany" is 260 in 1980 and 255 in 1995.</summary>
    /// <param name="world">The world.</param>
    /// <param name="estimates">The estimates.</param>
    /// <param name="state">A state by code or name.</param>
    /// <param name="since">First year.</param>
    /// <param name="until">Last year.</param>
    /// <exception cref="InvalidInputException">No such state, or a bloc.</exception>
    /// <exception cref="NoAnswerException">The state cast no vote used in the span.</exception>
    public static PointSeries Of(WorldEdition world, IdealPointEstimates estimates, string state, int since, int until)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(estimates);
        var party = new DatedParty(world, state, until);
        if (party.IsBloc) throw new InvalidInputException($"{party.Label} is a bloc, and ideal points are those of states; name states, or estimate from the members alone with --only.");
        var years = ImmutableArray.CreateBuilder<int>();
        var points = ImmutableArray.CreateBuilder<IdealPoint?>();
        for (var period = 0; period < estimates.Periods.Length; period++)
        {
            var year = estimates.Periods[period].Year;
            if (year < since || year > until) continue;
            years.Add(year);
            points.Add(party.MembersIn(year) is [var id, ..] ? estimates.Find(id, period) : null);
        }

        if (!points.Any(point => point is not null)) throw new NoAnswerException($"{party.Label} cast none of the votes used from {since} to {until}; choose other years or another selection.");
        return new PointSeries(party.Label, party.Key, years.ToImmutable(), points.ToImmutable());
    }
}
