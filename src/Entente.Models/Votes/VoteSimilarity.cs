using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.Numerics.Similarity;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Votes;

namespace Entente.Models.Votes;

/// <summary>How the similarity of two parties is computed.</summary>
public sealed record VoteSimilarityOptions
{
    /// <summary>Which roll calls count, over which years. Default all.</summary>
    public RollCallSelection Selection { get; init; } = RollCallSelection.Everything;

    /// <summary>Counts of resolutions adopted without a vote, added as agreements of both (Häge and Hug 2016); <see langword="null"/> (the default) leaves them out. A year that has none given is missing.</summary>
    public ConsensusCounts? Consensus { get; init; }

    /// <summary>Resamples of the roll calls of a period; 0 leaves the intervals out. Default 1,000.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>Seed of the resampling. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Nominal level of the intervals. Default .9.</summary>
    public double Level { get; init; } = .9;

    /// <summary>Resample whole days, joined where they voted on the same title, instead of single roll calls: wider, and honest where texts of one day are alike. Default true.</summary>
    public bool ClusterByDate { get; init; } = true;
}

/// <summary>
/// Similarity of two states or blocs in the General Assembly by every measure of <see cref="SimilarityMeasure"/>, each with an interval. An absence is no abstention: only roll calls on which both voted count.
/// For blocs the tables of all pairs of members are added up before a measure is taken.
/// </summary>
public static class VoteSimilarity
{
    /// <summary>More undefined resamples than this share leave a measure without an interval.</summary>
    public const double LargestUndefinedShare = .05;

    /// <summary>Computes the similarity of two states or blocs.</summary>
    /// <param name="world">The world.</param>
    /// <param name="a">State or bloc by code or name.</param>
    /// <param name="b">State or bloc by code or name; membership is that of the end of each period's year.</param>
    /// <param name="options">What counts and how it is resampled; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidInputException">An unknown or ambiguous party, or a span outside the votes held.</exception>
    /// <exception cref="NoAnswerException">The two never voted on the same selected roll call in the span.</exception>
    public static SimilaritySeries Compute(WorldEdition world, string a, string b, VoteSimilarityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        options ??= new VoteSimilarityOptions();
        var votes = world.Votes;
        var (since, until) = Span(votes, options.Selection);
        var (partyA, partyB) = (new DatedParty(world, a, until), new DatedParty(world, b, until));
        var selected = options.Selection.Apply(votes);
        var periods = options.Selection.By == VotePeriodKind.Session ? selected.Periods : EveryYear(selected.Periods, since, until);
        foreach (var party in new[] { partyA, partyB })
        {
            if (periods.All(period => party.WithoutMembers(period.Year) is not null)) _ = party.SomeMembersIn(periods.IsEmpty ? until : periods[^1].Year);
        }

        ImmutableArray<PeriodSimilarity> found = [.. periods.Select(period => Noted(Period(votes, partyA.MembersIn(period.Year), partyB.MembersIn(period.Year), period, options), partyA, partyB))];
        if (found.All(period => period.CommonVotes == 0))
        {
            throw new NoAnswerException(selected.Excluded == 0
                ? $"{partyA.Label} and {partyB.Label} have no common recorded vote from {since} to {until}: similarity is missing, not zero."
                : $"{partyA.Label} and {partyB.Label} have no common vote from {since} to {until} among the {options.Selection.Describe()} ({selected.Describe()}): similarity is missing, not zero; widen the selection.");
        }

        return new SimilaritySeries(
            partyA.Label, partyB.Label, found, options.Selection, selected.Exclusions, selected.KeptUncoded,
            Provenance($"vote similarity of {partyA.Label} and {partyB.Label}, {since} to {until}, {options.Selection.Describe()} on which both voted", found, selected, options));
    }

    /// <summary>Similarity in one period between all pairs of two sets of states; a pair of a state with itself is left out.</summary>
    /// <param name="votes">All votes.</param>
    /// <param name="a">Ids of the first party's members.</param>
    /// <param name="b">Ids of the second's.</param>
    /// <param name="period">The roll calls.</param>
    /// <param name="options">How to resample, and the consensus to add.</param>
    public static PeriodSimilarity Period(RollCallVotes votes, ImmutableArray<int> a, ImmutableArray<int> b, VotePeriod period, VoteSimilarityOptions options)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(options);
        var hole = options.Selection.By == VotePeriodKind.CalendarYear ? VoteHoles.Describe(period.Year, votes.RollCalls) : null;
        var tables = PairTables.Count(votes, a, b, period.RollCalls.AsSpan());
        var empty = new PeriodSimilarity(period.Label, period.Year, period.Held, period.RollCalls.Length, tables.CommonVotes, 0, [], Nothing, hole);
        if (tables.CommonVotes == 0) return empty;

        var held = new double[VoteMeasures.Cells];
        var consensus = 0;
        if (options.Consensus is { } counts)
        {
            if (counts.Of(period.Label) is not { } count) return empty with { Hole = Joined(hole, $"no count of resolutions adopted without a vote in {counts.File}") };
            consensus = count;
            held[0] = (double)count * tables.Pairs;
        }

