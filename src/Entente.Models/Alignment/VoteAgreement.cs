using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Votes;
using Entente.Numerics.Similarity;
using Entente.World;
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

    /// <summary>Resample whole days of voting, joined where they voted on the same title, instead of single roll calls: wider, and honest where texts of one day are alike. Default true.</summary>
    public bool ClusterByDate { get; init; } = true;
}

/// <summary>
/// Agreement of two states in the General Assembly, year by year: the share of identical votes, and the mean of 1 / .5 / 0
/// (Lijphart 1963; Voeten 2013: 1 − |v₁ − v₂| / 2 with yes 1, abstain 2, no 3). An absence is no abstention: only roll calls on which both voted count.
/// These are two of the measures of <see cref="VoteSimilarity"/>, on all roll calls.
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
        options ??= new AgreementOptions();
        var series = VoteSimilarity.Compute(world, a, b, Options(options) with { Selection = new RollCallSelection { Since = since, Until = until } });
        return Of(series);
    }

    /// <summary>The agreement and the identical votes of a similarity.</summary>
    public static AlignmentSeries Of(SimilaritySeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new AlignmentSeries(series.A, series.B, [.. series.Periods.Select(Agreement)], series.Provenance);
    }

    /// <summary>Agreement in one year between all pairs of two sets of states; a pair of a state with itself is left out.</summary>
    public static YearAgreement Year(RollCallVotes votes, ImmutableArray<int> a, ImmutableArray<int> b, int year, AgreementOptions options)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(options);
        var (start, end) = votes.InYear(year);
        var period = new VotePeriod(year.ToString(CultureInfo.InvariantCulture), year, end - start, [.. Enumerable.Range(start, end - start)]);
        return Agreement(VoteSimilarity.Period(votes, a, b, period, Options(options)));
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

    private static YearAgreement Agreement(PeriodSimilarity year)
    {
        var (identical, agreement) = (year[SimilarityMeasure.Identical], year[SimilarityMeasure.Agreement]);
        return new YearAgreement(year.Year, year.CommonVotes, year.Held, identical.Value, agreement.Value, identical.Interval, agreement.Interval, year.Hole);
    }

    private static VoteSimilarityOptions Options(AgreementOptions options) =>
        new() { Replicates = options.Replicates, Seed = options.Seed, Level = options.Level, ClusterByDate = options.ClusterByDate };
}
