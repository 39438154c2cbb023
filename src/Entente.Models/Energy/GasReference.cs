using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Entente.World;

namespace Entente.Models.Energy;

/// <summary>A pipeline route: who sends over it, where it ends, and its capacity by year.</summary>
/// <param name="Name">Name.</param>
/// <param name="Supplier">Place of the supplier.</param>
/// <param name="Market">Place of the market.</param>
/// <param name="BcmByYear">Capacity from the first year on, bcm a year.</param>
internal sealed record GasRoute(string Name, int Supplier, int Market, double[] BcmByYear);

/// <summary>The tables of the gas market in a store: suppliers, markets, flows of the base years, capacities by year.</summary>
internal sealed class GasReference
{
    public const int FirstYear = 2020;
    public const int LastYear = 2025;

    // The order of suppliers and markets is part of the model: markets 0 to 2 are Europe, 3 to 5 Asia.
    private static readonly ImmutableArray<string> Order =
    [
        "US LNG", "Russia pipeline", "Russia LNG", "Norway pipeline", "Norway LNG", "Qatar LNG", "Algeria pipeline", "Algeria LNG", "Australia LNG", "Azerbaijan pipeline", "Central Asia pipeline", "Other LNG", "Other pipeline",
    ];

    private static readonly ImmutableArray<string> MarketOrder = ["EU27", "UK", "Türkiye", "China", "Japan-Korea-Taiwan", "South Asia", "Rest"];
    private static readonly ConditionalWeakTable<WorldEdition, GasReference> Known = [];

    private GasReference(WorldEdition world)
    {
        var figures = world.GasFigures;
        Suppliers = [.. Order.Where(name => figures.Any(figure => figure.Item == "supplier" && figure.Name == name))];
        Markets = [.. MarketOrder.Where(name => figures.Any(figure => figure.Item == "regasification" && figure.Market == name))];
        if (Suppliers.Length < Order.Length || Markets.Length < MarketOrder.Length) throw new NoAnswerException("The store holds no full tables of the gas market; build it anew with 'entente data build'.");
        SupplierBcm = new double[Suppliers.Length, LastYear - FirstYear + 1];
        RegasBcm = new double[Markets.Length, LastYear - FirstYear + 1];
        Growth = new double[Markets.Length];
        var routes = new List<GasRoute>();
        foreach (var figure in figures)
        {
            var (year, value, market) = (figure.Year, figure.Value, Markets.IndexOf(figure.Market));
            if (figure.Item == "supplier") SupplierBcm[Suppliers.IndexOf(figure.Name), year - FirstYear] = value;
            else if (figure.Item == "regasification") RegasBcm[market, year - FirstYear] = value;
            else if (figure.Item == "growth") Growth[market] = value;
            else if (figure.Item == "consumption") _consumption[(year, market)] = value;
            else if (figure.Item == "production") _production[(year, market)] = value;
            else
            {
                var route = routes.Find(known => known.Name == figure.Name);
                if (route is null) routes.Add(route = new GasRoute(figure.Name, Suppliers.IndexOf(figure.Item.Split(':')[1]), market, new double[LastYear - FirstYear + 1]));
                route.BcmByYear[year - FirstYear] = value;
            }
        }

        Routes = [.. routes];
        foreach (var flow in world.GasFlows) _flows[(flow.Year, Suppliers.IndexOf(flow.Supplier), Markets.IndexOf(flow.Market))] = flow.Bcm;
    }

    private readonly Dictionary<(int Year, int Supplier, int Market), double> _flows = [];
    private readonly Dictionary<(int Year, int Market), double> _consumption = [], _production = [];

    /// <summary>The tables of a store, read once.</summary>
    /// <exception cref="NoAnswerException">The store lacks a supplier or market.</exception>
    public static GasReference Of(WorldEdition world) => Known.GetValue(world, static edition => new GasReference(edition));

    public ImmutableArray<string> Suppliers { get; }

    public ImmutableArray<string> Markets { get; }

    public ImmutableArray<GasRoute> Routes { get; }

    /// <summary>Markets solved from these tables, kept for whoever asks the same.</summary>
    public SolvedMarkets Solved { get; } = new();

    /// <summary>bcm a year by supplier and year from <see cref="FirstYear"/>.</summary>
    public double[,] SupplierBcm { get; }

    /// <summary>bcm a year by market and year.</summary>
    public double[,] RegasBcm { get; }

    /// <summary>Growth of demand a year, as seen from 2020.</summary>
    public double[] Growth { get; }

    public double Flow(int year, int supplier, int market) => _flows.GetValueOrDefault((year, supplier, market));

    public double Consumption(int year, int market) => _consumption[(year, market)];

    public double Production(int year, int market) => _production[(year, market)];

    public bool IsLiquefied(int supplier) => Suppliers[supplier].EndsWith("LNG", StringComparison.Ordinal);
}
