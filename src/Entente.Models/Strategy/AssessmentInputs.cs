using System.Collections.Immutable;
using Entente.Models.Energy;
using Entente.Models.Security.Guarantees;
using Entente.Models.Security.Hedging;
using Entente.Models.Security;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Evidence;
using Entente.Models.Strategy.Game;
using Entente.Models.Strategy.Links;
using Entente.Models.Strategy.Promises;
using Entente.Models.Trade;
using Entente.Numerics.Sampling;
using Entente.World;

namespace Entente.Models.Strategy;

/// <summary>How an assessment is run.</summary>
public sealed record AssessmentOptions
{
    /// <summary>Number of draws, at least 100. Default 10,000.</summary>
    public int Draws { get; init; } = 10_000;

    /// <summary>Seed of the random streams; the same seed gives the same result on any number of threads. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How the draws are spread. Default Monte Carlo.</summary>
    public SamplingScheme Sampling { get; init; } = SamplingScheme.MonteCarlo;

    /// <summary>Draws of the whole run of which these are a part; <see langword="null"/> where they are all. A Latin hypercube depends on it.</summary>
    public int? Of { get; init; }

    /// <summary>Threads, at least 1. Default: all processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Leaves out what a few hundred draws say little of or what is no matter of draws: the influence of each assumption, the conditions of success, and the charts of what is held. Everything else is the same, to the last bit, as
    /// without it. For a first look while a strategy is being changed. Default false.
    /// </summary>
    public bool Coarse { get; init; }

    /// <summary>Refuses what cannot be run.</summary>
    /// <exception cref="InvalidInputException">Fewer than 100 draws or too many, no threads.</exception>
    internal void Check()
    {
        if (Draws is < 100 or > MostDraws) throw new InvalidInputException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The number of draws is {Draws:N0}; it must lie between 100 and {MostDraws:N0}."));
        if (Threads is < 1 or > 1024) throw new InvalidInputException($"The number of threads is {Threads}; it must lie between 1 and 1,024.");
    }

    /// <summary>Most draws of one run: a few thousand bytes of memory each.</summary>
    public const int MostDraws = 1_000_000;
}

