using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VectorF = System.Runtime.Intrinsics.Vector512<float>;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// Derivatives of the ordered-probit log-likelihood l of sixteen responses with respect to the ends a = γ₁ - βθ and b = γ₂ - βθ of the middle interval. With l_a and l_b known the rest follows:
/// -l_aa = l_a (l_a + a), -l_bb = l_b (l_b + b), -l_ab = l_a l_b, which holds for yes (l_b = 0), no (l_a = 0) and abstain alike.
/// </summary>
internal readonly ref struct ResponseKernel
{
    public readonly VectorF A, B, GradientA, GradientB, Probability;

    /// <param name="codes">Responses; lanes of absent ones get probability 1 and no gradient.</param>
    /// <param name="mean">βθ.</param>
    /// <param name="low">γ₁.</param>
    /// <param name="high">γ₂.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ResponseKernel(Vector512<int> codes, VectorF mean, float low, float high)
    {
        var limit = Vector512.Create(NormalVectors.Limit);
        A = Vector512.Min(Vector512.Max(Vector512.Create(low) - mean, -limit), limit);
        B = Vector512.Min(Vector512.Max(Vector512.Create(high) - mean, -limit), limit);
        var yes = Vector512.Equals(codes, Vector512.Create(1)).AsSingle();
        var abstain = Vector512.Equals(codes, Vector512.Create(2)).AsSingle();
        var no = Vector512.Equals(codes, Vector512.Create(3)).AsSingle();
        // Every interval is measured in the lower tail, where single precision keeps its digits; the middle one is mirrored where it lies in the upper half.
        var mirrored = Vector512.GreaterThan(A + B, VectorF.Zero);
        var up = Vector512.ConditionalSelect(no, -B, Vector512.ConditionalSelect(abstain, Vector512.ConditionalSelect(mirrored, -A, B), A));
        var (upDensity, upMass) = Both(up);
        VectorF downDensity = default, downMass = default;
        if (abstain != VectorF.Zero)
        {
            (downDensity, downMass) = Both(Vector512.ConditionalSelect(mirrored, -B, A));
            downDensity &= abstain;
            downMass &= abstain;
        }

        var mass = Vector512.Max(upMass - downMass, Vector512.Create(1e-36f));
        Probability = Vector512.ConditionalSelect(yes | abstain | no, mass, Vector512.Create(1f));
        var inverse = Vector512.Create(1f) / mass;
        var (upRatio, downRatio) = (upDensity * inverse, downDensity * inverse);
        GradientA = (upRatio & yes) - (Vector512.ConditionalSelect(mirrored, upRatio, downRatio) & abstain);
        GradientB = (Vector512.ConditionalSelect(mirrored, downRatio, upRatio) & abstain) - (upRatio & no);
    }

    /// <summary>∂l/∂m with m = βθ: the expected latent error of Albert and Chib's augmentation.</summary>
    public VectorF Score
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => -(GradientA + GradientB);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (VectorF Density, VectorF Mass) Both(VectorF x)
    {
        var t = Vector512.Abs(x);
        var density = NormalVectors.Density(t);
        var tail = density * NormalVectors.Mills(t);
        return (density, Vector512.ConditionalSelect(Vector512.LessThan(x, VectorF.Zero), tail, Vector512.Create(1f) - tail));
    }
}
