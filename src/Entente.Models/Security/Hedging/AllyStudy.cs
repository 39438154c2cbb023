using System.Collections.Immutable;
using Entente.World.Blocs;
using Entente.Models.Security.Guarantees;
using Entente.Models.Strategy;
using Entente.Numerics.Sampling;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Security.Hedging;

/// <summary>How a study of allies is run.</summary>
public sealed record AllyStudyOptions
{
    /// <summary>Calendar year; <see langword="null"/> for the strategy's start, or else the newest year with votes.</summary>
    public int? Year { get; init; }

    /// <summary>State or bloc by code or name to which the table is narrowed; <see langword="null"/> for all allies.</summary>
    public string? Only { get; init; }

    /// <summary>Number of draws, 100 or more. Default 10,000.</summary>
    public int Draws { get; init; } = 10_000;

    /// <summary>Seed. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; the result does not depend on them. Default: all.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>A quantity before and after the moves; both are the same without a strategy.</summary>
/// <param name="Before">Without the moves.</param>
/// <param name="After">With the moves.</param>
/// <param name="Change">After minus before, draw by draw.</param>
public sealed record BeforeAfter(Spread Before, Spread After, Spread Change);

/// <summary>One ally in the table.</summary>
/// <param name="Measured">What was measured.</param>
/// <param name="Credibility">Index of the guarantee, 0 to 1.</param>
/// <param name="Defended">Chance of being defended.</param>
/// <param name="Responses">Probability of each of the five responses within the horizon, in the order of <see cref="AllyResponse"/>.</param>
public sealed record AllyRow(MeasuredAlly Measured, BeforeAfter Credibility, BeforeAfter Defended, ImmutableArray<BeforeAfter> Responses);

/// <summary>The allies of a patron: credibility of its guarantees and what they do about it.</summary>
/// <param name="Channel">What was measured.</param>
/// <param name="Strategy">The strategy, or <see langword="null"/>.</param>
/// <param name="Options">How it was run.</param>
/// <param name="Rows">Allies, those whose credibility falls most first, then by name.</param>
/// <param name="Caveats">What is missing or judged; one sentence each.</param>
/// <param name="Provenance">What it rests on.</param>
public sealed record AllyStudy(AllyChannel Channel, WedgeStrategy? Strategy, AllyStudyOptions Options, ImmutableArray<AllyRow> Rows, ImmutableArray<string> Caveats, Provenance Provenance)
{
    private const int FirstYear = 1950;
    private const int Quantities = 7;

    /// <summary>Runs a study.</summary>
    /// <param name="world">The world.</param>
    /// <param name="patron">State id.</param>
    /// <param name="strategy">A strategy of the patron, or <see langword="null"/> for the state of things.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of draws done.</param>
    /// <param name="cancellation">Stops the draws.</param>
    /// <exception cref="InvalidInputException">The patron has no pacts, the year is not covered, the strategy is another state's, or the state asked for is no ally.</exception>
    public static AllyStudy Run(WorldEdition world, int patron, WedgeStrategy? strategy, AllyStudyOptions options, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(options);
        var name = world.States[patron].Name;
        if (strategy is not null && strategy.Divider != patron)
        {
            throw new InvalidInputException($"The divider of the strategy '{strategy.Key}' is {world.States[strategy.Divider].Name}, not {name}; ask for 'allies {world.States[strategy.Divider].Abbreviation ?? world.States[strategy.Divider].Name}' or name a strategy of {name}.");
        }

        var last = world.Votes.RollCalls[^1].Date.Year;
        var year = options.Year ?? strategy?.Start ?? last;
        if (year < FirstYear || year > last) throw new InvalidInputException($"The year {year} has no covariates; forces, arms and votes are held from {FirstYear} to {last}.");
        var allies = GuaranteeReader.Allies(world, patron, year);
        if (allies.IsEmpty) throw new InvalidInputException($"{name} has no defence pact in {year}, so there is no guarantee to measure; 'entente ties' shows what it has signed.");
        var shown = Shown(world, patron, allies, strategy, options, year);
        var all = allies.Concat(shown).Distinct().OrderBy(id => world.States[id].Name, StringComparer.Ordinal).ToImmutableArray();
        var channel = AllyChannel.Measure(world, patron, all, year, strategy?.HorizonYears ?? 10, strategy);
        var rows = Draws(channel, [.. shown.Select(id => all.IndexOf(id))], options, progress, cancellation);
        return new AllyStudy(
            channel, strategy, options,
            [.. rows.OrderBy(row => double.IsNaN(row.Credibility.Change.Mean) ? 0 : Math.Round(row.Credibility.Change.Mean, 2)).ThenBy(row => row.Measured.Guarantee.Name, StringComparer.Ordinal)],
            Words(channel, world, shown), Grounds(channel, world));
    }

    private static ImmutableArray<int> Shown(WorldEdition world, int patron, ImmutableArray<int> allies, WedgeStrategy? strategy, AllyStudyOptions options, int year)
    {
        if (options.Only is not { } only)
        {
            // A strategy may name states without a pact; they are shown with the index of what they have.
            return strategy is null || strategy.Allies.IsEmpty ? allies
                : [.. Trade.TradeChannelBuilder.Members(world, strategy.Allies, year).Where(id => id != patron && id != strategy.Target && id != strategy.Partner).Concat(allies.Where(id => id == GuaranteeReader.Taiwan)).Distinct()];
        }

        var party = PartyResolver.Resolve(only, year, world.States, world.Blocs);
        ImmutableArray<int> kept = [.. party.Members.Where(id => allies.Contains(id))];
        return kept.IsEmpty ? throw new InvalidInputException($"No defence pact of {world.States[patron].Name} with '{only}' is held in {year}; its allies are {string.Join(", ", allies.Take(6).Select(id => world.States[id].Name))} and {Math.Max(0, allies.Length - 6)} more.") : kept;
    }

