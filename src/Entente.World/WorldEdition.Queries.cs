using Entente.World.Store.Queries;

namespace Entente.World;

public sealed partial class WorldEdition
{
    /// <summary>Answers one SELECT over the views of <see cref="QueryViews"/>; it can read nothing else and change nothing.</summary>
    /// <param name="sql">One SELECT, in the SQL of DuckDB.</param>
    /// <param name="limits">How far it may go; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidInputException">It is no single SELECT, names what is not there, does what is refused, or went to a limit.</exception>
    public QueryAnswer Query(string sql, QueryLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return ReadOnlyQuery.Run(_store, sql, limits ?? new QueryLimits(), cancellation);
    }
}
