using System.Collections.Immutable;
using Entente.Models.Alignment;
using Entente.World;

namespace Entente.Models.Panel.Tables;

/// <summary>The state-year panel: every member of the state system in every year with what is held of it; nothing is imputed.</summary>
public static class StateYearPanel
{
    /// <summary>All variables that can be asked for.</summary>
    public static ImmutableArray<PanelVariable> Variables { get; } = [.. All.Select(one => one.Variable)];

    private static ImmutableArray<(PanelVariable Variable, Func<Reader, Func<int, int, double>> Read)> All => [.. List()];

    /// <summary>Reads a panel.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="from">First year, from 1816 on.</param>
    /// <param name="to">Last year.</param>
    /// <param name="variables">Names of variables; null for all.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">A variable is unknown, or the years are out of range.</exception>
    public static PanelTable Build(WorldEdition world, int from, int to, IReadOnlyList<string>? variables = null, CancellationToken cancellation = default)
    {
        var chosen = VariableNames.Choose(All, variables, "state-year");
        var frame = DyadYearFrame.Build(world, from, to);
        var (years, states) = (new List<int>(), new List<int>());
        for (var year = from; year <= to; year++)
        {
            foreach (var state in frame.Members(year))
            {
                years.Add(year);
                states.Add(state);
            }
        }

        var reader = new Reader(world);
        var columns = new float[chosen.Length][];
        for (var v = 0; v < columns.Length; v++)
        {
            cancellation.ThrowIfCancellationRequested();
            var value = chosen[v].Read(reader);
            columns[v] = new float[years.Count];
            for (var row = 0; row < years.Count; row++) columns[v][row] = (float)value(states[row], years[row]);
        }

        return new PanelTable("state-year", [("year", [.. years]), ("state", [.. states])], [.. chosen.Select(one => one.Variable)], columns);
    }

    private static (PanelVariable, Func<Reader, Func<int, int, double>>) Of(
        PanelBlock block, string name, string description, string unit, ImmutableArray<string> sources, Func<Reader, Func<int, int, double>> read, string note = "") =>
        (new PanelVariable(name, block, description, unit, sources, note), read);

    private static (PanelVariable, Func<Reader, Func<int, int, double>>) Indicator(PanelBlock block, string name, string description, string unit, string source) =>
        Of(block, name, description, unit, [source], r => (state, year) => r.States.Indicator(name, state, year));

    private static IEnumerable<(PanelVariable, Func<Reader, Func<int, int, double>>)> List()
    {
        ImmutableArray<string> points = ["entente-points"];
        yield return Of(PanelBlock.Alignment, "ideal_point", "ideal point by votes in the General Assembly", "standard deviations", points, r => r.States.Point);
        yield return Of(PanelBlock.Alignment, "ideal_point_low", "lower end of its 90 % interval", "standard deviations", points, r => r.States.PointLow);
        yield return Of(PanelBlock.Alignment, "ideal_point_high", "upper end", "standard deviations", points, r => r.States.PointHigh);
        yield return Of(PanelBlock.Alignment, "votes_cast", "votes behind the ideal point", "count", points, r => r.States.VotesCast);
        foreach (var (code, id, name) in new[] { ("usa", 2, "the United States"), ("rus", 365, "Russia (the Soviet Union)"), ("chn", 710, "China") })
        {
            yield return Of(PanelBlock.Alignment, $"agreement_{code}", $"agreement of votes with {name}: 1 / .5 / 0", "0 to 1", ["unga-votes"], r => (state, year) => r.Agreement(state, id, year));
        }

        yield return Indicator(PanelBlock.Politics, "liberal_democracy", "liberal democracy index", "0 to 1", "vdem");
        yield return Of(PanelBlock.Politics, "personalist", "1 where the regime is personalist", "0 or 1", ["reign"], r => r.States.Personalist, "ends in 2021");
        ImmutableArray<string> leaders = ["archigos", "leader-supplement"];
        yield return Of(PanelBlock.Politics, "leader_change", "1 where another leader is in office on 31 December than a year before", "0 or 1", leaders, r => r.States.LeaderChange, "after 2015 only for 20 states");
        yield return Of(PanelBlock.Politics, "leader_tenure", "years since that leader took office", "years", leaders, r => r.States.LeaderTenure, "after 2015 only for 20 states");
        yield return Of(PanelBlock.Politics, "leader_age", "age of that leader, year less year of birth", "years", leaders, r => r.States.LeaderAge, "after 2015 only for 20 states");
        yield return Indicator(PanelBlock.Economics, "gdp_current_usd", "gross domestic product", "current US$", "worldbank-gdp");
        yield return Indicator(PanelBlock.Economics, "gdp_constant_2015_usd", "gross domestic product in prices of 2015", "US$ of 2015", "worldbank-gdp-constant");
        yield return Indicator(PanelBlock.Economics, "population", "population", "persons", "worldbank-population");
        yield return Of(PanelBlock.Economics, "exports", "goods exports", "thousand current US$", ["baci"], r => (state, year) => r.Total(state, year, exports: true), "2000-2020 and 2023; pairs not reported in 2023 left out");
        yield return Of(PanelBlock.Economics, "imports", "goods imports", "thousand current US$", ["baci"], r => (state, year) => r.Total(state, year, exports: false), "2000-2020 and 2023; pairs not reported in 2023 left out");
        yield return Of(PanelBlock.Security, "cinc", "composite index of national capability", "share of the world, 0 to 1", ["cow-nmc"], r => r.States.Cinc, "to 2022");
        yield return Of(PanelBlock.Security, "major", "1 where a major power (COW)", "0 or 1", ["cow-states"], _ => StateYears.Major);
        yield return Of(PanelBlock.Security, "nuclear", "nuclear weapons: 0 none, 1 considers, 2 pursues, 3 has", "0 to 3", ["nuclear-status"], r => r.States.Nuclear, "to 2022");
        yield return Indicator(PanelBlock.Security, "military_burden", "military expenditure as a share of GDP", "share", "sipri-milex");
        yield return Indicator(PanelBlock.Security, "military_expenditure_usd", "military expenditure", "million current US$", "sipri-milex");
        yield return Of(PanelBlock.Security, "defence_pacts", "states that are bound to defend it", "count", ["atop", "alliance-supplement"], r => r.Pacts, "to 2018");
        yield return Of(PanelBlock.Security, "gml_originated", "militarised disputes begun that it originated, by pair (Gibler, Miller and Little)", "count", ["gml-mid"], r => r.Disputes("gml", 2010), "ends in 2010");
        yield return Of(PanelBlock.Security, "cow_originated", "militarised disputes begun that it originated, by pair (COW MID 5)", "count", ["cow-mid"], r => r.Disputes("cow", 2014), "ends in 2014");
        yield return Of(PanelBlock.Security, "war", "1 in a COW interstate war", "0 or 1", ["cow-wars"], r => r.Wars, "1823 to 2007");
        yield return Of(PanelBlock.Security, "armed_conflict", "highest intensity of an armed conflict that its government leads in: 0 none, 1 minor, 2 war", "0 to 2", ["ucdp"], r => r.Conflict, "1946 to 2024");
        yield return Of(PanelBlock.Security, "us_troops", "active-duty forces of the United States in it", "persons", ["us-troops"], r => r.Troops, "rounded to two digits; a state without a row is missing");
    }

