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
    private readonly GasChannelOutcome[] _outcomes = new GasChannelOutcome[Block];
    private readonly double[] _accounts;
    private readonly int _width;

    // The same market if Europe joins; null where it cannot or takes part anyway.
    private readonly GasTable? _joined;

    private GasTable(GasChannel? gas, bool mayJoin)
    {
        _width = Width(gas);
        _accounts = new double[Block * _width];
        _joined = mayJoin ? new GasTable(gas, false) : null;
    }

    /// <summary>A market in which nothing returns, for what is asked without moves.</summary>
    public static GasTable Closed { get; } = new(null, false);

    /// <summary>Length of the accounts of a draw.</summary>
    public static int Width(GasChannel? gas) => gas is null ? 0 : (2 * gas.Suppliers.Length) + gas.Markets.Length;

    /// <summary>First index of the assumptions that come from the block.</summary>
    public const AssumptionIndex First = AssumptionIndex.GasReturnShare;

    /// <summary>Last index of them.</summary>
    public const AssumptionIndex Last = AssumptionIndex.GasFullFrom;

    /// <summary>The draw whose gas inputs a draw takes.</summary>
    public static int Of(int draw) => draw % Block;

    /// <summary>The outcome of a draw.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="joined">How far Europe joins, 0 to 1; between the two markets that were solved outcomes lie on a straight line.</param>
    public GasChannelOutcome At(int draw, double joined)
    {
        var alone = _outcomes[Of(draw)];
        if (_joined is null || joined == 0) return alone;
        var all = _joined._outcomes[Of(draw)];
        double Between(double a, double b) => a + (joined * (b - a));
        return new GasChannelOutcome(
            Between(alone.Volume, all.Volume), Between(alone.Price, all.Price), Between(alone.BuyersGain, all.BuyersGain), Between(alone.TargetGain, all.TargetGain),
            Between(alone.EuropePriceChange, all.EuropePriceChange));
    }

    /// <summary>The accounts of a draw: revenue of each supplier before anything returns, then its change, then the gain of the buyers of each market, billion US$ a year; empty without a gas channel.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="joined">How far Europe joins, 0 to 1.</param>
    /// <param name="buffer">Room for the accounts, for a draw in which it joins in part.</param>
    public ReadOnlySpan<double> Accounts(int draw, double joined, double[] buffer)
    {
        var alone = _accounts.AsSpan(Of(draw) * _width, _width);
        if (_joined is null || joined == 0) return alone;
        var all = _joined._accounts.AsSpan(Of(draw) * _width, _width);
        for (var k = 0; k < _width; k++) buffer[k] = alone[k] + (joined * (all[k] - alone[k]));
        return buffer;
    }

    /// <summary>Solves what the draws need; a draw that was not solved is NaN in every part.</summary>
    public static GasTable Solve(AssessmentInputs inputs, AssumptionSampler sampler, int first, int count, int threads, CancellationToken cancellation)
    {
        var table = new GasTable(inputs.Gas, inputs.Gas is { EuropeMayJoin: true });
        if (inputs.Gas is not { } gas) return table;
        var needed = Math.Min(count, Block);
        ParallelDraws.Run(needed, threads, () => (Market: gas.NewWorkspace(), Values: new double[AssumptionCatalog.All.Length]), (k, memory) =>
        {
            var draw = Of(first + k);
            sampler.Draw(draw, memory.Values);
            table.Fill(gas, draw, gas.EuropeTakesPart, memory.Values, memory.Market);
            table._joined?.Fill(gas, draw, true, memory.Values, memory.Market);
        }, cancellation);
        return table;
    }

    private void Fill(GasChannel gas, int draw, bool withEurope, double[] values, GasChannelWorkspace market)
    {
        var inputs = InputsOf(new DrawnAssumptions(values), withEurope);
        var row = _accounts.AsSpan(draw * _width, _width);
        if (gas.Solved.TryGet(gas.Start, inputs, out _outcomes[draw], row)) return;
        var solved = gas.Evaluate(inputs, market, out var outcome);
        _outcomes[draw] = solved ? outcome : Unsolved;
        Account(draw, solved ? market : null);
        if (solved) gas.Solved.Keep(gas.Start, inputs, outcome, row);
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

    private static GasInputs InputsOf(in DrawnAssumptions assumptions, bool withEurope) => new(
        assumptions[AssumptionIndex.GasDemandElasticity], assumptions[AssumptionIndex.GasProductionElasticity], assumptions[AssumptionIndex.GasTargetMarketPower],
        assumptions[AssumptionIndex.GasOthersMarketPower], assumptions[AssumptionIndex.GasVolumeWeight], assumptions[AssumptionIndex.GasCostFactor],
        assumptions[AssumptionIndex.GasDestinationFlexibility], assumptions[AssumptionIndex.GasFullFrom],
        assumptions[withEurope ? AssumptionIndex.GasReturnShare : AssumptionIndex.GasReturnShareAlone]);
}
