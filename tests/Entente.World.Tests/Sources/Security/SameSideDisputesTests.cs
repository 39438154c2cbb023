using Entente.World.Sources.Security;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Security;

public sealed class SameSideDisputesTests : IDisposable
{
    private const string Header = "dispnum,ccode1,ccode2,year,gmlmidonset,fatality1,fatality2,hostlev1,hostlev2\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_that_oppose_the_same_state_stand_on_one_side_and_a_dispute_counts_once()
    {
        var rows = "1,2,710,1958,1,0,0,1,4\n1,365,710,1958,1,0,0,1,4\n1,2,710,1959,0,0,0,1,4\n1,365,710,1959,0,0,0,1,4\n2,2,710,1961,1,0,0,1,1\n2,2,365,1961,1,0,0,1,1\n";
        var result = SameSideDisputes.Read(_folder.Write("m.csv", Header + rows), TinyWorld.States);
        result.Lines(StoreSchema.SameSideDisputes).ShouldBe(["2 365 1950 1 1958", "365 710 1960 1 1961"]);
    }

    [Fact]
    public void States_that_fight_each_other_are_not_on_one_side_even_against_the_same_third()
    {
        var rows = "1,2,710,1958,1,0,0,1,4\n1,365,710,1958,1,0,0,1,4\n1,2,365,1958,1,0,0,1,4\n";
        SameSideDisputes.Read(_folder.Write("m.csv", Header + rows), TinyWorld.States).Lines(StoreSchema.SameSideDisputes).ShouldBeEmpty();
    }

    [Fact]
    public void The_allies_of_real_wars_are_found()
    {
        var rows = RealWorld.Import("security/gml_mid_directed_dyad_year_disputes.csv", SameSideDisputes.Read).Tables[0].Rows;
        rows.ShouldContain(row => Equals(row[0], 2) && Equals(row[1], 200) && Equals(row[2], 1940));
        // Korea, 1950: China and North Korea; the United States and Türkiye.
        rows.ShouldContain(row => Equals(row[0], 710) && Equals(row[1], 731) && Equals(row[2], 1950));
        rows.ShouldContain(row => Equals(row[0], 2) && Equals(row[1], 640) && Equals(row[2], 1950));
    }
}
