namespace Entente.World.Store;

/// <summary>A table that a user names by its path, as a source of SQL.</summary>
internal static class UserFile
{
    /// <summary>The part of a query that reads the file.</summary>
    /// <param name="path">A file that ends in .csv, .csv.gz, .tsv or .parquet, with a header.</param>
    /// <param name="csv">Further options of reading CSV.</param>
    /// <exception cref="InvalidInputException">There is no such file, or its name does not tell what it is.</exception>
    public static string Source(string path, string csv)
    {
        if (Directory.Exists(path)) throw new InvalidInputException($"'{path}' is a folder; name a file in it that ends in .csv or .parquet.");
        if (!File.Exists(path)) throw new InvalidInputException($"There is no file {path}; check the path.");
        var literal = DuckDatabase.Literal(StoreReader.GlobEscape(path));
        if (Ends(path, ".parquet")) return $"read_parquet({literal})";
        return Ends(path, ".csv") || Ends(path, ".csv.gz") || Ends(path, ".tsv")
            ? $"read_csv({literal}, header = true, {csv})"
            : throw new InvalidInputException($"'{path}' does not tell what it is; a table ends in .csv, .csv.gz, .tsv or .parquet.");
    }

    /// <summary>The error for a file that is no table.</summary>
    public static InvalidInputException Unreadable(string path, DuckQueryException cause) => IsTooLarge(cause)
        ? new($"{path} takes more memory than it may; leave out rows and columns, or allow more.", cause)
        : new($"{path} cannot be read as a table ({Words(cause)}); save it as CSV in UTF-8 with a header, or as Parquet.", cause);

    /// <summary>Whether it was refused for lack of memory.</summary>
    public static bool IsTooLarge(DuckQueryException cause) => cause.Message.StartsWith("Out of Memory", StringComparison.Ordinal);

    /// <summary>What DuckDB says, in a line.</summary>
    public static string Words(DuckQueryException cause) => cause.Message.Split('\n', 2)[0].Trim().TrimEnd('.');

    private static bool Ends(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
