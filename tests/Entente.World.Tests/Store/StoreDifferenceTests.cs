using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World.Tests.Store;

public sealed class StoreDifferenceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public StoreDifferenceTests() => SmallWorld.Write(_folder["base"]);

    public void Dispose() => _folder.Dispose();

    private StoreDifference After(string source, ImportMode mode, params TableData[] tables) =>
        StoreDifference.Between(_folder["base"], StoreEditor.Apply(_folder["base"], SmallWorld.Import(source, tables), mode, _folder["user"], [new SourceInput("new.csv", 1, new string('a', 64))]).Edition);

    [Fact]
    public void An_edition_does_not_differ_from_itself()
    {
        var difference = StoreDifference.Between(_folder["base"], _folder["base"]);
        difference.IsSame.ShouldBeTrue();
        difference.Sources.ShouldBeEmpty();
        difference.Tables.Length.ShouldBe(StoreSchema.All.Length);
    }

    [Fact]
    public void Rows_are_counted_as_added_changed_and_removed()
    {
        var difference = After("baci", ImportMode.Replace, SmallWorld.Table(StoreSchema.Trade, [2020, 365, 710, 111.0], [2024, 2, 710, 9.0]));
        difference.Tables.Single(table => !table.IsSame).ShouldBe(new TableDifference("trade", 5, 5, Added: 1, Removed: 1, Changed: 1, "2019 to 2023", "2019 to 2024"));
        difference.Sources.Single().Source.ShouldBe("baci");
        difference.Sources.Single().Added.Single().Name.ShouldBe("new.csv");
    }

    [Fact]
    public void Roll_calls_whose_numbers_shift_are_the_same_roll_calls()
    {
        var difference = After(
            "unga-votes", ImportMode.Merge,
            SmallWorld.Table(StoreSchema.RollCalls, SmallWorld.RollCall(0, "U3", new DateOnly(1949, 5, 5), "A/0", "79", null)), SmallWorld.Table(StoreSchema.Votes, [0, 365, 1], [0, 2, 3]));
        difference.Tables.Single(table => table.Table == "roll_calls").ShouldSatisfyAllConditions(table => table.Added.ShouldBe(1), table => table.Changed.ShouldBe(0), table => table.Removed.ShouldBe(0));
        difference.Tables.Single(table => table.Table == "votes").ShouldSatisfyAllConditions(table => table.Added.ShouldBe(2), table => table.Changed.ShouldBe(0), table => table.Removed.ShouldBe(0));
    }

    [Fact]
    public void Missing_cells_are_equal_to_each_other_and_to_nothing_else()
    {
        var difference = After("cow-nmc", ImportMode.Merge, SmallWorld.Table(StoreSchema.Capabilities, [2, 2021, 5.0, null, null, null, null, null, .125]));
        difference.Tables.Single(table => !table.IsSame).ShouldSatisfyAllConditions(table => table.Changed.ShouldBe(1), table => table.Added.ShouldBe(0));
    }

    [Fact]
    public void A_folder_that_is_no_edition_is_refused() => Should.Throw<InvalidInputException>(() => StoreDifference.Between(_folder["base"], _folder.Path));
}
