namespace Entente.Numerics.Sampling;

/// <summary>How the points of a <see cref="SampleDesign"/> are spread over the unit cube.</summary>
public enum SamplingScheme
{
    /// <summary>Independent uniform numbers: the error of a mean falls as 1/√n.</summary>
    MonteCarlo,

    /// <summary>
    /// Latin hypercube (McKay, Beckman and Conover 1979, Technometrics 21:239): every input falls exactly once in each of n equal strata, so that
    /// the part of an output that is a sum of functions of single inputs is averaged far better than by independent numbers. The points depend on n.
    /// </summary>
    LatinHypercube,

    /// <summary>
    /// Sobol' sequence with the direction numbers of Joe and Kuo (2008), scrambled as Owen (1995) proposed: even in all inputs together, best with a power
    /// of two of draws; the error of the mean of a smooth function falls nearly as n^-3/2. More draws leave the earlier points as they are.
    /// </summary>
    Sobol,
}
