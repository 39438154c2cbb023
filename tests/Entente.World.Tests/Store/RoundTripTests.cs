using CsCheck;
using Entente.World.Sources;
using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World.Tests.Store;

public class RoundTripTests
{
    [Fact]
    public void Every_column_type_comes_back_with_missing_cells_and_any_script()
    {
        using var folder = new TempFolder();
        object?[][] rollCalls =
        [
            SmallWorld.RollCall(0, "a'b\"c", new DateOnly(1, 1, 1), "A/1", null, true, "Åland, Türkiye, 中国, 🌍 and\na new line"),
            SmallWorld.RollCall(1, "b", new DateOnly(9999, 12, 31), "", "", false, ""),
            SmallWorld.RollCall(2, "c", new DateOnly(1969, 12, 31), "A/3", "9", null),
        ];
        object?[][] missing = [[2023, -275, 710, double.MaxValue, 2020], [2023, 2, 710, -0.1 + 0.3, int.MaxValue], [2023, 365, 710, double.Epsilon, int.MinValue]];
        object?[][] capabilities = [[2, 2022, 1.5, null, 1e300, 0.0, -12.25, null, 1.0 / 3]];
        SnapshotWriter.Write(
            [SmallWorld.Import("unga-votes", SmallWorld.Table(StoreSchema.RollCalls, rollCalls), SmallWorld.Table(StoreSchema.TradeMissing, missing), SmallWorld.Table(StoreSchema.Capabilities, capabilities))],
            folder["store"]);

        using var reader = StoreReader.Open(folder["store"]);
        Same(reader.Read(StoreSchema.RollCalls), rollCalls);
        Same(reader.Read(StoreSchema.TradeMissing), missing);
        Same(reader.Read(StoreSchema.Capabilities), capabilities);
    }

    [Fact]
    public void Any_doubles_come_back_to_the_last_bit_whether_they_are_decimals_or_not()
    {
        using var folder = new TempFolder();
        var run = 0;
        var scaled = Gen.Select(Gen.Long[-9_000_000_000_000, 9_000_000_000_000], Gen.Int[0, 6]).Select((whole, decimals) => whole / Math.Pow(10, decimals));
        var anything = Gen.Double.Where(double.IsFinite);
        Gen.OneOf(scaled.Array[1, 50], anything.Array[1, 50], Gen.OneOf(scaled, anything).Array[1, 50]).Sample(
            values =>
            {
                var directory = folder[$"{Interlocked.Increment(ref run)}"];
                SnapshotWriter.Write([SmallWorld.Import("baci", SmallWorld.Table(StoreSchema.Trade, [.. values.Select((value, i) => new object?[] { 2000 + i, 2, 710, value })]))], directory);
                using var reader = StoreReader.Open(directory);
                return reader.Read(StoreSchema.Trade).Rows.Select(row => (double)row[3]!).SequenceEqual(values);
            },
            iter: 30, threads: 1);
    }

    [Fact]
    public void A_table_without_rows_is_written_and_read_as_one()
    {
        using var folder = new TempFolder();
        var summary = SnapshotWriter.Write([], folder["store"]);
        summary.Manifest.Tables.Length.ShouldBe(StoreSchema.All.Length);
        using var reader = StoreReader.Open(folder["store"]);
        foreach (var schema in StoreSchema.All) reader.Read(schema).Rows.ShouldBeEmpty(schema.Name);
    }

    [Fact]
    public void Rows_come_back_in_the_order_of_their_keys()
    {
        using var folder = new TempFolder();
        SmallWorld.Write(folder["store"]);
        using var reader = StoreReader.Open(folder["store"]);
        reader.Read(StoreSchema.States).Rows.Select(row => (int)row[0]!).ShouldBe([-275, 2, 365, 710]);
        reader.Read(StoreSchema.Trade).Rows.Select(row => ((int)row[0]!, (int)row[1]!)).ShouldBe([(2019, 2), (2020, 365), (2020, 710), (2023, 2), (2023, 365)]);
        reader.Read(StoreSchema.Prices).Rows.Select(row => (string)row[1]!).ShouldBe(["2024-01", "2024-02"]);
    }

