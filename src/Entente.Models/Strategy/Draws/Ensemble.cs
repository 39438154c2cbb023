using Entente.Models.Energy;
using Entente.Models.Security.Hedging;
using Entente.Models.Strategy.Game;
using Entente.Models.Strategy.Links;
using Entente.Models.Trade;
using Entente.Numerics.Sampling;

namespace Entente.Models.Strategy.Draws;

/// <summary>The results of a range of draws, one place per draw. NaN marks a draw that failed. All places are reachable as named columns, which is what a run folder stores.</summary>
internal sealed class Ensemble
{
    /// <summary>Responses of an ally.</summary>
    public const int Responses = 5;

    /// <summary>Makes room for a range of draws.</summary>
    /// <param name="inputs">What was measured.</param>
    /// <param name="first">Index of the first draw.</param>
    /// <param name="count">Number of draws.</param>
    public Ensemble(AssessmentInputs inputs, int first, int count)
    {
        (First, Count) = (first, count);
        var (views, allies) = (ViewDefinition.All.Length, inputs.Allies.Length);
        View = new int[count];
        Values = Rows<double>(AssumptionCatalog.All.Length, count);
        Trade = new TradeOutcome[count];
        Gas = new GasChannelOutcome[count];
        ByView = Rows<double>(views, count);
        NetByView = Rows<double>(views, count);
        Balance = new TargetBalance[count];
        With = new GradeProbabilities[count];
        Without = new GradeProbabilities[count];
        Obstructed = new double[count];
        PromiseRelief = new double[count];
        DividerIncome = new double[count];
        PartnerIncome = new double[count];
        Before = Rows<float>(allies * Responses, count);
        After = Rows<float>(allies * Responses, count);
        DefendedBefore = Rows<float>(allies, count);
        DefendedAfter = Rows<float>(allies, count);
        AllyIncome = Rows<float>(allies, count);
        Links = new LinkDraws(inputs, count);
    }

    /// <summary>Index of the first draw.</summary>
    public int First { get; }

    /// <summary>Number of draws.</summary>
    public int Count { get; }

    /// <summary>Index of the view drawn.</summary>
    public int[] View { get; }

    /// <summary>Assumptions, one array each.</summary>
    public double[][] Values { get; }

    /// <summary>Trade outcomes.</summary>
    public TradeOutcome[] Trade { get; }

    /// <summary>Gas outcomes; those of a block, repeated.</summary>
    public GasChannelOutcome[] Gas { get; }

    /// <summary>Probability of a split under each view, every draw.</summary>
    public double[][] ByView { get; }

    /// <summary>Net worth of changing sides under each view.</summary>
    public double[][] NetByView { get; }

    /// <summary>Balance under the view drawn.</summary>
    public TargetBalance[] Balance { get; }

    /// <summary>Grades under the view drawn.</summary>
    public GradeProbabilities[] With { get; }

    /// <summary>The same draw without the moves.</summary>
    public GradeProbabilities[] Without { get; }

    /// <summary>Probability that the allies obstruct, under the view drawn.</summary>
    public double[] Obstructed { get; }

    /// <summary>Worth of the divider's promise as a share of a permanent one.</summary>
    public double[] PromiseRelief { get; }

    /// <summary>Income change of the divider from the moves.</summary>
    public double[] DividerIncome { get; }

    /// <summary>Income change of the partner from the moves.</summary>
    public double[] PartnerIncome { get; }

    /// <summary>Probability of each response without moves, ally by ally in the order of <see cref="AllyResponse"/>.</summary>
    public float[][] Before { get; }

    /// <summary>The same with moves.</summary>
    public float[][] After { get; }

    /// <summary>Chance of each ally of being defended, without moves.</summary>
    public float[][] DefendedBefore { get; }

    /// <summary>The same with moves.</summary>
    public float[][] DefendedAfter { get; }

    /// <summary>Income change of each ally from the moves.</summary>
    public float[][] AllyIncome { get; }

    /// <summary>Gas by supplier and market, hazards of disputes, camps.</summary>
    public LinkDraws Links { get; }

    /// <summary>Probability of a split under the view drawn.</summary>
    public double Split(int i) => With[i].Split;

    /// <summary>Probability that an ally does anything but rely on the divider, without the moves.</summary>
    public double DriftBefore(int ally, int i) => 1.0 - Before[ally * Responses][i];

    /// <summary>The same with the moves.</summary>
    public double DriftAfter(int ally, int i) => 1.0 - After[ally * Responses][i];

