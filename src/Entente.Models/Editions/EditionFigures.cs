using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Figures;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Store;

namespace Entente.Models.Editions;

/// <summary>Which figures a new edition of the store moves.</summary>
public static class EditionFigures
{
    private const int YearsBack = 4;

    private static readonly string[] Powers = ["USA", "CHN", "RUS", "IND", "DEU", "FRA", "GBR", "JPN"];

    private static readonly (string A, string B)[] Pairs =
        [("RUS", "CHN"), ("RUS", "USA"), ("USA", "CHN"), ("RUS", "IND"), ("CHN", "IND"), ("USA", "IND"), ("USA", "DEU"), ("RUS", "DEU"), ("CHN", "DEU"), ("USA", "GBR"), ("RUS", "KAZ"), ("CHN", "KAZ")];

    /// <summary>
    /// The headline figures: the example of every figure of the catalogue, agreement and ideal points of pairs of powers, shares of trade between them, and product, population, military spending and
    /// democracy of the powers, for the last years that either edition reaches.
    /// </summary>
    /// <param name="before">The first edition.</param>
    /// <param name="after">The second edition.</param>
    public static ImmutableArray<FigureRequest> Headline(WorldEdition before, WorldEdition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var votes = LastYears(LastVote(before), LastVote(after), 1);
        int[] trade = [.. before.TradeYears.TakeLast(2).Union(after.TradeYears.TakeLast(2)).Order()];
        var economy = LastYears(Math.Max(LastVote(before), trade.LastOrDefault()), Math.Max(LastVote(after), trade.LastOrDefault()), YearsBack);
        var requests = FigureCatalogue.All.Select(figure => FigureRequest.Parse(figure.Key, figure.Example.Split(' ')))
            .Concat(from pair in Pairs from year in votes from figure in new[] { "agreement", "ideal-point-distance" } select Ask(figure, ("a", pair.A), ("b", pair.B), Year(year)))
            .Concat(from pair in Pairs from year in trade from flow in new[] { "imports", "exports" } select Ask("trade-share", ("state", pair.A), ("partner", pair.B), ("flow", flow), Year(year)))
            .Concat(from state in Powers from year in economy from figure in new[] { "gdp", "population", "military-burden", "democracy" } select Ask(figure, ("state", state), Year(year)));
        return [.. requests.DistinctBy(request => request.ToString())];
    }

    /// <summary>What a comparison of two editions rests on: the sources of the rows that differ and of the figures.</summary>
    /// <param name="difference">The tables of both.</param>
    /// <param name="figures">Figures asked of both.</param>
    public static Provenance Grounds(StoreDifference difference, IReadOnlyList<MovedFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(difference);
        ArgumentNullException.ThrowIfNull(figures);
        return new Provenance(
            [.. difference.Sources.Select(source => source.Source).Concat(figures.SelectMany(figure => figure.Before.Figure.Provenance.Sources.Concat(figure.After.Figure.Provenance.Sources))).Distinct(StringComparer.Ordinal)],
            "data diff",
            Coverage.Of(FormattableString.Invariant($"{difference.Tables.Length:N0} tables, of which {difference.Tables.Count(table => !table.IsSame):N0} differ, {difference.Tables.Sum(table => table.After):N0} rows in the second edition; {figures.Count:N0} figures asked of both")));
    }

    /// <summary>Asks both editions for each figure.</summary>
    /// <param name="before">The first edition.</param>
    /// <param name="after">The second edition.</param>
    /// <param name="requests">The figures.</param>
    /// <param name="progress">Told about every hundredth figure.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>All of them; those that moved first, by <see cref="MovedFigure.Size"/>.</returns>
    /// <exception cref="InvalidInputException">A request is wrong.</exception>
    public static ImmutableArray<MovedFigure> Compare(
        WorldEdition before, WorldEdition after, IReadOnlyList<FigureRequest> requests, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var moved = new List<MovedFigure>(requests.Count);
        foreach (var request in requests)
        {
            cancellation.ThrowIfCancellationRequested();
            if (moved.Count % 100 == 0) progress?.Report(string.Create(CultureInfo.InvariantCulture, $"figures: {moved.Count} of {requests.Count}"));
            moved.Add(new MovedFigure(request, FigureCatalogue.Ask(before, request), FigureCatalogue.Ask(after, request)));
        }

        return [.. moved.OrderByDescending(figure => figure.Move == FigureMove.Moved).ThenByDescending(figure => figure.Size).ThenBy(figure => figure.Request.ToString(), StringComparer.Ordinal)];
    }

    private static int LastVote(WorldEdition world) => world.Votes.RollCalls is [.., var last] ? last.Date.Year : 0;

    private static int[] LastYears(int before, int after, int back) => [.. Enumerable.Range(before - back, Math.Max(0, Math.Max(before, after) - before + back + 1)).Where(year => year > 1900)];

    private static (string, string) Year(int year) => ("year", year.ToString(CultureInfo.InvariantCulture));

    private static FigureRequest Ask(string key, params (string Name, string Value)[] parameters) => new(key, parameters.ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));
}
