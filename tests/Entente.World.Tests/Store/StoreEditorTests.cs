using Entente.World.Sources;
using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World.Tests.Store;

public sealed class StoreEditorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Base => _folder["base"];

    private string User => _folder["user"];

    public StoreEditorTests() => SmallWorld.Write(Base);

    public void Dispose() => _folder.Dispose();

    private static TableChange Change(StoreChange change, string table) => change.Tables.Single(found => found.Table == table);

    [Fact]
    public void New_rows_replace_rows_with_the_same_key_and_the_result_counts_them()
    {
        var change = StoreEditor.Apply(Base, SmallWorld.Import("baci", SmallWorld.Table(
            StoreSchema.Trade, [2020, 365, 710, 111.0], [2020, 710, 365, 200.25], [2022, 2, 710, 5.0])), ImportMode.Merge, User);
        Change(change, "trade").ShouldBe(new TableChange("trade", Inserted: 1, Replaced: 1, Unchanged: 1, Removed: 0));

        using var world = WorldEdition.Open(StoreLocator.Locate(User));
        world.Directory.ShouldBe(change.Edition);
        world.Trade(2020).Value(365, 710).ShouldBe(111);
        world.TradeYears.ShouldBe([2019, 2020, 2022, 2023]);
        world.Votes.RollCalls.Length.ShouldBe(3);
    }

    [Fact]
    public void Replacing_removes_what_a_new_edition_of_the_year_no_longer_has()
    {
        var change = StoreEditor.Apply(Base, SmallWorld.Import("baci", SmallWorld.Table(StoreSchema.Trade, [2020, 365, 710, 111.0])), ImportMode.Replace, User);
        Change(change, "trade").ShouldBe(new TableChange("trade", Inserted: 0, Replaced: 1, Unchanged: 0, Removed: 1));
        using var world = WorldEdition.Open(change.Edition);
        world.Trade(2020).Value(710, 365).ShouldBe(0);
        world.Trade(2019).Value(2, 710).ShouldBe(7);
    }

    [Fact]
    public void A_pair_that_gets_a_value_is_no_longer_missing()
    {
        var change = StoreEditor.Apply(Base, SmallWorld.Import("baci", SmallWorld.Table(StoreSchema.Trade, [2023, 710, 365, 222.0])), ImportMode.Merge, User);
        Change(change, "trade_missing").Removed.ShouldBe(1);
        using var world = WorldEdition.Open(change.Edition);
        world.Trade(2023).Value(710, 365).ShouldBe(222);
        world.Trade(2023).LastYear.ShouldBe(0);
    }

    [Fact]
    public void Roll_calls_are_matched_by_record_then_by_day_and_symbol_and_numbered_by_date()
    {
        var change = StoreEditor.Apply(Base, SmallWorld.Import("unga-votes",
            SmallWorld.Table(
                StoreSchema.RollCalls,
                SmallWorld.RollCall(0, "U1", new DateOnly(2025, 2, 25), "A/RES/79/1 (corrected)", "77", null, "Peace"), // by record, though day and symbol differ
                SmallWorld.RollCall(1, "U2", new DateOnly(2025, 3, 1), "A/RES/79/9", "78", null), // by day and symbol; brings the record number
                SmallWorld.RollCall(2, "U3", new DateOnly(1949, 5, 5), "A/0", "79", null)), // new, and earlier than all
            SmallWorld.Table(StoreSchema.Votes, [0, 2, 1], [1, 710, 1], [1, 2, 2], [2, 365, 1])), ImportMode.Merge, User);
        Change(change, "roll_calls").ShouldBe(new TableChange("roll_calls", Inserted: 1, Replaced: 2, Unchanged: 0, Removed: 0));
        Change(change, "votes").ShouldBe(new TableChange("votes", Inserted: 2, Replaced: 1, Unchanged: 1, Removed: 0));

        using var world = WorldEdition.Open(change.Edition);
        var votes = world.Votes;
        votes.RollCalls.Select(rollCall => (rollCall.Number, rollCall.VoteId, rollCall.Title)).ShouldBe([(0, "U3", null), (1, "R1", null), (2, "R2", "Peace"), (3, "R3", null)]);
        votes.RollCalls[1].Issues.HasFlag(World.Votes.VoteIssues.MiddleEast).ShouldBeTrue();
        votes.Of(2).ToArray().ShouldBe([0, 1, 1, 2]);
        votes.Of(365).ToArray().ShouldBe([1, 3, 3, 0]);
        votes.Of(710).ToArray().ShouldBe([0, 0, 2, 1]);
    }

    [Fact]
    public void Importing_the_same_votes_again_changes_nothing()
    {
        var first = StoreEditor.Apply(Base, SmallWorld.Results()[1], ImportMode.Merge, User);
        first.Tables.ShouldAllBe(change => change.Inserted == 0 && change.Replaced == 0 && change.Removed == 0);
        var contents = SmallWorld.Contents(first.Edition);
        foreach (var table in first.Manifest.Tables.Where(table => table.Rows > 0)) contents[table.Files[0].Name].ShouldBe(SmallWorld.Contents(Base)[table.Files[0].Name]);
    }

    [Fact]
    public void Two_votes_of_a_day_on_one_symbol_are_told_apart_by_their_counts()
    {
        object?[] Paragraph(int number, string id, int yes)
        {
            var row = SmallWorld.RollCall(number, id, new DateOnly(2025, 4, 1), "A/C.1/79/L.7", null, null);
            row[7] = yes;
            return row;
        }

        var two = StoreEditor.Apply(Base, SmallWorld.Import("unga-votes", SmallWorld.Table(StoreSchema.RollCalls, Paragraph(0, "P1", 100), Paragraph(1, "P2", 120))), ImportMode.Merge, User);
        Change(two, "roll_calls").Inserted.ShouldBe(2);
        var again = StoreEditor.Apply(
            two.Edition, SmallWorld.Import("unga-votes", SmallWorld.Table(StoreSchema.RollCalls, Paragraph(0, "X", 120)), SmallWorld.Table(StoreSchema.Votes, [0, 2, 3])), ImportMode.Merge, User);
        Change(again, "roll_calls").Inserted.ShouldBe(0);
        using var world = WorldEdition.Open(again.Edition);
        world.Votes.RollCalls[4].VoteId.ShouldBe("P2");
        world.Votes.Of(2)[4].ShouldBe((byte)3);
    }

    [Fact]
    public void A_failing_import_leaves_the_users_store_and_the_base_as_they_were()
    {
        var first = StoreEditor.Apply(Base, SmallWorld.Import("baci", SmallWorld.Table(StoreSchema.Trade, [2022, 2, 710, 5.0])), ImportMode.Merge, User);
        var (baseBefore, userBefore) = (SmallWorld.Contents(Base), SmallWorld.Contents(first.Edition));
        var orphan = SmallWorld.Import("baci", SmallWorld.Table(StoreSchema.Trade, [2022, 999, 710, 5.0]));
        Should.Throw<InvalidInputException>(() => StoreEditor.Apply(first.Edition, orphan, ImportMode.Merge, User)).Message.ShouldContain("trade.exporter 999");
        Should.Throw<InvalidInputException>(() => StoreEditor.Apply(first.Edition, SmallWorld.Import("unga-votes", SmallWorld.Table(StoreSchema.Votes, [0, 2, 1])), ImportMode.Merge, User));
        Should.Throw<IOException>(() => StoreEditor.Apply(first.Edition, SmallWorld.Results()[2], ImportMode.Merge, User, progress: new AtEachStep(_ => throw new IOException())));
        using var cancel = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => StoreEditor.Apply(
            first.Edition, SmallWorld.Results()[2], ImportMode.Merge, User, progress: new AtEachStep(_ => cancel.Cancel()), cancellation: cancel.Token));

        SmallWorld.Contents(Base).ShouldBe(baseBefore);
        SmallWorld.Contents(first.Edition).ShouldBe(userBefore);
        StoreLocator.Locate(User).ShouldBe(first.Edition);
        Directory.GetFileSystemEntries(_folder["user/editions"]).ShouldBe([first.Edition]);
    }

    [Fact]
    public void The_last_three_editions_are_kept()
    {
        var current = Base;
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            current = StoreEditor.Apply(current, SmallWorld.Import("baci", SmallWorld.Table(StoreSchema.Trade, [2022, 2, 710, (double)i])), ImportMode.Merge, User).Edition;
            made.Add(current);
        }

        Directory.GetDirectories(_folder["user/editions"]).ShouldBe(made[2..], ignoreOrder: true);
        File.ReadAllLines(_folder["user/CURRENT"]).ShouldBe([.. made[2..].AsEnumerable().Reverse().Select(edition => Path.GetFileName(edition)!)]);
    }

    [Fact]
    public void The_manifest_remembers_what_was_imported()
    {
        var import = SmallWorld.Import("baci", SmallWorld.Table(StoreSchema.Trade, [2022, 2, 710, 5.0])) with { Notes = [new ImportNote("b.csv", 3, "unknown economy", "XYZ")] };
        var change = StoreEditor.Apply(Base, import, ImportMode.Merge, User, [new SourceInput("b.csv", 9, new string('a', 64))]);
        var source = change.Manifest.Sources.Single(found => found.Key == "baci");
        source.Inputs.ShouldHaveSingleItem().Name.ShouldBe("b.csv");
        source.Tables.ShouldBe([new TableShare("trade", 6)]);
        source.Notes.ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public void A_damaged_base_is_refused()
    {
        File.AppendAllText(Path.Combine(Base, "prices.parquet"), "x");
        Should.Throw<InvalidInputException>(() => StoreEditor.Apply(Base, SmallWorld.Results()[2], ImportMode.Merge, User)).Message.ShouldContain("prices.parquet");
        File.Exists(_folder["user/CURRENT"]).ShouldBeFalse();
    }
}
