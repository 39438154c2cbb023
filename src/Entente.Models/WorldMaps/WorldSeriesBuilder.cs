using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.Models.Trade;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Trade;

namespace Entente.Models.WorldMaps;

/// <summary>Makes <see cref="WorldSeries"/>: one figure of every state over years.</summary>
public static class WorldSeriesBuilder
{
    // As the store's ideal points have them.
    private const double PointLevel = .9;

    /// <summary>Agreement of every state with a party in the General Assembly; five votes in common or more make a value.</summary>
    /// <remarks>Values and intervals are those of <see cref="VoteAgreement"/> with its defaults. A state that voted without being a member of the state system (India in 1946) has a value all the same.</remarks>
    /// <param name="world">The edition.</param>
    /// <param name="party">State or bloc by code or name; members are those of each year's end.</param>
    /// <param name="since">First year.</param>
    /// <param name="until">Last year.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">The party is unknown, or the span is none.</exception>
    /// <exception cref="NoAnswerException">No state has enough votes in common with the party in the span.</exception>
    public static WorldSeries Agreement(WorldEdition world, string party, int since, int until, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        SeriesTable.Check(world, since, until);
        var options = new AgreementOptions();
        var (votes, subject, table) = (world.Votes, new SpannedParty(world, party, since, until), new SeriesTable(world, since, until));
        foreach (var year in table.Years)
        {
            cancellation.ThrowIfCancellationRequested();
            var members = Members(table, subject, year);
            if (members.IsEmpty) continue;
            var kernel = new AgreementKernel(votes, members, year, options);
            if (kernel.RollCalls == 0) table.Hole(year, "no recorded vote of the year is held");
            else if (!kernel.AnyVotes) table.Hole(year, $"no vote of {subject.Label} in the year is held");
            else if (VoteHoles.Describe(year, votes.RollCalls) is { } hole) table.Hole(year, hole, partial: true);
            foreach (var (row, state) in table.States)
            {
                if (members.Contains(state)) continue;
                var found = kernel.Of(state);
                if (found.CommonVotes >= AgreementKernel.Handful) table.Set(row, year, found.Agreement, found.Low, found.High, found.CommonVotes);
                else if (found.CommonVotes > 0 || table.Exists(row, year)) table.Set(row, year, double.NaN, double.NaN, double.NaN, found.CommonVotes);
            }
        }

        if (!table.Any) throw new NoAnswerException(string.Create(CultureInfo.InvariantCulture, $"No state has five votes in common with {subject.Label} in {Words(since, until)}: agreement is missing, not zero; recorded votes are held from {votes.RollCalls[0].Date.Year} to {votes.RollCalls[^1].Date.Year}."));
        return table.Close(
            WorldFigureKind.Agreement, subject.Subject, Unit.Share, options.Level, ["unga-votes"],
            $"vote agreement of every state with {subject.Label}, {Words(since, until)}: mean of 1, ½ and 0 over roll calls on which both voted; intervals from resampling days of voting", "with five votes in common or more");
    }

    /// <summary>Share of every state's goods imports from a party, or of its exports to it, gaps filled, as <see cref="TradeDependence"/> has it. No intervals: the shares are accounts.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="on">State or bloc by code or name; members are those of each year's end.</param>
    /// <param name="exports">Exports to the party rather than imports from it.</param>
    /// <param name="since">First year; years before trade is held are holes.</param>
    /// <param name="until">Last year.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">The party is unknown, or the span is none.</exception>
    /// <exception cref="NoAnswerException">No trade of the span is held.</exception>
    public static WorldSeries Dependence(WorldEdition world, string on, bool exports, int since, int until, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        SeriesTable.Check(world, since, until);
        var (subject, table) = (new SpannedParty(world, on, since, until), new SeriesTable(world, since, until));
        var sources = new List<string>();
        foreach (var year in table.Years)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!world.TradeYears.Contains(year))
            {
                foreach (var (row, state) in table.States) if (subject.MembersIn(year).Contains(state)) table.SetSubject(row, year);
                table.Hole(year, "no goods trade of the year is held");
                continue;
            }

