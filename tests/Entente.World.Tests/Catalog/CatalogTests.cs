using Entente.Tests;
using Entente.World.Catalog;
using Entente.World.Store;
using Entente.World.Tests.Store;

namespace Entente.World.Tests.Catalog;

public class CatalogTests
{
    private const string Small = """
        # authored
        sources:
          beta:
            publisher: P
            title: T
            edition: "5.1"
            licence: CC0
            ship: yes
            shipped: All.
            coverage: 1946-2025
            defects: [One., Two.]
            citation: C
            tables: [votes]

        """;

    [Fact]
    public void The_shipped_catalog_is_complete()
    {
        var catalog = SourceCatalog.Read(Path.Combine(Shared.Repository, "data", "catalog.yaml"));
        string[] expected =
        [
            "alliance-supplement", "archigos", "atop", "baci", "baci-2023-mask", "central-asia-imports", "cepii-geography", "cow-contiguity", "cow-mid", "cow-nmc", "cow-states", "cow-wars", "customs-totals", "doe-lng",
            "eia-prices", "energy-institute", "entente-blocs", "entente-evidence", "entente-points", "entente-states", "entsog", "eu-exports-monthly", "eu-exports-yearly", "gas-reference", "gml-mid", "government-terms", "gw-states", "iso-codes", "leader-supplement", "mindist", "natural-earth", "nuclear-latency",
            "nuclear-status", "pew", "promise-record", "reign", "rosstat", "security-record", "sipri-arms", "sipri-milex", "sitc-totals", "td-rivalries", "ucdp", "unga-bridges", "unga-votes", "unsc-votes", "us-troops", "vdem", "wiod", "worldbank-gdp",
            "worldbank-gdp-constant", "worldbank-population", "worldbank-prices",
        ];
        catalog.Sources.Select(source => source.Key).ShouldBe(expected);
        foreach (var source in catalog.Sources)
        {
            source.Defects.ShouldNotBeEmpty(source.Key);

            // Outlines of maps lie in the library of briefs, not in the store.
            source.Tables.IsEmpty.ShouldBe(source.Key == "natural-earth", source.Key);
        }

        catalog["sipri-arms"].Ship.ShouldBe("derived");
        Tables.StoreSchema.All.Select(schema => schema.Name).Except(catalog.Sources.SelectMany(source => source.Tables)).ShouldBeEmpty();
    }

    [Fact]
    public void A_build_writes_the_hashes_below_its_line_and_leaves_the_rest_alone()
    {
        var built = CatalogFile.WithFiles(Small, [new StoredSource("beta", [new SourceInput("it's.csv", 12, "ab")], [], [])]);
        built.ShouldStartWith(Small);
        CatalogFile.Parse(built, "catalog.yaml")["beta"].Files.ShouldBe([new SourceInput("it's.csv", 12, "ab")]);

        CatalogFile.WithFiles(built, [new StoredSource("beta", [new SourceInput("it's.csv", 12, "ab")], [], [])]).ShouldBe(built);
        var rebuilt = CatalogFile.WithFiles(built, [new StoredSource("beta", [new SourceInput("new.csv", 1, "cd")], [], [])]);
        rebuilt.ShouldNotContain("it's");
        CatalogFile.Parse(rebuilt, "catalog.yaml")["beta"].Files.ShouldHaveSingleItem().Sha256.ShouldBe("cd");
        CatalogFile.Parse(CatalogFile.WithFiles(Small, []), "catalog.yaml")["beta"].Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ship: yes", "ship: maybe", "line 8", "yes, derived or no")]
    [InlineData("publisher: P", "publisher: [P]", "line 4", "publisher")]
    [InlineData("title: T", "titel: T", "line 5", "unknown field 'titel'")]
    [InlineData("title: T", "title: ''", "line 4", "has no title")]
    [InlineData("tables: [votes]", "tables: [voices]", "line 13", "no table 'voices'")]
    [InlineData("tables: [votes]", "tables: votes", "line 4", "list of tables")]
    [InlineData("sources:", "source:", "line 2", "unknown field 'source'")]
    [InlineData("[One., Two.]", "[One., Two.", "line 1", "not YAML")]
    public void A_mistake_is_told_with_line_column_and_field(string right, string wrong, string where, string what)
    {
        var error = Should.Throw<InvalidInputException>(() => CatalogFile.Parse(Small.Replace(right, wrong, StringComparison.Ordinal), "catalog.yaml"));
        error.Message.ShouldStartWith("catalog.yaml, ");
        error.Message.ShouldContain(where);
        error.Message.ShouldContain("column");
        error.Message.ShouldContain(what);
    }

    [Fact]
    public void An_empty_or_absent_catalog_is_told()
    {
        Should.Throw<InvalidInputException>(() => CatalogFile.Parse("", "catalog.yaml"));
        using var folder = new TempFolder();
        Should.Throw<InvalidInputException>(() => SourceCatalog.Read(folder["catalog.yaml"])).Message.ShouldContain("catalog.yaml");
    }

    [Fact]
    public void An_edition_carries_its_own_catalog()
    {
        using var folder = new TempFolder();
        SmallWorld.Write(folder["store"], System.Text.Encoding.UTF8.GetBytes(Small));
        using var world = WorldEdition.Open(folder["store"]);
        world.Catalog["beta"].Edition.ShouldBe("5.1");
        StoreVerification.Verify(folder["store"]).Checks.Single(check => check.Subject == "catalog").Outcome.ShouldBe(CheckOutcome.Failed); // rows come from sources it does not list
    }
}
