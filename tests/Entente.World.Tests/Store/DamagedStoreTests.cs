using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World.Tests.Store;

public class DamagedStoreTests
{
    [Fact]
    public void A_flipped_byte_is_told_in_one_sentence_that_names_the_file_and_the_way_out()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(SmallWorld.Write(folder["store"]), "trade.parquet");
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);

        using var world = WorldEdition.Open(folder["store"]);
        world.Votes.Members.ShouldBe([2, 365, 710]); // other tables still answer
        var error = Should.Throw<InvalidInputException>(() => world.Trade(2020));
        error.ExitCode.ShouldBe(2);
        error.Message.ShouldContain(file);
        error.Message.ShouldContain("git checkout");
        error.Message.ShouldContain("entente data build");
        OneSentence(error.Message);

        var check = StoreVerification.Verify(folder["store"]);
        check.Passed.ShouldBeFalse();
        check.Checks.Where(found => found.Outcome == CheckOutcome.Failed).ShouldHaveSingleItem().Subject.ShouldBe("files of trade");
    }

    [Fact]
    public void A_missing_file_is_told_by_name()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(SmallWorld.Write(folder["store"]), "votes.parquet");
        File.Delete(file);
        using var world = WorldEdition.Open(folder["store"]);
        var error = Should.Throw<InvalidInputException>(() => world.Votes);
        error.Message.ShouldContain(file);
        error.Message.ShouldContain("missing");
        OneSentence(error.Message);
        StoreVerification.Verify(folder["store"]).Passed.ShouldBeFalse();
    }

    [Fact]
    public void A_file_of_another_length_is_damaged()
    {
        using var folder = new TempFolder();
        File.AppendAllText(Path.Combine(SmallWorld.Write(folder["store"]), "states.parquet"), "x");
        using var reader = StoreReader.Open(folder["store"]);
        Should.Throw<InvalidInputException>(() => reader.Read(StoreSchema.States)).Message.ShouldContain("damaged");
    }

    [Theory]
    [InlineData(.5)]
    [InlineData(.999)]
    [InlineData(0)]
    public void A_truncated_manifest_is_damaged(double kept)
    {
        using var folder = new TempFolder();
        var manifest = Path.Combine(SmallWorld.Write(folder["store"]), "manifest.json");
        var text = File.ReadAllText(manifest).TrimEnd();
        File.WriteAllText(manifest, text[..(int)(text.Length * kept)]);
        var error = Should.Throw<InvalidInputException>(() => StoreReader.Open(folder["store"]));
        error.Message.ShouldContain(manifest);
        OneSentence(error.Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"format\": 1}")]
    [InlineData("{\"format\": \"one\"}")]
    [InlineData("{\"format\": 1, \"tables\": 3, \"sources\": []}")]
    public void A_manifest_of_something_else_is_refused(string text)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["manifest.json"], text);
        Should.Throw<InvalidInputException>(() => StoreReader.Open(folder.Path)).Message.ShouldContain("manifest.json");
    }

    [Fact]
    public void A_newer_format_asks_for_a_rebuild()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["manifest.json"], "{\"format\": 2, \"tables\": [], \"sources\": []}");
        Should.Throw<InvalidInputException>(() => StoreReader.Open(folder.Path)).Message.ShouldContain("format 2");
    }

    [Fact]
    public void A_manifest_cannot_lead_out_of_its_folder()
    {
        using var folder = new TempFolder();
        var manifest = Path.Combine(SmallWorld.Write(folder["store"]), "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"states.parquet\"", "\"../states.parquet\"", StringComparison.Ordinal));
        Should.Throw<InvalidInputException>(() => StoreReader.Open(folder["store"])).Message.ShouldContain("outside");
    }

    [Fact]
    public void A_table_with_other_columns_belongs_to_another_version()
    {
        using var folder = new TempFolder();
        var manifest = Path.Combine(SmallWorld.Write(folder["store"]), "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"last_value real\"", "\"old_value real\"", StringComparison.Ordinal));
        using var world = WorldEdition.Open(folder["store"]);
        Should.Throw<InvalidInputException>(() => world.Trade(2023)).Message.ShouldContain("another version");
    }

    [Fact]
    public void A_foreign_or_absent_folder_is_not_a_store()
    {
        using var folder = new TempFolder();
        var foreign = Should.Throw<InvalidInputException>(() => WorldEdition.Open(folder.Path));
        foreign.Message.ShouldContain("is not a store");
        foreign.Message.ShouldContain("entente data build --from DIR");
        Should.Throw<InvalidInputException>(() => WorldEdition.Open(folder["nowhere"])).Message.ShouldContain("does not exist");
    }

    [Fact]
    public void A_sound_store_passes_every_check()
    {
        using var folder = new TempFolder();
        SmallWorld.Write(folder["store"]);
        var verified = StoreVerification.Verify(folder["store"]);
        verified.Checks.Where(check => check.Outcome == CheckOutcome.Failed).ShouldBeEmpty();
        verified.Passed.ShouldBeTrue();
    }

    [Fact]
    public void Verification_counts_votes_again_and_follows_every_reference()
    {
        using var folder = new TempFolder();
        var results = SmallWorld.Results();
        results.Add(SmallWorld.Import("baci", SmallWorld.Table(StoreSchema.Trade, [2023, 999, 2, 1.0], [2023, 710, 365, 1.0])));
        results.Add(SmallWorld.Import("unga-votes", SmallWorld.Table(
            StoreSchema.RollCalls, SmallWorld.RollCall(3, "R4", new DateOnly(2025, 3, 2), "A/RES/ES-11/7", null, null)), SmallWorld.Table(StoreSchema.Votes, [3, 2, 3], [3, 365, 3], [3, 710, 2], [7, 2, 1])));
        results.Add(SmallWorld.Import("wiod", SmallWorld.Table(StoreSchema.ExpenditureShares, [2010, "CHN", "RUS", .5])));
        SnapshotWriter.Write(results, folder["store"]);

        var failed = StoreVerification.Verify(folder["store"]).Checks.Where(check => check.Outcome == CheckOutcome.Failed).ToDictionary(check => check.Subject, check => check.Detail);
        failed.Keys.ShouldBe(["states referred to", "votes.roll_call", "A/RES/ES-11/7 = 93-18-65", "trade_missing", "expenditure_shares"], ignoreOrder: true);
        failed["states referred to"].ShouldContain("trade.exporter 999");
        failed["A/RES/ES-11/7 = 93-18-65"].ShouldContain("counted 0-2-1");
    }

    private static void OneSentence(string message)
    {
        message.ShouldEndWith(".");
        message.ShouldNotContain("\n");
        message.TrimEnd('.').Split(". ").Length.ShouldBe(1);
    }
}
