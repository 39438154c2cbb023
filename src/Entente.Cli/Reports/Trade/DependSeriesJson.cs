using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Trade.Conduits;
using Entente.Models.Trade.Dependence;
using Entente.World;

namespace Entente.Cli.Reports.Trade;

/// <summary>Dependence over time as JSON, with indirect supply where it was asked for.</summary>
internal static class DependSeriesJson
{
    private const int TopPartners = 10;

    /// <summary>Writes the document.</summary>
    public static void Write(Terminal terminal, DependenceSeries series, IndirectDependence? indirect, WorldEdition world) => JsonText.Document(terminal.Raw, "dependence_series", json =>
    {
        json.WriteString("party", series.Party);
        json.WriteString("on", series.On);
        json.WriteNumber("since", series.Years[0].Year);
        json.WriteNumber("until", series.Years[^1].Year);
        json.List("years", series.Years.Select((year, index) => (Year: year, Indirect: indirect?.Years[index])), pair => Year(json, pair.Year, pair.Indirect, world));
        if (indirect is not null) Indirect(json, indirect, world);
        json.Provenance(indirect?.Provenance ?? series.Provenance, world.Catalog);
    });

    private static void Year(Utf8JsonWriter json, DependenceYear year, IndirectYear? indirect, WorldEdition world)
    {
        json.WriteNumber("year", year.Year);
        json.WriteString("missing", year.WhyMissing);
        if (year.Direct is not { } direct) return;
        DependReport.Flow(json, "exports", direct.Exports);
        DependReport.Flow(json, "imports", direct.Imports);
        json.Real("total_share", direct.TotalShare);
        json.Real("reverse_total_share", direct.ReverseTotalShare);
        json.Real("asymmetry", direct.Asymmetry);
        Concentration(json, "export_concentration", year.Exports!, world);
        Concentration(json, "import_concentration", year.Imports!, world);
        if (indirect is not { Shares.IsEmpty: false } through) return;
        json.Object("imports_with_indirect", () =>
        {
            json.Real("content_billion_usd", through.Content);
            if (through.ThroughConduits is { } route) DependConduitReport.Route(json, "through_conduits_billion_usd", route);
            json.List("shares", through.Shares, share =>
            {
                json.WriteString("denominator", DependReport.Key(share.Denominator));
                json.Real("direct", share.Direct);
                json.Real("lower", share.Lower);
                json.Real("proportional", share.Proportional);
                json.Real("upper", share.Upper);
                json.Real("content", share.Content);
            });
        });
    }

    private static void Concentration(Utf8JsonWriter json, string name, TradeConcentration concentration, WorldEdition world) => json.Object(name, () =>
    {
        json.Real("herfindahl", concentration.Herfindahl);
        json.Real("equivalent_partners", concentration.Equivalent);
        json.WriteNumber("partners", concentration.Partners.Length);
        json.List("top", concentration.Partners.Take(TopPartners), partner =>
        {
            json.State(world.States[partner.StateId]);
            json.Real("share", partner.Share);
            json.WriteNumber("rank", partner.Rank);
        });
    });

    private static void Indirect(Utf8JsonWriter json, IndirectDependence indirect, WorldEdition world)
    {
        json.WriteString("answer", DependWords.OverHalf(indirect));
        json.WriteNumber("answer_year", indirect.Last.Year);
        json.List("definitions", ShareDefinition.Of(indirect.Last), definition =>
        {
            json.WriteString("denominator", DependReport.Key(definition.Denominator));
            json.WriteString("rule", DependWords.Key(definition.Rule));
            json.Real("share", definition.Share);
            json.WriteBoolean("over_half", definition.IsOverHalf);
        });
        json.List("partner_routes", indirect.Routes, route =>
        {
            json.State(world.States[route.Conduit.StateId]);
            json.WriteBoolean("candidate", route.Conduit.IsCandidate);
            DependConduitReport.Excess(json, "bought_from_partner", route.FromPartner);
            DependConduitReport.Route(json, "route_billion_usd", route.Route);
        });
        json.WriteString("no_conduits", indirect.WhyNoConduits);
        if (indirect.Conduits is { } found) json.Object("conduit_search", () => DependConduitReport.Findings(json, found, world));
        else json.WriteNull("conduit_search");
    }
}
