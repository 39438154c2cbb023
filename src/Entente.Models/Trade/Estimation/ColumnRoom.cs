using System.Globalization;
using Entente.World;

namespace Entente.Models.Trade.Estimation;

/// <summary>The memory that the columns of a model may take; what would not fit is refused before it is made.</summary>
/// <param name="model">Name of the model, for the sentence.</param>
/// <param name="megabytes">How much; <see langword="null"/> for as much as there is.</param>
internal sealed class ColumnRoom(string model, int? megabytes)
{
    private long _left = megabytes is { } most ? most * 1_000_000L : long.MaxValue;

    /// <summary>Notes a column of numbers.</summary>
    /// <typeparam name="T">What holds it.</typeparam>
    /// <param name="column">What holds it.</param>
    /// <param name="rows">Rows.</param>
    /// <returns>The same.</returns>
    public T Take<T>(T column, long rows)
    {
        Take(rows);
        return column;
    }

    /// <summary>Notes a matrix with a row and a column for each regressor.</summary>
    /// <param name="size">Regressors.</param>
    public void TakeSquare(long size) => Take(size * size);

    private void Take(long numbers)
    {
        _left -= numbers * sizeof(double);
        if (_left < 0) throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"{model} has more rows and columns than fit into {megabytes} MB; leave out regressors and rows, absorb i(…) as an effect, or raise --megabytes."));
    }
}
