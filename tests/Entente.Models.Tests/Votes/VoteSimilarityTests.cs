using Entente.Models.Votes;
using Entente.Numerics.Similarity;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Tests.Votes;

/// <summary>Every measure on the shipped votes, against each other and against a count by hand.</summary>
public class VoteSimilarityTests(Snapshot snapshot)
{
    private PeriodSimilarity Only(string a, string b, int year, VoteSimilarityOptions? options = null) =>
        VoteSimilarity.Compute(snapshot.World, a, b, (options ?? new VoteSimilarityOptions { Replicates = 0 }) with { Selection = (options?.Selection ?? RollCallSelection.Everything) with { Since = year, Until = year } }).Periods.ShouldHaveSingleItem();

    [Theory]
    [InlineData("RUS", "CHN", 2025, .781, .862)]
    [InlineData("USA", "RUS", 1985, .113, .258)]
    public void The_known_agreement_is_two_of_the_measures_and_S_is_twice_it_less_one(string a, string b, int year, double identical, double agreement)
    {
        var found = Only(a, b, year);
        found[SimilarityMeasure.Identical].Value.ShouldBe(identical, .0006);
        found[SimilarityMeasure.Agreement].Value.ShouldBe(agreement, .0006);
        found[SimilarityMeasure.SAbsolute].Value.ShouldBe((2 * found[SimilarityMeasure.Agreement].Value) - 1, 1e-12);
        found.Table.Sum().ShouldBe(found.CommonVotes);
    }

    [Fact]
    public void The_table_of_all_dyads_says_the_same_as_the_dyad_alone()
    {
        var table = AllDyads.Compute(snapshot.World, threads: 2);
        foreach (var (a, b, year) in new[] { (365, 710, 2025), (2, 365, 1985), (2, 20, 1946), (200, 220, 2003) })
        {
            var row = Enumerable.Range(0, table.Rows).Single(i => table.A[i] == a && table.B[i] == b && table.Periods[table.PeriodOf[i]].Year == year);
            foreach (var scope in Enum.GetValues<RollCallScope>())
            {
                var alone = Only($"COW:{snapshot.World.States[a].Abbreviation}", $"COW:{snapshot.World.States[b].Abbreviation}", year,
                    new VoteSimilarityOptions { Replicates = 0, Selection = new RollCallSelection { WithoutUnanimous = scope == RollCallScope.Contested } });
                table.Measures.CommonVotes(scope)[row].ShouldBe(alone.CommonVotes);
                foreach (var measure in Enum.GetValues<SimilarityMeasure>()) ((double)table.Measures.Column(measure, scope)[row]).ShouldBe(alone[measure].Value, 1e-6, $"{a} {b} {year} {measure} {scope}");
            }
        }
    }

    [Fact]
    public void All_dyads_reach_from_the_first_year_to_the_last_and_a_selection_leaves_years_out()
    {
        var all = AllDyads.Compute(snapshot.World, threads: 2);
        all.Rows.ShouldBeGreaterThan(900_000);
        all.Periods[0].Year.ShouldBe(1946);
        all.Periods[^1].Year.ShouldBe(2025);
        all.Periods.ShouldNotContain(period => period.Year == 1964, "1964 held no recorded vote");
        Enumerable.Range(0, all.Rows).ShouldAllBe(i => all.A[i] < all.B[i]);
        var nuclear = AllDyads.Compute(snapshot.World, new RollCallSelection { Issues = VoteIssues.Nuclear }, 2);
        nuclear.Rows.ShouldBeLessThan(all.Rows);
        nuclear.Exclusions.ShouldNotBeEmpty();
        Should.Throw<NoAnswerException>(() => AllDyads.Compute(snapshot.World, new RollCallSelection { OnlyImportant = true, Since = 2025 })).Message.ShouldContain("importance not coded");
    }

