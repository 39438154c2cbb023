using System.Collections.Immutable;
using System.Globalization;
using Entente.Numerics.Statistics;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Votes;

namespace Entente.Models.Alignment;

/// <summary>How the interval of an agreement is made.</summary>
public sealed record AgreementOptions
{
    /// <summary>Resamples of the year's roll calls; 0 leaves the intervals out. Default 1,000.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>Seed of the resampling. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Nominal level of the interval. Default .9.</summary>
    public double Level { get; init; } = .9;

    /// <summary>Resample whole days of voting instead of single roll calls: wider, and honest where texts of one day are alike. Default false.</summary>
    public bool ClusterByDate { get; init; }
}

/// <summary>
/// Agreement of two states in the General Assembly, year by year: the share of identical votes, and the mean of 1 / .5 / 0
/// (Lijphart 1963; Voeten 2013: 1 − |v₁ − v₂| / 2 with yes 1, abstain 2, no 3). An absence is no abstention: only roll calls on which both voted count.
/// </summary>
public static class VoteAgreement
{
    /// <summary>Computes the agreement of two states or blocs.</summary>
    /// <param name="world">The world.</param>
    /// <param name="a">State or bloc by code or name.</param>
    /// <param name="b">State or bloc by code or name. For a bloc all pairs of members are pooled; membership is that of each year's end.</param>
    /// <param name="since">First year.</param>
    /// <param name="until">Last year.</param>
    /// <param name="options">Resampling; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidInputException">An unknown or ambiguous party, or a span outside the votes held.</exception>
    /// <exception cref="NoAnswerException">The two never voted on the same roll call in the span.</exception>
    public static AlignmentSeries Compute(WorldEdition world, string a, string b, int since, int until, AgreementOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        options ??= new AgreementOptions();
        var votes = world.Votes;
        var (first, last) = (votes.RollCalls[0].Date.Year, votes.RollCalls[^1].Date.Year);
        if (since > until) throw new InvalidInputException($"The first year {since} is after the last year {until}; swap --since and --until.");
        if (since < first || until > last)
        {
            throw new InvalidInputException($"Recorded votes are held from {first} to {last}; the span {since} to {until} is outside: choose years within.");
        }

        var (partyA, partyB) = (new DatedParty(world, a, until), new DatedParty(world, b, until));
        var years = ImmutableArray.CreateBuilder<YearAgreement>(until - since + 1);
        for (var year = since; year <= until; year++) years.Add(Year(votes, partyA.MembersIn(year), partyB.MembersIn(year), year, options));
        if (years.All(year => year.CommonVotes == 0))
        {
            throw new NoAnswerException($"{partyA.Label} and {partyB.Label} have no common recorded vote from {since} to {until}: agreement is missing, not zero.");
        }

        var common = years.Sum(year => year.CommonVotes);
        var holes = years.Where(year => year.Hole is not null).Select(year => $"{year.Year}: {year.Hole}").ToImmutableArray();
        var statement = string.Create(CultureInfo.InvariantCulture, $"{common:N0} common votes in {years.Count(year => year.CommonVotes > 0)} of {years.Count} years");
        return new AlignmentSeries(partyA.Label, partyB.Label, years.ToImmutable(), new Provenance(
            ["unga-votes"], $"vote agreement of {partyA.Label} and {partyB.Label}, {since} to {until}, roll calls on which both voted",
            new Coverage(statement, common, null, holes)));
    }

    /// <summary>Agreement in one year between all pairs of two sets of states; a pair of a state with itself is left out.</summary>
    public static YearAgreement Year(RollCallVotes votes, ImmutableArray<int> a, ImmutableArray<int> b, int year, AgreementOptions options)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(options);
        var (start, end) = votes.InYear(year);
        var calls = end - start;
        var hole = VoteHoles.Describe(year, votes.RollCalls);
        var (identical, credit, common) = (new double[calls], new double[calls], new double[calls]);
        foreach (var left in a)
        {
            var leftVotes = votes.Of(left);
            if (leftVotes.IsEmpty) continue;
            foreach (var right in b)
            {
                var rightVotes = votes.Of(right);
                if (left == right || rightVotes.IsEmpty) continue;
                Count(leftVotes[start..end], rightVotes[start..end], identical, credit, common);
            }
        }

        // On a pair of states "common" is 0 or 1 per roll call; on blocs it counts pairs of members.
        var pairs = Sum(common);
        var held = common.Count(count => count > 0);
        if (held == 0) return new YearAgreement(year, 0, calls, double.NaN, double.NaN, null, null, hole);
        var clusters = options.ClusterByDate ? ByDate(votes.RollCalls, start, end) : null;
        return new YearAgreement(
            year, held, calls, Sum(identical) / pairs, Sum(credit) / pairs,
            Resample(identical, common, clusters, options, year, 0), Resample(credit, common, clusters, options, year, 1), hole);
    }

    /// <summary>Agreement with half credit of two states in a year, and the common votes it rests on; for loops over many pairs, where neither interval nor hole is asked for.</summary>
    internal static (double Agreement, int CommonVotes) Plain(RollCallVotes votes, int a, int b, int year)
    {
        var (start, end) = votes.InYear(year);
        var left = votes.Of(a);
        var right = votes.Of(b);
        if (left.IsEmpty || right.IsEmpty) return (double.NaN, 0);
        var (common, distance) = (0, 0);
        for (var i = start; i < end; i++)
        {
            if (left[i] == RollCallVotes.Absent || right[i] == RollCallVotes.Absent) continue;
            common++;
            distance += Math.Abs(left[i] - right[i]);
        }

        return common == 0 ? (double.NaN, 0) : (1 - (distance / 2.0 / common), common);
    }

    private static void Count(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, double[] identical, double[] credit, double[] common)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] == RollCallVotes.Absent || right[i] == RollCallVotes.Absent) continue;
            var distance = Math.Abs(left[i] - right[i]);
            common[i]++;
            credit[i] += 1 - (distance / 2.0);
            if (distance == 0) identical[i]++;
        }
    }

    private static Interval? Resample(double[] numerator, double[] denominator, int[]? clusters, AgreementOptions options, int year, int measure)
    {
        if (options.Replicates == 0) return null;
        var (top, bottom) = clusters is null ? (numerator, denominator) : (Gather(numerator, clusters), Gather(denominator, clusters));
        if (bottom.Count(value => value > 0) < 2) return null;
        var seed = options.Seed ^ ((ulong)year << 8) ^ (ulong)measure;
        var (low, high) = Bootstrap.RatioOfSums(top, bottom, options.Replicates, seed, options.Level);
        return double.IsNaN(low) ? null : new Interval(low, high, options.Level);
    }

    private static int[] ByDate(ImmutableArray<RollCall> calls, int start, int end)
    {
        var clusters = new int[end - start];
        for (var i = 1; i < clusters.Length; i++) clusters[i] = clusters[i - 1] + (calls[start + i].Date == calls[start + i - 1].Date ? 0 : 1);
        return clusters;
    }

    private static double[] Gather(double[] values, int[] clusters)
    {
        var sums = new double[clusters.Length == 0 ? 0 : clusters[^1] + 1];
        for (var i = 0; i < values.Length; i++) sums[clusters[i]] += values[i];
        return sums;
    }

    private static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