/// <summary>Everything that is measured once, before the draws: the channels of the chain.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Assumptions">The assumptions in the order of <see cref="Draws.AssumptionIndex"/>.</param>
/// <param name="Trade">The trade channel; <see langword="null"/> where the data cannot carry it.</param>
/// <param name="Gas">The gas channel; <see langword="null"/> where it has nothing to say.</param>
/// <param name="AllyChannel">What was measured about allies; <see langword="null"/> where there are none.</param>
/// <param name="Allies">Allies of the divider.</param>
/// <param name="Position">The target's position.</param>
/// <param name="Threat">Threats to the target.</param>
/// <param name="MilitaryBurdenYear">Year of the military burden, 0 where missing.</param>
/// <param name="Caveats">What is missing; one sentence each.</param>
internal sealed record AssessmentInputs(
    WedgeStrategy Strategy, ImmutableArray<Assumption> Assumptions, TradeChannel? Trade, GasChannel? Gas, AllyChannel? AllyChannel, ImmutableArray<AllyPosition> Allies, TargetPosition Position,
    ThreatProfile Threat, int MilitaryBurdenYear, ImmutableArray<string> Caveats)
{
    /// <summary>How often states in the target's place were split by themselves; <see langword="null"/> where votes hold no record.</summary>
    public SpontaneousSplits? Record { get; init; }

    /// <summary>The chance of a split without moves that the game's inertia is set to.</summary>
    public double SpontaneousSplit { get; init; } = double.NaN;

    /// <summary>What the divider's promise has been worth; <see langword="null"/> where too little is held.</summary>
    public PromiseHazardEstimate? Promise { get; init; }

    /// <summary>The same of the partner.</summary>
    public PromiseHazardEstimate? PartnerPromise { get; init; }

    /// <summary>GDP of the target, billion US$ a year; NaN where missing.</summary>
    public double TargetIncome { get; init; } = double.NaN;

    /// <summary>GDP of each ally, the same.</summary>
    public ImmutableArray<double> AllyIncome { get; init; } = [];

    /// <summary>Military spending over GDP of each ally; NaN where missing.</summary>
    public ImmutableArray<double> AllyBurden { get; init; } = [];

    /// <summary>Links from credibility to disputes and camps; <see langword="null"/> where nobody asked for the bill.</summary>
    public LinkInputs? Links { get; init; }

    /// <summary>Measures the inputs of a strategy.</summary>
    public static AssessmentInputs Measure(WorldEdition world, WedgeStrategy strategy, AssessmentOptions options)
    {
        var inputs = Channels(world, strategy);
        var record = SplitRecord.Of(world, strategy);
        var frequency = record?.Frequencies.Split ?? inputs.Assumptions[(int)AssumptionIndex.SpontaneousSplitIfUnknown].Distribution.Mean;
        return inputs with { Position = inputs.Position with { Inertia = InertiaCalibration.Find(inputs, options, frequency) }, Record = record, SpontaneousSplit = frequency };
    }

    /// <summary>Whether the game of this case reads an assumption in every draw; those of the gas market count as a block of their own.</summary>
    /// <param name="index">The assumption.</param>
    public bool Reads(AssumptionIndex index) => index switch
    {
        AssumptionIndex.SpontaneousSplitIfUnknown => false,
        AssumptionIndex.MilitaryBurdenIfMissing => double.IsNaN(Position.MilitaryBurden),
        AssumptionIndex.OthersTakePart => Strategy.Moves.OfType<SanctionsMove>().Any(move => !move.JoinedBy.IsEmpty),
        AssumptionIndex.AllyObstruction or AssumptionIndex.AllyFriction => !Allies.IsEmpty && !Strategy.Moves.IsEmpty,
        _ => index is < GasTable.First or > GasTable.Last,
    };

    /// <summary>Measures the inputs with what the links of the bill need, which takes seconds.</summary>
    public static AssessmentInputs Whole(WorldEdition world, WedgeStrategy strategy, AssessmentOptions options)
    {
        var inputs = Measure(world, strategy, options);
        return inputs with { Links = LinkInputs.Measure(world, inputs) };
    }

    private static AssessmentInputs Channels(WorldEdition world, WedgeStrategy strategy)
    {
        var caveats = ImmutableArray.CreateBuilder<string>();
        caveats.AddRange(strategy.Caveats);
        var defence = DefencePacts.Partners(world, strategy.Divider, strategy.Start);
        var named = new HashSet<int>(defence) { strategy.Divider, strategy.Target, strategy.Partner };
        named.UnionWith(TradeChannelBuilder.Members(world, strategy.Allies, strategy.Start));
        foreach (var move in strategy.Moves.OfType<SanctionsMove>()) named.UnionWith(TradeChannelBuilder.Members(world, [.. move.Coalition, .. move.JoinedBy], strategy.Start));
        var trade = TradeChannelBuilder.Build(world, strategy, named);
        if (trade is null)
        {
            caveats.Add($"No trade with domestic sales is held at or before {strategy.Start}: reward, partner's hold and allies' trade are missing, not zero, and the answer rests on security alone.");
        }
        else if (trade.Effect is { Pooled: > 0 } effect)
        {
            caveats.Add($"{effect.Pooled} flows under sanctions are missing from {effect.After} and stand at the pooled measured effect.");
        }

        var profile = ThreatPerception.Measure(world, [strategy.Target], strategy.Start)[0];
        var burden = world.LatestIndicator("military_burden", strategy.Target, strategy.Start);
        if (burden is null) caveats.Add("The target's military spending is missing for the time: the assumption military_burden_if_missing stands in, a judgement.");
        var camp = new HashSet<int>(defence) { strategy.Divider };
        var position = new TargetPosition(
            burden?.Value ?? double.NaN, profile.PerceivedShare(camp.Contains), profile.PerceivedShare(id => id == strategy.Partner), profile.LatentShare(id => id == strategy.Partner),
            Completeness(strategy));
        if (profile.CapabilityYear < strategy.Start) caveats.Add($"Capabilities end in {profile.CapabilityYear}, disputes in 2010: threats are measured with what is held.");
        var allies = AllyPositions.Measure(world, strategy, trade);
        double Gdp(int id) => world.LatestIndicator("gdp_current_usd", id, strategy.Start)?.Value / 1e9 ?? double.NaN;
        var (divider, partner) = PromiseAssumptions.Estimate(world, strategy);
        return new AssessmentInputs(
            strategy, PromiseAssumptions.Fill(AssumptionCatalog.Merge(strategy), strategy, divider, partner), trade, GasChannel.Read(world, strategy), allies.Channel, allies.Positions, position, profile, burden?.Year ?? 0,
            caveats.ToImmutable())
        {
            Promise = divider,
            PartnerPromise = partner,
            TargetIncome = Gdp(strategy.Target),
            AllyIncome = [.. allies.Positions.Select(ally => Gdp(ally.StateId))],
            AllyBurden = [.. allies.Positions.Select(ally => world.LatestIndicator("military_burden", ally.StateId, strategy.Start)?.Value ?? double.NaN)],
        };
    }

    /// <summary>
    /// Each security move leaves a share of the threat in place; what all of them leave is the product. Guarantees count when they are weakened for states other than
    /// the target, arms when they are withheld; recognition by its weight; a guarantee to the target itself when it is strengthened. Guarantees strengthened for others and arms sent to them add to the
    /// threat in the same way, which speaks against leaving whoever helps against it: the result lies between −1 and 1.
    /// </summary>
    internal static double Completeness(WedgeStrategy strategy)
    {
        var (left, calm) = (1.0, 1.0);
        foreach (var move in strategy.Moves)
        {
            left *= move switch
            {
                RecognitionMove recognition => 1 - recognition.Weight,
                GuaranteeMove { Change: < 0 } guarantee => 1 + guarantee.Change,
                ArmsMove arms when arms.To != strategy.Target && arms.Change < 0 => 1 + arms.Change,
                ArmsMove arms when arms.To == strategy.Target && arms.Change > 0 => 1 - Math.Min(1, arms.Change),
                _ => 1,
            };
            calm *= move switch
            {
                GuaranteeMove { Change: > 0 } guarantee => 1 - Math.Min(1, guarantee.Change),
                ArmsMove { Change: > 0 } arms when arms.To != strategy.Target => 1 - Math.Min(1, arms.Change),
                _ => 1,
            };
        }

        return calm - left;
    }
}
