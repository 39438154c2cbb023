using System.Collections.Immutable;
using Entente.Models.Wedges;
using Entente.Numerics.Random;
using Entente.World;

namespace Entente.Models.Tests.Wedges;

public class WedgeTests(Snapshot snapshot)
{
    private const string Good = """
        title: T
        divider: [2]
        target: [365]
        partner: [710]
        divider_name: D
        target_name: T
        partner_name: P
        from: 1971-07
        to: "1972"
        goal: realign
        means: accommodation
        outcome: partial
        offer: O
        result: R
        grade: G
        judgement: { main_threat: partner, prior_rift: 2, reward_power: 1, commitment: 1, ally_constraint: 1, counter_bid: 0 }
        confidence: high
        sources:
          - text: general history
            seen: false
        """;

    private static WedgeCase Past(string key, int divider, int target, int partner, int year, WedgeOutcome outcome) =>
        WedgeLibrary.Parse(Good, key + ".yaml") with { Divider = [divider], Target = [target], Partner = [partner], From = year.ToString(System.Globalization.CultureInfo.InvariantCulture), Outcome = outcome };

    [Fact]
    public void The_library_is_the_projects_and_a_changed_case_is_its_authors()
    {
        var cases = WedgeLibrary.All();
        var documents = WedgeLibrary.Documents(cases);
        documents.ShouldHaveSingleItem().Publisher.ShouldBe("The Entente project");
        documents[0].Edition.ShouldStartWith($"{cases.Length} files");
        var text = File.ReadAllText(WedgeLibrary.Locate("us-china-1969"));
        WedgeLibrary.Parse(text, "us-china-1969.yaml").Document!.Publisher.ShouldBe("The Entente project");
        var mine = WedgeLibrary.Parse(text.Replace("outcome: success", "outcome: failure", StringComparison.Ordinal), "us-china-1969.yaml");
        mine.Outcome.ShouldBe(WedgeOutcome.Failure);
        mine.Document!.Publisher.ShouldBe("The author of the file");
        WedgeLibrary.Documents([.. cases, mine]).Length.ShouldBe(2);
    }

    [Fact]
    public void A_case_is_read_whole()
    {
        var one = WedgeLibrary.Parse(Good, "my-case.yaml");
        one.Key.ShouldBe("my-case");
        one.StartYear.ShouldBe(1971);
        one.Score.ShouldBe(.5);
        one.Era.ShouldBe("1946-1989");
        one.Judgement.PriorRift.ShouldBe(2);
    }

    [Theory]
    [InlineData("from: 1971-07\n", "", "the key 'from' is missing: a case needs its dates")]
    [InlineData("from: 1971-07", "from: July 1971", "line 8, column 7: from is 'July 1971', which is no date. Write yyyy or yyyy-mm.")]
    [InlineData("to: \"1972\"", "to: \"1970\"", "to is 1970, before from, 1971-07")]
    [InlineData("outcome: partial", "outcome: mostly", "outcome is 'mostly'. It must be one of success, partial, failure")]
    [InlineData("target: [365]", "target: Russia", "target must be a list of state numbers")]
    [InlineData("prior_rift: 2", "prior_rift: 3", "prior_rift must be 0, 1 or 2")]
    [InlineData("goal: realign", "gaol: realign", "unknown key 'gaol'. Did you mean 'goal'?")]
    public void A_wrong_case_gets_one_sentence_with_the_place(string old, string wrong, string expected) =>
        Should.Throw<InvalidInputException>(() => WedgeLibrary.Parse(Good.Replace(old, wrong, StringComparison.Ordinal), "c.yaml")).Message.ShouldContain(expected);

    [Fact]
    public void The_shipped_library_is_dated_sourced_and_names_real_states()
    {
        var all = WedgeLibrary.All();
        all.Length.ShouldBeGreaterThanOrEqualTo(68);
        all.Select(one => one.Key).Distinct().Count().ShouldBe(all.Length);
        foreach (var one in all)
        {
            one.StartYear.ShouldBeInRange(1863, 2025);
            one.EndYear.ShouldBeGreaterThanOrEqualTo(one.StartYear);
            one.Sources.ShouldNotBeEmpty(one.Key);
            foreach (var state in one.Divider.Concat(one.Target).Concat(one.Partner)) snapshot.World.States.TryGet(state, out _).ShouldBeTrue($"{one.Key}: {state}");
            one.Target.Intersect(one.Partner).ShouldBeEmpty(one.Key);
            one.Target.Intersect(one.Divider).ShouldBeEmpty(one.Key);
        }
    }

