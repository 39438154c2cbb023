using System.Collections.Immutable;
using Entente.Numerics.Distributions;
using Entente.World.Figures;
using Entente.World.Security;

namespace Entente.Models.Strategy.Promises;

/// <summary>One part of the hazard.</summary>
/// <param name="Key">Short key.</param>
/// <param name="Name">What it is, with its unit.</param>
/// <param name="Value">Its mean, 5, 50 and 95 %.</param>
/// <param name="Basis">Measured, modelled or judgement.</param>
/// <param name="Sources">Keys of the catalog; empty where it is judgement alone.</param>
/// <param name="RestsOn">The counts and the prior behind it, in one clause.</param>
public sealed record PromisePart(string Key, string Name, Spread Value, Basis Basis, ImmutableArray<string> Sources, string RestsOn);

/// <summary>A rival reading of the same question.</summary>
/// <param name="Key">combined, prior, record, keep or fickle.</param>
/// <param name="Name">Its name.</param>
/// <param name="Says">What it holds, in one sentence.</param>
/// <param name="Hazard">Yearly hazard; <see langword="null"/> where nothing is held for it.</param>
/// <param name="Worth">A(h)/A(0): worth of the promise as a share of one kept for certain.</param>
public sealed record PromiseReading(string Key, string Name, string Says, Spread? Hazard, Spread? Worth);

/// <summary>Reversals and years at risk of the recorded promises, by what had happened to the government.</summary>
/// <param name="When">After a change of party, after a change of leader alone, or neither within the window.</param>
/// <param name="Reversals">Reversals.</param>
/// <param name="Years">Promise-years.</param>
public readonly record struct PromiseExposure(PromiseMoment When, int Reversals, double Years);

/// <summary>What had happened to the promiser's government since a promise was made, within the window.</summary>
public enum PromiseMoment
{
    /// <summary>Another party had come in.</summary>
    AfterParty,

    /// <summary>Another leader had, of the same party.</summary>
    AfterLeader,

    /// <summary>Neither.</summary>
    Calm,
}

/// <summary>The yearly hazard that a state reverses a promise, with its parts and rivals.</summary>
/// <param name="Promiser">State id.</param>
/// <param name="Year">Only what was known before its first day is read.</param>
/// <param name="About">State id of the target; <see langword="null"/> where none was named.</param>
/// <param name="Options">How it was estimated.</param>
/// <param name="IsDemocracy">Regime type in the year before; <see langword="null"/> where not held.</param>
/// <param name="Hazard">The yearly hazard, inside 0 to 1: prior and record together.</param>
/// <param name="Worth">A(h)/A(0) at <see cref="PromiseOptions.Discount"/>.</param>
/// <param name="Parts">What it is made of.</param>
/// <param name="Readings">The same question read in rival ways, the combined reading first.</param>
/// <param name="Exposure">The record in three numbers each.</param>
/// <param name="Record">Promises made before the year, as they stood then; those to the target first.</param>
/// <param name="Missing">What is not held, in sentences.</param>
/// <param name="Provenance">What it rests on.</param>
public sealed record PromiseHazardEstimate(
    int Promiser, int Year, int? About, PromiseOptions Options, bool? IsDemocracy, Spread Hazard, Spread Worth, ImmutableArray<PromisePart> Parts, ImmutableArray<PromiseReading> Readings,
    ImmutableArray<PromiseExposure> Exposure, ImmutableArray<RecordedPromise> Record, ImmutableArray<string> Missing, Provenance Provenance)
{
    /// <summary>A log-normal distribution with the same 5, 50 and 95 % points, cut at 1.</summary>
    public Distribution Distribution => LogNormal.FromInterval(Hazard.Median, Hazard.Low, Hazard.High, null, 1);

    /// <summary>The hazard as an assumption of an assessment.</summary>
    /// <param name="name">Name in <see cref="AssumptionCatalog"/>: reversal_hazard or partner_reversal_hazard.</param>
    public Assumption ToAssumption(string name) => new(name, Distribution, $"estimated: {Provenance.Coverage.Statement}", "prior and record of promises, docs/promise.md; the record is a coded list and the prior a judgement");
}
