using Entente.World.Catalog;
using Entente.World.Refresh;
using Entente.Tests;

namespace Entente.World.Tests.Refresh;

public sealed class EndpointTableTests
{
    private const string Sound = """
        endpoints:
          one:
            title: A source
            source: baci
            importer: baci
            wait: 1
            max_mb: 10
            max_minutes: 5
            files:
              - { address: 'https://example.org/a.csv', shape: file, content: csv, as: a.csv }
        rhythms:
          baci: { held: trade.year, every: 12, lag: 13 }
        """;

    [Fact]
    public void The_programs_table_is_sound_and_fits_the_catalog()
    {
        var table = EndpointTable.OfProgram();
        var catalog = SourceCatalog.Read(Path.Combine(Shared.Repository, "data", "catalog.yaml")).Sources.Select(source => source.Key).ToArray();
        table.Rhythms.Keys.Order(StringComparer.Ordinal).ShouldBe(catalog.Order(StringComparer.Ordinal));
        foreach (var endpoint in table.Endpoints)
        {
            if (endpoint.Source is { } source) catalog.ShouldContain(source, endpoint.Key);
            endpoint.Files.ShouldNotBeEmpty();
            endpoint.Files.ShouldAllBe(file => file.Address.StartsWith("https://", StringComparison.Ordinal));
            endpoint.Wait.ShouldBeGreaterThan(TimeSpan.Zero);
        }
    }

    [Theory]
    [InlineData("importer: baci", "importer: nobody", "line 5, column 15: there is no importer 'nobody'")]
    [InlineData("shape: file", "shape: square", "shape is 'square'; it must be one of file, linked, dataverse, pages")]
    [InlineData("'https://example.org/a.csv'", "example", "'example' is no address")]
    [InlineData("as: a.csv", "as: ../a.csv", "'../a.csv' is no plain file name")]
    [InlineData("wait: 1", "weight: 1", "there is no key 'weight' here")]
    [InlineData("held: trade.year", "held: trade.decade", "'trade.decade' is no column")]
    [InlineData(", every: 12, lag: 13", "", "either a rhythm (every, lag) or a reason")]
    [InlineData("importer: baci", "fetch_only: no\n    importer: baci", "either an importer or a sentence")]
    public void A_table_that_is_wrong_is_refused_with_its_place(string from, string to, string sentence) =>
        Should.Throw<InvalidInputException>(() => EndpointTable.Parse(Sound.Replace(from, to, StringComparison.Ordinal), "endpoints.yaml")).Message.ShouldContain(sentence);

    [Fact]
    public void A_name_that_fits_no_endpoint_is_answered_with_the_nearest() =>
        Should.Throw<InvalidInputException>(() => EndpointTable.OfProgram().Find("bacy")).Message.ShouldContain("Did you mean baci?");

    [Fact]
    public void An_address_replaces_that_of_a_single_file_and_keys_stay_at_home()
    {
        var table = EndpointTable.OfProgram();
        var baci = table.WithAddress("baci", "https://mirror.example/BACI.zip").Find("baci");
        baci.Files.Single().ShouldSatisfyAllConditions(file => file.Address.ShouldBe("https://mirror.example/BACI.zip"), file => file.Shape.ShouldBe(ResponseShape.File));
        table.WithAddress("ucdp", "https://mirror.example/ucdp").Find("ucdp").ApiKey.ShouldBeNull();
        table.OnMirror("https://mirror.example").Endpoints.ShouldAllBe(endpoint => endpoint.ApiKey == null && endpoint.Mirror == "https://mirror.example");
        Should.Throw<InvalidInputException>(() => table.WithAddress("baci", "file:///etc/passwd")).Message.ShouldContain("no address");
        Should.Throw<InvalidInputException>(() => table.OnMirror("mirror")).Message.ShouldContain("https:// or http://");
        Should.Throw<InvalidInputException>(() => table.WithAddress("eia-prices", "https://mirror.example")).Message.ShouldContain("asks for 2 files");
    }
}
