using System.Text;
using Entente.World.Refresh;
using Entente.World.Store;

namespace Entente.World.Tests.Refresh;

/// <summary>What a refresh does where publishers behave.</summary>
public sealed class RefreshTests : IDisposable
{
    private readonly RefreshScene _scene = new();

    public void Dispose() => _scene.Dispose();

    private WorldEdition Opened() => WorldEdition.Open(StoreLocator.Locate(_scene.User));

    [Fact]
    public void A_newer_edition_is_in_the_store_and_the_one_before_is_kept()
    {
        _scene.Publisher.Serves("/file", RefreshScene.Before);
        var result = _scene.Run(_scene.Endpoint("/file"));
        result.Sources[0].Outcome.ShouldBe(SourceOutcome.Refreshed, result.Sources[0].Sentence);
        result.Sources[0].Tables.Single().ShouldBe(new TableChange("trade", Inserted: 1, Replaced: 0, Unchanged: 0, Removed: 0));
        using var world = Opened();
        world.Directory.ShouldBe(result.Edition);
        world.Trade(2024).Value(365, 710).ShouldBe(12.5);
        world.Trade(2022).Value(2, 710).ShouldBe(5);
        StoreLocator.Previous(_scene.User).ShouldBe(result.Before);
        Directory.GetFileSystemEntries(Path.Combine(_scene.User, "editions")).Length.ShouldBe(2);
        _scene.Left().ShouldBeEmpty();
    }

    [Fact]
    public void A_second_refresh_asks_with_the_tag_and_changes_nothing()
    {
        _scene.Publisher.Serves("/file", RefreshScene.Before, tag: "\"v1\"");
        var first = _scene.Run(_scene.Endpoint("/file"));
        _scene.Left().ShouldBe([Path.Combine("baci", "baci.csv.json")]);
        var second = _scene.Run(_scene.Endpoint("/file"));
        second.Sources[0].Outcome.ShouldBe(SourceOutcome.Unchanged);
        second.Edition.ShouldBeNull();
        second.IsWhole.ShouldBeTrue();
        _scene.Publisher.Requests.Last().Header("If-None-Match").ShouldBe("\"v1\"");
        StoreLocator.Locate(_scene.User).ShouldBe(first.Edition);
    }

    [Fact]
    public void Without_a_tag_the_same_bytes_are_known_by_their_hash()
    {
        _scene.Publisher.Serves("/file", RefreshScene.Before);
        _scene.Run(_scene.Endpoint("/file"));
        _scene.Run(_scene.Endpoint("/file")).Sources[0].Outcome.ShouldBe(SourceOutcome.Unchanged);
    }

    [Fact]
    public void A_tag_is_not_sent_once_the_store_was_taken_back()
    {
        _scene.Publisher.Serves("/file", RefreshScene.Before, tag: "\"v1\"");
        _scene.Run(_scene.Endpoint("/file"));
        var current = Path.Combine(_scene.User, "CURRENT");
        File.WriteAllLines(current, File.ReadAllLines(current).Skip(1));
        _scene.Run(_scene.Endpoint("/file")).Sources[0].Outcome.ShouldBe(SourceOutcome.Refreshed);
        _scene.Publisher.Requests.Last().Header("If-None-Match").ShouldBeNull();
    }

    [Fact]
    public void A_download_that_was_cut_goes_on_where_it_stopped()
    {
        var body = Encoding.ASCII.GetBytes(RefreshScene.Before + string.Concat(Enumerable.Repeat("2024,156,643,010121,1.25,1\n", 400)));
        _scene.Publisher.On("/file", async (request, connection) =>
        {
            if (request.Header("Range") is not null)
            {
                await connection.FileAsync(request, body, "text/csv", "\"v1\"");
                return;
            }

            await connection.HeadAsync(200, "text/csv", body.Length, ("ETag", "\"v1\""));
            await connection.WriteAsync(body.AsMemory(0, 5000));
            connection.Break();
        });

        // One attempt only: what came stays for the next refresh. Where the reset overtakes the last bytes, fewer have come.
        _scene.Fails(request => request with { Options = request.Options with { Retries = 0 } }, _scene.Endpoint("/file")).ShouldContain("broke off");
        var part = Path.Combine(_scene.Cache, "baci", "baci.csv.part");
        var kept = File.Exists(part) ? new FileInfo(part).Length : 0;
        var result = _scene.Run(_scene.Endpoint("/file"));
        result.Sources[0].Outcome.ShouldBe(SourceOutcome.Refreshed, result.Sources[0].Sentence);
        if (kept > 0)
        {
            _scene.Publisher.Requests.ElementAt(1).Header("Range").ShouldBe(FormattableString.Invariant($"bytes={kept}-"));
            _scene.Publisher.Requests.ElementAt(1).Header("If-Range").ShouldBe("\"v1\"");
        }

        using var world = Opened();
        world.Trade(2024).Value(710, 365).ShouldBe(500);
        _scene.Left().ShouldBe([Path.Combine("baci", "baci.csv.json")]);
    }

