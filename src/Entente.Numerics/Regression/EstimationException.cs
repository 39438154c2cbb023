namespace Entente.Numerics.Regression;

/// <summary>A regression that cannot be estimated from the data given: a value that the family does not allow, nothing left to estimate, no convergence.</summary>
public sealed class EstimationException : Exception
{
    /// <summary>Makes the exception.</summary>
    public EstimationException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence: what is wrong and where.</param>
    public EstimationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence: what is wrong and where.</param>
    /// <param name="innerException">Its cause.</param>
    public EstimationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The row of the data at fault, from 0; -1 where it is no single one.</summary>
    public int Row { get; init; } = -1;
}
