using Entente.Models.Energy;
using Entente.Models.Security.Hedging;
using Entente.Models.Trade;
using Entente.Numerics.Random;
using Entente.Numerics.Sampling;

namespace Entente.Models.Strategy;

/// <summary>The results of all draws, one row per draw. NaN marks a draw that failed.</summary>
internal sealed class Ensemble
{
    /// <summary>Responses of an ally.</summary>
    public const int Responses = 5;

    /// <summary>Draws of which the single responses are kept; the first so many, whatever the number of draws, which bounds the memory.</summary>
    public const int MostResponseDraws = 10_000;

    /// <summary>Draws for which the gas market is solved, which takes longer than all else in a draw and enters no probability; the first so many.</summary>
    public const int MostGasDraws = 500;

    private readonly AssessmentInputs _inputs;
    private readonly AssessmentOptions _options;

    private Ensemble(AssessmentInputs inputs, AssessmentOptions options)
    {
        (_inputs, _options) = (inputs, options);
        var (n, views, allies) = (options.Draws, ViewDefinition.All.Length, inputs.Allies.Length);
        View = new int[n];
        Values = new double[AssumptionCatalog.All.Length][];
        for (var k = 0; k < Values.Length; k++) Values[k] = new double[n];
        Trade = new TradeOutcome[n];
        Gas = new GasChannelOutcome[Math.Min(n, MostGasDraws)];
        ByView = Rows<double>(views, n);
        NetByView = Rows<double>(views, n);
        Balance = new TargetBalance[n];
        Probability = new double[n];
        WithoutMoves = new double[n];
        DriftBefore = Rows<double>(allies, n);
        DriftAfter = Rows<double>(allies, n);
        ArmChange = Rows<float>(allies, n);
        TurnChange = Rows<float>(allies, n);
        Before = Rows<double>(allies * Responses, Math.Min(n, MostResponseDraws));
        After = Rows<double>(allies * Responses, Math.Min(n, MostResponseDraws));
        AllyIncome = Rows<double>(allies, n);
        DividerIncome = new double[n];
        PartnerIncome = new double[n];
        PromiseRelief = new double[n];
    }

    /// <summary>Index of the view drawn.</summary>
    public int[] View { get; }

    /// <summary>Assumptions, one array each.</summary>
    public double[][] Values { get; }

    /// <summary>Trade outcomes.</summary>
    public TradeOutcome[] Trade { get; }

    /// <summary>Gas outcomes of the first <see cref="MostGasDraws"/> draws.</summary>
    public GasChannelOutcome[] Gas { get; }

    /// <summary>Probability of realigning under each view, every draw.</summary>
    public double[][] ByView { get; }

    /// <summary>Net worth under each view.</summary>
    public double[][] NetByView { get; }

    /// <summary>Balance under the view drawn.</summary>
    public TargetBalance[] Balance { get; }

    /// <summary>Probability under the view drawn.</summary>
    public double[] Probability { get; }

    /// <summary>The same draw without the moves.</summary>
    public double[] WithoutMoves { get; }

    /// <summary>What the moves add to the probability that each ally arms by itself.</summary>
    public float[][] ArmChange { get; }

    /// <summary>What the moves add to the probability that each ally accommodates the rival, alone or while it goes nuclear.</summary>
    public float[][] TurnChange { get; }

    /// <summary>Probability of each response without moves, ally by ally in the order of <see cref="AllyResponse"/>; the first <see cref="MostResponseDraws"/> draws.</summary>
    public double[][] Before { get; }

    /// <summary>The same with moves.</summary>
    public double[][] After { get; }

    /// <summary>Probability that each ally does anything but rely on the divider, without moves.</summary>
    public double[][] DriftBefore { get; }

    /// <summary>The same with moves.</summary>
    public double[][] DriftAfter { get; }

    /// <summary>Income change of each ally from the moves.</summary>
    public double[][] AllyIncome { get; }

    /// <summary>Income change of the divider from the moves.</summary>
    public double[] DividerIncome { get; }

    /// <summary>Income change of the partner from the moves.</summary>
    public double[] PartnerIncome { get; }

    /// <summary>Worth of the divider's promise as a share of a permanent one.</summary>
    public double[] PromiseRelief { get; }

    /// <summary>Runs all draws. Draw i depends on the seed and i alone; threads only share the work.</summary>
    public static Ensemble Run(AssessmentInputs inputs, AssessmentOptions options, IProgress<int>? progress, CancellationToken cancellation)
    {
        var ensemble = new Ensemble(inputs, options);
        var done = 0;
        ParallelDraws.Run(options.Draws, options.Threads, () => new Memory(inputs), (draw, memory) =>
        {
            ensemble.Draw(draw, memory);
            var count = Interlocked.Increment(ref done);
            if ((count & 1023) == 0) progress?.Report(count);
        }, cancellation);
        return ensemble;
    }

