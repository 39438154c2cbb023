using System.Security.Cryptography;

namespace Entente.World.Refresh;

/// <summary>A download that is not whole: FILE.part beside its place, with a note of which edition it is a part of.</summary>
internal sealed class PartFile
{
    private readonly string _path;
    private readonly string _part;
    private readonly string _note;

    public PartFile(string path, string address)
    {
        (_path, _part, _note) = (path, path + ".part", path + ".part.json");
        Validator = Validator.Read(_note, address);
        if (Validator is null) Drop();
    }

    /// <summary>Which edition it is a part of.</summary>
    public Validator? Validator { get; private set; }

    /// <summary>Bytes that are there and can be continued.</summary>
    public long Length => Validator is { CanContinue: true } && File.Exists(_part) ? new FileInfo(_part).Length : 0;

    /// <summary>Starts over.</summary>
    public void Begin(Validator validator)
    {
        Drop();
        Validator = validator;
        if (validator.CanContinue) validator.Write(_note);
    }

    /// <summary>Opens it for the bytes that follow.</summary>
    public FileStream Append() => new(_part, FileMode.Append, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);

    /// <summary>Size, SHA-256 and MD5 of the whole.</summary>
    public (long Bytes, string Sha256, string Md5) Sums()
    {
        using var stream = File.OpenRead(_part);
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
#pragma warning disable CA5351 // the publisher's own checksum against damage; nothing is trusted because of it
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        var buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            sha256.AppendData(buffer, 0, count);
            md5.AppendData(buffer, 0, count);
        }

        return (stream.Length, Convert.ToHexStringLower(sha256.GetCurrentHash()), Convert.ToHexStringLower(md5.GetCurrentHash()));
    }

    /// <summary>Puts the whole file in its place.</summary>
    public void Keep()
    {
        File.Move(_part, _path, overwrite: true);
        File.Delete(_note);
        Validator = null;
    }

    /// <summary>Forgets it.</summary>
    public void Drop()
    {
        Validator = null;
        File.Delete(_part);
        File.Delete(_note);
    }

    /// <summary>Forgets it where the next refresh could not go on from it.</summary>
    public void DropUnlessContinuable()
    {
        if (Length == 0) Drop();
    }
}
