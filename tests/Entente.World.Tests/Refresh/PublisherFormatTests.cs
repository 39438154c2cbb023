using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Entente.World.Refresh;
using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World.Tests.Refresh;

/// <summary>The endpoints of the program's own table, against a mirror that serves each publisher's format.</summary>
public sealed class PublisherFormatTests : IDisposable
{
    private readonly RefreshScene _scene = new();
    private readonly EndpointTable _table;

    public PublisherFormatTests() => _table = EndpointTable.OfProgram().OnMirror(_scene.Publisher.Root + "/");

    public void Dispose() => _scene.Dispose();

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return buffer.ToArray();
    }

    private WorldEdition Refreshed(string key)
    {
        var result = _scene.Run(_table.Find(key));
        result.Sources[0].Outcome.ShouldBe(SourceOutcome.Refreshed, result.Sources[0].Sentence);
        return WorldEdition.Open(StoreLocator.Locate(_scene.User));
    }

    private object?[][] Rows(string key, TableSchema schema)
    {
        using var world = Refreshed(key);
        using var reader = StoreReader.Open(world.Directory);
        return [.. reader.Read(schema).Rows];
    }

    [Fact]
    public void Digital_library_the_newest_of_the_files_on_the_records_page()
    {
        _scene.Publisher.Serves(
            "/digitallibrary.un.org/record/4060887",
            """<html><a href="/record/4060887/files/2025_9_19_ga_voting.csv?ln=en&amp;x=1">old</a><a href="/record/4060887/files/2025_10_1_ga_voting.csv?ln=en&amp;x=1">new</a><a href="/x.pdf">no</a></html>""", "text/html");
        _scene.Publisher.Serves(
            "/digitallibrary.un.org/record/4060887/files/2025_10_1_ga_voting.csv",
            "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\n"
            + "901,USA,UNITED STATES,N,2026-01-15,80,A/RES/80/300,,,,Peace,,,,1,1,0,0,2,\n901,RUS,RUSSIAN FEDERATION,Y,2026-01-15,80,A/RES/80/300,,,,Peace,,,,1,1,0,0,2,\n901,CHN,CHINA,X,2026-01-15,80,A/RES/80/300,,,,Peace,,,,1,1,0,0,2,\n");
        using var world = Refreshed("unga-votes");
        world.Votes.RollCalls[^1].Symbol.ShouldBe("A/RES/80/300");
        world.Votes.Of(2)[^1].ShouldBe((byte)3);
        world.Votes.Of(365)[^1].ShouldBe((byte)1);
        world.Votes.Of(710)[^1].ShouldBe((byte)0);
    }

    [Fact]
    public void Dataverse_the_file_of_votes_with_its_checksum()
    {
        var votes = Encoding.UTF8.GetBytes("rcid,ccode,vote,date,unres,session\n9001,2,3,2026-01-15,A/RES/80/300,80\n9001,365,1,2026-01-15,A/RES/80/300,80\n9001,710,8,2026-01-15,A/RES/80/300,80\n");
#pragma warning disable CA5351 // the checksum that Dataverse states
        var md5 = Convert.ToHexStringLower(MD5.HashData(votes));
#pragma warning restore CA5351
        _scene.Publisher.Serves(
            "/dataverse.harvard.edu/api/datasets/:persistentId/",
            """{"status":"OK","data":{"latestVersion":{"files":[{"dataFile":{"id":1,"filename":"codebook.pdf","md5":"x"}},{"dataFile":{"id":42,"filename":"UNVotes_2026.tab","originalFileName":"UNVotes_2026.csv","originalFileFormat":"text/csv","md5":"SUM"}}]}}}""".Replace("SUM", md5, StringComparison.Ordinal),
            "application/json");
        _scene.Publisher.Serves("/dataverse.harvard.edu/api/access/datafile/42", votes, "text/csv");
        using var world = Refreshed("voeten");
        world.Votes.RollCalls[^1].Symbol.ShouldBe("A/RES/80/300");
        world.Votes.Of(710)[^1].ShouldBe((byte)0);
        _scene.Publisher.Requests.ShouldContain(request => request.Path.EndsWith("/42?format=original", StringComparison.Ordinal));
    }

    [Fact]
    public void Cepii_the_newest_archive_and_a_year_replaced_as_a_whole()
    {
        _scene.Publisher.Serves(
            "/www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp",
            """<html><a href='https://www.cepii.fr/DATA_DOWNLOAD/baci/data/BACI_HS22_V202501.zip'>1</a><a href='https://www.cepii.fr/DATA_DOWNLOAD/baci/data/BACI_HS22_V202601.zip'>2</a></html>""", "text/html");
        _scene.Publisher.Serves(
            "/www.cepii.fr/DATA_DOWNLOAD/baci/data/BACI_HS22_V202601.zip",
            Zip(("BACI_HS22_Y2023_V202601.csv", "t,i,j,k,v,q\n2023,156,643,010121,3,1\n2023,156,643,010129,4,\n"), ("country_codes_V202601.csv", "country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n643,Russia,RU,RUS\n")),
            "application/x-zip-compressed");
        using var world = Refreshed("baci");
        world.Trade(2023).Value(710, 365).ShouldBe(7);
        world.Trade(2023).Value(365, 710).ShouldBe(0); // the edition no longer has it
        world.Trade(2022).Value(2, 710).ShouldBe(5); // a year that it does not have stays
    }

    [Theory]
    [InlineData("worldbank-gdp", "NY.GDP.MKTP.CD", "gdp_current_usd")]
    [InlineData("worldbank-gdp-constant", "NY.GDP.MKTP.KD", "gdp_constant_2015_usd")]
    [InlineData("worldbank-population", "SP.POP.TOTL", "population")]
    public void World_bank_the_archive_of_an_indicator(string key, string indicator, string name)
    {
        var table = $"\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated Date\",\"2026-01-28\",\n\n\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2023\",\"2024\",\n\"Russian Federation\",\"RUS\",\"x\",\"{indicator}\",\"\",\"2.5\",\n\"World\",\"WLD\",\"x\",\"{indicator}\",\"1\",\"2\",\n";
        _scene.Publisher.Serves($"/api.worldbank.org/v2/en/indicator/{indicator}", Zip(($"API_{indicator}_DS2_en_csv_v2_1.csv", table), ("Metadata_Country.csv", "\"Country Code\",\"Region\"\n\"RUS\",\"x\"\n")), "application/zip");
        Rows(key, StoreSchema.Indicators).ShouldContain(row => (string)row[0]! == name && (int)row[1]! == 365 && (int)row[2]! == 2024 && (double)row[3]! == 2.5);
    }

    [Fact]
    public void Energy_information_administration_pages_of_rows_from_two_series()
    {
        _scene.Publisher.On("/api.eia.gov/v2/natural-gas/pri/fut/data/", (request, connection) => connection.SendAsync(200, "application/json", Encoding.UTF8.GetBytes(
            request.Path.Contains("offset=0", StringComparison.Ordinal)
                ? """{"response":{"total":"2","data":[{"period":"2026-01","value":"4.1","units":"$/MMBTU"}]}}"""
                : """{"response":{"total":"2","data":[{"period":"2026-02","value":3.9,"units":"$/MMBTU"}]}}""")));
        _scene.Publisher.Serves("/api.eia.gov/v2/petroleum/pri/spt/data/", """{"response":{"total":2,"data":[{"period":"2026-01-02","value":"60"},{"period":"2026-01-05","value":"62"}]}}""", "application/json");
        var rows = Rows("eia-prices", StoreSchema.Prices);
        rows.ShouldContain(row => (string)row[0]! == "henry_hub_usd_mmbtu" && (string)row[1]! == "2026-02" && (double)row[2]! == 3.9);
        rows.ShouldContain(row => (string)row[0]! == "brent_spot_usd_bbl" && (string)row[1]! == "2026-01" && (double)row[2]! == 61);
    }

    [Fact]
    public void Uppsala_pages_by_number_and_a_field_that_is_gone_is_named()
    {
        _scene.Publisher.On("/ucdpapi.pcr.uu.se/api/ucdpprioconflict/26.1", (request, connection) => connection.SendAsync(200, "application/json", Encoding.UTF8.GetBytes(
            $$"""{"TotalCount":2,"TotalPages":2,"Result":[{"conflict_id":{{(request.Path.Contains("page=0", StringComparison.Ordinal) ? 11 : 12)}},"year":2025,"gwno_a":"365","gwno_b":"","incompatibility":"1","intensity_level":"2","type_of_conflict":"3","side_a":"x, y"}]}""")));
        Rows("ucdp", StoreSchema.ArmedConflicts).Select(row => (row[0], row[1], row[2], row[3], row[5])).ShouldBe([(11, 2025, 365, null, 2), (12, 2025, 365, null, 2)]);

        _scene.Publisher.Serves("/ucdpapi.pcr.uu.se/api/ucdpprioconflict/26.1", """{"TotalPages":1,"Result":[{"conflict_id":1,"year":2025,"side":"x"}]}""", "application/json");
        _scene.Run(_table.Find("ucdp")).Sources[0].Sentence.ShouldContain("row 1 has no field 'gwno_a' (for gwno_a); it has conflict_id, year, side");
    }

    [Fact]
    public void Comext_rows_of_sdmx_by_code()
    {
        _scene.Publisher.Serves(
            "/ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409/M..AM+GE+KG+KZ+RU+UZ.TOTAL.2.VALUE_IN_EUROS",
            "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:DS-045409(1.0),1/1/26,M,US,RU,TOTAL,2,VALUE_IN_EUROS,2026-01,1500,\nESTAT:DS-045409(1.0),1/1/26,M,EU27_2020,RU,TOTAL,2,VALUE_IN_EUROS,2026-01,9000,\n",
            "application/vnd.sdmx.data+csv;version=1.0.0");
        Rows("comext", StoreSchema.TradeReportedMonthly).Single().ShouldBe(["2026-01", 2, 365, 1500.0]); // no member of the Union lives in the small world
    }

    [Fact]
    public void Varieties_of_democracy_the_table_in_the_archive()
    {
        _scene.Publisher.Serves("/v-dem.net/media/datasets/V-Dem-CY-Core-v16_csv.zip", Zip(("codebook.pdf", "x"), ("V-Dem-CY-Core-v16.csv", "country_name,year,COWcode,v2x_libdem,v2x_polyarchy\nRussia,2025,365,.05,.2\n")), "application/zip");
        Rows("vdem", StoreSchema.Indicators).ShouldContain(row => (string)row[0]! == "liberal_democracy" && (int)row[2]! == 2025 && (double)row[3]! == .05);
    }

    [Fact]
    public void Atop_the_directed_dyad_years_among_other_tables()
    {
        _scene.Publisher.Serves(
            "/www.atopdata.org/uploads/6/9/1/3/69134503/atop_5.1__.csv_.zip",
            Zip(("atop5_1m.csv", "atopid,member\n1,2\n"), ("atop5_1ddyr.csv", "stateA,stateB,year,defense,offense,neutral,nonagg,consul\n365,710,2017,0,0,0,1,1\n365,710,2018,0,0,0,1,1\n")), "application/zip");
        Rows("atop", StoreSchema.Alliances).Single()[..4].ShouldBe([365, 710, 2017, 2018]);
    }

    [Fact]
    public void Correlates_of_war_capabilities_and_contiguity()
    {
        _scene.Publisher.Serves("/correlatesofwar.org/wp-content/uploads/NMCv7.zip", Zip(("NMC-70-abridged.csv", "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\nRUS,365,2024,1,2,3,4,5,6,.04,2026\n")), "application/zip");
        Rows("cow-nmc", StoreSchema.Capabilities).ShouldContain(row => (int)row[0]! == 365 && (int)row[1]! == 2024 && (double)row[8]! == .04);
    }

    [Fact]
    public void Our_world_in_data_a_chart_as_csv()
    {
        _scene.Publisher.Serves("/ourworldindata.org/grapher/country-position-nuclear-weapons.csv", "Entity,Code,Year,nuclear_weapons_status\nRussia,RUS,2023,3\nRussia,RUS,2024,3\n");
        Rows("nuclear-status", StoreSchema.NuclearStatus).Single().ShouldBe([365, 2023, 2024, 3]);
    }

    [Theory]
    [InlineData("comtrade", "/comtradeapi.un.org/data/v1/get/C/A/HS", "application/json", "{\"count\":0,\"data\":[]}", "comtrade_russia.json", "period=2025")]
    [InlineData("entsog", "/transparency.entsog.eu/api/v1/operationaldatas.csv", "text/csv", "id,value\n1,2\n", "operationaldatas.csv", "from=2026-01-01")]
    public void What_has_no_importer_is_fetched_and_kept_and_said(string key, string path, string type, string body, string name, string asked)
    {
        _scene.Publisher.Serves(path, body, type);
        var result = _scene.Run(request => request with { Keep = _scene.Keep }, _table.Find(key));
        result.Sources[0].Outcome.ShouldBe(SourceOutcome.Fetched, result.Sources[0].Sentence);
        File.ReadAllText(Path.Combine(_scene.Keep, key, name)).ShouldBe(body);
        _scene.Publisher.Requests.Single().Path.ShouldContain(asked); // years come from the clock
        _scene.RequireUntouched();
    }
}
