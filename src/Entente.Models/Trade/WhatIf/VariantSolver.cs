using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Numerics.Equilibrium;
using Entente.Numerics.Random;

namespace Entente.Models.Trade.WhatIf;

/// <summary>Solves one variant at one set of assumptions. The one place that knows which equilibrium is solved.</summary>
/// <param name="model">The equilibrium in changes of the baseline.</param>
/// <param name="shocks">The shocks of the variant.</param>
/// <param name="assumptions">The assumptions, in the order of <see cref="WhatIfAssumptions.All"/>.</param>
/// <param name="deficits">What becomes of deficits.</param>
internal sealed class VariantSolver(ExactHatModel model, VariantShocks shocks, ImmutableArray<Assumption> assumptions, DeficitRule deficits)
{
    private const uint FirstGroupStream = 64;

    public ExactHatModel Model => model;

    public VariantShocks Shocks => shocks;

    /// <summary>Working memory of one thread.</summary>
    public Memory NewMemory() => new(model.Count, assumptions.Length, shocks.Groups.Length, shocks.SectorWeights?.Length ?? 0);

    /// <summary>Fills the assumptions of a draw: each value depends on (seed, draw, its own place) alone.</summary>
    public void Draw(ulong seed, int draw, Memory memory)
    {
        for (var k = 0; k < assumptions.Length; k++)
        {
            var definition = WhatIfAssumptions.All[k];
            var stream = new CounterStream(seed, (ulong)draw, (uint)k);
            memory.Values[k] = Math.Clamp(assumptions[k].Distribution.Sample(ref stream), definition.Low, definition.High);
        }

        for (var g = 0; g < memory.Groups.Length; g++)
        {
            var stream = new CounterStream(seed, (ulong)draw, FirstGroupStream + (uint)g);
            memory.Groups[g] = shocks.Groups[g].Sample(ref stream);
        }
    }

    /// <summary>Fills the medians of all assumptions.</summary>
    public void Central(Memory memory)
    {
        for (var k = 0; k < assumptions.Length; k++) memory.Values[k] = assumptions[k].Distribution.Median;
        for (var g = 0; g < memory.Groups.Length; g++) memory.Groups[g] = shocks.Groups[g].Median;
    }

    /// <summary>Solves at the assumptions of the memory, which afterwards holds the equilibrium; false where none was found.</summary>
    /// <param name="phase">Share of what takes years that has come about.</param>
    /// <param name="memory">The thread's memory.</param>
    /// <param name="start">Log wages to start from; the same for all draws, so that none depends on another.</param>
    public bool Solve(double phase, Memory memory, ReadOnlySpan<double> start)
    {
        if (shocks.SectorWeights is null) shocks.Fill(memory.Values, memory.Groups, phase, memory.Friction);
        else
        {
            memory.Thetas.AsSpan().Fill(memory.Values[WhatIfAssumptions.TradeElasticity]);
            shocks.FillWeighted(memory.Values, memory.Groups, phase, memory.Thetas, memory.Sectors, memory.Friction);
        }

        if (start.IsEmpty) memory.Start.AsSpan().Clear();
        else start.CopyTo(memory.Start);
        return model.Solve(memory.Friction, memory.Values[WhatIfAssumptions.TradeElasticity], deficits, memory.Workspace, memory.Options()) == ExactHatStatus.Converged;
    }

    /// <summary>Working memory of one thread.</summary>
    public sealed class Memory
    {
        private ExactHatOptions _options;

        public Memory(int n, int assumptions, int groups, int sectorCells)
        {
            Values = new double[assumptions];
            Groups = new double[groups];
            Friction = new double[n * n];
            Flows = new double[n * n];
            Sectors = new double[sectorCells];
            Thetas = new double[sectorCells / (n * n)];
            Start = new double[n];
            Path = new double[n];
            Workspace = new ExactHatWorkspace(n);
            _options = new ExactHatOptions { InitialLogWages = Start };
        }

        public double[] Values { get; }

        public double[] Groups { get; }

        public double[] Friction { get; }

        public double[] Flows { get; }

        /// <summary>Factors by sector, where a shock touches some sectors alone.</summary>
        public double[] Sectors { get; }

        /// <summary>The one-sector elasticity, once for each of them.</summary>
        public double[] Thetas { get; }

        public double[] Start { get; }

        public double[] Path { get; }

        public ExactHatWorkspace Workspace { get; }

        /// <summary>Options at the drawn supply elasticity; the object of the last draw serves where that has not moved.</summary>
        public ExactHatOptions Options() => _options.SupplyElasticity == Values[WhatIfAssumptions.SupplyElasticity] ? _options : _options = _options with { SupplyElasticity = Values[WhatIfAssumptions.SupplyElasticity] };
    }
}
