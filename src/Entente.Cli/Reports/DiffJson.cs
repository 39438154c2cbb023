using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Runs;
using Entente.World.Catalog;

namespace Entente.Cli.Reports;

/// <summary>What distinguishes two runs, as JSON.</summary>
internal static class DiffJson
{
    public static void Write(Terminal terminal, RunComparison comparison, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "run-diff", json =>
    {
        json.WriteString("first", comparison.Left);
        json.WriteString("second", comparison.Right);
        json.WriteNumber("first_draws", comparison.Draws.Left);
        json.WriteNumber("second_draws", comparison.Draws.Right);
        json.WriteBoolean("paired", comparison.IsPaired);
        json.List("inputs", comparison.Inputs, change =>
        {
            json.WriteString("what", change.What);
            json.WriteString("first", change.Left);
            json.WriteString("second", change.Right);
        });
        json.List("figures", comparison.Figures, figure =>
        {
            json.WriteString("key", figure.Key);
            json.WriteString("name", figure.Name);
            json.WriteString("unit", JsonNamingPolicy.SnakeCaseLower.ConvertName(figure.Unit.ToString()));
            Spread(json, "first", figure.Left);
            Spread(json, "second", figure.Right);
            json.Real("change", figure.Change);
            json.Real("error", figure.Error);
            json.WriteBoolean("noise", figure.IsNoise);
        });
        json.WriteBoolean("has_costs", comparison.HasCosts);
        json.Object("traced", () =>
        {
            json.WriteNumber("draws", comparison.RecomputedDraws);
            json.List("inputs", comparison.Effects, effect =>
            {
                json.WriteString("input", effect.Input);
                json.Real("shapley", effect.Shapley);
                json.Real("error", effect.Error);
                json.Real("in_order", effect.Forward);
                json.Real("in_reverse", effect.Reverse);
            });
            json.Real("all", comparison.Recomputed);
            json.Real("all_error", comparison.RecomputedError);
            json.Real("rest", comparison.Rest);
            json.Real("rest_error", comparison.RestError);
            json.WriteString("rest_is", comparison.RestIs);
        });
        json.Provenance(comparison.Provenance.In(catalog), catalog);
    });

    private static void Spread(Utf8JsonWriter json, string name, Spread spread) => json.Object(name, () =>
    {
        json.Real("mean", spread.Mean);
        json.Real("low", spread.Low);
        json.Real("median", spread.Median);
        json.Real("high", spread.High);
        json.Real("error", spread.MonteCarloError);
    });
}
