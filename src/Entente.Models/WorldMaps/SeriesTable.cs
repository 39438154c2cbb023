using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Models.WorldMaps;

/// <summary>The figures of all states while they are filled in, year by year.</summary>
internal sealed class SeriesTable
{
    private readonly Row[] _rows;
    private readonly List<YearHole> _holes = [];

    public SeriesTable(WorldEdition world, int since, int until)
    {
        Years = [.. Enumerable.Range(since, until - since + 1)];
        _rows = [.. world.States.All.OrderBy(state => state.Id).Select(state => new Row(state, Years.Length))];
    }

    /// <summary>The years, without gaps.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>Position and id of every state, by id.</summary>
    public IEnumerable<(int Row, int State)> States => _rows.Select((row, at) => (at, row.State.Id));

    /// <summary>Checks a span against what an edition could hold at all: from the first recorded votes to the newest year of votes or trade.</summary>
    /// <exception cref="InvalidInputException">The span ends before it begins or lies outside.</exception>
    public static void Check(WorldEdition world, int since, int until)
    {
        if (since > until) throw new InvalidInputException($"The first year {since} is after the last year {until}; swap --since and --until.");
        var calls = world.Votes.RollCalls;
        var (first, last) = (calls[0].Date.Year, Math.Max(calls[^1].Date.Year, world.TradeYears.IsEmpty ? 0 : world.TradeYears[^1]));
        if (since < first || until > last) throw new InvalidInputException($"Votes and trade are held from {first} to {last}; the span {since} to {until} is outside: choose years within.");
    }

    public void Set(int row, int year, double value, double low, double high, int? votes)
    {
        var (figures, at) = (_rows[row], year - Years[0]);
        (figures.Values[at], figures.Low[at], figures.High[at], figures.Votes[at]) = (value, low, high, votes);
    }

    public void SetSubject(int row, int year) => _rows[row].IsSubject[year - Years[0]] = true;

    public void Hole(int year, string reason, bool partial = false) => _holes.Add(new YearHole(year, reason, partial));

    /// <summary>Closes the table; states without a value that are no member of the state system in the span are left out.</summary>
    public WorldSeries Close(WorldFigureKind kind, WorldSubject? subject, Unit unit, double? level, ImmutableArray<string> sources, string query, string basis)
    {
        ImmutableArray<StateSeries> states =
        [
            .. _rows.Where(row => row.Has || (row.State.Kind == StateKind.Member && Array.Exists([.. Years], row.State.ExistsIn)))
                .Select(row => new StateSeries(row.State, [.. row.Values], [.. row.Low], [.. row.High], [.. row.Votes], [.. row.IsSubject])),
        ];
        var held = Years.Count(year => states.Any(state => double.IsFinite(state.Values[year - Years[0]])));
        ImmutableArray<string> missing = [.. states.Where(state => !state.Values.Any(double.IsFinite) && !state.IsSubject.Contains(true)).Select(state => state.State.Name), .. _holes.Select(hole => $"{hole.Year}: {hole.Reason}")];
        var values = states.Sum(state => state.Values.Count(double.IsFinite));
        var span = Years.Length == 1 ? string.Create(CultureInfo.InvariantCulture, $"in {Years[0]}") : string.Create(CultureInfo.InvariantCulture, $"in {held} of {Years.Length} years, {Years[0]} to {Years[^1]}");
        var statement = string.Create(CultureInfo.InvariantCulture, $"{values:N0} values of {states.Count(state => state.Values.Any(double.IsFinite))} states {span}{(basis.Length > 0 ? ", " : "")}{basis}");
        return new WorldSeries(kind, subject, Years, states, [.. _holes], unit, level, new Provenance(sources, query, new Coverage(statement, values, missing.Length, missing)));
    }

    /// <summary>Whether a state existed in the year, by the state system.</summary>
    public bool Exists(int row, int year) => _rows[row].State is { Kind: StateKind.Member } state && state.ExistsIn(year);

    /// <summary>Whether any value is held.</summary>
    public bool Any => _rows.Any(row => row.Values.Any(double.IsFinite));

    private sealed class Row(State state, int years)
    {
        public State State { get; } = state;

        public double[] Values { get; } = Filled(years);

        public double[] Low { get; } = Filled(years);

        public double[] High { get; } = Filled(years);

        public int?[] Votes { get; } = new int?[years];

        public bool[] IsSubject { get; } = new bool[years];

        public bool Has => Array.Exists(Values, double.IsFinite) || Array.IndexOf(IsSubject, true) >= 0;

        private static double[] Filled(int years)
        {
            var empty = new double[years];
            Array.Fill(empty, double.NaN);
            return empty;
        }
    }
}
