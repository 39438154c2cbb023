using Entente.Briefing.Charts;
using Entente.Briefing.Images;
using Entente.Briefing.Maps;
using Entente.Models.Strategy;
using Entente.World.Figures;
using SkiaSharp;

namespace Entente.Briefing.Tests;

public sealed class ChartImageTests
{
    private static Chart Lines => Chart.Lines(new ChartData("k", "Two lines", Unit.Share, [SampleAssessment.Series("alpha", 2000, .1, .4, double.NaN, .6), SampleAssessment.Series("beta", 2000, .5, .3, .2, .1)], [], null));

    private static Chart Map => new("map", "A map", "of changes", "World map.", new MapPlot([new MapValue("RUS", "Russia", -.02), new MapValue("SGP", "Singapore", .0005), new MapValue("USA", "United States", double.NaN, true)]) { Subject = "United States" });

    public static TheoryData<string> Charts => ["lines", "map", "balance", "costs", "views", "networth", "panels"];

    [Theory]
    [MemberData(nameof(Charts))]
    public void Every_kind_of_chart_is_painted_light_and_dark_the_same_bytes_each_time(string kind)
    {
        var assessment = SampleAssessment.Full();
        var chart = (kind switch
        {
            "lines" => Lines,
            "map" => Map,
            "balance" => AssessmentCharts.Balance(assessment),
            "costs" => AssessmentCharts.Costs(assessment),
            "views" => AssessmentCharts.Views(assessment),
            "networth" => AssessmentCharts.NetWorth(assessment),
            _ => new Chart("p", "Panels", "small", "Panels.", new PanelsPlot([new("One", "unit", Lines.Plot), new("Two", "unit", Lines.Plot), new("Three", "unit", Lines.Plot, true)])),
        })!;
        foreach (var look in new[] { ChartLook.Light, ChartLook.Dark })
        {
            var file = chart.ToPng(800, look);
            file.ShouldBe(chart.ToPng(800, look));
            using var picture = SKBitmap.Decode(file);
            picture.Width.ShouldBe(1600);
            var paper = look == ChartLook.Light ? new SKColor(255, 255, 255) : new SKColor(0x14, 0x18, 0x1d);
            picture.GetPixel(2, 2).ShouldBe(paper);
            Inked(picture, paper, new SKRectI(0, 0, 1600, picture.Height)).ShouldBeGreaterThan(4000);
        }
    }

    [Fact]
    public void Text_is_drawn_with_the_fonts_inside_the_program()
    {
        using var with = SKBitmap.Decode(Lines.ToPng(800));
        using var without = SKBitmap.Decode((Lines with { Title = "" }).ToPng(800));
        var title = new SKRectI(0, 40, 1600, 80);
        Inked(with, SKColors.White, title).ShouldBeGreaterThan(Inked(without, SKColors.White, title) + 500);
    }

    [Fact]
    public void A_picture_of_the_reader_is_light_and_a_file_of_one_look_asks_no_system()
    {
        Lines.ToPng(600, ChartLook.Reader).ShouldBe(Lines.ToPng(600, ChartLook.Light));
        Lines.ToSvg(600, ChartLook.Dark).ShouldNotContain("prefers-color-scheme");
        Lines.ToSvg(600).ShouldContain("prefers-color-scheme");
        Map.ToSvg(600, ChartLook.Light).ShouldNotContain("prefers-color-scheme");
    }

    [Fact]
    public void What_the_painter_does_not_know_is_refused_and_not_left_out() =>
        Should.Throw<InvalidOperationException>(() => SvgPainter.Png("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><ellipse/></svg>", 1)).Message.ShouldContain("ellipse");

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_scale_out_of_range_is_refused(int scale) => Should.Throw<ArgumentOutOfRangeException>(() => Lines.ToPng(600, ChartLook.Light, scale));

    [Fact]
    public void The_numbers_behind_a_chart_come_as_columns_with_their_meaning()
    {
        ChartNumbers.Columns(Lines).Select(column => column.Name).ShouldBe(ChartNumbers.Meanings(Lines).Select(meaning => meaning.Name));
        ChartNumbers.Columns(Lines)[0].Rows.ShouldBe(8);
        ChartNumbers.Columns(Map).Select(column => column.Name).ShouldBe(ChartNumbers.Meanings(Map).Select(meaning => meaning.Name));
        ChartNumbers.Columns(AssessmentCharts.Costs(SampleAssessment.Full())!).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(.2499, "n3")]
    [InlineData(.25, "n2")]
    [InlineData(.55, "z0")]
    [InlineData(.9, "p3")]
    public void Classes_of_agreement_have_fixed_limits(double value, string expected) => MapScale.Agreement.ClassOf(value).ShouldBe(expected);

    private static int Inked(SKBitmap picture, SKColor paper, SKRectI area)
    {
        var count = 0;
        for (var y = area.Top; y < area.Bottom; y++)
        {
            for (var x = area.Left; x < area.Right; x++) count += picture.GetPixel(x, y) == paper ? 0 : 1;
        }

        return count;
    }
}
