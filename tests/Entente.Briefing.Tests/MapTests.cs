using System.Xml.Linq;
using Entente.Briefing.Charts;
using Entente.Briefing.Html;
using Entente.Briefing.Maps;

namespace Entente.Briefing.Tests;

public sealed class MapTests
{
    [Theory]
    [InlineData(34.1, 44.95, "UKR")]
    [InlineData(33.6, 45.3, "UKR")]
    [InlineData(34.15, 44.55, "UKR")]
    [InlineData(32.6, 46.7, "UKR")]
    [InlineData(30.5, 50.45, "UKR")]
    [InlineData(37.8, 48.0, "UKR")]
    [InlineData(37.6, 55.75, "RUS")]
    [InlineData(39.0, 45.05, "RUS")]
    [InlineData(176.5, 66.0, "RUS")]
    [InlineData(-173.2, 65.5, "RUS")]
    [InlineData(20.5, 54.7, "RUS")]
    [InlineData(121.0, 23.8, "TWN")]
    [InlineData(116.4, 39.9, "CHN")]
    [InlineData(33.3, 35.3, "CYP")]
    [InlineData(28.0, -29.5, "LSO")]
    [InlineData(-100.0, 40.0, "USA")]
    [InlineData(21.0, 42.6, "XKX")]
    [InlineData(-13.0, 25.0, "ESH")]
    [InlineData(-15.0, 23.7, "ESH")]
    [InlineData(-12.5, 25.9, "ESH")]
    [InlineData(-9.0, 27.4, "ESH")]
    [InlineData(-11.0, 28.3, "MAR")]
    [InlineData(-7.6, 33.4, "MAR")]
    [InlineData(44.06, 9.56, "SOM")]
    public void Every_place_lies_in_one_state_Crimea_in_Ukraine_and_Western_Sahara_apart(double longitude, double latitude, string iso3) =>
        WorldOutlines.Areas.Where(area => area.Contains(longitude, latitude)).Select(area => area.Iso3).ShouldBe([iso3]);

    [Fact]
    public void Contested_areas_are_hatched_and_their_neighbours_are_not()
    {
        string[] Hatched(double longitude, double latitude) => [.. WorldOutlines.Contested.Where(area => area.Contains(longitude, latitude)).Select(area => area.Iso3)];
        Hatched(34.1, 44.95).ShouldBe(["crimea"]);
        Hatched(32.6, 46.7).ShouldBeEmpty();
        Hatched(39.0, 45.05).ShouldBeEmpty();
        Hatched(-15.0, 23.7).ShouldBe(["western-sahara"]);
        Hatched(-11.0, 28.3).ShouldBeEmpty();
        Hatched(44.06, 9.56).ShouldBe(["somaliland"]);
        Hatched(33.3, 35.3).ShouldBe(["northern-cyprus"]);
        MapGeometry.Contested.Count(letter => letter == 'M').ShouldBeGreaterThanOrEqualTo(WorldOutlines.Contested.Length);
    }

