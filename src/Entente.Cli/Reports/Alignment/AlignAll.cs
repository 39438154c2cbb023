using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Cli.Verbs.Alignment;
using Entente.Models.Votes;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli.Reports.Alignment;

/// <summary>Writes the table of all dyads and says what was written.</summary>
internal static class AlignAll
{
    /// <summary>Computes and writes.</summary>
    /// <exception cref="InvalidInputException">No file is named, or it cannot be written; or an option does not apply to the table.</exception>
    public static int Run(Session session, AlignOptions options)
    {
        if (session.Get(options.Out) is not { } path) throw new InvalidInputException("--all needs --out FILE, a file that ends in .parquet, .arrow or .csv; for example 'entente align --all --out dyads.parquet'.");
        if (session.Get(options.A) is { } party) throw new InvalidInputException($"--all takes every dyad; leave out '{party}', or leave out --all for a single pair.");
        if (options.OnAlliances(session)) throw new InvalidInputException("--all writes the table of votes; leave out --on alliances.");
        if (session.Get(options.Measure) is not null || session.Get(options.Weights) is not null) throw new InvalidInputException("--all writes every measure with all weights; leave out --measure and --weights.");
        if (session.Get(options.Consensus) is not null) throw new InvalidInputException("--consensus applies to a single pair; leave it out with --all.");
        ColumnFile.Check(path);
        var selection = options.Selection(session) with { Since = session.Get(options.Since), Until = session.Get(options.Until) };
        var table = AllDyads.Compute(session.World, selection, Math.Max(1, Environment.ProcessorCount), session.Cancellation);
        var columns = DyadTableFile.Columns(table, session.World.States);
        var bytes = ColumnFile.Write(path, columns, session.Cancellation);
        WholeFile.Write(ColumnCodebook.PathOf(path), ColumnCodebook.Markdown(path, "a pair of states that voted in a year (each pair once)", table.Rows, DyadTableFile.Meanings(), table.Provenance, session.World.Catalog));
        if (session.Json) WriteJson(session, path, table, columns, bytes);
        else Write(session, path, table, columns, bytes);
        return Program.Answered;
    }

    private static void Write(Session session, string path, DyadTable table, IReadOnlyList<FileColumn> columns, long bytes)
    {
        var terminal = session.Terminal;
        terminal.Title("All dyads: how alike they vote", $"UN General Assembly, {table.Periods[0].Label}–{table.Periods[^1].Label}");
        terminal.Item("Written", $"{Terminal.Escape(path)} [dim]({bytes / 1e6:0.0} MB)[/]");
        terminal.Item("Codebook", Terminal.Escape(ColumnCodebook.PathOf(path)));
        terminal.Item("Rows", $"{Numbers.Whole(table.Rows)} dyads by year of states that voted in it");
        terminal.Item("Columns", Terminal.Escape(string.Join(", ", columns.Select(column => column.Name))));
        foreach (var hole in table.Provenance.Coverage.MissingNames) terminal.Item("?", $"[yellow]{Terminal.Escape(hole)}[/]");
        SourceNotes.Write(terminal, table.Provenance, session.World.Catalog);
    }

    private static void WriteJson(Session session, string path, DyadTable table, IReadOnlyList<FileColumn> columns, long bytes) => JsonText.Document(session.Terminal.Raw, "dyads", json =>
    {
        json.WriteString("file", path);
        json.WriteNumber("bytes", bytes);
        json.WriteString("codebook", ColumnCodebook.PathOf(path));
        json.WriteNumber("rows", table.Rows);
        json.Texts("columns", columns.Select(column => column.Name));
        json.Excluded(table.Exclusions);
        json.Provenance(table.Provenance, session.World.Catalog);
    });
}
