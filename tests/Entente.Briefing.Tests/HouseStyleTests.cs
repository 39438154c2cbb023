using Entente.World;

namespace Entente.Briefing.Tests;

public sealed class HouseStyleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-house-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Page => Path.Combine(_folder, "page.liquid");

    private string Brief() => HtmlBrief.Write(SampleAssessment.Full(), new BriefOptions { House = HouseStyle.Read(_folder) });

    private string Refused() => Should.Throw<InvalidInputException>(Brief).Message;

    [Fact]
    public void The_style_that_is_written_out_gives_the_brief_of_the_program()
    {
        HouseStyle.Write(_folder).Select(file => Path.GetFileName(file)).ShouldBe(["page.liquid", "house.yaml", "house.css"]);
        string Body(string html) => html[html.IndexOf("<body>", StringComparison.Ordinal)..];
        Body(Brief()).ShouldBe(Body(HtmlBrief.Write(SampleAssessment.Full())));
        Should.Throw<InvalidInputException>(() => HouseStyle.Write(_folder)).Message.ShouldContain("is there already");
    }

    [Fact]
    public void Name_logo_lines_colours_and_fonts_of_a_house_are_in_the_brief()
    {
        Write("house.yaml", "name: Institute <of> Examples\nlogo: IX\nheader: Working paper\nfooter: Not for sale\nfonts: { text: \"Georgia, 'Times New Roman', serif\" }\ncolours: { light: { accent: \"#004488\" } }\n");
        Write("house.css", "h1{letter-spacing:.02em}");
        var html = Brief();
        foreach (var part in new[] { "Institute &lt;of&gt; Examples", ">IX</span>", "Working paper", "Not for sale", "--accent:#004488", "font-family:Georgia", "h1{letter-spacing:.02em}", "img-src data:" }) html.ShouldContain(part);
        html.ShouldNotContain("Made with Entente");
    }

    [Theory]
    [InlineData("<img src=\"https://example.org/logo.png\"/>", "line 2", "fetches a file")]
    [InlineData("<img src='//example.org/logo.png'/>", "line 2", "fetches a file")]
    [InlineData("<img src=logo.png>", "line 2", "fetches a file")]
    [InlineData("<link rel=\"stylesheet\" href=\"https://example.org/x.css\"/>", "line 2", "runs or fetches")]
    [InlineData("<script>1</script>", "line 2", "runs or fetches")]
    [InlineData("<p onclick=\"x()\">a</p>", "line 2", "runs a script")]
    [InlineData("<a href=\"javascript:x()\">a</a>", "line 2", "runs a script")]
    [InlineData("<style>@import 'x.css';</style>", "line 2", "fetches a style sheet")]
    [InlineData("<p style=\"background:url(http://example.org/x.png)\">a</p>", "line 2", "fetches a file")]
    [InlineData("<svg><image href=\"https://example.org/x.png\"/></svg>", "line 2", "fetches a file")]
    public void Whatever_would_ask_for_something_outside_is_refused_with_its_place(string markup, string place, string says)
    {
        Write("page.liquid", "<html><head>{{ head }}</head>\n" + markup + "</html>");
        var sentence = Refused();
        sentence.ShouldContain("page.liquid");
        sentence.ShouldContain(place);
        sentence.ShouldContain(says);
    }

    [Fact]
    public void A_link_to_follow_and_a_picture_inside_the_file_may_stand()
    {
        HouseStyle.Write(_folder);
        File.WriteAllText(Page, File.ReadAllText(Page).Replace("<footer>", "<footer><a href=\"https://example.org/\">The house</a><img alt=\"\" src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\"/>", StringComparison.Ordinal));
        Brief().ShouldContain("The house");
    }

    [Theory]
    [InlineData("{{ brief.titel }}", "titel")]
    [InlineData("{{ nothing }}", "nothing")]
    [InlineData("{% for x in %}{% endfor %}", "line 2")]
    [InlineData("{% if true %}", "not a valid Liquid")]
    public void A_wrong_template_is_refused_with_what_is_wrong(string markup, string says)
    {
        HouseStyle.Write(_folder);
        File.WriteAllText(Page, File.ReadAllText(Page).Replace("<html lang=\"en\">", markup + "<html lang=\"en\">", StringComparison.Ordinal));
        Refused().ShouldContain(says);
    }

    [Fact]
    public void A_template_may_leave_out_neither_the_head_nor_the_notes_that_numbers_link_to()
    {
        HouseStyle.Write(_folder);
        var page = File.ReadAllText(Page);
        File.WriteAllText(Page, page.Replace("{{ head }}", "", StringComparison.Ordinal));
        Refused().ShouldContain("{{ head }}");
        File.WriteAllText(Page, page.Replace("{{ section.body }}", "", StringComparison.Ordinal));
        Refused().ShouldContain("'source-1'");
    }

    [Fact]
    public void A_template_without_end_is_stopped()
    {
        HouseStyle.Write(_folder);
        File.WriteAllText(Page, File.ReadAllText(Page) + "{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}");
        Refused().ShouldContain("page.liquid");
    }

    [Theory]
    [InlineData("colours: { light: { mute: \"#aaaaaa\" } }", "contrast of 2.3 : 1")]
    [InlineData("colours: { dark: { paper: \"#ffffff\" } }", "WCAG AA")]
    [InlineData("colours: { light: { accent: red } }", "no colour")]
    [InlineData("colours: { light: { akzent: \"#000000\" } }", "did you mean 'accent'")]
    [InlineData("fonts: { text: \"x;}body{\" }", "no list of fonts")]
    [InlineData("nmae: X", "did you mean 'name'")]
    [InlineData("name: ]", "not valid YAML")]
    public void Wrong_settings_are_refused_with_their_place(string yaml, string says)
    {
        Write("house.yaml", yaml + "\n");
        var sentence = Refused();
        sentence.ShouldContain("house.yaml, line 1");
        sentence.ShouldContain(says);
    }

    [Fact]
    public void A_folder_without_a_template_says_how_to_get_one()
    {
        Refused().ShouldContain("--write-template");
        Should.Throw<InvalidInputException>(() => HouseStyle.Read(Path.Combine(_folder, "no"))).Message.ShouldContain("--write-template");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
