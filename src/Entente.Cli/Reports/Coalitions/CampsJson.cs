using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Coalitions.Camps;
using Entente.World;

namespace Entente.Cli.Reports.Coalitions;

/// <summary>Camps as JSON.</summary>
internal static class CampsJson
{
    public static void Write(Terminal terminal, CampTable table, CampComparison? comparison, WorldEdition world) => JsonText.Document(terminal.Raw, "camps", json =>
    {
        json.WriteNumber("year", table.Year);
        json.WriteString("method", table.Question.Method == CampMethod.Mixture ? "mixture" : "least_squares");
        json.WriteNumber("draws", table.Question.Draws);
        json.WriteNumber("seed", table.Question.Seed);
        json.WriteString("choice", table.Choice);
        json.Real("draws_elsewhere", table.Elsewhere);
        json.List("bic", table.Bic.Select((bic, i) => (Bic: bic, Camps: i + 1)), one =>
        {
            json.WriteNumber("camps", one.Camps);
            json.Real("bic_above_lowest", one.Bic);
        });
        Camps(json, table, world);
        json.List("variants", table.Variants, variant =>
        {
            json.WriteString("name", variant.Name);
            json.List("sizes", variant.Sizes, size => json.WriteNumber("states", size));
            json.Real("likeness", variant.Likeness);
            json.Texts("moved", variant.Moved);
        });
        json.Texts("left_out", table.LeftOut);
        if (comparison is not null) Comparison(json, comparison, world);
        json.Provenance(table.Provenance, world.Catalog);
    });

    private static void Camps(Utf8JsonWriter json, CampTable table, WorldEdition world)
    {
        json.List("camps", table.Camps.Select((camp, number) => (Camp: camp, Number: number)), one =>
        {
            json.WriteNumber("camp", one.Number);
            json.WriteString("label", one.Camp.Label);
            json.Real("centre", one.Camp.Centre);
            json.WriteNumber("size", one.Camp.Size);
            json.WriteNumber("sure", one.Camp.Sure);
        });
        json.List("cuts", table.Cuts, cut =>
        {
            json.Real("value", cut.Value);
            json.Interval("interval", cut.Interval);
        });
        json.List("states", table.Members, member => Member(json, member, world));
    }

    private static void Member(Utf8JsonWriter json, CampMember member, WorldEdition world)
    {
        json.State(world.States[member.State]);
        json.WriteNumber("camp", member.Camp);
        json.WriteStartArray("probabilities");
        foreach (var probability in member.Probabilities) json.WriteNumberValue(probability);
        json.WriteEndArray();
        json.Real("margin", member.Margin);
        json.Real("entropy", member.Entropy);
        json.Real("point", member.Point);
        json.Interval("interval", member.Interval);
        json.WriteNumber("votes", member.Votes);
    }

    private static void Comparison(Utf8JsonWriter json, CampComparison comparison, WorldEdition world) => json.Object("against", () =>
    {
        json.WriteNumber("year", comparison.Before.Year);
        Camps(json, comparison.Before, world);
        json.List("moves", comparison.Moves, move =>
        {
            json.State(world.States[move.Now.State]);
            json.WriteNumber("from", move.Before.Camp);
            json.Real("from_probability", move.Before.Probability);
            json.WriteNumber("to", move.Now.Camp);
            json.Real("to_probability", move.Now.Probability);
        });
        json.Texts("gone", comparison.Gone);
        json.Texts("come", comparison.Come);
    });
}
