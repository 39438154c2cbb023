using System.Globalization;
using System.Text.Json;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Trade.Conduits;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Trade;

/// <summary>The third states through which trade passes around sanctions, how they were found, and what may have gone through.</summary>
internal static class DependConduitReport
{
    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, ConduitFindings found, SourceCatalog catalog)
    {
        terminal.Title($"Conduits into {found.Target}", $"around {found.Coalition}, {found.Year} against the years to {found.BaseYear}");
        terminal.Markup(Terminal.Escape(Sentence(found)));
        terminal.Line();
        var table = new StackedTable(string.Empty, "bought", "expected", "chance", "sold", "expected", "chance", "EU saw");
        var routes = new StackedTable("may have passed on", "lower", "proportional", "matched totals", "upper");
        foreach (var conduit in found.Conduits)
        {
            var name = conduit.IsCandidate ? $"[bold]{Terminal.Escape(conduit.Name)}[/]" : $"[dim]{Terminal.Escape(conduit.Name)}[/]";
            var eu = conduit.EuInflow.IsEmpty ? "[dim]–[/]" : $"{Numbers.Decimals(conduit.EuInflow[^1].Actual / conduit.EuInflow[^1].Expected, 1)}×";
            table.Row(
                name, Money(conduit.Inflow.Actual), Money(conduit.Inflow.Expected), Chance(conduit.InflowChance),
                conduit.Outflow is { } sold ? Money(sold.Actual) : "[yellow]not seen[/]", conduit.Outflow is { } wished ? Money(wished.Expected) : $"[dim]{Money(conduit.LastOutflow!.Value.BillionUsd)} in {conduit.LastOutflow.Value.Year}[/]", double.IsNaN(conduit.OutflowChance) ? "[dim]–[/]" : Chance(conduit.OutflowChance), eu);
            routes.Row(name, Money(conduit.Route.Lower), Money(conduit.Route.Proportional), double.IsFinite(conduit.Route.Matched) ? Money(conduit.Route.Matched) : "[dim]–[/]", Money(conduit.Route.Upper));
        }

        if (!found.Conduits.IsEmpty)
        {
            table.Write(terminal);
            terminal.Line();
            routes.Write(terminal);
            terminal.Line();
        }

        terminal.Markup($"[dim]Bought: imports from the coalition; sold: exports to {Terminal.Escape(found.Target)}. Bold: beyond what chance gives among all states tested; the others come next but stand within chance. Chance: how often third states showed as much in years when there was nothing to go around. Expected: own level or trend, whichever is larger, moved along where all rose (imports from the coalition {Factor(found.CommonInflow)}, exports to {Terminal.Escape(found.Target)} {Factor(found.CommonOutflow)}). EU saw: the EU27's own exports over expectation in the last year held.[/]");
        terminal.Markup("[dim]Lower and proportional: the smaller and the larger of transit (the target's share of the conduit's trade, of the excess bought) and content (the coalition's share of what it buys, of the excess sold). Matched totals: the smaller excess; with product codes the figure would be smaller. Upper: all excess sold.[/]");
        SourceNotes.Write(terminal, found.Provenance, catalog);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, ConduitFindings found, WorldEdition world) => JsonText.Document(terminal.Raw, "conduits", json =>
    {
        Findings(json, found, world);
        json.Provenance(found.Provenance, world.Catalog);
    });

    /// <summary>The fields of the findings.</summary>
    internal static void Findings(Utf8JsonWriter json, ConduitFindings found, WorldEdition world)
    {
        json.WriteString("target", found.Target);
        json.WriteString("coalition", found.CoalitionKey);
        json.WriteNumber("base_year", found.BaseYear);
        json.WriteNumber("year", found.Year);
        json.WriteNumber("tested", found.Tested);
        json.WriteNumber("tested_inflow_only", found.TestedInflowOnly);
        json.WriteNumber("placebos", found.Placebos);
        json.WriteNumber("false_discovery_rate", found.FalseDiscoveryRate);
        json.Real("common_inflow", found.CommonInflow);
        json.Real("common_outflow", found.CommonOutflow);
        json.List("conduits", found.Conduits, conduit =>
        {
            json.State(world.States[conduit.StateId]);
            json.WriteBoolean("candidate", conduit.IsCandidate);
            json.WriteBoolean("both_sides_seen", conduit.IsSeen);
            json.Real("inflow_p_value", conduit.InflowChance);
            json.Real("outflow_p_value", conduit.OutflowChance);
            Excess(json, "inflow", conduit.Inflow);
            if (conduit.Outflow is { } outflow) Excess(json, "outflow", outflow);
            else json.WriteNull("outflow");
            json.Real("last_known_outflow_billion_usd", conduit.LastOutflow?.BillionUsd ?? double.NaN);
            json.List("eu_exports_billion_eur", conduit.EuInflow, year => Fields(json, year));
            Route(json, "route_billion_usd", conduit.Route);
        });
    }

    /// <summary>Bounds of a route.</summary>
    internal static void Route(Utf8JsonWriter json, string name, RouteBounds route) => json.Object(name, () =>
    {
        json.Real("lower", route.Lower);
        json.Real("proportional", route.Proportional);
        json.Real("matched", route.Matched);
        json.Real("upper", route.Upper);
    });

    /// <summary>An excess over trend.</summary>
    internal static void Excess(Utf8JsonWriter json, string name, FlowExcess excess) => json.Object(name, () => Fields(json, excess));

    /// <summary>How often chance gives as much.</summary>
    internal static string Chance(double p) => p < .001 ? "< 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    private static void Fields(Utf8JsonWriter json, FlowExcess excess)
    {
        json.WriteNumber("year", excess.Year);
        json.Real("actual", excess.Actual);
        json.Real("expected", excess.Expected);
        json.Real("log_excess", excess.LogExcess);
        json.Real("score", excess.Score);
    }

    private static string Sentence(ConduitFindings found)
    {
        var tested = $"Of {found.Tested} third states whose trade with both sides is seen, ";
        var seen = found.Candidates;
        var unseen = found.Unconfirmed;
        var first = seen.Length switch
        {
            0 => $"{tested}none bought from {found.Coalition} and sold to {found.Target} so far above trend that chance is an unlikely reason.",
            _ => $"{tested}{Words(seen)} bought from {found.Coalition} and sold to {found.Target} so far above trend that chance is an unlikely reason (at most {Numbers.Format(found.FalseDiscoveryRate, Unit.Share)} of such finds are expected to be false).",
        };
        var second = found.TestedInflowOnly == 0 ? string.Empty
            : unseen.IsEmpty ? $" The exports of {found.TestedInflowOnly} more to {found.Target} cannot be seen; none of them bought beyond chance."
            : $" The exports of {found.TestedInflowOnly} more to {found.Target} cannot be seen; of these {Words(unseen)} bought beyond chance.";
        return first + second;
    }

    private static string Words(IReadOnlyList<Conduit> conduits)
    {
        var names = conduits.Select(conduit => conduit.Name).ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static string Factor(double factor) => $"×{Numbers.Decimals(factor, 2)}";

    private static string Money(double billion) => Numbers.Format(billion, Unit.BillionUsd);
}
