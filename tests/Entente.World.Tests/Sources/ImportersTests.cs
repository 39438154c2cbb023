using Entente.Tests;
using Entente.World.Sources;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources;

public sealed class ImportersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("votes", "unga")]
    [InlineData("votes/unga_rollcalls.csv", "unga")]
    [InlineData("votes/unga_votes.csv.gz", "unga")]
    [InlineData("votes/unga_bridging_pairs.csv", "unga-bridges")]
    [InlineData("votes/unsc_votes_2025.csv", "unsc")]
    [InlineData("trade/baci_totals_2000_2020.csv.gz", "baci-totals")]
    [InlineData("trade/baci_totals_2023.csv.gz", "baci-totals")]
    [InlineData("trade/baci_2023_missing_pairs.csv", "baci-missing-pairs")]
    [InlineData("trade/eu_exports_monthly_2019_2024.csv.gz", "eu-exports-monthly")]
    [InlineData("trade/eu27_exports_by_partner_2010_2023.csv", "eu-exports-yearly")]
    [InlineData("trade/central_asia_reported_imports_2019_2023.csv", "central-asia-imports")]
    [InlineData("trade/wiod_bilateral_2000_2014.csv.gz", "wiod")]
    [InlineData("economy/gdp_current_usd.csv", "worldbank-gdp")]
    [InlineData("economy/population.csv", "worldbank-population")]
    [InlineData("economy/gdp_constant_2000_2021.csv", "worldbank-gdp-constant")]
    public void The_files_held_are_known_by_their_columns(string file, string kind) => Importers.Detect(Shared.Path("data/" + file)).ShouldNotBeNull().Kind.ShouldBe(kind);

    [Theory]
    [InlineData("undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft\n", "un-digital-library")]
    [InlineData("\"rcid\"\t\"ccode\"\t\"member\"\t\"vote\"\n", "voeten")]
    [InlineData("t,i,j,k,v,q\n", "baci")]
    [InlineData("\"Data Source\",\"WDI\",\n\n\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"1960\",\n", "worldbank")]
    [InlineData("year,iso3,flow,value_kusd,publisher,document\n", "customs-totals")]
    public void The_formats_of_publishers_are_known_plain_and_zipped(string text, string kind)
    {
        Importers.Detect(_folder.Write("plain.csv", text)).ShouldNotBeNull().Kind.ShouldBe(kind);
        Importers.Detect(_folder.WriteGzip("packed.gz", text)).ShouldNotBeNull().Kind.ShouldBe(kind);
        Importers.Detect(_folder.WriteZip("archive.zip", ("Readme.txt", "about"), ("data.csv", text))).ShouldNotBeNull().Kind.ShouldBe(kind);
    }

    [Fact]
    public void What_fits_no_format_is_refused_with_the_formats_that_can_be_read()
    {
        var error = Should.Throw<InvalidInputException>(() => Importers.Read(_folder.Write("x.csv", "a,b\n1,2\n"), null, TestStates.Few));
        error.Message.ShouldContain("x.csv has the columns of none of the formats");
        error.Message.ShouldContain("un-digital-library, voeten, unga");
    }

    [Fact]
    public void An_unknown_kind_is_refused_with_the_near_one() =>
        Should.Throw<InvalidInputException>(() => Importers.Read(_folder.Write("x.csv", "a\n"), "voten", TestStates.Few)).Message.ShouldEndWith("Did you mean voeten?");

    [Fact]
    public void A_named_kind_says_what_the_file_lacks() =>
        Should.Throw<InvalidInputException>(() => Importers.Read(_folder.Write("x.csv", "year,exporter,importer,valu_kusd\n"), "BACI-totals", TestStates.Few))
            .Message.ShouldContain("x.csv lacks the column value_kusd; it has year, exporter, importer, valu_kusd. Is value_kusd the one called valu_kusd?");

    [Fact]
    public void Absent_empty_and_binary_files_are_refused()
    {
        Should.Throw<InvalidInputException>(() => Importers.Read(Path.Combine(_folder.Path, "absent.csv"), null, TestStates.Few)).Message.ShouldContain("no file");
        Should.Throw<InvalidInputException>(() => Importers.Read(_folder.Write("empty.csv", ""), "wiod", TestStates.Few)).Message.ShouldBe("empty.csv is empty.");
        Should.Throw<InvalidInputException>(() => Importers.Read(_folder.Write("binary.csv", [0, 1, 2, 3, 0]), null, TestStates.Few)).Message.ShouldContain("none of the formats");
        Should.Throw<InvalidInputException>(() => Importers.Read(_folder.Write("cut.zip", [(byte)'P', (byte)'K', 3, 4, 9, 9]), null, TestStates.Few)).Message.ShouldContain("cut.zip is damaged");
    }

    [Fact]
    public void A_detected_file_is_read() =>
        Importers.Read(_folder.Write("x.csv", "rcid1,rcid2\n1,2\n"), null, TestStates.Few).Source.ShouldBe("unga-bridges");
}
