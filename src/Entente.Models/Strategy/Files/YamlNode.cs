using System.Collections.Immutable;

namespace Entente.Models.Strategy.Files;

/// <summary>A place in a file.</summary>
/// <param name="Line">Line, 1 is the first.</param>
/// <param name="Column">Column in characters, 1 is the first.</param>
internal readonly record struct FilePlace(long Line, long Column) : IComparable<FilePlace>
{
    public int CompareTo(FilePlace other) => Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);
}

/// <summary>What was read, with its place, before anyone asks what it means.</summary>
internal abstract record YamlNode(FilePlace Start, FilePlace End)
{
    /// <summary>What it is, in words for an error.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value as typed. Its meaning is decided by the key: NO is Norway where a state is asked for, never "false".</summary>
internal sealed record YamlScalar(string Text, bool IsQuoted, FilePlace Start, FilePlace End) : YamlNode(Start, End)
{
    public bool IsNothing => !IsQuoted && (Text.Length == 0 || Text is "~" or "null" or "Null" or "NULL");

    public override string Kind => IsNothing ? "nothing" : IsQuoted ? $"the quoted text '{Shorten(Text)}'" : $"'{Shorten(Text)}'";

    internal static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 57), "...");
    }
}

/// <summary>A list.</summary>
internal sealed record YamlList(ImmutableArray<YamlNode> Items, FilePlace Start, FilePlace End) : YamlNode(Start, End)
{
    public override string Kind => "a list";
}

/// <summary>Keys with values, in the order of the file.</summary>
internal sealed record YamlMap(ImmutableArray<(YamlScalar Key, YamlNode Value)> Entries, FilePlace Start, FilePlace End) : YamlNode(Start, End)
{
    public override string Kind => "a group of keys";

    public (YamlScalar Key, YamlNode Value)? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key) return entry;
        }

        return null;
    }
}