    [Fact]
    public void Covariates_are_those_of_the_years_before()
    {
        var coder = new WedgeCoder(snapshot.World);
        var opening = coder.Code(WedgeLibrary.Read("us-china-1969"));
        opening.Year.ShouldBe(1968);

        // China and the Soviet Union were rivals, allied on paper, and the border war of 1969 is not seen.
        opening.Rift.ShouldBeGreaterThan(0);
        opening.ThreatOfDivider.ShouldBeGreaterThan(0);
        opening.PowerRatio.ShouldBe(Math.Log(snapshot.World.Cinc(2, 1968)!.Value / snapshot.World.Cinc(365, 1968)!.Value), 1e-12);
        double.IsNaN(opening.AlignmentWithPartner).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_after_the_first_move_is_read()
    {
        // The border war of 1969 raises the rift of the two only for attempts that begin after it.
        var coder = new WedgeCoder(snapshot.World);
        var (before, after) = (coder.Code([2], [710], [365], 1969), coder.Code([2], [710], [365], 1970));
        var disputes = snapshot.World.DisputeYears("cow").Where(one => one.A == 365 && one.B == 710 && one.Originated > 0).ToList();
        disputes.ShouldContain(one => one.Year == 1969);
        double Recent(int year) => Math.Log(1 + disputes.Where(one => one.Year <= year && one.Year > year - 30).Sum(one => one.Originated * Math.Pow(.5, (year - one.Year) / 5.0)));
        (after.Rift - before.Rift).ShouldBe(Recent(1969) - Recent(1968), 1e-9);
    }

    [Fact]
    public void Of_several_states_power_adds_up_and_threat_is_that_of_the_worst()
    {
        var coder = new WedgeCoder(snapshot.World);
        var (one, two) = (coder.Code([200], [640], [255], 1914), coder.Code([200, 220], [640], [255], 1914));
        two.PowerRatio.ShouldBeGreaterThan(one.PowerRatio);
        two.ThreatOfDivider.ShouldBeGreaterThanOrEqualTo(one.ThreatOfDivider - .5);
    }

    [Fact]
    public void The_fit_doubles_rows_and_priors_alike()
    {
        // Against a closed form: without covariates but a constant column the intercept's mode solves n (rate - p) = precision * b.
        var rows = Enumerable.Range(0, 30).Select(_ => new[] { 0.0 }).ToArray();
        double[] outcomes = [.. Enumerable.Range(0, 30).Select(i => i < 10 ? 1.0 : i < 16 ? .5 : 0)];
        var fit = ReferenceClass.Fit(rows, outcomes);
        var p = 1 / (1 + Math.Exp(-fit.Beta[0]));
        (outcomes.Sum() - (30 * p)).ShouldBe(.16 * fit.Beta[0], 1e-6);
        fit.Covariance[0].ShouldBe(1 / ((30 * p * (1 - p)) + .16), 1e-6);
    }

    [Fact]
    public void A_planted_effect_is_found_and_noise_is_not_used()
    {
        var stream = new CounterStream(3, 0, 0);
        double[][] rows = [.. Enumerable.Range(0, 200).Select(_ => new[] { stream.NextNormal(), stream.NextNormal() })];
        double[] planted = [.. rows.Select(row => stream.NextUniform() < 1 / (1 + Math.Exp(-2 * row[0])) ? 1.0 : 0)];
        var fit = ReferenceClass.Fit(rows, planted);
        fit.Beta[1].ShouldBeGreaterThan(1);
        Math.Abs(fit.Beta[2]).ShouldBeLessThan(.6);
    }

    [Fact]
    public void The_base_rate_is_used_where_the_model_does_not_beat_it()
    {
        var reference = ReferenceClass.Build(snapshot.World, WedgeLibrary.All());
        reference.Scores.Length.ShouldBe(6);
        reference.Complete.ShouldBeGreaterThan(60);
        var covariates = new WedgeCoder(snapshot.World).Code([2], [365], [710], 2025);
        var forecast = reference.Forecast(covariates);
        forecast.ByModel.ShouldBe(reference.BeatsBaseRate);
        if (!forecast.ByModel) forecast.Probability.ShouldBe(reference.Base().Rate);
        forecast.Interval.Low.ShouldBeLessThan(forecast.Probability);
        (forecast.Interval.High - forecast.Interval.Low).ShouldBeGreaterThan(.3);

        // Beating means by both scores under both schemes.
        var beats = reference.Scores.GroupBy(score => score.Scheme).All(scheme => scheme.First(one => one.Forecaster == "model of measured covariates") is var model && scheme.First(one => one.Forecaster == "base rate") is var rate && model.Log < rate.Log && model.Brier < rate.Brier);
        reference.BeatsBaseRate.ShouldBe(beats);
    }

    [Fact]
    public void A_case_is_its_own_nearest_neighbour()
    {
        var reference = ReferenceClass.Build(snapshot.World, WedgeLibrary.All());
        var one = reference.Cases.First(coded => coded.IsComplete);
        var nearest = reference.Nearest(one.Covariates, 3);
        nearest[0].Distance.ShouldBe(0, 1e-12);
        nearest.Select(pair => pair.Distance).ShouldBeInOrder();
    }

    [Fact]
    public void Too_few_cases_are_refused() =>
        Should.Throw<NoAnswerException>(() => ReferenceClass.Build(snapshot.World, [.. Enumerable.Range(0, 5).Select(i => Past($"c{i}", 2, 710, 365, 1950 + i, WedgeOutcome.Failure))])).Message.ShouldContain("twenty are needed");

    [Fact]
    public void First_coded_cases_carry_the_outcomes_of_the_list()
    {
        // The list is beside the repository; the library restates it, so counts must agree.
        var path = Entente.Tests.Shared.Path("cases/wedges/wedge_cases.csv");
        var outcomes = File.ReadAllLines(path).Skip(1).Select(line => line.Contains(",success,", StringComparison.Ordinal) ? "Success" : line.Contains(",partial,", StringComparison.Ordinal) ? "Partial" : "Failure").ToList();
        var first = WedgeLibrary.All().Where(one => !one.CodedLater).ToImmutableArray();
        first.Length.ShouldBe(outcomes.Count);
        foreach (var outcome in outcomes.Distinct()) first.Count(one => one.Outcome.ToString() == outcome).ShouldBe(outcomes.Count(other => other == outcome), outcome);
    }
}
