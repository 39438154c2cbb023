using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Entente.World.Sources.States;

/// <summary>Reads a YAML file of states or blocs into nodes that know their places. Anchors, aliases, tags, several documents and deep nesting are refused: such a file never needs them, and a bomb of aliases does.</summary>
internal sealed class YamlFile
{
    private const int MaxDepth = 16;

    private readonly Scanner _scanner;
    private readonly Parser _parser;

    private YamlFile(string name, string text)
    {
        Name = name;
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
    }

    /// <summary>Name of the file in messages.</summary>
    public string Name { get; }

    /// <summary>Reads the one group of keys that a file holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="largest">Most bytes the file may have.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, is too large, no text in UTF-8 or no YAML, or holds something refused.</exception>
    public static YamlGroup Read(string path, int largest)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > largest) throw new InvalidInputException($"{name} has {stream.Length} bytes; files of this kind may have at most {largest}.");
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Parse(reader.ReadToEnd(), name);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException($"There is no file {path}.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{path} cannot be read: {error.Message.TrimEnd('.')}.", error);
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidInputException($"{name} is not text in UTF-8; save it in that encoding.", error);
        }
    }

    /// <summary>Reads the one group of keys of a text.</summary>
    public static YamlGroup Parse(string text, string name)
    {
        var file = new YamlFile(name, text);
        try
        {
            return file.Document();
        }
        catch (YamlException error)
        {
            // The scanner puts a tab in the indentation where the group begins that it breaks.
            if (TabInIndentation(text) is { } tab) throw new InvalidInputException(FormattableString.Invariant($"{name}, line {tab.Line}, column {tab.Column}: a tab stands in the indentation; indent with blanks."), error);
            throw file.At(error.Start, $"this is not valid YAML ({Explain(error.Message)}); check indentation, colons, brackets and quotes", error);
        }
    }

    /// <summary>The exception for a place of the file.</summary>
    public InvalidInputException At(Mark mark, string problem, Exception? inner = null) =>
        new(FormattableString.Invariant($"{Name}, line {Math.Max(1, mark.Line)}, column {Math.Max(1, mark.Column)}: {problem}{(problem.EndsWith('?') ? "" : ".")}"), inner);

    private YamlGroup Document()
    {
        Advance();
        Advance();
        if (_parser.Current is StreamEnd) throw new InvalidInputException($"{Name} is empty: it holds no key.");
        Advance();
        var root = Node(1);
        Advance();
        if (_parser.Current is DocumentStart second) throw At(second.Start, "a second document begins here, but the file may hold only one");
        return root as YamlGroup ?? throw At(root.Start, $"the file must begin with a key, not with {root.Kind}");
    }

    private YamlNode Node(int depth)
    {
        var current = _parser.Current!;
        if (depth > MaxDepth) throw At(current.Start, $"this is nested deeper than {MaxDepth} levels");
        if (current is AnchorAlias || (current is NodeEvent node && !node.Anchor.IsEmpty)) throw At(current.Start, "anchors (&) and aliases (*) are refused; write the value out");
        if (current is NodeEvent tagged && !tagged.Tag.IsEmpty) throw At(current.Start, "tags (!) are refused; write the plain value");
        switch (current)
        {
            case Scalar scalar:
                Advance();
                return new YamlText(this, scalar.Start, scalar.Value, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any));
            case SequenceStart:
                Advance();
                var items = new List<YamlNode>();
                while (_parser.Current is not SequenceEnd) items.Add(Node(depth + 1));
                Advance();
                return new YamlList(this, current.Start, items);
            case MappingStart:
                Advance();
                return Group(current.Start, depth);
            default:
                throw At(current.Start, "a value was expected here");
        }
    }

    private YamlGroup Group(Mark start, int depth)
    {
        var entries = new List<(YamlText Key, YamlNode Value)>();
        var seen = new Dictionary<string, Mark>();
        while (_parser.Current is not MappingEnd)
        {
            var at = _parser.Current!.Start;
            if (Node(depth + 1) is not YamlText key) throw At(at, "a key must be a single word");
            if (!seen.TryAdd(key.Value, at)) throw At(at, $"the key '{key.Value}' stands here a second time (first in line {seen[key.Value].Line}); keep one");
            entries.Add((key, Node(depth + 1)));
        }

        Advance();
        return new YamlGroup(this, start, entries);
    }

    /// <summary>Some broken texts make the library fail in ways of its own; all become one exception with a place.</summary>
    private void Advance()
    {
        try
        {
            if (_parser.MoveNext()) return;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new YamlException(_scanner.CurrentPosition, _scanner.CurrentPosition, "a value is broken off", error);
        }

        if (_parser.Current is not StreamEnd) throw new YamlException(_scanner.CurrentPosition, _scanner.CurrentPosition, "the text ends too early");
    }

    private static (int Line, int Column)? TabInIndentation(string text)
    {
        var (line, column, indenting) = (1, 0, true);
        foreach (var c in text)
        {
            column++;
            if (c == '\n') (line, column, indenting) = (line + 1, 0, true);
            else if (c == '\t' && indenting) return (line, column);
            else if (c != ' ') indenting = false;
        }

        return null;
    }

    private static string Explain(string message)
    {
        var text = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return text.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(text[0]) + text[1..];
    }
}
