namespace Entente.Numerics.Networks;

/// <summary>
/// A packing of triangles with an odd number of negative edges, so that none carries more than its weight: two camps frustrate an edge of each, so its worth bounds frustration from below. Greedy, heavy triangles
/// first in powers of two; costs some n³ steps.
/// </summary>
internal static class TrianglePacking
{
    private const int Passes = 12;

    /// <summary>Worth of the packing.</summary>
    /// <param name="weights">Symmetric weights, row by row.</param>
    /// <param name="n">Number of nodes.</param>
    public static double Worth(double[] weights, int n)
    {
        var (room, largest) = (new double[n * n], 0.0);
        for (var place = 0; place < room.Length; place++) largest = Math.Max(largest, room[place] = Math.Abs(weights[place]));
        var (worth, least) = (0.0, largest / 2);
        for (var pass = 0; pass < Passes && largest > 0; pass++)
        {
            if (pass == Passes - 1) least = double.Epsilon;
            for (var i = 0; i < n; i++)
            {
                for (var j = i + 1; j < n; j++)
                {
                    if (room[(i * n) + j] < least) continue;
                    for (var k = j + 1; k < n; k++)
                    {
                        var (ij, ik, jk) = ((i * n) + j, (i * n) + k, (j * n) + k);
                        var amount = Math.Min(room[ij], Math.Min(room[ik], room[jk]));
                        if (amount < least || !((weights[ij] < 0) ^ (weights[ik] < 0) ^ (weights[jk] < 0))) continue;
                        room[ij] -= amount;
                        room[ik] -= amount;
                        room[jk] -= amount;
                        worth += amount;
                    }
                }
            }

            least /= 2;
        }

        return worth;
    }
}
