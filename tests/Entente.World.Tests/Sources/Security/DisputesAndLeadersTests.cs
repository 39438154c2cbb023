using Entente.World.Sources;
using Entente.World.Sources.Security;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Security;

public sealed class DisputesAndLeadersTests : IDisposable
{
    private const string CowHeader = "dispnum,ccode1,ccode2,year,cowmidonset,fatality1,fatality2,hostlev1,hostlev2,orig1,orig2\n";
    private const string LeaderHeader = "gwcode,yrborn,startdate,enddate,entry\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Disputes_of_a_year_are_counted_once_for_both_directions_and_joiners_are_told_apart()
    {
        var rows = "1,2,365,1958,1,0,0,1,4,1,1\n1,365,2,1958,1,0,0,4,1,1,1\n2,2,365,1958,1,1,0,5,5,1,0\n2,365,2,1958,1,0,1,5,5,0,1\n";
        var table = DisputeYearSource.ReadCow(_folder.Write("m.csv", CowHeader + rows), TinyWorld.States).Tables.Single(one => one.Schema == StoreSchema.DisputeYears);
        var row = table.Rows.ShouldHaveSingleItem();
        Cell(table, row, "onsets").ShouldBe(2);
        Cell(table, row, "originated").ShouldBe(1);
        Cell(table, row, "force_used").ShouldBe(1);
        Cell(table, row, "fatal").ShouldBe(0, "the death fell in the dispute that one of them only joined");
        Cell(table, row, "hostility").ShouldBe(5);
    }

    [Theory]
    [InlineData("1,2,365,1958,1,0,0,9,4,1,1\n", 8, "'9' is not a level")]
    [InlineData("1,2,2,1958,1,0,0,1,4,1,1\n", 3, "both states of the dyad are 2")]
    [InlineData("1,2,365,1958,maybe,0,0,1,4,1,1\n", 5, "neither 0 nor 1")]
    public void A_bad_dispute_is_refused(string rows, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => DisputeYearSource.ReadCow(_folder.Write("m.csv", CowHeader + rows), TinyWorld.States));
        (error.Line, error.Column).ShouldBe((2, column));
        error.Message.ShouldContain(problem);
    }

    [Theory]
    [InlineData("365,1952,2000-05-07,1999-01-01,Regular\n", 4, "ends before it starts")]
    [InlineData("365,1952,7 May 2000,2008-05-07,Regular\n", 3, "is not a day")]
    public void A_bad_term_of_a_leader_is_refused(string rows, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => LeaderSource.Read(_folder.Write("l.csv", LeaderHeader + rows), TinyWorld.States));
        (error.Line, error.Column).ShouldBe((2, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void The_leader_of_a_year_is_the_one_in_office_on_its_last_day()
    {
        var table = LeaderSource.Read(_folder.Write("l.csv", LeaderHeader + "365,1931,1991-07-10,1999-12-30,Regular\n365,1952,1999-12-31,2008-05-07,Regular\n"), TinyWorld.States).Tables[0];
        var spells = table.Rows.Select(row => ((int)Cell(table, row, "from_year")!, (int)Cell(table, row, "to_year")!, (int)Cell(table, row, "birth_year")!)).ToList();
        spells.ShouldBe([(1991, 1998, 1931), (1999, 2007, 1952)]);
    }

    private static object? Cell(TableData table, IReadOnlyList<object?> row, string column) => row[table.Schema.Columns.Select((one, i) => (one.Name, i)).Single(pair => pair.Name == column).i];
}