            var members = Members(table, subject, year);
            if (members.IsEmpty) continue;
            var trade = world.Trade(year);
            sources.AddRange(trade.Sources.Except(sources));
            if (!members.Any(trade.Has)) table.Hole(year, $"{subject.Label} is not in the trade matrix of the year");
            else Fill(table, trade, members, exports);
        }

        if (!table.Any) throw new NoAnswerException($"No state's {(exports ? "exports to" : "imports from")} {subject.Label} are held for {Words(since, until)}: shares are missing, not zero{(world.TradeYears.IsEmpty ? "" : $"; trade is held from {world.TradeYears[0]} to {world.TradeYears[^1]}")}.");
        return table.Close(
            WorldFigureKind.Dependence, subject.Subject, Unit.Share, null, [.. sources],
            $"share of goods {(exports ? "exports that went to" : "imports that came from")} {subject.Label}, {Words(since, until)}, gaps filled", "Taiwan is not in the source");
    }

    /// <summary>The ideal point of every state as the store holds them, with their intervals.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="since">First year.</param>
    /// <param name="until">Last year.</param>
    /// <exception cref="InvalidInputException">The span is none.</exception>
    /// <exception cref="NoAnswerException">No points of the span are held.</exception>
    public static WorldSeries IdealPoints(WorldEdition world, int since, int until)
    {
        ArgumentNullException.ThrowIfNull(world);
        SeriesTable.Check(world, since, until);
        var table = new SeriesTable(world, since, until);
        var rowOf = table.States.ToDictionary(pair => pair.State, pair => pair.Row);
        var held = new HashSet<int>();
        foreach (var point in world.IdealPoints)
        {
            if (point.Year < since || point.Year > until) continue;
            table.Set(rowOf[point.State], point.Year, point.Value, point.Low, point.High, point.Votes);
            held.Add(point.Year);
        }

        foreach (var year in table.Years)
        {
            if (!held.Contains(year)) table.Hole(year, "no ideal points of the year are held");
            else if (VoteHoles.Describe(year, world.Votes.RollCalls) is { } hole) table.Hole(year, hole, partial: true);
        }

        if (!table.Any) throw new NoAnswerException(world.IdealPoints.IsEmpty ? "The store holds no ideal points." : $"Ideal points of {Words(since, until)} are not held: the years run from {world.IdealPoints.Min(point => point.Year)} to {world.IdealPoints.Max(point => point.Year)}.");
        return table.Close(WorldFigureKind.IdealPoints, null, Unit.Number, PointLevel, ["entente-points", "unga-votes"], $"ideal points, {Words(since, until)}", "");
    }

    /// <summary>The party's members in a year, marked in the table; a bloc without any leaves a hole.</summary>
    private static ImmutableArray<int> Members(SeriesTable table, SpannedParty subject, int year)
    {
        var members = subject.MembersIn(year);
        if (members.IsEmpty) table.Hole(year, $"{subject.Label} had no members at the end of the year");
        foreach (var (row, state) in table.States) if (members.Contains(state)) table.SetSubject(row, year);
        return members;
    }

    private static void Fill(SeriesTable table, TradeMatrix trade, ImmutableArray<int> members, bool exports)
    {
        foreach (var (row, state) in table.States)
        {
            if (members.Contains(state) || !trade.Has(state)) continue;
            table.Set(row, trade.Year, TradeDependence.ShareFilled(trade, [state], members, exports), double.NaN, double.NaN, null);
        }
    }

    private static string Words(int since, int until) => since == until ? string.Create(CultureInfo.InvariantCulture, $"{since}") : string.Create(CultureInfo.InvariantCulture, $"{since} to {until}");
}
