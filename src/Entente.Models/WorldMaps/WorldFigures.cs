using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.Models.Trade;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Models.WorldMaps;

/// <summary>A figure of a state.</summary>
/// <param name="State">The state.</param>
/// <param name="Value">The value; NaN where it is missing.</param>
/// <param name="IsSubject">Whether the state is (a member of) the party that the figures are about.</param>
public sealed record StateFigure(State State, double Value, bool IsSubject);

/// <summary>One figure of every state in a year, for a map.</summary>
/// <param name="Subject">The party that the figures are about; <see langword="null"/> where they are about none.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="States">States, by id.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Provenance">Where they came from.</param>
public sealed record WorldFigures(string? Subject, int Year, ImmutableArray<StateFigure> States, Unit Unit, Provenance Provenance)
{
    /// <summary>Agreement of every state with a party in the General Assembly (mean of 1, ½ and 0), for those with five votes in common or more, as <see cref="VoteAgreement"/> has it.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="party">State or bloc by code or name; for a bloc all pairs with its members at the end of the year are pooled.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">The party is unknown.</exception>
    /// <exception cref="NoAnswerException">No votes of the year are held, or the party cast none.</exception>
    public static WorldFigures Agreement(WorldEdition world, string party, int year, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        var subject = PartyResolver.Resolve(party, year, world.States, world.Blocs);
        var kernel = new AgreementKernel(world.Votes, subject.Members, year, new AgreementOptions { Replicates = 0 });
        var figures = ImmutableArray.CreateBuilder<StateFigure>();
        foreach (var state in Existing(world, year))
        {
            cancellation.ThrowIfCancellationRequested();
            var own = subject.Members.Contains(state.Id);
            var agreement = own ? default : kernel.Of(state.Id);
            figures.Add(new(state, own || agreement.CommonVotes < AgreementKernel.Handful ? double.NaN : agreement.Agreement, own));
        }

        var held = figures.Count(figure => double.IsFinite(figure.Value));
        if (held == 0) throw new NoAnswerException(string.Create(CultureInfo.InvariantCulture, $"No state has a vote in common with {subject.Label} in {year}: recorded votes are held from {world.Votes.RollCalls[0].Date.Year} to {world.Votes.RollCalls[^1].Date.Year}."));
        return new(subject.Label, year, figures.ToImmutable(), Unit.Share, new(
            ["unga-votes"], string.Create(CultureInfo.InvariantCulture, $"vote agreement of every state with {subject.Label} in {year}: mean of 1, ½ and 0 over roll calls on which both voted"),
            Covered($"{held} states with five votes in common or more, {kernel.RollCalls} roll calls held for {year}", figures)));
    }

    /// <summary>Share of every state's goods imports that comes from a party, gaps filled, as <see cref="TradeDependence"/> has it.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="on">State or bloc by code or name.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">The party is unknown.</exception>
    /// <exception cref="NoAnswerException">No trade of the year is held.</exception>
    public static WorldFigures ImportShare(WorldEdition world, string on, int year, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        var subject = PartyResolver.Resolve(on, year, world.States, world.Blocs);
        if (!world.TradeYears.Contains(year)) throw new NoAnswerException(string.Create(CultureInfo.InvariantCulture, $"Trade of {year} is not held; the nearest year that is: {world.TradeYears.MinBy(held => Math.Abs(held - year))}."));
        var trade = world.Trade(year);
        var figures = ImmutableArray.CreateBuilder<StateFigure>();
        foreach (var state in Existing(world, year))
        {
            cancellation.ThrowIfCancellationRequested();
            var own = subject.Members.Contains(state.Id);
            figures.Add(new(state, own || !trade.Has(state.Id) ? double.NaN : TradeDependence.ShareFilled(trade, [state.Id], subject.Members, exports: false), own));
        }

        if (!figures.Any(figure => double.IsFinite(figure.Value))) throw new NoAnswerException(string.Create(CultureInfo.InvariantCulture, $"No state's imports from {subject.Label} are held for {year}."));
        return new(subject.Label, year, figures.ToImmutable(), Unit.Share, new(
            trade.Sources, string.Create(CultureInfo.InvariantCulture, $"share of goods imports that came from {subject.Label} in {year}, gaps filled"), Covered($"{figures.Count(figure => double.IsFinite(figure.Value))} states", figures)));
    }

    /// <summary>The ideal point of every state, as the store holds them.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="year">Calendar year.</param>
    /// <exception cref="NoAnswerException">No points of the year are held.</exception>
    public static WorldFigures IdealPoints(WorldEdition world, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        var points = world.IdealPoints.Where(point => point.Year == year).ToDictionary(point => point.State, point => point.Value);
        if (points.Count == 0)
        {
            var years = world.IdealPoints.Select(point => point.Year).Distinct().Order().ToArray();
            throw new NoAnswerException(years.Length == 0 ? "The store holds no ideal points." : string.Create(CultureInfo.InvariantCulture, $"Ideal points of {year} are not held: the years run from {years[0]} to {years[^1]}."));
        }

        ImmutableArray<StateFigure> figures = [.. Existing(world, year).Select(state => new StateFigure(state, points.GetValueOrDefault(state.Id, double.NaN), false))];
        return new(null, year, figures, Unit.Number, new(["entente-points", "unga-votes"], string.Create(CultureInfo.InvariantCulture, $"ideal points of {year}"), Covered($"{points.Count} states", figures)));
    }

    private static IEnumerable<State> Existing(WorldEdition world, int year) => world.States.All.Where(state => state.Iso3 is not null && state.ExistsIn(year)).OrderBy(state => state.Id);

    private static Coverage Covered(string statement, IReadOnlyCollection<StateFigure> figures)
    {
        var missing = figures.Where(figure => !figure.IsSubject && double.IsNaN(figure.Value) && figure.State.Kind == StateKind.Member).Select(figure => figure.State.Name).ToImmutableArray();
        return new(statement, figures.Count(figure => double.IsFinite(figure.Value)), missing.Length, missing);
    }
}