        var total = tables.Sum();
        total[0] += held[0];
        var values = new double[VoteMeasures.Count];
        VoteMeasures.Compute(total, values);
        var intervals = new MeasureInterval[VoteMeasures.Count];
        Resample(votes, period, tables, held, options, intervals);
        var measures = ImmutableArray.CreateBuilder<MeasuredValue>(values.Length);
        for (var m = 0; m < values.Length; m++) measures.Add(new MeasuredValue(values[m], IntervalOf(values[m], intervals[m], options)));
        return empty with { Consensus = consensus, Table = [.. total], Measures = measures.MoveToImmutable() };
    }

    /// <summary>A year in which a bloc had no members is missing for that reason.</summary>
    private static PeriodSimilarity Noted(PeriodSimilarity period, DatedParty a, DatedParty b) =>
        (a.WithoutMembers(period.Year) ?? b.WithoutMembers(period.Year)) is { } sentence ? period with { Hole = Joined(period.Hole, sentence.TrimEnd('.')) } : period;

    private static readonly ImmutableArray<MeasuredValue> Nothing = [.. Enumerable.Repeat(MeasuredValue.Missing, VoteMeasures.Count)];

    /// <summary>The last year with votes in which both are parties: an ended bloc is asked about for the years in which it had members.</summary>
    /// <param name="world">The world.</param>
    /// <param name="a">State or bloc by code or name.</param>
    /// <param name="b">State or bloc by code or name.</param>
    /// <param name="since">First year that is asked for; where it lies after that last year, it is not looked for.</param>
    public static int LastYear(WorldEdition world, string a, string b, int? since = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        var last = world.Votes.RollCalls[^1].Date.Year;
        var both = Math.Min(DatedParty.LastYear(world, a, last), DatedParty.LastYear(world, b, last));
        return both < (since ?? world.Votes.RollCalls[0].Date.Year) ? last : both;
    }

    /// <summary>The years of a selection, checked against the votes held.</summary>
    internal static (int Since, int Until) Span(RollCallVotes votes, RollCallSelection selection)
    {
        var (first, last) = (votes.RollCalls[0].Date.Year, votes.RollCalls[^1].Date.Year);
        var (since, until) = (selection.Since ?? first, selection.Until ?? last);
        if (since > until) throw new InvalidInputException($"The first year {since} is after the last year {until}; swap --since and --until.");
        if (since < first || until > last)
        {
            throw new InvalidInputException($"Recorded votes are held from {first} to {last}; the span {since} to {until} is outside: choose years within.");
        }

        return (since, until);
    }

    private static ImmutableArray<VotePeriod> EveryYear(ImmutableArray<VotePeriod> held, int since, int until)
    {
        var byYear = held.ToDictionary(period => period.Year);
        return [.. Enumerable.Range(since, until - since + 1).Select(year =>
            byYear.TryGetValue(year, out var period) ? period : new VotePeriod(year.ToString(CultureInfo.InvariantCulture), year, 0, []))];
    }

    /// <summary>The seed of a year's resamples.</summary>
    internal static ulong SeedOf(ulong seed, int year) => seed ^ ((ulong)year << 8);

    private static void Resample(RollCallVotes votes, VotePeriod period, PairTables tables, double[] held, VoteSimilarityOptions options, MeasureInterval[] intervals)
    {
        Array.Fill(intervals, new MeasureInterval(double.NaN, double.NaN, 0));
        if (options.Replicates == 0) return;
        var clusters = RollCallClusters.Of(votes.RollCalls, period.RollCalls.AsSpan(), options.ClusterByDate, out var count);
        var gathered = tables.ByCluster(clusters, count, out var voted);
        if (voted < 2) return;
        SimilarityBootstrap.Intervals(gathered, held, options.Replicates, SeedOf(options.Seed, period.Year), options.Level, intervals);
    }

    private static Interval? IntervalOf(double value, MeasureInterval interval, VoteSimilarityOptions options) =>
        double.IsNaN(value) || double.IsNaN(interval.Low) || interval.Undefined > LargestUndefinedShare * options.Replicates ? null : new Interval(interval.Low, interval.High, options.Level);

    private static Provenance Provenance(string query, ImmutableArray<PeriodSimilarity> periods, SelectedRollCalls selected, VoteSimilarityOptions options)
    {
        var common = periods.Sum(period => period.CommonVotes);
        var unit = options.Selection.By == VotePeriodKind.Session ? "sessions" : "years";
        var statement = string.Create(CultureInfo.InvariantCulture, $"{common:N0} common votes in {periods.Count(period => period.CommonVotes > 0)} of {periods.Length} {unit}");
        if (selected.Describe() is { } excluded) statement += $"; {excluded}";
        if (options.Consensus is { } counts) statement += string.Create(CultureInfo.InvariantCulture, $"; {periods.Sum(period => period.Consensus):N0} resolutions adopted without a vote added from {counts.File}");
        ImmutableArray<string> holes = [.. periods.Where(period => period.Hole is not null).Select(period => $"{period.Period}: {period.Hole}")];
        return new Provenance(["unga-votes"], query, new Coverage(statement, common, null, holes));
    }

    private static string Joined(string? hole, string more) => hole is null ? more : $"{hole}; {more}";
}
