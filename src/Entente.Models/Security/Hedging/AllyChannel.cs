using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Entente.Models.Security.Guarantees;
using Entente.Models.Security.Proliferation;
using Entente.Models.Strategy;
using Entente.Numerics.Discounting;
using Entente.Numerics.Distributions;
using Entente.Numerics.Random;
using Entente.World;

namespace Entente.Models.Security.Hedging;

/// <summary>What is measured about an ally once, before any draw.</summary>
/// <param name="Guarantee">Aspects of the guarantee.</param>
/// <param name="Effect">What the strategy's moves leave of it.</param>
/// <param name="Threat">Share of its perceived threats that comes from the rivals, 0 to 1; NaN where missing.</param>
/// <param name="Capability">Log of its share of world capabilities in standard deviations among the allies; NaN where missing, which then counts as the mean.</param>
/// <param name="Nuclear">Covariates of the nuclear hazard; <see langword="null"/> where missing.</param>
/// <param name="HasWeapons">Whether it has nuclear weapons, so that the nuclear responses are closed.</param>
public sealed record MeasuredAlly(GuaranteeProfile Guarantee, MoveEffect Effect, double Threat, double Capability, NuclearCovariates? Nuclear, bool HasWeapons)
{
    internal double[] Values { get; } = [.. Guarantee.Components.Select(component => component.Value)];
}

/// <summary>
/// The allies of a patron, measured once; per draw the credibility of each guarantee, the chance of being defended and the choice among five responses, without allocating. The draw of an index depends
/// on (seed, index) alone.
/// </summary>
public sealed class AllyChannel
{
    // Streams of an assessment are numbered from 0; these lie far above them.
    private const uint WeightStream = 9_000;
    private const uint JudgementStream = 9_001;
    private const uint HazardStream = 9_002;
    private const double DecadeYears = 10;
    private const double MostProbable = .95;

    // The record and the hazard fitted to it do not depend on patron, year or strategy.
    private static readonly ConditionalWeakTable<WorldEdition, NuclearRecord> Nuclear = [];
    private readonly NuclearHazard _hazard;
    private readonly double _expectedSince1991;
    private readonly int _onsetsSince1991;
    private readonly Beta _armed;
    private readonly Beta _accommodated;

    private AllyChannel(ImmutableArray<MeasuredAlly> allies, int patron, int year, int horizon, ImmutableArray<int> rivals, ResponseBaseRates rates, NuclearHazard hazard, (double Expected, int Onsets) since1991)
    {
        (Allies, Patron, Year, HorizonYears, Rivals, BaseRates, _hazard) = (allies, patron, year, horizon, rivals, rates, hazard);
        (_expectedSince1991, _onsetsSince1991) = since1991;
        _armed = new Beta(rates.Armed.Cases + .5, rates.Armed.Windows - rates.Armed.Cases + .5);
        _accommodated = new Beta(rates.Accommodated.Cases + .5, rates.Accommodated.Windows - rates.Accommodated.Cases + .5);
    }

    /// <summary>Sources that the measured part rests on, keys of the catalog.</summary>
    public static ImmutableArray<string> Sources { get; } =
        [.. GuaranteeReader.Sources.Concat(ThreatPerception.Sources).Concat(["nuclear-status", "nuclear-latency", "td-rivalries", "vdem", "sipri-milex"]).Distinct(StringComparer.Ordinal)];

    /// <summary>The allies, in the order asked for.</summary>
    public ImmutableArray<MeasuredAlly> Allies { get; }

    /// <summary>State id of the patron.</summary>
    public int Patron { get; }

    /// <summary>Year of the measurement.</summary>
    public int Year { get; }

    /// <summary>Years within which a response is taken.</summary>
    public int HorizonYears { get; }

    /// <summary>State ids of the rivals: strategic rivals of the patron at the end of the source, and target and partner of the strategy.</summary>
    public ImmutableArray<int> Rivals { get; }

    /// <summary>What the choice is anchored to.</summary>
    public ResponseBaseRates BaseRates { get; }

