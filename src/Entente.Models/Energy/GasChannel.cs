using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.World;

namespace Entente.Models.Energy;

/// <summary>What a draw says, billion US$ a year; losses are negative.</summary>
/// <param name="Volume">Change of the divider's revenue through other amounts, at the old prices.</param>
/// <param name="Price">Change of the divider's revenue through other prices, on the new amounts.</param>
/// <param name="BuyersGain">What buyers in the EU, Britain and Türkiye gain: the change of consumers' surplus on imports.</param>
/// <param name="TargetGain">Change of the target's revenue from pipeline and liquefied gas.</param>
/// <param name="EuropePriceChange">Change of the price in the EU, as a share.</param>
public readonly record struct GasChannelOutcome(double Volume, double Price, double BuyersGain, double TargetGain, double EuropePriceChange);

/// <summary>The gas market as a link of an assessment: the target's closed routes to Europe reopen in part, and the market finds new prices and flows.</summary>
public sealed class GasChannel
{
    private static readonly ImmutableArray<string> Returning = ["Nord Stream", "Yamal", "Ukraine transit", "Northern routes"];

    private readonly GasBase _base;

    private readonly GasReference _tables;

    private GasChannel(GasBase start, GasReference tables, bool europeTakesPart, bool europeMayJoin) =>
        (_base, _tables, EuropeTakesPart, EuropeMayJoin) = (start, tables, europeTakesPart, europeMayJoin);

    /// <summary>What has been solved from the tables of this edition.</summary>
    internal SolvedMarkets Solved => _tables.Solved;

    /// <summary>Prices and flows that it starts from.</summary>
    internal GasBase Start => _base;

    /// <summary>First year of strategies that it can speak about: it starts from the market of 2024.</summary>
    public const int FirstYear = 2024;

    /// <summary>Whether the EU takes part in lifting sanctions.</summary>
    public bool EuropeTakesPart { get; }

    /// <summary>Whether the EU takes no part of itself but may join, as far as the assumption others_take_part says.</summary>
    public bool EuropeMayJoin { get; }

    /// <summary>Sources that it rests on, keys of the catalog.</summary>
    public static ImmutableArray<string> Sources { get; } = ["gas-reference", "energy-institute", "doe-lng", "worldbank-prices"];

    /// <summary>Capacity that was closed since 2021 and may return, bcm a year.</summary>
    public double ClosedBcm => _tables.Routes.Where(route => Returning.Contains(route.Name)).Sum(route => Math.Max(0, route.BcmByYear[1] - route.BcmByYear[^1]));

    /// <summary>Reads the channel of a strategy; <see langword="null"/> where it has nothing to say: another divider or target, no relief, or a start before 2024.</summary>
    /// <param name="world">The world.</param>
    /// <param name="strategy">The strategy.</param>
    public static GasChannel? Read(WorldEdition world, WedgeStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(strategy);
        var relief = strategy.Moves.OfType<SanctionsMove>().Where(move => move.Lift && move.Against == strategy.Target).ToList();
        if (strategy.Divider != world.States.Find("USA")?.Id || strategy.Target != world.States.Find("RUS")?.Id || relief.Count == 0) return null;
        if (strategy.Start < FirstYear) return null;
        var eu = Trade.TradeChannelBuilder.Members(world, ["EU27"], strategy.Start).ToHashSet();
        bool MostOfEu(Func<SanctionsMove, ImmutableArray<string>> parties)
        {
            var members = relief.SelectMany(move => Trade.TradeChannelBuilder.Members(world, parties(move), strategy.Start)).ToHashSet();
            return eu.Count(members.Contains) > eu.Count / 2;
        }

        var takesPart = MostOfEu(move => move.Coalition);
        return Of(world, takesPart, !takesPart && MostOfEu(move => move.JoinedBy));
    }

    /// <summary>The channel without a strategy.</summary>
    /// <param name="world">The world, whose prices of 2024 it starts from.</param>
    /// <param name="europeTakesPart">Whether the EU takes part.</param>
    /// <param name="europeMayJoin">Whether it does not, but may join.</param>
    /// <exception cref="NoAnswerException">The store holds no prices of 2024.</exception>
    public static GasChannel Of(WorldEdition world, bool europeTakesPart, bool europeMayJoin = false)
    {
        ArgumentNullException.ThrowIfNull(world);
        var start = GasBase.Read(world, 2024);
        if (!double.IsFinite(start.Europe + start.Japan + start.HenryHub)) throw new NoAnswerException("The store holds no gas prices of 2024; build it with the World Bank's monthly prices.");
        return new GasChannel(start, GasReference.Of(world), europeTakesPart, europeMayJoin);
    }

    /// <summary>Suppliers of the market, in the order of <see cref="GasChannelWorkspace.RevenueBefore"/>.</summary>
    public ImmutableArray<string> Suppliers => _tables.Suppliers;

