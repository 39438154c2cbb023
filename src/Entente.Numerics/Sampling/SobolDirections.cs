using System.Globalization;

namespace Entente.Numerics.Sampling;

/// <summary>
/// Direction numbers of the Sobol' sequence, set new-joe-kuo-6 of Joe and Kuo (2008, "Constructing Sobol sequences with better two-dimensional projections", SIAM Journal on
/// Scientific Computing 30:2635). The table is that of its authors, © 2008 Frances Y. Kuo and Stephen Joe, under a licence of the BSD kind that stands at its head.
/// </summary>
internal static class SobolDirections
{
    public const int MostDimensions = 1111;

    /// <summary>Binary digits of a point: one for each digit of the index.</summary>
    public const int Digits = 30;

    private const string Table = "sobol-directions.txt";

    /// <summary>Direction numbers as integers of 30 binary digits.</summary>
    /// <param name="dimensions">The number of dimensions, at most <see cref="MostDimensions"/>.</param>
    /// <param name="stride">Places of a row, at least the number of dimensions; those beyond stay 0.</param>
    /// <returns><see cref="Digits"/> rows: what digit j of the index, the last digit first, contributes to every dimension.</returns>
    public static uint[] Rows(int dimensions, int stride)
    {
        var rows = new uint[Digits * stride];
        for (var k = 0; k < Digits; k++) rows[k * stride] = 1u << (Digits - 1 - k);
        using var reader = new StreamReader(typeof(SobolDirections).Assembly.GetManifestResourceStream(Table)!);
        Span<uint> m = stackalloc uint[Digits];
        for (var dimension = 1; dimension < dimensions;)
        {
            var line = reader.ReadLine() ?? throw new InvalidOperationException("The table of direction numbers is cut short.");
            if (line.StartsWith('#')) continue;
            Extend(line, m);
            for (var k = 0; k < Digits; k++) rows[(k * stride) + dimension] = m[k] << (Digits - 1 - k);
            dimension++;
        }

        return rows;
    }

    /// <summary>From a line "d s a m_1 … m_s" to all m, by the recurrence of Joe and Kuo (2003, ACM Transactions on Mathematical Software 29:49, eq. 2).</summary>
    private static void Extend(ReadOnlySpan<char> line, Span<uint> m)
    {
        Span<uint> numbers = stackalloc uint[Digits];
        var count = 0;
        foreach (var part in line.Split(' ')) numbers[count++] = uint.Parse(line[part], NumberStyles.None, CultureInfo.InvariantCulture);
        var (degree, coefficients) = ((int)numbers[1], numbers[2]);
        numbers.Slice(3, degree).CopyTo(m);
        for (var k = degree; k < m.Length; k++)
        {
            m[k] = m[k - degree] ^ (m[k - degree] << degree);
            for (var back = 1; back < degree; back++)
            {
                if (((coefficients >> (degree - 1 - back)) & 1) != 0) m[k] ^= m[k - back] << back;
            }
        }
    }
}
