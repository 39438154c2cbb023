using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Entente.World.Sources.Csv;

/// <summary>
/// Hands out the bytes of a text file as valid UTF-8: a byte that does not belong to a UTF-8 sequence is read as Windows-1252, and its line is remembered.
/// Files with a UTF-16 or UTF-32 byte order mark pass unchanged; the CSV reader decodes them.
/// </summary>
/// <remarks>Byte by byte rather than file by file, because files patched together from several hands mix both, and because a stream cannot be read twice.</remarks>
internal sealed class Utf8InputStream : ForwardStream
{
    private const int ChunkSize = 1 << 16;

    // Windows-1252 differs from Latin-1 in 0x80-0x9F only; zero marks the five bytes it leaves undefined, which become U+FFFD.
    private static readonly char[] Windows1252 =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178".ToCharArray();

    private readonly Stream _source;
    private readonly byte[] _raw = new byte[ChunkSize];
    private readonly ArrayBufferWriter<byte> _mended = new();
    private readonly bool _passThrough;
    private int _rawStart;
    private int _rawEnd;
    private int _served;
    private bool _sourceEnded;
    private int _line = 1;

    public Utf8InputStream(Stream source)
    {
        _source = source;
        Fill();
        var head = _raw.AsSpan(0, _rawEnd);
        MarkedEncoding = head switch
        {
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        _passThrough = MarkedEncoding is not null;
        Head = (MarkedEncoding ?? Encoding.UTF8).GetString(head).TrimStart('\uFEFF');
    }

    /// <summary>The encoding named by a byte order mark of UTF-16 or UTF-32, else <see langword="null"/>.</summary>
    public Encoding? MarkedEncoding { get; }

    /// <summary>The beginning of the file as text, for guessing its delimiter; a cut character at its end does no harm.</summary>
    public string Head { get; }

    /// <summary>Lines with bytes that were read as Windows-1252, and the first such byte of each.</summary>
    public List<(int Line, byte First)> MendedLines { get; } = [];

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        if (_served < _mended.WrittenCount) return Serve(buffer);
        if (_rawStart == _rawEnd) Fill();
        if (_rawStart == _rawEnd) return 0;
        if (_passThrough) return Take(_raw.AsSpan(_rawStart, _rawEnd - _rawStart), buffer, ref _rawStart);

        Mend();
        return Serve(buffer);
    }

    private int Serve(Span<byte> buffer) => Take(_mended.WrittenSpan[_served..], buffer, ref _served);

    private static int Take(ReadOnlySpan<byte> from, Span<byte> to, ref int position)
    {
        var count = Math.Min(from.Length, to.Length);
        from[..count].CopyTo(to);
        position += count;
        return count;
    }

    /// <summary>Keeps the bytes not yet used (a sequence cut by the end of the chunk) and reads on.</summary>
    private void Fill()
    {
        _raw.AsSpan(_rawStart, _rawEnd - _rawStart).CopyTo(_raw);
        _rawEnd -= _rawStart;
        _rawStart = 0;
        while (_rawEnd < ChunkSize && !_sourceEnded)
        {
            var count = _source.Read(_raw, _rawEnd, ChunkSize - _rawEnd);
            if (count == 0) _sourceEnded = true;
            _rawEnd += count;
        }
    }

    private void Mend()
    {
        _mended.ResetWrittenCount();
        _served = 0;
        var chunk = _raw.AsSpan(_rawStart, _rawEnd - _rawStart);
        if (Utf8.IsValid(chunk))
        {
            Keep(chunk);
            _rawStart = _rawEnd;
            return;
        }

        while (!chunk.IsEmpty)
        {
            var valid = LengthOfValidStart(chunk, out var status);
            Keep(chunk[..valid]);
            chunk = chunk[valid..];
            _rawStart += valid;
            if (chunk.IsEmpty) return;
            if (status == OperationStatus.NeedMoreData && !_sourceEnded)
            {
                // A sequence runs over the end of the chunk: read on, with what is done already served first.
                Fill();
                if (_mended.WrittenCount > 0) return;
                chunk = _raw.AsSpan(_rawStart, _rawEnd - _rawStart);
                continue;
            }

            MendByte(chunk[0]);
            chunk = chunk[1..];
            _rawStart++;
        }
    }

    private static int LengthOfValidStart(ReadOnlySpan<byte> bytes, out OperationStatus status)
    {
        var position = 0;
        status = OperationStatus.Done;
        while (position < bytes.Length)
        {
            var ascii = bytes[position..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) return bytes.Length;
            position += ascii;
            status = Rune.DecodeFromUtf8(bytes[position..], out _, out var consumed);
            if (status != OperationStatus.Done) return position;
            position += consumed;
        }

        return position;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        _mended.Write(bytes);
        _line += bytes.Count((byte)'\n');
    }

    private void MendByte(byte value)
    {
        var letter = value is >= 0x80 and < 0xA0 ? Windows1252[value - 0x80] : (char)value;
        new Rune(letter == '\0' ? '\uFFFD' : letter).EncodeToUtf8(_mended.GetSpan(4));
        _mended.Advance(new Rune(letter == '\0' ? '\uFFFD' : letter).Utf8SequenceLength);
        if (MendedLines.Count == 0 || MendedLines[^1].Line != _line) MendedLines.Add((_line, value));
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing) _source.Dispose();
        base.Dispose(disposing);
    }
}
