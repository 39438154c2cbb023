using System.Collections.Immutable;
using Entente.World.Blocs;
using Entente.World.Catalog;
using Entente.World.Security;
using Entente.World.States;
using Entente.World.Trade;
using Entente.World.Votes;

namespace Entente.World;

/// <summary>The world as one edition of the store holds it. Tables are read when first asked for, verified against their hash, and kept; everything handed out is immutable.</summary>
/// <remarks>Not safe for use from several threads at once while tables are still being read; what it hands out is.</remarks>
public sealed class WorldEdition : IDisposable
{
    /// <summary>Opens an edition of the store.</summary>
    /// <param name="storeDirectory">Folder with manifest.json and one Parquet file per table.</param>
    /// <param name="blocFiles">The user's own bloc files (YAML), added to the shipped blocs.</param>
    /// <exception cref="InvalidInputException">The folder holds no store, a file is missing or damaged, or a bloc file is wrong.</exception>
    public static WorldEdition Open(string storeDirectory, IReadOnlyList<string>? blocFiles = null) => throw new NotImplementedException();

    /// <summary>The folder it was opened from.</summary>
    public string Directory => throw new NotImplementedException();

    /// <summary>All sources.</summary>
    public SourceCatalog Catalog => throw new NotImplementedException();

    /// <summary>All states.</summary>
    public StateSystem States => throw new NotImplementedException();

    /// <summary>All blocs.</summary>
    public BlocRegistry Blocs => throw new NotImplementedException();

    /// <summary>All recorded votes of the General Assembly (source "unga-votes").</summary>
    public RollCallVotes Votes => throw new NotImplementedException();

    /// <summary>Years with goods trade, ascending.</summary>
    public ImmutableArray<int> TradeYears => throw new NotImplementedException();

    /// <summary>Goods trade of a year (source "baci").</summary>
    /// <exception cref="InvalidInputException">No trade is held for the year; the sentence names the years held.</exception>
    public TradeMatrix Trade(int year) => throw new NotImplementedException();

    /// <summary>Customs totals published by states themselves (source "customs-totals").</summary>
    public ImmutableArray<OfficialTotal> OfficialTotals => throw new NotImplementedException();

    /// <summary>Years with expenditure shares, ascending.</summary>
    public ImmutableArray<int> ExpenditureYears => throw new NotImplementedException();

    /// <summary>Expenditure by origin including domestic sales (source "wiod").</summary>
    /// <exception cref="InvalidInputException">No shares are held for the year; the sentence names the years held.</exception>
    public ExpenditureMatrix Expenditure(int year) => throw new NotImplementedException();

    /// <summary>Names of the state-year indicators held.</summary>
    public ImmutableArray<string> IndicatorNames => throw new NotImplementedException();

    /// <summary>An indicator of a state in a year; <see langword="null"/> where it is missing.</summary>
    /// <exception cref="ArgumentException">No such indicator.</exception>
    public double? Indicator(string indicator, int stateId, int year) => throw new NotImplementedException();

    /// <summary>The newest value of an indicator at or before a year.</summary>
    public (int Year, double Value)? LatestIndicator(string indicator, int stateId, int notAfter) => throw new NotImplementedException();

    /// <summary>Share of world capabilities (CINC) of a state in a year; <see langword="null"/> where missing (source "cow-nmc").</summary>
    public double? Cinc(int stateId, int year) => throw new NotImplementedException();

    /// <summary>Last year with capabilities.</summary>
    public int LastCapabilityYear => throw new NotImplementedException();

    /// <summary>Alliance obligations of every dyad (sources "atop", "alliance-supplement").</summary>
    public ImmutableArray<AllianceSpell> Alliances => throw new NotImplementedException();

    /// <summary>Disputes by dyad and decade (source "gml-mid").</summary>
    public ImmutableArray<DisputeDecade> Disputes => throw new NotImplementedException();

    /// <summary>Arms suppliers' shares (source "sipri-arms").</summary>
    public ImmutableArray<ArmsShare> ArmsShares => throw new NotImplementedException();

    /// <summary>Views of other states (source "pew").</summary>
    public ImmutableArray<OpinionFigure> Opinion => throw new NotImplementedException();

    /// <summary>US LNG exports by destination and month (source "doe-lng").</summary>
    public ImmutableArray<LngExport> UsLngExports => throw new NotImplementedException();

    /// <summary>EU27 gas imports (source "entsog").</summary>
    public ImmutableArray<GasImport> EuGasImports => throw new NotImplementedException();

    /// <summary>A monthly price series, oldest first (sources "worldbank-prices", "eia").</summary>
    /// <exception cref="ArgumentException">No such series.</exception>
    public ImmutableArray<MonthlyPrice> Prices(string series) => throw new NotImplementedException();

    /// <summary>Federal subjects of Russia (source "rosstat").</summary>
    public ImmutableArray<RussianRegion> RussianRegions => throw new NotImplementedException();

    /// <summary>Minimum distance between two states in a year, kilometres; the last year held where the year is later; <see langword="null"/> where unknown (source "mindist").</summary>
    public double? DistanceKm(int a, int b, int year) => throw new NotImplementedException();

    /// <summary>Type of direct contiguity (1 land … 5), <see langword="null"/> where not contiguous (source "cow-contiguity").</summary>
    public int? Contiguity(int a, int b, int year) => throw new NotImplementedException();

    /// <summary>How many rows each table holds for the state, by table; for the page of a state.</summary>
    public ImmutableArray<(string Table, long Rows, int? FirstYear, int? LastYear)> Holdings(int stateId) => throw new NotImplementedException();

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
