using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy;
using Entente.World;

namespace Entente.Models.Energy;

/// <summary>What a draw says about the divider's sales of liquefied gas, billion US$ a year; losses are negative.</summary>
/// <param name="Volume">Revenue lost on cargoes that the returning gas displaces.</param>
/// <param name="Price">Revenue lost on the remaining cargoes through the lower price.</param>
/// <param name="BuyersGain">What European buyers save on all imports through the lower price.</param>
public readonly record struct GasOutcome(double Volume, double Price, double BuyersGain);

/// <summary>
/// A first bound on the divider's gas exporters: the target's pipeline gas returns to Europe in part, displaces cargoes one for one in part, and the rest
/// lowers the price along a linear short-run demand. Displaced cargoes are counted as lost in full, so it is an upper bound of the loss; a market model replaces it.
/// </summary>
public sealed class GasStake
{
    private const double MmbtuPerBcm = 36e6;
    private const double BcmPerMillionCubicFeet = 2.83168e-5;

    /// <summary>European buyers stay above this share of the old price: a bound of the linear demand far from its base.</summary>
    private const double LeastPriceShare = .3;

    private GasStake(double lostPipelineBcm, double lngToEuropeBcm, double europeImportsBcm, double priceUsdPerMmbtu, bool europeTakesPart, string period, string priceMonths)
    {
        (LostPipelineBcm, LngToEuropeBcm, EuropeImportsBcm, PriceUsdPerMmbtu) = (lostPipelineBcm, lngToEuropeBcm, europeImportsBcm, priceUsdPerMmbtu);
        (EuropeTakesPart, Period, PriceMonths) = (europeTakesPart, period, priceMonths);
    }

    /// <summary>Pipeline gas that the target sold to the EU in the year before the cut beyond the last twelve months held, bcm a year.</summary>
    public double LostPipelineBcm { get; }

    /// <summary>Liquefied gas of the divider to the EU27, Britain and Türkiye in the last twelve months held, bcm.</summary>
    public double LngToEuropeBcm { get; }

    /// <summary>Pipeline and liquefied imports of the EU27 in the last twelve months held, bcm.</summary>
    public double EuropeImportsBcm { get; }

    /// <summary>European gas price, mean of the twelve months before the start, US$ per million British thermal units.</summary>
    public double PriceUsdPerMmbtu { get; }

    /// <summary>Whether the EU takes part in lifting sanctions.</summary>
    public bool EuropeTakesPart { get; }

    /// <summary>Months of the LNG figure.</summary>
    public string Period { get; }

    /// <summary>Months of the price.</summary>
    public string PriceMonths { get; }

    /// <summary>Sources that it rests on.</summary>
    public static ImmutableArray<string> Sources { get; } = ["entsog", "doe-lng", "worldbank-prices"];

    /// <summary>Reads the stake of a strategy; <see langword="null"/> where the channel has nothing to say: another divider or target, no relief, or a start before the data.</summary>
    public static GasStake? Read(WorldEdition world, WedgeStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(strategy);
        var (america, russia) = (world.States.Find("USA")?.Id, world.States.Find("RUS")?.Id);
        var relief = strategy.Moves.OfType<SanctionsMove>().Where(move => move.Lift && move.Against == strategy.Target).ToList();
        if (strategy.Divider != america || strategy.Target != russia || relief.Count == 0) return null;
        var imports = world.EuGasImports;
        var start = string.Create(CultureInfo.InvariantCulture, $"{strategy.Start}-01");
        var months = imports.Select(row => row.Month).Where(month => string.CompareOrdinal(month, start) < 0).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (months.Length < 36) return null;
        var lastTwelve = months[^12..];
        var peak = imports.Where(row => row.Source == "Russia").GroupBy(row => row.Month[..4]).Where(year => year.Select(row => row.Month).Distinct().Count() == 12)
            .Where(year => string.CompareOrdinal(year.Key, "2022") < 0).OrderBy(year => year.Key, StringComparer.Ordinal).LastOrDefault();
        if (peak is null) return null;
        var lost = (peak.Sum(row => row.MillionCubicMetres) - imports.Where(row => row.Source == "Russia" && lastTwelve.Contains(row.Month)).Sum(row => row.MillionCubicMetres)) / 1000;
        var europe = imports.Where(row => lastTwelve.Contains(row.Month)).Sum(row => row.MillionCubicMetres) / 1000;

        var europeIds = TradeMembers(world, ["EU27", "GBR", "TUR"], strategy.Start);
        var cargoMonths = world.UsLngExports.Select(row => row.Month).Where(month => string.CompareOrdinal(month, start) < 0).Distinct().Order(StringComparer.Ordinal).TakeLast(12).ToArray();
        var lng = world.UsLngExports.Where(row => cargoMonths.Contains(row.Month) && europeIds.Contains(row.Destination)).Sum(row => row.MillionCubicFeet) * BcmPerMillionCubicFeet;
        var prices = world.Prices("gas_europe_usd_mmbtu").Where(price => string.CompareOrdinal(price.Month, start) < 0).TakeLast(12).ToArray();
        if (cargoMonths.Length == 0 || prices.Length == 0) return null;
        var eu = TradeMembers(world, ["EU27"], strategy.Start);
        var coalition = relief.SelectMany(move => TradeMembers(world, [.. move.Coalition], strategy.Start)).ToHashSet();
        var takesPart = eu.Count(coalition.Contains) > eu.Count / 2;
        return new GasStake(
            Math.Max(0, lost), lng, europe, prices.Average(price => price.Value), takesPart, $"{cargoMonths[0]} to {cargoMonths[^1]}", $"{prices[0].Month} to {prices[^1].Month}");
    }

    /// <summary>The outcome of one draw.</summary>
    public GasOutcome Evaluate(in DrawnAssumptions assumptions)
    {
        var returning = LostPipelineBcm * assumptions[EuropeTakesPart ? AssumptionIndex.GasReturnShare : AssumptionIndex.GasReturnShareAlone];
        var displaced = Math.Min(returning * assumptions[AssumptionIndex.LngDisplacement], LngToEuropeBcm);
        var added = returning - displaced;
        var fall = Math.Min(1 - LeastPriceShare, added / EuropeImportsBcm / assumptions[AssumptionIndex.GasDemandElasticity]);
        var billion = PriceUsdPerMmbtu * MmbtuPerBcm / 1e9;
        return new GasOutcome(-displaced * billion, -(LngToEuropeBcm - displaced) * billion * fall, EuropeImportsBcm * billion * fall);
    }

    private static HashSet<int> TradeMembers(WorldEdition world, string[] parties, int year) => [.. Trade.TradeChannelBuilder.Members(world, [.. parties], year)];
}
