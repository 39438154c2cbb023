using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Security.Proliferation;

/// <summary>Which step towards nuclear weapons begins.</summary>
public enum NuclearOnset
{
    /// <summary>From no interest to considering weapons, or more.</summary>
    Exploration,

    /// <summary>From less to pursuing weapons, or more.</summary>
    Pursuit,
}

/// <summary>Covariates of a state in a year, all of the year before the one at risk.</summary>
/// <param name="Capacity">Log of 1 + energy consumption in million coal-ton equivalents.</param>
/// <param name="Latency">Log of 1 + plants at work, laboratories by a half.</param>
/// <param name="Rivalries">Strategic rivalries, 3 or more as 3.</param>
/// <param name="Disputes">Log of 1 + disputes begun in the decade before the current one.</param>
/// <param name="Guarantee">1 with a defence pact of a state that has nuclear weapons, else 0; a share where the pact is more or less reliable than the average.</param>
/// <param name="Democracy">Liberal democracy index, 0 to 1.</param>
/// <param name="LogYears">Log of years at risk: since 1945 or the state's beginning.</param>
public readonly record struct NuclearCovariates(double Capacity, double Latency, double Rivalries, double Disputes, double Guarantee, double Democracy, double LogYears)
{
    /// <summary>Number of covariates, without the constant.</summary>
    public const int Count = 7;

    /// <summary>Position of the guarantee.</summary>
    public const int GuaranteePosition = 4;

    /// <summary>Writes them in order.</summary>
    public void CopyTo(Span<double> to) =>
        (to[0], to[1], to[2], to[3], to[4], to[5], to[6]) = (Capacity, Latency, Rivalries, Disputes, Guarantee, Democracy, LogYears);
}

/// <summary>A state-year at risk.</summary>
/// <param name="StateId">State id.</param>
/// <param name="Year">Year at risk.</param>
/// <param name="X">Covariates of the year before.</param>
/// <param name="Onset">Whether the step was taken in the year.</param>
public readonly record struct NuclearRiskYear(int StateId, int Year, NuclearCovariates X, bool Onset);

/// <summary>State-years at risk of a step towards nuclear weapons from 1946, read from the edition.</summary>
public sealed class NuclearPanel
{
    /// <summary>First year at risk.</summary>
    public const int FirstYear = 1946;

    private readonly Dictionary<(int, int), int> _status = [];
    private readonly Dictionary<(int, int), double> _energy = [];
    private readonly Dictionary<(int, int), double> _plants = [];
    private readonly Dictionary<(int, int), int> _rivalries = [];
    private readonly Dictionary<(int, int), int> _disputes = [];
    private readonly HashSet<(int, int)> _guaranteed = [];
    private readonly Dictionary<int, int> _firstYears = [];
    private readonly WorldEdition _world;

    /// <summary>Reads what is held.</summary>
    /// <param name="world">The world.</param>
    public NuclearPanel(WorldEdition world)
    {
        ArgumentNullException.ThrowIfNull(world);
        _world = world;
        foreach (var spell in world.NuclearStatus)
        {
            for (var year = spell.FromYear; year <= spell.ToYear; year++) _status[(spell.StateId, year)] = spell.Status;
            _firstYears[spell.StateId] = Math.Min(spell.FromYear, _firstYears.GetValueOrDefault(spell.StateId, int.MaxValue));
            LastYear = Math.Max(LastYear, spell.ToYear);
        }

        foreach (var row in world.Capabilities.Where(row => row.Year >= FirstYear - 1 && double.IsFinite(row.Energy))) _energy[(row.StateId, row.Year)] = row.Energy;
        EnergyYear = _energy.Keys.Max(key => key.Item2);
        foreach (var spell in world.NuclearLatency)
        {
            for (var year = spell.FromYear; year <= spell.ToYear; year++) _plants[(spell.StateId, year)] = spell.Enrichment + spell.Reprocessing + (spell.Laboratories / 2.0);
            LatencyYear = Math.Max(LatencyYear, spell.ToYear);
        }

        foreach (var spell in world.Rivalries)
        {
            RivalryYear = Math.Max(RivalryYear, spell.ToYear);
            for (var year = Math.Max(spell.FromYear, FirstYear - 1); year <= spell.ToYear; year++)
            {
                _rivalries[(spell.A, year)] = _rivalries.GetValueOrDefault((spell.A, year)) + 1;
                _rivalries[(spell.B, year)] = _rivalries.GetValueOrDefault((spell.B, year)) + 1;
            }
        }

        foreach (var row in world.Disputes)
        {
            DisputeDecade = Math.Max(DisputeDecade, row.Decade);
            _disputes[(row.A, row.Decade)] = _disputes.GetValueOrDefault((row.A, row.Decade)) + row.Onsets;
            _disputes[(row.B, row.Decade)] = _disputes.GetValueOrDefault((row.B, row.Decade)) + row.Onsets;
        }

        foreach (var spell in world.Alliances.Where(spell => spell.Defense))
        {
            for (var year = Math.Max(spell.FromYear, FirstYear - 1); year <= spell.ToYear; year++)
            {
                if (Status(spell.A, year) == 3) _guaranteed.Add((spell.B, year));
            }
        }
    }

