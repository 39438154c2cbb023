using System.Globalization;
using System.Text;
using Entente.World.Catalog;
using Entente.World.Store;

namespace Entente.Models.Panel.Tables;

/// <summary>The codebook of a panel: what each variable is, from whom, how much of it is held and when.</summary>
public static class PanelCodebook
{
    /// <summary>The codebook as Markdown.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="catalog">The sources.</param>
    /// <param name="file">Name of the file that it goes with.</param>
    public static string Markdown(PanelTable panel, SourceCatalog catalog, string file)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(catalog);
        var culture = CultureInfo.InvariantCulture;
        var text = new StringBuilder();
        text.Append(culture, $"# Codebook of {file}\n\n");
        text.Append(culture, $"{panel.Rows:N0} {panel.Unit}s, {panel.Years[0]} to {panel.Years[^1]}, {panel.Variables.Length} variables. ");
        text.Append(panel.Unit == "dyad-year"
            ? "Rows are undirected pairs of members of the state system (COW), sorted by year, a and b; a < b are state ids (COW numbers), a_code and b_code ISO3 where there is one. An ending _a or _b names the state a variable is about, _a_b the direction.\n\n"
            : "Rows are members of the state system (COW), sorted by year and state id (COW number); state_code is ISO3 where there is one.\n\n");
        text.Append("Values are of the year of the row: nothing is lagged, carried forward or imputed. A missing cell is not held; it is never zero.\n\n");
        text.Append("## Variables\n\n| name | block | what | unit | sources | held, % | years held | note |\n|---|---|---|---|---|---|---|---|\n");
        var coverage = panel.Coverage().GroupBy(one => one.Variable).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var variable in panel.Variables)
        {
            var years = coverage[variable.Name];
            var held = years.Where(year => year.Held > 0).ToList();
            var share = 100.0 * years.Sum(year => (long)year.Held) / panel.Rows;
            text.Append(culture, $"| {variable.Name} | {variable.Block} | {Cell(variable.Description)} | {Cell(variable.Unit)} | {string.Join(", ", variable.Sources)} | {share:0.0} | {(held.Count == 0 ? "none" : $"{held[0].Year}-{held[^1].Year}")} | {Cell(variable.Note)} |\n");
        }

        text.Append("\n## Held by year, %\n\nOf all rows of the year; every fifth year and the last.\n\n");
        var shown = panel.Years.Where(year => year % 5 == 0 || year == panel.Years[^1]).ToList();
        text.Append(culture, $"| variable | {string.Join(" | ", shown)} |\n|---|{string.Concat(shown.Select(_ => "---|"))}\n");
        foreach (var variable in panel.Variables)
        {
            var byYear = coverage[variable.Name].ToDictionary(one => one.Year);
            text.Append(culture, $"| {variable.Name} | {string.Join(" | ", shown.Select(year => (100.0 * byYear[year].Held / byYear[year].Rows).ToString("0", culture)))} |\n");
        }

        text.Append("\n## Sources\n\n");
        foreach (var key in panel.Variables.SelectMany(variable => variable.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var source = catalog[key];
            text.Append(culture, $"- **{key}**: {source.Publisher}, {source.Title}, {source.Edition} ({source.Licence}). {source.Citation}\n");
        }

        return text.ToString();
    }

    /// <summary>Coverage by variable and year as the columns of a file.</summary>
    public static IReadOnlyList<FileColumn> Coverage(PanelTable panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var coverage = panel.Coverage();
        string[] names = [.. panel.Variables.Select(variable => variable.Name)];
        return
        [
            FileColumn.Texts("variable", names, [.. coverage.Select(one => Array.IndexOf(names, one.Variable))]),
            FileColumn.Integers("year", [.. coverage.Select(one => one.Year)]),
            FileColumn.Integers("held", [.. coverage.Select(one => one.Held)]),
            FileColumn.Integers("rows", [.. coverage.Select(one => one.Rows)]),
        ];
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
