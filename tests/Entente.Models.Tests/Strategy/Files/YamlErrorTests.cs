using System.Text;
using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>What is wrong with a file before anyone asks what its keys mean.</summary>
public sealed class YamlErrorTests : IDisposable
{
    private const string At = SmallWorld.FileName;
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-strategy-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("divider: [USA", 4, 1, "a value is broken off")]
    [InlineData("divider: [USA, CHN", 4, 1, "a value is broken off")]
    [InlineData("divider: 'USA", 3, 10, "while scanning a quoted scalar, found unexpected end of stream")]
    [InlineData("divider: \"US\\qA\"", 3, 10, "while scanning a quoted scalar, found unknown escape character")]
    [InlineData("  divider: USA", 3, 10, "while scanning a plain scalar value, found invalid mapping")]
    [InlineData("divider: USA: x", 3, 13, "while scanning a plain scalar value, found invalid mapping")]
    [InlineData("@divider: USA", 3, 1, "while scanning for the next token, found character that cannot start any token")]
    [InlineData("divider: % 3", 3, 10, "while scanning for the next token, found character that cannot start any token")]
    [InlineData("divider", 3, 1, "while parsing a block mapping, did not find expected key")]
    public void Malformed_yaml_is_told_with_line_and_column(string text, int line, int column, string problem) =>
        SmallWorld.Error(SmallWorld.WithLine(3, text)).ShouldBe($"{At}, line {line}, column {column}: this is not valid YAML: {problem}. Check indentation, colons, brackets and quotes there.");

    [Fact]
    public void Aliases_are_refused_before_they_can_multiply()
    {
        var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (var level = 'b'; level <= 'i'; level++) bomb.Append(level).Append(": &").Append(level).Append(" [").AppendJoin(',', Enumerable.Repeat($"*{(char)(level - 1)}", 9)).Append("]\n");
        SmallWorld.Error(bomb.ToString()).ShouldBe($"{At}, line 1, column 4: the anchor &a is refused. Strategy files may not use anchors and aliases: write the value out.");
    }

    [Fact]
    public void An_alias_is_refused() =>
        SmallWorld.Error(SmallWorld.WithLine(8, "allies: [*all]")).ShouldBe($"{At}, line 8, column 10: the alias *all is refused. Strategy files may not use anchors and aliases: write the value out.");

    [Fact]
    public void A_tag_is_refused() =>
        SmallWorld.Error(SmallWorld.WithLine(1, "title: !!python/object:os.system x")).ShouldStartWith($"{At}, line 1, column 8: the tag ");

    [Fact]
    public void A_second_document_is_refused() =>
        SmallWorld.Error(SmallWorld.Valid + "\n---\ntitle: another\n").ShouldBe($"{At}, line 15, column 1: a second document begins here, but a strategy file holds one. Put each strategy into a file of its own.");

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_refused(string text) => SmallWorld.Error(text).ShouldBe($"{At} is empty: it holds no key. Copy one of the shipped strategies to start from.");

    [Theory]
    [InlineData("---\n", "not nothing.")]
    [InlineData("a title\n", "not 'a title'.")]
    [InlineData("- a\n- b\n", "not a list.")]
    public void A_file_without_keys_is_refused(string text, string ending)
    {
        var error = SmallWorld.Error(text);
        error.ShouldContain("a strategy file must be a group of keys such as 'title: …', ");
        error.ShouldEndWith(ending);
    }

    [Fact]
    public void Tabs_in_the_indentation_are_told() =>
        SmallWorld.Error(SmallWorld.WithLine(10, "\t- arms: { to: UKR, change: 0 }")).ShouldBe($"{At}, line 10, column 1: a tab in the indentation. Indent with spaces.");

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var text = SmallWorld.WithLine(1, "title: " + new string('[', 40) + new string(']', 40));
        SmallWorld.Error(text).ShouldBe($"{At}, line 1, column 39: nested deeper than 32 levels. A strategy needs six.");
    }

    [Fact]
    public void A_megabyte_of_brackets_neither_hangs_nor_overflows_the_stack() =>
        SmallWorld.Error("title: " + new string('[', 900_000)).ShouldContain("nested deeper than 32 levels");

    [Fact]
    public void A_list_as_a_key_is_refused() =>
        SmallWorld.Error(SmallWorld.WithLine(1, "[a, b]: c")).ShouldBe($"{At}, line 1, column 1: a key must be a single word, not a list or a group.");

    [Fact]
    public void Binary_junk_is_refused() =>
        SmallWorld.Error("title: a\nsummary: \0\u0001").ShouldBe($"{At}, line 2, column 10: the character U+0000 does not belong into a text file. Is this a strategy file?");

    [Fact]
    public void Bytes_that_are_no_text_are_told_with_their_place()
    {
        var path = Write("junk.yaml", [.. "title: é\nab"u8, 0xC3, 0x28, .. "\n"u8]);
        Read(path).ShouldBe($"{path}, line 2, column 3: this is not UTF-8 text. Save the file as UTF-8.");
    }

    [Fact]
    public void A_file_of_fifty_megabytes_is_refused_unread()
    {
        var path = Path.Combine(_folder, "large.yaml");
        using (var stream = new FileStream(path, FileMode.Create)) stream.SetLength(50 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(path).ShouldBe($"{path} has 50.0 MB, more than the 1 MB that a strategy file may have. Is this the right file?");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        var path = Path.Combine(_folder, "none.yaml");
        Read(path).ShouldBe($"There is no file {path}. Check the path, or name a strategy that is shipped.");
    }

    [Fact]
    public void A_folder_is_refused() => Read(_folder).ShouldBe($"{_folder} is a folder. Name a strategy file in it.");

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_read()
    {
        var path = Write("windows.yaml", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SmallWorld.Valid.ReplaceLineEndings("\r\n"))]);
        var strategy = StrategyFile.Read(path, SmallWorld.States, SmallWorld.Blocs);
        strategy.Key.ShouldBe("windows");
        strategy.Title.ShouldBe("A title");
    }

    [Fact]
    public void An_error_in_a_file_with_windows_line_ends_has_the_same_place() =>
        SmallWorld.Error(SmallWorld.WithLine(7, "horizon: 99").ReplaceLineEndings("\r\n")).ShouldStartWith($"{At}, line 7, column 10: horizon is 99");

    private static string Read(string path) => Should.Throw<InvalidInputException>(() => StrategyFile.Read(path, SmallWorld.States, SmallWorld.Blocs)).Message;

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
