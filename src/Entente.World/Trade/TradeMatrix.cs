using System.Collections.Immutable;

namespace Entente.World.Trade;

/// <summary>Goods trade of one year between all economies that report or are reported on.</summary>
public sealed class TradeMatrix
{
    private readonly Dictionary<int, int> _rows;
    private readonly double[] _value;
    private readonly double[] _lastValue;

    /// <summary>Makes the matrix.</summary>
    /// <param name="year">Calendar year.</param>
    /// <param name="economies">State ids, ascending, n of them.</param>
    /// <param name="value">n × n, exporter by importer, thousand US$; NaN where the pair is known to be missing; 0 where nothing was recorded.</param>
    /// <param name="lastValue">n × n, the last known value of missing pairs, NaN elsewhere.</param>
    /// <param name="lastYear">Year of the last known values, 0 where no pair is missing.</param>
    /// <param name="sources">Keys of the catalog.</param>
    public TradeMatrix(int year, ImmutableArray<int> economies, double[] value, double[] lastValue, int lastYear, ImmutableArray<string> sources)
    {
        Year = year;
        Economies = economies;
        LastYear = lastYear;
        Sources = sources;
        _value = value;
        _lastValue = lastValue;
        _rows = economies.Select((id, row) => (id, row)).ToDictionary(pair => pair.id, pair => pair.row);
    }

    /// <summary>Calendar year.</summary>
    public int Year { get; }

    /// <summary>State ids, ascending.</summary>
    public ImmutableArray<int> Economies { get; }

    /// <summary>Year of the last known values of missing pairs, 0 where no pair is missing.</summary>
    public int LastYear { get; }

    /// <summary>Keys of the catalog.</summary>
    public ImmutableArray<string> Sources { get; }

    /// <summary>Whether the economy is in the matrix.</summary>
    public bool Has(int stateId) => _rows.ContainsKey(stateId);

    /// <summary>Exports of one to the other, thousand US$: NaN where missing, 0 where nothing was recorded or an economy is not in the matrix.</summary>
    public double Value(int exporter, int importer) => At(_value, exporter, importer, 0);

    /// <summary>The last known value of a missing pair, thousand US$; NaN where the pair is not missing.</summary>
    public double LastValue(int exporter, int importer) => At(_lastValue, exporter, importer, double.NaN);

    /// <summary>The value, with a missing pair filled by its last known value.</summary>
    public double Filled(int exporter, int importer)
    {
        var value = Value(exporter, importer);
        return double.IsNaN(value) ? LastValue(exporter, importer) : value;
    }

    private double At(double[] matrix, int exporter, int importer, double otherwise) =>
        _rows.TryGetValue(exporter, out var row) && _rows.TryGetValue(importer, out var column) ? matrix[(row * Economies.Length) + column] : otherwise;
}

/// <summary>Expenditure of each economy by origin, including itself, derived from WIOD.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Economies">ISO3 codes and ROW, ordinal order, n of them.</param>
/// <param name="Share">n × n, exporter by importer: share of the importer's expenditure; every importer's column sums to 1.</param>
/// <param name="Expenditure">Expenditure of each economy, million US$.</param>
/// <param name="Sources">Keys of the catalog.</param>
public sealed record ExpenditureMatrix(int Year, ImmutableArray<string> Economies, double[] Share, double[] Expenditure, ImmutableArray<string> Sources);

/// <summary>A total that a state's own customs published.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="StateId">State id.</param>
/// <param name="Flow">"export" or "import".</param>
/// <param name="Value">Thousand US$.</param>
/// <param name="Source">Who published it.</param>
public sealed record OfficialTotal(int Year, int StateId, string Flow, double Value, string Source);