    private static AllyRow[] Draws(AllyChannel channel, int[] shown, AllyStudyOptions options, IProgress<int>? progress, CancellationToken cancellation)
    {
        var values = new double[shown.Length * Quantities * 2][];
        for (var i = 0; i < values.Length; i++) values[i] = new double[options.Draws];
        var done = 0;
        ParallelDraws.Run(options.Draws, options.Threads, () => new AllyDraw(), (draw, inputs) =>
        {
            channel.Draw(options.Seed, draw, inputs);
            for (var i = 0; i < shown.Length; i++)
            {
                Keep(channel.Evaluate(shown[i], inputs, withMoves: false), values, i * Quantities * 2, draw);
                Keep(channel.Evaluate(shown[i], inputs, withMoves: true), values, (i * Quantities * 2) + Quantities, draw);
            }

            var count = Interlocked.Increment(ref done);
            if ((count & 1023) == 0) progress?.Report(count);
        }, cancellation);
        var rows = new AllyRow[shown.Length];
        var change = new double[options.Draws];
        for (var i = 0; i < shown.Length; i++)
        {
            BeforeAfter Of(int quantity)
            {
                var (before, after) = (values[(i * Quantities * 2) + quantity], values[(i * Quantities * 2) + Quantities + quantity]);
                for (var draw = 0; draw < change.Length; draw++) change[draw] = after[draw] - before[draw];
                return new BeforeAfter(Spreads.Of(before), Spreads.Of(after), Spreads.Of(change));
            }

            rows[i] = new AllyRow(channel.Allies[shown[i]], Of(0), Of(1), [Of(2), Of(3), Of(4), Of(5), Of(6)]);
        }

        return rows;
    }

    private static void Keep(in AllyOutcome outcome, double[][] values, int at, int draw) =>
        (values[at][draw], values[at + 1][draw], values[at + 2][draw], values[at + 3][draw], values[at + 4][draw], values[at + 5][draw], values[at + 6][draw]) =
        (outcome.Credibility, outcome.Defended, outcome.Rely, outcome.Arm, outcome.Nuclear, outcome.Accommodate, outcome.Both);

    private static ImmutableArray<string> Words(AllyChannel channel, WorldEdition world, ImmutableArray<int> shown)
    {
        var caveats = ImmutableArray.CreateBuilder<string>();
        caveats.Add("Weights of the index, its slope on the chance of being defended and all responses to threat are judgement, drawn from distributions; base rates, the nuclear hazard and the aspects are data.");
        caveats.Add(ReliabilityCodings.Warning);
        caveats.Add("The nuclear hazard expects far more pursuits since 1991 than the one that began; half of the draws take the rate since 1991 (judgement).");
        var missing = channel.Allies.Where(ally => shown.Contains(ally.Guarantee.StateId) && ally.Guarantee.Missing > 0).ToList();
        if (missing.Count > 0)
        {
            var words = Enum.GetValues<GuaranteeAspect>().Select(aspect => (aspect, Count: missing.Count(ally => ally.Guarantee.Components[(int)aspect].IsMissing))).Where(pair => pair.Count > 0)
                .Select(pair => $"{pair.aspect.ToString().ToLowerInvariant()} of {pair.Count}");
            caveats.Add($"Missing aspects give their weight to the others: {string.Join(", ", words)}.");
        }

        var unclear = channel.Allies.Where(ally => shown.Contains(ally.Guarantee.StateId) && (double.IsNaN(ally.Threat) || (!ally.HasWeapons && ally.Nuclear is null))).Select(ally => ally.Guarantee.Name).ToList();
        if (unclear.Count > 0) caveats.Add($"No responses for {string.Join(", ", unclear)}: threat, energy or democracy is missing.");
        foreach (var ally in channel.Allies.Where(ally => shown.Contains(ally.Guarantee.StateId) && ally.Guarantee.Note is not null)) caveats.Add($"{ally.Guarantee.Name}: {ally.Guarantee.Note}.");
        caveats.Add($"Covariates are carried forward: capabilities and energy from {Math.Min(channel.Year, world.LastCapabilityYear)}, disputes from the 2000s, rivalries from 2010, plants from 2012, nuclear status from 2022.");
        return caveats.ToImmutable();
    }

    private static Provenance Grounds(AllyChannel channel, WorldEdition world) => new(
        AllyChannel.Sources,
        $"index of five aspects with drawn weights; chance of being defended from five published codings; choice among five responses within {channel.HorizonYears} years anchored to the hazard of pursuit and to how often allies armed ({channel.BaseRates.Armed.Cases} of {channel.BaseRates.Armed.Windows} decades) and turned ({channel.BaseRates.Accommodated.Cases} of {channel.BaseRates.Accommodated.Windows})",
        Coverage.Of($"{channel.Allies.Length} allies of {world.States[channel.Patron].Name} in {channel.Year}; {channel.Allies.Sum(ally => ally.Guarantee.Missing)} of {channel.Allies.Length * CredibilityIndex.Aspects} aspects missing"));
}
