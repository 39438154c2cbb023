using System.Collections.Immutable;
using Entente.Models.Alignment.Hypotheses;
using Entente.Models.Strategy.Draws;
using Entente.Models.Wedges;
using Entente.World;
using Entente.World.Evidence;

namespace Entente.Models.Strategy.Evidence;

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
    /// <returns>Rows by case, then line.</returns>
    public static ImmutableArray<LineScore> Run(
        WorldEdition world, ImmutableArray<Hypothesis> hypotheses, ImmutableArray<WedgeCase> cases, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        progress?.Invoke("reading the panel");
        var bench = PairBench.Read(world, hypotheses, 1946, world.Votes.RollCalls[^1].Date.Year, cancellation);
        var scores = ImmutableArray.CreateBuilder<LineScore>();
        foreach (var one in cases.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke($"lines on {one.Key}");
            var strategy = Generic(world, one);
            Add(one, EvidenceLine.Game, () => Game(world, strategy, cancellation));
            Add(one, EvidenceLine.Reference, () => ReferenceLine.Frequencies([.. cases.Where(other => other.Key != one.Key)]).Split);
            if (one.StartYear >= FirstYear) Add(one, EvidenceLine.Statistical, () => StatisticalLine.Build(world, bench, strategy, 1, 1, equalWeights: true).Without.Split);
        }

        return scores.ToImmutable();

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

    private static double Game(WorldEdition world, WedgeStrategy strategy, CancellationToken cancellation)
    {
        var options = new AssessmentOptions { Draws = Draws };
        var ensemble = Ensemble.Run(AssessmentInputs.Measure(world, strategy, options), options, null, cancellation);
        return Spreads.Of(ensemble.With, grades => grades.Split).Mean;
    }
}
