using System.Collections.Immutable;

namespace Entente.Numerics.Discovery;

/// <summary>What a box asks of one input.</summary>
/// <param name="Input">Index of the input, from 0.</param>
/// <param name="Lower">Least value inside, in the unit of the input; negative infinity where there is no bound below.</param>
/// <param name="Upper">Greatest value inside; infinity where there is no bound above.</param>
/// <param name="Levels">Values inside, for a categorical input; empty for any other.</param>
public sealed record InputRestriction(int Input, double Lower, double Upper, ImmutableArray<double> Levels)
{
    /// <summary>Whether a value of the input meets the restriction.</summary>
    /// <param name="value">The value.</param>
    public bool Admits(double value) => Levels.IsDefaultOrEmpty ? value >= Lower && value <= Upper : Levels.Contains(value);
}

/// <summary>A box: the points that meet every restriction. Without any it holds all.</summary>
/// <param name="Restrictions">Restrictions in the order of their inputs, at most one for each.</param>
public sealed record InputBox(ImmutableArray<InputRestriction> Restrictions)
{
    /// <summary>Whether a point lies inside.</summary>
    /// <param name="point">A value for every input.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point has no value for a restricted input.</exception>
    public bool Contains(ReadOnlySpan<double> point)
    {
        foreach (var restriction in Restrictions)
        {
            if (restriction.Input >= point.Length) throw new ArgumentOutOfRangeException(nameof(point), point.Length, $"The box restricts input {restriction.Input}; give the point a value for it.");
            if (!restriction.Admits(point[restriction.Input])) return false;
        }

        return true;
    }
}

/// <summary>A box and what it holds of a table (Bryant and Lempert 2010, Technological Forecasting and Social Change 77:34).</summary>
/// <param name="Box">The box.</param>
/// <param name="Points">Number of points inside.</param>
/// <param name="Interest">Sum of their outcomes: the number of cases of interest where outcomes are 0 or 1.</param>
/// <param name="Coverage">Share of all the interest of the table that is inside, 0 to 1; NaN where the table has none.</param>
/// <param name="Density">Mean outcome inside, 0 to 1; NaN where the box is empty.</param>
/// <param name="Mass">Share of the points of the table that are inside.</param>
/// <param name="QuasiP">
/// For each restriction of the box, in its order: the probability of at least this interest among this number of points, if each were of interest with the density of the box without that restriction
/// (one-sided binomial). A restriction with a large one may be chance. It is no test in the strict sense, as the box was chosen by looking.
/// </param>
public sealed record AssessedBox(InputBox Box, int Points, double Interest, double Coverage, double Density, double Mass, ImmutableArray<double> QuasiP);