    [Fact]
    public void Sessions_to_2019_are_about_as_many_dyad_sessions_as_the_literature_counts()
    {
        var table = AllDyads.Compute(snapshot.World, new RollCallSelection { By = VotePeriodKind.Session, Until = 2019 }, 2);
        var regular = Enumerable.Range(0, table.Rows).Count(i => !table.Periods[table.PeriodOf[i]].Label.StartsWith("ES", StringComparison.Ordinal));
        regular.ShouldBeInRange(800_000, 850_000);
    }

    [Fact]
    public void Intervals_hold_their_value_repeat_and_are_wider_by_days()
    {
        var byDay = Only("RUS", "CHN", 2025, new VoteSimilarityOptions());
        var again = Only("RUS", "CHN", 2025, new VoteSimilarityOptions());
        var single = Only("RUS", "CHN", 2025, new VoteSimilarityOptions { ClusterByDate = false });
        foreach (var measure in Enum.GetValues<SimilarityMeasure>())
        {
            var interval = byDay[measure].Interval.ShouldNotBeNull(measure.ToString());
            interval.Low.ShouldBeLessThan(byDay[measure].Value);
            interval.High.ShouldBeGreaterThan(byDay[measure].Value);
            again[measure].ShouldBe(byDay[measure]);
        }

        double Width(PeriodSimilarity period) => period[SimilarityMeasure.Identical].Interval!.Value.High - period[SimilarityMeasure.Identical].Interval!.Value.Low;
        Width(byDay).ShouldBeGreaterThan(Width(single));
    }

    [Fact]
    public void A_year_whose_selection_leaves_no_roll_call_is_missing_and_not_zero()
    {
        var series = VoteSimilarity.Compute(snapshot.World, "USA", "RUS", new VoteSimilarityOptions { Replicates = 0, Selection = new RollCallSelection { OnlyImportant = true, Since = 2010, Until = 2025 } });
        var last = series.Periods[^1];
        last.RollCalls.ShouldBe(0);
        last.Held.ShouldBeGreaterThan(100);
        double.IsNaN(last[SimilarityMeasure.KappaQuadratic].Value).ShouldBeTrue();
        series.Provenance.Coverage.Statement.ShouldContain("importance not coded");
    }

    [Fact]
    public void Consensus_adds_agreements_where_a_count_is_given_and_leaves_other_years_missing()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "year,count\n2025,100\n");
        var plain = Only("USA", "RUS", 2025);
        var options = new VoteSimilarityOptions { Replicates = 200, Consensus = ConsensusCounts.Read(file) };
        var with = Only("USA", "RUS", 2025, options);
        with.Consensus.ShouldBe(100);
        with.CommonVotes.ShouldBe(plain.CommonVotes);
        with[SimilarityMeasure.Identical].Value.ShouldBe(((plain[SimilarityMeasure.Identical].Value * plain.CommonVotes) + 100) / (plain.CommonVotes + 100), 1e-12);
        with[SimilarityMeasure.Identical].Interval.ShouldNotBeNull().Low.ShouldBeGreaterThan(plain[SimilarityMeasure.Identical].Value);
        var before = VoteSimilarity.Compute(snapshot.World, "USA", "RUS", options with { Selection = new RollCallSelection { Since = 2023, Until = 2025 } }).Periods[0];
        double.IsNaN(before[SimilarityMeasure.Identical].Value).ShouldBeTrue();
        before.Hole.ShouldNotBeNull().ShouldContain("no count of resolutions adopted without a vote");
        File.Delete(file);
    }

    [Theory]
    [InlineData("year,count\n2025,many\n", "line 2")]
    [InlineData("year,count\n2025,-3\n", "count")]
    [InlineData("year,count\n2025,3\n2025,4\n", "line 3")]
    [InlineData("year,number\n2025,3\n", "count")]
    [InlineData("year,count\n", "no rows")]
    [InlineData("year,count\n,3\n", "year")]
    public void A_consensus_file_with_a_bad_cell_is_refused_with_the_place(string text, string says)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        var sentence = Should.Throw<InvalidInputException>(() => ConsensusCounts.Read(file)).Message;
        sentence.ShouldContain(says);
        sentence.ShouldContain(Path.GetFileName(file));
        File.Delete(file);
    }
}
