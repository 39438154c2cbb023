using Entente.Models.Strategy.Questions;

namespace Entente.Models.Tests.Strategy;

public class QuestionListTests(Snapshot snapshot)
{
    [Fact]
    public void The_questions_say_what_the_assessment_says()
    {
        var assessment = Sample.Assessed(snapshot.World);
        var questions = QuestionList.Of(assessment).ToDictionary(question => question.Key);
        questions["grade.split"].Probability.ShouldBe(assessment.Evidence!.Stack.Split);
        questions["grade.moves"].Probability.ShouldBeGreaterThanOrEqualTo(questions["grade.split"].Probability);
        questions["grade.split"].Probability.ShouldBeGreaterThanOrEqualTo(questions["grade.realigned"].Probability);
        questions["grade.split"].Year.ShouldBe(2035);
        questions["promise.reversed"].Year.ShouldBe(2029);
        var hazard = assessment.Assumptions.Single(assumption => assumption.Name == "reversal_hazard").Distribution;
        questions["promise.reversed"].Probability.ShouldBeInRange(1 - Math.Pow(1 - hazard.Quantile(.05), 4), 1 - Math.Pow(1 - hazard.Quantile(.95), 4));
    }

    [Fact]
    public void Trade_and_treaty_are_asked_after_where_they_are_held()
    {
        var assessment = Sample.Assessed(snapshot.World);
        var (trade, pact) = (assessment.Observables!.Trade!, assessment.Observables.Pact!);
        trade.Share.ShouldBeInRange(.2, .6);

        // The moves hardly touch trade with China; its answer does, and only after a split.
        trade.Fallen.ShouldBeInRange(.01, assessment.Splits.Mean);
        // Obligations are coded without a break since 1992; the treaty of 2001 is one of them.
        pact.Since.ShouldBe(1992);
        pact.Ended.ShouldBeInRange(1, pact.Pacts);
        QuestionList.Of(assessment).Single(question => question.Key == "treaty.partner").Probability.ShouldBe((pact.Ended + .5) / (pact.Pacts + 1));
        Sample.Assessed(snapshot.World, Sample.Alone with { Target = 666 }).Observables!.Pact.ShouldBeNull();
    }

    [Fact]
    public void Without_moves_nothing_can_be_taken_back() => QuestionList.Of(Sample.Assessed(snapshot.World, Sample.Nothing)).ShouldNotContain(question => question.Key == "promise.reversed");

    [Fact]
    public void The_headline_rises_when_Europe_joins() =>
        Sample.Assessed(snapshot.World, Sample.WithEurope).Evidence!.Stack.Split.ShouldBeGreaterThan(Sample.Assessed(snapshot.World).Evidence!.Stack.Split);

    [Fact]
    public void The_status_quo_of_the_game_is_the_record()
    {
        var assessment = Sample.Assessed(snapshot.World, Sample.Nothing, Sample.Quick with { Draws = 2_000 });
        assessment.Splits.Mean.ShouldBe(assessment.SpontaneousSplit, .02);
    }
}
