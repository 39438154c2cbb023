using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Numerics.Sampling;

namespace Entente.Models.Trade.WhatIf;

/// <summary>All draws of one variant, one column per draw; NaN marks a draw without an equilibrium.</summary>
internal sealed class VariantEnsemble
{
    private readonly VariantSolver _solver;
    private readonly ImmutableArray<EconomyGroup> _groups;
    private readonly double[] _gdp;
    private readonly (int Target, int Partner) _places;
    private readonly double[] _start;
    private readonly (int From, int To)[] _pairs;
    private readonly ulong _seed;
    private readonly int _horizon;
    private readonly double[][] _income, _wage, _price, _exports, _imports, _pairChange, _groupIncome, _groupBillion;
    private readonly double[][] _pathTarget, _pathPartner, _pathShare;
    private readonly double[] _share;
    private readonly double[] _exportsBefore, _importsBefore;

    private VariantEnsemble(
        VariantSolver solver, ImmutableArray<EconomyGroup> groups, double[] gdp, (int Target, int Partner) places, double[] start, (int, int)[] pairs, int draws, int pathDraws, ulong seed, int horizon)
    {
        (_solver, _groups, _gdp, _places, _start, _pairs, _seed, _horizon) = (solver, groups, gdp, places, start, pairs, seed, horizon);
        var n = solver.Model.Count;
        (_income, _wage, _price, _exports, _imports) = (Rows(n, draws), Rows(n, draws), Rows(n, draws), Rows(n, draws), Rows(n, draws));
        (_pairChange, _groupIncome, _groupBillion) = (Rows(pairs.Length, draws), Rows(groups.Length, draws), Rows(groups.Length, draws));
        var years = solver.Shocks.IsGradual ? horizon : 0;
        (_pathTarget, _pathPartner, _pathShare) = (Rows(years, pathDraws), Rows(years, pathDraws), Rows(years, pathDraws));
        (_exportsBefore, _importsBefore) = (new double[n], new double[n]);
        Foreign(solver.Model.Flows, _exportsBefore, _importsBefore);
        _share = new double[draws];
        Draws = draws;
        PathDraws = pathDraws;
    }

    /// <summary>Draws.</summary>
    public int Draws { get; }

    /// <summary>Draws of the path.</summary>
    public int PathDraws { get; }

    /// <summary>Draws without an equilibrium.</summary>
    public int Failed => _income[0].Count(double.IsNaN);

    /// <summary>Runs all draws; draw i depends on the seed and i alone.</summary>
    public static VariantEnsemble Run(
        VariantSolver solver, ImmutableArray<EconomyGroup> groups, double[] gdp, (int Target, int Partner) places, double[] start, (int, int)[] pairs,
        int draws, ulong seed, int horizon, int threads, Action? drawn, CancellationToken cancellation)
    {
        var ensemble = new VariantEnsemble(solver, groups, gdp, places, start, pairs, draws, Math.Min(draws, WhatIfOptions.MostPathDraws), seed, horizon);
        ParallelDraws.Run(draws, threads, solver.NewMemory, (draw, memory) =>
        {
            ensemble.Draw(draw, memory);
            drawn?.Invoke();
        }, cancellation);
        return ensemble;
    }

    private void Draw(int draw, VariantSolver.Memory memory)
    {
        _solver.Draw(_seed, draw, memory);
        var solved = _solver.Solve(1, memory, _start);
        Record(draw, memory, solved);
        if (draw >= PathDraws || _pathTarget.Length == 0) return;
        var fade = memory.Values[WhatIfAssumptions.FadeInYears];
        _start.CopyTo(memory.Path, 0);
        for (var year = 0; year < _horizon; year++)
        {
            var ok = _solver.Solve(Math.Min(1, (year + 1) / fade), memory, memory.Path);
            RecordPath(year, draw, memory, ok);
            if (!ok) continue;

            // Within a draw each year starts from the one before; across draws nothing is handed on.
            for (var i = 0; i < memory.Path.Length; i++) memory.Path[i] = Math.Log(memory.Workspace.WageHat[i]);
        }
    }

