using System.Collections.Immutable;
using System.Globalization;
using Entente.Numerics.Discounting;
using Entente.Numerics.Distributions;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Security;

namespace Entente.Models.Strategy.Promises;

/// <summary>
/// Estimates the yearly hazard that a state reverses a promise: how often its leader and party change, and how often promises are reversed after such changes and without them, from a stated prior and
/// the record of its promises.
/// </summary>
public static class PromiseHazard
{
    // The multiplier is exp(b (.5 - favourable)): a public of which half is favourable changes nothing. b is judged, from no effect to 1.5; a public of which a tenth is favourable raises the rate by a fifth at b = .5.
    private static readonly Triangular OpinionSlope = new(0, .5, 1.5);

    /// <summary>Keys of the catalog that an estimate rests on.</summary>
    public static ImmutableArray<string> Sources { get; } = ["promise-record", "government-terms", "archigos", "leader-supplement", "vdem", "atop", "pew"];

    /// <summary>Estimates the hazard with what was known before a year.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="promiser">State id of the state that promises.</param>
    /// <param name="year">The first year of the promise; nothing of it or later is read.</param>
    /// <param name="about">State id of the target, for its standing with the promiser's public and past promises to it.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidInputException">Too little is held before the year, or promiser and target are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    public static PromiseHazardEstimate Estimate(WorldEdition world, int promiser, int year, int? about = null, PromiseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        options ??= new PromiseOptions();
        options.Check();
        if (about is { } target && PromiseEvidence.Line(target) == PromiseEvidence.Line(promiser)) throw new InvalidInputException("A state makes no promise to itself; name another target.");
        return Estimate(PromiseEvidence.Read(world), promiser, year, about, options, id => world.States.TryGet(id, out var state) ? state!.Name : id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Estimates on evidence that was read before.</summary>
    internal static PromiseHazardEstimate Estimate(PromiseEvidence evidence, int promiser, int year, int? about, PromiseOptions options, Func<int, string> name)
    {
        var inputs = PromiseInputs.Of(evidence, promiser, year, about, options);
        var drawn = PromiseDraws.Of(inputs, options, OpinionSlope);
        var missing = Missing(inputs, name);
        Spread Worth(double[] hazards) => Spreads.Of(Array.ConvertAll(hazards, hazard => CommitmentDiscount.Ratio(options.Discount, hazard)));
        PromiseReading Reading(string key, string title, string says, double[]? hazards) =>
            new(key, title, says, hazards is null ? null : Spreads.Of(hazards), hazards is null ? null : Worth(hazards));
        ImmutableArray<PromiseReading> readings =
        [
            Reading("combined", "Prior and record", "what similar states do, updated with the promiser's own record at reduced weight", drawn.Combined),
            Reading("prior", "Pooled prior", "what states of the regime type do; nothing of the promiser's own reversals", drawn.Prior),
            Reading("record", "Record alone", inputs.RecordOnly is null ? "too few promises are coded" : "the coded promises as they are, every kind the same", drawn.Record),
            Reading("keep", "Democracies keep", inputs.Democracy is false
                ? "turnover breaks promises of non-democracies (Leeds, Mattes and Vogel 2009): a change of the supporting group multiplies the rate by about 2"
                : "turnover does not break promises of democracies (Leeds, Mattes and Vogel 2009): only the rate without turnover counts", drawn.Keep),
            Reading("fickle", "Fickle", inputs.Loose is null ? "too few promises without a treaty are coded" : "promises without a treaty alone, and their record as it is: what a signature that binds no successor has been worth", drawn.Loose),
        ];
        var record = PromiseCounts.AsOf(evidence, inputs.State, year).Where(promise => options.Reads(promise.Kind)).OrderBy(promise => promise.With is { } with && about is { } asked && PromiseEvidence.Line(with) == PromiseEvidence.Line(asked) ? 0 : 1).ToImmutableArray();
        return new PromiseHazardEstimate(
            promiser, year, about, options, inputs.Democracy, Spreads.Of(drawn.Combined), Worth(drawn.Combined), PromiseParts.Of(inputs, drawn, options), readings, inputs.Exposure, record, missing,
            new Provenance(Used(inputs), string.Create(CultureInfo.InvariantCulture, $"yearly hazard of reversal, {name(promiser)} before {year}, {options.Draws} draws, seed {options.Seed}"), new Coverage(Statement(inputs, record), record.Length, missing.Length, missing)));
    }

    private static ImmutableArray<string> Used(PromiseInputs inputs) =>
        [.. Sources.Where(key => key switch { "promise-record" => !inputs.Exposure.IsEmpty, "government-terms" => inputs.HasTerms, "vdem" => inputs.Democracy is not null, "pew" => inputs.View is not null, _ => true })];

    private static string Statement(PromiseInputs inputs, ImmutableArray<RecordedPromise> record) => string.Create(
        CultureInfo.InvariantCulture,
        $"{inputs.Changes} changes of leader in {inputs.Years} years beside a pool of {inputs.Pool.States} states; {record.Length} coded promises, {record.Count(promise => promise.End == PromiseEnd.Reversed)} reversed; ends of alliances in {inputs.Pool.Alliances.AfterYears + inputs.Pool.Alliances.CalmYears:N0} state-years; a stated prior");

    private static ImmutableArray<string> Missing(PromiseInputs inputs, Func<int, string> name)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        if (inputs.Years == 0) missing.Add($"No leaders of {name(inputs.State)} are held in the {inputs.OwnYears} years before: its turnover is that of the pool.");
        if (inputs.Democracy is null) missing.Add("The regime type is not held; the prior pools all states.");
        if (inputs.Pool.Mixed) missing.Add("Too few states of the regime type are held so early; the prior pools all.");
        if (!inputs.HasTerms) missing.Add($"Parties in government of {name(inputs.State)} are not coded; the share of changes that change the party is the prior.");
        if (inputs.Exposure.Sum(one => one.Reversals + one.Years) == 0) missing.Add($"No promises of {name(inputs.State)} are coded for this; the prior stands alone.");
        if (inputs.About is not { } about) missing.Add("No target is named; opinion does not enter.");
        else if (inputs.View is not { } view) missing.Add($"What the public of {name(inputs.State)} thinks of {name(about)} is not held for the twelve years before; opinion does not enter.");
        else if (view.Year < inputs.Year - 1) missing.Add(string.Create(CultureInfo.InvariantCulture, $"The newest view of {name(about)} among the public of {name(inputs.State)} is of {view.Year}."));
        return missing.ToImmutable();
    }
}
