using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Security.Hedging;
using Entente.Models.Strategy.Bill;
using Entente.Models.Strategy.Discovery;
using Entente.Models.Strategy.Evidence;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Game;
using Entente.Models.Strategy.Questions;
using Entente.Models.Strategy.Runs;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Strategy;

/// <summary>The main job: would a strategy work, what would it cost, who would drift away, what would have to be true.</summary>
public static class StrategyAssessment
{
    /// <summary>What a coarse assessment says of itself.</summary>
    internal const string CoarseCaveat = "This is a coarse assessment: the influence of each assumption, the conditions of success and the charts of votes and trade are left out, not empty; the whole assessment has them.";

    /// <summary>Assesses a strategy on a world.</summary>
    /// <param name="world">The world.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="options">Draws, seed, threads; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told the number of draws done, now and then, from any thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The assessment; the same world, strategy, draws and seed give the same result to the last bit on any number of threads.</returns>
    /// <exception cref="InvalidInputException">Fewer than 100 draws, no threads, or a party that does not resolve.</exception>
    /// <exception cref="NoAnswerException">Every draw failed.</exception>
    public static Assessment Assess(
        WorldEdition world, WedgeStrategy strategy, AssessmentOptions? options = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(strategy);
        options ??= new AssessmentOptions();
        options.Check();
        var inputs = AssessmentInputs.Whole(world, strategy, options);
        cancellation.ThrowIfCancellationRequested();
        return Assemble(world, inputs, Ensemble.Run(inputs, options, progress, cancellation), options);
    }

    /// <summary>Assesses the strategy of a run from the draws that its folder holds.</summary>
    /// <param name="run">The run; where it is unfinished the assessment rests on the draws that are there, and says so.</param>
    /// <param name="threads">Threads, at least 1.</param>
    /// <returns>The assessment; that of a whole run is the one that <see cref="Assess(WorldEdition, WedgeStrategy, AssessmentOptions?, IProgress{int}?, CancellationToken)"/> gives for its strategy, draws and seed, to the last bit.</returns>
    /// <exception cref="InvalidInputException">A file of draws is damaged.</exception>
    /// <exception cref="NoAnswerException">Fewer than 100 draws are there, or every draw failed.</exception>
    public static Assessment Assess(AssessmentRun run, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        var plan = run.Manifest.Plan;
        if (run.Done < 100) throw new NoAnswerException(string.Create(CultureInfo.InvariantCulture, $"The run in {run.Folder} has {run.Done} of {plan.Draws:N0} draws, too few for an answer; 'entente assess --run {run.Folder}' computes the rest."));
        var inputs = run.Inputs;
        if (!run.IsWhole) inputs = inputs with { Caveats = inputs.Caveats.Add(string.Create(CultureInfo.InvariantCulture, $"The run is unfinished: {run.Done:N0} of {plan.Draws:N0} draws are there, and all figures rest on them.")) };
        return Assemble(run.World, inputs, run.Load(), plan.Options(threads ?? Environment.ProcessorCount) with { Draws = run.Done });
    }

