namespace Entente.Numerics.IdealPoints;

/// <summary>Mean 0 and standard deviation 1 over all positions, after every sweep: the normalisation of Bailey, Strezhnev and Voeten (2017).</summary>
internal static class Standardisation
{
    private const double PositionBound = 5;

    /// <summary>Cuts the positions to ±5 and standardises them; the items are left as they are, as published.</summary>
    /// <returns>The mean and the standard deviation before.</returns>
    public static (double Mean, double Deviation) Apply(OrdinalVotes votes, ChainState state, bool withVariance = false)
    {
        double sum = 0, square = 0;
        foreach (var slot in votes.SlotOf)
        {
            double value = Math.Clamp(state.Position[slot], -PositionBound, PositionBound);
            sum += value;
            square += value * value + (withVariance ? state.Variance[slot] : 0);
        }

        var mean = sum / votes.Positions;
        var deviation = Math.Sqrt(Math.Max((square - sum * mean) / Math.Max(1, votes.Positions - 1), 1e-12));
        foreach (var slot in votes.SlotOf)
        {
            state.Position[slot] = (float)((Math.Clamp(state.Position[slot], -PositionBound, PositionBound) - mean) / deviation);
            if (withVariance) state.Variance[slot] = (float)(state.Variance[slot] / (deviation * deviation));
        }

        return (mean, deviation);
    }

    /// <summary>Carries the items along, so that a standardisation changes no likelihood.</summary>
    public static void Follow(ChainState state, double mean, double deviation)
    {
        for (var item = 0; item < state.Discrimination.Length; item++)
        {
            var shift = (float)(state.Discrimination[item] * mean);
            state.Discrimination[item] *= (float)deviation;
            state.LowThreshold[item] = Math.Clamp(state.LowThreshold[item] - shift, -ItemDraw.ThresholdBound, ItemDraw.ThresholdBound);
            state.HighThreshold[item] = Math.Clamp(state.HighThreshold[item] - shift, -ItemDraw.ThresholdBound, ItemDraw.ThresholdBound);
        }
    }
}
