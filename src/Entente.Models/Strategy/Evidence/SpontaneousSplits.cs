using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Entente.Models.Alignment;
using Entente.Models.Panel;
using Entente.Models.Strategy.Game;
using Entente.Numerics.Statistics;
using Entente.World.Figures;
using Entente.World;

namespace Entente.Models.Strategy.Evidence;

/// <summary>A grade's frequency with its interval.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Count">How often it was reached.</param>
/// <param name="Frequency">Share of all.</param>
/// <param name="Interval">90 % interval: the wider of that over resampled targets and that over resampled blocks of five years of origin.</param>
public sealed record GradeFrequency(AlignmentGrade Grade, int Count, double Frequency, Interval Interval);

/// <summary>
/// How often states that lean to one major power against another came to each grade by themselves: all targets, partners and dividers with partner and divider major powers of the year (Correlates of
/// War), the target's agreement with the partner at least .1 above that with the divider, 30 common votes of both pairs at both ends. Nothing is said of anyone's moves: it is the inertia of votes.
/// </summary>
/// <param name="Horizon">Years from origin to outcome.</param>
/// <param name="Before">No vote of this year or later is read.</param>
/// <param name="FirstOrigin">First year of origin with a triple.</param>
/// <param name="LastOrigin">Last such year.</param>
/// <param name="Targets">Distinct targets.</param>
/// <param name="Triples">Triples followed, over all years.</param>
/// <param name="Grades">The four grades, in order.</param>
/// <param name="Split">90 % interval of the share that was split (dealigned or realigned).</param>
public sealed record SpontaneousSplits(int Horizon, int Before, int FirstOrigin, int LastOrigin, int Targets, int Triples, ImmutableArray<GradeFrequency> Grades, Interval Split)
{
    /// <summary>Least lean to the partner, in agreement.</summary>
    public const double LeastTilt = .1;

    /// <summary>Fewest common votes of a pair in a year.</summary>
    public const int FewestVotes = 30;

    private const double Level = .9;
    private const int Replicates = 1000;
    private const int BlockYears = 5;

    /// <summary>The frequencies as probabilities.</summary>
    public GradeProbabilities Frequencies => new(Grades[0].Frequency, Grades[1].Frequency, Grades[2].Frequency, Grades[3].Frequency);

    /// <summary>Where it came from.</summary>
    public Provenance Provenance => new(
        ["unga-votes", "cow-states"], string.Create(CultureInfo.InvariantCulture, $"grades {Horizon} years on of states that lean to one major power against another, votes before {Before}"),
        Coverage.Of(string.Create(CultureInfo.InvariantCulture, $"{Triples:N0} triples of {Targets} targets from {FirstOrigin} to {LastOrigin}")));

