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
    private readonly double[] _accounts;
    private readonly int _width;

    private GasTable(GasChannel? gas)
    {
        _outcomes = new GasChannelOutcome[Block];
        _width = gas is null ? 0 : (2 * gas.Suppliers.Length) + gas.Markets.Length;
        _accounts = new double[Block * _width];
    }

    /// <summary>First index of the assumptions that come from the block.</summary>
    public const AssumptionIndex First = AssumptionIndex.GasReturnShare;

    /// <summary>Last index of them.</summary>
    public const AssumptionIndex Last = AssumptionIndex.GasFullFrom;

    /// <summary>The draw whose gas inputs a draw takes.</summary>
    public static int Of(int draw) => draw % Block;

    /// <summary>The outcome of a draw.</summary>
    public GasChannelOutcome this[int draw] => _outcomes[Of(draw)];

    /// <summary>The accounts of a draw: revenue of each supplier before anything returns, then its change, then the gain of the buyers of each market, billion US$ a year; empty without a gas channel.</summary>
    public ReadOnlySpan<double> Accounts(int draw) => _accounts.AsSpan(Of(draw) * _width, _width);

    /// <summary>Solves what the draws need; a draw that was not solved is NaN in every part.</summary>
    public static GasTable Solve(AssessmentInputs inputs, AssumptionSampler sampler, int first, int count, int threads, CancellationToken cancellation)
    {
        var table = new GasTable(inputs.Gas);
        if (inputs.Gas is not { } gas) return table;
        var needed = Math.Min(count, Block);
        ParallelDraws.Run(needed, threads, () => (Market: gas.NewWorkspace(), Values: new double[AssumptionCatalog.All.Length]), (k, memory) =>
        {
            var draw = Of(first + k);
            sampler.Draw(draw, memory.Values);
            var solved = gas.Evaluate(InputsOf(new DrawnAssumptions(memory.Values), gas), memory.Market, out var outcome);
            table._outcomes[draw] = solved ? outcome : Unsolved;
            table.Account(draw, solved ? memory.Market : null);
        }, cancellation);
        return table;
    }

    private void Account(int draw, GasChannelWorkspace? market)
    {
        var row = _accounts.AsSpan(draw * _width, _width);
        row.Fill(double.NaN);
        if (market is null) return;
        market.RevenueBefore.CopyTo(row);
        market.RevenueChange.CopyTo(row[market.RevenueBefore.Length..]);
        market.SurplusChange.CopyTo(row[(2 * market.RevenueBefore.Length)..]);
    }

    private static GasInputs InputsOf(in DrawnAssumptions assumptions, GasChannel gas) => new(
        assumptions[AssumptionIndex.GasDemandElasticity], assumptions[AssumptionIndex.GasProductionElasticity], assumptions[AssumptionIndex.GasTargetMarketPower],
        assumptions[AssumptionIndex.GasOthersMarketPower], assumptions[AssumptionIndex.GasVolumeWeight], assumptions[AssumptionIndex.GasCostFactor],
        assumptions[AssumptionIndex.GasDestinationFlexibility], assumptions[AssumptionIndex.GasFullFrom],
        assumptions[gas.EuropeTakesPart ? AssumptionIndex.GasReturnShare : AssumptionIndex.GasReturnShareAlone]);
}
