using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy.Game;
using Entente.Numerics.Random;
using Entente.Numerics.Scoring;
using Entente.Numerics.Statistics;
using Entente.World.Evidence;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Evidence;

/// <summary>How much a line weighs.</summary>
/// <param name="Line">Key of the line.</param>
/// <param name="Weight">Its weight, 0 to 1.</param>
/// <param name="Interval">90 % interval over resampled cases; the weight itself where it is not learnt.</param>
/// <param name="IsLearnt">Whether past cases have scored it; else it takes the mean weight.</param>
public sealed record LineWeight(string Line, double Weight, Interval Interval, bool IsLearnt);

/// <summary>How far lines disagree on the four grades.</summary>
/// <param name="LargestDifference">Largest difference of the probability of a split.</param>
/// <param name="Low">The line with the least.</param>
/// <param name="High">The line with the most.</param>
/// <param name="JensenShannon">Divergence of the lines weighed alike, bits: 0 where all say the same, at most log2 of their number (Lin 1991).</param>
/// <param name="Sentence">The same in words.</param>
public sealed record LineDisagreement(double LargestDifference, string Low, string High, double JensenShannon, string Sentence);

/// <summary>Linear pools of grade probabilities, and weights of lines by stacking (Yao, Vehtari, Simpson and Gelman 2018) with a Dirichlet prior, because cases are few.</summary>
public static class EvidencePool
{
    /// <summary>Cases that the prior of equal weights is worth.</summary>
    public const double PriorCases = 10;

    private const double Level = .9;
    private const int Replicates = 400;
    private const uint StreamNumber = 0x57AC;
    private const double Clip = .01;

    /// <summary>The mixture of grade probabilities.</summary>
    /// <param name="lines">What each line says.</param>
    /// <param name="weights">As many weights, which add up to 1.</param>
    /// <exception cref="ArgumentException">Their numbers differ or there are none.</exception>
    public static GradeProbabilities Pool(ImmutableArray<GradeProbabilities> lines, ReadOnlySpan<double> weights)
    {
        if (lines.IsDefaultOrEmpty || lines.Length != weights.Length) throw new ArgumentException("There must be lines, with one weight each.", nameof(weights));
        var (stay, aside, leave, change) = (0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < weights.Length; k++)
        {
            stay += weights[k] * lines[k].NoChange;
            aside += weights[k] * lines[k].Neutralised;
            leave += weights[k] * lines[k].Dealigned;
            change += weights[k] * lines[k].Realigned;
        }

        return new GradeProbabilities(stay, aside, leave, change);
    }

    /// <summary>Weights of lines from what they said of past cases; a line that was not scored takes the mean weight, and all do where no case scores two of them.</summary>
    /// <param name="scores">Probabilities of a split out of sample and what came; only cases that every scored line spoke of count. A partial success is no split.</param>
    /// <param name="lines">Keys of the lines at hand.</param>
    /// <param name="seed">Seed of the resamples.</param>
    /// <returns>The weights in the order of the lines, the number of cases that they rest on, and how many of those were split.</returns>
    /// <exception cref="ArgumentException">There are no lines.</exception>
    public static (ImmutableArray<LineWeight> Weights, int Cases, int Splits) Learn(ImmutableArray<LineScore> scores, ImmutableArray<string> lines, ulong seed = 1)
    {
        if (lines.IsDefaultOrEmpty) throw new ArgumentException("There must be lines.", nameof(lines));
        string[] scored = [.. lines.Where(line => scores.Any(score => score.Line == line))];
        var spoken = scores.GroupBy(score => score.Case, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal).Where(one => scored.All(line => one.Any(score => score.Line == line))).ToList();
        double[][] rows = [.. spoken.Select(one => scored.Select(line => Likelihood(one.First(score => score.Line == line))).ToArray())];
        var share = 1.0 / lines.Length;
        if (scored.Length < 2 || rows.Length == 0) return ([.. lines.Select(line => new LineWeight(line, share, new Interval(share, share, Level), false))], 0, 0);
        var weights = Weights(rows, _ => 1);
        var drawn = new double[Replicates][];
        for (var r = 0; r < Replicates; r++)
        {
            var (stream, counts) = (new CounterStream(seed, (ulong)r, StreamNumber), new int[rows.Length]);
            for (var i = 0; i < rows.Length; i++) counts[stream.NextInt32(rows.Length)]++;
            drawn[r] = Weights(rows, i => counts[i]);
        }

        // Lines that were scored share what the others leave.
        var total = (double)scored.Length / lines.Length;
        return ([.. lines.Select(line => Array.IndexOf(scored, line) is >= 0 and var k
            ? new LineWeight(line, total * weights[k], Quantiles([.. drawn.Select(one => total * one[k])]), true)
            : new LineWeight(line, share, new Interval(share, share, Level), false))], rows.Length, spoken.Count(one => one.First().Outcome >= 1));
    }

    private static double Likelihood(LineScore score) => Math.Clamp(score.Outcome >= 1 ? score.Probability : 1 - score.Probability, Clip, 1);

    // The mode under a Dirichlet prior: each line is given cases that it alone foresaw.
    private static double[] Weights(double[][] rows, Func<int, double> times)
    {
        var models = rows[0].Length;
        var (logs, weights) = (new List<float>(), new List<double>());
        for (var i = 0; i < rows.Length; i++)
        {
            logs.AddRange(rows[i].Select(value => (float)Math.Log(value)));
            weights.Add(times(i));
        }

        for (var k = 0; k < models; k++)
        {
            for (var j = 0; j < models; j++) logs.Add(j == k ? 0 : float.NegativeInfinity);
            weights.Add(PriorCases / models);
        }

        return Stacking.Weights([.. logs], models, [.. weights]);
    }

    private static Interval Quantiles(double[] values) => new(Summary.QuantileOf(values, (1 - Level) / 2), Summary.QuantileOf(values, (1 + Level) / 2), Level);

    /// <summary>How far lines disagree.</summary>
    /// <param name="lines">Names and grades; one at least.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static LineDisagreement Disagreement(ImmutableArray<(string Name, GradeProbabilities Grades)> lines)
    {
        if (lines.IsDefaultOrEmpty) throw new ArgumentException("There must be lines.", nameof(lines));
        var (low, high) = (lines.MinBy(line => line.Grades.Split), lines.MaxBy(line => line.Grades.Split));
        var alike = new double[lines.Length];
        Array.Fill(alike, 1.0 / lines.Length);
        var divergence = Math.Max(0, Entropy(Pool([.. lines.Select(line => line.Grades)], alike)) - lines.Average(line => Entropy(line.Grades)));
        var difference = high.Grades.Split - low.Grades.Split;
        var sentence = lines.Length == 1
            ? $"Only one line speaks, {low.Name}: there is nothing to hold it against."
            : string.Create(CultureInfo.InvariantCulture, $"The lines {(difference < .1 ? "agree closely" : difference < .25 ? "differ somewhat" : "disagree")}: a split has {100 * low.Grades.Split:0} % by {low.Name} and {100 * high.Grades.Split:0} % by {high.Name}.");
        return new LineDisagreement(difference, low.Name, high.Name, divergence, sentence);
    }

    private static double Entropy(GradeProbabilities grades)
    {
        static double Term(double p) => p > 0 ? -p * Math.Log2(p) : 0;
        return Term(grades.NoChange) + Term(grades.Neutralised) + Term(grades.Dealigned) + Term(grades.Realigned);
    }
}
