using System.Collections.Immutable;
using Entente.Models.Alignment;
using Entente.Models.Trade;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Strategy;

/// <summary>The measured pictures behind an assessment: votes and trade over time. A year without data is a gap, not a zero.</summary>
internal static class AssessmentChartData
{
    /// <summary>Fewer common votes than this do not carry a point: 2024 holds six.</summary>
    private const int LeastVotes = 10;

    // They show what is held of three states, whatever the moves and assumptions are.
    private static readonly EditionMemo<(int Divider, int Target, int Partner, int Start), ImmutableArray<ChartData>> Known = new(16);

    public static ImmutableArray<ChartData> Build(WorldEdition world, WedgeStrategy strategy, (string Divider, string Target, string Partner) names) =>
        Known.Get(world, (strategy.Divider, strategy.Target, strategy.Partner, strategy.Start), _ => Read(world, strategy, names));

    private static ImmutableArray<ChartData> Read(WorldEdition world, WedgeStrategy strategy, (string Divider, string Target, string Partner) names)
    {
        var charts = ImmutableArray.CreateBuilder<ChartData>();
        charts.Add(Votes(world, strategy, names));
        if (Dependence(world, strategy, names) is { } dependence) charts.Add(dependence);
        return charts.ToImmutable();
    }

    private static ChartData Votes(WorldEdition world, WedgeStrategy strategy, (string Divider, string Target, string Partner) names)
    {
        var calls = world.Votes.RollCalls;
        var last = calls[^1].Date.Year;
        var first = Math.Max(calls[0].Date.Year, Math.Min(strategy.Start, last) - 60);
        var thin = Enumerable.Range(first, last - first + 1).Where(year => calls.Count(call => call.Date.Year == year) is > 0 and < LeastVotes).ToArray();
        var note = thin.Length == 0 ? null : $"A year with fewer than {LeastVotes} common votes is left open; {string.Join(", ", thin)} {(thin.Length == 1 ? "holds" : "hold")} too few. An absence is no abstention.";
        return new ChartData(
            "votes", $"Identical votes in the General Assembly: {names.Target} with {names.Partner} and with {names.Divider}", Unit.Share,
            [
                Series($"{names.Target} – {names.Partner}", strategy.Target, strategy.Partner),
                Series($"{names.Divider} – {names.Target}", strategy.Divider, strategy.Target),
                Series($"{names.Divider} – {names.Partner}", strategy.Divider, strategy.Partner),
            ],
            ["unga-votes"], note);

        ChartSeries Series(string name, int a, int b)
        {
            var options = new AgreementOptions { Replicates = 200 };
            var years = Enumerable.Range(first, last - first + 1).ToImmutableArray();
            var points = years.Select(year => VoteAgreement.Year(world.Votes, [a], [b], year, options)).ToArray();
            return new ChartSeries(
                name, years,
                [.. points.Select(point => point.CommonVotes < LeastVotes ? double.NaN : point.Identical)],
                [.. points.Select(point => point.CommonVotes < LeastVotes ? double.NaN : point.IdenticalInterval?.Low ?? double.NaN)],
                [.. points.Select(point => point.CommonVotes < LeastVotes ? double.NaN : point.IdenticalInterval?.High ?? double.NaN)]);
        }
    }

    private static ChartData? Dependence(WorldEdition world, WedgeStrategy strategy, (string Divider, string Target, string Partner) names)
    {
        if (world.TradeYears[0] > strategy.Start) return null;
        var years = Enumerable.Range(world.TradeYears[0], world.TradeYears[^1] - world.TradeYears[0] + 1).ToImmutableArray();
        ImmutableArray<double> Share(int who, int on, bool exports) =>
            [.. years.Select(year => world.TradeYears.Contains(year) ? TradeDependence.ShareFilled(world.Trade(year), [who], [on], exports) : double.NaN)];
        var gaps = years.Where(year => !world.TradeYears.Contains(year)).ToArray();
        return new ChartData(
            "dependence", $"Goods trade: what {names.Target} and {names.Partner} are to each other", Unit.Share,
            [
                new ChartSeries($"{names.Target}'s imports from {names.Partner}", years, Share(strategy.Target, strategy.Partner, false), [], []),
                new ChartSeries($"{names.Target}'s exports to {names.Partner}", years, Share(strategy.Target, strategy.Partner, true), [], []),
                new ChartSeries($"{names.Partner}'s imports from {names.Target}", years, Share(strategy.Partner, strategy.Target, false), [], []),
            ],
            ["baci", "baci-2023-mask"],
            gaps.Length == 0 ? null : $"No trade is held for {string.Join(" and ", gaps)}; in {years[^1]} missing partners stand at their last known value.");
    }
}
