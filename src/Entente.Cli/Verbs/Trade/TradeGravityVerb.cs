using System.Collections.Immutable;
using Entente.Briefing.Charts;
using Entente.Cli.Reports.Trade;
using Entente.Models.Trade.Gravity;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Store;

namespace Entente.Cli.Verbs.Trade;

/// <summary>What became of a state's trade with groups of partners, against all others?</summary>
internal static class TradeGravityVerb
{
    public static Verb Build(Invocation invocation)
    {
        var state = Arguments.Text("--of", "STATE", "the state whose trade is studied (default: RUS)");
        var groups = Arguments.Text("--groups", "LIST", "blocs or states with commas between; a state in two belongs to the first (default: EU28, Sanctions2022, CHN, CIS)");
        var since = Arguments.Year("--since", "first year (default: 2010)");
        var reference = Arguments.Year("--reference", "the year at zero (default: 2013)");
        var output = Arguments.Text("--out", "FILE.svg", "also draw imports over the years, and exports beside it (FILE-exports.svg)");
        var panel = Arguments.Text("--panel", "FILE", "only write the panel, .parquet, .arrow or .csv, for a regression of your own with 'entente trade estimate'");
        var domestic = new System.CommandLine.Option<bool>("--domestic") { Description = "on trade with sales at home instead (WIOD: 2000, 2005, 2010 and 2014, goods and services)" };
        var verb = new Verb("gravity", "structural gravity on the trade held: shifts of a state's trade by group of partners and year, and elasticities to distance and ties")
        {
            Examples =
            [
                ("entente trade gravity", "Russia's trade with the West, China and the CIS against all others, 2010 to 2023"),
                ("entente trade gravity --of IRN --groups EU28,CHN --reference 2011", "the same for another state"),
                ("entente trade gravity --since 2015 --panel panel.parquet", "all directed pairs with distance and ties as a table"),
            ],
        };
        foreach (var option in new System.CommandLine.Option[] { state, groups, since, reference, domestic, output, panel }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var world = session.World;
            var first = session.Get(since) ?? 2010;
            if (session.Get(panel) is { } file)
            {
                ColumnFile.Check(file);
                var rows = GravityPanel.Build(world, first, world.TradeYears[^1]);
                var bytes = ColumnFile.Write(file, rows.Columns(world), session.Cancellation);
                GravityReport.WritePanel(session.Terminal, file, bytes, rows, session.Json, world.Catalog);
                return Program.Answered;
            }

            if (session.Get(output) is { } picture) SvgFile.Check(picture);
            var latest = world.TradeYears[^1];
            var party = PartyResolver.Resolve(session.Get(state) ?? "RUS", latest, world.States, world.Blocs);
            if (party.Members.Length != 1) throw new InvalidInputException($"{party.Label} is not a single state; name the one whose trade is studied.");
            var chosen = session.Get(groups) is { } list ? Groups(world, list, party.Members[0]) : SanctionsGravity.DefaultGroups(world, party.Members[0]);
            if (session.Terminal.ProgressInPlace) session.Terminal.Progress("estimating");
            var study = session.Get(domestic)
                ? SanctionsGravity.Estimate(world, GravityPanel.WithDomestic(world), party.Members[0], Held(chosen, world), session.Get(reference) ?? 2010, session.Cancellation)
                : SanctionsGravity.Estimate(world, party.Members[0], chosen, first, session.Get(reference) ?? 2013, session.Cancellation);
            var now = GravityElasticities.Estimate(world, latest);
            session.Terminal.ClearProgress();
            if (session.Get(output) is { } target)
            {
                SvgFile.Write(target, GravityCharts.Paths(study, exports: false), world.Catalog, study.Provenance);
                SvgFile.Write(Path.ChangeExtension(target, null) + "-exports.svg", GravityCharts.Paths(study, exports: true), world.Catalog, study.Provenance);
            }

            if (session.Json) GravityReport.WriteJson(session.Terminal, study, now, world.Catalog);
            else GravityReport.Write(session.Terminal, study, now, world.Catalog);
            return Program.Answered;
        });
    }

    // Of the default groups WIOD holds no member of the CIS.
    private static ImmutableArray<PartnerGroup> Held(ImmutableArray<PartnerGroup> groups, WorldEdition world)
    {
        var economies = world.Expenditure(world.ExpenditureYears[^1]).Economies;
        return [.. groups.Where(group => group.Members.Any(member => world.States[member].Iso3 is { } code && economies.Contains(code)))];
    }

    internal static ImmutableArray<PartnerGroup> Groups(WorldEdition world, string list, int state)
    {
        var groups = ImmutableArray.CreateBuilder<PartnerGroup>();
        foreach (var text in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var party = PartyResolver.Resolve(text, world.TradeYears[^1], world.States, world.Blocs);
            groups.Add(new PartnerGroup(text, party.Label, party.Members.Remove(state)));
        }

        return groups.Count > 0 ? groups.ToImmutable() : throw new InvalidInputException("--groups is empty; name blocs or states with commas between.");
    }
}
