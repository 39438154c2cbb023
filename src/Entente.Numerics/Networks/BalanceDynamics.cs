using System.Collections.Immutable;

namespace Entente.Numerics.Networks;

/// <summary>Where relations go under dX/dt = X².</summary>
public enum BalanceFate
{
    /// <summary>The leading eigenvalue is above 0 and simple, and its vector has both signs: relations become those of two hostile camps in finite time.</summary>
    TwoCamps,

    /// <summary>The leading eigenvalue is above 0 and simple, and its vector has one sign: everyone becomes everyone's friend in finite time.</summary>
    OneCamp,

    /// <summary>
    /// The leading eigenvalue is above 0 and occurs more than once: relations still grow beyond all bounds at 1/λ₁, in the pattern of <see cref="BalanceCourse.Limit"/>, which has no two camps in general. The
    /// slightest change of the start decides otherwise, so no camps are given.
    /// </summary>
    Undecided,

    /// <summary>No eigenvalue is above 0: relations exist for all time and fade, those along negative eigenvalues like −1/t, and those along zeros stay 0. No camps form.</summary>
    Fades,
}

/// <summary>The course of relations under dX/dt = X² (Kułakowski, Gawroński and Gronek 2005; Marvel, Kleinberg, Kleinberg and Strogatz 2011).</summary>
/// <param name="Fate">Where it goes.</param>
/// <param name="BlowUpTime">t* = 1/λ₁, when relations grow beyond all bounds, in the unit of one over that of the relations; infinite where no eigenvalue is above 0.</param>
/// <param name="Eigenvalues">Of the relations at the start, smallest first; λ₁ is the last.</param>
/// <param name="Leading">Eigenvector of λ₁, of length 1, its first entry that is not zero positive; where λ₁ occurs more than once, one of many.</param>
/// <param name="Camps">
/// By actor: 0 for the camp that the first entry of the leading vector is in, 1 for the other, −1 where the entry is zero (to a billionth of the largest), so that the actor is drawn to neither; all −1 where
/// the fate is <see cref="BalanceFate.Undecided"/> or <see cref="BalanceFate.Fades"/>.
/// </param>
/// <param name="Limit">
/// Row by row, the limit of (t* − t)·X(t) as t comes near t*: the projection on the eigenvectors of λ₁, v₁v₁' where it is simple. Where nothing blows up, the limit of t·X(t) as t grows, minus the projection on
/// the eigenvectors of negative eigenvalues.
/// </param>
public sealed record BalanceCourse(BalanceFate Fate, double BlowUpTime, ImmutableArray<double> Eigenvalues, ImmutableArray<double> Leading, ImmutableArray<int> Camps, ImmutableArray<double> Limit);

/// <summary>
/// Dynamics of structural balance: each relation drifts with what all third parties make of it, dxᵢⱼ/dt = Σₖ xᵢₖ·xₖⱼ (Kułakowski et al. 2005, continuous form). Its solution is X(t) = X₀(I − X₀t)⁻¹ (Marvel et al. 2011),
/// with the eigenvectors of X₀ and eigenvalues λ/(1 − λt).
/// </summary>
/// <remarks>The diagonal counts, as in Marvel et al.: an actor's relation with itself, 0 in most starts, drifts too. With a zero diagonal the trace is 0, so λ₁ is above 0 unless all relations are 0.</remarks>
public static class BalanceDynamics
{
    private const double Same = 1e-9;

