using Entente.Models.Energy;
using Entente.Models.Security.Hedging;
using Entente.Models.Strategy.Game;
using Entente.Models.Strategy.Links;
using Entente.Models.Trade;

namespace Entente.Models.Strategy.Draws;

/// <summary>
/// The chain of an assessment for one draw: trade equilibrium, gas market, guarantees and allies' responses, the wedge game under every view. It reads what was measured once and the values of the
/// draw, keeps nothing from one draw to the next, and allocates nothing.
/// </summary>
internal sealed class StrategyModel(AssessmentInputs inputs, ulong seed)
{
    /// <summary>Memory of one thread.</summary>
    public Memory NewMemory() => new(inputs);

    /// <summary>Evaluates a draw; the results lie in the memory until the next.</summary>
    /// <param name="values">Values of all assumptions.</param>
    /// <param name="allyDraw">The draw of the allies' own uncertain inputs.</param>
    /// <param name="gas">The gas market, solved.</param>
    /// <param name="gasDraw">Draw whose gas inputs are taken.</param>
    /// <param name="memory">The thread's memory.</param>
    public void Evaluate(ReadOnlySpan<double> values, int allyDraw, GasTable gas, int gasDraw, Memory memory)
    {
        var assumptions = new DrawnAssumptions(values);
        var joined = inputs.Gas is { EuropeMayJoin: true } ? assumptions[AssumptionIndex.OthersTakePart] : 0;
        memory.Gas = gas.At(gasDraw, joined);

        // Where the trade channel cannot be carried by data its terms are left out, and the assessment says so.
        memory.Trade = inputs.Trade is { } channel ? channel.Solve(assumptions, memory.Scratch!) : new TradeOutcome(0, 0, 0);
        memory.GasShare = inputs.Gas is null || !(inputs.TargetIncome > 0) || inputs.Gas.EuropeTakesPart ? 0 : (1 - joined) * gas.At(gasDraw, 0).TargetGain / inputs.TargetIncome;
        Allies(allyDraw, assumptions, memory);
        for (var v = 0; v < ViewDefinition.All.Length; v++)
        {
            memory.With[v] = Play(v, assumptions, memory, withMoves: true, out memory.BalanceWith[v]);
            memory.Without[v] = Play(v, assumptions, memory, withMoves: false, out memory.BalanceWithout[v]);
        }
    }

    /// <summary>The stakes of every view without the moves, all that inertia is found from: gas and allies count only where something is offered, and are left out. Whether the draw did not fail.</summary>
    /// <param name="values">Values of all assumptions.</param>
    /// <param name="memory">The thread's memory.</param>
    public bool EvaluateWithoutMoves(ReadOnlySpan<double> values, Memory memory)
    {
        var assumptions = new DrawnAssumptions(values);
        memory.Trade = inputs.Trade is { } channel ? channel.Solve(assumptions, memory.Scratch!) : new TradeOutcome(0, 0, 0);
        for (var v = 0; v < ViewDefinition.All.Length; v++)
        {
            var definition = ViewDefinition.All[v];
            var terms = TargetBalance.Terms(definition, memory.Trade, 0, inputs.Position, assumptions, withMoves: false);
            memory.StakesWithout[v] = terms.Stakes(definition, memory.Trade, default, assumptions);
        }

        return !double.IsNaN(memory.Trade.Reward);
    }

    private WedgeSolution Play(int view, in DrawnAssumptions assumptions, Memory memory, bool withMoves, out TargetBalance balance)
    {
        var definition = ViewDefinition.All[view];
        var terms = TargetBalance.Terms(definition, memory.Trade, memory.GasShare, inputs.Position, assumptions, withMoves);
        var stakes = terms.Stakes(definition, memory.Trade, memory.AllyStakes, assumptions);
        var solution = WedgeGame.Solve(stakes);
        if (!withMoves) memory.StakesWithout[view] = stakes;
        balance = terms.With(solution, stakes.Obstruction);
        return solution;
    }

