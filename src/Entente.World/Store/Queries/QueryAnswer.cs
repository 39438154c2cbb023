using System.Collections.Immutable;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.World.Store.Queries;

/// <summary>What kind of cells a column of an answer has.</summary>
public enum QueryCell
{
    /// <summary>Whole numbers (<see cref="long"/>).</summary>
    Whole,

    /// <summary>Numbers (<see cref="double"/>).</summary>
    Real,

    /// <summary>true or false (<see cref="bool"/>).</summary>
    Flag,

    /// <summary>Texts (<see cref="string"/>): all else, days as yyyy-mm-dd.</summary>
    Text,
}

/// <summary>A column of an answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cell">What its cells are.</param>
public sealed record QueryColumn(string Name, QueryCell Cell);

/// <summary>The answer of a query.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows; a missing cell is <see langword="null"/>.</param>
/// <param name="IsCut">Whether there are more rows than were asked for.</param>
/// <param name="Views">The views that the query names.</param>
/// <param name="Sources">Keys of the catalog that these views rest on.</param>
public sealed record QueryAnswer(ImmutableArray<QueryColumn> Columns, ImmutableArray<ImmutableArray<object?>> Rows, bool IsCut, ImmutableArray<string> Views, ImmutableArray<string> Sources)
{
    /// <summary>What it rests on: the sources behind the views that are named; a query that names none rests on what it says itself.</summary>
    /// <param name="sql">The query.</param>
    public Provenance Grounds(string sql) => new Provenance(
        Sources, sql,
        new Coverage(
            FormattableString.Invariant($"{Rows.Length:N0} {(Rows.Length == 1 ? "row" : "rows")} of {(Views.IsEmpty ? "no table of the store" : string.Join(", ", Views))}{(IsCut ? ", and there are more" : "")}; a cell that is null is missing"),
            Rows.Sum(row => row.Count(cell => cell is not null)), Rows.Sum(row => row.Count(cell => cell is null)),
            [.. Columns.Where((_, i) => Rows.Any(row => row[i] is null)).Select(column => column.Name)]))
        .With(Sources.IsEmpty ? DocumentSource.Of("query", "asked", "The query itself, which reads no table with a source", sql, isShipped: false) : null);
}

/// <summary>How far a query may go.</summary>
public sealed record QueryLimits
{
    /// <summary>Rows of the answer at most. Default 1,000.</summary>
    public int Rows { get; init; } = 1000;

    /// <summary>Time after which it is stopped. Default 20 seconds.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Memory, in megabytes, that it may take. Default 1,024.</summary>
    public int Megabytes { get; init; } = 1024;
}

/// <summary>A view that queries read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What its rows are.</param>
/// <param name="Columns">Its columns with their descriptions.</param>
public sealed record QueryView(string Name, string Description, ImmutableArray<(string Name, string Description)> Columns)
{
    /// <summary>The view in SQL over the tables of the store.</summary>
    internal string Sql { get; init; } = "";

    /// <summary>The tables that it reads.</summary>
    internal ImmutableArray<Tables.TableSchema> Tables { get; init; } = [];
}
