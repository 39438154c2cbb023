using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Energy;
using Entente.Models.Security;
using Entente.Models.Security.Hedging;
using Entente.World.Figures;

namespace Entente.Models.Strategy;

/// <summary>What the measured inputs of a strategy rest on, for answers that are made of draws over them.</summary>
internal static class InputGrounds
{
    /// <summary>Sources of the channels that speak, and the channels that do not.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="query">What was computed.</param>
    public static Provenance Of(AssessmentInputs inputs, string query)
    {
        var culture = CultureInfo.InvariantCulture;
        (string Name, string? Says, IEnumerable<string> Sources)[] parts =
        [
            ("trade with domestic sales", inputs.Trade is { } trade ? string.Create(culture, $"trade of {trade.Baseline.Year} among {trade.Baseline.Count} economies") : null, inputs.Trade?.Baseline.Sources ?? []),
            ("capabilities and threats", string.Create(culture, $"capabilities of {inputs.Threat.CapabilityYear}"), ThreatPerception.Sources),
            ("allies of the divider", inputs.AllyChannel is null ? null : string.Create(culture, $"{inputs.Allies.Length} allies"), inputs.AllyChannel is null ? [] : AllyChannel.Sources),
            ("the target's military spending", inputs.MilitaryBurdenYear > 0 ? string.Create(culture, $"military spending of {inputs.MilitaryBurdenYear}") : null, inputs.MilitaryBurdenYear > 0 ? ["sipri-milex"] : []),
            ("the target's income", double.IsFinite(inputs.TargetIncome) ? "its income" : null, double.IsFinite(inputs.TargetIncome) ? ["worldbank-gdp"] : []),
            ("promises of the divider", inputs.Promise is { } promise ? $"the divider's promises ({promise.Provenance.Coverage.Statement})" : null, inputs.Promise?.Provenance.Sources ?? []),
            ("promises of the partner", inputs.PartnerPromise is null ? null : "the partner's promises", inputs.PartnerPromise?.Provenance.Sources ?? []),
            ("splits without moves", inputs.Record is { } record ? record.Provenance.Coverage.Statement : null, inputs.Record?.Provenance.Sources ?? []),
        ];
        var held = parts.Where(part => part.Says is not null).ToList();
        ImmutableArray<string> missing = [.. parts.Where(part => part.Says is null).Select(part => part.Name)];

        // The gas channel is no gap where it has nothing to say: most targets sell no gas.
        var gas = inputs.Gas is null ? [] : GasChannel.Sources;
        return new Provenance(
            [.. held.SelectMany(part => part.Sources).Concat(gas).Distinct(StringComparer.Ordinal)], query,
            new Coverage($"{string.Join("; ", held.Select(part => part.Says))}; assumptions are stated in the answer of 'entente strategy {inputs.Strategy.Key}'", held.Count, missing.Length, missing)).With(inputs.Strategy.Document);
    }
}
