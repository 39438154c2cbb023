namespace Entente.World.Store;

/// <summary>A column of a file for the user: a name and one cell per row. The arrays are used as they are, not copied.</summary>
public sealed class FileColumn
{
    private FileColumn(string name, int rows) => (Name, Rows) = (name, rows);

    /// <summary>snake_case name.</summary>
    public string Name { get; }

    /// <summary>The number of cells.</summary>
    public int Rows { get; }

    internal int[]? Numbers { get; private init; }

    internal float[]? Singles { get; private init; }

    internal double[]? Wide { get; private init; }

    internal byte[]?[]? Dictionary { get; private init; }

    /// <summary>Whole numbers.</summary>
    public static FileColumn Integers(string name, int[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new FileColumn(name, values.Length) { Numbers = values };
    }

    /// <summary>Real numbers of single precision; NaN is written as a missing cell.</summary>
    public static FileColumn Reals(string name, float[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new FileColumn(name, values.Length) { Singles = values };
    }

    /// <summary>Real numbers of double precision; NaN is written as a missing cell.</summary>
    public static FileColumn Doubles(string name, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new FileColumn(name, values.Length) { Wide = values };
    }

    /// <summary>Texts that repeat.</summary>
    /// <param name="name">The name.</param>
    /// <param name="words">The distinct texts; <see langword="null"/> is written as a missing cell.</param>
    /// <param name="wordOf">For each row its place among the words.</param>
    public static FileColumn Texts(string name, IReadOnlyList<string?> words, int[] wordOf)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(wordOf);
        return new FileColumn(name, wordOf.Length) { Numbers = wordOf, Dictionary = [.. words.Select(word => word is null ? null : System.Text.Encoding.UTF8.GetBytes(word))] };
    }

    /// <summary>The column as it may stand in a CSV file: no text that a spreadsheet would run (see <see cref="CsvCell"/>). Numbers stay as they are.</summary>
    internal FileColumn WithoutFormulas()
    {
        if (Dictionary is not { } words || !words.Any(word => word is { Length: > 0 } && CsvCell.IsFormula([(char)word[0]]))) return this;
        return Texts(Name, [.. words.Select(word => word is null ? null : CsvCell.Neutral(System.Text.Encoding.UTF8.GetString(word)))], Numbers!);
    }
}