    [Fact]
    public void A_part_of_an_older_edition_is_thrown_away()
    {
        var first = true;
        _scene.Publisher.On("/file", async (request, connection) =>
        {
            if (!first)
            {
                await connection.FileAsync(request, Encoding.ASCII.GetBytes(RefreshScene.Before), "text/csv", "\"v2\"");
                return;
            }

            first = false;
            await connection.HeadAsync(200, "text/csv", 9000, ("ETag", "\"v1\""));
            await connection.WriteAsync(Encoding.ASCII.GetBytes("t,i,j,k,v,q\n1999,643,156,010121,7,1\n" + new string('9', 3000)));
            connection.Break();
        });
        _scene.Run(_scene.Endpoint("/file")).Sources[0].Outcome.ShouldBe(SourceOutcome.Refreshed);
        using var world = Opened();
        world.TradeYears.ShouldNotContain(1999);
        world.Trade(2024).Value(365, 710).ShouldBe(12.5);
    }

    [Fact]
    public void A_part_that_the_host_cannot_go_on_from_is_thrown_away()
    {
        _scene.Publisher.On("/file", (request, connection) => request.Header("Range") is not null
            ? connection.SendAsync(416, "text/plain", [])
            : connection.FileAsync(request, Encoding.ASCII.GetBytes(RefreshScene.Before), "text/csv", "\"v1\""));
        var folder = Directory.CreateDirectory(Path.Combine(_scene.Cache, "baci")).FullName;
        File.WriteAllText(Path.Combine(folder, "baci.csv.part"), RefreshScene.Before); // killed after the last byte, before it was put in place
        File.WriteAllText(Path.Combine(folder, "baci.csv.part.json"), $$"""{"address":"{{_scene.Publisher.Root}}/file","etag":"\"v1\"","last_modified":null,"sha256":""}""");
        _scene.Run(_scene.Endpoint("/file")).Sources[0].Outcome.ShouldBe(SourceOutcome.Refreshed);
        _scene.Publisher.Requests.Count.ShouldBe(2);
        _scene.Publisher.Requests.First().Header("Range").ShouldBe(FormattableString.Invariant($"bytes={RefreshScene.Before.Length}-"));
    }

    [Fact]
    public void One_source_that_fails_holds_the_others_back_unless_the_reader_allows_it()
    {
        _scene.Publisher.Serves("/file", RefreshScene.Before, tag: "\"v1\"");
        var broken = _scene.Endpoint("/nothing", "worldbank-prices", "energy-prices", name: "prices.csv");
        _scene.Fails(_scene.Endpoint("/file"), broken).ShouldContain("has nothing at");
        var held = _scene.Run(_scene.Endpoint("/file"), broken);
        held.Sources[0].Outcome.ShouldBe(SourceOutcome.HeldBack);
        held.Sources[0].Sentence.ShouldContain("worldbank-prices failed, so your store is as it was");
        _scene.Publisher.Requests.ElementAt(2).Header("If-None-Match").ShouldBe("\"v1\""); // what came whole need not come again
        var partial = _scene.Run(request => request with { AllowPartial = true }, _scene.Endpoint("/file"), broken);
        partial.Sources.Select(source => source.Outcome).ShouldBe([SourceOutcome.Refreshed, SourceOutcome.Failed]);
        partial.IsWhole.ShouldBeFalse();
        using var world = Opened();
        world.Trade(2024).Value(365, 710).ShouldBe(12.5);
    }

    [Fact]
    public void Several_sources_become_one_edition()
    {
        _scene.Publisher.Serves("/file", RefreshScene.Before);
        _scene.Publisher.Serves("/prices", "month,brent_usd_bbl,gas_us_usd_mmbtu,gas_europe_usd_mmbtu,lng_japan_usd_mmbtu\n2026-01,61.5,3.5,11,12\n");
        var result = _scene.Run(_scene.Endpoint("/file"), _scene.Endpoint("/prices", "worldbank-prices", "energy-prices", name: "prices.csv"));
        result.Sources.ShouldAllBe(source => source.Outcome == SourceOutcome.Refreshed);
        using var world = Opened();
        world.Trade(2024).Value(365, 710).ShouldBe(12.5);
        StoreLocator.Previous(_scene.User).ShouldBe(result.Before);
        _scene.Clock.Waits.ShouldContain(wait => wait <= TimeSpan.FromSeconds(1)); // the host is left alone between the two
    }

