using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Figures;

namespace Entente.Models.Trade.Conduits;

/// <summary>
/// Finds the third states through which trade may pass around sanctions: those whose imports from the sanctioning side and whose exports to the target both stand above their own trend by more than third states show in
/// placebo years, each side judged by itself. No state is named anywhere in the code.
/// </summary>
public static class ConduitSearch
{
    /// <summary>At or below this chance on one side a state is tested on the other, and listed as one that comes next where the other has an excess at all: near misses are part of the answer.</summary>
    private const double Selection = .05;

    private static readonly string[] SanctionedIn2022 = ["RUS", "BLR"];

    /// <summary>The sanctioning bloc that a question uses: the one named, or the one of 2022 for Russia and Belarus, or none.</summary>
    /// <param name="world">The world.</param>
    /// <param name="target">The target.</param>
    /// <param name="named">Key or name of a bloc, or <see langword="null"/>.</param>
    /// <exception cref="InvalidInputException">There is no such bloc.</exception>
    public static Bloc? CoalitionFor(WorldEdition world, Party target, string? named)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(target);
        if (named is not null)
        {
            return world.Blocs.Find(named) ?? throw new InvalidInputException($"There is no bloc '{named}' to stand against {target.Label}; the blocs are {string.Join(", ", world.Blocs.All.Select(bloc => bloc.Key))}, and --blocs FILE adds your own.");
        }

