namespace Entente.Numerics.Similarity;

/// <summary>A measure of how alike two states voted, computed from the 3 × 3 table of their common votes (yes, abstain, no).</summary>
public enum SimilarityMeasure
{
    /// <summary>Share of common votes that are identical, 0 to 1.</summary>
    Identical,

    /// <summary>Mean of 1 for the same vote, ½ where one abstained, 0 for yes against no (Lijphart 1963; Voeten 2013), 0 to 1.</summary>
    Agreement,

    /// <summary>S with absolute distances (Signorino and Ritter 1999), −1 to 1; on votes twice the agreement less one.</summary>
    SAbsolute,

    /// <summary>S with squared distances (Signorino and Ritter 1999), −1 to 1.</summary>
    SSquared,

    /// <summary>Cohen's kappa, nominal weights; at most 1.</summary>
    KappaNominal,

    /// <summary>Cohen's kappa, linear weights.</summary>
    KappaLinear,

    /// <summary>Cohen's kappa, quadratic weights.</summary>
    KappaQuadratic,

    /// <summary>Scott's pi, nominal weights.</summary>
    PiNominal,

    /// <summary>Scott's pi, linear weights.</summary>
    PiLinear,

    /// <summary>Scott's pi, quadratic weights.</summary>
    PiQuadratic,

    /// <summary>Kendall's tau-b, −1 to 1.</summary>
    TauB,
}
