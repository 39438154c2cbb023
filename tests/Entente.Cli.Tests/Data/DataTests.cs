using Entente.Tests;

namespace Entente.Cli.Tests.Data;

public sealed class DataTests
{
    private static string Snapshot => Path.Combine(Shared.Repository, "data", "snapshot");

    private static string Copy(TempFolder folder)
    {
        var copy = Directory.CreateDirectory(folder.In("snapshot")).FullName;
        foreach (var file in Directory.GetFiles(Snapshot)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    [Fact]
    public void The_list_names_every_source_with_its_publisher()
    {
        var call = Call.Of("data", "list");
        call.Code.ShouldBe(0, call.Error);
        foreach (var word in new[] { "unga-votes", "baci", "CEPII", "atop", "worldbank-gdp" }) call.Out.ShouldContain(word);
    }

    [Fact]
    public void The_list_as_json_has_licence_and_hashes()
    {
        var answer = Call.Of("data", "list", "--json").Json();
        foreach (var source in answer.GetProperty("sources").EnumerateArray()) source.GetProperty("licence").GetString().ShouldNotBeNullOrEmpty();
        answer.GetProperty("tables").EnumerateArray().First().GetProperty("files")[0].GetProperty("sha256").GetString()!.Length.ShouldBe(64);
    }

    [Fact]
    public void The_list_of_tables_counts_rows() => Call.Of("data", "list", "--tables").Out.ShouldContain("889,274");

    [Fact]
    public void The_shipped_store_is_intact_and_the_named_facts_hold()
    {
        var call = Call.Of("data", "verify");
        call.Code.ShouldBe(0, call.Out);
        call.Out.ShouldContain("The store is intact");
        call.Out.ShouldContain("A/RES/ES-11/7");
        call.Out.ShouldContain("93-18-65");
    }

    [Fact]
    public void A_flipped_byte_is_found_by_verify_and_stops_a_question()
    {
        using var folder = new TempFolder();
        var copy = Copy(folder);
        var file = Directory.GetFiles(copy, "roll_calls*.parquet")[0];
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        var verify = Call.Of("data", "verify", "--store", copy);
        verify.Code.ShouldBe(1);
        verify.Out.ShouldContain("failed");
        verify.Out.ShouldContain("roll_calls");
        Call.Of("align", "RUS", "CHN", "--store", copy).Refused(2).ShouldContain("roll_calls");
    }

    [Fact]
    public void A_missing_file_is_found_by_verify_and_stops_a_question()
    {
        using var folder = new TempFolder();
        var copy = Copy(folder);
        foreach (var file in Directory.GetFiles(copy, "states*.parquet")) File.Delete(file);
        Call.Of("data", "verify", "--store", copy).Code.ShouldBe(1);
        Call.Of("state", "RUS", "--store", copy).Refused(2).ShouldContain("states");
    }

    [Fact]
    public void A_folder_without_the_publishers_files_is_refused_and_what_stood_there_stays()
    {
        using var folder = new TempFolder();
        var copy = Copy(folder);
        var before = Directory.GetFiles(copy).Length;
        Call.Of("data", "build", "--from", folder.Path, "--out", copy).Refused(2);
        Directory.GetFiles(copy).Length.ShouldBe(before);
    }

    [Fact]
    public void An_interrupted_build_leaves_the_store_as_it_was()
    {
        var from = Shared.Path("data");
        using var folder = new TempFolder();
        var copy = Copy(folder);
        var before = Directory.GetFiles(copy).Order().Select(file => (file, File.GetLastWriteTimeUtc(file))).ToList();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        Call.Of(stop.Token, "data", "build", "--from", from, "--out", copy).Code.ShouldBe(130);
        Directory.GetFiles(copy).Order().Select(file => (file, File.GetLastWriteTimeUtc(file))).ShouldBe(before);
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([copy]);
    }

    [Fact]
    public void A_file_with_a_bad_row_is_refused_with_its_place_and_nothing_is_imported()
    {
        using var folder = new TempFolder();
        var file = folder.File("baci.csv", "t,i,j,k,v,q\n2022,643,156,010121,12.5,1\n2022,643,156,010129,many,1\n");
        var call = Call.Of("data", "import", file, "--as", "baci", "--into", folder.In("mine"));
        call.Code.ShouldBe(2, call.Error);
        call.Out.ShouldBeEmpty();
        call.Error.ShouldContain("baci.csv, line 3, column 5 (v)");
        Directory.Exists(Path.Combine(folder.In("mine"), "editions", "next")).ShouldBeFalse();
        File.Exists(Path.Combine(folder.In("mine"), "CURRENT")).ShouldBeFalse();
    }

    [Fact]
    public void An_import_makes_a_new_edition_in_the_users_store()
    {
        using var folder = new TempFolder();
        var file = folder.File("customs.csv", "year,iso3,flow,value_kusd,publisher,document\n2021,RUS,export,492300000,nobody,made up for a test\n");
        var call = Call.Of("data", "import", file, "--into", folder.In("mine"), "--json");
        call.Code.ShouldBe(0, call.Error);
        call.Json().GetProperty("tables").EnumerateArray().Single().GetProperty("inserted").GetInt32().ShouldBe(1);
        Call.Of("state", "RUS", "--store", folder.In("mine")).Code.ShouldBe(0);
    }
}
