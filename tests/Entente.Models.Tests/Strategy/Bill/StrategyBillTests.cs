using Entente.Models.Strategy;
using Entente.Models.Strategy.Bill;
using Entente.World.Figures;

namespace Entente.Models.Tests.Strategy.Bill;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public sealed class StrategyBillTests(Snapshot snapshot)
{
    private static readonly WedgeStrategy Alone = Sample.Alone with
    {
        HorizonYears = 5,
        Allies = ["POL", "NOR", "JPN", "DEU", "TUR"],
        Moves = [new SanctionsMove(true, 365, ["USA"], .8), new GuaranteeMove(["NATO"], -.4)],
    };

    private static readonly AssessmentOptions Quick = new() { Draws = 300, Seed = 7 };

    private static Assessment? _result;

    [Fact]
    public void Every_item_has_one_unit_and_nothing_is_added_up()
    {
        var bill = Bill(Alone);
        foreach (var item in bill.Lines.GroupBy(line => line.Item)) item.Select(line => line.Unit).Distinct().Count().ShouldBe(1, item.Key);
        foreach (var table in bill.Tables)
        {
            table.Select(line => line.Who).ShouldBeUnique();
            table.ShouldNotContain(line => line.Who.Contains("total", StringComparison.OrdinalIgnoreCase) || line.Item.Contains("total", StringComparison.OrdinalIgnoreCase));
        }

        bill.Tables.Sum(table => table.Length).ShouldBe(bill.Lines.Length);
        typeof(StrategyBill).GetProperties().Select(property => property.PropertyType).ShouldNotContain(typeof(Spread));
    }

    [Fact]
    public void Every_held_line_has_a_source_and_every_other_says_why_it_has_no_number()
    {
        var bill = Bill(Alone);
        foreach (var line in bill.Lines)
        {
            if (line.IsHeld) line.Sources.ShouldNotBeEmpty(line.Item);
            else line.Note.ShouldStartWith("not held");
        }

        foreach (var key in bill.Sources) snapshot.World.Catalog[key].Key.ShouldBe(key);
        bill.Lines.Single(line => line.Item == "trade in services").IsHeld.ShouldBeFalse();
        bill.Lines.Single(line => line.Item.StartsWith("technology", StringComparison.Ordinal)).IsHeld.ShouldBeFalse();
    }

    [Fact]
    public void Goods_trade_is_that_of_the_data()
    {
        var trade = snapshot.World.Trade(2023);
        var line = Bill(Alone).Lines.Single(one => one.Who == "Germany" && one.Item == "goods exports of United States to the ally, 2023");
        line.Amount!.Value.Mean.ShouldBe(trade.Filled(2, 255) / 1e6);
        line.Unit.ShouldBe(Unit.BillionUsd);
        line.Basis.ShouldBe(Basis.Measured);
    }

    [Fact]
    public void Spreads_are_ordered_and_probabilities_are_probabilities()
    {
        foreach (var line in Bill(Alone).Lines)
        {
            foreach (var spread in new[] { line.Before, line.After, line.Amount }.OfType<Spread>().Where(one => !double.IsNaN(one.Mean)))
            {
                spread.Low.ShouldBeLessThanOrEqualTo(spread.Median, line.Item);
                spread.Median.ShouldBeLessThanOrEqualTo(spread.High, line.Item);
            }

            if (line.Unit != Unit.Probability) continue;
            foreach (var spread in new[] { line.Before, line.After }.OfType<Spread>().Where(one => !double.IsNaN(one.Mean)))
            {
                spread.Low.ShouldBeGreaterThanOrEqualTo(0);
                spread.High.ShouldBeLessThanOrEqualTo(1);
            }
        }
    }

    [Fact]
    public void The_gas_lines_add_up_to_the_old_totals_of_the_costs()
    {
        var result = Result;
        double Change(string who) => result.Bill!.Lines.Single(line => line.Section == BillSection.GasRevenue && line.Who == who).Amount!.Value.Mean;
        double Cost(string what) => result.Costs.Where(cost => cost.Channel == "gas" && cost.What == what).Sum(cost => cost.BillionUsdPerYear.Mean);
        Change("US LNG").ShouldBe(Cost("other prices for their cargoes") + Cost("cargoes sold or lost"), 1e-5);
        (Change("Russia pipeline") + Change("Russia LNG")).ShouldBe(Cost("sales by pipeline and ship"), 1e-5);
        result.Bill!.Lines.Count(line => line.Section == BillSection.GasRevenue).ShouldBe(13);
        result.Bill.Lines.Where(line => line.Section == BillSection.GasBuyers).Take(3).Sum(line => line.Amount!.Value.Mean).ShouldBe(Cost("lower price on imports"), 1e-5);
    }

    [Fact]
    public void Without_moves_nothing_changes_in_any_line()
    {
        foreach (var line in Bill(Alone with { Moves = [] }).Lines.Where(line => line is { Before: not null, After: not null }))
        {
            line.After!.Value.Mean.ShouldBe(line.Before!.Value.Mean, 1e-12, $"{line.Who}, {line.Item}");
            line.After!.Value.High.ShouldBe(line.Before!.Value.High, 1e-12, $"{line.Who}, {line.Item}");
        }
    }

    [Fact]
    public void A_withdrawn_guarantee_loses_the_camp_at_least_as_many_as_one_that_is_left_alone()
    {
        double Loss(double change) => Bill(Alone with { Moves = [new GuaranteeMove(["NATO", "JPN"], change)] }).Lines.Single(line => line.Item.StartsWith("share of the camp's allies", StringComparison.Ordinal)).Amount!.Value.Mean;
        Loss(-1).ShouldBeGreaterThanOrEqualTo(Loss(-1e-9));
        Loss(-1e-9).ShouldBe(0);
    }

    [Fact]
    public void What_is_missing_in_1972_is_said_and_not_nought()
    {
        var bill = Bill(Alone with { Start = 1972, Allies = ["GBR", "NOR"], Target = 710, Partner = 365, Moves = [new RecognitionMove("Taiwan", .5)] });
        bill.Lines.Where(line => line.Section == BillSection.AtStake).ShouldAllBe(line => !line.IsHeld);
        bill.Lines.ShouldNotContain(line => line.Section == BillSection.GasRevenue);
        bill.Notes.ShouldContain(note => note.Contains("Goods trade is not held for 1972"));
        bill.Notes.ShouldContain(note => note.StartsWith("Gas is left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var (one, two) = (StrategyAssessment.Assess(snapshot.World, Alone, Quick with { Threads = 1 }), StrategyAssessment.Assess(snapshot.World, Alone, Quick with { Threads = 2 }));
        two.Bill!.Lines.Select(line => (line.Who, line.Item, line.Before, line.After, line.Amount, line.Note)).ShouldBe(one.Bill!.Lines.Select(line => (line.Who, line.Item, line.Before, line.After, line.Amount, line.Note)));
        two.Bill.Notes.ShouldBe(one.Bill.Notes);
    }

    private StrategyBill Bill(WedgeStrategy strategy) => ReferenceEquals(strategy, Alone) ? Result.Bill! : StrategyAssessment.Assess(snapshot.World, strategy, Quick).Bill!;

    // Read by most tests and never changed.
    private Assessment Result => _result ??= StrategyAssessment.Assess(snapshot.World, Alone, Quick);
}
