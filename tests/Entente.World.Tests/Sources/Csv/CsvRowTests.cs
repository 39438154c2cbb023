using Entente.World.Sources;
using Entente.World.Sources.Csv;

namespace Entente.World.Tests.Sources.Csv;

public sealed class CsvRowTests
{
    private static T Read<T>(string cell, Func<CsvRow, T> read, CsvTableOptions? options = null, ImportNotes? notes = null)
    {
        using var table = CsvTable.FromStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"a;x\n1;{cell}\n")), "t.csv", options, notes);
        return table.Rows().Select(read).Single();
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData(" -12 ", -12)]
    [InlineData("12.0", 12)]
    [InlineData("1e3", 1000)]
    [InlineData("", null)]
    [InlineData("NA", null)]
    [InlineData("..", null)]
    [InlineData("NULL", null)]
    [InlineData("nan", null)]
    public void Whole_numbers_and_missing_ones(string cell, int? expected) => Read(cell, row => row.IntegerOrNull("x")).ShouldBe(expected);

    [Theory]
    [InlineData("1.5", "'1.5' is not a whole number")]
    [InlineData("99999999999", "'99999999999' is not a whole number")]
    [InlineData("3,586", "'3,586' has separators")]
    [InlineData("yes", "'yes' is not a number")]
    [InlineData("", "is missing")]
    [InlineData("NA", "is missing")]
    public void A_bad_whole_number_names_its_cell(string cell, string problem)
    {
        var error = Should.Throw<ImportException>(() => Read(cell, row => row.Integer("X")));
        (error.File, error.Line, error.Column, error.Field).ShouldBe(("t.csv", 2, 2, "x"));
        error.Message.ShouldStartWith("t.csv, line 2, column 2 (x): " + problem);
    }

    [Theory]
    [InlineData("2.5", 2.5)]
    [InlineData("-1.25E+2", -125.0)]
    [InlineData("0", 0.0)]
    [InlineData("", null)]
    [InlineData("..", null)]
    public void Real_numbers_and_missing_ones(string cell, double? expected) => Read(cell, row => row.RealOrNull("x")).ShouldBe(expected);

    [Theory]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("1.2.3")]
    [InlineData("1 234,5")]
    [InlineData("12%")]
    public void What_is_no_finite_number_is_refused(string cell) => Should.Throw<ImportException>(() => Read(cell, row => row.RealOrNull("x"))).Column.ShouldBe(2);

    [Theory]
    [InlineData(nameof(NumberStyle.CommaThousands), "3,586", 3586, 1)]
    [InlineData(nameof(NumberStyle.CommaThousands), "-1,003,586.25", -1003586.25, 1)]
    [InlineData(nameof(NumberStyle.CommaThousands), "586.25", 586.25, 0)]
    [InlineData(nameof(NumberStyle.CommaThousands), "1e3", 1000, 0)]
    [InlineData(nameof(NumberStyle.SpaceThousandsCommaDecimal), "1 234,5", 1234.5, 1)]
    [InlineData(nameof(NumberStyle.SpaceThousandsCommaDecimal), "1\u00A0234", 1234, 1)]
    [InlineData(nameof(NumberStyle.PointThousandsCommaDecimal), "1.234,5", 1234.5, 1)]
    public void Separators_are_taken_out_where_declared_and_counted(string style, string cell, double expected, int noted)
    {
        var notes = new ImportNotes();
        Read(cell, row => row.Real("x"), new() { Numbers = Enum.Parse<NumberStyle>(style) }, notes).ShouldBe(expected);
        notes.CountsByReason.Values.Sum().ShouldBe(noted);
    }

    [Theory]
    [InlineData(nameof(NumberStyle.CommaThousands), "3,58")]
    [InlineData(nameof(NumberStyle.CommaThousands), ",586")]
    [InlineData(nameof(NumberStyle.CommaThousands), "1234,567")]
    [InlineData(nameof(NumberStyle.SpaceThousandsCommaDecimal), "1 23,5")]
    [InlineData(nameof(NumberStyle.SpaceThousandsCommaDecimal), "1.5")]
    [InlineData(nameof(NumberStyle.PointThousandsCommaDecimal), "1.5")]
    public void A_number_that_the_declared_style_does_not_fit_is_refused(string style, string cell) =>
        Should.Throw<ImportException>(() => Read(cell, row => row.Real("x"), new() { Numbers = Enum.Parse<NumberStyle>(style) })).Line.ShouldBe(2);

    [Theory]
    [InlineData("2025-02-24")]
    [InlineData("2025-02-24T00:00:00Z")]
    [InlineData("2025-02-24 13:45:00")]
    public void Days_with_and_without_a_time(string cell) => Read(cell, row => row.Day("x")).ShouldBe(new DateOnly(2025, 2, 24));

    [Fact]
    public void A_declared_format_of_days_is_read_and_others_are_refused()
    {
        Read("24/02/2025", row => row.Day("x"), new() { DayFormats = ["dd/MM/yyyy"] }).ShouldBe(new DateOnly(2025, 2, 24));
        Should.Throw<ImportException>(() => Read("24/02/2025", row => row.Day("x"))).Message.ShouldContain("'24/02/2025' is not a day");
        Should.Throw<ImportException>(() => Read("2025-02-30", row => row.Day("x"))).Column.ShouldBe(2);
        Read("NA", row => row.DayOrNull("x")).ShouldBeNull();
    }

    [Fact]
    public void Flags()
    {
        Read("1", row => row.Flag("x")).ShouldBeTrue();
        Read("FALSE", row => row.Flag("x")).ShouldBeFalse();
        Read("", row => row.FlagOrNull("x")).ShouldBeNull();
        Should.Throw<ImportException>(() => Read("2", row => row.FlagOrNull("x"))).Message.ShouldContain("'2' is neither 0 nor 1");
    }

    [Fact]
    public void Namibia_is_text_but_missing_where_text_may_be_missing()
    {
        Read("NA", row => row.Text("x")).ShouldBe("NA");
        Read("NA", row => row.TextOrNull("x")).ShouldBeNull();
        Should.Throw<ImportException>(() => Read("", row => row.Text("x"))).Message.ShouldContain("is empty");
    }

    [Fact]
    public void The_same_row_twice_is_dropped_and_counted_and_a_contradiction_names_both_lines()
    {
        var notes = new ImportNotes();
        var guard = new DuplicateGuard<int, int>(notes, "vote", key => $"state {key}");
        using var table = CsvTable.FromStream(new MemoryStream("state,vote\n2,1\n2,1\n3,1\n2,3\n"u8.ToArray()), "t.csv");
        var kept = new List<int>();
        var error = Should.Throw<ImportException>(() =>
        {
            foreach (var row in table.Rows())
            {
                if (guard.IsNew(row, row.Integer("state"), row.Integer("vote"))) kept.Add(row.Line);
            }
        });
        kept.ShouldBe([2, 4]);
        notes.ToImmutable().ShouldHaveSingleItem().Line.ShouldBe(3);
        (error.Line, error.Column).ShouldBe((5, 2));
        error.Message.ShouldContain("state 2 is '3' here but '1' in line 2");
    }

    [Fact]
    public void Recurring_notes_become_one_with_the_number_of_rows()
    {
        var notes = new ImportNotes();
        using var table = CsvTable.FromStream(new MemoryStream("c\nXYZ\nXYZ\nABC\n"u8.ToArray()), "t.csv");
        foreach (var row in table.Rows()) notes.Tally(row, "unknown code", row.Text("c"));
        notes.ToImmutable().ShouldBe([new ImportNote("t.csv", 2, "unknown code", "XYZ (2 rows)"), new ImportNote("t.csv", 4, "unknown code", "ABC")]);
        notes.CountsByReason["unknown code"].ShouldBe(3);
    }
}
