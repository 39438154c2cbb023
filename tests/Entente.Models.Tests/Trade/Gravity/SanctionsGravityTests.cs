using Entente.Models.Trade.Gravity;
using Entente.Numerics.Regression;
using Entente.World;

namespace Entente.Models.Tests.Trade.Gravity;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public sealed class SanctionsGravityTests(Snapshot snapshot)
{
    private const int Russia = 365;
    private const int China = 710;

    private SanctionsStudy Study(int since, int reference, params PartnerGroup[] groups) => SanctionsGravity.Estimate(snapshot.World, Russia, [.. groups], since, reference);

    private PartnerGroup Bloc(string key) => new(key, key, [.. snapshot.World.Blocs.Find(key)!.MembersIn(2023).Where(id => id != Russia)]);

    [Fact]
    public void The_West_is_far_below_its_path_in_2023_and_China_far_above()
    {
        var study = Study(2010, 2013, [.. SanctionsGravity.DefaultGroups(snapshot.World, Russia)]);
        double In(string key, bool exports, int year) => study.Path(key, exports).Years.Single(one => one.Year == year).Log;
        In("EU28", true, 2023).ShouldBeLessThan(-1.5);
        In("EU28", false, 2023).ShouldBeLessThan(-.8);
        In("CHN", false, 2023).ShouldBeGreaterThan(.3);

        // Published: the sanctions of 2014 cost Russia about a tenth of its exports to the West by 2015 (Crozet and Hinz 2020), the rest of the fall here is the price of oil.
        In("EU28", true, 2015).ShouldBeInRange(-.4, -.05);
        study.Path("EU28", true).Years.Single(one => one.Year == 2013).Log.ShouldBe(0);
        study.Path("EU28", true).Years.Single(one => one.Year == 2023).MissingPairs.ShouldBeGreaterThan(0);
        study.Paths.Length.ShouldBe(8);
    }

    [Fact]
    public void A_group_of_one_partner_fits_its_trade_exactly()
    {
        // With a coefficient for every year but one, and the pair effect for that one, the model has nothing left to explain of this pair.
        var panel = GravityPanel.Build(snapshot.World, 2015, 2019);
        var study = Study(2015, 2017, new PartnerGroup("CHN", "China", [China]));
        double Value(int year) => snapshot.World.Trade(year).Value(China, Russia);
        var of = study.Path("CHN", false).Years;
        of.Select(one => one.Year).ShouldBe(panel.Years.Concat([2020, 2023]));
        of.Single(one => one.Year == 2019).PairError.ShouldBeGreaterThan(0);

        // Against the same panel by hand: a dummy for the pair-year, everything else as effects.
        var other = SanctionsGravity.Estimate(snapshot.World, panel, Russia, [new PartnerGroup("CHN", "China", [China])], 2017);
        var byHand = RegressionModel.Estimate(
            new RegressionData(
                "trade", panel.Value,
                [.. panel.Years.Where(year => year != 2017).SelectMany(year => new[] { true, false }.Select(exports => new Regressor($"{exports} {year}", Enumerable.Range(0, panel.Rows).Select(row =>
                    panel.Year[row] == year && (exports ? panel.Exporter[row] == Russia && panel.Importer[row] == China : panel.Exporter[row] == China && panel.Importer[row] == Russia) ? 1.0 : 0).ToArray())))],
                [new("ey", panel.ExporterYear()), new("iy", panel.ImporterYear()), new("pair", panel.Pair())]),
            RegressionFamily.Poisson, new RegressionOptions { Covariances = [] });
        other.Path("CHN", false).Years.Single(one => one.Year == 2019).Log.ShouldBe(byHand.Coefficient("False 2019"), 1e-8);
        var rows = Enumerable.Range(0, panel.Rows).Where(row => panel.Exporter[row] == China && panel.Importer[row] == Russia);
        foreach (var row in rows) (Math.Exp(byHand.LinearPredictor.Span[row]) / Value(panel.Year[row])).ShouldBe(1, 1e-6);
    }

    [Fact]
    public void The_order_of_groups_decides_who_counts_twice_and_another_reference_year_shifts_the_path()
    {
        var first = Study(2016, 2017, Bloc("EU28"), Bloc("Sanctions2022"));
        var second = Study(2016, 2019, Bloc("EU28"), Bloc("Sanctions2022"));
        var (a, b) = (first.Path("EU28", true).Years, second.Path("EU28", true).Years);
        var shift = a.Single(one => one.Year == 2019).Log;
        foreach (var (one, other) in a.Zip(b)) (one.Log - other.Log).ShouldBe(shift, 1e-7);
        first.Path("Sanctions2022", true).Years[0].Pairs.ShouldBeLessThan(Bloc("Sanctions2022").Members.Length);
    }

    [Fact]
    public void With_sales_at_home_the_border_effect_is_estimated_too()
    {
        var panel = GravityPanel.WithDomestic(snapshot.World);
        panel.HasDomestic.ShouldBeTrue();
        panel.Rows.ShouldBe(4 * 44 * 44);
        var study = SanctionsGravity.Estimate(snapshot.World, panel, Russia, [Bloc("EU28")], 2010);
        study.Estimate.Names.ShouldContain("border 2000");
        study.Path("EU28", true).Years.Select(one => one.Year).ShouldBe([2000, 2005, 2010, 2014]);
    }

    [Fact]
    public void A_year_that_is_not_held_and_a_group_without_members_are_refused()
    {
        Should.Throw<InvalidInputException>(() => Study(2010, 2022, Bloc("EU28"))).Message.ShouldStartWith("The reference year 2022 must be a year of trade from 2010 on");
        Should.Throw<InvalidInputException>(() => Study(2018, 2019, Bloc("EU28"), Bloc("EU28") with { Key = "again" })).Message.ShouldStartWith("The group again has no member");
    }

    [Fact]
    public void Trade_falls_about_in_proportion_to_distance()
    {
        var section = GravityElasticities.Estimate(snapshot.World, 2019);
        var distance = section.Elasticities.Single(one => one.Name == "ln distance");

        // Head and Mayer 2014, table 4: structural gravity estimates have a median of -1.14 and a standard deviation of .41; PPML lies lower.
        distance.Value.ShouldBeInRange(-1.1, -.6);
        distance.DyadicError.ShouldBeGreaterThan(distance.PairError);
        section.Provenance.Sources.ShouldContain("cepii-geography");
        Should.Throw<InvalidInputException>(() => GravityElasticities.Estimate(snapshot.World, 2022));
    }

    [Fact]
    public void A_pair_that_a_year_lacks_is_missing_and_not_zero()
    {
        var panel = GravityPanel.Build(snapshot.World, 2023, 2023);
        panel.Missing.ShouldBe(2816);
        var belarus = snapshot.World.States.Find("BLR")!.Id;
        var row = Enumerable.Range(0, panel.Rows).Single(r => panel.Exporter[r] == Russia && panel.Importer[r] == belarus);
        double.IsNaN(panel.Value[row]).ShouldBeTrue();
    }
}
