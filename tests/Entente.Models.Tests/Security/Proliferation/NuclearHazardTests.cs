using CsCheck;
using Entente.World;
using Entente.Models.Security.Proliferation;

namespace Entente.Models.Tests.Security.Proliferation;

public sealed class NuclearHazardTests(Snapshot snapshot)
{
    private static readonly Lock Gate = new();
    private static NuclearPanel? _panel;

    private NuclearPanel Panel
    {
        get
        {
            lock (Gate) return _panel ??= new NuclearPanel(snapshot.World);
        }
    }

    [Fact]
    public void Base_rates_are_near_the_published_ones()
    {
        // About 31 explored, 20 pursued, 10 acquired (Bleek 2017; Singh and Way 2004 count 25 and 16).
        Panel.EverAtLeast(1).ShouldBeInRange(28, 36);
        Panel.EverAtLeast(2).ShouldBeInRange(16, 23);
        Panel.EverAtLeast(3).ShouldBeInRange(9, 13);
    }

    [Fact]
    public void Signs_are_the_published_ones_but_for_guarantees_and_exploration()
    {
        foreach (var onset in Enum.GetValues<NuclearOnset>())
        {
            var hazard = NuclearHazard.Fit(Panel.AtRisk(onset).Rows);
            hazard.Coefficient(1).Mean.ShouldBeGreaterThan(0, $"{onset}: capacity");
            hazard.Coefficient(3).Mean.ShouldBeGreaterThan(0, $"{onset}: rivalry");
            if (onset == NuclearOnset.Pursuit) hazard.Coefficient(5).Mean.ShouldBeLessThan(0, "guarantee");
            hazard.Estimate.LargestScore.ShouldBeLessThan(1e-3);
        }
    }

    [Fact]
    public void Expected_onsets_in_sample_are_close_to_observed_ones()
    {
        var rows = Panel.AtRisk(NuclearOnset.Pursuit).Rows;
        var hazard = NuclearHazard.Fit(rows);
        rows.Sum(row => hazard.Yearly(row.X)).ShouldBe(hazard.Onsets, hazard.Onsets * .35);
    }

    [Fact]
    public void A_horizon_is_many_years_in_a_row()
    {
        var rows = Panel.AtRisk(NuclearOnset.Pursuit).Rows;
        var hazard = NuclearHazard.Fit(rows);
        var x = rows[500].X;
        var p = hazard.Yearly(x);
        hazard.Within(x, 10, hazard.Estimate.Coefficients).ShouldBe(1 - Math.Pow(1 - p, 10), 1e-12);
    }

    [Fact]
    public void Covariates_are_of_the_year_before_and_missing_ones_stay_missing()
    {
        Panel.Covariates(2, 1800).ShouldBeNull();
        Panel.Covariates(740, 2024).ShouldNotBeNull().Guarantee.ShouldBe(1);
        Panel.Covariates(740, 2024)!.Value.Latency.ShouldBeGreaterThan(0);
        Panel.Covariates(375, 2000).ShouldNotBeNull().Guarantee.ShouldBe(0);
        Panel.Covariates(375, 2024).ShouldNotBeNull().Guarantee.ShouldBe(1);
    }

    [Fact]
    public void Too_few_onsets_are_no_hazard() => Should.Throw<NoAnswerException>(() => NuclearHazard.Fit(Panel.AtRisk(NuclearOnset.Pursuit).Rows.AsSpan(0, 5))).Message.ShouldContain("three or more");

    [Fact]
    public void Eras_are_called_without_having_been_seen()
    {
        foreach (var onset in Enum.GetValues<NuclearOnset>())
        {
            var (rows, missing, onsetsMissing) = Panel.AtRisk(onset);
            TestContext.Current.TestOutputHelper?.WriteLine($"{onset}: {rows.Length} rows, {missing} missing, {onsetsMissing} onsets missing");
            var hazard = NuclearHazard.Fit(rows);
            for (var j = 0; j < NuclearHazard.Names.Length; j++) TestContext.Current.TestOutputHelper?.WriteLine($"{NuclearHazard.Names[j]} {hazard.Coefficient(j).Mean:0.00} ({hazard.Coefficient(j).Sd:0.00})");
            var scores = HazardScores.ByEra(rows);
            foreach (var score in scores) TestContext.Current.TestOutputHelper?.WriteLine(score.ToString());
            scores[^1].Rows.ShouldBe(rows.Length);
            scores[^1].Observed.ShouldBe(hazard.Onsets);
            scores[^1].Auc.ShouldBeGreaterThan(.6);
        }
    }

    [Fact]
    public void The_area_under_the_curve_is_the_share_of_pairs_in_order()
    {
        HazardScores.Auc([.1, .2, .3, .4], [false, false, true, true]).ShouldBe(1);
        HazardScores.Auc([.1, .1], [false, true]).ShouldBe(.5);
        Gen.Select(Gen.Int[0, 5].Array[12], Gen.Bool.Array[12]).Sample((values, y) =>
        {
            var p = values.Select(value => value / 5.0).ToArray();
            if (y.All(one => one) || y.All(one => !one)) return;
            var pairs = from i in Enumerable.Range(0, 12) from j in Enumerable.Range(0, 12) where y[i] && !y[j] select p[i] > p[j] ? 1 : p[i] < p[j] ? 0 : .5;
            HazardScores.Auc(p, y).ShouldBe(pairs.Average(), 1e-12);
        });
    }

    [Fact]
    public void Scores_are_the_worked_example()
    {
        // p = (.1, .4, .8, .9), y = (0, 0, 1, 1): Brier .055, log .236173.
        var score = HazardScores.Of("x", [.1, .4, .8, .9], [.5, .5, .5, .5], [false, false, true, true]);
        score.Brier.ShouldBe(.055, 1e-12);
        score.Log.ShouldBe(.236173, 1e-6);
        score.LogBase.ShouldBe(Math.Log(2), 1e-12);
        score.Beats.ShouldBeTrue();
    }
}
