namespace Entente.Numerics.Regression;

/// <summary>How the outcome is tied to the linear predictor eta.</summary>
public enum RegressionFamily
{
    /// <summary>E y = eta, least squares.</summary>
    Linear,

    /// <summary>E y = exp(eta), Poisson pseudo maximum likelihood (PPML; Gourieroux, Monfort and Trognon 1984; Santos Silva and Tenreyro 2006): the outcome need not be a count.</summary>
    Poisson,

    /// <summary>E y = 1 / (1 + exp(-eta)); the outcome lies between 0 and 1.</summary>
    Logit,

    /// <summary>E y = 1 - exp(-exp(eta)), the discrete form of proportional hazards; the outcome lies between 0 and 1.</summary>
    ComplementaryLogLog,
}
