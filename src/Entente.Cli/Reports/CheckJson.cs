using System.Text.Json;
using Entente.Briefing.Claims;
using Entente.Cli.Show;
using Entente.World.Catalog;

namespace Entente.Cli.Reports;

/// <summary>Checked claims as JSON.</summary>
internal static class CheckJson
{
    public static void Write(Terminal terminal, ClaimsCheck check, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "check", json =>
    {
        json.WriteString("title", check.File.Title);
        json.WriteString("about", check.File.About);
        json.Object("counts", () =>
        {
            foreach (var verdict in Enum.GetValues<ClaimVerdict>()) json.WriteNumber(Name(verdict), check.Count(verdict));
        });
        json.List("claims", check.Results, result =>
        {
            json.WriteString("key", result.Claim.Key);
            json.WriteString("statement", result.Claim.Statement);
            json.WriteString("where", result.Claim.Where);
            json.Day("date", result.Claim.Date);
            json.WriteString("note", result.Claim.Note);
            json.WriteString("verdict", Name(result.Verdict));
            json.WriteString("verdict_words", result.Words);
            json.List("parts", result.Parts, part =>
            {
                json.WriteString("says", part.Part.Says);
                json.WriteString("comparison", part.Part.Comparison.Wording);
                json.WriteString("verdict", Name(part.Verdict));
                json.WriteString("why", part.Why);
                json.List("readings", part.Readings, reading =>
                {
                    json.WriteString("label", reading.Label);
                    json.WriteString("standing", reading.Standing.ToString().ToLowerInvariant());
                    if (reading.Holds is { } holds) json.WriteBoolean("holds", holds);
                    else json.WriteNull("holds");
                    FigureJson.Value(json, reading.Figure, reading.Text, reading.States);
                });
                json.Object("answer", () => FigureJson.Fields(json, part.Answer, catalog));
            });
        });
        json.Provenance(check.Provenance, catalog);
    });

    private static string Name(ClaimVerdict verdict) => JsonNamingPolicy.SnakeCaseLower.ConvertName(verdict.ToString());
}