    /// <summary>Where the relations go.</summary>
    /// <param name="relations">Relations at the start, n × n row by row, symmetric.</param>
    /// <param name="actors">Number of actors n, 1 or more.</param>
    /// <exception cref="ArgumentException">The length does not fit, a number is not finite, or the matrix is not symmetric.</exception>
    public static BalanceCourse Course(ReadOnlySpan<double> relations, int actors)
    {
        Check(relations, actors);
        var n = actors;
        var (values, vectors) = SymmetricEigen.Decompose(relations.ToArray(), n);
        var scale = Math.Max(Math.Abs(values[0]), Math.Abs(values[n - 1]));
        var first = values[n - 1];
        var leading = vectors.AsSpan((n - 1) * n, n);
        Orient(leading);
        var camps = new int[n];
        Array.Fill(camps, -1);
        var limit = new double[n * n];
        BalanceFate fate;
        if (first <= Same * scale)
        {
            fate = BalanceFate.Fades;
            for (var k = 0; k < n && values[k] < -Same * scale; k++) AddOuter(limit, -1, vectors.AsSpan(k * n, n));
        }
        else
        {
            for (var k = n - 1; k >= 0 && first - values[k] <= Same * scale; k--) AddOuter(limit, 1, vectors.AsSpan(k * n, n));
            fate = n > 1 && first - values[n - 2] <= Same * scale ? BalanceFate.Undecided : Divide(leading, camps) ? BalanceFate.TwoCamps : BalanceFate.OneCamp;
        }

        return new BalanceCourse(fate, fate == BalanceFate.Fades ? double.PositiveInfinity : 1 / first, [.. values], [.. leading], [.. camps], [.. limit]);
    }

    /// <summary>Relations at a time: X₀(I − X₀t)⁻¹.</summary>
    /// <param name="relations">Relations at the start, n × n row by row, symmetric.</param>
    /// <param name="actors">Number of actors n, 1 or more.</param>
    /// <param name="time">0 or more, and before the blow-up.</param>
    /// <returns>Relations, n × n row by row.</returns>
    /// <exception cref="ArgumentException">The length does not fit, a number is not finite, or the matrix is not symmetric.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is below 0, or relations have grown beyond all bounds by then.</exception>
    public static double[] At(ReadOnlySpan<double> relations, int actors, double time)
    {
        Check(relations, actors);
        if (!(time >= 0) || !double.IsFinite(time)) throw new ArgumentOutOfRangeException(nameof(time), time, "The time must be a finite number of 0 or more.");
        var (values, vectors) = SymmetricEigen.Decompose(relations.ToArray(), actors);
        if (values[actors - 1] * time >= 1 - 1e-14) throw new ArgumentOutOfRangeException(nameof(time), time, $"Relations have grown beyond all bounds at {1 / values[actors - 1]}.");
        var later = new double[actors * actors];
        for (var k = 0; k < actors; k++) AddOuter(later, values[k] / (1 - (values[k] * time)), vectors.AsSpan(k * actors, actors));
        return later;
    }

    private static void Orient(Span<double> vector)
    {
        var largest = Largest(vector);
        foreach (var entry in vector)
        {
            if (Math.Abs(entry) <= Same * largest) continue;
            if (entry > 0) return;
            break;
        }

        for (var i = 0; i < vector.Length; i++) vector[i] = -vector[i];
    }

    /// <summary>Camps by the signs of a vector; whether there are two.</summary>
    private static bool Divide(ReadOnlySpan<double> vector, int[] camps)
    {
        var (largest, two) = (Largest(vector), false);
        for (var i = 0; i < vector.Length; i++)
        {
            camps[i] = Math.Abs(vector[i]) <= Same * largest ? -1 : vector[i] > 0 ? 0 : 1;
            two |= camps[i] == 1;
        }

        return two;
    }

    private static double Largest(ReadOnlySpan<double> vector)
    {
        var largest = 0.0;
        foreach (var entry in vector) largest = Math.Max(largest, Math.Abs(entry));
        return largest;
    }

    private static void AddOuter(double[] to, double factor, ReadOnlySpan<double> vector)
    {
        var n = vector.Length;
        for (var i = 0; i < n; i++)
        {
            var row = to.AsSpan(i * n, n);
            var scaled = factor * vector[i];
            for (var j = 0; j < n; j++) row[j] += scaled * vector[j];
        }
    }

    private static void Check(ReadOnlySpan<double> relations, int actors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(actors, 1);
        if (relations.Length != actors * actors) throw new ArgumentException($"{actors} actors need {actors * actors} relations, not {relations.Length}.", nameof(relations));
        for (var i = 0; i < actors; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var (one, other) = (relations[(i * actors) + j], relations[(j * actors) + i]);
                if (!double.IsFinite(one) || !double.IsFinite(other)) throw new ArgumentException($"The relation of actors {j} and {i} is no finite number.", nameof(relations));
                if (one != other) throw new ArgumentException($"The relation of actors {j} and {i} is {other} one way and {one} the other; relations must be symmetric.", nameof(relations));
            }
        }
    }
}
