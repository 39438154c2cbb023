using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Votes.Drift;
using Entente.World.Catalog;

namespace Entente.Cli.Reports;

/// <summary>Movement as JSON.</summary>
internal static class DriftJson
{
    /// <summary>Writes the document.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="catalog">The sources.</param>
    /// <param name="most">Resolutions to give of each pair, the largest parts first; the others go into "rest", so that the parts still add up.</param>
    /// <param name="top">Movers to give, those that moved most first; how many there are is told.</param>
    public static void Write(Terminal terminal, DriftAnswer answer, SourceCatalog catalog, int most, int top) => JsonText.Document(terminal.Raw, "drift", json =>
    {
        Period(json, "base", answer.Base);
        Period(json, "last", answer.Last);
        json.WriteString("issue", answer.Issue);
        json.WriteNumber("compared", answer.Compared);
        json.List("toward", answer.References, reference =>
        {
            json.WriteString("key", reference.Key);
            json.WriteString("name", reference.Label);
            json.WriteNumber("states", reference.States);
            json.Real("median_change", reference.MedianChange);
            json.Real("median_behaviour", reference.MedianBehaviour);
            json.Real("median_agenda", reference.MedianAgenda);
        });
        json.WriteNumber("movers_in_all", answer.Movers.Length);
        json.WriteNumber("movers_beyond_noise", answer.Movers.Count(mover => mover.Largest!.IsClear));
        json.List("movers", answer.Movers.Take(top), mover =>
        {
            json.WriteString("key", mover.Key);
            json.WriteString("name", mover.Party);
            json.List("pairs", mover.Pairs, pair => Pair(json, answer, pair, most));
            json.Texts("too_few_common_votes", mover.TooFew);
        });
        json.Texts("too_few_common_votes", answer.TooFew);
        json.List("resolutions", answer.Resolutions, resolution =>
        {
            json.WriteString("title", resolution.Title);
            json.Texts("base", resolution.BaseSymbols);
            json.Texts("last", resolution.LastSymbols);
            json.WriteString("issues", resolution.IssueOrigin switch { IssueOrigin.Coded => "coded", IssueOrigin.Carried => "carried", _ => "not_coded" });
            json.WriteBoolean("title_inferred", resolution.TitleInferred);
            json.Object("issue_shares", () =>
            {
                for (var k = 0; k < resolution.IssueShares.Length; k++)
                {
                    if (resolution.IssueShares[k] > 0) json.WriteNumber(Key(DriftIssues.Names[k]), resolution.IssueShares[k]);
                }
            });
        });
        json.Provenance(answer.Provenance, catalog);
    });

    private static void Period(Utf8JsonWriter json, string name, DriftPeriod period) => json.Object(name, () =>
    {
        json.WriteNumber("first", period.First);
        json.WriteNumber("last", period.Last);
        json.WriteNumber("roll_calls", period.RollCalls);
        json.WriteString("widened", period.Widened);
    });

    private static void Pair(Utf8JsonWriter json, DriftAnswer answer, PairDrift pair, int most)
    {
        json.WriteString("toward", answer.References[pair.Toward].Key);
        json.WriteNumber("base_votes", pair.BaseVotes);
        json.WriteNumber("last_votes", pair.LastVotes);
        json.Real("base", pair.Base);
        json.Real("last", pair.Last);
        json.Real("change", pair.Change);
        json.Interval("change_interval", pair.ChangeInterval);
        json.Real("behaviour", pair.Behaviour);
        json.Interval("behaviour_interval", pair.BehaviourInterval);
        json.Real("agenda", pair.Agenda);
        json.Interval("agenda_interval", pair.AgendaInterval);
        json.Real("own", pair.Own);
        json.Interval("own_interval", pair.OwnInterval);
        json.WriteBoolean("within_noise", !pair.IsClear);
        json.WriteNumber("recurring_resolutions", pair.Recurring);
        json.Real("recurring_base", pair.RecurringBase);
        json.Real("recurring_last", pair.RecurringLast);
        json.List("issues", pair.Issues, issue =>
        {
            json.WriteString("issue", Key(issue.Issue));
            json.Real("base_votes", issue.BaseVotes);
            json.Real("last_votes", issue.LastVotes);
            json.Real("base", issue.Base);
            json.Real("last", issue.Last);
            json.Real("behaviour", issue.Behaviour);
            json.Real("agenda", issue.Agenda);
        });
        json.List("resolutions", pair.Resolutions.Take(most), part =>
        {
            json.WriteNumber("resolution", part.Resolution);
            json.WriteNumber("base_votes", part.BaseVotes);
            json.WriteNumber("last_votes", part.LastVotes);
            json.Real("base", part.Base);
            json.Real("last", part.Last);
            json.Real("behaviour", part.Behaviour);
            json.Real("agenda", part.Agenda);
        });
        json.Object("rest", () =>
        {
            var rest = pair.Resolutions.Skip(most).ToList();
            json.WriteNumber("resolutions", rest.Count);
            json.Real("behaviour", rest.Sum(part => part.Behaviour));
            json.Real("agenda", rest.Sum(part => part.Agenda));
        });
    }

    private static string Key(string issue) => issue.ToLowerInvariant().Replace(' ', '_');
}