    /// <summary>The hazard of pursuit that the nuclear responses are anchored to.</summary>
    public NuclearHazard Hazard => _hazard;

    /// <summary>Measures the allies of a strategy: those it names, or else the divider's defence partners.</summary>
    /// <param name="world">The world.</param>
    /// <param name="strategy">The strategy.</param>
    public static AllyChannel Measure(WorldEdition world, WedgeStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(strategy);
        var allies = strategy.Allies.IsEmpty
            ? GuaranteeReader.Allies(world, strategy.Divider, strategy.Start)
            : [.. TradeMembers(world, strategy).Where(id => id != strategy.Divider && id != strategy.Target && id != strategy.Partner)];
        return Measure(world, strategy.Divider, allies, strategy.Start, strategy.HorizonYears, strategy);
    }

    /// <summary>Measures allies of a patron, with a strategy's moves or without.</summary>
    /// <param name="world">The world.</param>
    /// <param name="patron">State id.</param>
    /// <param name="allies">State ids.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="horizon">Years, 1 to 50.</param>
    /// <param name="strategy">The strategy, or <see langword="null"/>.</param>
    public static AllyChannel Measure(WorldEdition world, int patron, ImmutableArray<int> allies, int year, int horizon, WedgeStrategy? strategy)
    {
        ArgumentNullException.ThrowIfNull(world);
        var measured = Known.Get(world, (patron, string.Join(' ', allies), year, strategy?.Target ?? -1, strategy?.Partner ?? -1), _ => Measured.Read(world, patron, allies, year, strategy));
        ImmutableArray<MeasuredAlly> moved = strategy is null ? measured.Allies : [.. measured.Allies.Select((ally, i) => ally with { Effect = PatronMoves.Effect(world, strategy, allies[i]) })];
        return new AllyChannel(moved, patron, year, horizon, measured.Rivals, measured.Rates, measured.Hazard, measured.Since1991);
    }

    // What fifty allies have to fear of two hundred states takes tens of milliseconds; the moves of a strategy change nothing of it but what they leave of the guarantees.
    private static readonly EditionMemo<(int Patron, string Allies, int Year, int Target, int Partner), Measured> Known = new(32);

    private sealed record Measured(ImmutableArray<MeasuredAlly> Allies, ImmutableArray<int> Rivals, ResponseBaseRates Rates, NuclearHazard Hazard, (double Expected, int Onsets) Since1991)
    {
        public static Measured Read(WorldEdition world, int patron, ImmutableArray<int> allies, int year, WedgeStrategy? strategy)
        {
            var lastRivalry = world.Rivalries.IsEmpty ? 0 : world.Rivalries.Max(spell => spell.ToYear);
            int[] Rivalling(int id) =>
                [.. world.Rivalries.Where(spell => (spell.A == id || spell.B == id) && spell.FromYear <= year && spell.ToYear >= Math.Min(year, lastRivalry)).Select(spell => spell.A == id ? spell.B : spell.A)];
            var partners = DefencePacts.Partners(world, patron, year);
            ImmutableArray<int> rivals = [.. Rivalling(patron).Concat(strategy is null ? [] : [strategy.Target, strategy.Partner]).Where(id => id != patron && !partners.Contains(id)).Distinct().Order()];
            var (panel, rows, hazard) = Nuclear.GetValue(world, NuclearRecord.Read);
            var since = Array.FindAll(rows, row => row.Year > 1990);
            var guarantees = GuaranteeReader.Read(world, patron, allies, year);
            var threats = ThreatPerception.Measure(world, allies, year);
            var capabilities = Standardised([.. allies.Select(id => Math.Log(world.Cinc(id, Math.Min(year, world.LastCapabilityYear)) ?? double.NaN))]);
            var measured = ImmutableArray.CreateBuilder<MeasuredAlly>(allies.Length);
            for (var i = 0; i < allies.Length; i++)
            {
                // An ally's own rivals that the patron is not bound to count too: the guarantee is against them as well.
                var own = Rivalling(allies[i]).Where(id => id != patron && !partners.Contains(id)).Concat(rivals).ToHashSet();
                measured.Add(new MeasuredAlly(guarantees[i], MoveEffect.None, threats[i].PerceivedShare(own.Contains), capabilities[i], panel.Covariates(allies[i], year), panel.Status(allies[i], year) == 3));
            }

            return new Measured(
                measured.ToImmutable(), rivals, ResponseBaseRates.Count(world, patron, rivals, Math.Min(year, 2023)), hazard, (since.Sum(row => hazard.Yearly(row.X)), since.Count(row => row.Onset)));
        }
    }

