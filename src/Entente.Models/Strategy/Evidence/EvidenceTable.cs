using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment.Hypotheses;
using Entente.Models.Strategy.Game;
using Entente.Models.Wedges;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Evidence;

/// <summary>What the lines rest on beside the edition.</summary>
public sealed record EvidenceOptions
{
    /// <summary>Rival explanations of alignment; default the shipped ones.</summary>
    public ImmutableArray<Hypothesis>? Hypotheses { get; init; }

    /// <summary>Past attempts; default the shipped ones.</summary>
    public ImmutableArray<WedgeCase>? Cases { get; init; }

    /// <summary>The record of states that leaned about as much, where it was counted before; <see langword="null"/> to count it.</summary>
    public SpontaneousSplits? AtLean { get; init; }
}

/// <summary>Independent lines of evidence side by side on the same graded outcome, and the stack of them.</summary>
public sealed record EvidenceTable
{
    private static readonly (string Key, string Name)[] Names =
        [(EvidenceLine.Game, "the game"), (EvidenceLine.Reference, "past attempts"), (EvidenceLine.Statistical, "the statistical forecast")];

    private const double NearLean = .15;
    private const int FewSplits = 10;

    /// <summary>Lines that speak.</summary>
    public required ImmutableArray<EvidenceLine> Lines { get; init; }

    /// <summary>Lines that do not, and why.</summary>
    public required ImmutableArray<SilentLine> Silent { get; init; }

    /// <summary>The stack: grades with the moves, by learnt weights.</summary>
    public required GradeProbabilities Stack { get; init; }

    /// <summary>Grades without the moves, by the same weights among the lines that can tell; <see langword="null"/> where none can.</summary>
    public required GradeProbabilities? StackWithout { get; init; }

    /// <summary>The pool under equal weights.</summary>
    public required GradeProbabilities Equal { get; init; }

    /// <summary>Least and greatest probability of a split by one line alone; a range, of level 1.</summary>
    public required Interval OneLineAlone { get; init; }

    /// <summary>How far the lines disagree.</summary>
    public required LineDisagreement Disagreement { get; init; }

    /// <summary>Past cases that the weights rest on; 0 where they are equal.</summary>
    public required int WeighedBy { get; init; }

    /// <summary>The record of past attempts in detail.</summary>
    public ReferenceLine? Reference { get; init; }

    /// <summary>The statistical forecast in detail, with what each hypothesis says.</summary>
    public StatisticalLine? Statistical { get; init; }

    /// <summary>How often states came to each grade by themselves; <see langword="null"/> where no votes are held.</summary>
    public SpontaneousSplits? Base { get; init; }

    /// <summary>The same among states that leaned about as much, within .15 of the strategy's lean; <see langword="null"/> where the lean is not known.</summary>
    public SpontaneousSplits? BaseAtLean { get; init; }

    /// <summary>What to bear in mind; one sentence each.</summary>
    public required ImmutableArray<string> Caveats { get; init; }

    /// <summary>Builds the table.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="game">What the game says; <see langword="null"/> where it was not played.</param>
    /// <param name="partnerTrade">Mean factor of trade of target and partner by the moves; 1 where it is not known.</param>
    /// <param name="dividerTrade">The same of target and divider; NaN where the divider is no economy of its own.</param>
    /// <param name="options">Hypotheses and cases; null for the shipped ones.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoAnswerException">No line speaks.</exception>
    public static EvidenceTable Build(
        WorldEdition world, WedgeStrategy strategy, GameLine? game, double partnerTrade, double dividerTrade, EvidenceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(strategy);
        var hypotheses = options?.Hypotheses ?? [.. HypothesisFile.List().Select(name => HypothesisFile.Read(name))];
        var cases = options?.Cases ?? WedgeLibrary.All();
        var silent = ImmutableArray.CreateBuilder<SilentLine>();
        if (game is null) silent.Add(Silence(EvidenceLine.Game, "It was not played."));
        var reference = Try(EvidenceLine.Reference, () => ReferenceLine.Build(world, cases, strategy));
        cancellation.ThrowIfCancellationRequested();
        var statistical = Try(EvidenceLine.Statistical, () => StatisticalLine.Build(world, strategy, hypotheses, partnerTrade, dividerTrade, cancellation));
        var spontaneous = SpontaneousSplits.Measure(world, strategy.Start, strategy.HorizonYears);
        ImmutableArray<string> speaking = [.. Names.Select(one => one.Key).Where(key => silent.All(one => one.Key != key))];
        if (speaking.IsEmpty) throw new NoAnswerException($"No line of evidence speaks of this strategy: {string.Join(" ", silent.Select(one => one.Reason))}");

        var (weights, weighedBy, splits) = EvidencePool.Learn(world.LineScores, speaking);
        ImmutableArray<EvidenceLine> lines =
        [
            .. weights.Select(weight => weight.Line switch
            {
                EvidenceLine.Game => OfGame(game!, weight),
                EvidenceLine.Reference => OfReference(reference!, weight),
                _ => OfStatistical(statistical!, weight),
            }),
        ];
        var atLean = statistical is null ? null : options?.AtLean ?? SpontaneousSplits.Measure(world, strategy.Start, strategy.HorizonYears, Math.Max(SpontaneousSplits.LeastTilt, statistical.Tilt - NearLean), statistical.Tilt + NearLean);
        var caveats = CaveatsOf(lines, weighedBy, splits, strategy);
        if (atLean is not null && statistical!.Without.Split < atLean.Split.Low)
        {
            caveats = caveats.Add(string.Create(CultureInfo.InvariantCulture, $"Of states that leaned as much since {atLean.FirstOrigin}, {100 * atLean.Frequencies.Split:0} % were split {atLean.Horizon} years on by themselves; the statistical forecast, learnt from its latest twenty origins, says {100 * statistical.Without.Split:0} % and may know calm years only."));
        }

        ImmutableArray<GradeProbabilities> with = [.. lines.Select(line => line.With)];
        var alike = new double[lines.Length];
        Array.Fill(alike, 1.0 / lines.Length);
        return new EvidenceTable
        {
            Lines = lines,
            Silent = silent.ToImmutable(),
            Stack = EvidencePool.Pool(with, [.. lines.Select(line => line.Weight.Weight)]),
            StackWithout = Without(lines),
            Equal = EvidencePool.Pool(with, alike),
            OneLineAlone = new Interval(with.Min(one => one.Split), with.Max(one => one.Split), 1),
            Disagreement = EvidencePool.Disagreement([.. lines.Select(line => (line.Name, line.With))]),
            WeighedBy = weighedBy,
            Reference = reference,
            Statistical = statistical,
            Base = spontaneous,
            BaseAtLean = atLean,
            Caveats = caveats,
        };

        T? Try<T>(string key, Func<T> build)
            where T : class
        {
            try
            {
                return build();
            }
            catch (NoAnswerException reason)
            {
                silent.Add(Silence(key, reason.Message));
                return null;
            }
        }
    }

