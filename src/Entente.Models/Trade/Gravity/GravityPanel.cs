using System.Collections.Immutable;
using Entente.Numerics.Regression;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Store;
using Entente.World.Trade;

namespace Entente.Models.Trade.Gravity;

/// <summary>
/// Goods trade of all directed pairs over years as one long table. A pair without a row in a complete year traded nothing that was recorded: 0. A pair that a year is known to miss is missing.
/// </summary>
public sealed class GravityPanel
{
    private GravityPanel(ImmutableArray<int> years, int rows)
    {
        Years = years;
        Exporter = new int[rows];
        Importer = new int[rows];
        Year = new int[rows];
        Value = new double[rows];
    }

    /// <summary>Years, ascending.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>Rows.</summary>
    public int Rows => Value.Length;

    /// <summary>State id of the exporter of each row.</summary>
    public int[] Exporter { get; }

    /// <summary>State id of the importer.</summary>
    public int[] Importer { get; }

    /// <summary>Year of each row.</summary>
    public int[] Year { get; }

    /// <summary>Thousand US$; NaN where missing.</summary>
    public double[] Value { get; }

    /// <summary>Rows that are missing.</summary>
    public int Missing { get; private set; }

    /// <summary>Keys of the catalog.</summary>
    public ImmutableArray<string> Sources { get; private set; } = [];

    /// <summary>Builds the panel of the years held between two years.</summary>
    /// <param name="world">The world.</param>
    /// <param name="since">First year.</param>
    /// <param name="until">Last year.</param>
    /// <exception cref="InvalidInputException">No trade is held in these years.</exception>
    public static GravityPanel Build(WorldEdition world, int since, int until)
    {
        ArgumentNullException.ThrowIfNull(world);
        ImmutableArray<int> years = [.. world.TradeYears.Where(year => year >= since && year <= until)];
        if (years.IsEmpty) throw new InvalidInputException($"No goods trade is held from {since} to {until}; the years held run from {world.TradeYears[0]} to {world.TradeYears[^1]}.");
        ImmutableArray<TradeMatrix> matrices = [.. years.Select(world.Trade)];
        var panel = new GravityPanel(years, matrices.Sum(matrix => matrix.Economies.Length * (matrix.Economies.Length - 1)));
        var at = 0;
        foreach (var matrix in matrices)
        {
            foreach (var exporter in matrix.Economies)
            {
                foreach (var importer in matrix.Economies)
                {
                    if (exporter == importer) continue;
                    (panel.Exporter[at], panel.Importer[at], panel.Year[at]) = (exporter, importer, matrix.Year);
                    panel.Value[at] = matrix.Value(exporter, importer);
                    if (double.IsNaN(panel.Value[at])) panel.Missing++;
                    at++;
                }
            }
        }

        panel.Sources = [.. matrices.SelectMany(matrix => matrix.Sources).Distinct()];
        return panel;
    }

    /// <summary>Whether sales at home are in it, as rows with exporter = importer.</summary>
    public bool HasDomestic { get; private init; }

    /// <summary>
    /// Builds the panel of trade with domestic sales, goods and services, million US$, of the years that are held with them (WIOD): 43 economies and the rest of the world,
    /// which has the id 0. With sales at home in it, what happens to all foreign trade of a state can be told from what happens to its total.
    /// </summary>
    /// <param name="world">The world.</param>
    public static GravityPanel WithDomestic(WorldEdition world)
    {
        ArgumentNullException.ThrowIfNull(world);
        ImmutableArray<ExpenditureMatrix> matrices = [.. world.ExpenditureYears.Select(world.Expenditure)];
        var panel = new GravityPanel(world.ExpenditureYears, matrices.Sum(matrix => matrix.Economies.Length * matrix.Economies.Length)) { HasDomestic = true };
        var at = 0;
        foreach (var matrix in matrices)
        {
            int[] ids = [.. matrix.Economies.Select(code => world.States.FindIso3(code, matrix.Year)?.Id ?? 0)];
            for (var i = 0; i < ids.Length; i++)
            {
                for (var j = 0; j < ids.Length; j++)
                {
                    (panel.Exporter[at], panel.Importer[at], panel.Year[at]) = (ids[i], ids[j], matrix.Year);
                    panel.Value[at++] = matrix.Share[(i * ids.Length) + j] * matrix.Expenditure[j];
                }
            }
        }

        panel.Sources = [.. matrices.SelectMany(matrix => matrix.Sources).Distinct()];
        return panel;
    }

    /// <summary>Levels of exporter-year effects, one per row.</summary>
    public int[] ExporterYear() => EffectLevels.Cross(Exporter, Year);

    /// <summary>Levels of importer-year effects.</summary>
    public int[] ImporterYear() => EffectLevels.Cross(Importer, Year);

    /// <summary>Levels of directed pairs.</summary>
    public int[] Pair() => EffectLevels.Cross(Exporter, Importer);

    /// <summary>Levels of pairs in either direction.</summary>
    public int[] UndirectedPair() => EffectLevels.Cross([.. Exporter.Zip(Importer, Math.Min)], [.. Exporter.Zip(Importer, Math.Max)]);

    /// <summary>The panel as columns of a file, with distance and ties: exporter, importer, year, value (thousand US$), km, contiguous, common_language, colonial, common_currency.</summary>
    /// <param name="world">The world it was built from.</param>
    public IReadOnlyList<FileColumn> Columns(WorldEdition world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var ids = Exporter.Concat(Importer).Distinct().Order().ToArray();
        var place = ids.Select((id, i) => (id, i)).ToDictionary(entry => entry.id, entry => entry.i);
        string?[] codes = [.. ids.Select(id => world.States.TryGet(id, out var state) ? state!.Iso3 ?? state.Abbreviation : null)];
        var ties = PairLookup.Of(world.PairTies);
        float Of(int row, Func<PairTies, double> field) => ties.Find(Exporter[row], Importer[row]) is { } pair ? (float)field(pair) : float.NaN;
        float[] Column(Func<PairTies, double> field) => [.. Enumerable.Range(0, Rows).Select(row => Of(row, field))];
        return
        [
            FileColumn.Texts("exporter", codes, Array.ConvertAll(Exporter, id => place[id])), FileColumn.Texts("importer", codes, Array.ConvertAll(Importer, id => place[id])),
            FileColumn.Integers("year", Year), FileColumn.Reals("value", Array.ConvertAll(Value, value => (float)value)), FileColumn.Reals("km", Column(pair => pair.Km)),
            FileColumn.Reals("contiguous", Column(pair => pair.Contiguous ? 1 : 0)), FileColumn.Reals("common_language", Column(pair => pair.CommonLanguage)),
            FileColumn.Reals("colonial", Column(pair => pair.Colonial ? 1 : 0)), FileColumn.Reals("common_currency", Column(pair => pair.CommonCurrency ? 1 : 0)),
        ];
    }

    /// <summary>What the panel rests on.</summary>
    public Coverage Coverage() => new(
        FormattableString.Invariant($"{Rows:N0} directed pair-years of {Years.Length} years from {Years[0]} to {Years[^1]}; {(HasDomestic ? "goods and services, sales at home among them" : "trade within economies is not in them, nor is Taiwan")}"), Rows - Missing, Missing, []);
}
