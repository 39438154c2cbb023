namespace Entente.Numerics.IdealPoints;

/// <summary>The present values of a chain.</summary>
internal sealed class ChainState(OrdinalVotes votes)
{
    /// <summary>slots: ideal points θ; padding is zero.</summary>
    public float[] Position { get; } = new float[votes.Slots];

    /// <summary>slots: conditional means of the ideal points, which the next period's prior is centred on.</summary>
    public double[] ConditionalMean { get; } = new double[votes.Slots];

    /// <summary>items: discrimination β.</summary>
    public float[] Discrimination { get; } = new float[votes.Items];

    /// <summary>items: threshold γ₁ between yes and abstain.</summary>
    public float[] LowThreshold { get; } = new float[votes.Items];

    /// <summary>items: threshold γ₂ between abstain and no.</summary>
    public float[] HighThreshold { get; } = new float[votes.Items];

    /// <summary>Latent responses z, laid out like the votes.</summary>
    public float[] Latent { get; } = new float[votes.Votes.Length];
}
