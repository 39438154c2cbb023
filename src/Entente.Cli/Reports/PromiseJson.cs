using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Promises;
using Entente.World;

namespace Entente.Cli.Reports;

/// <summary>The hazard of a promise as JSON.</summary>
internal static class PromiseJson
{
    public static void Write(Terminal terminal, PromiseHazardEstimate estimate, WorldEdition world) => JsonText.Document(terminal.Raw, "promise", json =>
    {
        json.Object("promiser", () => json.State(world.States[estimate.Promiser]));
        if (estimate.About is { } about) json.Object("about", () => json.State(world.States[about]));
        else json.WriteNull("about");
        json.WriteNumber("year", estimate.Year);
        if (estimate.IsDemocracy is { } democracy) json.WriteBoolean("is_democracy", democracy);
        else json.WriteNull("is_democracy");
        Spread(json, "hazard", estimate.Hazard);
        Spread(json, "worth", estimate.Worth);
        json.Real("discount", estimate.Options.Discount);
        json.WriteString("distribution", estimate.Distribution.Describe());
        json.List("parts", estimate.Parts, part =>
        {
            json.WriteString("key", part.Key);
            json.WriteString("name", part.Name);
            Spread(json, "value", part.Value);
            json.WriteString("basis", part.Basis.ToString().ToLowerInvariant());
            json.Texts("sources", part.Sources);
            json.WriteString("rests_on", part.RestsOn);
        });
        json.List("readings", estimate.Readings, reading =>
        {
            json.WriteString("key", reading.Key);
            json.WriteString("name", reading.Name);
            json.WriteString("says", reading.Says);
            Spread(json, "hazard", reading.Hazard);
            Spread(json, "worth", reading.Worth);
        });
        json.List("exposure", estimate.Exposure, one =>
        {
            json.WriteString("when", JsonNamingPolicy.SnakeCaseLower.ConvertName(one.When.ToString()));
            json.WriteNumber("reversals", one.Reversals);
            json.Real("years", one.Years);
        });
        json.List("record", estimate.Record, promise =>
        {
            json.WriteString("agreement", promise.Agreement);
            json.Whole("with", promise.With);
            json.Day("made", promise.Made);
            json.Day("ended", promise.Ended);
            json.WriteString("end", promise.End.ToString().ToLowerInvariant());
            json.WriteString("by", JsonNamingPolicy.SnakeCaseLower.ConvertName(promise.By.ToString()));
            json.WriteString("kind", promise.Kind.ToString().ToLowerInvariant());
            json.WriteString("source", promise.Source);
            json.WriteString("basis", promise.Basis);
        });
        json.Texts("missing", estimate.Missing);
        json.Provenance(estimate.Provenance, world.Catalog);
    });

    public static void WriteScores(Terminal terminal, PromiseBacktest test, WorldEdition world) => JsonText.Document(terminal.Raw, "promise_scores", json =>
    {
        json.WriteNumber("forecasts", test.Promises);
        json.WriteNumber("reversals", test.Reversals);
        json.WriteNumber("clusters", test.Clusters);
        json.WriteNumber("from", test.From);
        json.List("scores", test.Scores, score =>
        {
            json.WriteString("forecaster", score.Forecaster);
            json.Real("brier", score.Brier);
            json.Real("log", score.Log);
            json.Real("area_under_curve", score.AreaUnderCurve);
            json.Real("log_gain", score.LogGain);
            json.Interval("log_gain_interval", score.LogGainInterval);
        });
        json.Provenance(test.Provenance, world.Catalog);
    });

    private static void Spread(Utf8JsonWriter json, string name, Spread? spread)
    {
        if (spread is not { } held)
        {
            json.WriteNull(name);
            return;
        }

        json.Object(name, () =>
        {
            json.Real("mean", held.Mean);
            json.Real("low", held.Low);
            json.Real("median", held.Median);
            json.Real("high", held.High);
            json.Real("monte_carlo_error", held.MonteCarloError);
        });
    }
}
