using Entente.Models.Strategy.Draws;
using Entente.World.Store;

namespace Entente.Models.Strategy.Runs;

/// <summary>A named column of an ensemble: one cell per draw.</summary>
/// <param name="Name">Name in the files of a run, parts set off by dots.</param>
/// <param name="Unit">Unit of the cells.</param>
/// <param name="Description">What it holds.</param>
internal abstract record EnsembleColumn(string Name, string Unit, string Description)
{
    /// <summary>Type of the cells in the files: "double", "float" or "integer".</summary>
    public abstract string Type { get; }

    /// <summary>The cells of some draws as a column that a file can be written from.</summary>
    /// <param name="ensemble">The draws.</param>
    /// <param name="place">Place of the first.</param>
    /// <param name="count">How many.</param>
    public abstract FileColumn Cells(Ensemble ensemble, int place, int count);

    /// <summary>An empty column to read into, and what puts its cells back into an ensemble.</summary>
    /// <param name="count">Number of cells.</param>
    public abstract (FileColumn Column, Action<Ensemble, int> Put) Room(int count);
}

/// <summary>A column that is an array of the ensemble.</summary>
internal sealed record ArrayColumn<T>(string Name, string Unit, string Description, Func<Ensemble, T[]> Array) : EnsembleColumn(Name, Unit, Description)
    where T : unmanaged
{
    /// <inheritdoc />
    public override string Type => typeof(T) == typeof(int) ? "integer" : typeof(T) == typeof(float) ? "float" : "double";

    /// <inheritdoc />
    public override FileColumn Cells(Ensemble ensemble, int place, int count) => Over(Array(ensemble).AsSpan(place, count).ToArray());

    /// <inheritdoc />
    public override (FileColumn Column, Action<Ensemble, int> Put) Room(int count)
    {
        var cells = new T[count];
        return (Over(cells), (ensemble, place) => cells.CopyTo(Array(ensemble), place));
    }

    private FileColumn Over(T[] cells) => cells switch
    {
        double[] doubles => FileColumn.Doubles(Name, doubles),
        float[] singles => FileColumn.Reals(Name, singles),
        int[] numbers => FileColumn.Integers(Name, numbers),
        _ => throw new NotSupportedException($"Cells of type {typeof(T).Name} have no column."),
    };
}

/// <summary>A column that is one field of an array of records.</summary>
internal sealed record FieldColumn<T>(string Name, string Unit, string Description, Func<Ensemble, T[]> Array, Func<T, double> Get, Func<T, double, T> With)
    : EnsembleColumn(Name, Unit, Description)
{
    /// <inheritdoc />
    public override string Type => "double";

    /// <inheritdoc />
    public override FileColumn Cells(Ensemble ensemble, int place, int count)
    {
        var (cells, records) = (new double[count], Array(ensemble));
        for (var i = 0; i < count; i++) cells[i] = Get(records[place + i]);
        return FileColumn.Doubles(Name, cells);
    }

    /// <inheritdoc />
    public override (FileColumn Column, Action<Ensemble, int> Put) Room(int count)
    {
        var cells = new double[count];
        return (FileColumn.Doubles(Name, cells), Put);

        void Put(Ensemble ensemble, int place)
        {
            var records = Array(ensemble);
            for (var i = 0; i < cells.Length; i++) records[place + i] = With(records[place + i], cells[i]);
        }
    }
}