    private static Assessment Assemble(WorldEdition world, AssessmentInputs inputs, Ensemble ensemble, AssessmentOptions options)
    {
        var failed = Enumerable.Range(0, ensemble.Count).Count(i => double.IsNaN(ensemble.Split(i)));
        if (failed == options.Draws) throw new NoAnswerException("Every draw failed: the equilibrium was not found once; look at the assumptions of the trade channel.");
        var strategy = inputs.Strategy;
        var names = (world.States[strategy.Divider].Name, world.States[strategy.Target].Name, world.States[strategy.Partner].Name);
        var splits = Spreads.Of(ensemble.With, grades => grades.Split);
        var without = Spreads.Of(ensemble.Without, grades => grades.Split);
        var effect = Effect(ensemble);

        // The sensitivity needs only the draws, the tables only the world: with a second thread the two go side by side. Neither sees the other, so the result is the same.
        var whole = !options.Coarse;
        var sensitivity = whole && options.Threads > 1 ? Task.Run(() => InfluenceTable.Build(inputs, ensemble)) : null;
        var figures = KeyFigures.Build(world, inputs, ensemble, names);
        var allies = AllyTable.Build(inputs, ensemble, options.Threads);
        var costs = CostTable.Build(world, inputs, ensemble, names);
        var bill = BillBuilder.Build(world, inputs, ensemble, allies, options.Threads);
        var charts = whole ? AssessmentChartData.Build(world, strategy, names) : [];
        var balance = BalanceTable.Build(inputs, ensemble, names);
        var influences = sensitivity?.GetAwaiter().GetResult() ?? (whole ? InfluenceTable.Build(inputs, ensemble) : []);
        var (evidence, silence) = Lines(world, inputs, ensemble, splits, failed);
        var (conditions, discovery) = whole ? ConditionFinder.Find(inputs, ensemble, names, options.Threads) : ([], null);
        var caveats = silence is null ? inputs.Caveats : inputs.Caveats.Insert(0, silence);
        if (options.Coarse) caveats = caveats.Insert(0, CoarseCaveat);
        if (failed > 0) caveats = caveats.Add(string.Create(CultureInfo.InvariantCulture, $"{failed:N0} of {options.Draws:N0} draws failed and are left out of every mean."));
        if (inputs.Trade?.Baseline.IsEstimated == true) caveats = caveats.Add($"The economic baseline is estimated: {inputs.Trade.Baseline.Method}.");
        return new Assessment
        {
            Strategy = strategy,
            Names = names,
            StateNames = world.States.All.ToImmutableDictionary(state => state.Id, state => state.Name),
            Draws = options.Draws,
            FailedDraws = failed,
            Seed = options.Seed,
            Splits = splits,
            SplitsWithoutMoves = without,
            Grades = [.. Enum.GetValues<AlignmentGrade>().Select(grade => new GradeChance(grade, Spreads.Of(ensemble.With, one => one[grade]), Spreads.Of(ensemble.Without, one => one[grade])))],
            EffectOfMoves = effect,
            Verdict = Verdict.Sentence(names, strategy, evidence, splits, without, effect),
            Views =
            [
                .. ViewDefinition.All.Select((view, v) => new RivalView(view.Key, view.Name, view.Says, Spreads.Of(ensemble.ByView[v]), Spreads.Of(ensemble.NetByView[v]))),
            ],
            KeyFigures = figures,
            Balance = balance,
            NetWorth = BalanceTable.NetWorth(ensemble),
            Costs = costs,
            Allies = allies,
            Bill = bill,
            ExpectedDrifts = AllyTable.ExpectedDrifts(ensemble),
            Influences = influences,
            Conditions = conditions,
            Discovery = discovery,
            Judgement = whole ? InfluenceTable.Judgement(influences) : null,
            Assumptions =
            [
                .. inputs.Assumptions,
                .. inputs.AllyChannel is null ? [] : ResponseJudgements.All.Select(input => new Assumption($"ally_{input.Name}", input.Distribution, input.Source, input.What)),
            ],
            Promise = inputs.Promise,
            Evidence = evidence,
            Observables = GradeObservables.Of(world, inputs, ensemble),
            SpontaneousSplit = inputs.SpontaneousSplit,
            Charts = charts,
            Caveats = caveats,
            Sources = SourceList(world, inputs, figures, costs, charts, bill, evidence, balance),
        };
    }

    /// <summary>Sources in the order of first use, so that [1] is the first number that a reader meets.</summary>
    private static ImmutableArray<World.Catalog.Source> SourceList(
        WorldEdition world, AssessmentInputs inputs, ImmutableArray<Figure> figures, ImmutableArray<CostLine> costs, ImmutableArray<ChartData> charts, StrategyBill bill, EvidenceTable? evidence,
        ImmutableArray<BalanceTerm> balance)
    {
        var keys = figures.SelectMany(figure => figure.Provenance.Sources)
            .Concat(costs.SelectMany(cost => cost.Sources))
            .Concat(Security.ThreatPerception.Sources)
            .Concat(inputs.AllyChannel is null ? [] : AllyChannel.Sources)
            .Concat(inputs.Promise?.Provenance.Sources ?? [])
            .Concat(evidence?.Lines.SelectMany(line => line.Sources) ?? [])
            .Concat(inputs.MilitaryBurdenYear > 0 ? ["sipri-milex"] : [])
            .Concat(charts.SelectMany(chart => chart.Sources))
            .Concat(bill.Sources)
            .Concat(balance.SelectMany(term => term.Sources));
        return [.. keys.Distinct().Select(key => world.Catalog[key])];
    }

    /// <summary>The lines of evidence, the game among them.</summary>
    private static (EvidenceTable? Table, string? Silence) Lines(WorldEdition world, AssessmentInputs inputs, Ensemble ensemble, Spread splits, int failed)
    {
        var n = ensemble.Count - failed;
        GradeProbabilities Mean(GradeProbabilities[] grades)
        {
            var (stay, aside, leave, change) = (0.0, 0.0, 0.0, 0.0);
            foreach (var one in grades)
            {
                if (double.IsNaN(one.Split)) continue;
                (stay, aside, leave, change) = (stay + one.NoChange, aside + one.Neutralised, leave + one.Dealigned, change + one.Realigned);
            }

            return new GradeProbabilities(stay / n, aside / n, leave / n, change / n);
        }

        var game = new GameLine(Mean(ensemble.With), Mean(ensemble.Without), new Interval(splits.Low, splits.High, .9));
        try
        {
            var options = new EvidenceOptions { AtLean = inputs.Record };
            return (EvidenceTable.Build(world, inputs.Strategy, game, Spreads.Of(ensemble.Trade, t => t.PartnerTrade).Mean, Spreads.Of(ensemble.Trade, t => t.DividerTrade).Mean, options), null);
        }
        catch (InvalidInputException reason)
        {
            // The library of cases or hypotheses is missing or wrong: the game alone answers, and the reader is told why.
            return (null, $"The lines of evidence cannot be set side by side: {reason.Message}");
        }
    }

    private static Spread Effect(Ensemble ensemble)
    {
        var difference = new double[ensemble.Count];
        for (var i = 0; i < difference.Length; i++) difference[i] = ensemble.With[i].Split - ensemble.Without[i].Split;
        return Spreads.Of(difference);
    }
}