    [Fact]
    public void Work_that_stops_at_any_step_leaves_the_store_as_it_was()
    {
        _scene.Publisher.Serves("/file", RefreshScene.Before);
        var steps = 0;
        while (true)
        {
            var step = 0;
            var stopped = false;
            try
            {
                var edition = StoreLocator.Locate(_scene.User);
                using var world = WorldEdition.Open(edition);
                RefreshScene.Run(
                    new RefreshRequest { Endpoints = [_scene.Endpoint("/file")], BaseEdition = edition, States = world.States, UserStore = _scene.User, Cache = _scene.Cache, Options = _scene.Options },
                    new Store.AtEachStep(_ =>
                    {
                        if (step++ == steps) throw new IOException("the disk is full");
                    }));
            }
            catch (IOException)
            {
                stopped = true;
            }

            if (!stopped) break;
            _scene.RequireUntouched();
            steps++;
        }

        steps.ShouldBeGreaterThan(3); // asking, reading, writing, reading back, verifying
        using var after = Opened();
        after.Trade(2024).Value(365, 710).ShouldBe(12.5);
    }

    [Fact]
    public void What_a_killed_process_left_is_no_store_and_is_cleared()
    {
        _scene.Publisher.Serves("/file", RefreshScene.Before);
        var building = Directory.CreateDirectory(Path.Combine(_scene.User, "editions", ".next.building", "staging", "editions", "abc")).FullName;
        File.WriteAllText(Path.Combine(building, "trade.parquet"), "half");
        StoreLocator.Locate(_scene.User); // the store still opens
        _scene.Run(_scene.Endpoint("/file")).IsWhole.ShouldBeTrue();
        Directory.Exists(Path.Combine(_scene.User, "editions", ".next.building")).ShouldBeFalse();
    }

    [Fact]
    public void A_key_goes_to_its_publisher_alone_and_into_no_message_or_file()
    {
        const string Secret = "very-secret-0123";
        using var elsewhere = new LocalPublisher();
        elsewhere.Serves("/file", RefreshScene.Before, tag: "\"1\"");
        _scene.Publisher.On("/file", (_, connection) => connection.SendAsync(302, null, [], ("Location", elsewhere.Root + "/file")));
        _scene.Publisher.On("/bad", (_, connection) => connection.SendAsync(403, "text/plain", []));
        _scene.Set("TEST_KEY", Secret);
        var key = new ApiKey("TEST_KEY", "X-Key", null, true, "example.org");
        var result = _scene.Run(_scene.Endpoint("/file") with { ApiKey = key });
        result.Sources[0].Outcome.ShouldBe(SourceOutcome.Refreshed, result.Sources[0].Sentence);
        _scene.Publisher.Requests.Single().Header("X-Key").ShouldBe(Secret);
        elsewhere.Requests.Single().Headers.Values.ShouldNotContain(Secret);

        var parameter = _scene.Run(_scene.Endpoint("/bad") with { ApiKey = key with { Header = null, Parameter = "api_key" } });
        _scene.Publisher.Requests.Last().Path.ShouldEndWith("?api_key=" + Secret);
        parameter.Sources[0].Sentence.ShouldContain("does not take the key in TEST_KEY");
        parameter.ToString().ShouldNotContain(Secret);
        foreach (var file in Directory.GetFiles(_scene.Cache, "*", SearchOption.AllDirectories).Concat(Directory.GetFiles(_scene.User, "*", SearchOption.AllDirectories))) File.ReadAllText(file).ShouldNotContain(Secret);
    }

    [Fact]
    public void Without_its_key_or_an_importer_a_source_is_not_asked()
    {
        var locked = _scene.Endpoint("/file") with { ApiKey = new ApiKey("TEST_KEY", "X-Key", null, true, "example.org") };
        _scene.Fails(locked).ShouldContain("get one from example.org and put it into the variable TEST_KEY");
        _scene.Run(request => request with { Named = false }, locked).Sources[0].Outcome.ShouldBe(SourceOutcome.Skipped);
        var bare = _scene.Endpoint("/file", importer: null) with { FetchOnly = "There is no table for it." };
        _scene.Fails(bare).ShouldContain("fetched only with --keep DIR. There is no table for it.");
        _scene.Publisher.Requests.ShouldBeEmpty();

        _scene.Publisher.Serves("/file", "any,thing\n1,2\n");
        var kept = _scene.Run(request => request with { Keep = _scene.Keep }, bare);
        kept.Sources[0].Outcome.ShouldBe(SourceOutcome.Fetched, kept.Sources[0].Sentence);
        File.ReadAllText(Path.Combine(_scene.Keep, "baci", "baci.csv")).ShouldBe("any,thing\n1,2\n");
        _scene.RequireUntouched();
    }

    [Fact]
    public void Every_request_says_who_asks()
    {
        _scene.Publisher.Serves("/file", RefreshScene.Before);
        _scene.Run(_scene.Endpoint("/file"));
        _scene.Publisher.Requests.Single().Header("User-Agent").ShouldStartWith("Entente/");
        _scene.Publisher.Requests.Single().Header("Accept-Encoding").ShouldBeNull();
    }
}
