using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Tables;
using Entente.World.Trade;

namespace Entente.World;

public sealed partial class WorldEdition
{
    private readonly Dictionary<int, TradeMatrix> _trade = [];
    private readonly Dictionary<int, ExpenditureMatrix> _expenditure = [];
    private ImmutableArray<int>? _tradeYears;
    private ImmutableArray<int>? _expenditureYears;
    private ImmutableArray<OfficialTotal>? _officialTotals;
    private ImmutableArray<TradeShare>? _tradeShares;

    /// <summary>Years with goods trade, ascending.</summary>
    public ImmutableArray<int> TradeYears => _tradeYears ??= DistinctYears(StoreSchema.Trade);

    /// <summary>Years with expenditure shares, ascending.</summary>
    public ImmutableArray<int> ExpenditureYears => _expenditureYears ??= DistinctYears(StoreSchema.ExpenditureShares);

    /// <summary>Customs totals published by states themselves (source "customs-totals").</summary>
    public ImmutableArray<OfficialTotal> OfficialTotals => _officialTotals ??= Rows(
        Select(StoreSchema.TradeOfficial, "year", "state", "flow", "value", "source"),
        static (c, i) => new OfficialTotal(c.Integers(0)[i], c.Integers(1)[i], c.Texts(2)[i]!, c.Reals(3)[i], c.Texts(4)[i]!));

    /// <summary>Shares in goods trade before its values are held, 1963-1999 (source "sitc-totals"), by year; empty where the edition holds none.</summary>
    public ImmutableArray<TradeShare> TradeShares => _tradeShares ??= !Holds(StoreSchema.TradeShares) ? [] : Rows(
        Select(StoreSchema.TradeShares, "year", "exporter", "importer", "of_exporter", "of_importer"),
        static (c, i) => new TradeShare(c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Reals(3)[i], c.Reals(4)[i]));

    /// <summary>Goods trade of a year (sources "baci" and, for pairs that are missing, "baci-2023-mask").</summary>
    /// <exception cref="InvalidInputException">No trade is held for the year; the sentence names the years held.</exception>
    public TradeMatrix Trade(int year)
    {
        if (_trade.TryGetValue(year, out var matrix)) return matrix;
        var ofYear = OfYear(year);
        var held = _store.Select(StoreSchema.Trade, ["exporter", "importer", "value"], ofYear);
        if (held.Rows == 0) throw NotHeld("goods trade", year, TradeYears);
        var missing = _store.Select(StoreSchema.TradeMissing, ["exporter", "importer", "last_value", "last_year"], ofYear);
        matrix = ToMatrix(year, held, missing);
        _trade.Add(year, matrix);
        return matrix;
    }

    /// <summary>Expenditure by origin including domestic sales (source "wiod").</summary>
    /// <exception cref="InvalidInputException">No shares are held for the year; the sentence names the years held.</exception>
    public ExpenditureMatrix Expenditure(int year)
    {
        if (_expenditure.TryGetValue(year, out var matrix)) return matrix;
        var shares = _store.Select(StoreSchema.ExpenditureShares, ["exporter", "importer", "share"], OfYear(year));
        if (shares.Rows == 0) throw NotHeld("expenditure by origin", year, ExpenditureYears);
        var totals = _store.Select(StoreSchema.ExpenditureTotals, ["economy", "expenditure"], OfYear(year));

        ImmutableArray<string> economies = [.. shares.Texts(0).Concat(shares.Texts(1)).Select(code => code!).Distinct().Order(StringComparer.Ordinal)];
        var rowOf = economies.Select((code, row) => (code, row)).ToDictionary(pair => pair.code, pair => pair.row, StringComparer.Ordinal);
        var share = new double[economies.Length * economies.Length];
        for (var i = 0; i < shares.Rows; i++) share[(rowOf[shares.Texts(0)[i]!] * economies.Length) + rowOf[shares.Texts(1)[i]!]] = shares.Reals(2)[i];
        var expenditure = new double[economies.Length];
        Array.Fill(expenditure, double.NaN);
        for (var i = 0; i < totals.Rows; i++)
        {
            if (rowOf.TryGetValue(totals.Texts(0)[i]!, out var row)) expenditure[row] = totals.Reals(1)[i];
        }

        matrix = new ExpenditureMatrix(year, economies, share, expenditure, SourcesOf(StoreSchema.ExpenditureShares, "wiod"));
        _expenditure.Add(year, matrix);
        return matrix;
    }

    // Some cultures write another minus sign than SQL reads.
    private static string OfYear(int year) => string.Create(CultureInfo.InvariantCulture, $"\"year\" = {year}");

    private TradeMatrix ToMatrix(int year, Store.QueryColumns held, Store.QueryColumns missing)
    {
        var economies = AscendingDistinct([.. held.Integers(0), .. held.Integers(1), .. missing.Integers(0), .. missing.Integers(1)]);
        var n = economies.Length;
        var rowOf = new int[economies[^1] - economies[0] + 1];
        for (var i = 0; i < n; i++) rowOf[economies[i] - economies[0]] = i;
        int Cell(Store.QueryColumns columns, int i) => (rowOf[columns.Integers(0)[i] - economies[0]] * n) + rowOf[columns.Integers(1)[i] - economies[0]];

        var value = new double[n * n];
        var last = new double[n * n];
        Array.Fill(last, double.NaN);
        var lastYear = 0;
        for (var i = 0; i < missing.Rows; i++)
        {
            var cell = Cell(missing, i);
            value[cell] = double.NaN;
            last[cell] = missing.Reals(2)[i];
            lastYear = Math.Max(lastYear, missing.Integers(3)[i]);
        }

        // A recorded value wins over a note that it is missing: it may have been imported since.
        for (var i = 0; i < held.Rows; i++)
        {
            var cell = Cell(held, i);
            value[cell] = held.Reals(2)[i];
            last[cell] = double.NaN;
        }

        var sources = SourcesOf(StoreSchema.Trade, "baci");
        if (missing.Rows > 0) sources = [.. sources, .. SourcesOf(StoreSchema.TradeMissing, "baci-2023-mask").Except(sources)];
        return new TradeMatrix(year, economies, value, last, lastYear, sources);
    }

    private static InvalidInputException NotHeld(string what, int year, ImmutableArray<int> years) =>
        new(years.IsEmpty
            ? $"The store holds no {what}; import some with 'entente data import'."
            : $"The store holds no {what} of {year}; it holds {Spans(years)}.");

    /// <summary>Years as spans: "2000-2020 and 2023".</summary>
    private static string Spans(ImmutableArray<int> years)
    {
        var spans = new List<string>();
        for (var i = 0; i < years.Length; i++)
        {
            var first = years[i];
            while (i + 1 < years.Length && years[i + 1] == years[i] + 1) i++;
            spans.Add(first == years[i] ? $"{first}" : $"{first}-{years[i]}");
        }

        return spans.Count == 1 ? spans[0] : string.Join(", ", spans[..^1]) + " and " + spans[^1];
    }
}
