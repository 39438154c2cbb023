using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Game;
using Entente.Numerics.Discovery;
using Entente.Numerics.Distributions;

namespace Entente.Models.Strategy.Discovery;

/// <summary>
/// What would have to be true: boxes of inputs in which the target is split from its partner far more often than elsewhere, by the patient rule induction method (Friedman and Fisher 1999; Bryant and
/// Lempert 2010) on the draws, said as sentences. The noise of decisions is left out of the search: it is no fact about the world that could come true. A regression tree checks the box.
/// </summary>
internal sealed class ConditionFinder
{
    // Draws searched at most; half samples; what a box keeps of the futures; restrictions that a sentence can carry.
    private const int MostDraws = 50_000;
    private const int HalfSamples = 10;
    private const double LeastMass = .02;
    private const double LeastCoverage = .08;
    private const int MostRestrictions = 4;
    private static readonly PrimOptions Options = new() { MinimalMass = LeastMass };

    private readonly AssessmentInputs _inputs;
    private readonly Ensemble _ensemble;
    private readonly (string Divider, string Target, string Partner) _names;
    private readonly ImmutableArray<string> _columns;
    private readonly DiscoveryTable _table;
    private readonly int _threads;

    private ConditionFinder(AssessmentInputs inputs, Ensemble ensemble, (string Divider, string Target, string Partner) names, int threads)
    {
        (_inputs, _ensemble, _names, _threads) = (inputs, ensemble, names, threads);
        var searched = Enumerable.Range(0, inputs.Assumptions.Length).Where(k => IsSearched(inputs, k)).ToArray();
        _columns = [.. searched.Select(k => inputs.Assumptions[k].Name), Influence.RivalView];
        var n = Math.Min(ensemble.Count, MostDraws);
        double[][] columns = [.. searched.Select(k => ensemble.Values[k][..n]), Array.ConvertAll(ensemble.View[..n], view => (double)view)];
        var outcomes = new double[n];
        for (var i = 0; i < n; i++) outcomes[i] = ensemble.Split(i);
        var categorical = new bool[columns.Length];
        categorical[^1] = true;
        _table = DiscoveryTable.Of(columns, outcomes, categorical, threads);
    }

    /// <summary>Finds the conditions.</summary>
    public static (ImmutableArray<Condition> Conditions, DiscoverySummary? Summary) Find(
        AssessmentInputs inputs, Ensemble ensemble, (string Divider, string Target, string Partner) names, int threads)
    {
        var finder = new ConditionFinder(inputs, ensemble, names, threads);
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        conditions.Add(finder.Odds());
        if (finder._table.Points < 100 || !(finder._table.Interest > 0)) return (conditions.ToImmutable(), null);
        var trajectory = Prim.Find(finder._table, Options);
        var boxes = finder.Boxes(trajectory);
        conditions.AddRange(boxes);
        if (finder.BreakEven() is { } even) conditions.Add(even);
        return (conditions.ToImmutable(), finder.Summary(trajectory));
    }

    // The noise of decisions is no fact about the world, and what nothing reads could only be found by chance.
    private static bool IsSearched(AssessmentInputs inputs, int k) =>
        (AssumptionIndex)k != AssumptionIndex.DecisionNoise && inputs.Assumptions[k].Distribution is not PointMass && inputs.Reads((AssumptionIndex)k);

    private Condition Odds()
    {
        var (likely, sum, valid) = (0, 0.0, 0);
        for (var i = 0; i < _ensemble.Count; i++)
        {
            var split = _ensemble.Split(i);
            if (double.IsNaN(split)) continue;
            valid++;
            if (split <= .5) continue;
            likely++;
            sum += split;
        }

        var share = valid == 0 ? double.NaN : (double)likely / valid;
        return new Condition(
            string.Create(CultureInfo.InvariantCulture, $"A split of {_names.Target} from {_names.Partner} is more likely than not in {Share(share)} of all futures."), likely == 0 ? double.NaN : sum / likely, share);
    }

    /// <summary>The box of the best trade-off and, where it says something else, the densest that keeps some coverage.</summary>
    private IEnumerable<Condition> Boxes(PrimTrajectory trajectory)
    {
        var knee = Chosen(trajectory, Broad);
        if (knee.Box.Restrictions.IsEmpty) yield break;
        yield return Sentence(knee, Broad);
        var dense = Chosen(trajectory, Dense);
        if (dense.Box.Restrictions.IsEmpty || dense.Density < 1.15 * knee.Density) yield break;
        yield return Sentence(dense, Dense);
    }

