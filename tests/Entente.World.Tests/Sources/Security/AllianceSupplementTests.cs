using Entente.World.Sources;
using Entente.World.Sources.Security;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Security;

public sealed class AllianceSupplementTests : IDisposable
{
    private const string Header = "rule,treaty,a,b,from,to,defense,offense,neutrality,nonaggression,consultation,document,url,last_checked,remark\n";
    private const string Pact = "pact,P,USA CAN GBR,,1949-08-24,,1,0,0,1,1,Pact,https://example.org/p,2021-12-31,\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private List<string> Read(string rows) => AllianceSupplement.Read(_folder.Write("s.csv", Header + rows), TinyWorld.States).Lines(StoreSchema.Alliances);

    [Fact]
    public void A_pact_binds_every_party_to_every_other_from_the_year_after_Atop_until_it_was_last_checked()
    {
        var rows = Read(Pact);
        rows.Count.ShouldBe(6);
        rows[0].ShouldBe("2 20 2019 2021 True False False True True Pact");
    }

    [Fact]
    public void Accession_and_withdrawal_change_the_parties_in_their_year()
    {
        var rows = Read(Pact + "accession,P,FIN,,2020-04-04,,,,,,,Finland joins,https://example.org/f,2021-12-31,\nwithdrawal,P,GBR,,,2020-01-31,,,,,,Britain leaves,https://example.org/g,2021-12-31,\n");
        rows.ShouldContain("2 375 2020 2021 True False False True True Pact");
        rows.ShouldContain("375 2 2020 2021 True False False True True Pact");
        rows.ShouldContain("2 200 2019 2020 True False False True True Pact");
        rows.ShouldNotContain(row => row.StartsWith("200 375", StringComparison.Ordinal));
    }

    [Fact]
    public void Treaties_over_the_same_years_are_joined_with_all_documents() =>
        Read("mutual,M,RUS,CHN,2002-02-28,,0,0,0,1,1,Treaty of 2001,https://example.org/m,2021-12-31,\ndirected,D,RUS,CHN,2020-06-01,,1,0,0,0,0,Pledge,https://example.org/d,2021-12-31,\n").ShouldBe(
        [
            "365 710 2019 2019 False False False True True Treaty of 2001", "365 710 2020 2021 True False False True True Pledge; Treaty of 2001",
            "710 365 2019 2021 False False False True True Treaty of 2001",
        ]);

