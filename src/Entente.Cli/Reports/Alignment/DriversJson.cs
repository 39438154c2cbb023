using System.Collections.Immutable;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Alignment.Drivers;
using Entente.World;
using Entente.World.Catalog;

namespace Entente.Cli.Reports.Alignment;

/// <summary>The drivers as JSON.</summary>
internal static class DriversJson
{
    public static void Write(Terminal terminal, DriverStudy study, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "drivers", json =>
    {
        json.WriteString("outcome", study.Options.Outcome);
        json.WriteNumber("from", study.From);
        json.WriteNumber("to", study.To);
        json.Texts("reading", study.Reading);
        json.List("regressions", study.Regressions, one => Regression(json, one));
        json.List("lags", study.Lags, lag =>
        {
            json.WriteString("outcome", lag.Outcome);
            json.WriteString("cause", lag.Cause);
            json.WriteString("method", lag.Method);
            json.Real("effect", lag.Effect);
            json.Interval("interval", lag.Interval);
            json.Real("own_past", lag.OwnPast);
            json.WriteNumber("observations", lag.Observations);
        });
        json.Provenance(study.Provenance, catalog);
    });

    public static void WriteStory(Terminal terminal, DyadStory story, WorldEdition world) => JsonText.Document(terminal.Raw, "drivers_dyad", json =>
    {
        json.WriteString("a", world.States[story.A].Name);
        json.WriteString("b", world.States[story.B].Name);
        json.WriteString("outcome", story.Outcome);
        json.WriteNumber("from", story.From);
        json.WriteNumber("to", story.To);
        json.Real("before", story.Before);
        json.Real("after", story.After);
        json.List("parts", story.Parts, part =>
        {
            json.WriteString("name", part.Name);
            json.WriteString("block", part.Block?.ToString());
            json.Real("part", part.Part);
            json.Real("before", part.Before);
            json.Real("after", part.After);
        });
        json.Provenance(story.Provenance, world.Catalog);
    });

    public static void WriteEvents(Terminal terminal, ImmutableArray<EventStudyResult> studies, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "drivers_events", json =>
    {
        json.List("studies", studies, study =>
        {
            json.WriteString("state", study.Name);
            json.WriteNumber("event", study.Event);
            json.WriteNumber("reference", study.Reference);
            json.WriteString("outcome", study.Outcome);
            json.List("groups", study.Paths, path =>
            {
                json.WriteString("group", path.Group.Name);
                json.List("shifts", path.Shifts, shift =>
                {
                    json.WriteNumber("year", shift.Year);
                    json.Real("shift", shift.Shift);
                    json.Interval("interval", double.IsNaN(shift.Shift) ? null : shift.Interval);
                });
            });
            json.Provenance(study.Provenance, catalog);
        });
        json.Provenance(EventStudyResult.Together(studies), catalog);
    });

    private static void Regression(Utf8JsonWriter json, DriverRegression one)
    {
        json.WriteString("key", one.Key);
        json.WriteString("name", one.Name);
        json.WriteString("absorbs", one.Absorbs);
        json.Real("explained", one.Explained);
        json.Interval("explained_interval", one.ExplainedInterval);
        json.WriteNumber("dyad_years", one.DyadYears);
        json.List("blocks", one.Blocks, block =>
        {
            json.WriteString("block", block.Block.ToString());
            json.Real("share", block.Share);
            json.Interval("interval", block.Interval);
            json.Real("alone", block.Alone);
            json.Real("last", block.Last);
        });
        json.List("effects", one.Effects, effect =>
        {
            json.WriteString("covariate", effect.Covariate.Name);
            json.WriteString("block", effect.Covariate.Block.ToString());
            json.Real("effect_per_sd", effect.Effect);
            json.Real("error", effect.Error);
            json.Interval("interval", effect.Interval);
            json.Real("coefficient", effect.Raw);
        });
    }
}
