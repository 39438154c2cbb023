using Entente.World.Sources;
using Entente.World.Sources.Geography;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Geography;

public sealed class GeographySourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Distances_are_rounded_and_folded_into_spells() =>
        MinimumDistance.Read(_folder.WriteGzip("d.csv.gz", "ccode1,ccode2,year,mindist\n2,200,1991,10.4\n2,200,1992,9.6\n2,200,1993,12\n2,200,1995,12\n"), TinyWorld.States)
            .Lines(StoreSchema.Distance).ShouldBe(["2 200 1991 1992 10", "2 200 1993 1993 12", "2 200 1995 1995 12"]);

    [Theory]
    [InlineData("2,200,1991,-1\n", 2, 4, "'-1' is negative")]
    [InlineData("2,200,91,1\n", 2, 3, "'91' is not a year")]
    [InlineData("2,200,1991,105678\n", 2, 4, "must be in kilometres")]
    [InlineData("2,200,1991,\n", 2, 4, "is missing")]
    [InlineData("2,200,1991,10\n200,2,1991,11\n", 3, 4, "distance of 2 and 200 in 1991 is '11' here but '10' in line 2")]
    public void A_bad_distance_is_refused(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => MinimumDistance.Read(_folder.Write("d.csv", "ccode1,ccode2,year,mindist\n" + rows), TinyWorld.States));
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void A_pair_of_economies_is_kept_once_and_must_agree_with_its_mirror()
    {
        const string Header = "iso_o,iso_d,dist_km,contig,comlang,colonial,currency_union\n";
        var result = TradingPairGeography.Read(_folder.Write("g.csv", Header + "USA,CHN,11587,0,0,0,0\nCHN,USA,11587,0,0,0,0\nXXX,USA,1,0,0,0,0\n"), TinyWorld.States);
        result.Lines(StoreSchema.DyadGeography).ShouldBe(["2 710 11587 False 0 False False"]);
        result.Noted("ISO3 code of no state").ShouldBe(1);

        var error = Should.Throw<ImportException>(() => TradingPairGeography.Read(_folder.Write("g.csv", Header + "USA,CHN,11587,0,0,0,0\nCHN,USA,11586,0,0,0,0\n"), TinyWorld.States));
        error.Line.ShouldBe(3);
        Should.Throw<ImportException>(() => TradingPairGeography.Read(_folder.Write("g.csv", Header + "USA,CHN,11587,0,5,0,0\n"), TinyWorld.States)).Column.ShouldBe(5);
    }

    [Fact]
    public void The_state_system_of_the_publisher_is_read_from_its_archive()
    {
        var path = _folder.WriteZip("State-System-Membership-v2016.zip", ("statelist2016.csv", "a,b\n"), ("states2016.csv",
            "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\nGFR,260,German Federal Republic,1955,5,5,1990,10,2,2016\nUSA,2,United States of America,1816,1,1,2016,12,31,2016\n"));
        CowStateSystem.Recognises(path).ShouldBeTrue();
        CowStateSystem.Read(path, TinyWorld.States).Lines(StoreSchema.StatePeriods).ShouldBe(["2 cow 1816-01-01 -", "260 cow 1955-05-05 1990-10-02"]);
        Should.Throw<ImportException>(() => CowStateSystem.Read(_folder.Write("s.csv", "ccode,styear,stmonth,stday,endyear,endmonth,endday\n2,1816,2,30,2016,12,31\n"), TinyWorld.States))
            .Message.ShouldContain("line 2, column 4 (stday): '30' is not a day of 1816-02");
    }

    [Fact]
    public void Three_quarters_of_the_people_of_Russia_live_west_of_the_Urals()
    {
        var rows = RealWorld.Import("states/russia_regions_population.csv", RussianRegionPopulation.Read).Tables[0].Rows;
        rows.Count.ShouldBe(89);
        rows.Where(row => (bool)row[3]!).Select(row => row[0]).ShouldBe(["Donetsk People's Republic", "Kherson Oblast", "Luhansk People's Republic", "Zaporozhye Oblast"]);

        double Sum(Func<string?, bool> district) => rows.Where(row => !(bool)row[3]! && district((string?)row[1])).Sum(row => (double)(int)row[2]!) / 1e6;
        var west = Sum(district => district is "Central" or "Northwestern" or "Southern" or "North Caucasian" or "Volga");
        west.ShouldBe(109.48, .005);
        Sum(_ => true).ShouldBe(146.09, .005);
        (west / Sum(_ => true)).ShouldBe(.749, .0005);
    }

    [Fact]
    public void The_real_distances_fold_to_a_few_spells_per_pair()
    {
        var result = RealWorld.Import("states/min_distance_1991_2019.csv.gz", MinimumDistance.Read);
        result.Notes.ShouldBeEmpty();
        result.Tables[0].Rows.Sum(row => (int)row[3]! - (int)row[2]! + 1).ShouldBe(521_215);
        result.Tables[0].Rows.Count.ShouldBeInRange(18_000, 21_000);
        result.Tables[0].Only(2, 20).ShouldBe([2, 20, 1991, 2019, 0.0]);
    }

    [Fact]
    public void The_real_pairs_of_economies_are_all_known()
    {
        var result = RealWorld.Import("states/dyad_geography.csv.gz", TradingPairGeography.Read);
        result.Notes.ShouldBeEmpty();
        result.Tables[0].Rows.Count.ShouldBe(43_890 / 2);
        ((double)result.Tables[0].Only(2, 710)[2]!).ShouldBe(11_587, .5);
    }
}
