using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy.Draws;

namespace Entente.Models.Strategy;

/// <summary>
/// What would have to be true: the regions of the assumptions in which the answer turns. A first cut with the one and two strongest assumptions;
/// scenario discovery proper replaces it.
/// </summary>
internal static class ConditionList
{
    public static ImmutableArray<Condition> Build(
        AssessmentInputs inputs, Ensemble ensemble, ImmutableArray<Influence> influences, (string Divider, string Target, string Partner) names)
    {
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        var valid = Enumerable.Range(0, ensemble.Count).Where(i => !double.IsNaN(ensemble.Split(i))).ToArray();
        var likely = valid.Where(i => ensemble.Split(i) > .5).ToArray();
        conditions.Add(new Condition(
            string.Create(CultureInfo.InvariantCulture, $"{names.Target} would more likely than not realign in {100.0 * likely.Length / valid.Length:0} % of all draws."),
            Mean(ensemble, likely), (double)likely.Length / valid.Length));

        var strongest = influences.Where(influence => influence.Name is not (InfluenceTable.ViewName or "decision_noise")).Take(2).ToArray();
        var holding = new List<(string Text, Func<int, bool> Holds)>();
        foreach (var influence in strongest)
        {
            var k = Index(inputs, influence.Name);
            var values = valid.Select(i => ensemble.Values[k][i]).Order().ToArray();
            var up = influence.RankCorrelation > 0;
            var bound = up ? values[(int)(.8 * (values.Length - 1))] : values[(int)(.2 * (values.Length - 1))];
            var text = string.Create(CultureInfo.InvariantCulture, $"{influence.Name} is {(up ? "above" : "below")} {bound:0.###} ({AssumptionCatalog.All[k].Description})");
            bool Holds(int i) => up ? ensemble.Values[k][i] >= bound : ensemble.Values[k][i] <= bound;
            holding.Add((text, Holds));
            Add(conditions, ensemble, valid, $"If {text}.", Holds);
        }

        if (holding.Count == 2) Add(conditions, ensemble, valid, $"If both hold: {strongest[0].Name} and {strongest[1].Name}.", i => holding[0].Holds(i) && holding[1].Holds(i));
        AddBreakEven(conditions, inputs, ensemble, valid, names);
        return conditions.ToImmutable();
    }

    /// <summary>By what factor the reward would have to grow for the balance to be even, draw by draw.</summary>
    private static void AddBreakEven(
        ImmutableArray<Condition>.Builder conditions, AssessmentInputs inputs, Ensemble ensemble, int[] valid, (string Divider, string Target, string Partner) names)
    {
        if (inputs.Strategy.Moves.IsEmpty) return;
        var factors = valid.Select(i => ensemble.Balance[i]).Select(balance =>
        {
            var offered = balance.Offered;
            return offered <= 0 ? double.PositiveInfinity : (offered - balance.Net) / offered;
        }).Order().ToArray();
        var median = factors[factors.Length / 2];
        var enough = factors.Count(factor => factor <= 1);
        var text = double.IsInfinity(median)
            ? $"In half of the draws the offer is worth nothing to {names.Target}: no multiple of it would be enough."
            : string.Create(CultureInfo.InvariantCulture, $"For an even balance the worth of the offer would have to be {median:0.0} times what it is (median draw); the offer is enough in {100.0 * enough / factors.Length:0} % of draws.");
        conditions.Add(new Condition(text, double.NaN, (double)enough / factors.Length));
    }

    private static void Add(ImmutableArray<Condition>.Builder conditions, Ensemble ensemble, int[] valid, string text, Func<int, bool> holds)
    {
        var inside = valid.Where(holds).ToArray();
        if (inside.Length > 0) conditions.Add(new Condition(text, Mean(ensemble, inside), (double)inside.Length / valid.Length));
    }

    private static int Index(AssessmentInputs inputs, string name)
    {
        for (var k = 0; k < inputs.Assumptions.Length; k++)
        {
            if (inputs.Assumptions[k].Name == name) return k;
        }

        throw new KeyNotFoundException($"No assumption '{name}'.");
    }

    private static double Mean(Ensemble ensemble, int[] at)
    {
        var sum = 0.0;
        foreach (var i in at) sum += ensemble.Split(i);
        return at.Length == 0 ? double.NaN : sum / at.Length;
    }
}
