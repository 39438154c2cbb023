using System.Buffers.Binary;

namespace Entente.World.Sources.Csv;

/// <summary>The unpacked bytes of an archive: at their end the length, and where it is known the checksum, are compared with what the archive says. Closes what it was opened from.</summary>
/// <param name="inner">The unpacked bytes.</param>
/// <param name="owner">What to close with it.</param>
/// <param name="length">Their number, modulo 2^32.</param>
/// <param name="checksum">Their CRC-32, or <see langword="null"/> where the runtime has checked it.</param>
internal sealed class VerifiedStream(Stream inner, IDisposable owner, long length, uint? checksum) : ForwardStream
{
    private static readonly uint[] Table = MakeTable();
    private long _count;
    private uint _crc = uint.MaxValue;

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        if (count == 0 && buffer.Length > 0) Verify();
        _count += count;
        if (checksum is not null) _crc = Continue(_crc, buffer[..count]);
        return count;
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private void Verify()
    {
        if ((uint)_count != (uint)length) throw new InvalidDataException($"{_count} bytes were unpacked where the archive announces another length");
        if (checksum is { } expected && ~_crc != expected) throw new InvalidDataException("the checksum does not fit");
    }

    /// <summary>CRC-32 of ISO 3309 (polynomial 0xEDB88320 reversed), four bytes at a time.</summary>
    private static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        while (bytes.Length >= 4)
        {
            crc ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            crc = table[768 + (crc & 0xFF)] ^ table[512 + ((crc >> 8) & 0xFF)] ^ table[256 + ((crc >> 16) & 0xFF)] ^ table[crc >> 24];
            bytes = bytes[4..];
        }

        foreach (var value in bytes) crc = table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[1024];
        for (uint i = 0; i < 256; i++)
        {
            var entry = i;
            for (var bit = 0; bit < 8; bit++) entry = (entry & 1) == 1 ? (entry >> 1) ^ 0xEDB88320 : entry >> 1;
            table[i] = entry;
        }

        for (var i = 256; i < 1024; i++) table[i] = (table[i - 256] >> 8) ^ table[table[i - 256] & 0xFF];
        return table;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            owner.Dispose();
        }

        base.Dispose(disposing);
    }
}
