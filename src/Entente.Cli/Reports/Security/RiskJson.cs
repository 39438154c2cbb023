using System.Collections.Immutable;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Panel;
using Entente.Models.Security.Hazards;
using Entente.World;

namespace Entente.Cli.Reports.Security;

/// <summary>Hazards as JSON.</summary>
internal static class RiskJson
{
    public static void Write(Terminal terminal, RiskAnswer answer) => JsonText.Document(terminal.Raw, "risk", json =>
    {
        Forecast(json, answer.World, answer.Forecast);
        if (answer.Changed is { } changed)
        {
            json.Object("without_pact", () =>
            {
                json.WriteString("state", answer.Gone!.Name);
                Forecast(json, answer.World, changed);
            });
        }

        json.List("expert_priors", ExpertPriors.All, prior =>
        {
            json.WriteString("statement", prior.Statement);
            json.Real("per_year", prior.PerYear);
            json.WriteBoolean("united_states_and_russia_only", prior.UnitedStatesRussiaOnly);
            json.WriteString("source", prior.Source);
        });
        json.Texts("sources", answer.Hazard.Read);
        json.Provenance(answer.Hazard.Grounds([answer.Forecast]), answer.World.Catalog);
    });

    public static void WriteNamed(Terminal terminal, WorldEdition world, DisputeHazard hazard, List<(string Group, HazardForecast Forecast)> answers) => JsonText.Document(terminal.Raw, "risk-named", json =>
    {
        json.List("pairs", answers, answer =>
        {
            json.WriteString("group", answer.Group);
            Forecast(json, world, answer.Forecast);
        });
        json.Provenance(hazard.Grounds([.. answers.Select(answer => answer.Forecast)]), world.Catalog);
    });

    public static void WriteScores(Terminal terminal, WorldEdition world, DisputeHazard hazard, ImmutableArray<OutcomeScores> scores, DangerousDyads published) => JsonText.Document(terminal.Raw, "risk-scores", json =>
    {
        json.List("outcomes", scores, score =>
        {
            json.WriteString("outcome", HazardOutcomes.Key(score.Outcome));
            json.WriteNumber("forecasts", score.Forecasts);
            json.WriteNumber("events", score.Events);
            json.List("forecasters", score.Forecasters, one =>
            {
                json.WriteString("forecaster", one.Forecaster);
                Scored(json, "auc", one.AreaUnderCurve);
                Scored(json, "brier", one.Brier);
                Scored(json, "log", one.Log);
                Scored(json, "log_gain_on_base_rate", one.LogGain);
            });
            json.List("calibration", score.Calibration, group =>
            {
                json.WriteNumber("count", group.Count);
                json.Real("forecast", group.Forecast);
                json.Real("observed", group.Observed);
            });
            json.List("origins", score.ByOrigin, origin =>
            {
                json.WriteNumber("origin", origin.Origin);
                json.WriteNumber("forecasts", origin.Forecasts);
                json.WriteNumber("events", origin.Events);
                json.Real("expected", origin.Expected);
            });
        });
        json.List("published", published.Coefficients, one =>
        {
            json.WriteString("covariate", one.Name);
            json.Real("published", one.Published);
            json.Real("published_error", one.PublishedError);
            json.Real("ours", one.Ours);
            json.Real("our_error", one.OurError);
        });
        json.Provenance(HazardScoring.Grounds(hazard, published), world.Catalog);
    });

    private static void Scored(Utf8JsonWriter json, string name, ScoredValue value) => json.Object(name, () =>
    {
        json.Real("value", value.Value);
        json.Real("low", value.Low);
        json.Real("high", value.High);
    });

    private static void Forecast(Utf8JsonWriter json, WorldEdition world, HazardForecast forecast)
    {
        json.WriteString("a", world.States[forecast.A].Name);
        json.WriteString("b", world.States[forecast.B].Name);
        json.WriteNumber("year", forecast.Year);
        json.WriteNumber("years", forecast.Years);
        json.WriteBoolean("politically_relevant", forecast.Relevant);
        json.WriteNumber("data_end", forecast.DataEnd);
        json.Real("peace_years", forecast.PeaceYears);
        json.List("outcomes", forecast.Outcomes, hazard =>
        {
            json.WriteString("outcome", HazardOutcomes.Key(hazard.Outcome));
            Probability(json, "yearly", hazard.Yearly);
            Probability(json, "horizon", hazard.Horizon);
            json.Real("base_rate", hazard.BaseRate);
            json.Real("model_rate", hazard.ModelRate);
            json.WriteNumber("own_count", hazard.Record.Count);
            json.WriteNumber("own_years", hazard.Record.Years);
            json.Real("own_factor", hazard.Factor);
            json.WriteString("basis", hazard.Basis);
        });
        json.List("covariates", forecast.Covariates, covariate =>
        {
            json.WriteString("name", DyadCovariates.Name(covariate.Covariate));
            json.Real("value", covariate.Value);
            json.WriteNumber("year", covariate.Year);
            json.WriteBoolean("carried", covariate.Carried);
            json.WriteBoolean("changed", covariate.Changed);
        });
        json.List("leaders", forecast.Leaders, leader =>
        {
            json.WriteString("state", world.States[leader.State].Name);
            json.Whole("age", leader.Age);
            json.WriteNumber("years_in_office", leader.YearsInOffice);
        });
    }

    private static void Probability(Utf8JsonWriter json, string name, HazardProbability probability) => json.Object(name, () =>
    {
        json.Real("mean", probability.Mean);
        json.Real("low", probability.Low);
        json.Real("high", probability.High);
    });
}
