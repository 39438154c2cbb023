namespace Entente.Models.Votes.Drift;

/// <summary>Common votes of a pair by resolution, in the base (0) and the last period (1): how many, and the sum of 1 / ½ / 0 over them.</summary>
internal sealed class PairVotes(int resolutions)
{
    public double[] Votes0 { get; } = new double[resolutions];

    public double[] Credit0 { get; } = new double[resolutions];

    public double[] Votes1 { get; } = new double[resolutions];

    public double[] Credit1 { get; } = new double[resolutions];

    public int Resolutions => Votes0.Length;

    /// <summary>Common votes of the base and the last period.</summary>
    public (double Base, double Last) Total()
    {
        var (start, last) = (0.0, 0.0);
        for (var k = 0; k < Resolutions; k++)
        {
            start += Votes0[k];
            last += Votes1[k];
        }

        return (start, last);
    }

    /// <summary>Adds the common votes of two rows of the vote matrix over a span of roll calls.</summary>
    /// <param name="left">One state's votes.</param>
    /// <param name="right">The other's.</param>
    /// <param name="start">First roll call.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="resolutionOf">The resolution of each roll call, -1 for one that does not count.</param>
    /// <param name="last">Whether the span belongs to the last period.</param>
    public void Add(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, int start, int end, ReadOnlySpan<int> resolutionOf, bool last)
    {
        var (votes, credit) = last ? (Votes1, Credit1) : (Votes0, Credit0);
        for (var i = start; i < end; i++)
        {
            if (left[i] == 0 || right[i] == 0 || resolutionOf[i] < 0) continue;
            votes[resolutionOf[i]]++;
            credit[resolutionOf[i]] += 1 - (Math.Abs(left[i] - right[i]) / 2.0);
        }
    }
}
