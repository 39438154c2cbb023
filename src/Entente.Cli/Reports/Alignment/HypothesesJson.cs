using System.Collections.Immutable;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Alignment.Hypotheses;
using Entente.World;
using Entente.World.Catalog;

namespace Entente.Cli.Reports.Alignment;

/// <summary>Rival explanations as JSON.</summary>
internal static class HypothesesJson
{
    public static void WriteList(Terminal terminal, ImmutableArray<Hypothesis> hypotheses) => JsonText.Document(terminal.Raw, "hypotheses_list", json =>
    {
        json.List("hypotheses", hypotheses, one => Name(json, one));
        json.Provenance(HypothesisFile.Grounds(hypotheses), new SourceCatalog([]));
    });

    public static void Write(Terminal terminal, HypothesisContest contest, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "hypotheses", json =>
    {
        json.WriteString("outcome", contest.Outcome);
        json.Texts("reading", contest.Reading);
        json.List("horizons", contest.Horizons, horizon => Horizon(json, horizon));
        json.Provenance(contest.Provenance, catalog);
    });

    internal static void Horizon(Utf8JsonWriter json, HorizonScores horizon)
    {
        json.WriteNumber("horizon", horizon.Horizon);
        json.WriteNumber("forecasts", horizon.Forecasts);
        json.List("origins", horizon.Origins.Select(year => year), year => json.WriteNumber("year", year));
        json.List("scores", horizon.Scores, score =>
        {
            Name(json, score.Hypothesis);
            Mean(json, "crps", score.Crps);
            Mean(json, "log_score", score.LogScore);
            Mean(json, "crps_gain", score.CrpsGain);
            Mean(json, "log_gain", score.LogGain);
            Mean(json, "log_gain_on_drift", score.LogGainOnDrift);
            json.Real("coverage_50", score.Coverage50);
            json.Real("coverage_90", score.Coverage90);
            json.List("pit", score.Pit, share => json.Real("share", share));
            Mean(json, "weight", score.Weight);
            json.List("slopes", score.Hypothesis.Covariates.Zip(score.Slopes), pair =>
            {
                json.WriteString("covariate", pair.First.Name);
                json.Real("slope", pair.Second);
            });
        });
        Mean(json, "stack_log_gain", horizon.Stack);
    }

    public static void WritePair(Terminal terminal, PairForecasts forecasts, WorldEdition world) => JsonText.Document(terminal.Raw, "hypotheses_pair", json =>
    {
        json.WriteString("a", world.States[forecasts.A].Name);
        json.WriteString("b", world.States[forecasts.B].Name);
        json.WriteNumber("origin", forecasts.Origin);
        json.Real("now", forecasts.Now);
        json.Texts("carried", forecasts.Carried);
        json.List("forecasts", forecasts.Forecasts, one =>
        {
            json.WriteString("hypothesis", one.Hypothesis.Key);
            json.WriteNumber("horizon", one.Horizon);
            json.Real("mean", one.Mean);
            json.Interval("interval", one.Interval);
        });
        json.Provenance(forecasts.Provenance, world.Catalog);
    });

    private static void Name(Utf8JsonWriter json, Hypothesis one)
    {
        json.WriteString("key", one.Key);
        json.WriteString("name", one.Name);
        json.WriteString("statement", one.Statement);
        json.Texts("argued_by", one.ArguedBy);
        json.Texts("covariates", one.Covariates.Select(covariate => covariate.Name));
    }

    private static void Mean(Utf8JsonWriter json, string name, OriginMean mean) => json.Object(name, () =>
    {
        json.Real("value", mean.Value);
        json.Interval("interval", mean.Interval);
    });
}
