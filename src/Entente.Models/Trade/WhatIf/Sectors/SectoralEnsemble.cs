using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Numerics.Sampling;

namespace Entente.Models.Trade.WhatIf;

/// <summary>All draws of one variant with many sectors, one column per draw; NaN marks a draw without an equilibrium.</summary>
internal sealed class SectoralEnsemble
{
    private readonly SectoralSolver _solver;
    private readonly EconomyColumns _economies;
    private readonly (int Target, int Partner) _places;
    private readonly double[][] _sectorPrice, _sectorOutput, _sectorExports, _sectorImports;
    private readonly double[] _share;

    private SectoralEnsemble(SectoralSolver solver, ImmutableArray<EconomyGroup> groups, double[] gdp, (int, int) places, int draws)
    {
        (_solver, _places) = (solver, places);
        var sectors = solver.Model.Sectors;
        _economies = new EconomyColumns(groups, gdp, draws);
        (_sectorPrice, _sectorOutput) = (EconomyColumns.Rows(sectors, draws), EconomyColumns.Rows(sectors, draws));
        (_sectorExports, _sectorImports) = (EconomyColumns.Rows(sectors, draws), EconomyColumns.Rows(sectors, draws));
        _share = new double[draws];
    }

    /// <summary>Draws without an equilibrium.</summary>
    public int Failed => _economies.Failed;

    /// <summary>Runs all draws; draw i depends on the seed and i alone.</summary>
    public static SectoralEnsemble Run(
        SectoralSolver solver, ImmutableArray<EconomyGroup> groups, double[] gdp, (int Target, int Partner) places, double[] start, int draws, ulong seed, int threads, Action? drawn, CancellationToken cancellation)
    {
        var ensemble = new SectoralEnsemble(solver, groups, gdp, places, draws);
        ParallelDraws.Run(draws, threads, solver.NewMemory, (draw, memory) =>
        {
            solver.Draw(seed, draw, memory);
            ensemble.Record(draw, memory, solver.Solve(memory, start));
            drawn?.Invoke();
        }, cancellation);
        return ensemble;
    }

    // After a failure the workspace holds NaN alone, which is what a failed draw is to leave behind.
    private void Record(int draw, SectoralSolver.Memory memory, bool solved)
    {
        var (workspace, model) = (memory.Workspace, _solver.Model);
        var n = model.Count;
        _economies.Record(draw, workspace.WelfareHat, workspace.RealWageHat, workspace.PriceHat, workspace.ExportHat, workspace.ImportHat, model.FinalSpending);
        workspace.Flows(memory.Flows);
        var (target, partner) = _places;
        for (var j = 0; j < model.Sectors; j++)
        {
            var bought = model.Purchases[(target * model.Sectors) + j] > 0;
            _sectorPrice[j][draw] = bought ? workspace.SectorPriceHat[(target * model.Sectors) + j] - 1 : double.NaN;
            var (exports, imports) = Foreign(memory.Flows, j, n, target);
            var (exportsBefore, importsBefore) = Foreign(model.Trade, j, n, target);
            var home = (((j * n) + target) * n) + target;
            _sectorExports[j][draw] = Change(exports, exportsBefore);
            _sectorImports[j][draw] = Change(imports, importsBefore);
            _sectorOutput[j][draw] = Change(exports + memory.Flows[home], exportsBefore + model.Trade[home]);
        }

        _share[draw] = solved && partner >= 0 ? ShareOf(memory.Flows, model.Sectors, n, target, partner) : double.NaN;
    }

    private static double Change(double now, double before) => before > 0 ? (now / before) - 1 : double.NaN;

    private static (double Exports, double Imports) Foreign(ReadOnlySpan<double> flows, int sector, int n, int economy)
    {
        var (exports, imports) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            if (i == economy) continue;
            exports += flows[(((sector * n) + economy) * n) + i];
            imports += flows[(((sector * n) + i) * n) + economy];
        }

        return (exports, imports);
    }

    private static double ShareOf(ReadOnlySpan<double> flows, int sectors, int n, int target, int partner)
    {
        var (with, all) = (0.0, 0.0);
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < n; i++)
            {
                if (i == target) continue;
                var both = flows[(((j * n) + target) * n) + i] + flows[(((j * n) + i) * n) + target];
                all += both;
                if (i == partner) with += both;
            }
        }

        return with / all;
    }

    /// <summary>Effects on every economy.</summary>
    public ImmutableArray<EconomyEffect> Economies(TradeBaseline baseline, Func<int, string?> iso3) => _economies.Economies(baseline, iso3);

    /// <summary>Effects on the groups.</summary>
    public ImmutableArray<GroupEffect> Groups() => _economies.Groups();

    /// <summary>Effects on the target's sectors.</summary>
    public ImmutableArray<SectorEffect> TargetSectors(ImmutableArray<string> sectors) =>
        [.. sectors.Select((name, j) => new SectorEffect(name, Spreads.Of(_sectorPrice[j]), Spreads.Of(_sectorOutput[j]), Spreads.Of(_sectorExports[j]), Spreads.Of(_sectorImports[j])))];

    /// <summary>The partner's share of the target's trade.</summary>
    public Spread PartnerShare() => Spreads.Of(_share);
}
