using Entente.Numerics.Regression;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Trade.Gravity;

/// <summary>
/// How trade falls with distance and rises with ties, in one year: PPML with exporter and importer effects (Anderson and van Wincoop 2003; Santos Silva and Tenreyro 2006).
/// </summary>
public static class GravityElasticities
{
    /// <summary>Estimates one year.</summary>
    /// <param name="world">The world.</param>
    /// <param name="year">A year with goods trade.</param>
    /// <exception cref="InvalidInputException">No trade is held for the year.</exception>
    /// <exception cref="NoAnswerException">The regression cannot be estimated.</exception>
    public static GravityCrossSection Estimate(WorldEdition world, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.TradeYears.Contains(year)) throw new InvalidInputException($"No goods trade is held of {year}; the years held run from {world.TradeYears[0]} to {world.TradeYears[^1]}.");
        var panel = GravityPanel.Build(world, year, year);
        var ties = PairLookup.Of(world.PairTies);
        var pairs = Enumerable.Range(0, panel.Rows).Select(row => ties.Find(panel.Exporter[row], panel.Importer[row])).ToArray();
        Regressor Column(string name, Func<World.Trade.PairTies, double> value) => new(name, pairs.Select(pair => pair is { } known ? value(known) : double.NaN).ToArray());
        var data = new RegressionData(
            "trade", panel.Value,
            [
                Column("ln distance", pair => Math.Log(pair.Km)), Column("common border", pair => pair.Contiguous ? 1 : 0), Column("common language", pair => pair.CommonLanguage > 0 ? 1 : 0),
                Column("colonial tie", pair => pair.Colonial ? 1 : 0), Column("common currency", pair => pair.CommonCurrency ? 1 : 0),
            ],
            [new("exporter", panel.ExporterYear()), new("importer", panel.ImporterYear())]);
        var undirected = panel.UndirectedPair();
        try
        {
            var estimate = RegressionModel.Estimate(data, RegressionFamily.Poisson, new RegressionOptions
            {
                SmallSample = SmallSample.Ppmlhdfe,
                Covariances = [CovarianceKind.Clustered(new ClusterDimension("pair", undirected)), CovarianceKind.Dyadic(panel.Exporter, panel.Importer)],
                KeepFitted = false,
            });
            return new GravityCrossSection(
                year,
                [.. estimate.Names.Select((name, k) => new GravityElasticity(name, estimate.Coefficients[k], estimate.Covariances[0].StandardErrors[k], estimate.Covariances[1].StandardErrors[k]))],
                estimate, new Provenance([.. panel.Sources, "cepii-geography"], $"PPML of goods trade of {year} on distance and ties with exporter and importer effects", panel.Coverage()));
        }
        catch (EstimationException problem)
        {
            throw new NoAnswerException($"Gravity cannot be estimated for {year}: {problem.Message}", problem);
        }
    }
}
