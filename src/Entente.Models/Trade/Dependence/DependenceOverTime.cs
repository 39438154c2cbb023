using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Figures;

namespace Entente.Models.Trade.Dependence;

/// <summary>Dependence over a span of years: the three denominators, concentration and ranks of each year, holes left open.</summary>
public static class DependenceOverTime
{
    /// <summary>Follows one party's dependence on another.</summary>
    /// <param name="world">The world.</param>
    /// <param name="party">State or bloc that depends; the members of a bloc are those of each year.</param>
    /// <param name="on">State or bloc it depends on.</param>
    /// <param name="since">First year, or <see langword="null"/> for the first with trade.</param>
    /// <param name="until">Last year, or <see langword="null"/> for the last with trade.</param>
    /// <exception cref="InvalidInputException">Unknown parties, a span that ends before it begins, or one that holds no year of trade at all.</exception>
    /// <exception cref="NoAnswerException">No year of the span can be answered.</exception>
    public static DependenceSeries Compute(WorldEdition world, string party, string on, int? since = null, int? until = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        var held = world.TradeYears;
        if (held.IsEmpty) throw new NoAnswerException("The store holds no goods trade; import some with 'entente data import'.");
        var (first, last) = (since ?? held[0], until ?? held[^1]);
        if (first > last) throw new InvalidInputException($"The first year {first} is after the last year {last}; swap --since and --until.");
        if (!held.Any(year => year >= first && year <= last)) throw new InvalidInputException($"The store holds no goods trade between {first} and {last}; it holds {held[0]} to {held[^1]} with holes.");
        var anchor = held.Last(year => year <= last);
        var (who, whom) = (new DatedParty(world, party, anchor), new DatedParty(world, on, anchor));
        var years = ImmutableArray.CreateBuilder<DependenceYear>(last - first + 1);
        Exception? reason = null;
        for (var year = first; year <= last; year++) years.Add(OfYear(world, who, whom, year, ref reason));
        if (years.All(year => year.Direct is null)) throw reason as EntenteException ?? new NoAnswerException($"No year from {first} to {last} can be answered.");
        var answered = years.Where(year => year.Direct is not null).ToList();
        var missing = years.Where(year => year.Direct is null).ToList();
        return new DependenceSeries(who.Label, whom.Label, years.MoveToImmutable(), new Provenance(
            [.. answered.SelectMany(year => year.Direct!.Provenance.Sources).Distinct()],
            string.Create(CultureInfo.InvariantCulture, $"goods trade of {who.Label} with {whom.Label}, {(first == last ? $"{first}" : $"{first} to {last}")}, members of blocs as of each year"),
            new Coverage(
                missing.Count == 0 ? $"{answered.Count} {(answered.Count == 1 ? "year" : "years")}" : $"{answered.Count} of {last - first + 1} years; missing: {string.Join(", ", missing.Select(year => year.Year.ToString(CultureInfo.InvariantCulture)))}",
                answered.Count, missing.Count, [.. missing.Select(year => $"{year.Year}: {year.WhyMissing}")])));
    }

    private static DependenceYear OfYear(WorldEdition world, DatedParty who, DatedParty whom, int year, ref Exception? reason)
    {
        if (!world.TradeYears.Contains(year)) return new DependenceYear(year, null, null, null, "no trade held");
        var trade = world.Trade(year);
        try
        {
            var (party, on) = (new Party(who.Label, who.Key, who.SomeMembersIn(year), who.IsBloc), new Party(whom.Label, whom.Key, whom.SomeMembersIn(year), whom.IsBloc));
            var direct = TradeDependence.Compute(world, trade, party, on);
            var members = TradeDependence.Held(world, trade, party).Members;
            return new DependenceYear(year, direct, TradeConcentration.Of(trade, members, exports: false), TradeConcentration.Of(trade, members, exports: true), null);
        }
        catch (EntenteException problem)
        {
            // A bloc without members, or a state not yet in the matrix: the year stays open, the others are answered.
            reason = problem;
            return new DependenceYear(year, null, null, null, problem.Message.TrimEnd('.'));
        }
    }
}
