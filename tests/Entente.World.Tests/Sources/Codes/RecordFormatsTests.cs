using Entente.Tests;
using Entente.World.Sources;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Codes;

public sealed class RecordFormatsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("states/contiguity.csv", "cow-contiguity")]
    [InlineData("states/cow_states.csv", "cow-state-system")]
    [InlineData("states/min_distance_1991_2019.csv.gz", "minimum-distance")]
    [InlineData("states/dyad_geography.csv.gz", "trading-pairs")]
    [InlineData("states/russia_regions_population.csv", "russian-regions")]
    [InlineData("security/cow_nmc.csv", "cow-capabilities")]
    [InlineData("security/atop_directed_dyad_year.csv.gz", "atop")]
    [InlineData("security/gml_mid_directed_dyad_year_disputes.csv", "gml-disputes")]
    [InlineData("security/cow_interstate_wars.csv", "cow-wars")]
    [InlineData("security/td_rivalries.csv", "rivalries")]
    [InlineData("security/ucdp_armed_conflict.csv", "ucdp-armed-conflict")]
    [InlineData("security/nuclear_weapons_status.csv", "nuclear-status")]
    [InlineData("security/nuclear_latency_facilities.csv", "nuclear-latency")]
    [InlineData("security/arms_transfers_tiv_dyad_year.csv", "arms-transfers")]
    [InlineData("security/military_expenditure.csv", "military-expenditure")]
    [InlineData("security/vdem_liberal_democracy.csv", "vdem")]
    [InlineData("energy/energy_prices_monthly.csv", "energy-prices")]
    [InlineData("energy/us_lng_exports_by_country_month.csv", "us-lng-exports")]
    [InlineData("energy/eu27_gas_imports_monthly.csv", "eu-gas-imports")]
    [InlineData("opinion/favourability_country_year.csv", "favourability")]
    public void The_files_held_are_known_by_their_columns(string file, string kind) => Importers.Detect(Shared.Path("data/" + file)).ShouldNotBeNull().Kind.ShouldBe(kind);

    [Fact]
    public void A_detected_record_is_read() =>
        Importers.Read(_folder.Write("x.csv", "ccode1,ccode2,styear,endyear\n2,365,1945,1989\n"), null, TinyWorld.States).Source.ShouldBe("td-rivalries");
}