    private void Draw(int draw, Memory memory)
    {
        AssumptionSampler.Draw(_inputs.Assumptions, _options.Seed, draw, memory.Values);
        var assumptions = new DrawnAssumptions(memory.Values);
        for (var k = 0; k < Values.Length; k++) Values[k][draw] = memory.Values[k];
        var stream = new CounterStream(_options.Seed, (ulong)draw, (uint)Values.Length);
        var view = stream.NextInt32(ViewDefinition.All.Length);
        View[draw] = view;

        // Where the trade channel cannot be carried by data its terms are left out, and the assessment says so.
        var trade = _inputs.Trade is { } channel ? channel.Solve(assumptions, memory.Scratch!) : default;
        Trade[draw] = trade;
        for (var v = 0; v < ViewDefinition.All.Length; v++)
        {
            var balance = TargetBalance.Of(ViewDefinition.All[v], trade, _inputs.Position, assumptions, withMoves: true);
            ByView[v][draw] = balance.Probability(assumptions[AssumptionIndex.DecisionNoise]);
            NetByView[v][draw] = balance.Net;
            if (v != view) continue;
            Balance[draw] = balance;
            Probability[draw] = ByView[v][draw];
            WithoutMoves[draw] = TargetBalance.Of(ViewDefinition.All[v], trade, _inputs.Position, assumptions, withMoves: false).Probability(assumptions[AssumptionIndex.DecisionNoise]);
        }

        PromiseRelief[draw] = PromiseShares.Of(
            assumptions[AssumptionIndex.DiscountFactor], assumptions[AssumptionIndex.ReversalHazard], assumptions[AssumptionIndex.PartnerReversalHazard],
            assumptions[AssumptionIndex.FadeInYears]).Relief;
        if (_inputs.Gas is { } gas && draw < MostGasDraws) Gas[draw] = gas.Evaluate(GasInputsOf(assumptions, gas), memory.Gas!, out var outcome) ? outcome : Unsolved;
        Allies(draw, memory, double.IsNaN(trade.Reward));
    }

    private static GasChannelOutcome Unsolved => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    private static GasInputs GasInputsOf(in DrawnAssumptions assumptions, GasChannel gas) => new(
        assumptions[AssumptionIndex.GasDemandElasticity], assumptions[AssumptionIndex.GasProductionElasticity], assumptions[AssumptionIndex.GasTargetMarketPower],
        assumptions[AssumptionIndex.GasOthersMarketPower], assumptions[AssumptionIndex.GasVolumeWeight], assumptions[AssumptionIndex.GasCostFactor], assumptions[AssumptionIndex.GasDestinationFlexibility], assumptions[AssumptionIndex.GasFullFrom],
        assumptions[gas.EuropeTakesPart ? AssumptionIndex.GasReturnShare : AssumptionIndex.GasReturnShareAlone]);

    private void Allies(int draw, Memory memory, bool failed)
    {
        var baseline = _inputs.Trade?.Baseline;
        _inputs.AllyChannel?.Draw(_options.Seed, draw, memory.Ally);
        for (var a = 0; a < _inputs.Allies.Length; a++)
        {
            var ally = _inputs.Allies[a];
            var (before, after) = (_inputs.AllyChannel!.Evaluate(ally.Index, memory.Ally, withMoves: false), _inputs.AllyChannel.Evaluate(ally.Index, memory.Ally, withMoves: true));
            DriftBefore[a][draw] = 1 - before.Rely;
            DriftAfter[a][draw] = 1 - after.Rely;
            ArmChange[a][draw] = (float)(after.Arm - before.Arm);
            TurnChange[a][draw] = (float)(after.Accommodate + after.Both - before.Accommodate - before.Both);
            for (var r = 0; r < Responses && draw < MostResponseDraws; r++)
            {
                Before[(a * Responses) + r][draw] = before[(AllyResponse)r];
                After[(a * Responses) + r][draw] = after[(AllyResponse)r];
            }

            AllyIncome[a][draw] = failed || ally.Economy < 0 ? double.NaN : memory.Scratch!.Income[ally.Economy];
        }

        DividerIncome[draw] = Income(baseline, memory, _inputs.Strategy.Divider, failed);
        PartnerIncome[draw] = Income(baseline, memory, _inputs.Strategy.Partner, failed);
    }

    private static double Income(TradeBaseline? baseline, Memory memory, int stateId, bool failed) =>
        failed || baseline is null || !baseline.Holds(stateId) ? double.NaN : memory.Scratch!.Income[baseline.IndexOf(stateId)];

    private static T[][] Rows<T>(int rows, int columns)
    {
        var result = new T[rows][];
        for (var i = 0; i < rows; i++) result[i] = new T[columns];
        return result;
    }

    private sealed class Memory(AssessmentInputs inputs)
    {
        public double[] Values { get; } = new double[AssumptionCatalog.All.Length];

        public AllyDraw Ally { get; } = new();

        public GasChannelWorkspace? Gas { get; } = inputs.Gas?.NewWorkspace();

        public TradeChannel.Scratch? Scratch { get; } = inputs.Trade?.NewScratch();
    }
}
