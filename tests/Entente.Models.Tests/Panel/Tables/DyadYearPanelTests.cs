using Entente.Models.Alignment;
using Entente.Models.Panel.Tables;
using Entente.World;

namespace Entente.Models.Tests.Panel.Tables;

public class DyadYearPanelTests(Snapshot snapshot)
{
    private const int Usa = 2;
    private const int Canada = 20;
    private const int Russia = 365;
    private const int China = 710;

    private float Cell(string variable, int a, int b, int year)
    {
        var frame = DyadYearFrame.Build(snapshot.World, year, year);
        return DyadYearPanel.Build(snapshot.World, frame, [variable], default).Column(variable)[frame.Row(a, b, year)];
    }

    [Fact]
    public void Every_pair_of_members_has_one_row_and_is_found_by_arithmetic()
    {
        var frame = DyadYearFrame.Build(snapshot.World, 1944, 1948);
        var seen = new HashSet<(int, int, int)>();
        for (var row = 0; row < frame.Rows; row++)
        {
            frame.A[row].ShouldBeLessThan(frame.B[row]);
            seen.Add((frame.Year[row], frame.A[row], frame.B[row])).ShouldBeTrue();
            frame.Row(frame.B[row], frame.A[row], frame.Year[row]).ShouldBe(row);
        }

        for (var year = 1944; year <= 1948; year++)
        {
            var n = frame.Members(year).Length;
            seen.Count(one => one.Item1 == year).ShouldBe(n * (n - 1) / 2);
        }

        frame.Row(Usa, Usa, 1946).ShouldBe(-1);
        frame.Row(Usa, 9999, 1946).ShouldBe(-1);
        frame.Row(Usa, Canada, 1990).ShouldBe(-1);
    }

    [Theory]
    [InlineData(Usa, Russia, 1985)]
    [InlineData(Russia, China, 2022)]
    [InlineData(Canada, Usa, 1950)]
    public void Votes_are_those_of_the_alignment_of_the_pair(int a, int b, int year)
    {
        var (agreement, common) = VoteAgreement.Plain(snapshot.World.Votes, a, b, year);
        Cell("vote_agreement", a, b, year).ShouldBe((float)agreement, 1e-5f);
        Cell("common_votes", a, b, year).ShouldBe(common);
    }

    [Fact]
    public void Trade_shares_are_those_of_the_matrix()
    {
        var trade = snapshot.World.Trade(2013);
        var exports = trade.Economies.Sum(other => trade.Value(Russia, other) is var value && double.IsFinite(value) ? value : 0);
        Cell("export_share_a_b", Russia, China, 2013).ShouldBe((float)(trade.Value(Russia, China) / exports), 1e-6f);
        Cell("exports_b_a", Russia, China, 2013).ShouldBe((float)trade.Value(China, Russia));
        Cell("trade_dependence_a", Russia, China, 2013).ShouldBe((Cell("export_share_a_b", Russia, China, 2013) + Cell("import_share_a_b", Russia, China, 2013)) / 2, 1e-6f);
    }

    [Fact]
    public void Early_shares_name_the_right_state()
    {
        // Canada hangs on the United States far more than the other way round.
        Cell("trade_dependence_b", Usa, Canada, 1970).ShouldBeGreaterThan(.5f);
        Cell("trade_dependence_a", Usa, Canada, 1970).ShouldBeInRange(.1f, .4f);
    }

    [Fact]
    public void What_no_source_covers_is_missing_and_never_zero()
    {
        Cell("gml_onsets", Usa, Russia, 2011).ShouldBe(float.NaN);
        Cell("trade_dependence_a", Usa, Canada, 2021).ShouldBe(float.NaN);
        Cell("vote_agreement", Usa, China, 1960).ShouldBe(float.NaN);
        Cell("defence_pact", Usa, China, 2022).ShouldBe(float.NaN);
        Cell("minimum_distance", Usa, Canada, 1970).ShouldBe(float.NaN);
        Cell("gml_onsets", Usa, Canada, 1950).ShouldBe(0);
        Cell("defence_pact", Usa, China, 1990).ShouldBe(0);
        Cell("defence_pact", Usa, Canada, 1990).ShouldBe(1);
    }

