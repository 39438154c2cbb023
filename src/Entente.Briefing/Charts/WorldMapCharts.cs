using System.Globalization;
using Entente.Briefing.Maps;
using Entente.Models.WorldMaps;
using Entente.World.States;

namespace Entente.Briefing.Charts;

/// <summary>Maps of the world: one figure of every state in a year.</summary>
public static class WorldMapCharts
{
    private const int Extremes = 5;

    /// <summary>Agreement of every state with a party in the General Assembly.</summary>
    /// <param name="figures">The figures, of <see cref="WorldFigures.Agreement"/>.</param>
    public static Chart Agreement(WorldFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Of(figures, "map-agreement", string.Create(CultureInfo.InvariantCulture, $"Who voted with {figures.Subject} in {figures.Year}"), "Agreement in the General Assembly, per cent of votes in common (an abstention of one counts half)", MapScale.Agreement);
    }

    /// <summary>What a party is to every state's imports.</summary>
    /// <param name="figures">The figures, of <see cref="WorldFigures.ImportShare"/>.</param>
    public static Chart Imports(WorldFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Of(figures, "map-imports", string.Create(CultureInfo.InvariantCulture, $"Who depended on {figures.Subject} for imports in {figures.Year}"), $"Share of goods imports that came from {figures.Subject}, per cent, gaps filled", MapScale.Shares);
    }

    /// <summary>Where every state stands.</summary>
    /// <param name="figures">The figures, of <see cref="WorldFigures.IdealPoints"/>.</param>
    public static Chart Points(WorldFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Of(figures, "map-points", string.Create(CultureInfo.InvariantCulture, $"Where states stood in the General Assembly in {figures.Year}"), "Ideal points, standard deviations; high is where the United States stands", MapScale.Points);
    }

    private static Chart Of(WorldFigures figures, string key, string title, string subtitle, MapScale scale)
    {
        var ranked = figures.States.Where(figure => double.IsFinite(figure.Value)).OrderByDescending(figure => figure.Value).ToList();
        string Named(IEnumerable<StateFigure> some) => string.Join(", ", some.Select(figure => $"{figure.State.Name} {scale.Format(figure.Value)}"));
        var missing = figures.Provenance.Coverage.MissingNames;
        var words = $"World map of {ranked.Count} states. Highest: {Named(ranked.Take(Extremes))}. Lowest: {Named(Enumerable.Reverse(ranked).Take(Extremes))}."
            + (missing.IsEmpty ? "" : string.Create(CultureInfo.InvariantCulture, $" Not held: {missing.Length} states, among them {string.Join(", ", missing.Take(Extremes))}."));
        return new(key, title, subtitle, words, new MapPlot([.. figures.States.Where(figure => figure.IsSubject || double.IsFinite(figure.Value) || figure.State.Kind == StateKind.Member).Select(figure => new MapValue(figure.State.Iso3!, figure.State.Name, figure.Value, figure.IsSubject))]) { Scale = scale, Subject = figures.Subject });
    }
}
