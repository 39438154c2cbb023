using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Security.Guarantees;
using Entente.Models.Security.Hedging;
using Entente.Models.Strategy;
using Entente.World;

namespace Entente.Cli.Reports.Security;

/// <summary>A patron's allies as JSON.</summary>
internal static class AlliesJson
{
    private static readonly string[] Names = ["rely", "arm", "nuclear", "accommodate", "accommodate_and_nuclear"];

    /// <summary>Writes the document.</summary>
    public static void Write(Terminal terminal, AllyStudy study, WorldEdition world) => JsonText.Document(terminal.Raw, "allies", json =>
    {
        json.Object("patron", () => json.State(world.States[study.Channel.Patron]));
        json.WriteNumber("year", study.Channel.Year);
        json.WriteNumber("horizon_years", study.Channel.HorizonYears);
        json.WriteString("strategy", study.Strategy?.Key);
        json.WriteNumber("draws", study.Options.Draws);
        json.WriteNumber("seed", study.Options.Seed);
        json.List("rivals", study.Channel.Rivals, id => json.State(world.States[id]));
        json.List("allies", study.Rows, row =>
        {
            var guarantee = row.Measured.Guarantee;
            json.Object("state", () => json.State(world.States[guarantee.StateId]));
            json.WriteBoolean("treaty", guarantee.HasTreaty);
            json.WriteString("note", guarantee.Note);
            json.WriteBoolean("has_nuclear_weapons", row.Measured.HasWeapons);
            json.Real("threat_from_rivals", row.Measured.Threat);
            json.List("aspects", guarantee.Components, component =>
            {
                json.WriteString("aspect", component.Aspect.ToString().ToLowerInvariant());
                json.Real("value", component.Value);
                json.WriteString("measured", component.Raw);
                json.Whole("year", component.Year == 0 ? null : component.Year);
                json.Real("mean_weight", CredibilityIndex.MeanWeight(component.Aspect));
                json.WriteString("source", component.Source);
            });
            Figure(json, "credibility", row.Credibility);
            Figure(json, "defended", row.Defended);
            json.Object("responses", () =>
            {
                for (var j = 0; j < Names.Length; j++) Figure(json, Names[j], row.Responses[j]);
            });
        });
        json.List("reliability_codings", ReliabilityCodings.All, coding =>
        {
            json.WriteString("key", coding.Key);
            json.Real("rate", coding.Rate);
            json.WriteString("counts", coding.Counts);
            json.WriteString("source", coding.Citation);
        });
        json.List("judgements", ResponseJudgements.All, input =>
        {
            json.WriteString("name", input.Name);
            json.WriteString("what", input.What);
            json.WriteString("distribution", input.Distribution.Describe());
            json.WriteString("source", input.Source);
        });
        json.Texts("caveats", study.Caveats);
        json.Provenance(study.Provenance, world.Catalog);
    });

    private static void Figure(Utf8JsonWriter json, string name, BeforeAfter figure) => json.Object(name, () =>
    {
        Spread(json, "before", figure.Before);
        Spread(json, "after", figure.After);
        Spread(json, "change", figure.Change);
    });

    private static void Spread(Utf8JsonWriter json, string name, Spread spread) => json.Object(name, () =>
    {
        json.Real("mean", spread.Mean);
        json.Real("low", spread.Low);
        json.Real("high", spread.High);
        json.Real("monte_carlo_error", spread.MonteCarloError);
    });
}
