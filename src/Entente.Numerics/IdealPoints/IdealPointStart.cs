namespace Entente.Numerics.IdealPoints;

/// <summary>Where an estimation starts, and which way round the scale is.</summary>
/// <param name="Positions">units: first guess of each unit's ideal point, in any unit of length; 0 where nothing is known.</param>
/// <param name="High">A unit that is to lie above <paramref name="Low"/>: items on which it said "no" more than the other start with a positive discrimination. -1 for none.</param>
/// <param name="Low">The unit at the other end, or -1.</param>
public sealed record IdealPointStart(IReadOnlyList<double> Positions, int High, int Low)
{
    /// <summary>The point an estimation would start from.</summary>
    public ModelPoint Guess(OrdinalVotes votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var chain = new ChainValues(votes);
        Apply(votes, chain.Position, chain.Discrimination, chain.LowThreshold, chain.HighThreshold);
        return chain.Save();
    }

    /// <summary>Fills items and positions: β ±1 by the two anchors' votes, γ by the shares of yes and of yes and abstain (Bailey, Strezhnev and Voeten 2017, replication code).</summary>
    internal void Apply(OrdinalVotes votes, float[] position, float[] discrimination, float[] low, float[] high)
    {
        for (var i = 0; i < votes.Positions; i++) position[votes.SlotOf[i]] = (float)Positions[votes.UnitOf[i]];
        var counts = new int[4];
        for (var item = 0; item < votes.Items; item++)
        {
            Array.Clear(counts);
            var direction = 0;
            for (var row = votes.ItemStart[item]; row < votes.ItemStart[item + 1]; row++)
            {
                var vote = votes.Votes.AsSpan(votes.RowStart[row], votes.RowStart[row + 1] - votes.RowStart[row]);
                foreach (var code in vote) counts[code]++;
                if (direction == 0) direction = Direction(votes, votes.RowPeriod[row], vote);
            }

            double total = counts[1] + counts[2] + counts[3];
            discrimination[item] = direction;
            low[item] = total == 0 ? 0 : (float)(-1 + 2 * counts[1] / total);
            high[item] = total == 0 ? 0 : (float)(-1 + 2 * (counts[1] + counts[2]) / total);
            // Items without abstentions would start with an empty middle, which no proposal could leave.
            if (high[item] - low[item] < .01f) high[item] = low[item] + .01f;
        }
    }

    private int Direction(OrdinalVotes votes, int period, ReadOnlySpan<byte> vote)
    {
        if (High < 0 || Low < 0) return 0;
        var (high, low) = (0, 0);
        for (var slot = votes.PeriodStart[period]; slot < votes.PeriodStart[period + 1]; slot++)
        {
            if (votes.PositionOf[slot] < 0) continue;
            var unit = votes.UnitOf[votes.PositionOf[slot]];
            if (unit == High) high = vote[slot - votes.PeriodStart[period]];
            if (unit == Low) low = vote[slot - votes.PeriodStart[period]];
        }

        return high == 0 || low == 0 ? 0 : Math.Sign(high - low);
    }
}