    /// <summary>Keys of the catalog that the panel rests on.</summary>
    public static ImmutableArray<string> Sources { get; } = ["nuclear-status", "nuclear-latency", "cow-nmc", "td-rivalries", "gml-mid", "atop", "alliance-supplement", "vdem"];

    /// <summary>Last year of nuclear status.</summary>
    public int LastYear { get; }

    /// <summary>Last year of energy.</summary>
    public int EnergyYear { get; }

    /// <summary>Last year of plants.</summary>
    public int LatencyYear { get; }

    /// <summary>Last year of rivalries.</summary>
    public int RivalryYear { get; }

    /// <summary>Last decade of disputes.</summary>
    public int DisputeDecade { get; }

    /// <summary>Status of a state in a year, the last one held after the end of the source; -1 where missing.</summary>
    /// <param name="stateId">State id.</param>
    /// <param name="year">Calendar year.</param>
    public int Status(int stateId, int year) => _status.GetValueOrDefault((stateId, Math.Min(year, LastYear == 0 ? year : LastYear)), -1);

    /// <summary>
    /// Covariates of a year; <see langword="null"/> where energy or democracy is missing. After the end of a source its last year is carried forward, at most as far as the caller asks.
    /// </summary>
    /// <param name="stateId">State id.</param>
    /// <param name="year">Calendar year of the covariates.</param>
    public NuclearCovariates? Covariates(int stateId, int year)
    {
        if (!_energy.TryGetValue((stateId, Math.Min(year, EnergyYear)), out var energy)) return null;
        if (_world.LatestIndicator("liberal_democracy", stateId, year) is not { } democracy || year - democracy.Year > 5) return null;
        var decade = Math.Min((year / 10 * 10) - 10, DisputeDecade - 10);
        return new NuclearCovariates(
            Math.Log(1 + (energy / 1000)), Math.Log(1 + _plants.GetValueOrDefault((stateId, Math.Min(year, LatencyYear)))),
            Math.Min(3, _rivalries.GetValueOrDefault((stateId, Math.Min(year, RivalryYear)))), Math.Log(1 + _disputes.GetValueOrDefault((stateId, decade))),
            _guaranteed.Contains((stateId, year)) ? 1 : 0, democracy.Value, Math.Log(1 + year - Math.Max(1945, _firstYears.GetValueOrDefault(stateId, year))));
    }

    /// <summary>All state-years at risk with covariates, by state and year, and how many lacked them.</summary>
    /// <param name="onset">Which step.</param>
    public (NuclearRiskYear[] Rows, int Missing, int OnsetsMissing) AtRisk(NuclearOnset onset)
    {
        var all = StateYears(onset).ToList();
        var missing = all.Where(one => one.Covariates is null).ToList();
        return ([.. all.Where(one => one.Covariates is not null).Select(one => new NuclearRiskYear(one.State, one.Year, one.Covariates!.Value, one.Onset))], missing.Count, missing.Count(one => one.Onset));
    }

    /// <summary>What the hazards of steps rest on: state-years at risk with all covariates, and the states that lack most.</summary>
    /// <param name="onsets">The steps.</param>
    public Provenance Grounds(params ImmutableArray<NuclearOnset> onsets)
    {
        const int Named = 20;
        var all = onsets.SelectMany(StateYears).ToList();
        var missing = all.Where(one => one.Covariates is null).ToList();
        ImmutableArray<string> names =
        [
            .. missing.GroupBy(one => one.State).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(Named)
                .Select(group => string.Create(CultureInfo.InvariantCulture, $"{_world.States[group.Key].Name} ({group.Count()} state-years)")),
        ];
        return new Provenance(Sources, string.Create(CultureInfo.InvariantCulture, $"hazard of {string.Join(" and ", onsets.Select(onset => onset.ToString().ToLowerInvariant()))} of nuclear weapons, {FirstYear} to {LastYear}"), new Coverage(
            string.Create(CultureInfo.InvariantCulture, $"{all.Count - missing.Count:N0} of {all.Count:N0} state-years at risk with all covariates; {missing.Count(one => one.Onset)} of {all.Count(one => one.Onset)} onsets lie in the others"),
            all.Count - missing.Count, missing.Count, names));
    }

    private IEnumerable<(int State, int Year, bool Onset, NuclearCovariates? Covariates)> StateYears(NuclearOnset onset)
    {
        var from = onset == NuclearOnset.Exploration ? 1 : 2;
        foreach (var ((state, year), status) in _status.OrderBy(pair => pair.Key))
        {
            if (year < FirstYear || !_status.TryGetValue((state, year - 1), out var before) || before >= from) continue;
            yield return (state, year, status >= from, Covariates(state, year - 1));
        }
    }

    /// <summary>States that ever had a status at least as high, as far as the status is held.</summary>
    /// <param name="status">1 considered, 2 pursued, 3 possessed.</param>
    public int EverAtLeast(int status) => _status.Where(pair => pair.Value >= status).Select(pair => pair.Key.Item1).Distinct().Count();
}