    /// <summary>Draws all uncertain inputs of one draw.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="draw">Index of the draw.</param>
    /// <param name="into">Where they go; one per thread.</param>
    public void Draw(ulong seed, int draw, AllyDraw into)
    {
        ArgumentNullException.ThrowIfNull(into);
        var stream = new CounterStream(seed, (ulong)draw, WeightStream);
        CredibilityIndex.DrawWeights(ref stream, into.Weights);
        stream = new CounterStream(seed, (ulong)draw, JudgementStream);
        var coding = ReliabilityCodings.All[stream.NextInt32(ReliabilityCodings.All.Length)];
        into.Rate = Logit.Probability(Logit.LogOdds(coding.Rate) + (ReliabilityCodings.Spread * stream.NextNormal()));
        var inputs = ResponseJudgements.All;
        for (var k = 0; k < inputs.Length; k++) into.Inputs[k] = inputs[k].Distribution.Quantile(stream.NextUniform());
        into.Armed = Rescaled(_armed.Quantile(stream.NextUniform()));
        into.Accommodated = Rescaled(_accommodated.Quantile(stream.NextUniform()));
        stream = new CounterStream(seed, (ulong)draw, HazardStream);
        Span<double> normals = stackalloc double[NuclearCovariates.Count + 1];
        for (var j = 0; j < normals.Length; j++) normals[j] = stream.NextNormal();
        _hazard.Draw(normals, into.Coefficients);

        // Jeffreys' posterior of the number of onsets, gamma with shape n + ½, as n exponentials and half a squared normal, over those expected since 1991.
        var gamma = .5 * Math.Pow(stream.NextNormal(), 2);
        for (var j = 0; j < _onsetsSince1991; j++) gamma -= Math.Log(stream.NextUniform());
        into.EraFactor = into.Inputs[ResponseJudgements.Era] > .5 || _expectedSince1991 <= 0 ? 1 : Math.Min(1, gamma / _expectedSince1991);
        Reference(into);
    }

