using Entente.Tests;
using Entente.World.Sources;
using Entente.World.Sources.Security;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Security;

public sealed class SecurityRecordSourceTests : IDisposable
{
    private const string Header = "parties,date,kind,what,document\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_of_three_parties_holds_for_each_pair() => Read("RUS USA CHN,2001-07,exercise,something,a paper\n").Lines(StoreSchema.SecurityRecord)
        .Select(line => string.Join(' ', line.Split(' ').Take(3))).ShouldBe(["2 365 2001-07", "2 710 2001-07", "365 710 2001-07"], ignoreOrder: true);

    [Fact]
    public void A_row_that_stands_twice_is_kept_once_and_noted()
    {
        var result = Read("RUS CHN,2001,arms,x,a paper\nCHN RUS,2001,arms,x,a paper\n");
        result.Lines(StoreSchema.SecurityRecord).Count.ShouldBe(1);
        result.Noted("row that stands twice").ShouldBe(1);
    }

    [Theory]
    [InlineData("RUS,2001,arms,x,y\n", 1, "two states are needed")]
    [InlineData("RUS RUS,2001,arms,x,y\n", 1, "two states are needed")]
    [InlineData("RUS XYZ,2001,arms,x,y\n", 1, "'XYZ' is not the ISO3 code of a state in 2001")]
    [InlineData("RUS CHN,2001-13,arms,x,y\n", 2, "'2001-13' is not a date")]
    [InlineData("RUS CHN,2001,gossip,x,y\n", 3, "'gossip' is not a kind")]
    [InlineData("RUS CHN,2001,arms,x,\n", 5, "is empty")]
    public void A_bad_row_is_refused(string rows, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => Read(rows));
        (error.Line, error.Column).ShouldBe((2, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void Every_shipped_event_names_where_it_is_recorded_and_lies_in_the_past()
    {
        var rows = SecurityRecordSource.Read(Path.Combine(Shared.Repository, "data", "reference", "security_record.csv"), RealWorld.States).Tables[0].Rows;
        rows.Count.ShouldBeGreaterThan(30);
        rows.ShouldAllBe(row => ((string)row[5]!).Length > 8 && string.CompareOrdinal((string)row[2]!, "2026") < 0);
    }

    private ImportResult Read(string rows) => SecurityRecordSource.Read(_folder.Write("r.csv", Header + rows), TinyWorld.States);
}
