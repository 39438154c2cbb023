using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Models.Energy;

/// <summary>A pipeline route: who sends over it, where it ends, and its capacity by year.</summary>
/// <param name="Name">Name.</param>
/// <param name="Supplier">Place of the supplier.</param>
/// <param name="Market">Place of the market.</param>
/// <param name="BcmByYear">Capacity from the first year on, bcm a year.</param>
internal sealed record GasRoute(string Name, int Supplier, int Market, double[] BcmByYear);

/// <summary>The authored tables of the gas market (data/reference/gas_flows.csv, gas_capacities.csv): suppliers, markets, flows of the base years, capacities by year.</summary>
internal sealed class GasReference
{
    public const int FirstYear = 2020;
    public const int LastYear = 2025;

    private static readonly Lazy<GasReference> Only = new(() => new GasReference());

    private GasReference()
    {
        var flows = Rows("gas_flows.csv");
        var capacities = Rows("gas_capacities.csv");
        Suppliers = [.. capacities.Where(row => row[0] == "supplier").Select(row => row[1]).Distinct()];
        Markets = [.. capacities.Where(row => row[0] == "regasification").Select(row => row[2]).Distinct()];
        SupplierBcm = new double[Suppliers.Length, LastYear - FirstYear + 1];
        RegasBcm = new double[Markets.Length, LastYear - FirstYear + 1];
        Growth = new double[Markets.Length];
        var routes = new List<GasRoute>();
        foreach (var row in capacities)
        {
            var (table, year, value) = (row[0], int.Parse(row[3], CultureInfo.InvariantCulture), double.Parse(row[4], CultureInfo.InvariantCulture));
            if (table == "supplier") SupplierBcm[Suppliers.IndexOf(row[1]), year - FirstYear] = value;
            else if (table == "regasification") RegasBcm[Markets.IndexOf(row[2]), year - FirstYear] = value;
            else if (table == "growth") Growth[Markets.IndexOf(row[2])] = value;
            else if (table == "consumption") _consumption[(year, Markets.IndexOf(row[2]))] = value;
            else if (table == "production") _production[(year, Markets.IndexOf(row[2]))] = value;
            else
            {
                var route = routes.Find(known => known.Name == row[1]);
                if (route is null) routes.Add(route = new GasRoute(row[1], Suppliers.IndexOf(table.Split(':')[1]), Markets.IndexOf(row[2]), new double[LastYear - FirstYear + 1]));
                route.BcmByYear[year - FirstYear] = value;
            }
        }

        Routes = [.. routes];
        foreach (var row in flows) _flows[(int.Parse(row[0], CultureInfo.InvariantCulture), Suppliers.IndexOf(row[1]), Markets.IndexOf(row[2]))] = double.Parse(row[3], CultureInfo.InvariantCulture);
    }

    private readonly Dictionary<(int Year, int Supplier, int Market), double> _flows = [];
    private readonly Dictionary<(int Year, int Market), double> _consumption = [], _production = [];

    public static GasReference Tables => Only.Value;

    public ImmutableArray<string> Suppliers { get; }

    public ImmutableArray<string> Markets { get; }

    public ImmutableArray<GasRoute> Routes { get; }

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

    private static List<string[]> Rows(string name)
    {
        using var stream = typeof(GasReference).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
    }
}
