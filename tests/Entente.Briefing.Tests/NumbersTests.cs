using System.Globalization;
using CsCheck;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Tests;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(.514, "51.4 %")]
    [InlineData(.003, "0.3 %")]
    [InlineData(.0003, "< 0.1 %")]
    [InlineData(-.0003, "> −0.1 %")]
    [InlineData(.0005, "0.1 %")]
    [InlineData(0, "0 %")]
    [InlineData(1, "100 %")]
    [InlineData(.9996, "> 99.9 %")]
    [InlineData(-.012, "−1.2 %")]
    [InlineData(double.NaN, "missing")]
    [InlineData(double.PositiveInfinity, "missing")]
    [InlineData(double.NegativeInfinity, "missing")]
    public void Shares_are_per_cent_with_one_decimal(double value, string expected) => Numbers.Format(value, Unit.Share).ShouldBe(expected);

    [Theory]
    [InlineData(.071, "7 %")]
    [InlineData(.004, "0.4 %")]
    [InlineData(.0001, "< 0.1 %")]
    [InlineData(.9949, "99.5 %")]
    [InlineData(.99999, "> 99.9 %")]
    [InlineData(.5, "50 %")]
    public void Probabilities_are_whole_per_cents_away_from_the_ends(double value, string expected) => Numbers.Format(value, Unit.Probability).ShouldBe(expected);

    [Theory]
    [InlineData(1.2, "$1.2 bn")]
    [InlineData(-.4, "−$0.4 bn")]
    [InlineData(892, "$892 bn")]
    [InlineData(1400, "$1.4 tn")]
    [InlineData(999.6, "$1.0 tn")]
    [InlineData(.042, "$42 m")]
    [InlineData(.00001, "< $1 m")]
    [InlineData(-.00001, "> −$1 m")]
    [InlineData(0, "$0")]
    [InlineData(99.96, "$100 bn")]
    [InlineData(double.NaN, "missing")]
    public void Money_takes_the_scale_that_fits(double value, string expected) => Numbers.Format(value, Unit.BillionUsd).ShouldBe(expected);

    [Theory]
    [InlineData(.0035, Unit.RelativeChange, "+0.35 %")]
    [InlineData(-.00154, Unit.RelativeChange, "−0.15 %")]
    [InlineData(-.00002, Unit.RelativeChange, "> −0.01 %")]
    [InlineData(.00002, Unit.RelativeChange, "< 0.01 %")]
    [InlineData(.0123, Unit.RelativeChange, "+1.2 %")]
    [InlineData(0, Unit.RelativeChange, "0 %")]
    [InlineData(45.24, Unit.BillionCubicMetres, "45.2 bcm")]
    [InlineData(9.4, Unit.UsdPerMmbtu, "$9.40 per MMBtu")]
    [InlineData(3, Unit.Rank, "rank 3")]
    [InlineData(13.42, Unit.Ratio, "13.4×")]
    [InlineData(.05, Unit.Ratio, "0.05×")]
    [InlineData(10000, Unit.Count, "10,000")]
    [InlineData(.9, Unit.Count, "0.9")]
    [InlineData(.476, Unit.Number, "0.476")]
    [InlineData(-2.853, Unit.Number, "−2.85")]
    [InlineData(12345.6, Unit.Number, "12,346")]
    [InlineData(.0001, Unit.Number, "< 0.001")]
    public void Every_unit_has_its_form(double value, Unit unit, string expected) => Numbers.Format(value, unit).ShouldBe(expected);

    [Fact]
    public void A_gain_carries_its_sign_where_asked()
    {
        Numbers.Signed(1.2, Unit.BillionUsd).ShouldBe("+$1.2 bn");
        Numbers.Signed(-1.2, Unit.BillionUsd).ShouldBe("−$1.2 bn");
        Numbers.Signed(0, Unit.BillionUsd).ShouldBe("$0");
    }

    [Fact]
    public void A_probability_shows_interval_and_monte_carlo_error() =>
        Numbers.Format(new Spread(.07, 0, .05, .31, .002), Unit.Probability).ShouldBe("7 % (90 % interval 0 to 31 %; Monte Carlo error 0.2)");

    [Fact]
    public void Parts_of_a_spread_that_are_missing_are_left_out()
    {
        Numbers.Format(new Spread(.07, double.NaN, .05, .31, .002), Unit.Probability).ShouldBe("7 % (Monte Carlo error 0.2)");
        Numbers.Format(new Spread(.07, 0, .05, .31, double.NaN), Unit.Probability).ShouldBe("7 % (90 % interval 0 to 31 %)");
        Numbers.Format(new Spread(.07, double.NaN, .05, .31, double.NaN), Unit.Probability).ShouldBe("7 %");
        Numbers.Format(new Spread(double.NaN, 0, .05, .31, .002), Unit.Probability).ShouldBe("missing");
    }

    [Fact]
    public void A_range_names_its_unit_once_where_both_ends_share_it()
    {
        Numbers.Range(.1, .31, Unit.Probability).ShouldBe("10 to 31 %");
        Numbers.Range(-4.9, -.4, Unit.BillionUsd).ShouldBe("−$4.9 to −$0.4 bn");
        Numbers.Range(.02, 1.5, Unit.BillionUsd).ShouldBe("$20 m to $1.5 bn");
        Numbers.Range(.5, .5, Unit.Share).ShouldBe("50.0 %");
        Numbers.Range(double.NaN, .5, Unit.Share).ShouldBe("missing");
    }

    [Fact]
    public void Differences_of_shares_are_points()
    {
        Numbers.Points(.021).ShouldBe("+2.1 points");
        Numbers.Points(-.003).ShouldBe("−0.3 points");
        Numbers.Points(.0001).ShouldBe("< 0.1 points");
        Numbers.Points(0).ShouldBe("0 points");
        Numbers.Points(double.NaN).ShouldBe("missing");
        Numbers.PointsRange(-.003, .021).ShouldBe("−0.3 to +2.1 points");
    }

    [Fact]
    public void Errors_of_fractions_are_in_points()
    {
        Numbers.Error(.002, Unit.Probability).ShouldBe("0.2");
        Numbers.Error(.0001, Unit.Probability).ShouldBe("< 0.1");
        Numbers.Error(0, Unit.Probability).ShouldBe("0");
        Numbers.Error(.2, Unit.BillionUsd).ShouldBe("$0.2 bn");
        Numbers.Error(double.NaN, Unit.Probability).ShouldBe("missing");
    }

    [Fact]
    public void A_figure_shows_its_own_level()
    {
        var figure = new Figure("votes", .781, Unit.Share, new Interval(.71, .84, .95), Basis.Measured, new([], "", Coverage.Of("")));
        Numbers.Format(figure).ShouldBe("78.1 % (95 % interval 71.0 to 84.0 %)");
        Numbers.Format(figure with { Value = double.NaN }).ShouldBe("missing");
        Numbers.Format(figure with { Interval = null }).ShouldBe("78.1 %");
    }

    [Fact]
    public void No_number_prints_a_symbol_for_what_is_not_a_number_whatever_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "tr-TR", "de-DE", "ar-SA", "en-US" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Numbers.Format(12345.678, Unit.BillionUsd).ShouldBe("$12.3 tn");
                Numbers.Format(.514, Unit.Share).ShouldBe("51.4 %");
                Gen.Select(Gen.Double, Gen.Enum<Unit>()).Sample((value, unit) =>
                {
                    foreach (var text in new[] { Numbers.Format(value, unit), Numbers.Signed(value, unit), Numbers.Range(value, -value, unit), Numbers.Error(value, unit), Numbers.Points(value) })
                    {
                        text.ShouldNotContain("NaN");
                        text.ShouldNotContain("∞");
                        text.ShouldNotContain("-");
                        text.All(character => character < 0x80 || character is Numbers.Minus or '×').ShouldBeTrue(text);
                    }
                }, iter: 2000);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