        var sanctioned = target.Members.All(member => SanctionedIn2022.Contains(world.States[member].Iso3, StringComparer.Ordinal));
        return sanctioned ? world.Blocs.Find(ConduitOptions.CoalitionOf2022) : null;
    }

    /// <summary>Finds conduits into a target.</summary>
    /// <param name="world">The world.</param>
    /// <param name="target">State or bloc under sanctions.</param>
    /// <param name="options">How to look, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidInputException">Unknown parties, a target inside the coalition, a rate or threshold out of range, or no year of trade on one side of the first year of sanctions.</exception>
    /// <exception cref="NoAnswerException">No coalition is known to sanction the target, or too few years are held.</exception>
    public static ConduitFindings Find(WorldEdition world, string target, ConduitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(target);
        options ??= new ConduitOptions();
        Check(options);
        var years = world.TradeYears;
        var year = options.Year ?? (years.IsEmpty ? 0 : years[^1]);
        if (!years.Contains(year) || year < options.Since)
        {
            throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"Conduits are looked for in a year of trade since the sanctions of {options.Since}, and {year} is none; trade is held for {years[0]} to {years[^1]} with holes."));
        }

        var party = PartyResolver.Resolve(target, year, world.States, world.Blocs);
        var bloc = CoalitionFor(world, party, options.Coalition) ?? throw new NoAnswerException(
            $"No coalition is known to sanction {party.Label}, so there is nothing for a conduit to go around; name one with --against BLOC (its first year with --against-since YEAR).");
        var coalition = bloc.MembersIn(year);
        if (party.Members.FirstOrDefault(coalition.Contains) is var inside and not 0) throw new InvalidInputException($"{world.States[inside].Name} belongs to {bloc.Name}: a target cannot be among those who sanction it; name another bloc with --against.");
        var flows = new ThirdStateFlows(world, party.Members, coalition, year);
        var last = flows.Years.LastOrDefault(held => held < options.Since);
        if (flows.Years.Count(held => held <= last) < TrendForecast.LeastYears) throw new NoAnswerException($"Fewer than {TrendForecast.LeastYears} years of trade are held before {options.Since}: a trend cannot be told; choose a later --against-since.");
        return Find(world, party, bloc, flows, last, year, options);
    }

    private static ConduitFindings Find(WorldEdition world, Party target, Bloc bloc, ThirdStateFlows flows, int last, int year, ConduitOptions options)
    {
        var (inflow, outflow) = (ExcessTest.Run(flows.From(flows.Coalition), last, year), ExcessTest.Run(flows.ToTarget(), last, year));
        var eu = EuWitness.Of(world, options.Since);
        var (placebosIn, placebosOut) = (inflow.Placebo.Values.Order().ToArray(), outflow.Placebo.Values.Order().ToArray());
        var seen = new List<Conduit>();
        var unseen = new List<Conduit>();
        foreach (var state in flows.States)
        {
            if (!inflow.Actual.TryGetValue(state, out var into)) continue;
            var toTarget = flows.ToTarget(state, year);
            var weight = double.IsNaN(toTarget) ? flows.LastToTarget(state, year) : toTarget;
            if (!(weight * 1000 >= options.LeastMillionUsd)) continue;
            var chance = FalseDiscovery.PValue(into.Score, placebosIn);
            if (double.IsNaN(toTarget)) unseen.Add(Unseen(world, flows, state, into, year, eu, chance));
            else if (outflow.Actual.TryGetValue(state, out var outOf)) seen.Add(Seen(world, flows, state, into, outOf, year, eu, chance, FalseDiscovery.PValue(outOf.Score, placebosOut)));
        }

        var named = FalseDiscovery.Replicated([.. seen.Select(conduit => conduit.InflowChance)], [.. seen.Select(conduit => conduit.OutflowChance)], options.FalseDiscoveryRate, Selection);
        var threshold = FalseDiscovery.Threshold(unseen.Select(conduit => conduit.InflowChance), options.FalseDiscoveryRate);
        var conduits = seen.Select((conduit, index) => conduit with { IsCandidate = named[index] }).Concat(unseen.Select(conduit => conduit with { IsCandidate = conduit.InflowChance <= threshold }))
            .Where(conduit => (conduit.IsCandidate || StandsOut(conduit)) && HasExcess(conduit))
            .OrderByDescending(conduit => conduit.IsCandidate).ThenByDescending(conduit => conduit.IsCandidate && conduit.IsSeen)
            .ThenByDescending(conduit => conduit.IsCandidate ? conduit.Route.Upper : -conduit.Chance).ThenBy(conduit => conduit.StateId);
        return new ConduitFindings(
            target.Label, bloc.Name, bloc.Key, last, year, [.. conduits], seen.Count, unseen.Count, placebosIn.Length, options.FalseDiscoveryRate, inflow.Common, outflow.Common,
            new Provenance(
                [.. flows.Trade(year).Sources, "eu-exports-yearly"],
                string.Create(CultureInfo.InvariantCulture, $"imports from {bloc.Key} and exports to {target.Label} of every third state, {year} against {last} and before; placebo forecasts of the same length"),
                Coverage.Of($"{seen.Count} third states with both flows, and {unseen.Count} of which only the inflow is seen; totals of all goods, no product codes")));
    }

    private static bool StandsOut(Conduit conduit) => conduit.InflowChance <= Selection || conduit.OutflowChance <= Selection;

    /// <summary>Standing out among states that fell is no excess: both flows have to lie above their own level and trend as well.</summary>
    private static bool HasExcess(Conduit conduit) => conduit.Inflow.Amount > 0 && conduit.Outflow is null or { Amount: > 0 };

    private static Conduit Seen(WorldEdition world, ThirdStateFlows flows, int state, FlowExcess into, FlowExcess outOf, int year, EuWitness eu, double chanceIn, double chanceOut) =>
        new(state, world.States[state].Name, into, outOf, null, eu.Of(state), chanceIn, chanceOut, false, flows.Route(state, year, into, outOf));

    private static Conduit Unseen(WorldEdition world, ThirdStateFlows flows, int state, FlowExcess into, int year, EuWitness eu, double chance)
    {
        // The last year in which its exports to the target are seen tells which part of its trade the target had.
        var known = flows.Years.LastOrDefault(held => held < year && flows.TargetShare(state, held) >= 0);
        return new Conduit(
            state, world.States[state].Name, into, null, (flows.Trade(year).LastYear, flows.LastToTarget(state, year)), eu.Of(state), chance, double.NaN, false, RouteBounds.Unseen(into.Amount, known == 0 ? 0 : flows.TargetShare(state, known)));
    }

    private static void Check(ConduitOptions options)
    {
        if (!(options.FalseDiscoveryRate is > 0 and < 1)) throw new InvalidInputException("The false discovery rate must lie between 0 and 1, for example .1.");
        if (!(options.LeastMillionUsd >= 0)) throw new InvalidInputException("The least exports to the target must be zero or more million US$.");
    }
}
