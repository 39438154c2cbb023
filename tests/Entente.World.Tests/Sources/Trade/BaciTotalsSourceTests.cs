using Entente.World.Sources;
using Entente.World.Sources.Csv;
using Entente.World.Sources.Trade;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Trade;

public sealed class BaciTotalsSourceTests : IDisposable
{
    private const string Header = "year,exporter,importer,value_kusd\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Read(params string[] files) =>
        BaciTotalsSource.Read([.. files.Select((rows, i) => _folder.WriteGzip($"t{i}.csv.gz", Header + rows))], TestStates.Few);

    [Fact]
    public void Trade_of_several_files_is_read_and_odd_rows_are_noted()
    {
        var result = Read("2020,RUS,CHN,5.25\n2020,RUS,CHN,5.25\n2020,RUS,RUS,7\n2020,QQQ,CHN,1\n2020,RUS,HKG,0\n", "2023,RUS,CHN,6\n");
        result.Source.ShouldBe("baci");
        result.Lines(StoreSchema.Trade).ShouldBe(["2020 365 710 5.25", "2020 365 -344 0", "2023 365 710 6"]);
        result.LinesNoted("identical duplicate row dropped").ShouldBe([3]);
        result.LinesNoted(PairGuard.WithItself).ShouldBe([4]);
        result.LinesNoted(StateLookup.UnknownCode).ShouldBe([5]);
    }

    [Theory]
    [InlineData("2020,RUS,CHN,\"3,586\"\n", 2, 4, "has separators")]
    [InlineData("2020,RUS,CHN,-1\n", 2, 4, "is negative")]
    [InlineData("2020,RUS,CHN,\n", 2, 4, "is missing")]
    [InlineData("2020,RUS,CHN,1\n2020,RUS,CHN,2\n", 3, 3, "is '2' here but '1' in line 2")]
    [InlineData("2020,RUS,CHN\n", 2, 0, "the row has 3 fields")]
    [InlineData("2020.5,RUS,CHN,1\n", 2, 1, "not a whole number")]
    public void A_bad_row_is_refused(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => Read(rows));
        (error.File, error.Line, error.Column).ShouldBe(("t0.csv.gz", line, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void Files_that_contradict_each_other_are_refused_with_both_names() =>
        Should.Throw<ImportException>(() => Read("2020,RUS,CHN,1\n", "2020,RUS,CHN,2\n")).Message.ShouldContain("t1.csv.gz, line 2, column 3 (importer): the exports of state 365 to state 710 in 2020 is '2' here but '1' in t0.csv.gz, line 2");

    [Fact]
    public void Missing_pairs_carry_their_value_of_2020()
    {
        var result = BaciTotalsSource.ReadMissing(_folder.Write("m.csv", "exporter,importer,value_2020_kusd\nRUS,BLR,15748465.0\n"), TestStates.Few);
        result.Source.ShouldBe("baci-2023-mask");
        result.Lines(StoreSchema.TradeMissing).ShouldBe(["2023 365 370 15748465 2020"]);
    }

    [Fact]
    public void Customs_totals_name_their_publisher()
    {
        const string Columns = "year,iso3,flow,value_kusd,publisher,document\n";
        var result = OfficialTotalsSource.Read(_folder.Write("c.csv", Columns + "2023,RUS,import,285100000,Customs,\"a, b\"\n"), TestStates.Few);
        result.Lines(StoreSchema.TradeOfficial).ShouldBe(["2023 365 import 285100000 Customs (a, b)"]);
        Should.Throw<ImportException>(() => OfficialTotalsSource.Read(_folder.Write("c.csv", Columns + "2023,RUS,imports,1,C,d\n"), TestStates.Few)).Column.ShouldBe(3);
        Should.Throw<ImportException>(() => OfficialTotalsSource.Read(_folder.Write("c.csv", Columns + "2023,QQQ,import,1,C,d\n"), TestStates.Few)).Column.ShouldBe(2);
        Should.Throw<ImportException>(() => OfficialTotalsSource.Read(_folder.Write("c.csv", Columns + "2023,RUS,import,0,C,d\n"), TestStates.Few)).Column.ShouldBe(4);
    }
}
