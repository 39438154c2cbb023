using Apache.Arrow;
using Apache.Arrow.Ipc;
using Entente.World.Store;

namespace Entente.World.Tests.Store;

public sealed class ArrowAndCsvTests
{
    [Theory]
    [InlineData("rows.arrow")]
    [InlineData("rows.FEATHER")]
    public void An_arrow_file_reads_back_over_several_batches_with_missing_cells_null(string name)
    {
        const int Rows = 70_000; // more than one batch of 65,536
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, name);
        var doubles = Enumerable.Range(0, Rows).Select(i => i % 5 == 0 ? double.NaN : i / 7.0).ToArray();
        ColumnFile.Write(path, [
            FileColumn.Integers("n", [.. Enumerable.Range(0, Rows)]), FileColumn.Doubles("d", doubles), FileColumn.Reals("x", [.. doubles.Select(value => (float)value)]),
            FileColumn.Texts("t", ["Türkiye", null, "=kept"], [.. Enumerable.Range(0, Rows).Select(i => i % 3)]),
        ]).ShouldBe(new FileInfo(path).Length);
        using var stream = File.OpenRead(path);
        using var reader = new ArrowFileReader(stream);
        var row = 0;
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            batch.Schema.FieldsList.Select(field => field.Name).ShouldBe(["n", "d", "x", "t"]);
            var (n, d, x, t) = ((Int32Array)batch.Column(0), (DoubleArray)batch.Column(1), (FloatArray)batch.Column(2), (StringArray)batch.Column(3));
            for (var i = 0; i < batch.Length; i++, row++)
            {
                if (n.GetValue(i) != row || d.GetValue(i) is null != double.IsNaN(doubles[row]) || (d.GetValue(i) ?? 0) != (double.IsNaN(doubles[row]) ? 0 : doubles[row]) || x.GetValue(i) is null != double.IsNaN(doubles[row])) Assert.Fail($"row {row}");
                if (t.GetString(i) != (row % 3 == 0 ? "Türkiye" : row % 3 == 1 ? null : "=kept")) Assert.Fail($"text of row {row}");
            }
        }

        row.ShouldBe(Rows);
        Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("a=b", "a=b")]
    [InlineData("Korea, South", "\"Korea, South\"")]
    [InlineData("", "")]
    public void A_text_that_a_spreadsheet_would_run_is_made_harmless(string text, string cell) => CsvCell.Text(text).ShouldBe(cell);

    [Fact]
    public void Texts_of_a_csv_file_are_harmless_and_its_numbers_untouched()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "x.csv");
        ColumnFile.Write(path, [FileColumn.Texts("t", ["=cmd|' /C calc'!A0", "plain"], [0, 1]), FileColumn.Integers("n", [-3, 4])]);
        File.ReadAllLines(path).ShouldBe(["t,n", "'=cmd|' /C calc'!A0,-3", "plain,4"]);
    }
}
