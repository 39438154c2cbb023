using Entente.Tests;
using Entente.World.Sources;
using Entente.World.Sources.Security;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Security;

public sealed class TroopsAbroadTests : IDisposable
{
    private const string Header = "ccode,year,month,source,troops_ad,army_ad,navy_ad,air_force_ad,marine_corps_ad\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_year_takes_September_and_else_the_next_best_row()
    {
        var rows = "710,2003,June,Kane 2006,70,0,0,0,0\n710,2004,June,Kane 2006,71,0,0,0,0\n710,2004,September,September 2004,75,3,5,7,60\n710,2005,December,December 2005,80,3,5,7,65\n";
        Read(rows).Lines(StoreSchema.Troops).ShouldBe(["710 2003 2 70 1", "710 2004 2 75 1", "710 2005 2 80 1"]);
    }

    [Fact]
    public void A_host_of_even_counts_only_was_counted_twice_and_one_odd_count_says_that_it_was_not()
    {
        static string Rows(int odd) => string.Concat(Enumerable.Range(1990, 4).Select(year => $"365,{year},September,September {year},{120 + odd},40,20,30,{30 + odd}\n"));
        Read(Rows(0)).Lines(StoreSchema.Troops).ShouldAllBe(line => line.EndsWith(" 60 2", StringComparison.Ordinal));
        Read(Rows(1)).Lines(StoreSchema.Troops).ShouldAllBe(line => line.EndsWith(" 120 1", StringComparison.Ordinal));
        // Seven even counts may be chance: they are left as they are.
        Read("365,1990,September,September 1990,120,40,20,30,30\n365,1991,September,September 1991,90,40,20,30,0\n").Lines(StoreSchema.Troops).ShouldBe(["365 1990 2 120 1", "365 1991 2 90 1"]);
    }

    [Fact]
    public void June_adds_the_whole_up_once_more_where_the_file_is_known_to_do_so()
    {
        Read("710,1953,June,June 1953,200,3,5,7,85\n710,2015,June,June 2015,300,3,5,7,135\n710,2022,June,June 2022,150,3,5,7,135\n").Lines(StoreSchema.Troops)
            .ShouldBe(["710 1953 2 100 2", "710 2015 2 150 2", "710 2022 2 150 1"]);
    }

    [Fact]
    public void What_was_imputed_or_has_no_source_is_missing_and_not_zero()
    {
        var result = Read("710,1951,June,Stepwise Imputation,300,,,,\n710,2023,March,,0,,0,0,0\n");
        result.Lines(StoreSchema.Troops).ShouldBeEmpty();
        result.Noted("no count of its own").ShouldBe(2);
    }

    [Theory]
    [InlineData("710,2005,September,September 2005,-3,1,1,1,1\n", 5, "'-3' is negative")]
    [InlineData("710,2005,Sept,September 2005,3,1,1,1,1\n", 3, "'Sept' is none of March, June, September and December")]
    public void A_bad_row_is_refused(string rows, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => Read(rows));
        (error.Line, error.Column).ShouldBe((2, column));
        error.Message.ShouldContain(problem);
    }

    /// <summary>Published counts of the Defense Manpower Data Center, as they are widely quoted.</summary>
    [Theory]
    [InlineData(817, 1968, 540_000)]
    [InlineData(732, 1953, 330_000)]
    [InlineData(732, 1995, 36_000)]
    [InlineData(732, 2024, 23_000)]
    [InlineData(740, 2024, 51_000)]
    [InlineData(255, 2024, 35_000)]
    [InlineData(260, 1985, 250_000)]
    [InlineData(325, 2018, 13_000)]
    [InlineData(640, 2024, 1_700)]
    public void Real_hosts_show_what_is_published(int host, int year, int personnel)
    {
        var row = Real.Single(row => Equals(row[0], host) && Equals(row[1], year));
        ((int)row[3]!).ShouldBe(personnel);
    }

    [Fact]
    public void Mended_counts_agree_with_the_independent_series_where_both_are_held()
    {
        // Kane's yearly series and the quarterly one are independent compilations: after mending, hosts of thousands agree from 1976 to 2013, but for the Germany of 2006 and 2007.
        var kane = File.ReadLines(Unpacked()).Skip(1).Select(line => line.Split(',')).Where(cells => cells[6] == "\"Kane 2006\"" && cells[7].Length > 0)
            .ToDictionary(cells => (int.Parse(cells[0], null), int.Parse(cells[3], null)), cells => int.Parse(cells[7], null));
        var compared = 0;
        foreach (var row in Real)
        {
            var (host, year) = ((int)row[0]!, (int)row[1]!);
            if (year is < 1976 or > 2012 || !kane.TryGetValue((host == 255 ? 260 : host, year), out var count) || count < 5000 || (host == 255 && year is 2006 or 2007)) continue;
            (count / (double)(int)row[3]!).ShouldBeInRange(.8, 1.25, $"{host} in {year}");
            compared++;
        }

        compared.ShouldBeGreaterThan(250);
    }

    private static IReadOnlyList<object?[]> Real => field ??= [.. RealWorld.Import("security/us_troops_country_year.csv.gz", TroopsAbroad.Read).Tables[0].Rows];

    private ImportResult Read(string rows) => TroopsAbroad.Read(_folder.Write("t.csv", Header + rows), TinyWorld.States);

    private string Unpacked()
    {
        var target = _folder.Write("troops.csv", "");
        using var source = new System.IO.Compression.GZipStream(File.OpenRead(Shared.Path("data/security/us_troops_country_year.csv.gz")), System.IO.Compression.CompressionMode.Decompress);
        using var file = File.Create(target);
        source.CopyTo(file);
        return target;
    }
}