    /// <summary>Markets, in the order of <see cref="GasChannelWorkspace.SurplusChange"/>.</summary>
    public ImmutableArray<string> Markets => _tables.Markets;

    /// <summary>What one thread keeps from draw to draw.</summary>
    public GasChannelWorkspace NewWorkspace() => new(_tables);

    /// <summary>The outcome of one draw; <see langword="false"/> where the market was not solved, which is a failed draw.</summary>
    /// <param name="inputs">The draw.</param>
    /// <param name="workspace">The thread's workspace.</param>
    /// <param name="outcome">The outcome.</param>
    /// <remarks>Two solves; allocates nothing. What each supplier earns and each market's buyers gain lies in the workspace until the next draw.</remarks>
    public bool Evaluate(in GasInputs inputs, GasChannelWorkspace workspace, out GasChannelOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        outcome = default;
        var gas = workspace.Gas;
        gas.Calibrate(_base, inputs, false);
        CloseUkraine(gas);
        if (!gas.Solver.Solve()) return false;
        var (markets, america, russia, russiaLng) = (gas.Market.Markets, gas.America, gas.Russia, gas.Russia + 1);
        for (var m = 0; m < markets; m++)
        {
            workspace.Prices[m] = gas.Solver.Prices[m];
            workspace.Demand[m] = gas.Solver.Demand[m];
            workspace.Flows[m] = gas.Solver.Flows[gas.Arc(america, m)];
        }

        for (var f = 0; f < workspace.Before.Length; f++) workspace.Before[f] = gas.Revenue(f);
        var targetBefore = workspace.Before[russia] + workspace.Before[russiaLng];
        Reopen(gas, inputs.ReturnShare);
        if (!gas.Solver.Solve()) return false;
        const double billion = GasMarket.MmbtuPerBcm / 1e9;
        var (volume, price, buyers) = (0d, 0d, 0d);
        for (var m = 0; m < markets; m++)
        {
            var flow = gas.Solver.Flows[gas.Arc(america, m)];
            volume += (flow - workspace.Flows[m]) * workspace.Prices[m];
            price += flow * (gas.Solver.Prices[m] - workspace.Prices[m]);
            var gain = (workspace.Prices[m] - gas.Solver.Prices[m]) * (workspace.Demand[m] + gas.Solver.Demand[m]) / 2;
            if (m <= 2) buyers += gain;
            workspace.Gain[m] = gain * billion;
        }

        for (var f = 0; f < workspace.Before.Length; f++) workspace.Change[f] = gas.Revenue(f) - workspace.Before[f];
        outcome = new(volume * billion, price * billion, buyers * billion, gas.Revenue(russia) + gas.Revenue(russiaLng) - targetBefore, gas.Solver.Prices[0] / workspace.Prices[0] - 1);
        return true;
    }

    /// <summary>The world of January 2025: as 2024, without the transit through Ukraine.</summary>
    internal static void CloseUkraine(GasMarket gas)
    {
        var routes = gas.Tables.Routes;
        for (var r = 0; r < routes.Length; r++)
        {
            if (routes[r].Name == "Ukraine transit") gas.RouteBcm[r] = 0;
        }

        gas.ApplyRoutes();
    }

    internal static void Reopen(GasMarket gas, double share)
    {
        var routes = gas.Tables.Routes;
        for (var r = 0; r < routes.Length; r++)
        {
            if (Returning.Contains(routes[r].Name)) gas.RouteBcm[r] = share * routes[r].BcmByYear[1];
        }

        gas.ApplyRoutes();
    }
}

/// <summary>What a thread keeps to evaluate <see cref="GasChannel"/> without allocating.</summary>
public sealed class GasChannelWorkspace
{
    internal GasChannelWorkspace(GasReference tables)
    {
        Gas = new GasMarket(tables);
        (Prices, Demand, Flows) = (new double[Gas.Market.Markets], new double[Gas.Market.Markets], new double[Gas.Market.Markets]);
        (Before, Change, Gain) = (new double[Gas.Market.Suppliers], new double[Gas.Market.Suppliers], new double[Gas.Market.Markets]);
    }

    /// <summary>What each supplier earns before anything returns, billion US$ a year, of the last draw; suppliers of <see cref="GasChannel.Suppliers"/>.</summary>
    public ReadOnlySpan<double> RevenueBefore => Before;

    /// <summary>How much more each earns once it does, billion US$ a year, gross of all costs.</summary>
    public ReadOnlySpan<double> RevenueChange => Change;

    /// <summary>What the buyers of each market gain on their imports (change of consumers' surplus), billion US$ a year; markets of <see cref="GasChannel.Markets"/>.</summary>
    public ReadOnlySpan<double> SurplusChange => Gain;

    internal GasMarket Gas { get; }

    internal double[] Prices { get; }

    internal double[] Demand { get; }

    internal double[] Flows { get; }

    internal double[] Before { get; }

    internal double[] Change { get; }

    internal double[] Gain { get; }
}
