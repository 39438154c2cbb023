using System.Buffers;
using System.Text;
using Entente.World;

namespace Entente.Models.Strategy.Files;

/// <summary>The text of a small file that a user wrote, read whole as UTF-8.</summary>
internal static class FileText
{
    /// <summary>Largest file read, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Reads the text.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="noun">What such a file holds, for errors: "strategy".</param>
    /// <exception cref="InvalidInputException">The file is not there, cannot be read, is too large or is not UTF-8.</exception>
    public static string Read(string path, string noun) => Decode(ReadBytes(path, noun), path);

    private static byte[] ReadBytes(string path, string noun)
    {
        try
        {
            if (Directory.Exists(path)) throw new InvalidInputException($"{path} is a folder. Name a {noun} file in it.");
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.CanSeek && stream.Length > MaxBytes) throw TooLarge(path, stream.Length, noun);

            // A pipe or device has no length: read no more than the limit and one byte.
            // The room is lent: a library of eighty cases would else clear eighty megabytes each time that it is read.
            var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes + 1);
            try
            {
                var length = stream.ReadAtLeast(buffer.AsSpan(0, MaxBytes + 1), MaxBytes + 1, throwOnEndOfStream: false);
                return length > MaxBytes ? throw TooLarge(path, null, noun) : buffer[..length];
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException($"There is no file {path}. Check the path, or name a {noun} that is shipped.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidInputException($"{path} cannot be read: {error.Message.TrimEnd('.')}. Check the path and its permissions.", error);
        }
    }

    private static string Decode(byte[] bytes, string path)
    {
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException error)
        {
            var before = bytes.AsSpan(start, error.Index);
            var place = new FilePlace(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
            throw FileErrors.At(path, place, "this is not UTF-8 text. Save the file as UTF-8.", error);
        }
    }

    public static InvalidInputException TooLarge(string path, long? size, string noun) =>
        new(FormattableString.Invariant($"{path} has {(size is null ? "" : FormattableString.Invariant($"{size / 1048576.0:0.0} MB, "))}more than the 1 MB that a {noun} file may have. Is this the right file?"));
}
