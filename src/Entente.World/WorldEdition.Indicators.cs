using System.Collections.Immutable;
using Entente.World.Security;
using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World;

public sealed partial class WorldEdition
{
    private readonly Dictionary<string, YearSeries> _indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<MonthlyPrice>> _prices = new(StringComparer.Ordinal);
    private ImmutableArray<string>? _indicatorNames;
    private YearSeries? _cinc;

    /// <summary>Names of the state-year indicators held.</summary>
    public ImmutableArray<string> IndicatorNames => _indicatorNames ??= DistinctNames(StoreSchema.Indicators, "indicator");

    /// <summary>An indicator of a state in a year; <see langword="null"/> where it is missing.</summary>
    /// <exception cref="ArgumentException">No such indicator.</exception>
    public double? Indicator(string indicator, int stateId, int year) => IndicatorSeries(indicator).At(stateId, year);

    /// <summary>The newest value of an indicator at or before a year.</summary>
    /// <exception cref="ArgumentException">No such indicator.</exception>
    public (int Year, double Value)? LatestIndicator(string indicator, int stateId, int notAfter) => IndicatorSeries(indicator).Latest(stateId, notAfter);

    /// <summary>Share of world capabilities (CINC) of a state in a year; <see langword="null"/> where missing (source "cow-nmc").</summary>
    public double? Cinc(int stateId, int year) => CincSeries.At(stateId, year);

    /// <summary>Last year with capabilities; 0 where none are held.</summary>
    public int LastCapabilityYear => CincSeries.LastYear;

    /// <summary>A monthly price series, oldest first (sources "worldbank-prices", "eia-prices").</summary>
    /// <exception cref="ArgumentException">No such series.</exception>
    public ImmutableArray<MonthlyPrice> Prices(string series)
    {
        if (_prices.TryGetValue(series, out var prices)) return prices;
        var columns = _store.Select(StoreSchema.Prices, ["month", "value"], $"\"series\" = {DuckDatabase.Literal(series)}");
        if (columns.Rows == 0) throw new ArgumentException($"The store holds no price series '{series}'; it holds {string.Join(", ", DistinctNames(StoreSchema.Prices, "series"))}.", nameof(series));
        prices = Rows(columns, static (c, i) => new MonthlyPrice(c.Texts(0)[i]!, c.Reals(1)[i]));
        _prices.Add(series, prices);
        return prices;
    }

    private YearSeries CincSeries
    {
        get
        {
            if (_cinc is not null) return _cinc;
            var columns = Select(StoreSchema.Capabilities, "state", "year", "cinc");
            return _cinc = new YearSeries(columns.Integers(0), columns.Integers(1), columns.Reals(2));
        }
    }

    private YearSeries IndicatorSeries(string indicator)
    {
        if (_indicators.TryGetValue(indicator, out var series)) return series;
        var columns = _store.Select(StoreSchema.Indicators, ["state", "year", "value"], $"\"indicator\" = {DuckDatabase.Literal(indicator)}");
        if (columns.Rows == 0) throw new ArgumentException($"The store holds no indicator '{indicator}'; it holds {string.Join(", ", IndicatorNames)}.", nameof(indicator));
        series = new YearSeries(columns.Integers(0), columns.Integers(1), columns.Reals(2));
        _indicators.Add(indicator, series);
        return series;
    }

    private ImmutableArray<string> DistinctNames(TableSchema schema, string column)
    {
        var names = _store.Query($"SELECT DISTINCT \"{column}\" FROM {_store.From(schema)}", schema);
        return [.. names.Texts(0).Select(name => name!).Order(StringComparer.Ordinal)];
    }
}
