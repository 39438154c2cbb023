using System.Collections.Immutable;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Coalitions.Landscapes;
using Entente.World.Catalog;

namespace Entente.Cli.Reports;

/// <summary>A landscape as JSON.</summary>
internal static class LandscapeJson
{
    public static void Write(Terminal terminal, LandscapeAnswer answer, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "landscape", json =>
    {
        var problem = answer.Problem;
        json.WriteString("name", problem.Name);
        json.WriteString("about", problem.About);
        json.WriteString("caveat", LandscapeReport.Caveat);
        json.Texts("caveats", problem.Caveats);
        json.WriteString("reference", problem.Actors[answer.Reference].Key);
        json.WriteString("dynamics", answer.Search is null ? "steepest descent from every division" : "steepest descent from divisions by lot, and tabu search");
        json.WriteNumber("configurations", answer.Configurations);
        json.WriteNumber("minima_found", answer.Found);
        if (answer.Search is { } search)
        {
            json.Object("search", () =>
            {
                json.WriteNumber("starts", search.Starts);
                json.Real("lower_bound", search.LowerBound);
                json.WriteBoolean("proven", search.IsProven);
                json.Real("unseen_share", search.UnseenShare);
            });
        }

        json.List("actors", problem.Actors, actor =>
        {
            json.WriteString("key", actor.Key);
            json.WriteString("name", actor.Name);
            json.Real("size", actor.Size);
        });
        var propensities = problem.Propensities();
        json.List("pairs", Pairs(problem.Actors.Length), pair =>
        {
            json.WriteString("a", problem.Actors[pair.I].Key);
            json.WriteString("b", problem.Actors[pair.J].Key);
            json.Real("propensity", propensities[(pair.I * problem.Actors.Length) + pair.J]);
            json.Object("factors", () =>
            {
                foreach (var factor in problem.Factors) json.Real(factor.Name, factor.Values[(pair.I * problem.Actors.Length) + pair.J]);
            });
        });
        json.List("minima", answer.Minima, one =>
        {
            json.Real("energy", one.Energy);
            json.Real("basin_share", one.Share);
            json.Real("basin_share_error", one.ShareError);
            Camps(json, problem, one.Camps);
            Keys(json, "misplaced", problem, one.Misplaced);
            json.Object("margins", () =>
            {
                for (var i = 0; i < one.Margins.Length; i++) json.Real(problem.Actors[i].Key, one.Margins[i]);
            });
        });
        json.List("switches", answer.Switches, one =>
        {
            json.WriteString("actor", problem.Actors[one.Actor].Key);
            json.Real("margin", one.Margin);
            json.Real("firmness", one.Firmness);
            json.Real("shift", one.Shift);
            Lever(json, "own", problem, one.Own);
            Lever(json, "other", problem, one.Other);
            json.WriteString("words", LandscapeWords.Switch(answer, one));
        });
        json.Object("sensitivity", () =>
        {
            json.WriteString("verdict", LandscapeWords.Verdict(answer));
            json.List("variants", answer.Variants, one =>
            {
                json.WriteString("kind", one.Kind);
                json.WriteString("name", one.Name);
                json.WriteBoolean("same_camps", one.Survives);
                Keys(json, "moved", problem, one.Moved);
                Camps(json, problem, one.Camps);
            });
            json.List("draws", answer.Draws, one =>
            {
                json.WriteString("kind", one.Kind);
                json.WriteString("name", one.Name);
                json.WriteNumber("draws", one.Draws);
                json.Real("same_camps", one.Survives);
                json.Real("rival_share", one.RivalShare);
                json.Object("with_reference", () =>
                {
                    for (var i = 0; i < one.WithReference.Length; i++) json.Real(problem.Actors[i].Key, one.WithReference[i]);
                });
            });
        });
        json.Texts("notes", answer.Notes);
        json.Texts("coded_from", problem.Sources);
        if (problem.Provenance is { } provenance) json.Provenance(provenance, catalog);
    });

    private static IEnumerable<(int I, int J)> Pairs(int n) => Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(i + 1, n - i - 1).Select(j => (i, j)));

    private static void Camps(Utf8JsonWriter json, LandscapeProblem problem, ImmutableArray<int> camps)
    {
        for (var camp = 0; camp < 2; camp++)
        {
            var wanted = camp;
            Keys(json, camp == 0 ? "with_reference" : "against_reference", problem, [.. Enumerable.Range(0, camps.Length).Where(i => camps[i] == wanted)]);
        }
    }

    private static void Keys(Utf8JsonWriter json, string name, LandscapeProblem problem, ImmutableArray<int> members) => json.Texts(name, members.Select(i => problem.Actors[i].Key));

    private static void Lever(Utf8JsonWriter json, string name, LandscapeProblem problem, LandscapeLever? lever)
    {
        if (lever is not { } one)
        {
            json.WriteNull(name);
            return;
        }

        json.Object(name, () =>
        {
            json.WriteString("partner", problem.Actors[one.Partner].Key);
            json.Real("now", one.Now);
            json.Real("needed", one.Needed);
            json.WriteBoolean("in_range", one.InRange);
        });
    }
}
