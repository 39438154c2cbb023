using System.Collections.Immutable;
using Entente.Models.Energy;
using Entente.Models.Strategy.Draws;
using Entente.World.Figures;
using Entente.World;

namespace Entente.Models.Strategy;

/// <summary>Who gains and who pays, in money a year once phased in. Lines whose channel is silent are left out, and the caveats say why.</summary>
internal static class CostTable
{
    public static ImmutableArray<CostLine> Build(WorldEdition world, AssessmentInputs inputs, Ensemble ensemble, (string Divider, string Target, string Partner) names)
    {
        var strategy = inputs.Strategy;
        var lines = ImmutableArray.CreateBuilder<CostLine>();
        double Gdp(int id) => world.LatestIndicator("gdp_current_usd", id, strategy.Start)?.Value / 1e9 ?? double.NaN;
        if (inputs.Trade is { HasMoves: true } trade)
        {
            ImmutableArray<string> sources = trade.Baseline.Sources;
            void Trade(string who, int id, double[] income)
            {
                var share = Spreads.Of(income);
                lines.Add(new CostLine(who, "real income through trade", "trade", share.Times(Gdp(id)), share.Mean, Basis.Modelled, sources));
            }

            Trade(names.Target, strategy.Target, [.. ensemble.Trade.Select(t => t.Reward)]);
            Trade(names.Divider, strategy.Divider, ensemble.DividerIncome);
            Trade(names.Partner, strategy.Partner, ensemble.PartnerIncome);
            if (inputs.Allies.Any(ally => ally.Economy >= 0)) lines.Add(AlliesTrade(inputs, ensemble, names, Gdp, sources));
        }

        if (inputs.Gas is not null) AddGas(lines, ensemble, names, Gdp, strategy);
        if (!inputs.Allies.IsEmpty && !strategy.Moves.IsEmpty)
        {
            if (Rearmament(world, inputs, ensemble, names, Gdp) is { } rearmament) lines.Add(rearmament);
            if (TradeAtStake(world, inputs, ensemble, names, Gdp) is { } stake) lines.Add(stake);
        }

        return lines.ToImmutable();
    }

    private static CostLine AlliesTrade(
        AssessmentInputs inputs, Ensemble ensemble, (string Divider, string Target, string Partner) names, Func<int, double> gdp, ImmutableArray<string> sources)
    {
        var (sum, total) = Weighted(inputs, ensemble, (ally, a, i) => ally.Economy < 0 ? 0 : ensemble.AllyIncome[a][i] * gdp(ally.StateId), ally => ally.Economy < 0 ? 0 : gdp(ally.StateId));
        return new CostLine($"Allies of {names.Divider}", "real income through trade", "trade", sum, sum.Mean / total, Basis.Modelled, sources);
    }

    private static void AddGas(ImmutableArray<CostLine>.Builder lines, Ensemble ensemble, (string Divider, string Target, string Partner) names, Func<int, double> gdp, WedgeStrategy strategy)
    {
        void Line(string who, string what, Func<GasChannelOutcome, double> part, double income)
        {
            var spread = Spreads.Of(ensemble.Gas, part);
            lines.Add(new CostLine(who, what, "gas", spread, income > 0 ? spread.Mean / income : double.NaN, Basis.Modelled, GasChannel.Sources));
        }

        Line($"Gas exporters of {names.Divider}", "other prices for their cargoes", g => g.Price, gdp(strategy.Divider));
        Line($"Gas exporters of {names.Divider}", "cargoes sold or lost", g => g.Volume, gdp(strategy.Divider));
        Line($"Gas exporters of {names.Target}", "sales by pipeline and ship", g => g.TargetGain, gdp(strategy.Target));
        Line("Gas buyers in Europe", "lower price on imports", g => g.BuyersGain, double.NaN);
    }

    /// <summary>An ally that arms by itself arms up to the divider's military burden (judgement): extra probability × the gap in burdens × its GDP.</summary>
    private static CostLine? Rearmament(
        WorldEdition world, AssessmentInputs inputs, Ensemble ensemble, (string Divider, string Target, string Partner) names, Func<int, double> gdp)
    {
        var year = inputs.Strategy.Start;
        if (world.LatestIndicator("military_burden", inputs.Strategy.Divider, year) is not { } own) return null;
        var gaps = inputs.Allies.ToDictionary(
            ally => ally.StateId, ally => world.LatestIndicator("military_burden", ally.StateId, year) is { } burden ? Math.Max(0, own.Value - burden.Value) * gdp(ally.StateId) : 0);
        var (sum, total) = Weighted(
            inputs, ensemble, (ally, a, i) => -ensemble.ArmChange(a, i) * (double.IsNaN(gaps[ally.StateId]) ? 0 : gaps[ally.StateId]), ally => gdp(ally.StateId));
        return new CostLine(
            $"Allies of {names.Divider}", $"arming up to {names.Divider}'s military burden where they arm", "allies", sum, sum.Mean / total, Basis.Judgement, ["sipri-milex", "worldbank-gdp"]);
    }

    private static CostLine? TradeAtStake(
        WorldEdition world, AssessmentInputs inputs, Ensemble ensemble, (string Divider, string Target, string Partner) names, Func<int, double> gdp)
    {
        if (inputs.Trade is not { } channel) return null;
        var trade = world.Trade(channel.Baseline.Year);
        var divider = inputs.Strategy.Divider;
        var (sum, _) = Weighted(
            inputs, ensemble,
            (ally, a, i) => -ensemble.TurnChange(a, i) * (trade.Filled(divider, ally.StateId) + trade.Filled(ally.StateId, divider)) / 1e6, _ => 0);
        return new CostLine(
            names.Divider, "goods trade with allies at stake where they accommodate its rivals", "allies", sum, sum.Mean / gdp(divider), Basis.Judgement, trade.Sources);
    }

    private static (Spread Sum, double Total) Weighted(
        AssessmentInputs inputs, Ensemble ensemble, Func<Security.Hedging.AllyPosition, int, int, double> part, Func<Security.Hedging.AllyPosition, double> weight)
    {
        var sums = new double[ensemble.Count];
        for (var a = 0; a < inputs.Allies.Length; a++)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                var value = part(inputs.Allies[a], a, i);

                // An ally whose threat or economy cannot be measured adds nothing; a draw whose equilibrium failed stays failed.
                if (!double.IsNaN(value) || double.IsNaN(ensemble.Trade[i].Reward)) sums[i] += value;
            }
        }

        return (Spreads.Of(sums), inputs.Allies.Select(weight).Where(double.IsFinite).Sum());
    }
}
