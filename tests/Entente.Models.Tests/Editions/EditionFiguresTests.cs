using Entente.Models.Editions;
using Entente.Models.Figures;
using Entente.World.Figures;

namespace Entente.Models.Tests.Editions;

public sealed class EditionFiguresTests(Snapshot snapshot)
{
    [Fact]
    public void Every_headline_figure_can_be_asked_and_an_edition_does_not_differ_from_itself()
    {
        var requests = EditionFigures.Headline(snapshot.World, snapshot.World);
        foreach (var key in FigureCatalogue.All.Select(figure => figure.Key)) requests.ShouldContain(request => request.Key == key);
        var figures = EditionFigures.Compare(snapshot.World, snapshot.World, requests, cancellation: TestContext.Current.CancellationToken);
        figures.Length.ShouldBe(requests.Length);
        figures.ShouldAllBe(figure => figure.Move == FigureMove.Same || figure.Move == FigureMove.Missing);
        figures.Count(figure => figure.Move == FigureMove.Same).ShouldBeGreaterThan(150);
    }

    [Theory]
    [InlineData(10, 12, FigureMove.Moved, 2, 2.0 / 11)]
    [InlineData(10, 10, FigureMove.Same, 0, 0)]
    [InlineData(-1, 1, FigureMove.Moved, 2, 2)]
    [InlineData(0, 0, FigureMove.Same, 0, 0)]
    public void A_move_has_a_change_and_a_size(double before, double after, FigureMove move, double change, double size)
    {
        var figure = new MovedFigure(Ask("gdp"), Answer(before), Answer(after));
        figure.Move.ShouldBe(move);
        figure.Change.ShouldBe(change);
        figure.Size.ShouldBe(size, 1e-12);
    }

    [Fact]
    public void What_only_one_edition_answers_appears_or_vanishes()
    {
        var missing = Answer(double.NaN) with { WhyMissing = "not held" };
        new MovedFigure(Ask("gdp"), missing, Answer(1)).Move.ShouldBe(FigureMove.Appeared);
        new MovedFigure(Ask("gdp"), Answer(1), missing).Move.ShouldBe(FigureMove.Vanished);
        new MovedFigure(Ask("gdp"), missing, missing).Move.ShouldBe(FigureMove.Missing);
    }

    [Fact]
    public void A_word_that_changed_is_a_move_and_a_value_within_the_interval_is_told()
    {
        var (yes, no) = (Answer(double.NaN) with { Text = "yes" }, Answer(double.NaN) with { Text = "no" });
        new MovedFigure(Ask("alliance"), yes, no).ShouldSatisfyAllConditions(moved => moved.Move.ShouldBe(FigureMove.Moved), moved => moved.Size.ShouldBe(2));
        var known = Answer(.5, new Interval(.4, .6, .9));
        new MovedFigure(Ask("agreement"), known, Answer(.55)).IsWithinInterval.ShouldBeTrue();
        new MovedFigure(Ask("agreement"), known, Answer(.65)).IsWithinInterval.ShouldBeFalse();
    }

    private static FigureRequest Ask(string key) => FigureRequest.Parse(key, []);

    private static FigureAnswer Answer(double value, Interval? interval = null) =>
        new(FigureCatalogue.Find("gdp"), [], "", new Figure("product", value, Unit.BillionUsd, interval, Basis.Measured, new Provenance([], "", Coverage.Of(""))), []);
}
