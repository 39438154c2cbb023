using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Panel;
using Entente.Models.Strategy;
using Entente.Numerics.Distributions;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Security;
using Entente.World.States;

namespace Entente.Models.Security.Hazards;

/// <summary>
/// Hazards of disputes and war of pairs of states: a logit on all politically relevant dyad-years since 1946, shrunk towards each pair's own record by gamma-Poisson empirical Bayes, and
/// carried beyond the end of the data with widened uncertainty. Estimated once, evaluated for any pair and year. See docs/risk.md.
/// </summary>
public sealed class DisputeHazard
{
    private readonly WorldEdition _world;
    private readonly HazardSample _sample;
    private readonly CovariateReader _reader;
    private readonly Dictionary<(int A, int B), DisputeYear[]> _history;

    private readonly ConcurrentDictionary<(HazardOutcome Outcome, int Year), OwnRecords> _records = [];

    private DisputeHazard(WorldEdition world, HazardOptions options, HazardSample sample)
    {
        (_world, Options, _sample, DataEnd) = (world, options, sample, sample.Panel.Options.To);
        _reader = new CovariateReader(world);
        _history = DyadPanelBuilder.History(world, options.Coding);
        Models = [.. HazardOutcomes.All.Select(outcome => HazardModel.Estimate(sample, outcome, DataEnd))];
        NuclearWar = NuclearWarFactor();
    }

    /// <summary>Sources that hazards rest on.</summary>
    public static ImmutableArray<string> Sources { get; } =
        ["gml-mid", "cow-mid", "cow-wars", "cow-contiguity", "mindist", "cow-nmc", "vdem", "atop", "alliance-supplement", "td-rivalries", "ucdp", "archigos", "leader-supplement", "reign"];

    /// <summary>Those of <see cref="Sources"/> that this estimate read: one coding of disputes.</summary>
    public ImmutableArray<string> Read => [.. Sources.Where(key => key != (Options.Coding == "gml" ? "cow-mid" : "gml-mid"))];

    /// <summary>What the estimate rests on: the dyad-years whose covariates are all held, of those in the panel.</summary>
    /// <param name="query">What was asked of it.</param>
    public Provenance Grounds(string query)
    {
        var complete = Enumerable.Range(0, _sample.Panel.Rows).Count(_sample.IsComplete);
        return new Provenance(Read, query, new Coverage(string.Create(
            CultureInfo.InvariantCulture, $"{complete:N0} of {_sample.Panel.Rows:N0} dyad-years of politically relevant pairs to {DataEnd} with all covariates"), complete, _sample.Panel.Rows - complete, []));
    }

    /// <summary>What the forecasts of pairs rest on: the estimate, and the covariates of each pair, of which some are carried from an earlier year.</summary>
    /// <param name="forecasts">Forecasts of this estimate.</param>
    public Provenance Grounds(ImmutableArray<HazardForecast> forecasts)
    {
        string Pair(HazardForecast one) => $"{_world.States[one.A].Name} and {_world.States[one.B].Name}";
        var used = forecasts.SelectMany(one => one.Covariates.Select(covariate => (Forecast: one, Covariate: covariate))).ToList();
        var carried = used.Where(one => one.Covariate.Carried).ToList();
        ImmutableArray<string> missing =
        [
            .. carried.Select(one => string.Create(CultureInfo.InvariantCulture, $"{(forecasts.Length == 1 ? "" : $"{Pair(one.Forecast)}: ")}{DyadCovariates.Name(one.Covariate.Covariate)} after {one.Covariate.Year}")),
        ];
        var whole = Grounds(forecasts.Length == 1
            ? string.Create(CultureInfo.InvariantCulture, $"hazards of five outcomes of {Pair(forecasts[0])}, {forecasts[0].Year} and {forecasts[0].Years} years, disputes as coded by {Options.Coding}")
            : string.Create(CultureInfo.InvariantCulture, $"hazards of five outcomes of {forecasts.Length} pairs, {forecasts[0].Year} and {forecasts[0].Years} years, disputes as coded by {Options.Coding}"));
        return whole with
        {
            Coverage = new Coverage(
                string.Create(CultureInfo.InvariantCulture, $"{whole.Coverage.Statement}; {used.Count - carried.Count} of {used.Count} covariates held for their year, the others carried from the last year held"),
                used.Count - carried.Count, carried.Count, missing),
        };
    }

    /// <summary>The options.</summary>
    public HazardOptions Options { get; }

    /// <summary>Last year of dispute data.</summary>
    public int DataEnd { get; }

    /// <summary>The models, by outcome in their order.</summary>
    public ImmutableArray<HazardModel> Models { get; }

    /// <summary>
    /// The factor on the model's rate of war where both have nuclear weapons: Gamma(1 + wars, 1 + wars expected). The prior, mean 1 and 90 % from .05 to 3, says that nobody knows whether nuclear
    /// weapons on both sides pacify (Bell and Miller 2015 find no significant effect); judgement.
    /// </summary>
    public Gamma NuclearWar { get; }