    [Fact]
    public void Shared_foes_are_counted_as_by_hand()
    {
        const int Year = 2010;
        var foes = snapshot.World.DisputeYears("cow").Where(one => one.Originated > 0 && one.Year > Year - 10 && one.Year <= Year).SelectMany(one => new[] { (one.A, one.B), (one.B, one.A) }).ToLookup(one => one.Item1, one => one.Item2);
        foreach (var (a, b) in new[] { (Russia, China), (Usa, 740), (630, 652) })
        {
            var shared = foes[a].Distinct().Intersect(foes[b]).Count();
            Cell("shared_foes", a, b, Year).ShouldBe((float)Math.Log(1 + shared), 1e-6f);
        }
    }

    [Fact]
    public void Joint_distance_from_the_United_States_is_the_lower_one() =>
        Cell("us_distance_joint", Russia, China, 2015).ShouldBe(Math.Min(Cell("us_distance_a", Russia, China, 2015), Cell("us_distance_b", Russia, China, 2015)));

    [Fact]
    public void Coverage_counts_cells()
    {
        var panel = DyadYearPanel.Build(snapshot.World, 1999, 2001, ["exports_a_b", "contiguity"]);
        var coverage = panel.Coverage();
        coverage.Single(one => one.Variable == "exports_a_b" && one.Year == 1999).Held.ShouldBe(0);
        coverage.Single(one => one.Variable == "contiguity" && one.Year == 2001).ShouldSatisfyAllConditions(one => one.Held.ShouldBe(one.Rows), one => one.Rows.ShouldBeGreaterThan(15_000));
        coverage.Where(one => one.Variable == "exports_a_b").Sum(one => one.Held).ShouldBe(panel.Column("exports_a_b").ToArray().Count(value => !float.IsNaN(value)));
    }

    [Fact]
    public void An_unknown_variable_is_refused_with_the_nearest_names() =>
        Should.Throw<InvalidInputException>(() => DyadYearPanel.Build(snapshot.World, 2000, 2001, ["vote_agrement"])).Message.ShouldContain("'vote_agrement'; near it are vote_agreement");

    [Fact]
    public void Years_in_the_wrong_order_are_refused() => Should.Throw<InvalidInputException>(() => DyadYearPanel.Build(snapshot.World, 2001, 2000)).Message.ShouldContain("swap --since and --until");

    [Fact]
    public void Every_variable_names_sources_of_the_catalog_and_has_cells()
    {
        var panel = DyadYearPanel.Build(snapshot.World, 1995, 2006);
        foreach (var variable in panel.Variables)
        {
            foreach (var source in variable.Sources) snapshot.World.Catalog[source].Key.ShouldBe(source);
            panel.Column(variable.Name).ToArray().Any(value => !float.IsNaN(value)).ShouldBeTrue(variable.Name);
        }

        var states = StateYearPanel.Build(snapshot.World, 2000, 2006);
        foreach (var variable in states.Variables)
        {
            foreach (var source in variable.Sources) snapshot.World.Catalog[source].Key.ShouldBe(source);
            states.Column(variable.Name).ToArray().Any(value => !float.IsNaN(value)).ShouldBeTrue(variable.Name);
        }
    }

    [Fact]
    public void The_codebook_names_every_variable()
    {
        var panel = StateYearPanel.Build(snapshot.World, 1990, 2000);
        var text = PanelCodebook.Markdown(panel, snapshot.World.Catalog, "x.csv");
        foreach (var variable in panel.Variables) text.ShouldContain($"| {variable.Name} |");
        text.ShouldContain("cow-nmc");
    }

    [Fact]
    public void Shipped_ideal_points_hold_their_intervals_and_their_scale()
    {
        var points = snapshot.World.IdealPoints;
        points.Length.ShouldBeGreaterThan(10_000);
        points.ShouldAllBe(point => point.Low <= point.High);
        points.Average(point => point.Value).ShouldBe(0, .05);
        points.Single(point => point.State == Usa && point.Year == 2019).Value.ShouldBeGreaterThan(1.5);
    }
}
