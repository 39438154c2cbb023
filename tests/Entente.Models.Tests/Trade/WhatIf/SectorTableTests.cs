using Entente.Models.Trade;
using Entente.Numerics.Equilibrium;
using Entente.World;
using Entente.World.Store;

namespace Entente.Models.Tests.Trade.WhatIf;

public sealed class SectorTableTests(Snapshot snapshot) : IDisposable
{
    private readonly MadeUpSectors _files = new();

    [Fact]
    public void Three_tables_become_a_world_whose_purchases_are_used_up_and_whose_sectors_add_up_to_the_baseline()
    {
        var table = Read(MadeUpSectors.Trade, MadeUpSectors.Use, MadeUpSectors.Final);
        table.Sectors.ShouldBe(["energy", "industry"]);
        var (russia, germany) = (table.Aggregate.IndexOf(365), table.Aggregate.IndexOf(255));
        table.Aggregate.Flows[(russia * 3) + germany].ShouldBe(75);
        table.Flows.Trade.Span[(russia * 3) + germany].ShouldBe(60);
        table.Flows.FinalDemand.Span[russia * 2].ShouldBe(32, 1e-9);

        var model = new SectoralHatModel(table.Flows);
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 2; j++)
            {
                var used = table.Flows.FinalDemand.Span[(i * 2) + j];
                for (var k = 0; k < 2; k++) used += table.Flows.IntermediateUse.Span[(((i * 2) + j) * 2) + k];
                used.ShouldBe(model.Purchases[(i * 2) + j], 1e-9);
            }
        }

        // What is earned anywhere is what is spent anywhere.
        double earned = 0, spent = 0;
        for (var i = 0; i < 3; i++) (earned, spent) = (earned + model.ValueAdded[i], spent + model.FinalSpending[i]);
        earned.ShouldBe(spent, 1e-9 * earned);
        model.ValueAdded[russia].ShouldBe(725 - 330, 1e-9);
    }

    [Fact]
    public void Final_demand_is_what_inputs_leave_where_no_table_names_it()
    {
        var (named, left) = (Read(MadeUpSectors.Trade, MadeUpSectors.Use, MadeUpSectors.Final), Read(MadeUpSectors.Trade, MadeUpSectors.Use, null));
        for (var cell = 0; cell < 6; cell++) left.Flows.FinalDemand.Span[cell].ShouldBe(named.Flows.FinalDemand.Span[cell], 1e-9);
    }

    [Fact]
    public void Rounding_is_shared_in_proportion_and_the_order_of_rows_and_spelling_of_states_change_nothing()
    {
        var whole = Read(MadeUpSectors.Trade, MadeUpSectors.Use, MadeUpSectors.Final);
        var rounded = Read(MadeUpSectors.Trade, MadeUpSectors.Use, MadeUpSectors.Final.Replace("DEU,industry,1520", "DEU,industry,1521", StringComparison.Ordinal));
        rounded.Flows.FinalDemand.Span[3].ShouldNotBe(1521);
        rounded.Flows.FinalDemand.Span[3].ShouldBe(1520, 1.0);
        var lines = MadeUpSectors.Trade.TrimEnd().Split('\n');
        var turned = string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0])).Replace(",DEU,", ",Germany,", StringComparison.Ordinal);
        Read(turned, MadeUpSectors.Use, MadeUpSectors.Final).Flows.Trade.ToArray().ShouldBe(whole.Flows.Trade.ToArray());
    }

    [Fact]
    public void Parquet_is_read_like_csv()
    {
        var path = _files.File("trade.parquet", "");
        string[] words = ["RUS", "CHN"];
        ColumnFile.Write(path, [FileColumn.Texts("sector", ["all"], [0, 0, 0, 0]), FileColumn.Texts("exporter", words, [0, 0, 1, 1]), FileColumn.Texts("importer", words, [0, 1, 0, 1]), FileColumn.Reals("value", [50, 5, 6, 300])]);
        SectorTableReader.Read(snapshot.World, new SectorFiles(path, null, null), 2020).Flows.Trade.ToArray().ShouldBe([300, 6, 5, 50]);
    }

    [Theory]
    [InlineData("energy,RUS,DEU,60", "energy,RUS,DEU,-60", "trade.csv, row 2 (sector energy, exporter RUS, importer DEU): value is -60; it must be a finite number and not negative.")]
    [InlineData("energy,RUS,DEU,60", "energy,RUS,DEU,", "trade.csv, row 2 (sector energy, exporter RUS, importer DEU): value is missing or no number; write 0")]
    [InlineData("energy,RUS,DEU,60", "energy,RUS,DEU,sixty", "row 2 (sector energy, exporter RUS, importer DEU): value is missing or no number")]
    [InlineData("energy,RUS,CHN,20", "energy,Russia,Germany,20", "row 3 (sector energy, exporter Russia, importer Germany): the same was given before, in row 2; keep one of the two.")]
    [InlineData("energy,RUS,DEU,60", ",RUS,DEU,60", "row 2: sector is empty; name it.")]
    [InlineData("energy,DEU,DEU,40\n", "", "trade.csv: Germany trades goods of the sector energy but its sales at home (exporter = importer) are missing; add the row, with 0 where it sells itself none.")]
    [InlineData("sector,exporter", "branch,exporter", "has no column sector; it has branch, exporter, importer, value. A table of trade by sector has the columns sector, exporter, importer and value.")]
    public void A_table_of_trade_with_a_defect_is_refused(string old, string replaced, string says) =>
        Refused(MadeUpSectors.Trade.Replace(old, replaced, StringComparison.Ordinal), MadeUpSectors.Use, MadeUpSectors.Final).ShouldContain(says);

    [Theory]
    [InlineData("CHN,industry,energy,60", "CHN,services,energy,60", "use.csv, row 11 (economy CHN, sector services, used_by energy): services is no sector of ")]
    [InlineData("CHN,industry,energy,60", "IND,industry,energy,60", "row 11 (economy IND, sector industry, used_by energy): IND is no economy of ")]
    [InlineData("DEU,industry,energy,5", "DEU,industry,energy,-5", "row 7 (economy DEU, sector industry, used_by energy): value is -5")]
    [InlineData("DEU,industry,energy,5", "DEU,industry,industry,5", "row 8 (economy DEU, sector industry, used_by industry): the same was given before, in row 7")]
    [InlineData("DEU,energy,energy,2", "DEU,energy,energy,12", "final.csv: Germany buys 102 of goods of energy (")]
    [InlineData("DEU,energy,energy,2", "DEU,energy,energy,12", "but inputs of 92 and final demand of 20 add up to 112; they may differ by 0.1 % for rounding.")]
    [InlineData("RUS,energy,energy,20\nRUS,energy,industry,70\nRUS,industry,energy,40\nRUS,industry,industry,200\n", "", "has no row of Russia; add inputs, with 0 where there is none.")]
    public void A_table_of_use_with_a_defect_is_refused(string old, string replaced, string says) =>
        Refused(MadeUpSectors.Trade, MadeUpSectors.Use.Replace(old, replaced, StringComparison.Ordinal), MadeUpSectors.Final).ShouldContain(says);

    [Fact]
    public void Goods_that_nobody_sells_to_an_economy_cannot_be_used_there()
    {
        var trade = MadeUpSectors.Trade.Replace("energy,RUS,DEU,60", "energy,RUS,DEU,0", StringComparison.Ordinal).Replace("energy,DEU,DEU,40", "energy,DEU,DEU,0", StringComparison.Ordinal)
            .Replace("energy,CHN,DEU,2", "energy,CHN,DEU,0", StringComparison.Ordinal);
        Refused(trade, null, MadeUpSectors.Final).ShouldContain("final.csv, row 3 (economy DEU, sector energy): nobody sells goods of energy to Germany in ");
    }

    [Fact]
    public void A_sector_that_uses_more_than_it_sells_or_an_economy_that_buys_less_than_it_uses_is_refused()
    {
        Refused(MadeUpSectors.Trade, MadeUpSectors.Use.Replace("DEU,industry,energy,5", "DEU,industry,energy,45", StringComparison.Ordinal), null)
            .ShouldContain("use.csv: the sector energy of Germany uses inputs of 47 and sells 42; nothing is left for its value added.");
        Refused(MadeUpSectors.Trade, MadeUpSectors.Use.Replace("DEU,energy,industry,80", "DEU,energy,industry,120", StringComparison.Ordinal), null)
            .ShouldContain("use.csv: Germany uses 122 of goods of energy and buys 102; inputs cannot be more than purchases.");
        Refused(MadeUpSectors.Trade, null, MadeUpSectors.Final).ShouldContain("name also the table of use between sectors");
    }

    public void Dispose() => _files.Dispose();

    private string Refused(string trade, string? use, string? final)
    {
        var message = Should.Throw<InvalidInputException>(() => Read(trade, use, final)).Message;
        message.ShouldNotContain("\n");
        return message;
    }

    private SectorTable Read(string trade, string? use, string? final) => SectorTableReader.Read(
        snapshot.World, new SectorFiles(_files.File("trade.csv", trade), use is null ? null : _files.File("use.csv", use), final is null ? null : _files.File("final.csv", final)), 2020);
}
