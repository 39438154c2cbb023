using DuckDB.NET.Native;

namespace Entente.World.Store;

/// <summary>An in-memory DuckDB that reads Parquet files and fetches nothing from the network.</summary>
/// <remarks>
/// Works on DuckDB's own interface below ADO.NET: results arrive as whole column vectors, and a start costs less compilation.
/// Not safe for use from several threads at once.
/// </remarks>
internal sealed class DuckDatabase : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly DuckDBDatabase _database;
    private readonly DuckDBNativeConnection _connection;

    private DuckDatabase(DuckDBDatabase database, DuckDBNativeConnection connection)
    {
        _database = database;
        _connection = connection;
    }

    /// <summary>The open connection, for what SQL cannot do.</summary>
    public DuckDBNativeConnection Connection => _connection;

    /// <summary>Opens an empty database in memory.</summary>
    public static DuckDatabase Open(int threads)
    {
        NativeMethods.Configuration.DuckDBCreateConfig(out var config);
        using (config)
        {
            // DuckDB downloads an extension it lacks unless told not to; parquet is linked in.
            foreach (var (option, value) in new[]
            {
                ("threads", threads.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("autoinstall_known_extensions", "false"),
                ("autoload_known_extensions", "false"),
            })
            {
                if (NativeMethods.Configuration.DuckDBSetConfig(config, option, value) != DuckDBState.Success)
                {
                    throw new InvalidOperationException($"DuckDB does not accept the option {option}={value}.");
                }
            }

            if (NativeMethods.Startup.DuckDBOpen(":memory:", out var database, config, out var error) != DuckDBState.Success)
            {
                database.Dispose();
                throw new InvalidOperationException($"DuckDB does not start: {error}");
            }

            if (NativeMethods.Startup.DuckDBConnect(database, out var connection) != DuckDBState.Success)
            {
                connection.Dispose();
                database.Dispose();
                throw new InvalidOperationException("DuckDB does not connect to its own memory.");
            }

            return new DuckDatabase(database, connection);
        }
    }

    /// <summary>Runs a query and copies its result into arrays, one per column.</summary>
    /// <exception cref="DuckQueryException">DuckDB refuses the query or cannot read a file.</exception>
    public QueryColumns Query(string sql)
    {
        var state = NativeMethods.Query.DuckDBQuery(_connection, sql, out var result);
        try
        {
            if (state != DuckDBState.Success) throw new DuckQueryException(NativeMethods.Query.DuckDBResultError(ref result) ?? "unknown error");
            return QueryColumns.Copy(ref result);
        }
        finally
        {
            NativeMethods.Query.DuckDBDestroyResult(ref result);
        }
    }

    /// <summary>Runs a query that can be stopped.</summary>
    /// <exception cref="DuckQueryException">DuckDB refuses the query or cannot read a file.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public QueryColumns Stoppable(string sql, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!cancellation.CanBeCanceled) return Query(sql);

        // Asked again and again: DuckDB forgets an interrupt that comes before the work begins.
        using var ended = new ManualResetEvent(false);
        var watch = new Timer(_ => Interrupt(cancellation), null, Look, Look);
        try
        {
            return Query(sql);
        }
        catch (DuckQueryException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        finally
        {
            if (watch.Dispose(ended)) ended.WaitOne();
        }
    }

    private void Interrupt(CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) NativeMethods.Startup.DuckDBInterrupt(_connection);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }

    /// <summary>A path or other text as a literal of SQL.</summary>
    public static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}

/// <summary>DuckDB's refusal of a query, in its words.</summary>
internal sealed class DuckQueryException(string message) : Exception(message);