    internal HazardSample Sample => _sample;

    // Five models of seventy thousand dyad-years take a second or two, and serve every pair and year; a strategy's bill asks for them too.
    private static readonly EditionMemo<HazardOptions, DisputeHazard> Known = new(3);

    /// <summary>Builds the panel and estimates all outcomes, or gives what was estimated on the edition before.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="options">Coding, half-life, draws; null for the defaults.</param>
    /// <exception cref="InvalidInputException">The coding is not known.</exception>
    public static DisputeHazard Estimate(WorldEdition world, HazardOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        options ??= new HazardOptions();
        if (options.Coding is not ("gml" or "cow")) throw new InvalidInputException($"'{options.Coding}' is not a coding of disputes; choose gml (to 2010) or cow (to 2014).");
        return Known.Get(world, options, asked =>
        {
            var last = world.DisputeYears(asked.Coding).Max(dispute => dispute.Year);
            return new DisputeHazard(world, asked, new HazardSample(world, DyadPanelBuilder.Build(world, new DyadPanelOptions { To = last, Coding = asked.Coding })));
        });
    }

    /// <summary>Evaluates the hazards of a pair.</summary>
    /// <param name="a">One state id.</param>
    /// <param name="b">The other.</param>
    /// <param name="year">The year, 1946 or later.</param>
    /// <param name="years">Length of the horizon with the year included, 1 to 50.</param>
    /// <param name="changes">What to change first; null for nothing.</param>
    /// <exception cref="InvalidInputException">Both are the same, the year is before 1946, the horizon is out of range, or a state does not exist in the year.</exception>
    /// <exception cref="NoAnswerException">A covariate is not held, and no value from before stands in for it; the sentence names it and the last year held.</exception>
    public HazardForecast Evaluate(int a, int b, int year, int years = 10, HazardChanges? changes = null)
    {
        changes ??= HazardChanges.None;
        var (first, second) = (_world.States[Math.Min(a, b)], _world.States[Math.Max(a, b)]);
        Check(first, second, year, years);
        var used = Covariates(first, second, year, changes);
        var simulation = new HazardSimulation(this, first, second, year, years, changes);
        var draws = simulation.Run(used.Select(covariate => covariate.Value).ToArray());
        var seen = SeenSince(first.Id, second.Id, year);
        var outcomes = HazardOutcomes.All.Select((outcome, at) => Outcome(outcome, draws, at, simulation.Records[at], simulation.Concentrations[at], year, seen)).ToImmutableArray();
        return new HazardForecast(
            first.Id, second.Id, year, years, DyadPanelBuilder.IsRelevant(_world, first.Id, second.Id, year), outcomes, used, simulation.PeaceAtStart, DataEnd, seen,
            [.. new[] { first, second }.Select(state => Leader(state.Id, year)).OfType<LeaderNote>()]);
    }

    /// <summary>
    /// Draws of the probability of each outcome over the horizon, and whether the change reaches any covariate of the pair. Draw i has the same coefficients and the same drift for every pair and every change.
    /// Exceptions as in <see cref="Evaluate"/>.
    /// </summary>
    internal (ImmutableArray<double[]> Horizon, bool IsChanged) HorizonDraws(int a, int b, int year, int years, HazardChanges changes, int draws)
    {
        var (first, second) = (_world.States[Math.Min(a, b)], _world.States[Math.Max(a, b)]);
        Check(first, second, year, years);
        var used = Covariates(first, second, year, changes);
        var drawn = new HazardSimulation(this, first, second, year, years, changes).Run(used.Select(covariate => covariate.Value).ToArray(), draws);
        return (drawn.HorizonDraws, used.Any(covariate => covariate.Changed));
    }

    /// <summary>The covariates of a pair, in the order of the design.</summary>
    internal ImmutableArray<UsedCovariate> Covariates(State first, State second, int year, HazardChanges changes)
    {
        var used = ImmutableArray.CreateBuilder<UsedCovariate>();
        foreach (var covariate in HazardDesign.Covariates)
        {
            var reading = _reader.Read(covariate, first.Id, second.Id, year, carry: true);
            var changed = false;
            if (changes.WithoutPactsOf is { } gone)
            {
                var before = reading.Value;
                if (covariate == DyadCovariate.OutsideHelp) reading = _reader.Help(first.Id, second.Id, year - 1, true, gone);
                if (covariate == DyadCovariate.DefencePact && (gone == first.Id || gone == second.Id)) reading = reading with { Value = 0 };
                changed = !before.Equals(reading.Value);
            }

            if (changes.Set.TryGetValue(covariate, out var value)) (reading, changed) = (new(value, year), true);
            if (double.IsNaN(reading.Value))
            {
                throw new NoAnswerException(
                    $"There is no {DyadCovariates.Name(covariate)} of {first.Name} and {second.Name} for {year}{LastHeld(covariate, first.Id, second.Id, year)}; ask about a year for which it is held.");
            }

            var usual = IsLagged(covariate) ? year - 1 : year;
            used.Add(new(covariate, reading.Value, reading.Year, reading.Year < usual && covariate != DyadCovariate.LogDistance, changed));
        }

        return used.ToImmutable();
    }

