using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.Models.Security.Ties;
using Entente.Models.Strategy;
using Entente.Models.Trade;
using Entente.Models.Trade.Dependence;
using Entente.World.Figures;
using Entente.World.Votes;

namespace Entente.Briefing.Charts;

/// <summary>What two states are to each other, in one picture.</summary>
/// <param name="A">Name of the first state.</param>
/// <param name="B">Name of the second.</param>
/// <param name="Since">First year.</param>
/// <param name="Until">Last year.</param>
/// <param name="Votes">Agreement of their votes; <see langword="null"/> where none are held.</param>
/// <param name="PointsOfA">Ideal points of the first.</param>
/// <param name="PointsOfB">Ideal points of the second.</param>
/// <param name="AOnB">Trade dependence of the first on the second; <see langword="null"/> where none is held.</param>
/// <param name="BOnA">The other way round.</param>
/// <param name="Ties">Treaties, arms and disputes.</param>
public sealed record DyadPicture(
    string A, string B, int Since, int Until, AlignmentSeries? Votes, ImmutableArray<StateIdealPoint> PointsOfA, ImmutableArray<StateIdealPoint> PointsOfB, DependenceSeries? AOnB, DependenceSeries? BOnA, SecurityTies Ties);

/// <summary>Panels of a pair of states.</summary>
public static class DyadCharts
{
    /// <summary>Votes, ideal points, trade both ways, and security ties: small plots over the same years. What is not held is shaded, never left out.</summary>
    /// <param name="picture">The pair.</param>
    public static Chart Panel(DyadPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var (a, b) = (picture.A, picture.B);
        var years = Enumerable.Range(picture.Since, picture.Until - picture.Since + 1).ToImmutableArray();
        var votes = picture.Votes is { } held ? AlignmentCharts.Line(held, "agreement", banded: true) : null;
        var (ofA, ofB) = (picture.PointsOfA.ToDictionary(point => point.Year), picture.PointsOfB.ToDictionary(point => point.Year));
        var distance = new ChartSeries("distance", years, [.. years.Select(year => ofA.TryGetValue(year, out var left) && ofB.TryGetValue(year, out var right) ? Math.Abs(left.Value - right.Value) : double.NaN)], [], []);
        var trade = ImmutableArray.Create(Shares($"{b} in imports of {a}", picture.AOnB, years), Shares($"{a} in imports of {b}", picture.BOnA, years));
        var ties = SecurityTieCharts.Timeline(picture.Ties);
        var agreement = votes is null ? Empty("agreement", years) : Over(votes, years);
        ImmutableArray<SmallPlot> items =
        [
            new("Votes alike", "Agreement in the General Assembly, per cent; band: 90 % interval", new LinePlot([agreement], Unit.Share)),
            new("How far apart they stand", "Distance of ideal points, standard deviations", new LinePlot([distance], Unit.Number)),
            new("What each is to the other in trade", "Share of goods imports, per cent, gaps filled", new LinePlot(trade, Unit.Share), IsWide: true),
            new("What binds or divides them", "Treaties, arms, wars and disputes; shaded: not held", ties.Plot, IsWide: true),
        ];
        var words = string.Join(' ', new[]
        {
            LineDescription.Of(new ChartData("votes", "", Unit.Share, [agreement], [], null)), LineDescription.Of(new ChartData("points", "", Unit.Number, [distance], [], null)),
            LineDescription.Of(new ChartData("trade", "", Unit.Share, trade, [], null)), ties.Description,
        });
        return new("dyad", $"{a} and {b}, {picture.Since.ToString(CultureInfo.InvariantCulture)} to {picture.Until.ToString(CultureInfo.InvariantCulture)}", "Votes, positions, trade and security, over the same years", $"Four small plots. {words}", new PanelsPlot(items));
    }

    private static ChartSeries Shares(string name, DependenceSeries? series, ImmutableArray<int> years) =>
        series is null ? Empty(name, years) : Over(new(name, [.. series.Years.Select(year => year.Year)], [.. series.Years.Select(year => year.ImportShare(Denominator.GapsFilled))], [], []), years);

    private static ChartSeries Empty(string name, ImmutableArray<int> years) => new(name, years, [.. years.Select(_ => double.NaN)], [], []);

    // All plots run over the same years, so that a year stands at the same place in each.
    private static ChartSeries Over(ChartSeries series, ImmutableArray<int> years)
    {
        var place = series.Years.Select((year, index) => (year, index)).ToDictionary(pair => pair.year, pair => pair.index);
        ImmutableArray<double> Spread(ImmutableArray<double> values) => values.IsDefaultOrEmpty ? [] : [.. years.Select(year => place.TryGetValue(year, out var at) ? values[at] : double.NaN)];
        return new(series.Name, years, Spread(series.Values), Spread(series.Low), Spread(series.High));
    }
}
