namespace Entente.Numerics.IdealPoints;

/// <summary>Mean 0 and standard deviation 1 over all positions, after every sweep: the normalisation of Bailey, Strezhnev and Voeten (2017).</summary>
internal static class Standardisation
{
    private const double PositionBound = 5;

    /// <summary>Cuts the positions to ±5 and standardises them; the items are left as they are, as published.</summary>
    /// <returns>The mean and the standard deviation before.</returns>
    public static (double Mean, double Deviation) Apply(OrdinalVotes votes, ChainValues chain, bool withVariance = false)
    {
        double sum = 0, square = 0;
        foreach (var slot in votes.SlotOf)
        {
            double value = Math.Clamp(chain.Position[slot], -PositionBound, PositionBound);
            sum += value;
            square += value * value + (withVariance ? chain.Variance[slot] : 0);
        }

        var mean = sum / votes.Positions;
        var deviation = Math.Sqrt(Math.Max((square - sum * mean) / Math.Max(1, votes.Positions - 1), 1e-12));
        foreach (var slot in votes.SlotOf)
        {
            chain.Position[slot] = (float)((Math.Clamp(chain.Position[slot], -PositionBound, PositionBound) - mean) / deviation);
            if (withVariance) chain.Variance[slot] = (float)(chain.Variance[slot] / (deviation * deviation));
        }

        return (mean, deviation);
    }

    /// <summary>Carries the items along, so that a standardisation changes no likelihood.</summary>
    public static void Follow(ChainValues chain, double mean, double deviation)
    {
        for (var item = 0; item < chain.Discrimination.Length; item++)
        {
            var shift = (float)(chain.Discrimination[item] * mean);
            chain.Discrimination[item] *= (float)deviation;
            chain.LowThreshold[item] = Math.Clamp(chain.LowThreshold[item] - shift, -ItemDraw.ThresholdBound, ItemDraw.ThresholdBound);
            chain.HighThreshold[item] = Math.Clamp(chain.HighThreshold[item] - shift, -ItemDraw.ThresholdBound, ItemDraw.ThresholdBound);
        }
    }
}
