using Entente.Models.Trade;
using Entente.World;
using Entente.World.Store;

namespace Entente.Models.Tests.Trade.WhatIf;

public sealed class UserBaselineTests(Snapshot snapshot) : IDisposable
{
    private const string Head = "exporter,importer,value\n";
    private const string Whole = Head + "RUS,RUS,50\nRUS,CHN,5\nCHN,RUS,6\nCHN,CHN,300\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void A_csv_becomes_a_baseline_whose_names_are_states_where_they_can_be()
    {
        var baseline = Read(Whole + "Freedonia,RUS,1\nRUS,Freedonia,2\nFreedonia,Freedonia,9\n");
        baseline.Count.ShouldBe(3);
        baseline.IsEstimated.ShouldBeFalse();
        baseline.Holds(365).ShouldBeTrue();
        var (russia, china) = (baseline.IndexOf(365), baseline.IndexOf(710));
        baseline.Flows[(china * 3) + russia].ShouldBe(6);
        baseline.Economies.Single(economy => economy.Members.IsEmpty).Name.ShouldBe("Freedonia");
    }

    [Fact]
    public void Parquet_is_read_like_csv()
    {
        var path = Path.Combine(_folder.FullName, "flows.parquet");
        string[] words = ["RUS", "CHN"];
        ColumnFile.Write(path, [FileColumn.Texts("exporter", words, [0, 0, 1, 1]), FileColumn.Texts("importer", words, [0, 1, 0, 1]), FileColumn.Reals("value", [50, 5, 6, 300])]);
        UserBaseline.Read(snapshot.World, path, 2020).Flows.ShouldBe(Read(Whole).Flows);
    }

    [Theory]
    [InlineData(Head, "has no rows")]
    [InlineData("exporter,importer,trade\nRUS,CHN,1\n", "has no column value; it has exporter, importer, trade")]
    [InlineData(Whole + "RUS,CHN,7\n", "row 5: the pair RUS to CHN was given before, in row 2; keep one of the two")]
    [InlineData(Whole + "Russia,China,7\n", "row 5: the pair Russia to China was given before, in row 2")]
    [InlineData(Head + "RUS,RUS,50\nRUS,CHN,-5\nCHN,RUS,6\nCHN,CHN,300\n", "row 2: trade from RUS to CHN is -5; it must be a finite number and not negative")]
    [InlineData(Head + "RUS,RUS,50\nRUS,CHN,\nCHN,RUS,6\nCHN,CHN,300\n", "row 2: the value of RUS to CHN is missing; write 0")]
    [InlineData(Head + "RUS,RUS,50\nRUS,CHN,five\n", "row 2: the value of RUS to CHN is 'five', which is no number")]
    [InlineData(Head + "RUS,RUS,50\nRUS,CHN,NaN\nCHN,RUS,6\nCHN,CHN,300\n", "row 2: trade from RUS to CHN is NaN")]
    [InlineData(Head + "RUS,RUS,50\n,CHN,1\n", "row 2: the exporter is empty")]
    [InlineData(Head + "RUS,RUS,50\nRUS,CHN,5\nCHN,RUS,6\n", "has no domestic sales (exporter = importer) of China")]
    [InlineData(Head + "RUS,RUS,50\nRUS,CHN,0\nCHN,RUS,6\nCHN,CHN,300\n", "China imports nothing")]
    [InlineData(Head + "RUS,RUS,0\nRUS,CHN,0\nCHN,RUS,0\nCHN,CHN,0\n", "holds nothing but zeros")]
    [InlineData(Head + "RUS,RUS,1\n", "has 1 economies; a general equilibrium needs at least two")]
    public void A_table_that_cannot_carry_an_equilibrium_is_refused_in_one_sentence(string text, string says)
    {
        var message = Should.Throw<InvalidInputException>(() => Read(text)).Message;
        message.ShouldContain("flows.csv");
        message.ShouldContain(says);
        message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("nothing.csv", "There is no file")]
    [InlineData("flows.xlsx", "ends in .csv, .csv.gz, .tsv or .parquet")]
    public void A_file_that_is_not_there_or_of_another_kind_is_refused(string name, string says)
    {
        var path = Path.Combine(_folder.FullName, name);
        if (name.EndsWith("xlsx", StringComparison.Ordinal)) File.WriteAllText(path, "x");
        Should.Throw<InvalidInputException>(() => UserBaseline.Read(snapshot.World, path, 2020)).Message.ShouldContain(says);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private TradeBaseline Read(string text)
    {
        var path = Path.Combine(_folder.FullName, "flows.csv");
        File.WriteAllText(path, text);
        return UserBaseline.Read(snapshot.World, path, 2020);
    }
}
