using Entente.World.Store;

namespace Entente.World.Tests.Store;

public class BlockFileTests
{
    private static FileColumn[] Columns(int rows) =>
    [
        FileColumn.Integers("draw", [.. Enumerable.Range(0, rows)]),
        FileColumn.Doubles("a.b", [.. Enumerable.Range(0, rows).Select(i => i % 5 == 0 ? double.NaN : i % 3 == 0 ? -0.0 : Math.Sqrt(i))]),
        FileColumn.Reals("s", [.. Enumerable.Range(0, rows).Select(i => i % 7 == 0 ? float.NaN : i / 3f)]),
    ];

    [Fact]
    public void The_same_cells_give_the_same_bytes_and_the_hash_that_is_returned()
    {
        using var folder = new TempFolder();
        var (one, two) = (Path.Combine(folder.Path, "one.parquet"), Path.Combine(folder.Path, "two [2].parquet"));
        var seen = "";
        var hash = BlockFile.Write(one, Columns(5000), value =>
        {
            seen = value;
            File.Exists(one).ShouldBeFalse();
        });
        seen.ShouldBe(hash);
        BlockFile.Hash(one).ShouldBe(hash);
        BlockFile.Write(two, Columns(5000)).ShouldBe(hash);
        Directory.GetFiles(folder.Path).Length.ShouldBe(2);
        BlockFile.Read(two, [FileColumn.Integers("draw", new int[5000])]).ShouldBe(5000);
    }

    [Fact]
    public void Cells_come_back_to_the_last_bit_from_a_place_on()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "block.parquet");
        const int Rows = 4096;
        double[] doubles = [.. Enumerable.Range(0, Rows).Select(i => (i % 4) switch { 0 => -0.0, 1 => 0.0, 2 => double.NaN, _ => double.Epsilon * i })];
        BlockFile.Write(path, [FileColumn.Doubles("d", doubles)]);
        var back = new double[Rows + 10];
        BlockFile.Read(path, [FileColumn.Doubles("d", back)], first: 10).ShouldBe(Rows);
        back[..10].ShouldAllBe(value => value == 0);
        back[10..].Select(BitConverter.DoubleToInt64Bits).ShouldBe(doubles.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void What_cannot_be_read_or_written_is_refused_and_leaves_nothing()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "block.parquet");
        BlockFile.Write(path, Columns(100));
        Should.Throw<InvalidInputException>(() => BlockFile.Read(path, [FileColumn.Integers("none", new int[100])])).Message.ShouldContain("damaged or of another version");
        Should.Throw<InvalidInputException>(() => BlockFile.Read(path, [FileColumn.Integers("s", new int[100])])).Message.ShouldContain("cannot be read");
        Should.Throw<InvalidInputException>(() => BlockFile.Read(path, [FileColumn.Integers("draw", new int[99])])).Message.ShouldContain("more than were asked for");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..200]);
        Should.Throw<InvalidInputException>(() => BlockFile.Read(path, [FileColumn.Integers("draw", new int[100])])).Message.ShouldContain("cannot be read");
        Should.Throw<InvalidInputException>(() => BlockFile.Write(Path.Combine(folder.Path, "no", "block.parquet"), Columns(3))).Message.ShouldContain("cannot be written");
        Should.Throw<ArgumentException>(() => BlockFile.Write(path, [FileColumn.Integers("a", [1]), FileColumn.Integers("b", [1, 2])]));
        Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
    }
}
