using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Security.Ties;
using Entente.World;
using Entente.World.Security;

namespace Entente.Cli.Reports.Security;

/// <summary>Security ties as JSON.</summary>
internal static class TiesJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(Terminal terminal, SecurityTies ties, WorldEdition world) => JsonText.Document(terminal.Raw, "ties", json =>
    {
        json.Object("a", () => json.State(ties.A));
        json.Object("b", () => json.State(ties.B));
        json.WriteNumber("since", ties.Since);
        json.WriteNumber("until", ties.Until);
        json.List("obligations", ties.Obligations, spell =>
        {
            json.WriteString("direction", spell.Direction switch { TieDirection.Mutual => "mutual", TieDirection.AToB => "a_to_b", _ => "b_to_a" });
            json.WriteNumber("from_year", spell.FromYear);
            json.WriteNumber("to_year", spell.ToYear);
            json.WriteBoolean("ended", spell.Ended);
            json.Texts("terms", spell.Terms);
            json.WriteString("source", spell.Source);
        });
        json.List("shared_defence_partners", ties.SharedPartners, id => json.State(world.States[id]));
        json.List("arms", ties.Arms, window =>
        {
            json.WriteNumber("from_year", window.Window);
            json.WriteNumber("to_year", window.Window + 4);
            Share(json, "from_a", window.FromA);
            Share(json, "from_b", window.FromB);
        });
        json.List("us_forces", ties.Troops, row =>
        {
            json.WriteNumber("year", row.Year);
            json.WriteNumber("personnel", row.Personnel);
            json.WriteNumber("times_counted_by_publisher", row.Counted);
        });
        json.List("wars", ties.Wars, war =>
        {
            json.WriteNumber("cow_war", war.War);
            json.WriteNumber("from_year", war.FromYear);
            json.WriteNumber("to_year", war.ToYear);
            json.WriteBoolean("same_side", war.SameSide);
            json.List("opponents", war.Opponents, id => json.State(world.States[id]));
        });
        json.List("disputes", ties.Disputes, row =>
        {
            json.WriteNumber("decade", row.Decade);
            json.WriteNumber("against", row.Against);
            json.WriteNumber("force_used", row.ForceUsed);
            json.WriteNumber("fatal", row.Fatal);
            json.WriteNumber("same_side", row.SameSide);
        });
        json.List("rivalries", ties.Rivalries, spell =>
        {
            json.WriteNumber("from_year", spell.FromYear);
            json.WriteNumber("to_year", spell.ToYear);
        });
        json.List("armed_conflict", ties.Conflicts, row =>
        {
            json.WriteNumber("ucdp_conflict", row.Conflict);
            json.WriteNumber("year", row.Year);
            json.WriteNumber("intensity", row.Intensity);
        });
        Nuclear(json, "nuclear_a", ties.NuclearA);
        Nuclear(json, "nuclear_b", ties.NuclearB);
        json.List("public_record", ties.Record, entry =>
        {
            json.WriteString("date", entry.Date);
            json.WriteString("kind", entry.Kind);
            json.WriteString("what", entry.What);
            json.WriteString("document", entry.Document);
        });
        json.List("held_to", ties.Holdings, holding =>
        {
            json.WriteString("what", holding.What);
            json.WriteNumber("last_year", holding.LastYear);
            json.WriteString("source", holding.Source);
        });
        json.Texts("unobserved", ties.Unobserved);
        json.Provenance(ties.Provenance, world.Catalog);
    });

    private static void Share(Utf8JsonWriter json, string name, ArmsShare? share)
    {
        if (share is null)
        {
            json.WriteNull(name);
            return;
        }

        json.Object(name, () =>
        {
            json.WriteNumber("of_buyer", share.Share);
            json.WriteNumber("of_seller", share.OfSupplier);
            json.WriteNumber("of_peak", share.OfPeak);
        });
    }

    private static void Nuclear(Utf8JsonWriter json, string name, NuclearSpell? spell)
    {
        if (spell is null)
        {
            json.WriteNull(name);
            return;
        }

        json.Object(name, () =>
        {
            json.WriteString("status", spell.Status switch { 0 => "none", 1 => "considering", 2 => "pursuing", _ => "possessing" });
            json.WriteNumber("from_year", spell.FromYear);
            json.WriteNumber("held_to", spell.ToYear);
        });
    }
}
