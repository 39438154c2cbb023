using System.Collections.Immutable;
using Entente.World;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Entente.Models.Strategy.Files;

/// <summary>Reads the text of a strategy or what-if file into nodes with places, and refuses what such a file never needs: anchors, aliases, tags, several documents, deep nesting.</summary>
internal static class YamlTree
{
    /// <summary>Deepest nesting allowed; a strategy needs six levels.</summary>
    public const int MaxDepth = 32;

    private const string NotYaml = "this is not valid YAML: ";

    /// <summary>Reads the one document of a text.</summary>
    /// <exception cref="InvalidInputException">The text is empty, is not YAML, or uses what is refused.</exception>
    public static YamlNode Read(string text, string file, string noun = "strategy")
    {
        RefuseControlCharacters(text, file, noun);
        try
        {
            return ReadDocument(new Cursor(text, noun), file);
        }
        catch (YamlException error)
        {
            // The scanner calls a tab in the indentation many things; say what it is.
            if (TabInIndentation(text) is { } tab) throw FileErrors.At(file, tab, "a tab in the indentation. Indent with spaces.", error);
            throw FileErrors.At(file, Place(error.Start), NotYaml + Explain(error.Message), error);
        }
    }

    private static YamlNode ReadDocument(Cursor parser, string file)
    {
        Expect<StreamStart>(parser);
        Advance(parser);
        if (parser.Current is StreamEnd) throw new InvalidInputException($"{file} is empty: it holds no key. {parser.Shipped}");
        Expect<DocumentStart>(parser);
        Advance(parser);
        var root = ReadNode(parser, file, 1);
        Expect<DocumentEnd>(parser);
        Advance(parser);
        if (parser.Current is DocumentStart second)
        {
            throw FileErrors.At(file, Place(second.Start), $"a second document begins here, but a {parser.Noun} file holds one. Put each {parser.Noun} into a file of its own.");
        }

        return root;
    }

    private static YamlNode ReadNode(Cursor parser, string file, int depth)
    {
        var current = parser.Current!;
        var start = Place(current.Start);
        if (depth > MaxDepth) throw FileErrors.At(file, start, FormattableString.Invariant($"nested deeper than {MaxDepth} levels. A {parser.Noun} needs {(parser.Noun == "strategy" ? "six" : "eight")}."));
        if (current is AnchorAlias alias) throw FileErrors.At(file, start, $"the alias *{YamlScalar.Shorten(alias.Value.Value)} is refused. {parser.Capital} files may not use anchors and aliases: write the value out.");
        if (current is NodeEvent node)
        {
            if (!node.Anchor.IsEmpty) throw FileErrors.At(file, start, $"the anchor &{YamlScalar.Shorten(node.Anchor.Value)} is refused. {parser.Capital} files may not use anchors and aliases: write the value out.");
            if (!node.Tag.IsEmpty) throw FileErrors.At(file, start, $"the tag {YamlScalar.Shorten(node.Tag.ToString())} is refused. {parser.Capital} files may not use tags: write the plain value.");
        }

        switch (current)
        {
            case Scalar scalar:
                Advance(parser);
                return new YamlScalar(scalar.Value, scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted, start, Place(scalar.End));
            case SequenceStart:
                return ReadList(parser, file, depth, start);
            case MappingStart:
                return ReadMap(parser, file, depth, start);
            default:
                throw FileErrors.At(file, start, NotYaml + "a value was expected here.");
        }
    }

    private static YamlList ReadList(Cursor parser, string file, int depth, FilePlace start)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        Advance(parser);
        while (parser.Current is not SequenceEnd) items.Add(ReadNode(parser, file, depth + 1));
        var end = Place(parser.Current.End);
        Advance(parser);
        return new YamlList(items.DrainToImmutable(), start, end);
    }

    private static YamlMap ReadMap(Cursor parser, string file, int depth, FilePlace start)
    {
        var entries = ImmutableArray.CreateBuilder<(YamlScalar, YamlNode)>();
        Advance(parser);
        while (parser.Current is not MappingEnd)
        {
            var at = Place(parser.Current!.Start);
            if (ReadNode(parser, file, depth + 1) is not YamlScalar key) throw FileErrors.At(file, at, "a key must be a single word, not a list or a group.");
            entries.Add((key, ReadNode(parser, file, depth + 1)));
        }

        var end = Place(parser.Current.End);
        Advance(parser);
        return new YamlMap(entries.DrainToImmutable(), start, end);
    }

    private static void Advance(Cursor parser) => parser.Advance();

    private static void Expect<T>(Cursor parser)
    {
        if (parser.Current is null) Advance(parser);
        if (parser.Current is not T) throw new YamlException(parser.Current!.Start, parser.Current.End, "the text has another structure than a document");
    }

    private static void RefuseControlCharacters(string text, string file, string noun)
    {
        long line = 1, column = 0;
        foreach (var character in text)
        {
            column++;
            if (character == '\n') (line, column) = (line + 1, 0);
            else if ((char.IsControl(character) && character is not ('\t' or '\r' or '\u0085')) || character is '\uFFFE' or '\uFFFF')
            {
                throw FileErrors.At(file, new FilePlace(line, column), FormattableString.Invariant($"the character U+{(int)character:X4} does not belong into a text file. Is this a {noun} file?"));
            }
        }
    }

    private static FilePlace? TabInIndentation(string text)
    {
        long line = 1, column = 0;
        var indenting = true;
        foreach (var character in text)
        {
            column++;
            if (character == '\n') (line, column, indenting) = (line + 1, 0, true);
            else if (character == '\t' && indenting) return new FilePlace(line, column);
            else if (character != ' ') indenting = false;
        }

        return null;
    }

    /// <summary>The parser, whose every failure is a <see cref="YamlException"/> with a place: some broken texts make the library fail in other ways.</summary>
    private sealed class Cursor
    {
        private readonly Scanner _scanner;
        private readonly Parser _parser;

        public Cursor(string text, string noun)
        {
            Noun = noun;
            _scanner = new Scanner(new StringReader(text));
            _parser = new Parser(_scanner);
        }

        /// <summary>What such a file holds, for errors.</summary>
        public string Noun { get; }

        public string Capital => char.ToUpperInvariant(Noun[0]) + Noun[1..];

        public string Shipped => Noun == "strategy" ? "Copy one of the shipped strategies to start from." : $"Copy one of the shipped {Noun} files to start from.";

        public ParsingEvent? Current => _parser.Current;

        public void Advance()
        {
            try
            {
                if (_parser.MoveNext()) return;
            }
            catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException or NullReferenceException)
            {
                throw new YamlException(_scanner.CurrentPosition, _scanner.CurrentPosition, "a value is broken off", error);
            }

            throw new YamlException(_scanner.CurrentPosition, _scanner.CurrentPosition, "the text ends too early");
        }
    }

    private static FilePlace Place(Mark mark) => new(Math.Max(1, mark.Line), Math.Max(1, mark.Column));

    private static string Explain(string message)
    {
        var text = (message.Length == 0 ? "it cannot be read" : message).ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return char.ToLowerInvariant(text[0]) + text[1..] + ". Check indentation, colons, brackets and quotes there.";
    }
}
