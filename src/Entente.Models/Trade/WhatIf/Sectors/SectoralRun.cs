using System.Collections.Immutable;
using Entente.Numerics.Equilibrium;
using Entente.World;

namespace Entente.Models.Trade.WhatIf;

/// <summary>Runs the variants of a question with the many sectors of the user's table (Caliendo and Parro 2015).</summary>
internal sealed class SectoralRun
{
    private const int FewestDraws = 100;

    // Seconds for one product of share and cost, with room for variants that are hard to solve; measured, see docs/what-if.md.
    private const double SecondsPerCell = 1.5e-7, SecondsForAll = 60;

    private readonly SectorTable _table;
    private readonly SectoralHatModel _model;
    private readonly SectorElasticities _elasticities;
    private readonly ImmutableArray<SectoralVariant>.Builder _variants = ImmutableArray.CreateBuilder<SectoralVariant>();

    private SectoralRun(SectorTable table, SectorElasticities elasticities, int draws)
    {
        (_table, _elasticities, Draws) = (table, elasticities, draws);
        _model = new SectoralHatModel(table.Flows);
    }

    /// <summary>Draws of each variant.</summary>
    public int Draws { get; }

    /// <summary>Prepares the run of a question; <see langword="null"/> where it has no sectors.</summary>
    /// <exception cref="InvalidInputException">The table of elasticities is wrong.</exception>
    public static SectoralRun? Of(WhatIfQuestion question, SectorTable? table, int draws) =>
        question.Sectors is not { } input || table is null ? null
        : new SectoralRun(table, SectorElasticities.Read(input, table.Sectors), Math.Min(draws, Affordable(table, question.Variants.Length)));

    /// <summary>Draws that take about a minute on one thread: from the size of the table alone, never from a clock, so that the same file gives the same bytes.</summary>
    internal static int Affordable(SectorTable table, int variants)
    {
        double n = table.Aggregate.Count, sectors = table.Sectors.Length;
        var cells = (sectors * n * n) + (sectors * sectors * n);
        return (int)Math.Clamp(SecondsForAll / (cells * SecondsPerCell * variants), FewestDraws, WhatIfOptions.DefaultDraws);
    }

    /// <summary>Runs one variant and keeps its result.</summary>
    /// <exception cref="NoAnswerException">There is no equilibrium at the medians.</exception>
    public void Add(
        WorldEdition world, WhatIfVariant variant, VariantSolver one, double oneSector, ImmutableArray<EconomyGroup> groups, double[] gdp, (int Target, int Partner) places, DeficitRule deficits,
        ulong seed, int threads, Action? drawn, CancellationToken cancellation)
    {
        var solver = new SectoralSolver(one, _model, _elasticities, deficits);
        var memory = solver.NewMemory();
        var own = Central(solver, memory, variant, places.Target, common: false);
        var check = new SectoralCheckup(memory.Workspace.ClearingError, memory.Workspace.DomesticShareError, memory.Workspace.Iterations);
        var start = new double[_model.Count];
        for (var i = 0; i < start.Length; i++) start[i] = Math.Log(memory.Workspace.WageHat[i]);
        var same = _elasticities.AreOwn ? Central(solver, memory, variant, places.Target, common: true) : own;
        var ensemble = SectoralEnsemble.Run(solver, groups, gdp, places, start, Draws, seed, threads, drawn, cancellation);
        _variants.Add(new SectoralVariant(
            variant.Name, ensemble.Failed, ensemble.Economies(_table.Aggregate, id => world.States[id].Iso3), ensemble.Groups(), ensemble.PartnerShare(), ensemble.TargetSectors(_table.Sectors),
            oneSector, same, own, check));
    }

    /// <summary>The answer, once all variants were added.</summary>
    public SectoralAnswer Answer()
    {
        var total = Enumerable.Range(0, _table.Sectors.Length).Select(Abroad).ToArray();
        var sum = total.Sum();
        return new SectoralAnswer(
            Draws, _table.Flows.IntermediateUse.Span.ContainsAnyExcept(0.0), _elasticities.Source,
            [.. _table.Sectors.Select((name, j) => new SectorSummary(name, _elasticities.Own[j]?.Describe() ?? "trade_elasticity", total[j] / sum))], _variants.ToImmutable());
    }

    private double Abroad(int sector)
    {
        var (n, sum) = (_model.Count, 0.0);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) sum += i == j ? 0 : _model.Trade[(((sector * n) + i) * n) + j];
        }

        return sum;
    }

    private static double Central(SectoralSolver solver, SectoralSolver.Memory memory, WhatIfVariant variant, int target, bool common)
    {
        solver.Central(memory, common);
        return solver.Solve(memory, []) ? memory.Workspace.WelfareHat[target] - 1
            : throw new NoAnswerException($"The variant '{variant.Name}' has no equilibrium with many sectors at the medians of the assumptions; with additive deficits a surplus may be more than an economy can pay: write 'deficits: multiplicative', or change less.");
    }
}