    private void Record(int draw, VariantSolver.Memory memory, bool solved)
    {
        var workspace = memory.Workspace;
        var model = _solver.Model;
        var n = model.Count;
        workspace.Flows(memory.Flows);
        for (var i = 0; i < n; i++)
        {
            _income[i][draw] = solved ? workspace.WelfareHat[i] - 1 : double.NaN;
            _wage[i][draw] = solved ? workspace.RealWageHat[i] - 1 : double.NaN;
            _price[i][draw] = solved ? workspace.PriceHat[i] - 1 : double.NaN;
            var (exports, imports) = (0.0, 0.0);
            for (var j = 0; j < n; j++)
            {
                if (j == i) continue;
                exports += memory.Flows[(i * n) + j];
                imports += memory.Flows[(j * n) + i];
            }

            _exports[i][draw] = solved ? (exports / _exportsBefore[i]) - 1 : double.NaN;
            _imports[i][draw] = solved ? (imports / _importsBefore[i]) - 1 : double.NaN;
        }

        _share[draw] = solved && _places.Partner >= 0 ? ShareOf(memory.Flows, n, _places.Target, _places.Partner) : double.NaN;
        for (var p = 0; p < _pairs.Length; p++)
        {
            var cell = (_pairs[p].From * n) + _pairs[p].To;
            _pairChange[p][draw] = solved ? (memory.Flows[cell] / model.Flows[cell]) - 1 : double.NaN;
        }

        for (var g = 0; g < _groups.Length; g++)
        {
            var (weighted, weight, billion, held) = (0.0, 0.0, 0.0, false);
            foreach (var i in _groups[g].Members)
            {
                weighted += model.Expenditure[i] * _income[i][draw];
                weight += model.Expenditure[i];
                if (double.IsNaN(_gdp[i])) continue;
                billion += _gdp[i] * _income[i][draw];
                held = true;
            }

            _groupIncome[g][draw] = weighted / weight;
            _groupBillion[g][draw] = held ? billion : double.NaN;
        }
    }

    private void RecordPath(int year, int draw, VariantSolver.Memory memory, bool solved)
    {
        var (target, partner) = _places;
        var workspace = memory.Workspace;
        _pathTarget[year][draw] = solved ? workspace.WelfareHat[target] - 1 : double.NaN;
        _pathPartner[year][draw] = solved && partner >= 0 ? workspace.WelfareHat[partner] - 1 : double.NaN;
        if (!solved || partner < 0)
        {
            _pathShare[year][draw] = double.NaN;
            return;
        }

        var n = _solver.Model.Count;
        workspace.Flows(memory.Flows);
        _pathShare[year][draw] = ShareOf(memory.Flows, n, target, partner);
    }

    /// <summary>Partner's share of the target's exports and imports together.</summary>
    public static double ShareOf(ReadOnlySpan<double> flows, int n, int target, int partner)
    {
        var (with, all) = (0.0, 0.0);
        for (var j = 0; j < n; j++)
        {
            if (j == target) continue;
            var both = flows[(target * n) + j] + flows[(j * n) + target];
            all += both;
            if (j == partner) with = both;
        }

        return with / all;
    }

    private static void Foreign(ReadOnlySpan<double> flows, double[] exports, double[] imports)
    {
        var n = exports.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i == j) continue;
                exports[i] += flows[(i * n) + j];
                imports[j] += flows[(i * n) + j];
            }
        }
    }

    /// <summary>Effects on every economy.</summary>
    public ImmutableArray<EconomyEffect> Economies(TradeBaseline baseline, Func<int, string?> iso3) =>
    [
        .. baseline.Economies.Select((economy, i) =>
        {
            var id = economy.Members.Length == 1 ? economy.Members[0] : 0;
            var income = Spreads.Of(_income[i]);
            return new EconomyEffect(
                economy.Name, id == 0 ? null : iso3(id), id, income, Spreads.Of(_wage[i]), Spreads.Of(_price[i]), Spreads.Of(_exports[i]), Spreads.Of(_imports[i]),
                _gdp[i], double.IsNaN(_gdp[i]) ? Spreads.Missing : income.Times(_gdp[i]));
        }),
    ];

    /// <summary>Effects on the groups.</summary>
    public ImmutableArray<GroupEffect> Groups() => [.. _groups.Select((group, g) => new GroupEffect(group.Key, group.Name, Spreads.Of(_groupIncome[g]), Spreads.Of(_groupBillion[g])))];

    /// <summary>Effects on the pairs.</summary>
    public ImmutableArray<PairEffect> Pairs(TradeBaseline baseline) =>
    [
        .. _pairs.Select((pair, p) => new PairEffect(
            baseline.Economies[pair.From].Name, baseline.Economies[pair.To].Name, baseline.Flows[(pair.From * baseline.Count) + pair.To] / 1000, Spreads.Of(_pairChange[p]))),
    ];

    /// <summary>The partner's share of the target's trade.</summary>
    public Spread PartnerShare() => Spreads.Of(_share);

    /// <summary>The path.</summary>
    public ImmutableArray<PathYear> Path() => [.. _pathTarget.Select((target, year) => new PathYear(year + 1, Spreads.Of(target), Spreads.Of(_pathPartner[year]), Spreads.Of(_pathShare[year])))];

    private static double[][] Rows(int rows, int columns)
    {
        var result = new double[rows][];
        for (var i = 0; i < rows; i++) result[i] = new double[columns];
        return result;
    }
}