    private void Allies(int draw, in DrawnAssumptions assumptions, Memory memory)
    {
        var (income, gain, loss) = (0.0, 0.0, 0.0);
        if (inputs.AllyChannel is { } channel)
        {
            channel.Draw(seed, draw, memory.Ally);
            for (var a = 0; a < inputs.Allies.Length; a++)
            {
                var ally = inputs.Allies[a];
                memory.Before[a] = channel.Evaluate(ally.Index, memory.Ally, withMoves: false);
                memory.After[a] = channel.Evaluate(ally.Index, memory.Ally, withMoves: true);
                memory.AllyIncome[a] = ally.Economy < 0 || double.IsNaN(memory.Trade.Reward) ? double.NaN : memory.Scratch!.Income[ally.Economy];
                var (gdp, burden) = (inputs.AllyIncome[a], inputs.AllyBurden[a]);
                if (double.IsNaN(gdp)) continue;
                income += gdp;
                if (!double.IsNaN(memory.AllyIncome[a])) gain += gdp * memory.AllyIncome[a];
                var fall = memory.Before[a].Defended - memory.After[a].Defended;
                if (!double.IsNaN(burden) && !double.IsNaN(fall) && !double.IsNaN(ally.Threat)) loss += gdp * burden * ally.Threat * fall;
            }
        }

        if (inputs.Gas is not null && !double.IsNaN(memory.Gas.BuyersGain)) gain += memory.Gas.BuyersGain;
        memory.AllyStakes = income > 0
            ? new AllyStakes(gain / income, Math.Max(0, assumptions[AssumptionIndex.SecurityWeight] * loss / income))
            : new AllyStakes(double.NaN, double.NaN);
    }

    /// <summary>Change of real income of an economy from the moves of the last draw; NaN where it is none of its own or the draw failed.</summary>
    public double Income(Memory memory, int stateId) =>
        double.IsNaN(memory.Trade.Reward) || inputs.Trade is not { } trade || !trade.Baseline.Holds(stateId) ? double.NaN : memory.Scratch!.Income[trade.Baseline.IndexOf(stateId)];

    /// <summary>What a thread needs, and the results of its last draw.</summary>
    internal sealed class Memory
    {
        private static readonly int Views = ViewDefinition.All.Length;

        internal Memory(AssessmentInputs inputs)
        {
            Scratch = inputs.Trade?.NewScratch();
            Links = new LinkInputs.Scratch(inputs);
            GasAccounts = new double[GasTable.Width(inputs.Gas)];
            (Before, After, AllyIncome) = (new AllyOutcome[inputs.Allies.Length], new AllyOutcome[inputs.Allies.Length], new double[inputs.Allies.Length]);
        }

        public double[] Values { get; } = new double[AssumptionCatalog.All.Length];

        public AllyDraw Ally { get; } = new();

        public TradeChannel.Scratch? Scratch { get; }

        /// <summary>For the links of a draw, which its keeper evaluates.</summary>
        public LinkInputs.Scratch Links { get; }

        public TradeOutcome Trade { get; set; }

        public GasChannelOutcome Gas { get; set; }

        /// <summary>Accounts of the gas market of a draw in which Europe joins in part.</summary>
        public double[] GasAccounts { get; }

        /// <summary>Gas sales that return to the target as a share of its income; 0 where Europe takes part, and less as far as it joins, because its trade relief holds them already.</summary>
        public double GasShare { get; set; }

        public AllyStakes AllyStakes { get; set; }

        /// <summary>Responses of each ally without the moves.</summary>
        public AllyOutcome[] Before { get; }

        /// <summary>Responses with them.</summary>
        public AllyOutcome[] After { get; }

        /// <summary>Income change of each ally from the moves.</summary>
        public double[] AllyIncome { get; }

        /// <summary>The game with the moves, by view.</summary>
        public WedgeSolution[] With { get; } = new WedgeSolution[Views];

        /// <summary>The game without them.</summary>
        public WedgeSolution[] Without { get; } = new WedgeSolution[Views];

        /// <summary>The stakes without the moves, by view.</summary>
        public WedgeStakes[] StakesWithout { get; } = new WedgeStakes[Views];

        public TargetBalance[] BalanceWith { get; } = new TargetBalance[Views];

        public TargetBalance[] BalanceWithout { get; } = new TargetBalance[Views];
    }
}
