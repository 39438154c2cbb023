using Entente.Numerics.Equilibrium;

namespace Entente.Models.Trade.WhatIf;

/// <summary>Solves one variant with many sectors at the assumptions that the one-sector solver draws, so that both are compared draw by draw.</summary>
/// <param name="one">The one-sector solver of the same variant.</param>
/// <param name="model">The equilibrium in changes of the table.</param>
/// <param name="elasticities">The trade elasticity of each sector.</param>
/// <param name="deficits">What becomes of deficits.</param>
internal sealed class SectoralSolver(VariantSolver one, SectoralHatModel model, SectorElasticities elasticities, DeficitRule deficits)
{
    public SectoralHatModel Model => model;

    public Memory NewMemory() => new(one, model);

    /// <summary>Fills assumptions and elasticities of a draw.</summary>
    public void Draw(ulong seed, int draw, Memory memory)
    {
        one.Draw(seed, draw, memory.One);
        elasticities.Draw(seed, draw, memory.One.Values[WhatIfAssumptions.TradeElasticity], memory.Thetas);
    }

    /// <summary>Fills the medians.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="common">Whether every sector takes the elasticity of the one-sector model.</param>
    public void Central(Memory memory, bool common)
    {
        one.Central(memory.One);
        var theta = memory.One.Values[WhatIfAssumptions.TradeElasticity];
        if (common) memory.Thetas.AsSpan().Fill(theta);
        else elasticities.Central(theta, memory.Thetas);
    }

    /// <summary>Solves once all has come about; false where no equilibrium was found.</summary>
    /// <param name="memory">The thread's memory.</param>
    /// <param name="start">Log wages to start from; the same for all draws.</param>
    public bool Solve(Memory memory, ReadOnlySpan<double> start)
    {
        one.Shocks.FillSectors(memory.One.Values, memory.One.Groups, 1, memory.Thetas, memory.Friction);
        if (start.IsEmpty) memory.Start.AsSpan().Clear();
        else start.CopyTo(memory.Start);
        return model.Solve(memory.Friction, memory.Thetas, deficits, memory.Workspace, memory.Options) == ExactHatStatus.Converged;
    }

    /// <summary>Working memory of one thread.</summary>
    public sealed class Memory
    {
        public Memory(VariantSolver one, SectoralHatModel model)
        {
            One = one.NewMemory();
            Thetas = new double[model.Sectors];
            Friction = new double[model.Trade.Length];
            Flows = new double[model.Trade.Length];
            Start = new double[model.Count];
            Workspace = model.CreateWorkspace();
            Options = new ExactHatOptions { InitialLogWages = Start };
        }

        public VariantSolver.Memory One { get; }

        public double[] Thetas { get; }

        public double[] Friction { get; }

        public double[] Flows { get; }

        public double[] Start { get; }

        public SectoralHatWorkspace Workspace { get; }

        public ExactHatOptions Options { get; }
    }
}
