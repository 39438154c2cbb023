using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Tests;
using Entente.World.Tests.Refresh;

namespace Entente.Cli.Tests.Data;

/// <summary>Refresh, status and diff as a user calls them, with a mirror on this machine in the place of the publishers.</summary>
public sealed class DataRefreshTests : IDisposable
{
    private const string Bank = "/api.worldbank.org/v2/en/indicator/NY.GDP.MKTP.CD";

    private readonly TempFolder _folder = new();
    private readonly LocalPublisher _mirror = new();

    public void Dispose()
    {
        _mirror.Dispose();
        _folder.Dispose();
    }

    private static byte[] Gdp()
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("API_NY.GDP.MKTP.CD_DS2_en_csv_v2_1.csv").Open();
            entry.Write("\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2020\",\"2025\",\n\"China\",\"CHN\",\"x\",\"NY.GDP.MKTP.CD\",\"16000000000000\",\"19000000000000\",\n"u8);
        }

        return buffer.ToArray();
    }

    private string[] Refresh(params string[] more) => ["data", "refresh", .. more, "--into", _folder.In("mine"), "--cache", _folder.In("cache"), "--retries", "0"];

    private static string[] Hashes(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")];

    [Fact]
    public void Offline_every_source_says_what_is_held_and_nothing_changes()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        var call = Call.Of(Refresh("worldbank-gdp", "baci", "--from", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));
        call.Code.ShouldBe(1, call.Error);
        call.Out.ShouldContain("No publisher could be reached");
        call.Out.ShouldContain("your store is as it was");
        call.Out.Split("could not be").Length.ShouldBe(3);
        call.Out.ReplaceLineEndings(" ").ShouldContain("2023");
        (call.Out + call.Error).ShouldNotContain("   at ");
        Directory.Exists(_folder.In("mine")).ShouldBeFalse();
        var json = Call.Of(Refresh("baci", "--json", "--from", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));
        json.Code.ShouldBe(1);
        using var document = JsonDocument.Parse(json.Out);
        var source = document.RootElement.GetProperty("sources")[0];
        source.GetProperty("problem").GetString().ShouldBe("unreachable");
        source.GetProperty("sentence").GetString()!.ShouldContain("What is held reaches 2023");
        document.RootElement.GetProperty("edition").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void A_refresh_moves_figures_that_diff_shows_and_status_knows()
    {
        _mirror.Serves(Bank, Gdp(), "application/zip", "\"1\"");
        var call = Call.Of(Refresh("worldbank-gdp", "--from", _mirror.Root));
        call.Code.ShouldBe(0, call.Out + call.Error);
        call.Out.ShouldContain("refreshed");
        call.Out.ShouldContain("indicators");

        var again = Call.Of(Refresh("worldbank-gdp", "--from", _mirror.Root, "--json")).Json();
        again.GetProperty("sources")[0].GetProperty("outcome").GetString().ShouldBe("unchanged");

        var status = Call.Of("data", "status", "--store", _folder.In("mine"), "--json").Json();
        var bank = status.GetProperty("sources").EnumerateArray().Single(source => source.GetProperty("key").GetString() == "worldbank-gdp");
        bank.GetProperty("reaches").GetString().ShouldBe("2025");
        bank.GetProperty("imported")[0].GetProperty("name").GetString().ShouldBe("API_NY.GDP.MKTP.CD.zip");

        var diff = Call.Of("data", "diff", "--store", _folder.In("mine"), "--figure", "gdp state=CHN year=2020", "--json").Json();
        diff.GetProperty("same").GetBoolean().ShouldBeFalse();
        var indicators = diff.GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("table").GetString() == "indicators");
        indicators.GetProperty("added").GetInt32().ShouldBe(1);
        indicators.GetProperty("changed").GetInt32().ShouldBe(1);
        indicators.GetProperty("removed").GetInt32().ShouldBe(0);
        var figures = diff.GetProperty("figures").EnumerateArray().ToDictionary(figure => figure.GetProperty("request").GetString()!);
        figures["gdp state=CHN year=2020"].GetProperty("move").GetString().ShouldBe("moved");
        figures["gdp state=CHN year=2020"].GetProperty("after").GetProperty("value").GetDouble().ShouldBe(16_000, 1e-6);
        figures["gdp state=CHN year=2025"].GetProperty("move").GetString().ShouldBe("appeared");
        figures["agreement a=RUS b=CHN year=2025"].GetProperty("move").GetString().ShouldBe("same");
    }

    [Fact]
    public void An_edition_compared_with_itself_is_the_same()
    {
        var snapshot = Path.Combine(Shared.Repository, "data", "snapshot");
        var call = Call.Of("data", "diff", snapshot, snapshot);
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("The editions hold the same rows");
        call.Out.ShouldNotContain("Figures");
    }

    [Fact]
    public void Without_a_store_of_ones_own_there_is_nothing_to_compare() =>
        Call.Of("data", "diff", "--last", "--store", _folder.In("mine")).Refused(1).ShouldContain("nothing was refreshed or imported yet");

    [Fact]
    public void A_dry_run_shows_every_source_and_asks_nothing()
    {
        var call = Call.Of(Refresh("--dry-run", "--from", _mirror.Root));
        call.Code.ShouldBe(0, call.Error);
        foreach (var word in new[] { "unga-votes", "baci", "comtrade", "entsog", "nothing:", _mirror.Root + "/api.worldbank.org" }) call.Out.ShouldContain(word);
        _mirror.Requests.ShouldBeEmpty();
        Directory.Exists(_folder.In("cache")).ShouldBeFalse();
        var sources = Call.Of(Refresh("--dry-run", "--json")).Json().GetProperty("sources").EnumerateArray().ToArray();
        sources.ShouldContain(source => source.GetProperty("key_variable").GetString() == "EIA_API_KEY");
    }

    [Fact]
    public void Status_names_what_is_stale_with_its_licence()
    {
        var call = Call.Of("data", "status");
        call.Code.ShouldBe(0, call.Error);
        foreach (var word in new[] { "baci", "2023", "2026-01-31", "Etalab", "by hand" }) call.Out.ShouldContain(word);
        var answer = Call.Of("data", "status", "--json").Json();
        var baci = answer.GetProperty("sources").EnumerateArray().Single(source => source.GetProperty("key").GetString() == "baci");
        baci.GetProperty("next_due").GetString().ShouldBe("2026-01-31");
        baci.GetProperty("stale").GetBoolean().ShouldBe(string.CompareOrdinal(answer.GetProperty("today").GetString(), "2026-01-31") > 0);
        Call.Of("data", "status", "--stale", "--json").Json().GetProperty("sources").EnumerateArray().ShouldAllBe(source => source.GetProperty("stale").GetBoolean());
    }

    [Fact]
    public async Task A_process_that_is_killed_in_the_middle_leaves_the_store_whole_and_the_next_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a signal");
        _mirror.Serves(Bank, Gdp(), "application/zip");
        Call.Of(Refresh("worldbank-gdp", "--from", _mirror.Root)).Code.ShouldBe(0);
        var before = Hashes(_folder.In("mine"));

        var body = Encoding.ASCII.GetBytes("Entity,Code,Year,nuclear_weapons_status\n" + string.Concat(Enumerable.Range(1992, 34).Select(year => $"Russia,RUS,{year},3\n")) + new string('\n', 1));
        var started = new TaskCompletionSource();
        var cut = true;
        _mirror.On("/ourworldindata.org/grapher/country-position-nuclear-weapons.csv", async (request, connection) =>
        {
            if (!cut)
            {
                await connection.FileAsync(request, body, "text/csv", "\"v1\"");
                return;
            }

            await connection.HeadAsync(200, "text/csv", body.Length, ("ETag", "\"v1\""));
            await connection.WriteAsync(body.AsMemory(0, 200));
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, connection.Stop);
        });
        string[] args = Refresh("worldbank-gdp", "nuclear-status", "--from", _mirror.Root);
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        using var process = Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(Shared.Repository, "artifacts", "bin", "Entente.Cli", configuration, "entente.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await started.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Hashes(_folder.In("mine")).ShouldBe(before);
        Call.Of("data", "verify", "--store", _folder.In("mine")).Code.ShouldBe(0);

        cut = false;
        var next = Call.Of(args);
        next.Code.ShouldBe(0, next.Out + next.Error);
        next.Out.ShouldContain("nuclear_status");
    }
}
