using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Panel.Tables;
using Entente.World;

namespace Entente.Models.Coalitions.Landscapes;

/// <summary>What is taken off a variable so that it has both signs.</summary>
internal enum LandscapeCentre
{
    /// <summary>Its mean over the pairs of the landscape.</summary>
    Mean,

    /// <summary>Its median over the pairs of the landscape.</summary>
    Median,

    /// <summary>Its mean over all pairs of states of the year.</summary>
    World,
}

/// <summary>Reads factors of pairs of states from the dyad-year panel.</summary>
internal sealed class LandscapePairReader
{
    private const int Window = 10;
    private const int LastDisputes = 2014;
    private const int LastAtop = 2018;
    private const int LastFighting = 2024;
    private static readonly string[] Variables = ["vote_agreement", "ideal_point_distance", "defence_pact", "recent_disputes", "armed_conflict"];

    private readonly ImmutableArray<int> _states;
    private readonly ImmutableArray<string> _codes;
    private readonly DyadYearFrame _frame;
    private readonly PanelTable _panel;

    /// <summary>Reads the pairs of some states.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="states">State ids.</param>
    /// <param name="year">The last year that is asked for.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="alone">Whether no earlier year will be asked for: fewer rows are built.</param>
    public LandscapePairReader(WorldEdition world, ImmutableArray<int> states, int year, CancellationToken cancellation, bool alone = false)
    {
        _states = states;
        _codes = [.. states.Select(id => world.States[id].Iso3 ?? world.States[id].Abbreviation ?? world.States[id].Name)];
        _frame = DyadYearFrame.Build(world, Math.Max(1816, alone ? Math.Min(year - Window, LastDisputes) : year - 20 - Window), year);
        _panel = DyadYearPanel.Build(world, _frame, Variables, cancellation);
    }

    public static ImmutableArray<string> SourcesOf(string factor) => factor switch
    {
        "vote agreement" => ["unga-votes"],
        "nearness of ideal points" => ["entente-points"],
        "defence pact" => ["atop", "alliance-supplement"],
        "past disputes" => ["cow-mid"],
        _ => ["ucdp"],
    };

    /// <summary>The factors of a measure in a year, standardised; one that tells no pairs apart is left out.</summary>
    public ImmutableArray<LandscapeFactor> Factors(LandscapeMeasure measure, int year, LandscapeCentre centre, List<string> notes)
    {
        var factors = ImmutableArray.CreateBuilder<LandscapeFactor>();
        var mixed = measure == LandscapeMeasure.Mixed;
        if (mixed || measure == LandscapeMeasure.Votes) Add("vote agreement", row => Cell("vote_agreement", row, year));
        if (measure == LandscapeMeasure.IdealPoints) Add("nearness of ideal points", row => -Cell("ideal_point_distance", row, year));
        if (mixed || measure == LandscapeMeasure.Alliances) Add("defence pact", row => Pact(row, year));
        if (mixed) Add("past disputes", row => -Cell("recent_disputes", row, Math.Min(year, LastDisputes)));
        if (mixed) Add("armed conflict", row => -Fighting(row, year));
        if (year > LastAtop && factors.Any(factor => factor.Name == "defence pact")) notes.Add($"Defence pacts: ATOP ends in {LastAtop}. After it a pair has one where the supplement names it, has none where it had none in {LastAtop}, and is missing where it had one that the supplement does not name.");
        if (year > LastDisputes && factors.Any(factor => factor.Name == "past disputes")) notes.Add($"Past disputes are those up to {LastDisputes}, where the source ends.");
        if (factors.Any(factor => factor.Name == "armed conflict")) notes.Add(string.Create(CultureInfo.InvariantCulture, $"Armed conflict is the highest level between the two governments from {Math.Min(year, LastFighting) - Window + 1} to {Math.Min(year, LastFighting)}."));
        return factors.ToImmutable();

        void Add(string name, Func<(int A, int B), double> value)
        {
            var n = _states.Length;
            var values = new double[n * n];
            Array.Fill(values, double.NaN);
            var (held, missing) = (new List<double>(), new List<string>());
            for (var i = 0; i < n; i++)
            {
                for (var j = i + 1; j < n; j++)
                {
                    var cell = value((_states[i], _states[j]));
                    values[(i * n) + j] = values[(j * n) + i] = cell;
                    if (double.IsNaN(cell)) missing.Add(string.Create(CultureInfo.InvariantCulture, $"{Code(i)}-{Code(j)}"));
                    else held.Add(cell);
                }
            }

            if (held.Count == 0)
            {
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{Capital(name)}: nothing is held for {year}; it is left out."));
                return;
            }

            var mean = held.Average();
            var deviation = Math.Sqrt(held.Average(x => (x - mean) * (x - mean)));
            if (deviation < 1e-9)
            {
                notes.Add($"{Capital(name)} is the same for all pairs; it is left out.");
                return;
            }

            held.Sort();
            var middle = centre switch { LandscapeCentre.Median => (held[(held.Count - 1) / 2] + held[held.Count / 2]) / 2, LandscapeCentre.World => WorldMean(value, year), _ => mean };
            for (var cell = 0; cell < values.Length; cell++) values[cell] = (values[cell] - middle) / deviation;
            if (missing.Count > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{Capital(name)} is missing for {missing.Count} of {missing.Count + held.Count} pairs, which it adds 0 to: {string.Join(", ", missing.Take(8))}{(missing.Count > 8 ? " …" : "")}."));
            factors.Add(new LandscapeFactor(name, 1, [.. values]));
        }
    }

    private string Code(int i) => _codes[i];

    private double WorldMean(Func<(int A, int B), double> value, int year)
    {
        var (start, end) = _frame.RowsOf(year);
        var (sum, count) = (0.0, 0);
        for (var row = start; row < end; row++)
        {
            var cell = value((_frame.A[row], _frame.B[row]));
            if (!double.IsNaN(cell)) (sum, count) = (sum + cell, count + 1);
        }

        return sum / count;
    }

    private double Cell(string variable, (int A, int B) pair, int year) => _frame.Row(pair.A, pair.B, year) is >= 0 and var row ? _panel.Column(variable)[row] : double.NaN;

    private double Pact((int A, int B) pair, int year)
    {
        var now = Cell("defence_pact", pair, year);
        return double.IsNaN(now) && year > LastAtop && Cell("defence_pact", pair, LastAtop) == 0 ? 0 : now;
    }

    private double Fighting((int A, int B) pair, int year)
    {
        var last = Math.Min(year, LastFighting);
        var most = double.NaN;
        for (var y = last - Window + 1; y <= last; y++)
        {
            var level = Cell("armed_conflict", pair, y);
            if (!double.IsNaN(level)) most = double.IsNaN(most) ? level : Math.Max(most, level);
        }

        return most;
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