    [Fact]
    public void A_large_table_is_split_into_parts_that_read_as_one()
    {
        using var folder = new TempFolder();
        var table = SmallWorld.Table(StoreSchema.Trade, [.. Enumerable.Range(0, 20_000).Select(i => new object?[] { 2000 + (i / 1000), 2, i, Math.Sqrt(i) })]);
        var summary = SnapshotWriter.Write([SmallWorld.Import("baci", table)], folder["store"], new SnapshotOptions { MaximumFileBytes = 40_000 });

        var stored = summary.Manifest.Find("trade")!;
        stored.Files.Length.ShouldBeGreaterThan(2);
        stored.Files.ShouldAllBe(file => file.Bytes <= 40_000);
        stored.Files[1].Name.ShouldBe("trade.2.parquet");
        stored.Files.Sum(file => file.Rows).ShouldBe(20_000);
        using var reader = StoreReader.Open(folder["store"]);
        Same(reader.Read(StoreSchema.Trade), [.. table.Rows]);
    }

    [Fact]
    public void A_folder_whose_name_holds_patterns_and_quotes_is_read_as_written()
    {
        using var folder = new TempFolder();
        var directory = SmallWorld.Write(folder["it's [a] st*re"]);
        using var reader = StoreReader.Open(directory);
        reader.Read(StoreSchema.States).Rows.Count.ShouldBe(4);
    }

    [Fact]
    public void The_same_rows_in_any_order_give_the_same_bytes()
    {
        using var folder = new TempFolder();
        var first = SmallWorld.Contents(SmallWorld.Write(folder["first"]));
        SmallWorld.Contents(SmallWorld.Write(folder["second"])).ShouldBe(first);

        var shuffled = SmallWorld.Results().AsEnumerable().Reverse()
            .Select(result => result with { Tables = [.. result.Tables.Reverse().Select(table => SmallWorld.Table(table.Schema, [.. table.Rows.Reverse()]))] });
        SnapshotWriter.Write([.. shuffled], folder["third"]);
        SmallWorld.Contents(folder["third"]).ShouldBe(first);
    }

    [Fact]
    public void The_manifest_names_sources_inputs_and_counted_notes_and_no_place_or_time()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["votes.csv"], "abc");
        var import = SmallWorld.Results()[1] with
        {
            Notes = [new ImportNote(folder["votes.csv"], 9, "unknown state", "Atlantis"), new ImportNote(folder["votes.csv"], 4, "unknown state", "Mu"), new ImportNote(folder["votes.csv"], 5, "no date", "")],
        };
        SnapshotWriter.Write([import], folder["store"], new SnapshotOptions { Inputs = System.Collections.Immutable.ImmutableDictionary<string, System.Collections.Immutable.ImmutableArray<SourceInput>>.Empty.Add("unga-votes", [SnapshotWriter.Describe(folder["votes.csv"])]) });

        using var reader = StoreReader.Open(folder["store"]);
        var source = reader.Manifest.Sources.ShouldHaveSingleItem();
        source.Key.ShouldBe("unga-votes");
        source.Inputs.ShouldHaveSingleItem().ShouldBe(new SourceInput("votes.csv", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        source.Notes.ShouldBe([new NoteCount("votes.csv", "no date", 1, 5, ""), new NoteCount("votes.csv", "unknown state", 2, 4, "Mu")]);
        source.Tables.ShouldBe([new TableShare("roll_calls", 3), new TableShare("votes", 6)]);
        var text = File.ReadAllText(Path.Combine(folder["store"], "manifest.json"));
        text.ShouldNotContain(folder.Path);
        text.ShouldNotContain("\r");
    }

    private static void Same(TableData read, object?[][] written)
    {
        read.Rows.Count.ShouldBe(written.Length);
        var order = new RowOrder(read.Schema);
        object?[][] sorted = [.. written.Order(order)];
        for (var i = 0; i < sorted.Length; i++) read.Rows[i].ShouldBe(sorted[i]);
    }
}