    [Fact]
    public void The_key_of_a_map_names_what_is_disputed()
    {
        var chart = new Chart("map", "A map", "of changes", "World map.", new MapPlot([new MapValue("RUS", "Russia", -.02)]));
        foreach (var width in new[] { 330, 800 })
        {
            var text = string.Join(' ', XDocument.Parse(chart.ToSvg(width)).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
            foreach (var part in new[] { "Crimea", "68/262", "Western Sahara", "34/37", "Kosovo", "Siachen", "Borders take no side." }) text.ShouldContain(part);
        }
    }

    [Fact]
    public void Outlines_keep_to_the_globe_and_none_spans_it()
    {
        WorldOutlines.Areas.Length.ShouldBeGreaterThan(170);
        WorldOutlines.Areas.Select(area => area.Iso3).Concat(WorldOutlines.Points.Select(point => point.Iso3)).ShouldBeUnique();
        foreach (var area in WorldOutlines.Areas)
        {
            foreach (var ring in area.Rings)
            {
                ring.Length.ShouldBeGreaterThan(2);
                ring.ShouldAllBe(point => Math.Abs(point.Longitude) <= 180 && Math.Abs(point.Latitude) <= 90);
                for (var i = 1; i < ring.Length; i++) Math.Abs(ring[i].Longitude - ring[i - 1].Longitude).ShouldBeLessThan(180, area.Iso3);
            }
        }
    }

    [Fact]
    public void The_projection_has_the_published_extent_and_keeps_areas()
    {
        EqualEarth.Project(180, 0).X.ShouldBe(2.70663, 1e-5);
        EqualEarth.Project(0, 90).Y.ShouldBe(1.317363, 1e-6);
        EqualEarth.Project(0, 0).ShouldBe((0, 0));

        // A cell of one degree covers sin(latitude) times its width, wherever it lies.
        foreach (var latitude in new[] { 0.0, 30, 60, 75 })
        {
            var (x0, y0) = EqualEarth.Project(.5, latitude);
            var (x1, _) = EqualEarth.Project(-.5, latitude);
            var (_, y1) = EqualEarth.Project(0, latitude + .001);
            ((x0 - x1) * (y1 - y0)).ShouldBe(Math.PI / 180 * (Math.Sin((latitude + .001) * Math.PI / 180) - Math.Sin(latitude * Math.PI / 180)), 1e-9);
        }
    }

    [Theory]
    [InlineData(0, "z0")]
    [InlineData(.00009, "z0")]
    [InlineData(.0001, "p1")]
    [InlineData(-.0009, "n1")]
    [InlineData(-.002, "n2")]
    [InlineData(.01, "p3")]
    [InlineData(-.4, "n3")]
    [InlineData(double.NaN, "unheld")]
    public void Classes_have_fixed_limits_and_what_is_missing_is_hatched(double value, string expected) => MapPlot.ClassOf(value).ShouldBe(expected);

    [Fact]
    public void A_map_stands_alone_as_a_file_and_shares_its_outlines_in_a_page()
    {
        var chart = new Chart("map", "A map", "of changes", "World map.", new MapPlot([new MapValue("RUS", "Russia", -.02), new MapValue("SGP", "Singapore", .0005)]));
        var alone = XDocument.Parse(chart.ToSvg(800));
        XNamespace svg = "http://www.w3.org/2000/svg";
        var russia = alone.Descendants(svg + "path").Single(path => path.Element(svg + "title")?.Value == "Russia: −2.0 %");
        ((string)russia.Attribute("class")!).ShouldBe("land n3");
        alone.Descendants(svg + "circle").Single().Attribute("class")!.Value.ShouldBe("spot p1");
        alone.Descendants(svg + "path").Count(path => (string)path.Attribute("class")! == "land unheld").ShouldBe(WorldOutlines.Areas.Length - 1);
        alone.Descendants(svg + "use").ShouldBeEmpty();
        alone.Root!.Element(svg + "title")!.Value.ShouldBe("A map");
        alone.Root!.Element(svg + "desc")!.Value.ShouldBe("World map.");

        var inline = XDocument.Parse(chart.ToInlineSvg(800, "wide"));
        var sheet = XDocument.Parse(MapGeometry.Sheet());
        var ids = sheet.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>().ToHashSet();
        inline.Descendants(svg + "use").Count().ShouldBe(WorldOutlines.Areas.Length + 1);
        inline.Descendants(svg + "use").ShouldAllBe(use => ids.Contains(((string)use.Attribute("href")!).Substring(1)));
        HtmlStyle.All.ShouldNotContain("--m-n3:", customMessage: "pages without maps carry no style for them");
    }

    [Fact]
    public void Colours_of_gains_and_losses_differ_in_light_and_dark()
    {
        foreach (var set in new[] { MapStyle.Light, MapStyle.Dark })
        {
            var colours = set.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':')).ToDictionary(part => part[0], part => part[1]);
            new[] { "--m-n3", "--m-n2", "--m-n1", "--m-z", "--m-p1", "--m-p2", "--m-p3" }.Select(name => colours[name]).ShouldBeUnique();
        }
    }
}
