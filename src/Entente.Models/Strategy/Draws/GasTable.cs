using Entente.Models.Energy;
using Entente.Numerics.Sampling;

namespace Entente.Models.Strategy.Draws;

/// <summary>
/// Gas outcomes of a block of draws that all draws share in turn: the market takes hundreds of times longer to solve than the rest of a draw, and its inputs are independent of all others, so that
/// draw i takes the gas inputs, and the outcome, of draw i modulo the block. Every share of futures stays a share of futures; a figure on gas rests on a block's worth of draws.
/// </summary>
internal sealed class GasTable
{
    /// <summary>Length of the block; a power of two, so that it is balanced under Sobol' points.</summary>
    public const int Block = 1024;

    private static readonly GasChannelOutcome Unsolved = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
    private readonly GasChannelOutcome[] _outcomes;

    private GasTable(GasChannelOutcome[] outcomes) => _outcomes = outcomes;

    /// <summary>First index of the assumptions that come from the block.</summary>
    public const AssumptionIndex First = AssumptionIndex.GasReturnShare;

    /// <summary>Last index of them.</summary>
    public const AssumptionIndex Last = AssumptionIndex.GasFullFrom;

    /// <summary>The draw whose gas inputs a draw takes.</summary>
    public static int Of(int draw) => draw % Block;

    /// <summary>The outcome of a draw.</summary>
    public GasChannelOutcome this[int draw] => _outcomes[Of(draw)];

    /// <summary>Solves what the draws need; a draw that was not solved is NaN in every part.</summary>
    public static GasTable Solve(AssessmentInputs inputs, AssumptionSampler sampler, int first, int count, int threads, CancellationToken cancellation)
    {
        var outcomes = new GasChannelOutcome[Block];
        if (inputs.Gas is not { } gas) return new GasTable(outcomes);
        var needed = Math.Min(count, Block);
        ParallelDraws.Run(needed, threads, () => (Market: gas.NewWorkspace(), Values: new double[AssumptionCatalog.All.Length]), (k, memory) =>
        {
            var draw = Of(first + k);
            sampler.Draw(draw, memory.Values);
            outcomes[draw] = gas.Evaluate(InputsOf(new DrawnAssumptions(memory.Values), gas), memory.Market, out var outcome) ? outcome : Unsolved;
        }, cancellation);
        return new GasTable(outcomes);
    }

    private static GasInputs InputsOf(in DrawnAssumptions assumptions, GasChannel gas) => new(
        assumptions[AssumptionIndex.GasDemandElasticity], assumptions[AssumptionIndex.GasProductionElasticity], assumptions[AssumptionIndex.GasTargetMarketPower],
        assumptions[AssumptionIndex.GasOthersMarketPower], assumptions[AssumptionIndex.GasVolumeWeight], assumptions[AssumptionIndex.GasCostFactor],
        assumptions[AssumptionIndex.GasDestinationFlexibility], assumptions[AssumptionIndex.GasFullFrom],
        assumptions[gas.EuropeTakesPart ? AssumptionIndex.GasReturnShare : AssumptionIndex.GasReturnShareAlone]);
}
