using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Entente.Models.Tests.Votes.IdealPoints;

/// <summary>The published ideal points of April 2020 (Bailey, Strezhnev and Voeten), by state and session: mean, 5 % and 95 % quantile.</summary>
internal static class PublishedEdition
{
    public static Dictionary<(int State, int Session), (double Value, double Low, double High)> Read()
    {
        var points = new Dictionary<(int, int), (double, double, double)>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Entente.Tests.Shared.Path("cases/ideal_points/bsv_idealpoints_all_apr2020.csv.gz")), CompressionMode.Decompress), Encoding.Latin1);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            points[(int.Parse(cells[1], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture))] = (Number(cells[4]), Number(cells[6]), Number(cells[10]));
        }

        return points;
    }

    public static double Correlation(IReadOnlyCollection<(double A, double B)> pairs)
    {
        var (a, b) = (pairs.Average(pair => pair.A), pairs.Average(pair => pair.B));
        var cross = pairs.Sum(pair => (pair.A - a) * (pair.B - b));
        return cross / Math.Sqrt(pairs.Sum(pair => (pair.A - a) * (pair.A - a)) * pairs.Sum(pair => (pair.B - b) * (pair.B - b)));
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
