using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Entente.Numerics.Regression;

/// <summary>Unmanaged memory on a 64-byte boundary: large arrays that are freed at once and that a vector load never splits over two lines.</summary>
/// <typeparam name="T">Element type.</typeparam>
internal sealed unsafe class AlignedArray<T> : IDisposable
    where T : unmanaged
{
    private T* _memory;

    /// <summary>Allocates without clearing.</summary>
    public AlignedArray(long length)
    {
        Length = length;
        _memory = (T*)NativeMemory.AlignedAlloc((nuint)Math.Max(64, length * sizeof(T)), 64);
    }

    public long Length { get; }

    public T* Pointer
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _memory;
    }

    public ref T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _memory[index];
    }

    public void Clear() => NativeMemory.Clear(_memory, (nuint)(Length * sizeof(T)));

    public void CopyFrom(AlignedArray<T> other) => NativeMemory.Copy(other._memory, _memory, (nuint)(Length * sizeof(T)));

    public void Dispose()
    {
        if (_memory is null) return;
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}
