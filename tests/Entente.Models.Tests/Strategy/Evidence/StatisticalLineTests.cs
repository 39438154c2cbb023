using System.Collections.Immutable;
using Entente.Models.Alignment.Hypotheses;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Evidence;
using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Evidence;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public sealed class StatisticalLineTests(Snapshot snapshot)
{
    private static readonly ImmutableArray<Hypothesis> Hypotheses = [.. HypothesisFile.List().Select(name => HypothesisFile.Read(name))];

    private static WedgeStrategy India(int start) => new() { Key = "k", Title = "T", Summary = "S", Divider = 2, Target = 750, Partner = 365, Start = start, HorizonYears = 5 };

    [Fact]
    public void Later_votes_change_nothing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var strategy = India(1990);
        var known = StatisticalLine.Build(snapshot.World, PairBench.Read(snapshot.World, Hypotheses, 1946, 1989, cancellation), strategy, 1, 2, true);
        var more = StatisticalLine.Build(snapshot.World, PairBench.Read(snapshot.World, Hypotheses, 1946, 2005, cancellation), strategy, 1, 2, true);
        more.With.ShouldBe(known.With);
        more.Without.ShouldBe(known.Without);
        more.Answers.Select(one => (one.PartnerMean, one.DividerMean, one.Correlation)).ShouldBe(known.Answers.Select(one => (one.PartnerMean, one.DividerMean, one.Correlation)));
        known.Origin.ShouldBe(1989);
    }

    [Fact]
    public void Means_are_those_that_the_forecast_of_a_pair_gives()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var trade = Hypotheses.Where(one => one.Key == "trade-dependence").ToImmutableArray();
        var line = StatisticalLine.Build(snapshot.World, India(1996), trade, 1, 1, cancellation);
        var pair = HypothesisScoring.Forecast(snapshot.World, trade, 750, 365, line.Origin, new ContestOptions { Horizons = [5], To = line.Origin }, cancellation);
        foreach (var answer in line.Answers)
        {
            answer.PartnerMean.ShouldBe(pair.Forecasts.Single(one => one.Hypothesis.Key == answer.Hypothesis.Key).Mean, 1e-9, answer.Hypothesis.Key);
            answer.PartnerShift.ShouldBe(0, 1e-12);
        }
    }

    [Fact]
    public void The_reverse_Kissinger_is_forecast_with_learnt_weights_and_says_who_does_not_answer()
    {
        var strategy = StrategyFile.Read(StrategyLibrary.Locate("reverse-kissinger"), snapshot.World.States, snapshot.World.Blocs);
        var line = StatisticalLine.Build(snapshot.World, strategy, Hypotheses, .98, 3, TestContext.Current.CancellationToken);
        line.Horizon.ShouldBe(10);
        line.Origin.ShouldBeLessThan(2025);
        line.Answers.Sum(one => one.Weight).ShouldBe(1, 1e-9);
        line.Answers.Single(one => one.Hypothesis.Key == "persistence").Weight.ShouldBe(snapshot.World.HypothesisWeights.Single(one => one.Horizon == 10 && one.Hypothesis == "persistence").Weight, .01);
        line.Answers.Single(one => one.Hypothesis.Key == "persistence").Answers.ShouldBeFalse();
        line.Answers.Single(one => one.Hypothesis.Key == "trade-dependence").Answers.ShouldBeTrue();
        line.Notes.ShouldContain(note => note.Contains("Regime similarity") && note.Contains("does not answer"));
        (line.With.NoChange + line.With.Moves).ShouldBe(1, 1e-9);
        line.Answers.ShouldAllBe(one => Math.Abs(one.Correlation) < 1);
    }

    [Fact]
    public void Where_votes_have_no_gap_or_are_not_held_it_says_so()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Should.Throw<NoAnswerException>(() => StatisticalLine.Build(snapshot.World, India(1939), Hypotheses, 1, 1, cancellation)).Message.ShouldContain("before 1939");
        var canada = India(2015) with { Target = 20, Divider = 2, Partner = 365 };
        Should.Throw<NoAnswerException>(() => StatisticalLine.Build(snapshot.World, canada, Hypotheses, 1, 1, cancellation)).Message.ShouldContain("no gap");
    }
}
