using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics.Regression;

/// <summary>
/// The columns that one pass over the rows treats together: all columns of a row lie side by side in memory, so that one vector instruction serves them all.
/// </summary>
internal unsafe interface IColumnLanes<TSelf>
    where TSelf : struct, IColumnLanes<TSelf>
{
    static abstract int Width { get; }

    static abstract TSelf Load(double* from);

    static abstract void Store(double* to, TSelf value);

    static abstract TSelf All(double value);

    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);
}

/// <summary>Four columns.</summary>
internal readonly unsafe struct FourColumns(Vector256<double> lanes) : IColumnLanes<FourColumns>
{
    private readonly Vector256<double> _lanes = lanes;

    public static int Width => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourColumns Load(double* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double* to, FourColumns value) => value._lanes.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourColumns All(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourColumns MultiplyAdd(FourColumns a, FourColumns b, FourColumns c) => new(Vector256.FusedMultiplyAdd(a._lanes, b._lanes, c._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourColumns operator +(FourColumns a, FourColumns b) => new(a._lanes + b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourColumns operator -(FourColumns a, FourColumns b) => new(a._lanes - b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourColumns operator *(FourColumns a, FourColumns b) => new(a._lanes * b._lanes);
}

/// <summary>Eight columns.</summary>
internal readonly unsafe struct EightColumns(Vector512<double> lanes) : IColumnLanes<EightColumns>
{
    private readonly Vector512<double> _lanes = lanes;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightColumns Load(double* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double* to, EightColumns value) => value._lanes.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightColumns All(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightColumns MultiplyAdd(EightColumns a, EightColumns b, EightColumns c) => new(Vector512.FusedMultiplyAdd(a._lanes, b._lanes, c._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightColumns operator +(EightColumns a, EightColumns b) => new(a._lanes + b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightColumns operator -(EightColumns a, EightColumns b) => new(a._lanes - b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightColumns operator *(EightColumns a, EightColumns b) => new(a._lanes * b._lanes);
}