    /// <summary>Evaluates an ally in a draw.</summary>
    /// <param name="ally">Index in <see cref="Allies"/>.</param>
    /// <param name="inputs">The draw.</param>
    /// <param name="withMoves">False evaluates the same draw without the moves.</param>
    public AllyOutcome Evaluate(int ally, AllyDraw inputs, bool withMoves)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var measured = Allies[ally];
        var before = CredibilityIndex.Of(measured.Values, inputs.Weights);
        var index = withMoves ? measured.Effect.Apply(before, inputs.Inputs[ResponseJudgements.Spill]) : before;
        var slope = inputs.Inputs[ResponseJudgements.Slope];
        var defended = CredibilityIndex.Defended(inputs.Rate, slope, index, inputs.Index);
        if (double.IsNaN(measured.Threat) || double.IsNaN(defended)) return new AllyOutcome(index, defended, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        var exposure = (measured.Threat * (1 - defended)) - inputs.Exposure;
        var capability = double.IsNaN(measured.Capability) ? 0 : measured.Capability;
        var rely = 1 - Math.Min(inputs.Armed + inputs.Accommodated, MostProbable);
        var arm = Math.Log(inputs.Armed / rely) + (inputs.Inputs[ResponseJudgements.ArmThreat] * exposure) + (inputs.Inputs[ResponseJudgements.ArmCapability] * capability);
        var accommodate = Math.Log(inputs.Accommodated / rely) + (inputs.Inputs[ResponseJudgements.AccommodateThreat] * exposure) - (inputs.Inputs[ResponseJudgements.AccommodateCapability] * capability);
        var interaction = inputs.Inputs[ResponseJudgements.Interaction];
        var nuclear = double.NegativeInfinity;
        if (!measured.HasWeapons)
        {
            if (measured.Nuclear is not { } covariates) return new AllyOutcome(index, defended, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

            // A pact of average reliability counts as the historical guarantee, a better or worse one in proportion.
            var reliance = covariates.Guarantee > 0 ? Math.Min(2, defended / inputs.Rate) : 0;
            var q = _hazard.Within(covariates with { Guarantee = reliance }, HorizonYears * inputs.EraFactor, inputs.Coefficients);
            nuclear = ResponseChoice.NuclearAnchor(Math.Min(q, MostProbable), arm, accommodate, interaction);
        }

        Span<double> p = stackalloc double[5];
        ResponseChoice.Probabilities(arm, nuclear, accommodate, interaction, p);
        return new AllyOutcome(index, defended, p[0], p[1], p[2], p[3], p[4]);
    }

    /// <summary>Mean index and mean exposure of the allies before the moves: where the published rates and the base rates belong.</summary>
    private void Reference(AllyDraw draw)
    {
        var (index, held) = (0.0, 0);
        foreach (var ally in Allies)
        {
            var value = CredibilityIndex.Of(ally.Values, draw.Weights);
            if (double.IsNaN(value)) continue;
            index += value;
            held++;
        }

        draw.Index = held == 0 ? double.NaN : index / held;
        var (exposure, known) = (0.0, 0);
        foreach (var ally in Allies)
        {
            var value = ally.Threat * (1 - CredibilityIndex.Defended(draw.Rate, draw.Inputs[ResponseJudgements.Slope], CredibilityIndex.Of(ally.Values, draw.Weights), draw.Index));
            if (double.IsNaN(value)) continue;
            exposure += value;
            known++;
        }

        draw.Exposure = known == 0 ? 0 : exposure / known;
    }

    private sealed record NuclearRecord(NuclearPanel Panel, NuclearRiskYear[] Rows, NuclearHazard Hazard)
    {
        public static NuclearRecord Read(WorldEdition world)
        {
            var panel = new NuclearPanel(world);
            var rows = panel.AtRisk(NuclearOnset.Pursuit).Rows;
            return new NuclearRecord(panel, rows, NuclearHazard.Fit(rows));
        }
    }

    private double Rescaled(double perDecade) => 1 - Math.Pow(1 - Math.Clamp(perDecade, 1e-4, .9), HorizonYears / DecadeYears);

    private static double[] Standardised(double[] values)
    {
        var held = Array.FindAll(values, double.IsFinite);
        if (held.Length < 2) return Array.ConvertAll(values, _ => double.NaN);
        var mean = held.Average();
        var sd = Math.Sqrt(held.Sum(value => (value - mean) * (value - mean)) / held.Length);
        return Array.ConvertAll(values, value => sd > 0 ? (value - mean) / sd : double.NaN);
    }

    private static IEnumerable<int> TradeMembers(WorldEdition world, WedgeStrategy strategy) => Trade.TradeChannelBuilder.Members(world, strategy.Allies, strategy.Start);
}

/// <summary>All uncertain inputs of one draw; made once for each thread and filled by <see cref="AllyChannel.Draw"/>.</summary>
public sealed class AllyDraw
{
    internal double[] Weights { get; } = new double[CredibilityIndex.Aspects];

    internal double[] Inputs { get; } = new double[ResponseJudgements.All.Length];

    internal double[] Coefficients { get; } = new double[NuclearCovariates.Count + 1];

    internal double Rate { get; set; }

    internal double Armed { get; set; }

    internal double Accommodated { get; set; }

    internal double EraFactor { get; set; }

    internal double Index { get; set; }

    internal double Exposure { get; set; }
}
