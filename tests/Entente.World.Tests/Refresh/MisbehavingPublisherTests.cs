using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Entente.World.Refresh;

namespace Entente.World.Tests.Refresh;

/// <summary>Publishers that do what publishers do. Each test asserts that the user's store is as it was, byte by byte.</summary>
[Trait("Cultures", "one")] // what goes wrong on the wire is the same in every culture
public sealed class MisbehavingPublisherTests : IDisposable
{
    private readonly RefreshScene _scene = new();

    public void Dispose() => _scene.Dispose();

    private void Answer(string path, Func<PublisherRequest, Connection, Task> answer) => _scene.Publisher.On(path, answer);

    private static byte[] Zip(string entry, byte[] content)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var file = archive.CreateEntry(entry, CompressionLevel.SmallestSize).Open();
            file.Write(content);
        }

        return buffer.ToArray();
    }

    [Fact]
    public void A_page_of_html_with_status_200_is_no_table()
    {
        _scene.Publisher.Serves("/declared", "<!DOCTYPE html><html><body>Service unavailable</body></html>", "text/html; charset=utf-8");
        _scene.Publisher.Serves("/undeclared", "\n<html><body>Please log in</body></html>", "application/octet-stream");
        _scene.Fails(_scene.Endpoint("/declared")).ShouldContain("declared as text/html where a table in CSV was expected");
        _scene.Fails(_scene.Endpoint("/undeclared")).ShouldContain("a page of HTML (an error page, or a request to log in) where a table in CSV");
        _scene.Publisher.Requests.Count.ShouldBe(2);
        _scene.Left().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("application/json", "{\"error\":\"no\"}", ContentKind.Csv, "application/json")]
    [InlineData("text/csv", "{\"error\":\"no\"}", ContentKind.Csv, "the answer is JSON")]
    [InlineData("application/pdf", "%PDF-1.7", ContentKind.Csv, "application/pdf")]
    [InlineData("text/csv", "a\0b", ContentKind.Csv, "something else")]
    [InlineData("application/zip", "t,i,j,k,v\n", ContentKind.Zip, "where a zip archive was expected")]
    [InlineData("application/octet-stream", "", ContentKind.Zip, "the answer is empty")]
    public void An_answer_of_another_kind_is_refused(string type, string body, ContentKind wanted, string sentence)
    {
        _scene.Publisher.Serves("/file", body, type);
        _scene.Fails(_scene.Endpoint("/file", content: wanted)).ShouldContain(sentence);
        _scene.Left().ShouldBeEmpty();
    }

    [Fact]
    public void A_body_that_is_cut_short_is_tried_again_and_refused_in_the_end()
    {
        Answer("/file", async (_, connection) =>
        {
            await connection.HeadAsync(200, "text/csv", 1000);
            await connection.WriteAsync(Encoding.ASCII.GetBytes(RefreshScene.Before));
            connection.Break();
        });
        _scene.Fails(_scene.Endpoint("/file")).ShouldContain("broke off");
        _scene.Publisher.Requests.Count.ShouldBe(5);
        _scene.Left().ShouldBeEmpty(); // without a tag there is nothing to go on from
    }

    [Fact]
    public void A_zip_that_is_cut_short_without_a_length_is_damaged()
    {
        var whole = Zip("BACI_HS22_Y2024_V202601.csv", Encoding.ASCII.GetBytes(RefreshScene.Before));
        Answer("/file", async (_, connection) =>
        {
            await connection.HeadAsync(200, "application/zip", null);
            await connection.WriteAsync(whole.AsMemory(0, whole.Length - 30));
        });
        _scene.Fails(_scene.Endpoint("/file", content: ContentKind.Zip, name: "baci.zip")).ShouldContain("damaged or cut short");
        _scene.Left().ShouldBeEmpty();
    }

    [Fact]
    public void A_host_that_is_asked_too_often_is_left_alone_for_as_long_as_it_says()
    {
        Answer("/file", (_, connection) => _scene.Publisher.Requests.Count < 3
            ? connection.SendAsync(429, "text/plain", [], ("Retry-After", "17"))
            : connection.SendAsync(200, "text/csv", Encoding.ASCII.GetBytes(RefreshScene.Before)));
        var result = _scene.Run(_scene.Endpoint("/file"));
        result.Sources[0].Outcome.ShouldBe(SourceOutcome.Refreshed, result.Sources[0].Sentence);
        result.Sources[0].Files[0].Attempts.ShouldBe(3);
        _scene.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(17)]);
    }

    [Fact]
    public void A_date_in_Retry_After_is_counted_from_the_clock()
    {
        Answer("/file", (_, connection) => _scene.Publisher.Requests.Count < 2
            ? connection.SendAsync(503, "text/plain", [], ("Retry-After", (_scene.Clock.GetUtcNow() + TimeSpan.FromSeconds(40)).ToString("r", CultureInfo.InvariantCulture)))
            : connection.SendAsync(200, "text/csv", Encoding.ASCII.GetBytes(RefreshScene.Before)));
        _scene.Run(_scene.Endpoint("/file")).IsWhole.ShouldBeTrue();
        _scene.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(40)]);
    }

    [Fact]
    public void A_host_that_asks_for_an_hour_is_not_waited_for()
    {
        Answer("/file", (_, connection) => connection.SendAsync(429, "text/plain", [], ("Retry-After", "3600")));
        _scene.Fails(_scene.Endpoint("/file")).ShouldContain("to be left alone for 60 minutes");
        _scene.Publisher.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void A_failing_host_is_asked_five_times_with_waits_that_double_and_are_spread()
    {
        Answer("/file", (_, connection) => connection.SendAsync(500, "text/plain", []));
        _scene.Fails(_scene.Endpoint("/file") with { Wait = TimeSpan.Zero }).ShouldContain("cannot answer");
        _scene.Publisher.Requests.Count.ShouldBe(5);
        _scene.Clock.Waits.Count.ShouldBe(4);
        for (var i = 0; i < 4; i++) _scene.Clock.Waits[i].TotalSeconds.ShouldBeInRange(Math.Pow(2, i), 2 * Math.Pow(2, i));
    }

    [Theory]
    [InlineData(404, "has nothing at")]
    [InlineData(403, "does not give")]
    [InlineData(400, "refuses")]
    public void A_refusal_is_not_repeated(int status, string sentence)
    {
        Answer("/file", (_, connection) => connection.SendAsync(status, "text/html", "<html></html>"u8.ToArray()));
        _scene.Fails(_scene.Endpoint("/file")).ShouldContain(sentence);
        _scene.Publisher.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void A_host_that_drips_is_given_up()
    {
        Answer("/file", async (_, connection) =>
        {
            await connection.HeadAsync(200, "text/csv", 100_000);
            for (var i = 0; !connection.Stop.IsCancellationRequested; i++)
            {
                await connection.WriteAsync("t"u8.ToArray());
                await Task.Delay(5, connection.Stop);
                if (i > 3) _scene.Clock.End(TimeSpan.FromHours(1)); // an hour passes for every few bytes
            }
        });
        _scene.Fails(_scene.Endpoint("/file")).ShouldContain("stands still: fewer than 1024 bytes");
        _scene.Publisher.Requests.Count.ShouldBe(5);
        _scene.Left().ShouldBeEmpty();
    }

    [Fact]
    public void A_download_that_takes_longer_than_it_may_ends()
    {
        Answer("/file", async (_, connection) =>
        {
            await connection.HeadAsync(200, "text/csv", 900_000);
            for (var i = 0; !connection.Stop.IsCancellationRequested; i++)
            {
                await connection.WriteAsync(new byte[2000].Select(_ => (byte)'1').ToArray());
                await Task.Delay(5, connection.Stop);
                if (i > 3) _scene.Clock.End(TimeSpan.FromHours(24));
            }
        });
        _scene.Fails(request => request with { Options = request.Options with { StallTime = TimeSpan.FromHours(48) } }, _scene.Endpoint("/file")).ShouldContain("took longer than 1440 minutes");
        _scene.Publisher.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void A_zip_bomb_is_refused_by_its_ratio_and_by_its_size()
    {
        var bomb = Zip("BACI.csv", new byte[4_000_000]);
        _scene.Publisher.Serves("/bomb", bomb, "application/zip");
        var endpoint = _scene.Endpoint("/bomb", content: ContentKind.Zip, name: "baci.zip");
        _scene.Fails(endpoint).ShouldContain("more than 200 times its size");
        _scene.Fails(request => request with { Options = request.Options with { UnpackRatio = 100_000 } }, endpoint with { MaximumUnpackedBytes = 3_000_000 }).ShouldContain("unpacks to more than 3 MB");
        _scene.Left().ShouldBeEmpty();
    }

    [Fact]
    public void A_gzip_bomb_and_an_archive_of_thousands_of_files_are_refused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(new byte[4_000_000]);
        _scene.Publisher.Serves("/gz", packed.ToArray(), "application/gzip");
        _scene.Fails(_scene.Endpoint("/gz")).ShouldContain("more than 200 times its size");

        using var many = new MemoryStream();
        using (var archive = new ZipArchive(many, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 600; i++) archive.CreateEntry($"{i}.csv");
        }

        _scene.Publisher.Serves("/many", many.ToArray(), "application/zip");
        _scene.Fails(_scene.Endpoint("/many", content: ContentKind.Zip, name: "baci.zip")).ShouldContain("holds 600 files");
    }

    [Fact]
    public void A_file_that_is_larger_than_it_may_be_is_refused_before_and_while_it_comes()
    {
        _scene.Publisher.Serves("/announced", new byte[1_000_001].Select(_ => (byte)'1').ToArray());
        Answer("/unannounced", async (_, connection) =>
        {
            await connection.HeadAsync(200, "text/csv", null);
            var block = new byte[100_000].Select(_ => (byte)'1').ToArray();
            while (!connection.Stop.IsCancellationRequested) await connection.WriteAsync(block);
        });
        _scene.Fails(_scene.Endpoint("/announced")).ShouldContain("larger than 1 MB");
        _scene.Fails(_scene.Endpoint("/unannounced")).ShouldContain("larger than 1 MB");
        _scene.Left().ShouldBeEmpty();
    }

    [Fact]
    public void A_changed_column_is_named()
    {
        _scene.Publisher.Serves("/file", "t,i,j,k,value\n2024,643,156,010121,12.5\n", tag: "\"1\"");
        var sentence = _scene.Fails(_scene.Endpoint("/file"));
        sentence.ShouldContain("BACI flows");
        sentence.ShouldContain("columns t, i, j, k, v");
        _scene.Left().ShouldBeEmpty(); // and its tag is forgotten, so that a mended file is read
    }

    [Fact]
    public void A_bad_cell_is_named_with_its_place()
    {
        _scene.Publisher.Serves("/file", "t,i,j,k,v\n2024,643,156,010121,12.5\n2024,643,156,010129,many\n");
        _scene.Fails(_scene.Endpoint("/file")).ShouldContain("baci.csv, line 3, column 5 (v)");
    }

    [Fact]
    public void Rows_that_would_break_the_store_are_refused()
    {
        _scene.Publisher.Serves("/prices", "month,brent_usd_bbl,gas_us_usd_mmbtu,gas_europe_usd_mmbtu,lng_japan_usd_mmbtu\n");
        _scene.Fails(_scene.Endpoint("/prices", "worldbank-prices", "energy-prices", name: "prices.csv")).ShouldContain("has no rows");
    }

    [Fact]
    public void Redirections_in_a_ring_end()
    {
        Answer("/a", (_, connection) => connection.SendAsync(302, null, [], ("Location", "/b")));
        Answer("/b", (_, connection) => connection.SendAsync(302, null, [], ("Location", "/a")));
        _scene.Fails(_scene.Endpoint("/a")).ShouldContain("redirects more than 5 times");
        _scene.Publisher.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public void A_refused_connection_is_tried_once_more_and_then_said_in_a_sentence()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        var endpoint = _scene.Endpoint("/file");
        endpoint = endpoint with { Files = [endpoint.Files[0] with { Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/file") }] };
        _scene.Fails(endpoint).ShouldContain("127.0.0.1 could not be reached (it takes no connection).");
        _scene.Clock.Waits.Count.ShouldBe(1);
    }

    [Fact]
    public void A_name_that_is_not_known_is_not_tried_again()
    {
        var endpoint = _scene.Endpoint("/file");
        endpoint = endpoint with { Files = [endpoint.Files[0] with { Address = "https://nowhere.invalid/file.csv" }] };
        var result = _scene.Run(endpoint);
        result.Sources[0].Problem.ShouldBe(FetchProblem.Unreachable);
        result.Sources[0].Sentence.ShouldContain("nowhere.invalid could not be reached");
        _scene.RequireUntouched();
    }

    [Fact]
    public void A_wrong_checksum_of_the_publisher_is_damage()
    {
        _scene.Publisher.Serves("/api/datasets/x", """{"data":{"latestVersion":{"files":[{"dataFile":{"id":7,"filename":"UNVotes_2025.csv","md5":"00000000000000000000000000000000"}}]}}}""", "application/json");
        _scene.Publisher.Serves("/api/access/datafile/7", "rcid,ccode,vote,date,unres\n1,2,1,1950-01-02,A/1\n");
        var endpoint = _scene.Endpoint("/api/datasets/x", "unga-votes", "voeten", ResponseShape.Dataverse, name: "UNVotes.csv");
        endpoint = endpoint with { Files = [endpoint.Files[0] with { Link = "^UNVotes" }] };
        _scene.Fails(endpoint).ShouldContain("where the publisher states 00000000000000000000000000000000");
        _scene.Left().ShouldBeEmpty();
    }
}