    /// <summary>Years after the data end and before the year in which UCDP records armed conflict of the two governments.</summary>
    internal ImmutableArray<int> SeenSince(int a, int b, int year) =>
        [.. _world.InterstateConflicts.Where(conflict => conflict.A == a && conflict.B == b && conflict.Year > DataEnd && conflict.Year < year).Select(conflict => conflict.Year).Distinct().Order()];

    /// <summary>Years of peace before a year, by what is recorded.</summary>
    internal double Peace(State first, State second, int year) => DyadPanelBuilder.PeaceBefore(_history.GetValueOrDefault((first.Id, second.Id)) ?? [], first, second, year);

    /// <summary>Decades above 60 of the leaders' ages, summed; 0 for those not known.</summary>
    internal double AgeDecades(int a, int b, int year) => (new[] { a, b }).Sum(state => Leader(state, year) is { Age: { } age } ? (age - 60) / 10.0 : 0);

    /// <summary>The records of all pairs as seen from a year; those for years within the data know nothing of that year or later.</summary>
    internal OwnRecords RecordsFor(HazardOutcome outcome, int year) =>
        _records.GetOrAdd((outcome, year), asked => new OwnRecords(_sample, Models[(int)asked.Outcome], Math.Min(DataEnd, asked.Year - 1), asked.Year, Options.HalfLife));

    private static bool IsLagged(DyadCovariate covariate) => covariate is DyadCovariate.LogCapabilityRatio or DyadCovariate.LogCapabilities or DyadCovariate.JointDemocracy
        or DyadCovariate.DefencePact or DyadCovariate.OutsideHelp or DyadCovariate.Rivalry or DyadCovariate.VoteAgreement or DyadCovariate.TradeDependence;

    private static void Check(State first, State second, int year, int years)
    {
        if (first.Id == second.Id) throw new InvalidInputException($"{first.Name} is named twice; name two different states.");
        if (year < 1946) throw new InvalidInputException($"{year} is before 1946, the first year of the panel; choose 1946 or later.");
        if (year > 2060) throw new InvalidInputException($"{year} is too far ahead: covariates would be carried for decades; choose a year up to 2060.");
        if (years is < 1 or > 50) throw new InvalidInputException($"A horizon of {years} years is out of range; choose 1 to 50.");
        foreach (var state in new[] { first, second })
        {
            if (!state.ExistsIn(year)) throw new InvalidInputException($"{state.Name} was not a member of the state system in {year}; choose a year in which it was.");
        }
    }

    private string LastHeld(DyadCovariate covariate, int a, int b, int year)
    {
        for (var back = year - 1; back >= 1946; back--)
        {
            if (!double.IsNaN(_reader.Read(covariate, a, b, back, carry: false).Value)) return $" (last held for {back})";
        }

        return " nor for any year before";
    }

    private LeaderNote? Leader(int state, int year)
    {
        if (_world.Leader(state, year - 1) is not { } leader) return null;
        var personalist = _world.IsPersonalist(state, Math.Min(year - 1, 2020));
        return new LeaderNote(state, leader.BirthYear is { } born ? year - born : null, year - leader.SinceYear, personalist);
    }

    private OutcomeHazard Outcome(HazardOutcome outcome, HazardDraws draws, int at, OwnRecord record, double concentration, int year, ImmutableArray<int> seen)
    {
        var factor = (concentration + record.WeightedCount) / (concentration + record.WeightedExpected);
        var modelRate = draws.ModelRate[at];
        return new OutcomeHazard(
            outcome, draws.Yearly(at), draws.Horizon(at), Models[at].BaseRate, modelRate, record, factor,
            HazardSentences.Basis(this, outcome, modelRate, record, factor, year, seen));
    }

    private Gamma NuclearWarFactor()
    {
        var model = Models[(int)HazardOutcome.War];
        var y = _sample.Outcomes(HazardOutcome.War);
        var bothNuclear = _sample.Panel.Covariate(DyadCovariate.BothNuclear).Span;
        var (wars, expected) = (0.0, 0.0);
        for (var row = 0; row < y.Length; row++)
        {
            if (bothNuclear[row] != 1 || double.IsNaN(y[row]) || !_sample.IsComplete(row)) continue;
            wars += y[row];
            expected += model.Probability(_sample.Row(row));
        }

        return new Gamma(1 + wars, 1 + expected);
    }
}
