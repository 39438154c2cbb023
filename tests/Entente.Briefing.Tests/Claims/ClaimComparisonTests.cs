using System.Globalization;
using CsCheck;
using Entente.Briefing.Claims;
using Entente.Models.Figures;
using Entente.World;

namespace Entente.Briefing.Tests.Claims;

public sealed class ClaimComparisonTests
{
    private static readonly string[] Figures = ["trade-share", "trade-value", "voted-with", "vote-of", "trade-rank", "trade-growth"];

    [Theory]
    [InlineData("46.5 %", .465, true)]
    [InlineData("46.5 %", .4696, true)] // one per cent of the value, between editions
    [InlineData("46.5 %", .470, false)]
    [InlineData("57 %", .566, true)]
    [InlineData("57 %", .514, false)]
    [InlineData("57 percent", .57, true)]
    [InlineData("about 57 %", .545, true)]
    [InlineData("about 57 %", .53, false)]
    [InlineData("roughly half", .48, true)]
    [InlineData("half", .53, false)]
    [InlineData("nearly 60 %", .58, true)]
    [InlineData("nearly 60 %", .61, false)]
    [InlineData("more than half", .5, false)]
    [InlineData("more than half", .501, true)]
    [InlineData("over 85 %", .709, false)]
    [InlineData("at least 50 %", .5, true)]
    [InlineData("less than a third", .33, true)]
    [InlineData("at most two thirds", .7, false)]
    [InlineData("a majority", .51, true)]
    [InlineData("most", .49, false)]
    [InlineData("between 10 and 20 %", .15, true)]
    [InlineData("between 10 and 20 %", .21, false)]
    [InlineData("10 to 20 %", .2, true)]
    [InlineData("more than 10 % and less than 20 %", .2, false)]
    [InlineData("none", 0, true)]
    [InlineData("none", .001, false)]
    [InlineData("0.57", .57, true)]
    [InlineData("exactly 57 %", .57, true)]
    public void Wordings_of_a_share(string wording, double value, bool holds) => Read(wording, "trade-share").Holds(value).ShouldBe(holds);

    [Theory]
    [InlineData("$1.4 tn", "trade-value", 1440, true)]
    [InlineData("$1.4 tn", "trade-value", 1460, false)]
    [InlineData("US$ 892 billion", "trade-value", 892.4, true)]
    [InlineData("350 million dollars", "trade-value", .3504, true)]
    [InlineData("more than $0 bn", "trade-balance", -316, false)]
    [InlineData("-$316 bn", "trade-balance", -316.2, true)]
    [InlineData("17", "voted-with", 17, true)]
    [InlineData("17", "voted-with", 18, false)]
    [InlineData("seventeen or so", "voted-with", 0, null)]
    [InlineData("three", "dispute-count", 3, true)]
    [InlineData("about 35,000", "troops", 34_000, true)]
    [InlineData("35,000", "troops", 35_400, true)]
    [InlineData("35,000", "troops", 36_000, false)]
    [InlineData("143.5 million", "population", 143_533_851, true)]
    [InlineData("the largest", "trade-rank", 1, true)]
    [InlineData("second largest", "trade-rank", 2, true)]
    [InlineData("the third biggest", "trade-rank", 2, false)]
    [InlineData("rose", "trade-growth", .01, true)]
    [InlineData("fell", "trade-growth", .01, false)]
    [InlineData("doubled", "trade-growth", .95, true)]
    [InlineData("doubled", "trade-growth", .8, false)]
    [InlineData("halved", "trade-growth", -.49, true)]
    [InlineData("155 bcm", "gas-imports", 155.2, true)]
    [InlineData("0.48", "ideal-point-distance", .483, true)]
    public void Wordings_of_other_units(string wording, string figure, double value, bool? holds)
    {
        if (holds is { } expected) Read(wording, figure).Holds(value).ShouldBe(expected);
        else Should.Throw<InvalidInputException>(() => Read(wording, figure)).Message.ShouldContain("no number");
    }

    [Theory]
    [InlineData("between 20 and 10 %", "trade-share", "contradicts itself")]
    [InlineData("more than 60 % and less than 40 %", "trade-share", "contradicts itself")]
    [InlineData("more than 50 % and less than 50 %", "trade-share", "contradicts itself")]
    [InlineData("more than 120 %", "trade-share", "cannot be true of trade-share")]
    [InlineData("less than 0 %", "trade-share", "cannot be true of trade-share")]
    [InlineData("57", "trade-share", "write 57 %")]
    [InlineData("$57 bn", "trade-share", "in per cent")]
    [InlineData("57 %", "trade-value", "in billion US$")]
    [InlineData("$1400", "trade-value", "write its scale")]
    [InlineData("46,5 %", "trade-share", "with a point")]
    [InlineData("the largest", "trade-share", "said of a rank")]
    [InlineData("doubled", "trade-share", "said of a change")]
    [InlineData("includes RUS", "trade-share", "said of a list")]
    [InlineData("more than about some", "trade-share", "no number")]
    [InlineData("", "trade-share", "not understood")]
    [InlineData("between 10 %", "trade-share", "not understood")]
    public void What_cannot_be_said_is_refused(string wording, string figure, string expected) => Should.Throw<InvalidInputException>(() => Read(wording, figure)).Message.ShouldContain(expected);

    [Fact]
    public void Lists_are_read_as_they_are_written()
    {
        Read("includes RUS, PRK and BLR", "voted-with").States.ShouldBe(["RUS", "PRK", "BLR"]);
        Read("= Israel, Hungary", "voted-with").Kind.ShouldBe(ComparisonKind.ExactList);
        Read("excludes CHN", "voted-with").Kind.ShouldBe(ComparisonKind.Excludes);
        Read("is adopted", "vote-outcome").Word.ShouldBe("adopted");
        Read("93-18-65", "vote-tally").Kind.ShouldBe(ComparisonKind.Word);
        Read("more than 90", "vote-tally").Kind.ShouldBe(ComparisonKind.Bound);
    }

    [Fact]
    public void A_number_rounded_to_any_digit_is_met_by_what_it_was_rounded_from() =>
        Gen.Select(Gen.Double[.001, .999], Gen.Int[0, 4]).Sample((value, digits) =>
        {
            var text = (value * 100).ToString($"F{digits}", CultureInfo.InvariantCulture) + " %";
            Read(text, "trade-share").Holds(value).ShouldBeTrue(text);
        });

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_in_words() =>
        Gen.Select(Gen.String[0, 40], Gen.Int[0, Figures.Length - 1]).Sample((text, which) =>
        {
            try
            {
                _ = Read(text, Figures[which]);
            }
            catch (InvalidInputException problem)
            {
                problem.Message.ShouldNotBeNullOrWhiteSpace();
            }
        });

    private static ClaimComparison Read(string wording, string figure) => ClaimComparison.Read(wording, FigureCatalogue.Find(figure));
}
