using System.Collections.Immutable;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Cli.Verbs.Strategies;
using Entente.Models.Wedges;
using Entente.World;
using Entente.World.Catalog;

namespace Entente.Cli.Reports.Strategies;

/// <summary>The record as JSON.</summary>
internal static class CasesJson
{
    public static void WriteList(Terminal terminal, WorldEdition world, ImmutableArray<WedgeCase> cases, int all) => JsonText.Document(terminal.Raw, "cases", json =>
    {
        json.List("cases", cases, one => Head(json, world, one));
        json.Provenance(WedgeLibrary.Grounds(cases, all), world.Catalog);
    });

    public static void WritePages(Terminal terminal, WorldEdition world, ImmutableArray<CodedCase> cases) => JsonText.Document(terminal.Raw, "cases_pages", json =>
    {
        json.List("cases", cases, coded => Page(json, world, coded));
        json.Provenance(CasesReport.Grounds(cases), world.Catalog);
    });

    private static void Page(Utf8JsonWriter json, WorldEdition world, CodedCase coded)
    {
        Head(json, world, coded.Case);
        json.WriteString("offer", coded.Case.Offer);
        json.WriteString("result", coded.Case.Result);
        json.WriteString("grade", coded.Case.Grade);
        Measured(json, coded.Covariates);
        json.Object("judgement", () =>
        {
            foreach (var (name, value) in CasePage.Judged(coded.Case.Judgement)) json.WriteString(name, value);
        });
        json.List("sources", coded.Case.Sources, source =>
        {
            json.WriteString("text", source.Text);
            json.WriteBoolean("seen", source.Seen);
        });
    }

    public static void WriteScores(Terminal terminal, ReferenceClass reference, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "cases_scores", json =>
    {
        Scores(json, reference);
        json.Provenance(reference.Provenance, catalog);
    });

    public static void Scores(Utf8JsonWriter json, ReferenceClass reference)
    {
        json.WriteNumber("cases", reference.Cases.Length);
        json.WriteNumber("complete", reference.Complete);
        json.Real("base_rate", reference.BaseRate);
        json.WriteBoolean("beats_base_rate", reference.BeatsBaseRate);
        json.List("scores", reference.Scores, score =>
        {
            json.WriteString("scheme", score.Scheme);
            json.WriteString("forecaster", score.Forecaster);
            json.Real("brier", score.Brier);
            json.Real("log", score.Log);
            json.Real("log_gain", score.LogGain);
            json.Interval("log_gain_interval", score.LogGainInterval);
        });
        json.List("slopes", reference.Slopes, slope =>
        {
            json.WriteString("covariate", slope.Name);
            json.Real("effect", slope.Effect);
            json.Interval("interval", slope.Interval);
        });
    }

    public static void WriteLike(Terminal terminal, WorldEdition world, LikeAnswer answer) => JsonText.Document(terminal.Raw, "cases_like", json =>
    {
        json.WriteString("divider", answer.Divider);
        json.WriteString("target", answer.Target);
        json.WriteString("partner", answer.Partner);
        json.WriteNumber("year", answer.Year);
        json.Real("probability", answer.Forecast.Probability);
        json.Interval("interval", answer.Forecast.Interval);
        json.WriteBoolean("by_model", answer.Forecast.ByModel);
        var (model, band) = answer.Reference.ByModel(answer.Covariates);
        json.Real("model_probability", model);
        json.Interval("model_interval", double.IsFinite(model) ? band : null);
        json.List("parts", answer.Forecast.Parts, part =>
        {
            json.WriteString("covariate", part.Name);
            json.Real("value", part.Value);
            json.Real("standardised", part.Standardised);
            json.Real("log_odds", part.LogOdds);
        });
        Measured(json, answer.Covariates);
        json.List("nearest", answer.Nearest, pair =>
        {
            json.Real("distance", pair.Distance);
            Head(json, world, pair.Case.Case);
        });
        json.Provenance(answer.Reference.Provenance, world.Catalog);
    });

    private static void Measured(Utf8JsonWriter json, WedgeCovariates covariates)
    {
        json.List("measured", CasePage.Measured(covariates), one =>
        {
            json.WriteString("covariate", one.Name);
            json.Real("value", one.Value);
        });
        json.Texts("notes", covariates.Notes);
    }

    private static void Head(Utf8JsonWriter json, WorldEdition world, WedgeCase one)
    {
        json.WriteString("key", one.Key);
        json.WriteString("title", one.Title);
        json.WriteString("divider", one.DividerName);
        json.WriteString("target", one.TargetName);
        json.WriteString("partner", one.PartnerName);
        json.WriteString("states", $"{CasePage.States(world, one.Divider)} | {CasePage.States(world, one.Target)} | {CasePage.States(world, one.Partner)}");
        json.WriteString("from", one.From);
        json.WriteString("to", one.To);
        json.WriteString("goal", one.Goal);
        json.WriteString("means", one.Means);
        json.WriteString("outcome", one.Outcome.ToString().ToLowerInvariant());
    }
}
