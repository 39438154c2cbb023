using System.Collections.Immutable;
using Entente.World;

namespace Entente.Models.Panel.Tables;

/// <summary>
/// The dyad-year panel: every undirected pair of states in every year with what is held of it. Nothing is imputed, carried forward or lagged; a cell that is not held is NaN. It is the one
/// place where the drivers of alignment, the hypotheses and the export read their data.
/// </summary>
public static class DyadYearPanel
{
    /// <summary>All variables that can be asked for.</summary>
    public static ImmutableArray<PanelVariable> Variables { get; } = [.. DyadVariables.All.Select(one => one.Variable)];

    /// <summary>Reads a panel.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="from">First year, from 1816 on.</param>
    /// <param name="to">Last year.</param>
    /// <param name="variables">Names of variables; null for all.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">A variable is unknown, or the years are out of range.</exception>
    public static PanelTable Build(WorldEdition world, int from, int to, IReadOnlyList<string>? variables = null, CancellationToken cancellation = default)
    {
        var frame = DyadYearFrame.Build(world, from, to);
        return Build(world, frame, variables, cancellation);
    }

    /// <summary>Reads columns for rows that are already made.</summary>
    internal static PanelTable Build(WorldEdition world, DyadYearFrame frame, IReadOnlyList<string>? variables, CancellationToken cancellation)
    {
        var chosen = VariableNames.Choose(DyadVariables.All, variables, "dyad-year");
        var reader = new PanelReader(world, frame, cancellation);
        var columns = new float[chosen.Length][];
        for (var i = 0; i < columns.Length; i++) columns[i] = chosen[i].Read(reader);
        return new PanelTable("dyad-year", [("year", frame.Year), ("a", frame.A), ("b", frame.B)], [.. chosen.Select(one => one.Variable)], columns);
    }
}
