using Entente.Tests;
using Entente.World.Sources;
using Entente.World.Sources.Security;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Security;

public sealed class DerivedRecordsTests : IDisposable
{
    private const string MidHeader = "dispnum,ccode1,ccode2,year,gmlmidonset,fatality1,fatality2,hostlev1,hostlev2\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Disputes_are_counted_by_pair_and_decade_in_the_year_they_begin()
    {
        var result = MilitarisedDisputes.Read(_folder.Write("m.csv", MidHeader
            + "1,2,365,1958,1,0,0,1,4\n1,365,2,1958,1,0,0,1,4\n1,2,365,1959,0,1,0,5,5\n2,365,2,1959,1,-9,0,2,3\n3,2,365,1961,1,0,2,1,1\n"), TinyWorld.States);
        result.Lines(StoreSchema.Disputes).ShouldBe(["2 365 1950 2 1 0 1959", "2 365 1960 1 0 1 1961"]);
        result.Noted("deaths not known").ShouldBe(1);
    }

    [Theory]
    [InlineData("1,2,365,1958,1,0,0,6,4\n", 2, 8, "'6' is not a level from 0 to 5")]
    [InlineData("1,2,365,1958,1,7,0,1,4\n", 2, 6, "'7' is not a level from 0 to 6")]
    [InlineData("1,2,365,1958,1,0,0,1,4\n1,365,2,1958,0,0,0,1,4\n", 3, 5, "dispute 1 of 2 and 365 in 1958")]
    public void A_bad_dispute_is_refused(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => MilitarisedDisputes.Read(_folder.Write("m.csv", MidHeader + rows), TinyWorld.States));
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void The_real_disputes_agree_with_the_base_rates_of_nuclear_dyads()
    {
        var rows = RealWorld.Import("security/gml_mid_directed_dyad_year_disputes.csv", MilitarisedDisputes.Read).Tables[0].Rows;
        rows.Sum(row => (int)row[3]!).ShouldBe(3124);

        // The base rates count from 1949 or the year in which both had the bomb; pairs are compared where that falls on the beginning of a decade or nothing began between.
        var rates = File.ReadLines(Shared.Path("cases/priors/nuclear_dyad_mid_base_rates.csv")).Skip(1).Select(line => line.Split(',').Select(cell => int.Parse(cell, null)).ToArray());
        var compared = 0;
        foreach (var rate in rates)
        {
            var first = 2011 - rate[2];
            var sinceDecade = rows.Where(row => Equals(row[0], rate[0]) && Equals(row[1], rate[1]) && (int)row[2]! >= (first + 9) / 10 * 10).Sum(row => (int)row[3]!);
            var withDecade = rows.Where(row => Equals(row[0], rate[0]) && Equals(row[1], rate[1]) && (int)row[2]! >= first / 10 * 10).Sum(row => (int)row[3]!);
            rate[3].ShouldBeInRange(sinceDecade, withDecade, $"onsets of {rate[0]} and {rate[1]}");
            if (sinceDecade == withDecade) compared++;
        }

        compared.ShouldBeGreaterThan(25);
        rows.Where(row => Equals(row[0], 750) && Equals(row[1], 770) && (int)row[2]! >= 1990).Aggregate((0, 0, 0), (sum, row) => (sum.Item1 + (int)row[3]!, sum.Item2 + (int)row[4]!, sum.Item3 + (int)row[5]!)).ShouldBe((8, 8, 5));
        rows.Where(row => Equals(row[0], 2) && Equals(row[1], 365) && (int)row[2]! >= 1950).Sum(row => (int)row[3]!).ShouldBe(30);
    }

