using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Trade.Gravity;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Trade;

/// <summary>Shows an event study of trade by group of partners.</summary>
internal static class GravityReport
{
    private const double NinetyPercent = 1.6448536269514722;

    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, SanctionsStudy study, GravityCrossSection now, SourceCatalog catalog)
    {
        terminal.Title($"{study.State}'s trade by group of partners", $"change against {study.Reference} and all other partners, 90 % interval");
        foreach (var exports in (ReadOnlySpan<bool>)[false, true])
        {
            var paths = study.Paths.Where(path => path.Exports == exports).ToImmutableArray();
            terminal.Heading(exports ? "Exports to" : "Imports from");
            YearTables.Write(terminal, [.. paths[0].Years.Select(year => year.Year)], [.. paths.Select(path => new YearTables.Column(Terminal.Escape(path.Group.Name), [.. path.Years.Select(year => Cell(year, study.Reference))]))]);
            terminal.Markup($"[dim]Apart from zero before {study.Reference}? {string.Join("; ", paths.Select(path => Terminal.Escape($"{path.Group.Key} p {Probability(path.BeforeP)}")))}.[/]");
        }

        var missing = study.Paths.SelectMany(path => path.Years.Where(year => year.MissingPairs > 0).Select(year => (path, year))).ToList();
        if (missing.Count > 0)
        {
            terminal.Line();
            var holes = missing.GroupBy(entry => entry.year.Year).Select(group =>
                $"{group.Key}: {string.Join(", ", group.Select(entry => $"{entry.path.Group.Key} {(entry.path.Exports ? "exports" : "imports")} {entry.year.MissingPairs} of {entry.year.Pairs + entry.year.MissingPairs}"))}");
            terminal.Item("Missing", $"pairs that the year does not hold, left out: {Terminal.Escape(string.Join("; ", holes))}");
        }

        terminal.Item("Read as", "sanctions, boycott, war and financing together: a shift between groups of partners, as exporter-year and importer-year effects take up what happened to all trade of either side. The bands are clustered by pair; --json has dyadic-robust errors as well.");
        terminal.Heading($"Trade against distance and ties in {now.Year}", "PPML, exporter and importer effects; standard errors clustered by pair, dyadic-robust");
        var table = Look.Table(Look.Names(""), Look.Figures("elasticity"), Look.Figures("s.e. pair"), Look.Figures("s.e. dyadic"));
        foreach (var elasticity in now.Elasticities) table.Row(elasticity.Name, Numbers.Decimals(elasticity.Value, 3), Numbers.Decimals(elasticity.PairError, 3), Numbers.Decimals(elasticity.DyadicError, 3));
        terminal.Write(table);
        var provenance = study.Provenance with { Sources = [.. study.Provenance.Sources.Union(now.Provenance.Sources)] };
        SourceNotes.Write(terminal, provenance, catalog);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, SanctionsStudy study, GravityCrossSection now, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "gravity", json =>
    {
        json.WriteString("state", study.State);
        json.WriteNumber("reference", study.Reference);
        json.List("paths", study.Paths, path =>
        {
            json.WriteString("group", path.Group.Key);
            json.WriteString("name", path.Group.Name);
            json.WriteString("flow", path.Exports ? "exports" : "imports");
            json.Real("before", path.Before);
            json.Real("before_p", path.BeforeP);
            json.List("years", path.Years, year =>
            {
                json.WriteNumber("year", year.Year);
                json.Real("log", year.Log);
                json.Real("pair_error", year.PairError);
                json.Real("dyadic_error", year.DyadicError);
                json.Real("change", Math.Exp(year.Log) - 1);
                json.Interval("change_interval", double.IsFinite(year.PairError) && year.PairError > 0
                    ? new Interval(Math.Exp(year.Log - (NinetyPercent * year.PairError)) - 1, Math.Exp(year.Log + (NinetyPercent * year.PairError)) - 1, .9) : null);
                json.WriteNumber("pairs", year.Pairs);
                json.WriteNumber("missing_pairs", year.MissingPairs);
            });
        });
        json.WriteNumber("observations", study.Estimate.Sample.Observations);
        json.WriteNumber("separated", study.Estimate.Sample.SeparatedByEffects + study.Estimate.Sample.Separated);
        json.Object("cross_section", () =>
        {
            json.WriteNumber("year", now.Year);
            json.List("elasticities", now.Elasticities, elasticity =>
            {
                json.WriteString("name", elasticity.Name);
                json.Real("value", elasticity.Value);
                json.Real("pair_error", elasticity.PairError);
                json.Real("dyadic_error", elasticity.DyadicError);
            });
            json.WriteNumber("observations", now.Estimate.Sample.Observations);
        });
        json.Provenance(study.Provenance with { Sources = [.. study.Provenance.Sources.Union(now.Provenance.Sources)] }, catalog);
    });

    /// <summary>What a panel file holds.</summary>
    public static void WritePanel(Terminal terminal, string file, long bytes, GravityPanel panel, bool asJson, SourceCatalog catalog)
    {
        var provenance = new Provenance([.. panel.Sources, "cepii-geography"], "goods trade of all directed pairs with distance and ties", panel.Coverage());
        if (asJson)
        {
            JsonText.Document(terminal.Raw, "panel", json =>
            {
                json.WriteString("file", file);
                json.WriteNumber("bytes", bytes);
                json.WriteNumber("rows", panel.Rows);
                json.WriteNumber("missing", panel.Missing);
                json.Provenance(provenance, catalog);
            });
            return;
        }

        terminal.Title($"{file}", $"{Numbers.Whole(panel.Rows)} rows, {Numbers.Whole(bytes)} bytes");
        terminal.Item("Columns", "exporter, importer, year, value (thousand US$), km, contiguous, common_language, colonial, common_currency");
        terminal.Item("Missing", $"{Numbers.Whole(panel.Missing)} rows have no value: pairs that a year is known to lack");
        SourceNotes.Write(terminal, provenance, catalog);
    }

    private static string Cell(YearEffect year, int reference)
    {
        if (year.Year == reference) return "[dim]0[/]";
        if (!double.IsFinite(year.Log)) return "[dim]missing[/]";
        string Percent(double log) => $"{Numbers.Decimals((Math.Exp(log) - 1) * 100, 0)}";
        var (low, high) = (year.Log - (NinetyPercent * year.PairError), year.Log + (NinetyPercent * year.PairError));
        return $"{Percent(year.Log)} % [dim]({Percent(low)}, {Percent(high)})[/]";
    }

    private static string Probability(double p) => double.IsNaN(p) ? "missing" : p < .001 ? "< .001" : "= " + p.ToString(".000", CultureInfo.InvariantCulture);
}
