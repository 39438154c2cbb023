using Entente.Numerics.Random;

namespace Entente.Numerics.Statistics;

/// <summary>Many unbiased integers on 0 … n-1 from one random stream, its words made in bulk (the method of <see cref="CounterStream.NextInt32"/>, the same integers).</summary>
internal ref struct BoundedDraws
{
    public const int BufferLength = 256;
    private readonly Philox _philox;
    private readonly ulong _draw;
    private readonly uint _stream, _range, _threshold;
    private readonly Span<uint> _buffer;
    private uint _block;
    private int _position;

    public BoundedDraws(ulong seed, ulong draw, uint stream, int range, Span<uint> buffer)
    {
        _philox = new Philox(seed);
        _draw = draw;
        _stream = stream;
        _range = (uint)range;
        _threshold = unchecked(0u - _range) % _range;
        _buffer = buffer;
        _position = buffer.Length;
    }

    public int Next()
    {
        while (true)
        {
            if (_position == _buffer.Length) Refill();
            var product = (ulong)_buffer[_position++] * _range;
            if ((uint)product >= _threshold) return (int)(product >> 32);
        }
    }

    /// <summary>Adds 1 to the count of each of the next <paramref name="draws"/> integers: the same as calling <see cref="Next"/> so often, in a tighter loop.</summary>
    public void Tally(int draws, Span<byte> counts)
    {
        uint range = _range, threshold = _threshold;
        while (draws > 0)
        {
            if (_position == _buffer.Length) Refill();
            var words = _buffer.Slice(_position, Math.Min(draws, _buffer.Length - _position));
            _position += words.Length;
            foreach (var word in words)
            {
                var product = (ulong)word * range;
                if ((uint)product < threshold) continue;
                counts[(int)(product >> 32)]++;
                draws--;
            }
        }
    }

    private void Refill()
    {
        _philox.Fill(_draw, _stream, _block, _buffer);
        _block = checked(_block + (uint)_buffer.Length / 4);
        _position = 0;
    }
}