    [Fact]
    public void Arms_shares_rest_on_all_deliveries_of_five_years_and_the_Soviet_Union_is_Russia()
    {
        var result = ArmsTransfers.Read(
            _folder.Write("t.csv", "supplier,recipient,year,tiv_delivered_est\nSoviet Union,China,1990,50\nRussia,China,1992,30\nunknown supplier(s),China,1993,20\nCanada,China,1994,.01\nCanada,Rebels*,1994,9.99\nUnited States,Rebels*,1994,9\nRussia,China,1995,7\n"),
            TinyWorld.States);
        result.Lines(StoreSchema.ArmsShares).ShouldBe(["710 20 1990 0 0.001 1", "710 365 1990 0.8 1 1", "710 365 1995 1 1 0.09"]);
        result.Noted("recipient that is no state").ShouldBe(2);
        result.Noted("supplier that is no state").ShouldBe(1);
        Should.Throw<ImportException>(() => ArmsTransfers.Read(_folder.Write("t.csv", "supplier,recipient,year,tiv_delivered_est\nRussia,China,1992,-3\n"), TinyWorld.States)).Column.ShouldBe(4);
    }

    [Fact]
    public void The_real_shares_of_a_recipient_never_exceed_the_whole()
    {
        var result = RealWorld.Import("security/arms_transfers_tiv_dyad_year.csv", ArmsTransfers.Read);
        result.Notes.Where(note => note.Reason.StartsWith("supplier", StringComparison.Ordinal)).Select(note => note.Value).Distinct()
            .ShouldBe(["European Union**", "United Nations**", "FMLN (El Salvador)*", "HoR (Libya)*", "Mujahedin (Afghanistan)*", "unknown supplier(s)"], ignoreOrder: true);
        var rows = result.Tables[0].Rows;
        rows.GroupBy(row => (row[0], row[2])).ShouldAllBe(window => window.Sum(row => (double)row[3]!) < 1.01);
        rows.GroupBy(row => (row[1], row[2])).ShouldAllBe(window => window.Sum(row => (double)row[4]!) < 1.05);
        rows.GroupBy(row => (row[0], row[1])).ShouldAllBe(pair => pair.Max(row => (double)row[5]!) <= 1);
        rows.Select(row => (int)row[2]!).Distinct().Order().ShouldBe(Enumerable.Range(0, 15).Select(i => 1950 + (5 * i)));
        ((double)result.Tables[0].Rows.Single(row => Equals(row[0], 710) && Equals(row[1], 365) && Equals(row[2], 2000))[3]!).ShouldBeGreaterThan(.8, "China bought most of its arms from Russia");
    }

    [Fact]
    public void Military_spending_is_rounded_and_a_zero_that_stands_for_missing_is_left_out()
    {
        var result = SipriMilitaryExpenditure.Read(_folder.Write("m.csv", "country,year,current_usd_m,share_gdp\nRussia,1990,0,\nUSSR,1990,219114.06,\nRussia,1992,0,.044270\nUnited States,2023,916014.7,.033618\nEuropean Union,2023,5,\n"), TinyWorld.States);
        result.Lines(StoreSchema.Indicators).ShouldBe(["military_burden 2 2023 0.0336", "military_burden 365 1992 0.0443", "military_expenditure_usd 2 2023 916015000000", "military_expenditure_usd 365 1990 219114000000"]);
        result.Noted("rounds to zero").ShouldBe(2);
        result.Noted("name of no state").ShouldBe(1);
        Should.Throw<ImportException>(() => SipriMilitaryExpenditure.Read(_folder.Write("m.csv", "country,year,current_usd_m,share_gdp\nRussia,2020,1,5.9\n"), TinyWorld.States)).Message.ShouldContain("shares are fractions, not per cent");
    }

    [Fact]
    public void Real_military_spending_names_states_only()
    {
        var result = RealWorld.Import("security/military_expenditure.csv", SipriMilitaryExpenditure.Read);
        result.Notes.Where(note => note.Reason == "name of no state").Select(note => note.Value).Distinct().ShouldBe(["European Union"]);
        result.Tables[0].Only("military_burden", 365, 2023)[3].ShouldBe(.0586);
        result.Tables[0].Only("military_expenditure_usd", 710, 2023)[3].ShouldBe(296_439e6);
    }
}
