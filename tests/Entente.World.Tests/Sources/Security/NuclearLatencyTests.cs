using Entente.World.Sources;
using Entente.World.Sources.Security;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Security;

public sealed class NuclearLatencyTests : IDisposable
{
    private const string Head = "ccode,enr_type,size,operation_start,operation_end,operation2_start,operation2_end\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Read(string rows) => NuclearLatency.Read(_folder.Write("n.csv", Head + rows), TinyWorld.States);

    [Fact]
    public void Plants_are_counted_by_kind_and_folded_into_spells() =>
        Read("365,centrifuge,pilot,2000,2003,,\n365,reprocessing,commercial,2002,,,\n365,laser,laboratory,2010,2011,,\n").Lines(StoreSchema.NuclearLatency)
            .ShouldBe(["365 2000 2001 1 0 0", "365 2002 2003 1 1 0", "365 2004 2009 0 1 0", "365 2010 2011 0 1 1", "365 2012 2012 0 1 0"]);

    [Fact]
    public void A_second_life_of_a_plant_counts_and_years_between_do_not() =>
        Read("365,centrifuge,pilot,2000,2000,2005,2006\n").Lines(StoreSchema.NuclearLatency).ShouldBe(["365 2000 2000 1 0 0", "365 2005 2006 1 0 0"]);

    [Fact]
    public void Unknown_years_are_noted_and_never_guessed()
    {
        var result = Read("365,centrifuge,pilot,-99,,,\n365,centrifuge,pilot,,,,\n365,centrifuge,pilot,1990,-99,,\n");
        result.Lines(StoreSchema.NuclearLatency).ShouldBe(["365 1990 1990 1 0 0"]);
        result.LinesNoted("plant without a known first year of work").ShouldBe([2, 3]);
        result.LinesNoted("plant without a known last year of work, counted in its first year alone").ShouldBe([4]);
    }

    [Fact]
    public void Germany_is_one_state_from_1990() =>
        Read("260,centrifuge,commercial,1985,1992,,\n").Lines(StoreSchema.NuclearLatency).ShouldBe(["255 1990 1992 1 0 0", "260 1985 1989 1 0 0"]);

    [Theory]
    [InlineData("365,centrifuge,huge,2000,2001,,", "line 2, column 3 (size): 'huge'")]
    [InlineData("365,centrifuge,pilot,2000,1999,,", "ends (1999) before it starts (2000)")]
    [InlineData("365,centrifuge,pilot,12,,,", "'12' is not a year")]
    public void A_wrong_cell_is_named(string row, string problem) => Should.Throw<ImportException>(() => Read(row + "\n")).Message.ShouldContain(problem);

    [Fact]
    public void Japan_and_Germany_enrich_in_2012_and_South_Korea_does_not()
    {
        var rows = RealWorld.Import("security/nuclear_latency_facilities.csv", NuclearLatency.Read).Tables[0].Rows.Where(row => Equals(row[2], 2012)).ToDictionary(row => (int)row[0]!);
        ((int)rows[740][3]!).ShouldBeGreaterThan(0);
        ((int)rows[255][3]!).ShouldBeGreaterThan(0);
        (rows.TryGetValue(732, out var korea) ? (int)korea[3]! : 0).ShouldBe(0);
        rows.Count.ShouldBeInRange(10, 31);
    }
}
