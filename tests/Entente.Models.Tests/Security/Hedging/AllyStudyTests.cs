using Entente.Models.Security.Guarantees;
using Entente.Models.Security.Hedging;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Models.Tests.Security.Hedging;

public sealed class AllyStudyTests(Snapshot snapshot)
{
    private const int Poland = 290, Japan = 740, France = 220;
    private static readonly AllyStudyOptions Few = new() { Draws = 300 };

    private WedgeStrategy Strategy(string name) => StrategyFile.Read(StrategyLibrary.Locate(Path.Combine(Entente.Tests.Shared.Repository, "strategies", name + ".yaml")), snapshot.World.States, snapshot.World.Blocs);

    [Fact]
    public void The_table_covers_NATO_Japan_South_Korea_Australia_and_Taiwan()
    {
        var study = AllyStudy.Run(snapshot.World, 2, Strategy("reverse-kissinger"), Few);
        var ids = study.Rows.Select(row => row.Measured.Guarantee.StateId).ToHashSet();
        foreach (var id in new[] { Poland, Japan, 732, 900, 713, 255, 375, 380 }) ids.ShouldContain(id);
        foreach (var row in study.Rows)
        {
            row.Credibility.After.Mean.ShouldBeLessThan(row.Credibility.Before.Mean);
            row.Defended.Change.Mean.ShouldBeLessThan(0);
            if (double.IsNaN(row.Responses[0].Before.Mean)) continue;
            row.Responses.Sum(response => response.Before.Mean).ShouldBe(1, 1e-9);
            row.Responses.Sum(response => response.After.Mean).ShouldBe(1, 1e-9);
            row.Responses.ShouldAllBe(response => response.After.Low <= response.After.Mean + 1e-12 && response.After.Mean <= response.After.High + 1e-12);
        }

        var france = study.Rows.Single(row => row.Measured.Guarantee.StateId == France);
        france.Responses[(int)AllyResponse.Nuclear].After.High.ShouldBe(0);
        study.Caveats.ShouldContain(caveat => caveat.StartsWith("Taiwan", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_moves_nothing_changes()
    {
        var study = AllyStudy.Run(snapshot.World, 2, null, Few with { Only = "NATO", Year = 2020 });
        study.Rows.Length.ShouldBe(29);
        study.Rows.ShouldAllBe(row => row.Credibility.Change.High.Equals(0) && row.Defended.Change.Low.Equals(0));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var one = AllyStudy.Run(snapshot.World, 2, Strategy("reverse-kissinger"), Few with { Only = "Poland", Threads = 1 });
        var four = AllyStudy.Run(snapshot.World, 2, Strategy("reverse-kissinger"), Few with { Only = "Poland", Threads = 4 });
        four.Rows[0].Responses.ShouldBe(one.Rows[0].Responses);
        four.Rows[0].Defended.ShouldBe(one.Rows[0].Defended);
    }

    [Fact]
    public void Each_draw_sums_to_one_and_less_credibility_means_less_reliance_where_arming_answers_threat()
    {
        var channel = AllyChannel.Measure(snapshot.World, Strategy("reverse-kissinger"));
        var inputs = new AllyDraw();
        for (var draw = 0; draw < 200; draw++)
        {
            channel.Draw(3, draw, inputs);
            for (var i = 0; i < channel.Allies.Length; i++)
            {
                var (before, after) = (channel.Evaluate(i, inputs, withMoves: false), channel.Evaluate(i, inputs, withMoves: true));
                if (double.IsNaN(before.Rely)) continue;
                (after.Rely + after.Arm + after.Nuclear + after.Accommodate + after.Both).ShouldBe(1, 1e-9);
                after.Credibility.ShouldBeLessThanOrEqualTo(before.Credibility);
                after.Defended.ShouldBeLessThanOrEqualTo(before.Defended);

                // The odds of arming against relying rise whenever the chance of being defended falls: the coefficient is never negative.
                (after.Arm / after.Rely).ShouldBeGreaterThanOrEqualTo((before.Arm / before.Rely) * (1 - 1e-12));
            }
        }
    }

    [Fact]
    public void An_evaluation_does_not_allocate()
    {
        var channel = AllyChannel.Measure(snapshot.World, Strategy("reverse-kissinger"));
        var inputs = new AllyDraw();
        channel.Draw(1, 0, inputs);
        channel.Evaluate(0, inputs, withMoves: true);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < channel.Allies.Length; i++) channel.Evaluate(i, inputs, withMoves: true);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Base_rates_are_counted_in_decades_of_allies()
    {
        var rates = AllyChannel.Measure(snapshot.World, 2, GuaranteeReader.Allies(snapshot.World, 2, 2025), 2025, 10, null).BaseRates;
        rates.Armed.Windows.ShouldBeGreaterThan(100);
        rates.Armed.Mean.ShouldBeInRange(.1, .35);
        rates.Accommodated.Mean.ShouldBeInRange(.05, .3);
        new BaseRate(0, 0).Mean.ShouldBe(.5);
    }

    [Theory]
    [InlineData(2, null, null, 1930, "1930 has no covariates")]
    [InlineData(225, null, null, null, "Switzerland has no defence pact")]
    [InlineData(2, null, "Switzerland", null, "No defence pact of United States with 'Switzerland'")]
    [InlineData(365, "reverse-kissinger", null, null, "The divider of the strategy 'reverse-kissinger' is United States, not Russia")]
    [InlineData(2, null, "Atlantis", null, "Atlantis")]
    public void A_wrong_question_is_named(int patron, string? strategy, string? only, int? year, string problem) =>
        Should.Throw<InvalidInputException>(() => AllyStudy.Run(snapshot.World, patron, strategy is null ? null : Strategy(strategy), Few with { Only = only, Year = year })).Message.ShouldContain(problem);
}
