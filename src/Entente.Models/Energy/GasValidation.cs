using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Energy;

/// <summary>A figure that the model foretold, the same as observed, and a naive forecast of it.</summary>
/// <param name="What">What is foretold.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Predicted">The model's.</param>
/// <param name="Observed">Observed.</param>
/// <param name="Naive">The base year's value, for cargoes times the growth of all of them.</param>
public sealed record GasForecast(string What, string Unit, double Predicted, double Observed, double Naive);

/// <summary>Forecasts from the market of 2020, given capacities and closures of the later year.</summary>
/// <param name="Forecasts">Forecasts, year by year.</param>
/// <param name="Findings">What they say, and where they fail.</param>
public sealed record GasValidation(ImmutableArray<GasForecast> Forecasts, ImmutableArray<string> Findings)
{
    /// <summary>What the forecasts and what they are compared with rest on.</summary>
    public Provenance Provenance => new(
        [.. GasChannel.Sources.Append("entsog").Distinct(StringComparer.Ordinal)], "market of 2020 with the capacities, closures and American price of 2021, 2022 and 2023",
        new Coverage(
            string.Create(CultureInfo.InvariantCulture, $"{Forecasts.Count(IsHeld)} of {Forecasts.Length} figures held, foretold and observed"), Forecasts.Count(IsHeld), Forecasts.Length - Forecasts.Count(IsHeld),
            [.. Forecasts.Where(one => !IsHeld(one)).Select(one => one.What)]));

    private static bool IsHeld(GasForecast one) => double.IsFinite(one.Predicted) && double.IsFinite(one.Observed);

    /// <summary>Billion cubic metres in a million cubic feet.</summary>
    internal const double BcmPerMillionCubicFeet = 2.83168e-5;

    /// <summary>Makes the forecasts for 2021, 2022 and American cargoes of April 2023 to March 2024.</summary>
    /// <param name="world">The world.</param>
    /// <exception cref="NoAnswerException">Prices or flows of these years are missing.</exception>
    public static GasValidation Run(WorldEdition world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var start = GasBase.Read(world, 2020);
        if (!double.IsFinite(start.Europe + start.Japan + start.HenryHub)) throw new NoAnswerException("The store holds no gas prices of 2020; build it with the World Bank's monthly prices.");
        var tables = GasReference.Of(world);
        var gas = new GasMarket(tables);
        var forecasts = ImmutableArray.CreateBuilder<GasForecast>();
        foreach (var year in new[] { 2021, 2022, 2023 })
        {
            Solve(gas, start, world, year);
            var text = year.ToString(CultureInfo.InvariantCulture);
            forecasts.Add(new($"{text} price, Europe", "US$/MMBtu", gas.Solver.Prices[0], GasBase.Mean(world, "gas_europe_usd_mmbtu", year), start.Europe));
            forecasts.Add(new($"{text} price, Japan", "US$/MMBtu", gas.Solver.Prices[4], GasBase.Mean(world, "lng_japan_usd_mmbtu", year), start.Japan));
            if (year < 2023)
            {
                var lng = 0d;
                for (var f = 0; f < gas.Market.Suppliers; f++) lng += tables.IsLiquefied(f) ? gas.Solver.Flows[gas.Arc(f, 0)] : 0;
                forecasts.Add(new($"{text} EU27 imports from Russia by pipe", "bcm", gas.Solver.Flows[gas.Arc(gas.Russia, 0)], Imports(world, text, "Russia"), Imports(world, "2020", "Russia")));
                forecasts.Add(new($"{text} EU27 imports from Norway by pipe", "bcm", gas.Solver.Flows[gas.Arc(tables.Suppliers.IndexOf("Norway pipeline"), 0)], Imports(world, text, "Norway"), Imports(world, "2020", "Norway")));
                forecasts.Add(new($"{text} EU27 imports of LNG", "bcm", lng, Imports(world, text, "LNG"), Imports(world, "2020", "LNG")));
            }
            else Cargoes(world, gas, start, forecasts);
        }

        return new GasValidation(forecasts.ToImmutable(), Say(forecasts));
    }

    /// <summary>The market of 2020 with the capacities, closures, trend of demand and American price of a later year.</summary>
    private static void Solve(GasMarket gas, GasBase start, WorldEdition world, int year)
    {
        gas.Calibrate(start, GasInputs.Central, false);
        gas.SetYear(year);
        gas.SetHenryHub(GasBase.Mean(world, "gas_us_usd_mmbtu", year), GasInputs.Central, false);
        for (var m = 0; m < gas.Market.Markets; m++) gas.ShiftDemand(start, m, Math.Pow(1 + gas.Tables.Growth[m], year - 2020) - 1);
        if (!gas.Solver.Solve()) throw new NoAnswerException(FormattableString.Invariant($"The gas market of {year} could not be solved from 2020."));
    }

    private static double Imports(WorldEdition world, string year, string source) =>
        world.EuGasImports.Where(row => row.Source == source && row.Month.StartsWith(year, StringComparison.Ordinal)).Sum(row => row.MillionCubicMetres) / 1000;

    private static void Cargoes(WorldEdition world, GasMarket gas, GasBase start, ImmutableArray<GasForecast>.Builder forecasts)
    {
        var eu = Trade.TradeChannelBuilder.Members(world, ["EU27"], 2023).ToHashSet();
        HashSet<int> Of(params string[] codes) => [.. codes.Select(code => world.States.Find(code)!.Id)];
        var (europe, asia) = (Of("GBR", "TUR"), Of("CHN", "JPN", "KOR", "TWN", "IND", "PAK", "BGD"));
        europe.UnionWith(eu);
        var rows = world.UsLngExports.Where(row => string.CompareOrdinal(row.Month, "2023-04") >= 0 && string.CompareOrdinal(row.Month, "2024-03") <= 0).ToList();
        var total = rows.Sum(row => row.MillionCubicFeet) * BcmPerMillionCubicFeet;
        var before = 0d;
        for (var m = 0; m < gas.Market.Markets; m++) before += gas.Tables.Flow(start.FlowYear, gas.America, m);
        Add("Europe with Türkiye", europe, 0, 2);
        Add("Asia", asia, 3, 5);

        void Add(string name, HashSet<int> members, int first, int last)
        {
            var (predicted, naive) = (0d, 0d);
            for (var m = first; m <= last; m++) (predicted, naive) = (predicted + gas.Solver.Flows[gas.Arc(gas.America, m)], naive + gas.Tables.Flow(start.FlowYear, gas.America, m));
            forecasts.Add(new($"Apr 2023 - Mar 2024 American cargoes to {name}", "bcm", predicted, rows.Where(row => members.Contains(row.Destination)).Sum(row => row.MillionCubicFeet) * BcmPerMillionCubicFeet, naive / before * total));
        }
    }

    private static ImmutableArray<string> Say(IReadOnlyList<GasForecast> forecasts)
    {
        static double Miss(double value, double observed) => Math.Abs(Math.Log(Math.Max(value, .1) / Math.Max(observed, .1)));
        var better = forecasts.Count(row => Miss(row.Predicted, row.Observed) < Miss(row.Naive, row.Observed));
        var worst = forecasts.MaxBy(row => Miss(row.Predicted, row.Observed))!;
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"The model lies nearer than the naive forecast in {better} of {forecasts.Count} figures."),
            string.Create(CultureInfo.InvariantCulture, $"It fails most in '{worst.What}': {worst.Predicted:0.0} foretold, {worst.Observed:0.0} observed."),
            "Closures and capacities of each year are given, not foretold; the path of demand is the trend seen from 2020.",
        ];
    }
}
