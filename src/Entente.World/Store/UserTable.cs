using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.World.Store;

/// <summary>
/// A table that a user brought, CSV or Parquet, of which columns and expressions of columns can be asked for. Expressions are SQL as DuckDB understands it; they see
/// this table and nothing else on the machine.
/// </summary>
public sealed partial class UserTable : IDisposable
{
    // DuckDB reads CSV in blocks of half of it.
    private const int LeastMegabytes = 64;

    private readonly DuckDatabase _database;
    private readonly string _where;
    private readonly CancellationToken _cancellation;

    private UserTable(DuckDatabase database, string path, string where, ImmutableArray<string> columns, ImmutableArray<string> numeric, CancellationToken cancellation)
    {
        (_database, Path, _where, Columns, NumericColumns, _cancellation) = (database, path, where, columns, numeric, cancellation);
        Held = (int)database.Query("SELECT count(*) FROM given").Longs(0)[0];
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Names of the columns, in the order of the file.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Those that hold numbers.</summary>
    public ImmutableArray<string> NumericColumns { get; }

    /// <summary>Rows in the file.</summary>
    public int Held { get; }

    /// <summary>Opens a table.</summary>
    /// <param name="path">A file that ends in .csv, .csv.gz, .tsv or .parquet, with a header.</param>
    /// <param name="where">A condition that rows must fulfil, or empty for all rows.</param>
    /// <param name="whereName">What messages call the condition.</param>
    /// <param name="megabytes">Memory that the table and expressions may take, 64 at least; <see langword="null"/> for what the machine has.</param>
    /// <param name="cancellation">Stops reading the table and whatever is asked of it.</param>
    /// <exception cref="InvalidInputException">The file is not there or cannot be read, or the condition cannot be understood.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static UserTable Open(string path, string where = "", string whereName = "where", int? megabytes = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(where);
        var source = UserFile.Source(path, "sample_size = -1, nullstr = ['', 'NA']");
        var database = DuckDatabase.Open(threads: 2);
        try
        {
            // Once the rows are in memory, no expression can reach a file.
            if (megabytes is { } most)
            {
                database.Query(string.Create(CultureInfo.InvariantCulture, $"SET memory_limit = '{Math.Max(most, LeastMegabytes)}MB'"));
                database.Query("SET temp_directory = ''");
            }

            Load(database, path, source, cancellation);
            database.Query("SET enable_external_access = false");
            database.Query("SET lock_configuration = true");
            var described = database.Query("SELECT column_name, column_type FROM (DESCRIBE given)");
            ImmutableArray<string> columns = [.. described.Texts(0).Select(text => text!)];
            ImmutableArray<string> numeric = [.. columns.Where((_, i) => NumberType().IsMatch(described.Texts(1)[i]!))];
            var table = new UserTable(database, path, where.Length == 0 ? "true" : where, columns, numeric, cancellation);
            table.CheckWhere(whereName);
            return table;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Numbers of a column or expression for every row that fulfils the condition; NaN where it is missing or cannot be computed.</summary>
    /// <param name="expression">SQL, such as <c>trade</c> or <c>ln(dist) * border</c>.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidInputException">It cannot be understood, or names a column that is not there.</exception>
    public double[] Numbers(string expression, string name)
    {
        RefuseAmbiguousLogarithm(expression, name);
        return Ask($"SELECT TRY(CAST(({expression}) AS DOUBLE)) FROM given WHERE {_where}", expression, name).Reals(0);
    }

    /// <summary>Levels of a column, numbered from 0 in the order in which they appear; -1 where the cell is missing.</summary>
    /// <param name="column">A column or SQL expression.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidInputException">It cannot be understood, or names a column that is not there.</exception>
    public (int[] Levels, ImmutableArray<string> Names) Levels(string column, string name)
    {
        var texts = Ask($"SELECT CAST(({column}) AS VARCHAR) FROM given WHERE {_where}", column, name).Texts(0);
        var levels = new int[texts.Length];
        var names = ImmutableArray.CreateBuilder<string>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < levels.Length; i++)
        {
            if (texts[i] is not { } text)
            {
                levels[i] = -1;
                continue;
            }

            if (!seen.TryGetValue(text, out var level))
            {
                seen.Add(text, level = names.Count);
                names.Add(text);
            }

            levels[i] = level;
        }

        return (levels, names.ToImmutable());
    }

    /// <summary>The number in the file of each row that fulfils the condition; 1 is the first below the header.</summary>
    public long[] RowNumbers() => _database.Stoppable($"SELECT rowid + 1 FROM given WHERE {_where}", _cancellation).Longs(0);

    /// <inheritdoc />
    public void Dispose() => _database.Dispose();

    private void CheckWhere(string name)
    {
        RefuseAmbiguousLogarithm(_where, name);
        var chosen = Ask($"SELECT count(*) FROM given WHERE {_where}", _where, name).Longs(0)[0];
        if (chosen == 0 && Held > 0) throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"None of the {Held:N0} rows of {Path} fulfils {name} '{_where}'; loosen the condition."));
        if (Held == 0) throw new InvalidInputException($"{Path} has no rows below its header.");
    }

    private QueryColumns Ask(string sql, string expression, string name)
    {
        try
        {
            return _database.Stoppable(sql, _cancellation);
        }
        catch (DuckQueryException cause)
        {
            if (UserFile.IsTooLarge(cause)) throw new InvalidInputException($"{name} '{expression}' takes more memory than it may; make it smaller, or allow more.", cause);
            var words = UserFile.Words(cause);
            var unknown = UnknownColumn().Match(cause.Message);
            throw new InvalidInputException(unknown.Success
                ? $"{name} '{expression}': {Path} has no column {unknown.Groups[1].Value}; it has {string.Join(", ", Columns.Take(20))}{(Columns.Length > 20 ? " …" : "")}."
                : $"{name} '{expression}' cannot be computed from {Path} ({words}); write a column or an expression of columns.", cause);
        }
    }

    private static void Load(DuckDatabase database, string path, string source, CancellationToken cancellation)
    {
        try
        {
            database.Stoppable($"CREATE TABLE given AS SELECT * FROM {source}", cancellation);
        }
        catch (DuckQueryException cause)
        {
            throw UserFile.Unreadable(path, cause);
        }
    }

    // In SQL log is to base ten, in statistics programs natural: neither reading would be seen in the result.
    private static void RefuseAmbiguousLogarithm(string expression, string name)
    {
        if (AmbiguousLogarithm().IsMatch(expression)) throw new InvalidInputException($"{name} '{expression}': log() is natural in some programs and to base ten in others; write ln() or log10().");
    }

    [GeneratedRegex("^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*|BOOLEAN)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberType();

    [GeneratedRegex("""Referenced column "([^"]+)" """, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnknownColumn();

    [GeneratedRegex(@"(?<![\w.])log\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AmbiguousLogarithm();
}
