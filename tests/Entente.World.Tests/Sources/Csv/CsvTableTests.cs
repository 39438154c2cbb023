using System.Globalization;
using System.Text;
using Entente.Tests;
using Entente.World.Sources;
using Entente.World.Sources.Csv;

namespace Entente.World.Tests.Sources.Csv;

public sealed class CsvTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private List<string> Cells(string path, string field, CsvTableOptions? options = null, ImportNotes? notes = null, string? entry = null)
    {
        using var table = CsvTable.Open(path, options, notes, entry);
        return [.. table.Rows().Select(row => row.Line + ":" + row.Raw(field))];
    }

    [Theory]
    [InlineData("name,x\nA,1\nB,2\n")]
    [InlineData("name;x\r\nA;1\r\nB;2")]
    [InlineData("name\tx\nA\t1\nB\t2\n")]
    [InlineData("\uFEFFname,x\nA,1\nB,2\n")]
    [InlineData("name|x\nA|1\nB|2\n")]
    public void Delimiter_line_ends_and_byte_order_mark_do_not_matter(string text) =>
        Cells(_folder.Write("t.csv", text), "x").ShouldBe(["2:1", "3:2"]);

    [Fact]
    public void Excels_hint_of_the_delimiter_is_followed_and_its_line_counted() =>
        Cells(_folder.Write("t.csv", "sep=;\r\nname;x\r\nA,B;1\r\n"), "x").ShouldBe(["3:1"]);

    [Fact]
    public void Lines_are_true_after_quoted_line_breaks_and_empty_lines() =>
        Cells(_folder.Write("t.csv", "name,x\n\"two\nlines, and \"\"quotes\"\"\",1\n\nB,2\n"), "x").ShouldBe(["2:1", "5:2"]);

    [Fact]
    public void Quoted_quotes_and_delimiters_are_read() =>
        Cells(_folder.Write("t.csv", "name,x\n\"say \"\"no\"\", twice\",1\n"), "name").ShouldBe(["2:say \"no\", twice"]);

    [Fact]
    public void Utf16_with_a_byte_order_mark_is_read()
    {
        Cells(_folder.Write("le.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("name;x\nTürkiye;1\n")]), "name").ShouldBe(["2:Türkiye"]);
        Cells(_folder.Write("be.csv", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("name;x\nTürkiye;1\n")]), "name").ShouldBe(["2:Türkiye"]);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_read_as_windows_1252_and_noted_by_line()
    {
        var notes = new ImportNotes();
        byte[] bytes = [.. "name,x\nA,1\nC"u8, 0xF4, .. "te d'Ivoire "u8, 0x80, .. ",2\nTürkiye,3\n"u8];
        Cells(_folder.Write("t.csv", bytes), "name", notes: notes).ShouldBe(["2:A", "3:Côte d'Ivoire €", "4:Türkiye"]);
        var note = notes.ToImmutable().ShouldHaveSingleItem();
        note.Line.ShouldBe(3);
        note.Value.ShouldBe("0xF4");
    }

    [Fact]
    public void A_letter_cut_by_the_edge_of_the_buffer_survives()
    {
        var text = "name,x\n" + string.Concat(Enumerable.Repeat("ü€𝄞,1\n", 40_000));
        for (var shift = 0; shift < 4; shift++)
        {
            var notes = new ImportNotes();
            Cells(_folder.Write("t.csv", new string('n', shift) + text), new string('n', shift) + "name", notes: notes).ShouldAllBe(cell => cell.EndsWith("ü€𝄞"));
            notes.ToImmutable().ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_bad_byte_in_a_long_file_is_found_at_its_line()
    {
        var notes = new ImportNotes();
        byte[] bytes = [.. Encoding.UTF8.GetBytes("name\n" + string.Concat(Enumerable.Repeat("Türkiye\n", 30_000))), 0xE9, (byte)'\n', .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Türkiye\n", 30_000)))];
        var cells = Cells(_folder.Write("t.csv", bytes), "name", notes: notes);
        cells.Count.ShouldBe(60_001);
        cells[30_000].ShouldBe("30002:é");
        notes.ToImmutable().ShouldHaveSingleItem().Line.ShouldBe(30_002);
    }

    [Fact]
    public void Gzip_and_zip_are_told_by_content_not_by_name()
    {
        Cells(_folder.WriteGzip("t.csv", "x\n7\n"), "x").ShouldBe(["2:7"]);
        Cells(_folder.WriteZip("t.dat", ("a.csv", "x\n8\n")), "x").ShouldBe(["2:8"]);
        Cells(_folder.WriteZip("two.zip", ("a.csv", "x\n8\n"), ("b.csv", "x\n9\n")), "x", entry: "b.csv").ShouldBe(["2:9"]);
    }

    [Fact]
    public void Headers_match_regardless_of_case_spaces_and_underscores()
    {
        using var table = CsvTable.Open(_folder.Write("t.csv", "Country Name,COUNTRY_CODE\nA,B\n"), new() { Required = ["country_name", "Country Code"] });
        var row = table.Rows().First();
        row.Text("country.name").ShouldBe("A");
        row.Text("countrycode").ShouldBe("B");
    }

    [Fact]
    public void A_missing_column_names_what_is_there_and_the_near_one() =>
        Should.Throw<InvalidInputException>(() => Cells(_folder.Write("votes.csv", "vote_id,ccod,vote\n"), "x", new() { Required = ["vote_id", "ccode"] }))
            .Message.ShouldBe("votes.csv lacks the column ccode; it has vote_id, ccod, vote. Is ccode the one called ccod?");

    [Fact]
    public void A_column_that_is_there_twice_is_refused_when_it_is_asked_for() =>
        Should.Throw<InvalidInputException>(() => Cells(_folder.Write("t.csv", "x,y,X\n1,2,3\n"), "x_")).Message.ShouldContain("twice (columns 1 and 3)");

    [Fact]
    public void Text_above_the_header_is_passed_over_where_declared()
    {
        var path = _folder.Write("t.csv", "\"Data Source\",\"World\",\n\n\"Last Updated\",\"2024\",\n\n\"Country Code\",\"2000\",\nRUS,5,\n");
        Cells(path, "2000", new() { HeaderMayFollowText = true, Required = ["country code"] }).ShouldBe(["6:5"]);
    }

    [Theory]
    [InlineData("x,y\n1,2\n3\n", 3, "has 1 field, the header has 2")]
    [InlineData("x,y\n\"a\nb\",2\n3,4,5\n", 4, "has 3 fields, the header has 2")]
    public void A_row_of_another_length_is_refused_with_its_line(string text, int line, string part)
    {
        var error = Should.Throw<ImportException>(() => Cells(_folder.Write("t.csv", text), "x"));
        (error.Line, error.Column).ShouldBe((line, 0));
        error.Message.ShouldContain(part);
        error.ExitCode.ShouldBe(2);
    }

    [Fact]
    public void A_quote_that_never_closes_is_refused_where_it_opens()
    {
        var error = Should.Throw<ImportException>(() => Cells(_folder.Write("t.csv", "x,y\n1,2\n\"3,4\n5,6\n"), "x"));
        error.Line.ShouldBe(3);
        error.Message.ShouldContain("quote");
    }

    [Fact]
    public void A_quote_that_never_closes_in_a_large_file_is_refused_before_it_is_read_whole()
    {
        var error = Should.Throw<ImportException>(() => Cells(_folder.Write("t.csv", "x,y\n1,2\n\"3,4\n" + string.Concat(Enumerable.Repeat("5,6\n", 1_000_000))), "x"));
        error.Line.ShouldBe(3);
    }

    [Fact]
    public void An_empty_file_a_folder_and_an_absent_file_are_refused_by_name()
    {
        Should.Throw<InvalidInputException>(() => Cells(_folder.Write("t.csv", ""), "x")).Message.ShouldBe("t.csv is empty.");
        Should.Throw<InvalidInputException>(() => Cells(_folder.Write("t.csv", "\uFEFF"), "x")).Message.ShouldBe("t.csv is empty.");
        Should.Throw<InvalidInputException>(() => Cells(_folder.Write("t.csv", "\n\n"), "x")).Message.ShouldContain("no rows");
        Should.Throw<InvalidInputException>(() => Cells(_folder.Path, "x")).Message.ShouldContain("is a folder");
        Should.Throw<InvalidInputException>(() => Cells(Path.Combine(_folder.Path, "absent.csv"), "x")).Message.ShouldContain("absent.csv");
        Should.Throw<InvalidInputException>(() => Cells(_folder.Write("t.csv", [1, 0, 2, 0]), "x")).Message.ShouldContain("not a text file");
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.999)]
    public void A_gzip_file_cut_short_is_refused(double kept)
    {
        var random = new StringBuilder("x,y\n");
        for (var i = 0L; i < 50_000; i++) random.Append(CultureInfo.InvariantCulture, $"{i * 7919 % 10007},{i * i % 65_537}\n");
        var whole = TemporaryFolder.Gzip(random.ToString());
        var path = _folder.Write("t.csv.gz", whole[..(int)(whole.Length * kept)]);
        Should.Throw<InvalidInputException>(() => Cells(path, "x")).Message.ShouldContain("t.csv.gz is damaged or cut short");
    }

    [Fact]
    public void A_gzip_file_with_a_flipped_byte_is_refused()
    {
        var whole = TemporaryFolder.Gzip("x\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => i.ToString(CultureInfo.InvariantCulture) + "\n")));
        whole[whole.Length / 2] ^= 0x10;
        Should.Throw<InvalidInputException>(() => Cells(_folder.Write("t.csv.gz", whole), "x"));
    }

    [Fact]
    public void A_zip_cut_short_and_an_archive_of_several_files_are_refused()
    {
        var zip = File.ReadAllBytes(_folder.WriteZip("a.zip", ("a.csv", "x\n1\n"), ("b.csv", "x\n2\n")));
        Should.Throw<InvalidInputException>(() => Cells(_folder.Write("cut.zip", zip[..(zip.Length / 2)]), "x")).Message.ShouldContain("cut.zip is damaged");
        Should.Throw<InvalidInputException>(() => Cells(_folder.Write("b.zip", zip), "x")).Message.ShouldContain("2 files (a.csv, b.csv)");
        Should.Throw<InvalidInputException>(() => Cells(_folder.Write("b.zip", zip), "x", entry: "c.csv")).Message.ShouldContain("no entry c.csv");
    }

    [Fact]
    public void A_zip_whose_entry_does_not_fit_its_checksum_is_refused()
    {
        var path = _folder.WriteZip("a.zip", ("a.csv", "x\n1234567\n"));
        var zip = File.ReadAllBytes(path);
        var sum = BitConverter.GetBytes(0x12345678u);
        var entry = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        sum.CopyTo(zip, entry + 16);
        Should.Throw<InvalidInputException>(() => Cells(_folder.Write("b.zip", zip), "x")).Message.ShouldContain("b.zip/a.csv is damaged");
        Cells(path, "x").ShouldBe(["2:1234567"]);
    }

    [Fact]
    public void The_votes_held_are_read_and_counted()
    {
        using var table = CsvTable.Open(Shared.Path("data/votes/unga_votes.csv.gz"));
        var (rows, sum) = (0, 0L);
        foreach (var row in table.Rows())
        {
            rows++;
            sum += row.Integer("vote") + row.Text("vote_id").Length + row.Integer("ccode");
        }

        rows.ShouldBe(889_274);
        sum.ShouldBeGreaterThan(rows);
    }
}
