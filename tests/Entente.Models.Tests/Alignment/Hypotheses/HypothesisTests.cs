using System.Collections.Immutable;
using Entente.Models.Alignment.Hypotheses;
using Entente.Numerics.Random;
using Entente.Numerics.Scoring;
using Entente.World;

namespace Entente.Models.Tests.Alignment.Hypotheses;

public class HypothesisTests(Snapshot snapshot)
{
    private const string Good = "name: N\nstatement: S\ncovariates:\n  - regime_distance\n  - city_distance: log\n";

    private static readonly ContestOptions Short = new() { Horizons = [1], From = 1990, To = 2012, Replicates = 40 };

    private static Hypothesis Of(string key, params HypothesisCovariate[] covariates) => new(key, key, "claim", [], [.. covariates], []);

    [Fact]
    public void A_file_is_read_with_its_transforms()
    {
        var one = HypothesisFile.Parse(Good, "mine.yaml");
        one.Key.ShouldBe("mine");
        one.Covariates.Select(covariate => covariate.Name).ShouldBe(["regime_distance", "log city_distance"]);
    }

    [Theory]
    [InlineData("name: N\nstatement: S\ncovariates: [regime_distnce]\n", "line 3, column 14: unknown covariate: there is no dyad-year variable 'regime_distnce'; near it are regime_distance")]
    [InlineData("name: N\nstatement: S\n", "the key 'covariates' is missing")]
    [InlineData("name: N\nstatement: S\ncovariates: []\n", "an empty list. Persistence, which has none")]
    [InlineData("name: N\nstatement: S\ncovariates: [democracy_a]\n", "about one state of the pair")]
    [InlineData("name: N\nstatement: S\ncovariates:\n  - city_distance: root\n", "must be one of log, log1p, positive, is_one")]
    [InlineData("name: N\nstatement: S\ncovariates: [alliance, alliance]\n", "alliance is there twice")]
    [InlineData("nam: N\n", "unknown key 'nam'. Did you mean 'name'?")]
    [InlineData("- x\n", "must be a group of keys")]
    public void Bad_files_get_one_sentence_with_the_place(string text, string expected) =>
        Should.Throw<InvalidInputException>(() => HypothesisFile.Parse(text, "h.yaml")).Message.ShouldContain(expected);

    [Fact]
    public void The_shipped_hypotheses_are_read_and_name_who_argues_them()
    {
        var shipped = HypothesisFile.List();
        shipped.ShouldBe(["credibility-of-the-west", "regime-similarity", "shared-hostility", "threat-and-power", "trade-dependence"]);
        foreach (var name in shipped) HypothesisFile.Read(name).ArguedBy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Persistence_has_no_gain_on_itself_and_weights_add_up()
    {
        var contest = HypothesisScoring.Run(snapshot.World, [Of("regime", new HypothesisCovariate("regime_distance", CovariateTransform.None))], Short);
        var horizon = contest.Horizons.Single();
        horizon.Scores[0].LogGain.Value.ShouldBe(0);
        horizon.Scores.Sum(score => score.Weight.Value).ShouldBe(1, 1e-6);
        foreach (var score in horizon.Scores)
        {
            score.Pit.Sum().ShouldBe(1, 1e-9);
            score.Coverage50.ShouldBeInRange(.3, .75);
            score.Coverage90.ShouldBeInRange(.8, .99);
            score.LogGain.Interval.Low.ShouldBeLessThanOrEqualTo(score.LogGain.Value + 1e-12);
            score.LogGain.Interval.High.ShouldBeGreaterThanOrEqualTo(score.LogGain.Value - 1e-12);
        }
    }

    [Fact]
    public void No_outcome_after_the_origin_enters_its_forecast()
    {
        // Cutting the panel after an origin's outcome must not change the score of that origin.
        ImmutableArray<Hypothesis> one = [Of("regime", new HypothesisCovariate("regime_distance", CovariateTransform.None))];
        var (longer, shorter) = (HypothesisScoring.Run(snapshot.World, one, Short), HypothesisScoring.Run(snapshot.World, one, Short with { To = 2003 }));
        shorter.Horizons[0].Origins.ShouldBe(longer.Horizons[0].Origins.Where(year => year < 2003));
        var last = HypothesisScoring.Run(snapshot.World, one, Short with { To = 2000 }).Horizons[0];
        last.Origins.Length.ShouldBeLessThan(shorter.Horizons[0].Origins.Length);
    }

    [Fact]
    public void A_planted_slope_is_found()
    {
        var stream = new CounterStream(5, 0, 0);
        var years = new List<OriginYear>();
        for (var year = 0; year < 12; year++)
        {
            var n = 400;
            var (now, past, later, x) = (new double[n], new double[n], new double[n], new double[n]);
            var shock = .05 * stream.NextNormal();
            for (var i = 0; i < n; i++)
            {
                (now[i], past[i], x[i]) = (stream.NextNormal(), stream.NextNormal(), stream.NextNormal());
                later[i] = now[i] + shock - (.2 * now[i]) + (.1 * past[i]) + (.3 * x[i]) + (.1 * stream.NextNormal());
            }

            years.Add(new OriginYear(year, new int[n], new int[n], now, past, later, x, 1));
        }

        var model = ForecastModel.Fit(years, [0], persistence: false);
        model.Slopes[0].ShouldBe(-.2, .01);
        model.Slopes[1].ShouldBe(.1, .01);
        model.Slopes[2].ShouldBe(.3, .01);
        model.Scale.ShouldBe(.11, .02);
        ForecastModel.Fit(years, [0], persistence: true).Mean(years[0], 3).ShouldBe(years[0].Now[3]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(double.PositiveInfinity)]
    public void The_table_of_student_is_the_formula(double degrees)
    {
        var table = StudentTable.Of(degrees);
        foreach (var z in new[] { -12.3, -.7, 0, .123, 4.56, 33.3 })
        {
            table.Cdf(z).ShouldBe(ContinuousScores.StudentTCdf(z, degrees), 1e-6);
            table.Crps(z).ShouldBe(ContinuousScores.StudentTCrps(0, 1, degrees, z), 1e-5);
        }
    }

    [Fact]
    public void A_pair_is_forecast_and_what_is_carried_is_said()
    {
        var forecasts = HypothesisScoring.Forecast(snapshot.World, [Of("fights", new HypothesisCovariate("recent_disputes", CovariateTransform.None))], 365, 710, options: new ContestOptions { Horizons = [3] });
        forecasts.Forecasts.Length.ShouldBe(3);
        forecasts.Forecasts[0].Mean.ShouldBe(forecasts.Now, 1e-9);
        forecasts.Carried.ShouldBe(["recent_disputes is that of 2014"]);
        foreach (var one in forecasts.Forecasts) one.Interval.Low.ShouldBeLessThan(one.Mean);
    }

    [Fact]
    public void Without_overlap_it_says_when_each_covariate_is_held() =>
        Should.Throw<NoAnswerException>(() => HypothesisScoring.Run(snapshot.World, [Of("x", new HypothesisCovariate("exports_a_b", CovariateTransform.None)), Of("y", new HypothesisCovariate("war", CovariateTransform.None))], Short))
            .Message.ShouldContain("exports_a_b 2000-2012");

    [Fact]
    public void Two_hypotheses_of_one_key_are_refused() => Should.Throw<InvalidInputException>(() => HypothesisScoring.Run(snapshot.World, [Of("persistence")], Short)).Message.ShouldContain("called 'persistence'");
}
