using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Numerics.Sampling;

namespace Entente.Models.Trade.WhatIf;

/// <summary>All draws of one variant, one column per draw; NaN marks a draw without an equilibrium.</summary>
internal sealed class VariantEnsemble
{
    private readonly VariantSolver _solver;
    private readonly EconomyColumns _economies;
    private readonly (int Target, int Partner) _places;
    private readonly double[] _start;
    private readonly (int From, int To)[] _pairs;
    private readonly ulong _seed;
    private readonly int _horizon;
    private readonly double[][] _pairChange;
    private readonly double[][] _pathTarget, _pathPartner, _pathShare;
    private readonly double[] _share;

    private VariantEnsemble(
        VariantSolver solver, ImmutableArray<EconomyGroup> groups, double[] gdp, (int Target, int Partner) places, double[] start, (int, int)[] pairs, int draws, int pathDraws, ulong seed, int horizon)
    {
        (_solver, _places, _start, _pairs, _seed, _horizon) = (solver, places, start, pairs, seed, horizon);
        _economies = new EconomyColumns(groups, gdp, draws);
        _pairChange = EconomyColumns.Rows(pairs.Length, draws);
        var years = solver.Shocks.IsGradual ? horizon : 0;
        (_pathTarget, _pathPartner, _pathShare) = (EconomyColumns.Rows(years, pathDraws), EconomyColumns.Rows(years, pathDraws), EconomyColumns.Rows(years, pathDraws));
        _share = new double[draws];
        Draws = draws;
        PathDraws = pathDraws;
    }

    /// <summary>Draws.</summary>
    public int Draws { get; }

    /// <summary>Draws of the path.</summary>
    public int PathDraws { get; }

    /// <summary>Draws without an equilibrium.</summary>
    public int Failed => _economies.Failed;

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
        _economies.Record(draw, workspace.WelfareHat, workspace.RealWageHat, workspace.PriceHat, workspace.ExportHat, workspace.ImportHat, model.Expenditure);
        _share[draw] = solved && _places.Partner >= 0 ? ShareOf(memory.Flows, n, _places.Target, _places.Partner) : double.NaN;
        for (var p = 0; p < _pairs.Length; p++)
        {
            var cell = (_pairs[p].From * n) + _pairs[p].To;
            _pairChange[p][draw] = solved ? (memory.Flows[cell] / model.Flows[cell]) - 1 : double.NaN;
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

    /// <summary>Effects on every economy.</summary>
    public ImmutableArray<EconomyEffect> Economies(TradeBaseline baseline, Func<int, string?> iso3) => _economies.Economies(baseline, iso3);

    /// <summary>Effects on the groups.</summary>
    public ImmutableArray<GroupEffect> Groups() => _economies.Groups();

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
}
