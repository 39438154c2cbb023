using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DuckDB.NET.Native;

namespace Entente.World.Store.Queries;

/// <summary>
/// Runs one SELECT over the views in a database of its own, in memory, that can reach nothing else: the tables are copied in first, then access to files, networks and extensions is switched off and the configuration locked.
/// The query stands as a subquery inside another, so that nothing but a query can stand there; time, rows and memory are limited.
/// </summary>
internal sealed partial class ReadOnlyQuery : IDisposable
{
    private const string Views = "'entente query --views' lists views and columns";
    private const int LongestSql = 100_000;
    private const long Megabyte = 1024 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly string[] Openings = ["select", "with", "from", "values", "table", "describe", "summarize", "show", "pivot", "unpivot"];

    // Functions that may stand in a SELECT and yet change something outside the query, such as a log on the disk, and those that run a text put together elsewhere.
    private static readonly string[] Refused = ["enable_logging", "disable_logging", "enable_profiling", "disable_profiling", "set_config", "nextval", "setseed", "write_log", "truncate_duckdb_logs", "query", "query_table"];

    private readonly DuckDatabase _database = DuckDatabase.Open(threads: 2);

    private ReadOnlyQuery()
    {
    }

    /// <summary>Runs a query.</summary>
    /// <param name="reader">The store.</param>
    /// <param name="sql">One SELECT.</param>
    /// <param name="limits">How far it may go.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidInputException">It is no single SELECT, names what is not there, does what is refused, or went to a limit.</exception>
    public static QueryAnswer Run(StoreReader reader, string sql, QueryLimits limits, CancellationToken cancellation)
    {
        var text = Checked(sql);
        var words = Words().Matches(Strings().Replace(text, " ")).Select(match => match.Value.Trim('"').ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        if (Array.Find(Refused, name => Calls(text, name)) is { } refused) throw new InvalidInputException($"A query only reads, and {refused} does more; leave it out.");
        ImmutableArray<QueryView> named = [.. QueryViews.All.Where(view => words.Contains(view.Name))];
        using var query = new ReadOnlyQuery();
        query.Load(reader, named, limits);
        return query.Answer(reader, text, named, limits, cancellation);
    }

    public void Dispose() => _database.Dispose();

    /// <summary>One statement that can be a subquery, without its semicolon.</summary>
    private static string Checked(string sql)
    {
        if (sql.Length > LongestSql) throw new InvalidInputException(FormattableString.Invariant($"The query has {sql.Length} characters; {LongestSql} are the most."));
        if (sql.Contains('\0', StringComparison.Ordinal)) throw new InvalidInputException("The query holds a null character, which no SQL has.");
        var text = sql.Trim().TrimEnd(';').TrimEnd();
        var opening = Opening().Match(text).Groups["word"].Value;
        if (text.Length == 0 || (opening.Length == 0 && text[0] != '(')) throw new InvalidInputException($"The query is empty or begins with no word of SQL; write for example: entente query \"SELECT state, year, value FROM indicators LIMIT 5\"; {Views}.");
        if (opening.Length > 0 && !Openings.Contains(opening.ToLowerInvariant()))
        {
            throw new InvalidInputException($"A query only reads: it is one SELECT, and this begins with {opening.ToUpperInvariant()}; {Views}.");
        }

        return text;
    }

    private static bool Calls(string sql, string function)
    {
        for (var at = sql.IndexOf(function, StringComparison.OrdinalIgnoreCase); at >= 0; at = sql.IndexOf(function, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var before = at == 0 ? ' ' : sql[at - 1];
            var after = sql.AsSpan(at + function.Length).TrimStart('"').TrimStart();
            if (!char.IsLetterOrDigit(before) && before != '_' && after.StartsWith("(", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private void Load(StoreReader reader, ImmutableArray<QueryView> views, QueryLimits limits)
    {
        _database.Query($"CREATE SCHEMA {QueryViews.Held}");
        foreach (var schema in views.SelectMany(view => view.Tables).Distinct()) _database.Query($"CREATE TABLE {QueryViews.Held}.\"{schema.Name}\" AS SELECT * FROM {reader.From(schema)}");
        foreach (var view in views) _database.Query($"CREATE VIEW \"{view.Name}\" AS {view.Sql}");
        foreach (var setting in new[]
        {
            FormattableString.Invariant($"memory_limit = '{limits.Megabytes}MB'"), "temp_directory = ''", "max_temp_directory_size = '0MB'",

            // Where they would lie in the home of whoever runs this, settings and errors tell.
            "secret_directory = 'none'", "extension_directory = 'none'",
            "enable_external_access = false", "lock_configuration = true",
        })
        {
            _database.Query("SET " + setting);
        }
    }

    private QueryAnswer Answer(StoreReader reader, string sql, ImmutableArray<QueryView> named, QueryLimits limits, CancellationToken cancellation)
    {
        // A line feed before the bracket: a comment at the end must not swallow it. Two statements in one are refused before they run.
        var described = $"DESCRIBE SELECT * FROM ({sql}\n) AS \"asked\"";
        RefuseSeveral(sql);
        RefuseSeveral(described);
        var shape = Limited(described, limits, cancellation);
        var columns = shape.Texts(0).Zip(shape.Texts(1), (name, type) => new QueryColumn(name!, Cell(type!))).ToImmutableArray();
        var names = columns.Select((_, i) => FormattableString.Invariant($"\"c{i}\"")).ToList();
        var cells = columns.Select((column, i) => $"CAST({names[i]} AS {column.Cell switch { QueryCell.Whole => "BIGINT", QueryCell.Real => "DOUBLE", QueryCell.Flag => "BOOLEAN", _ => "VARCHAR" }})");
        var rows = Limited(FormattableString.Invariant($"SELECT {string.Join(", ", cells)} FROM ({sql}\n) AS \"asked\"({string.Join(", ", names)}) LIMIT {limits.Rows + 1}"), limits, cancellation);
        var kept = Math.Min(rows.Rows, limits.Rows);
        var table = ImmutableArray.CreateBuilder<ImmutableArray<object?>>(kept);
        for (var row = 0; row < kept; row++) table.Add([.. columns.Select((column, i) => rows.IsMissing(i, row) ? null : Value(rows, column.Cell, i, row))]);
        var tables = named.SelectMany(view => view.Tables).Select(schema => schema.Name).ToHashSet(StringComparer.Ordinal);
        var sources = reader.Manifest.Sources.Where(source => source.Tables.Any(one => tables.Contains(one.Table) && one.Table != Tables.StoreSchema.States.Name)).Select(source => source.Key);
        return new QueryAnswer(columns, table.MoveToImmutable(), rows.Rows > limits.Rows, [.. named.Select(view => view.Name)], [.. sources.Order(StringComparer.Ordinal)]);
    }

    private static object? Value(QueryColumns rows, QueryCell cell, int column, int row) => cell switch
    {
        QueryCell.Whole => rows.Longs(column)[row],
        QueryCell.Real => rows.Reals(column)[row],
        QueryCell.Flag => rows.Flags(column)[row],
        _ => rows.Texts(column)[row],
    };

    private void RefuseSeveral(string sql)
    {
        var count = NativeMethods.ExtractStatements.DuckDBExtractStatements(_database.Connection, sql, out var statements);
        using (statements)
        {
            if (count > 1) throw new InvalidInputException("A query is one SELECT, and this holds several statements; run them one by one.");

            // Zero where it cannot be parsed alone: a bracket must not close the one that the query is put into.
            if (count == 0) throw new InvalidInputException(Sentence(NativeMethods.ExtractStatements.DuckDBExtractStatementsError(statements) ?? "Parser Error: no statement", new QueryLimits()));
        }
    }

    /// <summary>Runs SQL on another thread and interrupts it at the limits of time and memory, or where the caller stops.</summary>
    private QueryColumns Limited(string sql, QueryLimits limits, CancellationToken cancellation)
    {
        var (start, before) = (Environment.TickCount64, Environment.WorkingSet);
        var work = Task.Run(() => _database.Query(sql), CancellationToken.None);
        string? stopped = null;
        while (!((IAsyncResult)work).AsyncWaitHandle.WaitOne(Look))
        {
            if (Environment.TickCount64 - start > limits.Time.TotalMilliseconds) stopped = FormattableString.Invariant($"The query was stopped after {limits.Time.TotalSeconds:0.#} seconds; narrow it with WHERE, or raise --seconds.");
            else if (Environment.WorkingSet - before > 2L * limits.Megabytes * Megabyte) stopped = FormattableString.Invariant($"The query was stopped because it takes more than {limits.Megabytes} MB of memory; narrow it with WHERE or sum up more.");
            if (stopped is not null || cancellation.IsCancellationRequested) NativeMethods.Startup.DuckDBInterrupt(_database.Connection);
        }

        try
        {
            cancellation.ThrowIfCancellationRequested();
            return work.GetAwaiter().GetResult();
        }
        catch (DuckQueryException cause)
        {
            throw new InvalidInputException(stopped ?? Sentence(cause.Message, limits), cause);
        }
        catch (NotSupportedException cause)
        {
            throw new InvalidInputException($"The query cannot be shown ({cause.Message.TrimEnd('.')}).", cause);
        }
    }

    private static string Sentence(string message, QueryLimits limits)
    {
        var line = message.Split('\n', 2)[0].TrimEnd('.', ' ', '\r', '!');
        if (message.Contains("disabled by configuration", StringComparison.OrdinalIgnoreCase) || message.StartsWith("Permission Error", StringComparison.Ordinal)) return $"A query reads the views of the store and nothing else: no files, no network, no other data base, no settings ({line}); {Views}.";
        if (message.StartsWith("Out of Memory", StringComparison.OrdinalIgnoreCase)) return FormattableString.Invariant($"The query was stopped because it takes more than {limits.Megabytes} MB of memory; narrow it with WHERE or sum up more.");
        if (Unknown().Match(message) is { Success: true } unknown)
        {
            var near = States.NearMisses.Of(States.NameFolding.Key(unknown.Groups["name"].Value), QueryViews.All.Select(view => (States.NameFolding.Key(view.Name), view.Name)), 1);
            return $"There is no view {unknown.Groups["name"].Value}{(near.Count > 0 ? $"; did you mean {near[0]}?" : ";")} {Views}.";
        }

        return message.StartsWith("Parser Error", StringComparison.Ordinal)
            ? $"The query is no single SELECT that can be read ({line["Parser Error: ".Length..]}); {Views}."
            : $"The query cannot be answered ({line}); {Views}.";
    }

    private static QueryCell Cell(string type) => type switch
    {
        "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" => QueryCell.Whole,
        "DOUBLE" or "FLOAT" or "HUGEINT" or "UHUGEINT" or "UBIGINT" => QueryCell.Real,
        "BOOLEAN" => QueryCell.Flag,
        _ => type.StartsWith("DECIMAL", StringComparison.Ordinal) && !type.EndsWith(']') ? QueryCell.Real : QueryCell.Text,
    };

    [GeneratedRegex(@"^(\s|\(|--[^\n]*(\n|$)|/\*.*?\*/)*(?<word>[A-Za-z]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("\"?[A-Za-z_][A-Za-z_0-9]*\"?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    [GeneratedRegex("'([^']|'')*'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Strings();

    [GeneratedRegex("Table with name (?<name>\\S+) does not exist", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unknown();
}