    private static AssessedBox Broad(PrimTrajectory trajectory) => Few(trajectory, trajectory.Knee());

    private static AssessedBox Dense(PrimTrajectory trajectory) => Few(trajectory, trajectory.HighestDensity(LeastCoverage));

    private static AssessedBox Chosen(PrimTrajectory trajectory, Func<PrimTrajectory, AssessedBox> rule) => rule(trajectory);

    /// <summary>Drops what may be chance, then the restrictions that raise the density least, until a sentence can carry the rest.</summary>
    private static AssessedBox Few(PrimTrajectory trajectory, AssessedBox box)
    {
        box = trajectory.DropWeak(box.Box);
        while (box.Box.Restrictions.Length > MostRestrictions)
        {
            var current = box;
            box = current.Box.Restrictions.Select(dropped => trajectory.Assess(new InputBox(current.Box.Restrictions.Remove(dropped)))).MaxBy(without => without.Density)!;
        }

        return box;
    }

    private Condition Sentence(AssessedBox box, Func<PrimTrajectory, AssessedBox> rule)
    {
        var stability = PrimStability.Of(_table, HalfSamples, rule, Options, 1, _threads);
        var bounds = box.Box.Restrictions.Select((restriction, r) => Bound(restriction, box.QuasiP[r], stability.Inputs[restriction.Input].Restricted)).OrderBy(bound => bound.Name == Influence.RivalView ? 1 : 0).ToImmutableArray();
        var clauses = string.Join(" and ", bounds.Select(bound => bound.Text));
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"It works in {Share(box.Density)} of the futures in which {clauses}; such futures are {Share(box.Mass)} of all, and hold {Share(box.Coverage)} of all splits.");
        return new Condition(text, box.Density, box.Mass) { Coverage = box.Coverage, OutOfSample = stability.Density.Mean, Bounds = bounds };
    }

    private ConditionBound Bound(InputRestriction restriction, double quasiP, double stability)
    {
        var name = _columns[restriction.Input];
        if (name != Influence.RivalView) return new ConditionBound(name, restriction.Lower, restriction.Upper, [], quasiP, stability, AssumptionPhrases.Clause(name, restriction.Lower, restriction.Upper, _names));
        ImmutableArray<string> views = [.. restriction.Levels.Select(level => ViewDefinition.All[(int)level].Name)];
        var listed = views.Length == 1 ? $"the view \"{views[0]}\" is right" : $"one of the views {string.Join(", ", views.Select(view => $"\"{view}\""))} is right";
        return new ConditionBound(name, double.NegativeInfinity, double.PositiveInfinity, views, quasiP, stability, listed);
    }

    /// <summary>By what factor the offer would have to grow for the balance to be even, draw by draw.</summary>
    private Condition? BreakEven()
    {
        if (_inputs.Strategy.Moves.IsEmpty) return null;
        var factors = new List<double>(_ensemble.Count);
        for (var i = 0; i < _ensemble.Count; i++)
        {
            if (double.IsNaN(_ensemble.Split(i))) continue;
            var balance = _ensemble.Balance[i];
            var offered = balance.Offered;
            factors.Add(offered <= 0 ? double.PositiveInfinity : (offered - balance.Net) / offered);
        }

        factors.Sort();
        var median = factors[factors.Count / 2];
        var enough = (double)factors.Count(factor => factor <= 1) / factors.Count;
        var text = double.IsInfinity(median)
            ? $"In half of the futures the offer is worth nothing to {_names.Target}: no multiple of it would be enough."
            : string.Create(CultureInfo.InvariantCulture, $"For an even balance the worth of the offer would have to be {median:0.0} times what it is (median future); it is enough in {Share(enough)} of futures.");
        return new Condition(text, double.NaN, enough);
    }

    private DiscoverySummary Summary(PrimTrajectory trajectory)
    {
        var tree = RegressionTree.Grow(_table).PruneByFolds();
        var leaf = tree.Leaves[0];
        return new DiscoverySummary(
            _table.Points, _columns, [.. trajectory.Boxes.Select(box => new PeelStep(box.Coverage, box.Density, box.Mass, box.Box.Restrictions.Length))], leaf.Density, leaf.Mass,
            [.. leaf.Box.Restrictions.Select(restriction => _columns[restriction.Input])]);
    }

    private static string Share(double share) => share switch
    {
        double.NaN => "an unknown share",
        0 => "none",
        < .001 => "less than 0.1 %",
        < .0995 => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %"),
    };
}