    private static SilentLine Silence(string key, string reason) => new(key, NameOf(key), reason);

    private static string NameOf(string key) => Names.First(one => one.Key == key).Name;

    private static GradeProbabilities? Without(ImmutableArray<EvidenceLine> lines)
    {
        ImmutableArray<EvidenceLine> telling = [.. lines.Where(line => line.Without is not null)];
        var sum = telling.Sum(line => line.Weight.Weight);
        return sum > 0 ? EvidencePool.Pool([.. telling.Select(line => line.Without!.Value)], [.. telling.Select(line => line.Weight.Weight / sum)]) : null;
    }

    private static EvidenceLine OfGame(GameLine game, LineWeight weight) => new(
        EvidenceLine.Game, NameOf(EvidenceLine.Game), "What target, partner and allies would do by their interests, under every assumption and rival view drawn.", game.With, game.Without, game.Split, weight, Basis.Judgement, [],
        Coverage.Of("the assumptions of the strategy"), ["Its stakes are measured in part; weights of security, of views and of mistakes are judgement."]);

    private static EvidenceLine OfReference(ReferenceLine line, LineWeight weight) => new(
        EvidenceLine.Reference, NameOf(EvidenceLine.Reference), "How past attempts to pull a state from its partner came out.", line.Grades, null, line.Split, weight, Basis.Judgement, line.Provenance.Sources, line.Provenance.Coverage,
        [.. line.Notes, "Remembered attempts are no random sample; successes are over-represented."]);

    private static EvidenceLine OfStatistical(StatisticalLine line, LineWeight weight) => new(
        EvidenceLine.Statistical, NameOf(EvidenceLine.Statistical), "Forecasts of the target's votes from those of all pairs, with the moves as changes of covariates.", line.With, line.Without, line.Split, weight, Basis.Modelled,
        line.Provenance.Sources, line.Provenance.Coverage, [.. line.Notes, "Slopes of all pairs are no effects of one pair's moves: it says how votes went where covariates differed."]);

    private static ImmutableArray<string> CaveatsOf(ImmutableArray<EvidenceLine> lines, int weighedBy, int splits, WedgeStrategy strategy)
    {
        var caveats = ImmutableArray.CreateBuilder<string>();
        if (lines.Length == 1) caveats.Add("One line alone speaks; the stack is that line.");
        else if (weighedBy == 0) caveats.Add("Lines weigh alike: no past case has scored two of them.");
        else caveats.Add(string.Create(CultureInfo.InvariantCulture, $"Weights of lines rest on {weighedBy} past attempts, of which {splits} succeeded, and a prior of equal weights worth {EvidencePool.PriorCases:0} more{(splits < FewSplits ? ": they say little" : "")}."));
        var unscored = lines.Where(line => weighedBy > 0 && !line.Weight.IsLearnt).Select(line => line.Name).ToList();
        if (unscored.Count > 0) caveats.Add($"Past attempts have not scored {string.Join(" and ", unscored)}, which take{(unscored.Count == 1 ? "s" : "")} the mean weight.");
        if (weighedBy > 0 && strategy.Start < 2014) caveats.Add("Weights of lines rest on attempts of all times, also later than this strategy.");
        return caveats.ToImmutable();
    }
}