    /// <summary>What the moves add to the probability that an ally arms by itself.</summary>
    public double ArmChange(int ally, int i) => Change(ally, AllyResponse.Arm, i);

    /// <summary>What the moves add to the probability that an ally accommodates the rival, alone or while it goes nuclear.</summary>
    public double TurnChange(int ally, int i) => Change(ally, AllyResponse.Accommodate, i) + Change(ally, AllyResponse.Both, i);

    private double Change(int ally, AllyResponse response, int i)
    {
        var row = (ally * Responses) + (int)response;
        return (double)After[row][i] - Before[row][i];
    }

    /// <summary>Runs all draws of the options.</summary>
    public static Ensemble Run(AssessmentInputs inputs, AssessmentOptions options, IProgress<int>? progress, CancellationToken cancellation)
    {
        var ensemble = new Ensemble(inputs, 0, options.Draws);
        var sampler = new AssumptionSampler(inputs, options);
        var gas = GasTable.Solve(inputs, sampler, 0, options.Draws, options.Threads, cancellation);
        ensemble.Fill(inputs, options, sampler, gas, (0, options.Draws), progress, cancellation);
        return ensemble;
    }

    /// <summary>Runs a range of places. Draw i depends on the seed and i alone; threads only share the work.</summary>
    /// <param name="inputs">What was measured.</param>
    /// <param name="options">Seed and threads.</param>
    /// <param name="sampler">Draws the assumptions.</param>
    /// <param name="gas">The gas market, solved for all of them.</param>
    /// <param name="places">First place, from 0, and the place after the last.</param>
    /// <param name="progress">Told the number of places done.</param>
    /// <param name="cancellation">Stops the run.</param>
    public void Fill(
        AssessmentInputs inputs, AssessmentOptions options, AssumptionSampler sampler, GasTable gas, (int From, int To) places, IProgress<int>? progress, CancellationToken cancellation)
    {
        var model = new StrategyModel(inputs, options.Seed);
        var (from, done) = (places.From, places.From);
        ParallelDraws.Run(places.To - from, options.Threads, model.NewMemory, (k, memory) =>
        {
            var place = from + k;
            var view = sampler.Draw(First + place, memory.Values);
            model.Evaluate(memory.Values, First + place, gas, First + place, memory);
            Keep(inputs, model, place, view, memory);
            Links.Keep(inputs, options.Seed, First + place, place, view, gas, memory);
            var count = Interlocked.Increment(ref done);
            if ((count & 1023) == 0) progress?.Report(count);
        }, cancellation);
    }

    private void Keep(AssessmentInputs inputs, StrategyModel model, int place, int view, StrategyModel.Memory memory)
    {
        for (var k = 0; k < Values.Length; k++) Values[k][place] = memory.Values[k];
        View[place] = view;
        Trade[place] = memory.Trade;
        Gas[place] = memory.Gas;
        for (var v = 0; v < ByView.Length; v++) (ByView[v][place], NetByView[v][place]) = (memory.With[v].Target.Split, memory.With[v].Net);
        Balance[place] = memory.BalanceWith[view];
        With[place] = memory.With[view].Target;
        Without[place] = memory.Without[view].Target;
        Obstructed[place] = memory.With[view].Obstructed;
        var assumptions = new DrawnAssumptions(memory.Values);
        PromiseRelief[place] = PromiseShares.Of(
            assumptions[AssumptionIndex.DiscountFactor], assumptions[AssumptionIndex.ReversalHazard], assumptions[AssumptionIndex.PartnerReversalHazard],
            assumptions[AssumptionIndex.FadeInYears]).Relief;
        DividerIncome[place] = model.Income(memory, inputs.Strategy.Divider);
        PartnerIncome[place] = model.Income(memory, inputs.Strategy.Partner);
        for (var a = 0; a < AllyIncome.Length; a++)
        {
            for (var r = 0; r < Responses; r++)
            {
                Before[(a * Responses) + r][place] = (float)memory.Before[a][(AllyResponse)r];
                After[(a * Responses) + r][place] = (float)memory.After[a][(AllyResponse)r];
            }

            DefendedBefore[a][place] = (float)memory.Before[a].Defended;
            DefendedAfter[a][place] = (float)memory.After[a].Defended;
            AllyIncome[a][place] = (float)memory.AllyIncome[a];
        }
    }

    private static T[][] Rows<T>(int rows, int columns)
    {
        var result = new T[rows][];
        for (var i = 0; i < rows; i++) result[i] = new T[columns];
        return result;
    }
}