    /// <summary>What needs more than one table.</summary>
    private sealed class Reader(WorldEdition world)
    {
        private readonly Dictionary<(int Year, bool Exports), Dictionary<int, double>> _totals = [];

        public StateYears States { get; } = new(world);

        public double Agreement(int state, int with, int year)
        {
            if (state == with) return double.NaN;
            var (agreement, common) = VoteAgreement.Plain(world.Votes, state, with, year);
            return common > 0 ? agreement : double.NaN;
        }

        public double Total(int state, int year, bool exports)
        {
            if (!world.TradeYears.Contains(year)) return double.NaN;
            if (!_totals.TryGetValue((year, exports), out var totals))
            {
                var trade = world.Trade(year);
                _totals[(year, exports)] = totals = trade.Economies.ToDictionary(
                    economy => economy, economy => trade.Economies.Sum(other => (exports ? trade.Value(economy, other) : trade.Value(other, economy)) is var value && double.IsFinite(value) ? value : 0));
            }

            return totals.TryGetValue(state, out var total) ? total : double.NaN;
        }

        public Func<int, int, double> Pacts
        {
            get
            {
                var defenders = new Dictionary<(int State, int Year), HashSet<int>>();
                foreach (var spell in world.Alliances.Where(spell => spell.Defense))
                {
                    for (var year = spell.FromYear; year <= Math.Min(spell.ToYear, 2018); year++)
                    {
                        if (!defenders.TryGetValue((spell.B, year), out var set)) defenders[(spell.B, year)] = set = [];
                        set.Add(spell.A);
                    }
                }

                return (state, year) => year > 2018 ? double.NaN : defenders.TryGetValue((state, year), out var set) ? set.Count : 0;
            }
        }

        public Func<int, int, double> Wars => Counted(1823, 2007, world.Wars.SelectMany(war => new[] { (war.A, war.Year, 1.0), (war.B, war.Year, 1.0) }), Math.Max);

        public Func<int, int, double> Conflict =>
            Counted(1946, 2024, world.ArmedConflicts.SelectMany(one => one.B is { } b ? new[] { (one.A, one.Year, (double)one.Intensity), (b, one.Year, one.Intensity) } : [(one.A, one.Year, (double)one.Intensity)]), Math.Max);

        public Func<int, int, double> Troops
        {
            get
            {
                var held = world.TroopsAbroad.Where(one => one.Sender == 2).ToDictionary(one => (one.Host, one.Year), one => (double)one.Personnel);
                return (state, year) => held.TryGetValue((state, year), out var persons) ? persons : double.NaN;
            }
        }

        public Func<int, int, double> Disputes(string coding, int last) =>
            Counted(1816, last, world.DisputeYears(coding).SelectMany(one => new[] { (one.A, one.Year, (double)one.Originated), (one.B, one.Year, one.Originated) }), static (x, y) => x + y);

        private static Func<int, int, double> Counted(int first, int last, IEnumerable<(int State, int Year, double Value)> values, Func<double, double, double> join)
        {
            var held = new Dictionary<(int, int), double>();
            foreach (var (state, year, value) in values) held[(state, year)] = held.TryGetValue((state, year), out var so) ? join(so, value) : value;
            return (state, year) => year < first || year > last ? double.NaN : held.GetValueOrDefault((state, year));
        }
    }
}