    /// <summary>Counts the grades.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="before">Votes of earlier years alone are read.</param>
    /// <param name="horizon">Years from origin to outcome, 1 to 50.</param>
    /// <param name="leanFrom">Least lean to the partner at the origin, at least .1.</param>
    /// <param name="leanTo">Greatest lean; agreement differs by at most 1. A wide gap is seldom closed in full, so that a strategy is best held against leans like its own.</param>
    /// <returns><see langword="null"/> where no triple with an outcome is held before the year.</returns>
    /// <exception cref="InvalidInputException">The horizon or the leans are out of range.</exception>
    public static SpontaneousSplits? Measure(WorldEdition world, int before, int horizon, double leanFrom = LeastTilt, double leanTo = 1)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!(leanFrom >= LeastTilt) || !(leanTo >= leanFrom)) throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"Leans from {leanFrom} to {leanTo}: the first must be at least {LeastTilt} and the second no less than the first."));
        if (horizon is < 1 or > 50) throw new InvalidInputException($"The horizon is {horizon} years; it must lie between 1 and 50.");
        return Counted.Get(world, (before, horizon, leanFrom, leanTo), asked => Count(world, asked.Before, asked.Horizon, asked.From, asked.To));
    }

    private static SpontaneousSplits? Count(WorldEdition world, int before, int horizon, double leanFrom, double leanTo)
    {
        var votes = world.Votes;
        if (votes.RollCalls.IsEmpty) return null;
        var (first, last) = (votes.RollCalls[0].Date.Year, Math.Min(before - 1, votes.RollCalls[^1].Date.Year));
        if (last - horizon < first) return null;
        var (majors, agreement) = Known.GetValue(world, Read);
        if (majors.Length < 2) return null;
        return Count(agreement, majors, votes.Members, (first, last), before, horizon, (leanFrom, leanTo));
    }

    // Counting and resampling take some twenty milliseconds, and every assessment asks three times.
    private static readonly EditionMemo<(int Before, int Horizon, double From, double To), SpontaneousSplits?> Counted = new(64);

    // Agreement of every major power with every member, by year: what all questions read.
    private static readonly ConditionalWeakTable<WorldEdition, MajorAgreements> Known = [];

    private sealed record MajorAgreements(int[] Majors, double[][] Agreement);

    private static MajorAgreements Read(WorldEdition world)
    {
        var calls = world.Votes.RollCalls;
        var (first, last) = (calls[0].Date.Year, calls[^1].Date.Year);
        int[] majors = [.. world.Votes.Members.Where(state => Enumerable.Range(first, last - first + 1).Any(year => MajorPowers.IsMajor(state, year)))];
        return new MajorAgreements(majors, Agreements(world, majors, first, last));
    }

    // By year, major power and member: agreement, NaN below the fewest common votes.
    private static double[][] Agreements(WorldEdition world, int[] majors, int first, int last)
    {
        var (votes, agreement) = (world.Votes, new double[last - first + 1][]);
        Parallel.For(0, agreement.Length, y =>
        {
            var of = agreement[y] = new double[majors.Length * votes.Members.Length];
            for (var m = 0; m < majors.Length; m++)
            {
                for (var t = 0; t < votes.Members.Length; t++)
                {
                    var (value, common) = majors[m] == votes.Members[t] ? (double.NaN, 0) : VoteAgreement.Plain(votes, majors[m], votes.Members[t], first + y);
                    of[(m * votes.Members.Length) + t] = common >= FewestVotes ? value : double.NaN;
                }
            }
        });
        return agreement;
    }

    private static SpontaneousSplits? Count(double[][] agreement, int[] majors, ImmutableArray<int> members, (int First, int Last) years, int before, int horizon, (double From, double To) lean)
    {
        // Counts of grades by target and by block of years of origin.
        var blocks = ((years.Last - years.First) / BlockYears) + 1;
        var (byTarget, byBlock) = (new int[members.Length * 4], new int[blocks * 4]);
        var (from, to) = (int.MaxValue, int.MinValue);
        for (var year = years.First; year + horizon <= years.Last; year++)
        {
            var (now, later) = (agreement[year - years.First], agreement[year + horizon - years.First]);
            for (var p = 0; p < majors.Length; p++)
            {
                if (!MajorPowers.IsMajor(majors[p], year)) continue;
                for (var d = 0; d < majors.Length; d++)
                {
                    if (d == p || !MajorPowers.IsMajor(majors[d], year)) continue;
                    for (var t = 0; t < members.Length; t++)
                    {
                        var (partner, divider) = ((p * members.Length) + t, (d * members.Length) + t);
                        var (tilt, end) = (now[partner] - now[divider], later[partner] - later[divider]);
                        if (!(tilt >= lean.From && tilt <= lean.To) || double.IsNaN(end)) continue;
                        var grade = (int)GradeRule.Of(tilt, end);
                        byTarget[(t * 4) + grade]++;
                        byBlock[((year - years.First) / BlockYears * 4) + grade]++;
                        (from, to) = (Math.Min(from, year), Math.Max(to, year));
                    }
                }
            }
        }

        var total = byTarget.Sum();
        if (total == 0) return null;
        Interval Of(params int[] grades) => Wider(byTarget, byBlock, grades);
        ImmutableArray<GradeFrequency> frequencies =
        [
            .. Enum.GetValues<AlignmentGrade>().Select(grade =>
            {
                var count = Enumerable.Range(0, members.Length).Sum(t => byTarget[(t * 4) + (int)grade]);
                return new GradeFrequency(grade, count, (double)count / total, Of((int)grade));
            }),
        ];
        var targets = Enumerable.Range(0, members.Length).Count(t => byTarget.AsSpan(t * 4, 4).ContainsAnyExcept(0));
        return new SpontaneousSplits(horizon, before, from, to, targets, total, frequencies, Of((int)AlignmentGrade.Dealigned, (int)AlignmentGrade.Realigned));
    }

    private static Interval Wider(int[] byTarget, int[] byBlock, int[] grades)
    {
        var (targets, blocks) = (Resampled(byTarget, grades), Resampled(byBlock, grades));
        return double.IsNaN(blocks.Low) || targets.High - targets.Low > blocks.High - blocks.Low ? targets : blocks;
    }

    private static Interval Resampled(int[] counts, int[] grades)
    {
        var (reached, all) = (new List<double>(), new List<double>());
        for (var c = 0; c < counts.Length; c += 4)
        {
            var of = counts.AsSpan(c, 4);
            var sum = of[0] + of[1] + of[2] + of[3];
            if (sum == 0) continue;
            var hits = 0;
            foreach (var grade in grades) hits += of[grade];
            reached.Add(hits);
            all.Add(sum);
        }

        var (low, high) = Bootstrap.RatioOfSums([.. reached], [.. all], Replicates, 1, Level);
        return new Interval(low, high, Level);
    }
}
