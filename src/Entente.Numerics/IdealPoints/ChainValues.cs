namespace Entente.Numerics.IdealPoints;

/// <summary>The present values of a chain or of the variational start.</summary>
internal sealed class ChainValues(OrdinalVotes votes)
{
    /// <summary>slots: ideal points θ; padding is zero.</summary>
    public float[] Position { get; } = new float[votes.Slots];

    /// <summary>slots: variances of θ, of the variational start only.</summary>
    public float[] Variance { get; } = new float[votes.Slots];

    /// <summary>slots: conditional means of the ideal points, which the next period's prior is centred on.</summary>
    public double[] ConditionalMean { get; } = new double[votes.Slots];

    /// <summary>items: discrimination β.</summary>
    public float[] Discrimination { get; } = new float[votes.Items];

    /// <summary>items: threshold γ₁ between yes and abstain.</summary>
    public float[] LowThreshold { get; } = new float[votes.Items];

    /// <summary>items: threshold γ₂ between abstain and no.</summary>
    public float[] HighThreshold { get; } = new float[votes.Items];

    /// <summary>Latent responses z, laid out like the votes; made when a chain starts.</summary>
    public float[] Latent { get; private set; } = [];

    /// <summary>Takes over a point.</summary>
    public void Load(ModelPoint point)
    {
        for (var i = 0; i < votes.Positions; i++) Position[votes.SlotOf[i]] = point.Positions[i];
        point.Items.Discrimination.CopyTo(Discrimination, 0);
        point.Items.LowThreshold.CopyTo(LowThreshold, 0);
        point.Items.HighThreshold.CopyTo(HighThreshold, 0);
    }

    /// <summary>Copies the present values.</summary>
    public ModelPoint Save()
    {
        var positions = new float[votes.Positions];
        for (var i = 0; i < positions.Length; i++) positions[i] = Position[votes.SlotOf[i]];
        return new ModelPoint(positions, new ItemValues([.. Discrimination], [.. LowThreshold], [.. HighThreshold]));
    }

    /// <summary>Makes room for the latent responses and starts the conditional means at the positions.</summary>
    public void StartChain()
    {
        Latent = new float[votes.Votes.Length];
        for (var slot = 0; slot < votes.Slots; slot++) ConditionalMean[slot] = Position[slot];
    }
}