    [Theory]
    [InlineData("treaty,P,USA CAN,,1949-08-24,,1,0,0,1,1,D,https://example.org,2021-12-31,\n", 1, "'treaty' is not a rule")]
    [InlineData("pact,P,USA XXX,,1949-08-24,,1,0,0,1,1,D,https://example.org,2021-12-31,\n", 3, "'XXX' is not the ISO3 code of a state")]
    [InlineData("pact,P,USA,,1949-08-24,,1,0,0,1,1,D,https://example.org,2021-12-31,\n", 3, "at least two parties")]
    [InlineData("accession,Q,FIN,,2020-04-04,,,,,,,D,https://example.org,2021-12-31,\n", 2, "founds 'Q'")]
    [InlineData("mutual,M,USA,CAN,1949-08-24,,0,0,0,0,0,D,https://example.org,2021-12-31,\n", 7, "states no obligation")]
    [InlineData("mutual,M,USA,CAN,1949-08-24,,1,0,0,0,0,D,somewhere,2021-12-31,\n", 13, "'somewhere' is not the address")]
    [InlineData("mutual,M,USA,CAN,1949-08-24,,1,0,0,0,0,,https://example.org,2021-12-31,\n", 12, "is empty")]
    [InlineData("mutual,M,USA,CAN,2022-08-24,2021-01-01,1,0,0,0,0,D,https://example.org,2021-12-31,\n", 6, "ends before it begins")]
    [InlineData("mutual,M,USA,USA,1949-08-24,,1,0,0,0,0,D,https://example.org,2021-12-31,\n", 4, "allied with itself")]
    public void A_bad_row_is_refused(string rows, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => Read(rows));
        (error.Line, error.Column).ShouldBe((2, column));
        error.Message.ShouldContain(problem);
    }

    [Theory]
    [InlineData("accession,P,USA,,2020-04-04,,,,,,,D,https://example.org,2021-12-31,\n", "is a party already")]
    [InlineData("withdrawal,P,FIN,,,2020-01-31,,,,,,D,https://example.org,2021-12-31,\n", "so it cannot leave")]
    [InlineData(Pact, "is founded twice")]
    public void A_pact_is_changed_only_in_ways_that_make_sense(string second, string problem) => Should.Throw<ImportException>(() => Read(Pact + second)).Message.ShouldContain(problem);

    [Theory]
    [InlineData(2, 375, 2023, true)]
    [InlineData(2, 375, 2022, null)]
    [InlineData(375, 290, 2023, true)]
    [InlineData(2, 380, 2024, true)]
    [InlineData(2, 380, 2023, null)]
    [InlineData(343, 350, 2020, true)]
    [InlineData(343, 350, 2019, null)]
    [InlineData(375, 380, 2022, true)]
    [InlineData(200, 375, 2021, null)]
    [InlineData(2, 740, 2025, true)]
    [InlineData(740, 2, 2025, false)]
    [InlineData(2, 732, 2025, true)]
    [InlineData(2, 900, 2025, true)]
    [InlineData(2, 140, 2025, true)]
    [InlineData(2, 920, 2025, null)]
    [InlineData(2, 713, 2025, null)]
    [InlineData(365, 371, 2025, true)]
    [InlineData(365, 731, 2023, false)]
    [InlineData(365, 731, 2024, true)]
    [InlineData(731, 365, 2025, true)]
    [InlineData(365, 370, 2025, true)]
    [InlineData(365, 630, 2025, false)]
    [InlineData(365, 630, 2024, null)]
    [InlineData(365, 710, 2025, false)]
    [InlineData(710, 731, 2025, true)]
    [InlineData(2, 365, 2025, null)]
    public void The_shipped_supplement_knows_who_owes_whom_defence(int a, int b, int year, bool? defence)
    {
        var table = AllianceSupplement.Read(RealWorld.Supplement, RealWorld.States).Tables[0];
        var held = table.Rows.Where(row => Equals(row[0], a) && Equals(row[1], b) && (int)row[2]! <= year && (int)row[3]! >= year).ToList();
        held.Count.ShouldBe(defence is null ? 0 : 1);
        if (defence is not null) held[0][4].ShouldBe(defence);
    }

    [Fact]
    public void The_shipped_supplement_never_overlaps_Atop_and_holds_each_pair_and_year_once()
    {
        var rows = AllianceSupplement.Read(RealWorld.Supplement, RealWorld.States).Tables[0].Rows;
        rows.ShouldAllBe(row => (int)row[2]! > 2018 && (int)row[3]! <= 2025);
        var years = rows.SelectMany(row => Enumerable.Range((int)row[2]!, (int)row[3]! - (int)row[2]! + 1).Select(year => (row[0], row[1], year))).ToList();
        years.Distinct().Count().ShouldBe(years.Count);
        rows.Count(row => ((string)row[9]!).Contains("North Atlantic Treaty", StringComparison.Ordinal) && (int)row[3]! == 2025).ShouldBe(32 * 31);
    }

    [Fact]
    public void What_the_supplement_carries_over_does_not_contradict_what_Atop_saw_in_2018()
    {
        var atop = RealWorld.Import("security/atop_directed_dyad_year.csv.gz", AtopAlliances.Read).Tables[0].Rows.Where(row => (int)row[3]! == 2018).ToDictionary(row => (row[0], row[1]));
        var carried = AllianceSupplement.Read(RealWorld.Supplement, RealWorld.States).Tables[0].Rows.Where(row => (int)row[2]! == 2019).ToList();
        carried.Count.ShouldBeGreaterThan(1000);
        var contradictions = carried.Where(row => !atop.TryGetValue((row[0], row[1]), out var before) || Enumerable.Range(4, 5).Any(i => (bool)row[i]! && !(bool)before[i]!)).ToList();
        contradictions.Select(row => $"{row[0]} {row[1]} {row[9]}").ShouldBeEmpty();
    }
}
