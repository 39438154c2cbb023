using Entente.World.Store;

namespace Entente.World.Tests.Store;

public class ColumnFileTests
{
    [Theory]
    [InlineData("rows.parquet", "read_parquet")]
    [InlineData("rows.csv", "read_csv")]
    public void What_is_written_reads_back_over_several_blocks_with_missing_cells_missing(string name, string reader)
    {
        const int Rows = 5000; // more than two blocks of 2,048
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, name);
        var numbers = Enumerable.Range(-100, Rows).ToArray();
        var reals = Enumerable.Range(0, Rows).Select(i => i % 7 == 0 ? float.NaN : i / 3f).ToArray();
        var words = Enumerable.Range(0, Rows).Select(i => i % 3).ToArray();
        ColumnFile.Write(path, [FileColumn.Integers("n", numbers), FileColumn.Reals("x", reals), FileColumn.Texts("t", ["Côte d'Ivoire, the long name", null, "b"], words)]).ShouldBe(new FileInfo(path).Length);
        using var database = DuckDatabase.Open(threads: 1);
        var back = database.Query($"SELECT n::INTEGER, x::DOUBLE, t FROM {reader}({DuckDatabase.Literal(path)})");
        back.Rows.ShouldBe(Rows);
        for (var i = 0; i < Rows; i++)
        {
            back.Integers(0)[i].ShouldBe(numbers[i]);
            back.IsMissing(1, i).ShouldBe(float.IsNaN(reals[i]));
            if (!float.IsNaN(reals[i])) ((float)back.Reals(1)[i]).ShouldBe(reals[i]);
            back.Texts(2)[i].ShouldBe(words[i] switch { 0 => "Côte d'Ivoire, the long name", 1 => null, _ => "b" });
        }
    }

    [Fact]
    public void Stopped_work_leaves_the_older_file_and_nothing_beside_it()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "rows.csv");
        File.WriteAllText(path, "old");
        Should.Throw<OperationCanceledException>(() => ColumnFile.Write(path, [FileColumn.Integers("n", [1, 2])], new CancellationToken(canceled: true)));
        File.ReadAllText(path).ShouldBe("old");
        Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_place_that_cannot_be_written_and_an_ending_that_says_nothing_are_refused()
    {
        using var folder = new TempFolder();
        Should.Throw<InvalidInputException>(() => ColumnFile.Check(Path.Combine(folder.Path, "no", "x.csv"))).Message.ShouldContain("may write to");
        Should.Throw<InvalidInputException>(() => ColumnFile.Check(Path.Combine(folder.Path, "x.txt"))).Message.ShouldContain(".parquet, .arrow or .csv");
        Directory.CreateDirectory(Path.Combine(folder.Path, "d.csv"));
        Should.Throw<InvalidInputException>(() => ColumnFile.Check(Path.Combine(folder.Path, "d.csv"))).Message.ShouldContain("is a folder");
        Should.Throw<ArgumentException>(() => ColumnFile.Write(Path.Combine(folder.Path, "x.csv"), [FileColumn.Integers("n", [1]), FileColumn.Integers("m", [1, 2])]));
        ColumnFile.Check(Path.Combine(folder.Path, "x.csv"));
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }
}
