using System.Globalization;
using System.Text;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.World.Store;

/// <summary>What a column of a file is.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="What">What it is, as a noun phrase.</param>
/// <param name="Unit">Its unit, or its range.</param>
public sealed record ColumnMeaning(string Name, string What, string Unit);

/// <summary>The codebook that goes with a file of columns: what each column is, what the file rests on, and who published that.</summary>
public static class ColumnCodebook
{
    /// <summary>The place of the codebook of a file: beside it, with the ending .codebook.md.</summary>
    /// <param name="path">The file of columns.</param>
    public static string PathOf(string path) => Path.ChangeExtension(path, null) + ".codebook.md";

    /// <summary>The codebook as Markdown.</summary>
    /// <param name="file">Name of the file that it goes with.</param>
    /// <param name="row">What a row is, as a noun phrase.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The columns in the order of the file.</param>
    /// <param name="provenance">What the cells rest on.</param>
    /// <param name="catalog">The sources.</param>
    public static string Markdown(string file, string row, int rows, IEnumerable<ColumnMeaning> columns, Provenance provenance, SourceCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(provenance);
        ArgumentNullException.ThrowIfNull(catalog);
        var culture = CultureInfo.InvariantCulture;
        var text = new StringBuilder();
        text.Append(culture, $"# Codebook of {Path.GetFileName(file)}\n\n{rows:N0} rows; a row is {row}. A cell that is missing is empty in CSV and null in Parquet and Arrow; it is never zero.\n\n");
        text.Append("| column | what | unit or range |\n|---|---|---|\n");
        foreach (var column in columns) text.Append(culture, $"| {column.Name} | {Cell(column.What)} | {Cell(column.Unit)} |\n");
        text.Append(culture, $"\n## Coverage\n\n{provenance.Coverage.Statement.TrimEnd('.')}.\n\nComputed: {provenance.Query.TrimEnd('.')}.\n");
        foreach (var hole in provenance.Coverage.MissingNames.IsDefault ? [] : provenance.Coverage.MissingNames) text.Append(culture, $"- missing: {hole}\n");
        text.Append("\n## Sources\n\n");
        foreach (var source in provenance.Sources.Select(key => catalog[key])) text.Append(culture, $"- **{source.Key}**: {source.Publisher}, {source.Title}, {source.Edition} ({source.Licence}). {source.Citation}\n");
        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
