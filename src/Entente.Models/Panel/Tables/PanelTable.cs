using System.Collections.Immutable;
using Entente.World.Figures;
using Entente.World.States;
using Entente.World.Store;

namespace Entente.Models.Panel.Tables;

/// <summary>How much of a variable is held in a year.</summary>
/// <param name="Variable">Name of the variable.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Held">Rows with a value.</param>
/// <param name="Rows">Rows of the year.</param>
public readonly record struct PanelCoverage(string Variable, int Year, int Held, int Rows);

/// <summary>A panel: key columns and variables, a cell per row; NaN is a missing cell. Columns are shared and not to be changed.</summary>
public sealed class PanelTable
{
    private readonly float[][] _columns;
    private ImmutableArray<PanelCoverage> _coverage;

    internal PanelTable(string unit, ImmutableArray<(string Name, int[] Cells)> keys, ImmutableArray<PanelVariable> variables, float[][] columns)
    {
        (Unit, Keys, Variables, _columns) = (unit, keys, variables, columns);
        Years = [.. YearColumn.Distinct().Order()];
    }

    /// <summary>"dyad-year" or "state-year".</summary>
    public string Unit { get; }

    /// <summary>The key columns: year, and a and b or state.</summary>
    public ImmutableArray<(string Name, int[] Cells)> Keys { get; }

    /// <summary>The variables, in the order of the columns.</summary>
    public ImmutableArray<PanelVariable> Variables { get; }

    /// <summary>The years, ascending.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>Number of rows, n.</summary>
    public int Rows => YearColumn.Length;

    private int[] YearColumn => Keys[0].Cells;

    /// <summary>The n cells of a variable.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no such variable.</exception>
    public ReadOnlySpan<float> Column(string name) => Cells(name);

    internal float[] Cells(string name)
    {
        for (var i = 0; i < Variables.Length; i++)
        {
            if (Variables[i].Name == name) return _columns[i];
        }

        throw new KeyNotFoundException($"The panel has no variable '{name}'.");
    }

    /// <summary>How much of each variable is held by year; ordered by variable, then year.</summary>
    public ImmutableArray<PanelCoverage> Coverage() => _coverage.IsDefault ? _coverage = Count() : _coverage;

    /// <summary>What the panel rests on: the sources of its variables, the cells that are held, and the variables that have none.</summary>
    public Provenance Provenance()
    {
        var held = Coverage().GroupBy(one => one.Variable).ToDictionary(group => group.Key, group => group.Sum(year => (long)year.Held), StringComparer.Ordinal);
        var (cells, all) = (held.Values.Sum(), (long)Rows * Variables.Length);
        return new Provenance(
            [.. Variables.SelectMany(variable => variable.Sources).Distinct(StringComparer.Ordinal)], FormattableString.Invariant($"panel of {Unit}s, {Years[0]} to {Years[^1]}, {Variables.Length} variables"),
            new Coverage(FormattableString.Invariant($"{cells:N0} of {all:N0} cells held; nothing is carried forward or filled in"), (int)Math.Min(cells, int.MaxValue), (int)Math.Min(all - cells, int.MaxValue), [.. Variables.Where(variable => held[variable.Name] == 0).Select(variable => variable.Name)]));
    }

    private ImmutableArray<PanelCoverage> Count()
    {
        var coverage = ImmutableArray.CreateBuilder<PanelCoverage>();
        for (var v = 0; v < Variables.Length; v++)
        {
            var (held, rows) = (new int[Years.Length], new int[Years.Length]);
            for (var row = 0; row < Rows; row++)
            {
                var year = YearColumn[row] - Years[0];
                rows[year]++;
                if (!float.IsNaN(_columns[v][row])) held[year]++;
            }

            for (var y = 0; y < Years.Length; y++) coverage.Add(new PanelCoverage(Variables[v].Name, Years[y], held[y], rows[y]));
        }

        return coverage.ToImmutable();
    }

    /// <summary>The columns of a file: keys, a code for each state (ISO3, else the COW abbreviation), variables.</summary>
    public IReadOnlyList<FileColumn> Columns(StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var columns = new List<FileColumn>();
        foreach (var (name, cells) in Keys) columns.Add(FileColumn.Integers(name, cells));
        foreach (var (name, cells) in Keys.Skip(1))
        {
            int[] ids = [.. cells.Distinct().Order()];
            columns.Add(FileColumn.Texts(name + "_code", [.. ids.Select(id => states[id].Iso3 ?? states[id].Abbreviation)], Array.ConvertAll(cells, id => Array.BinarySearch(ids, id))));
        }

        for (var v = 0; v < Variables.Length; v++) columns.Add(FileColumn.Reals(Variables[v].Name, _columns[v]));
        return columns;
    }
}
