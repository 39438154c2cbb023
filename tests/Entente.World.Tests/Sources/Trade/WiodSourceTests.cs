using Entente.World.Sources;
using Entente.World.Sources.Trade;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Trade;

public sealed class WiodSourceTests : IDisposable
{
    private const string Header = "\"exporter\",\"importer\",\"year\",\"trade\"\n";
    private const string Two = "\"RUS\",\"RUS\",2014,6\n\"RUS\",\"ROW\",2014,1\n\"ROW\",\"RUS\",2014,3\n\"ROW\",\"ROW\",2014,2\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Read(string rows) => WiodSource.Read(_folder.Write("w.csv", Header + rows), TestStates.Few);

    [Fact]
    public void Shares_are_of_the_importers_expenditure_and_totals_of_rows_and_columns()
    {
        var result = Read(Two);
        result.Lines(StoreSchema.ExpenditureShares).ShouldBe(["2014 ROW ROW 0.666666667", "2014 ROW RUS 0.333333333", "2014 RUS ROW 0.333333333", "2014 RUS RUS 0.666666667"]);
        result.Lines(StoreSchema.ExpenditureTotals).ShouldBe(["2014 ROW 3 5", "2014 RUS 9 7"]);
    }

    [Theory]
    [InlineData("\"RUS\",\"RUS\",2014,-6\n", 2, 4, "is negative")]
    [InlineData("\"QQQ\",\"RUS\",2014,6\n", 2, 1, "no state has the code 'QQQ'")]
    [InlineData(Two + "\"RUS\",\"ROW\",2014,2\n", 6, 4, "here but '1' in line 3")]
    public void A_bad_row_is_refused(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => Read(rows));
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void A_missing_pair_is_refused_because_the_shares_would_be_wrong() =>
        Should.Throw<InvalidInputException>(() => Read("\"RUS\",\"RUS\",2014,6\n\"RUS\",\"ROW\",2014,1\n\"ROW\",\"ROW\",2014,2\n")).Message.ShouldContain("lacks the flow from ROW to RUS in 2014");
}
