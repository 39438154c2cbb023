using System.Runtime.Intrinsics;

namespace Entente.Numerics.Equilibrium;

/// <summary>The sum of a vector's lanes in one fixed order on every machine.</summary>
internal static class VectorSum
{
    public static double Of(Vector512<double> v)
    {
        var four = v.GetLower() + v.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }
}
