using System.Collections.Immutable;
using Entente.Numerics.Equilibrium;
using Entente.World;
using Entente.World.Trade;

namespace Entente.Models.Trade.WhatIf.Validation;

/// <summary>
/// From a baseline before the sanctions of 2022 the model imposes them as others estimated them, and is held against the trade of 2023: the shares of partners in
/// Russia's exports and imports, over the pairs that 2023 holds. Three benchmarks: shares stay as they were; each
/// partner's share grows with its trade with everyone else; sanctioned pairs are halved and the rest rises in proportion.
/// </summary>
public static class ReshufflingModel
{
    private const int After = 2023;
    private const double Theta = 4;
    private const int MostMovers = 6;

    /// <summary>Runs the validation.</summary>
    /// <param name="world">The world.</param>
    /// <param name="from">Year of the baseline, 2015 to 2021.</param>
    /// <exception cref="InvalidInputException">No trade is held for the year, or it does not lie between the sanctions of 2014 and those of 2022.</exception>
    /// <exception cref="NoAnswerException">2023 is not held.</exception>
    public static ReshufflingValidation Run(WorldEdition world, int from)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (from is < 2015 or > 2021 || !world.TradeYears.Contains(from))
        {
            throw new InvalidInputException($"The validation starts from a year of trade between the sanctions of 2014 and those of 2022, not from {from}; held are {string.Join(", ", world.TradeYears.Where(year => year is >= 2015 and <= 2021))}.");
        }

        if (!world.TradeYears.Contains(After)) throw new NoAnswerException($"Trade of {After} is not held, so there is nothing to compare with; import it with 'entente data import'.");
        var russia = world.States.Resolve("RUS", from).Id;
        var coalition = (world.Blocs.Find("Sanctions2022") ?? throw new NoAnswerException("The bloc Sanctions2022 is not held, so nobody can impose sanctions.")).MembersIn(After);
        var (before, after) = (world.Trade(from), world.Trade(After));
        var baseline = EstimatedBaseline.Build(world, from, before.Economies, russia, (_, _, last) => last);
        var estimates = PublishedEstimates.All(world, russia, coalition);
        var model = new ExactHatModel(baseline.Flows, baseline.Count);
        var flows = estimates.Select(estimate => Solve(model, baseline, russia, coalition, estimate)).ToList();
        var exports = Compare(world, baseline, before, after, russia, coalition, estimates, flows, exports: true);
        var imports = Compare(world, baseline, before, after, russia, coalition, estimates, flows, exports: false);
        return new ReshufflingValidation(
            from, After, baseline.Count, Theta, estimates, exports, imports, ReshufflingFindings.Of(exports, imports),
            [.. baseline.Sources.Concat(after.Sources).Distinct().Select(key => world.Catalog[key])]);
    }

    private static double[] Solve(ExactHatModel model, TradeBaseline baseline, int russia, ImmutableArray<int> coalition, PublishedSanctions estimate)
    {
        var n = baseline.Count;
        var friction = new double[n * n];
        Array.Fill(friction, 1);
        var home = baseline.IndexOf(russia);
        foreach (var member in coalition)
        {
            if (!baseline.Holds(member)) continue;
            var place = baseline.IndexOf(member);
            friction[(home * n) + place] = Math.Exp(estimate.Exports);
            friction[(place * n) + home] = Math.Exp(estimate.Imports);
        }

        var solution = model.Solve(friction, Theta, DeficitRule.Multiplicative);
        if (solution.Status != ExactHatStatus.Converged) throw new NoAnswerException($"No equilibrium was found under {estimate.Name}; the validation cannot be made.");
        var flows = new double[n * n];
        solution.Flows(flows);
        return flows;
    }

    private static FlowForecast Compare(
        WorldEdition world, TradeBaseline baseline, TradeMatrix before, TradeMatrix after, int russia, ImmutableArray<int> coalition,
        ImmutableArray<PublishedSanctions> estimates, List<double[]> flows, bool exports)
    {
        double Flow(TradeMatrix trade, int partner) => exports ? trade.Value(russia, partner) : trade.Value(partner, russia);
        var home = baseline.IndexOf(russia);
        var single = baseline.Economies.Where(economy => economy.Members.Length == 1 && economy.Members[0] != russia).Select(economy => economy.Members[0]).Where(id => Flow(before, id) > 0).ToList();
        var held = single.Where(id => after.Has(id) && !double.IsNaN(Flow(after, id))).ToArray();
        var missing = single.Except(held).OrderByDescending(id => Flow(before, id)).ToList();
        var then = ForecastScoring.Shares([.. held.Select(id => Flow(before, id))]);
        var observed = ForecastScoring.Shares([.. held.Select(id => Flow(after, id))]);
        var growth = held.Select(id => Growth(before, after, id, russia, exports)).ToArray();
        var scores = ImmutableArray.CreateBuilder<ForecastScore>();
        var predictions = new List<double[]>();

        void Score(string key, string name, double[] amounts)
        {
            var shares = ForecastScoring.Shares(amounts);
            predictions.Add(shares);
            scores.Add(ForecastScoring.Of(key, name, then, observed, shares));
        }

        Score("no-change", "no change", then);
        Score("growth", "growth of each partner's other trade", [.. then.Select((share, i) => share * growth[i])]);
        if (estimates.FirstOrDefault(estimate => estimate.Key == "halved") is { } halved)
        {
            var factor = Math.Exp(exports ? halved.Exports : halved.Imports);
            Score("proportional", "halved, the rest in proportion", [.. then.Select((share, i) => coalition.Contains(held[i]) ? share * factor : share)]);
        }

        for (var k = 0; k < estimates.Length; k++)
        {
            var predicted = held.Select(id => flows[k][exports ? (home * baseline.Count) + baseline.IndexOf(id) : (baseline.IndexOf(id) * baseline.Count) + home]).ToArray();
            Score(estimates[k].Key, estimates[k].Name, predicted);
            Score($"{estimates[k].Key}+growth", $"{estimates[k].Name}, and growth", [.. predicted.Select((amount, i) => amount * growth[i])]);
        }

        var order = Enumerable.Range(0, held.Length).OrderByDescending(i => observed[i] - then[i]).ToList();
        var movers = order.Take(MostMovers).Concat(order.TakeLast(MostMovers)).Distinct()
            .Select(i => new PartnerForecast(world.States[held[i]].Name, then[i], observed[i], [.. predictions.Select(shares => shares[i])], coalition.Contains(held[i])));
        var all = single.Sum(id => Flow(before, id));
        return new FlowForecast(
            exports ? "exports" : "imports", held.Length, missing.Count, missing.Sum(id => Flow(before, id)) / all, [.. missing.Take(6).Select(id => world.States[id].Name)],
            scores.ToImmutable(), [.. movers]);
    }

    /// <summary>Growth of a partner's trade on the side of the flow with everyone but Russia, over the pairs that both years hold.</summary>
    private static double Growth(TradeMatrix before, TradeMatrix after, int partner, int russia, bool exports)
    {
        var (then, now) = (0.0, 0.0);
        foreach (var other in before.Economies)
        {
            if (other == partner || other == russia || !after.Has(other)) continue;
            var (first, second) = exports ? (before.Value(other, partner), after.Value(other, partner)) : (before.Value(partner, other), after.Value(partner, other));
            if (double.IsNaN(first) || double.IsNaN(second)) continue;
            then += first;
            now += second;
        }

        return then > 0 && now > 0 ? now / then : 1;
    }
}
