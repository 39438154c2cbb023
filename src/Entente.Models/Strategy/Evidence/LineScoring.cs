using System.Collections.Immutable;
using Entente.Models.Alignment.Hypotheses;
using Entente.Models.Strategy.Draws;
using Entente.Models.Wedges;
using Entente.World;
using Entente.World.Evidence;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Evidence;

/// <summary>What lines of evidence would have said of past attempts.</summary>
/// <param name="Scores">Rows by case, then line.</param>
/// <param name="Provenance">What they rest on, and of which case a line could not speak.</param>
public sealed record LineScores(ImmutableArray<LineScore> Scores, Provenance Provenance);

/// <summary>
/// What each line would have said of past wedge attempts: the record of the others (leave one out), the statistical forecast from the votes of the year before with hypotheses weighed alike, and
/// the game with default assumptions on a generic strategy, because what was offered then is not coded in moves. From these the lines are weighed.
/// </summary>
public static class LineScoring
{
    private const int Horizon = 5;
    private const int Draws = 256;
    private const int FirstYear = 1950;

    /// <summary>Runs all lines on all cases; a line that cannot speak of a case has no row.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="hypotheses">The rival explanations.</param>
    /// <param name="cases">Past attempts.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Rows by case, then line, and what they rest on.</returns>
    public static LineScores Run(
        WorldEdition world, ImmutableArray<Hypothesis> hypotheses, ImmutableArray<WedgeCase> cases, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        progress?.Invoke("reading the panel");
        var bench = PairBench.Read(world, hypotheses, 1946, world.Votes.RollCalls[^1].Date.Year, cancellation);
        var scores = ImmutableArray.CreateBuilder<LineScore>();
        var grounds = new List<Provenance>();
        foreach (var one in cases.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke($"lines on {one.Key}");
            var strategy = Generic(world, one);
            Add(one, EvidenceLine.Game, () => Game(world, strategy, grounds, cancellation));
            Add(one, EvidenceLine.Reference, () => ReferenceLine.Frequencies([.. cases.Where(other => other.Key != one.Key)]).Split);
            if (one.StartYear >= FirstYear) Add(one, EvidenceLine.Statistical, () => Statistical(StatisticalLine.Build(world, bench, strategy, 1, 1, equalWeights: true), grounds));
        }

        return new LineScores(scores.ToImmutable(), Grounds(scores, grounds, cases));

        void Add(WedgeCase one, string line, Func<double> probability)
        {
            try
            {
                if (probability() is var p && !double.IsNaN(p)) scores.Add(new LineScore(one.Key, line, one.StartYear, Math.Clamp(p, 0, 1), one.Score));
            }
            catch (EntenteException)
            {
                // What is not held of a case is missing, and the row with it.
            }
        }
    }

    /// <summary>A strategy of a case: the first state of each side, and moves by its means alone.</summary>
    internal static WedgeStrategy Generic(WorldEdition world, WedgeCase one)
    {
        var moves = ImmutableArray.CreateBuilder<Move>();
        if (one.Means != "coercion") moves.Add(new RecognitionMove("what the target claims", .5));
        if (one.Means != "accommodation" && world.States.TryGet(one.Divider[0], out var divider)) moves.Add(new SanctionsMove(false, one.Target[0], [divider!.Abbreviation ?? divider.Name], .5));
        return new WedgeStrategy
        {
            Key = one.Key,
            Title = one.Title,
            Summary = one.Offer,
            Divider = one.Divider[0],
            Target = one.Target[0],
            Partner = one.Partner[0],
            Start = one.StartYear,
            HorizonYears = Horizon,
            Moves = moves.ToImmutable(),
        };
    }

    private static double Game(WorldEdition world, WedgeStrategy strategy, List<Provenance> grounds, CancellationToken cancellation)
    {
        var options = new AssessmentOptions { Draws = Draws };
        var inputs = AssessmentInputs.Measure(world, strategy, options);
        var ensemble = Ensemble.Run(inputs, options, null, cancellation);
        grounds.Add(InputGrounds.Of(inputs, strategy.Key));
        return Spreads.Of(ensemble.With, grades => grades.Split).Mean;
    }

    private static double Statistical(StatisticalLine line, List<Provenance> grounds)
    {
        grounds.Add(line.Provenance);
        return line.Without.Split;
    }

    /// <summary>Sources of every line that spoke; cases are missing where a line did not.</summary>
    private static Provenance Grounds(IEnumerable<LineScore> scores, IEnumerable<Provenance> grounds, ImmutableArray<WedgeCase> cases)
    {
        var held = scores.ToLookup(score => score.Line, score => score.Case);
        string[] lines = [EvidenceLine.Game, EvidenceLine.Reference, EvidenceLine.Statistical];
        ImmutableArray<string> missing = [.. lines.SelectMany(line => cases.Select(one => one.Key).Except(held[line]).Order(StringComparer.Ordinal).Select(key => $"{line}: {key}"))];
        return new Provenance(
            [.. grounds.SelectMany(ground => ground.Sources).Distinct(StringComparer.Ordinal)], FormattableString.Invariant($"three lines of evidence on {cases.Length} past attempts, each out of sample; the game with {Draws} draws"),
            new Coverage(string.Join("; ", lines.Select(line => FormattableString.Invariant($"{line}: {held[line].Count()} of {cases.Length} attempts"))), held.Sum(line => line.Count()), missing.Length, missing))
        {
            Documents = WedgeLibrary.Documents(cases),
        };
    }
}
