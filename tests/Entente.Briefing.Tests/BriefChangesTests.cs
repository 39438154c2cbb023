using Entente.Models.Strategy;
using Entente.World;

namespace Entente.Briefing.Tests;

public sealed class BriefChangesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-diff-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Assessment Later()
    {
        var assessment = SampleAssessment.Full();
        var source = assessment.Sources[0];
        var cost = assessment.Costs[0];
        return assessment with
        {
            Sources = assessment.Sources.SetItem(0, source with { Edition = "a newer edition" }),
            Splits = assessment.Splits with { Mean = assessment.Splits.Mean + (assessment.Splits.MonteCarloError / 10) },
            Costs = assessment.Costs.SetItem(0, cost with { BillionUsdPerYear = cost.BillionUsdPerYear with { Mean = cost.BillionUsdPerYear.Mean + 100 } }),
        };
    }

    [Theory]
    [InlineData("brief.html")]
    [InlineData("brief.json")]
    public void The_figures_of_an_assessment_read_back_from_its_page_and_from_its_json(string name)
    {
        var assessment = SampleAssessment.Full();
        var path = Put(name, name.EndsWith("html", StringComparison.Ordinal) ? HtmlBrief.Write(assessment) : AssessmentJson.Write(assessment));
        var (read, made) = (BriefFigures.Read(path), BriefFigures.Of(assessment));
        read.Figures.ShouldBe(made.Figures);
        read.Sources.ShouldBe(made.Sources);
        (read.Subject, read.Draws, read.Seed, read.Kind).ShouldBe((made.Subject, made.Draws, made.Seed, "strategy"));
        made.Figures.Select(figure => figure.Key).ShouldBeUnique();
        made.Figures.Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void A_brief_against_itself_has_no_changes()
    {
        var figures = BriefFigures.Of(SampleAssessment.Full());
        var changes = BriefChanges.Of(figures, figures);
        changes.Figures.ShouldBeEmpty();
        changes.Sources.ShouldBeEmpty();
        changes.Same.ShouldBe(figures.Figures.Length);
        changes.Sentences()[0].ShouldContain("None of the");
    }

    [Fact]
    public void A_later_brief_tells_vintages_movers_and_noise_apart()
    {
        var changes = BriefChanges.Of(BriefFigures.Of(SampleAssessment.Full()), BriefFigures.Of(Later()));
        changes.Figures.Length.ShouldBe(2);
        changes.Figures[0].Shown.Group.ShouldBe("Costs");
        changes.Figures[0].Difference.ShouldBe(100, 1e-9);
        changes.Figures[0].IsNoise.ShouldBeFalse();
        changes.Figures[1].IsNoise.ShouldBeTrue();
        changes.Sources.ShouldHaveSingleItem().Now!.Edition.ShouldBe("a newer edition");
        string.Join(' ', changes.Sentences()).ShouldContain("a newer edition");
        changes.Movers.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_later_brief_shows_the_changes_first_and_in_every_format()
    {
        var options = new BriefOptions { Earlier = BriefFigures.Of(SampleAssessment.Full()) };
        var brief = ComposedBrief.Of(Later(), options);
        HtmlBrief.Write(brief).ShouldContain("<section id=\"changes\"");
        MarkdownBrief.Write(brief, "b").Text.ShouldContain("## What changed since the earlier brief");
        brief.Changes!.Figures.Length.ShouldBe(2);
    }

    [Fact]
    public void Figures_of_one_brief_alone_are_new_or_gone()
    {
        var figures = BriefFigures.Of(SampleAssessment.Full());
        var less = figures with { Figures = figures.Figures.RemoveAt(3) };
        BriefChanges.Of(less, figures).Figures.ShouldHaveSingleItem().Before.ShouldBeNull();
        var gone = BriefChanges.Of(figures, less).Figures.ShouldHaveSingleItem();
        gone.Now.ShouldBeNull();
        double.IsNaN(gone.Difference).ShouldBeTrue();
    }

    [Fact]
    public void A_year_in_a_label_does_not_make_another_figure() => BriefFigures.KeyOf("Key figures", "share of imports in 2023").ShouldBe(BriefFigures.KeyOf("Key figures", "share of imports in 2024"));

    [Theory]
    [InlineData("x.json", "{\"schema\":\"entente.alignment/1\"}", "holds no figures of a brief")]
    [InlineData("x.json", "{", "cannot be read as the figures")]
    [InlineData("x.html", "<html></html>", "is a page without the figures")]
    [InlineData("x.json", "{\"schema\":\"entente.brief-figures/1\"}", "cannot be read as the figures")]
    public void What_is_no_brief_is_refused(string name, string text, string says) => Should.Throw<InvalidInputException>(() => BriefFigures.Read(Put(name, text))).Message.ShouldContain(says);

    [Fact]
    public void Briefs_of_two_subjects_are_not_compared()
    {
        var figures = BriefFigures.Of(SampleAssessment.Full());
        Should.Throw<InvalidInputException>(() => BriefChanges.Of(figures with { Subject = "another" }, figures)).Message.ShouldContain("compare two briefs of one");
        Should.Throw<InvalidInputException>(() => BriefFigures.Read(Path.Combine(_folder, "no.html"))).Message.ShouldContain("There is no file");
    }

    [Fact]
    public void Every_key_figure_links_to_its_note_with_query_and_vintage()
    {
        var assessment = SampleAssessment.Full();
        var html = HtmlBrief.Write(assessment);
        for (var n = 1; n <= assessment.KeyFigures.Length; n++)
        {
            html.ShouldContain($"href=\"#figure-{n}\"");
            html.ShouldContain($"id=\"figure-{n}\"");
        }

        html.ShouldContain(">Vintage</th>");
    }
}
