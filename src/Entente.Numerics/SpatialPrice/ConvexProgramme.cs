namespace Entente.Numerics.SpatialPrice;

/// <summary>
/// A small dense convex quadratic programme: least ½·x'Hx + c'x with bounds on x and linear limits Gx ≤ h. Everything is written into arrays that are used again.
/// </summary>
internal sealed class ConvexProgramme(int variables, int limits)
{
    public int Variables { get; } = variables;

    public int Limits { get; } = limits;

    /// <summary>Second derivatives, row by row, symmetric and positive semidefinite.</summary>
    public double[] H { get; } = new double[variables * variables];

    public double[] C { get; } = new double[variables];

    public double[] Low { get; } = new double[variables];

    public double[] High { get; } = new double[variables];

    /// <summary>Limits, row by row.</summary>
    public double[] G { get; } = new double[limits * variables];

    public double[] Limit { get; } = new double[limits];

    /// <summary>Solution.</summary>
    public double[] X { get; } = new double[variables];

    /// <summary>Multiplier of each bound: positive at the upper, negative at the lower.</summary>
    public double[] BoundPrice { get; } = new double[variables];

    /// <summary>Multiplier of each limit, 0 or more.</summary>
    public double[] LimitPrice { get; } = new double[limits];

    /// <summary>H·x + c + G'λ: what the bounds must hold.</summary>
    public double Slope(int variable)
    {
        var sum = C[variable];
        var row = H.AsSpan(variable * Variables, Variables);
        for (var j = 0; j < row.Length; j++) sum += row[j] * X[j];
        for (var i = 0; i < Limits; i++)
        {
            if (LimitPrice[i] != 0) sum += LimitPrice[i] * G[(i * Variables) + variable];
        }

        return sum;
    }

    public double Use(int limit)
    {
        var sum = 0.0;
        var row = G.AsSpan(limit * Variables, Variables);
        for (var j = 0; j < row.Length; j++) sum += row[j] * X[j];
        return sum;
    }
}
