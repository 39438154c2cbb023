using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Evidence;
using Entente.Models.Wedges;

namespace Entente.Models.Tests.Strategy.Evidence;

public sealed class LineScoringTests(Snapshot snapshot)
{
    private static readonly ImmutableArray<WedgeCase> Cases = WedgeLibrary.All();

    [Fact]
    public void The_record_is_scored_without_the_case_itself_and_lines_speak_where_they_can()
    {
        ImmutableArray<WedgeCase> few = [.. Cases.Where(one => one.Key is "us-egypt-1972" or "germany-poland-1938" or "us-russia-2009")];
        var (scores, provenance) = LineScoring.Run(snapshot.World, [], few, null, TestContext.Current.CancellationToken);
        foreach (var one in few)
        {
            var reference = scores.Single(score => score.Case == one.Key && score.Line == EvidenceLine.Reference);
            reference.Probability.ShouldBe((few.Count(other => other.Key != one.Key && other.Outcome == WedgeOutcome.Success) + .5) / 3.5, 1e-12);
            reference.Outcome.ShouldBe(one.Score);
        }

        scores.Where(score => score.Line == EvidenceLine.Statistical).Select(score => score.Case).ShouldBe(["us-egypt-1972", "us-russia-2009"]);
        provenance.Coverage.MissingNames.Where(name => name.StartsWith(EvidenceLine.Statistical, StringComparison.Ordinal)).ShouldBe(["statistical: germany-poland-1938"]);
        provenance.Coverage.Held.ShouldBe(scores.Length);
        provenance.Sources.ShouldContain("unga-votes");
        scores.ShouldAllBe(score => score.Probability >= 0 && score.Probability <= 1);
    }

    [Fact]
    public void Moves_follow_the_means_of_the_case()
    {
        var one = Cases.First(candidate => candidate.Key == "us-egypt-1972");
        LineScoring.Generic(snapshot.World, one with { Means = "accommodation" }).Moves.ShouldHaveSingleItem().ShouldBeOfType<RecognitionMove>();
        LineScoring.Generic(snapshot.World, one with { Means = "coercion" }).Moves.ShouldHaveSingleItem().ShouldBeOfType<SanctionsMove>().Lift.ShouldBeFalse();
        LineScoring.Generic(snapshot.World, one with { Means = "mixed" }).Moves.Length.ShouldBe(2);
    }

    [Fact]
    public void The_shipped_scores_name_shipped_cases_and_their_outcomes()
    {
        var outcomes = Cases.ToDictionary(one => one.Key, one => (one.StartYear, one.Score));
        snapshot.World.LineScores.Length.ShouldBeGreaterThan(100);
        foreach (var score in snapshot.World.LineScores) (score.Year, score.Outcome).ShouldBe(outcomes[score.Case], score.Case);
    }
}
