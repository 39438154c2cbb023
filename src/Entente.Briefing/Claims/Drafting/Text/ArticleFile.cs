using System.Text;
using Entente.World;

namespace Entente.Briefing.Claims.Drafting.Text;

/// <summary>Reads the file of an article: UTF-8 or UTF-16 text up to a size, nothing binary.</summary>
internal static class ArticleFile
{
    /// <summary>The largest article in bytes.</summary>
    public const int LargestBytes = 12 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    /// <exception cref="InvalidInputException">There is no such file, or it cannot be read, is too large, binary or in another encoding.</exception>
    public static string Read(string path)
    {
        if (Directory.Exists(path)) throw new InvalidInputException($"'{path}' is a folder: name the file of an article in it.");
        if (!File.Exists(path)) throw new InvalidInputException($"There is no file '{path}': name a text, Markdown or HTML file, or - for standard input.");
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, $"'{path}'");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"'{path}' cannot be read ({problem.Message.TrimEnd('.')}).", problem);
        }
    }

    /// <summary>The text of a stream.</summary>
    /// <param name="stream">Any stream; it is read no further than the largest size.</param>
    /// <param name="name">What it is, to begin a sentence with.</param>
    /// <exception cref="InvalidInputException">It is too large, binary or in another encoding.</exception>
    public static string Read(Stream stream, string name)
    {
        using var held = new MemoryStream();
        var buffer = new byte[1 << 16];
        int count;
        while ((count = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            held.Write(buffer, 0, count);
            if (held.Length > LargestBytes) throw new InvalidInputException($"{name} is larger than {LargestBytes >> 20} MB: cut it into articles.");
        }

        return Decode(held.GetBuffer().AsSpan(0, (int)held.Length), name);
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        if (bytes.StartsWith("%PDF-"u8)) throw new InvalidInputException($"{name} is a PDF: save it as text first.");
        if (bytes.StartsWith("PK\u0003\u0004"u8)) throw new InvalidInputException($"{name} is an archive or a file of a word processor: save it as text, Markdown or HTML first.");
        var control = bytes.IndexOfAnyInRange<byte>(0, 8);
        if (control >= 0) throw new InvalidInputException(FormattableString.Invariant($"{name} is no text: byte {control + 1} is {bytes[control]}; save the article as UTF-8 text, Markdown or HTML."));
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException problem)
        {
            throw new InvalidInputException(FormattableString.Invariant($"{name} is not UTF-8 (byte {problem.Index + 1}): save it in that encoding."), problem);
        }
    }
}
