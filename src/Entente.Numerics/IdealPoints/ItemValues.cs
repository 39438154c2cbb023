namespace Entente.Numerics.IdealPoints;

/// <summary>Parameters of all items: yes where z = βθ + e &lt; γ₁, abstain between γ₁ and γ₂, no above.</summary>
/// <param name="Discrimination">items: β.</param>
/// <param name="LowThreshold">items: γ₁.</param>
/// <param name="HighThreshold">items: γ₂.</param>
public sealed record ItemValues(float[] Discrimination, float[] LowThreshold, float[] HighThreshold);

/// <summary>A point of the model's parameter space, from which an estimation can go on.</summary>
/// <param name="Positions">positions: θ, in the order of <see cref="OrdinalVotes"/>.</param>
/// <param name="Items">The items.</param>
public sealed record ModelPoint(float[] Positions, ItemValues Items)
{
    /// <summary>The probabilities of yes, abstain and no of a position on an item.</summary>
    /// <param name="position">θ.</param>
    /// <param name="item">The item.</param>
    /// <returns>Three probabilities that sum to 1.</returns>
    public (double Yes, double Abstain, double No) Probabilities(double position, int item)
    {
        var mean = Items.Discrimination[item] * position;
        var yes = Distributions.SpecialFunctions.NormalCdf(Items.LowThreshold[item] - mean);
        var no = Distributions.SpecialFunctions.NormalCdf(mean - Items.HighThreshold[item]);
        return (yes, Math.Max(0, 1 - yes - no), no);
    }
}
