using Entente.Tests.States;
using Entente.World.Blocs;
using Entente.World.Sources.Blocs;
using Entente.World.States;

namespace Entente.Tests.Blocs;

public class ShippedBlocs
{
    internal static BlocRegistry Registry { get; } = Read();

    [Theory]
    [InlineData("EU", 1957, 0)]
    [InlineData("EU", 1958, 6)]
    [InlineData("EU", 1972, 6)]
    [InlineData("EU", 1973, 9)]
    [InlineData("EU", 1981, 10)]
    [InlineData("EU", 1986, 12)]
    [InlineData("EU", 1990, 12)]
    [InlineData("EU", 1995, 15)]
    [InlineData("EU", 2004, 25)]
    [InlineData("EU", 2007, 27)]
    [InlineData("EU", 2013, 28)]
    [InlineData("EU", 2019, 28)]
    [InlineData("EU", 2020, 27)]
    [InlineData("EU27", 1960, 27)]
    [InlineData("EU28", 2024, 28)]
    [InlineData("NATO", 1949, 12)]
    [InlineData("NATO", 1952, 14)]
    [InlineData("NATO", 1955, 15)]
    [InlineData("NATO", 1982, 16)]
    [InlineData("NATO", 1990, 16)]
    [InlineData("NATO", 1999, 19)]
    [InlineData("NATO", 2004, 26)]
    [InlineData("NATO", 2009, 28)]
    [InlineData("NATO", 2017, 29)]
    [InlineData("NATO", 2020, 30)]
    [InlineData("NATO", 2023, 31)]
    [InlineData("NATO", 2024, 32)]
    [InlineData("FiveEyes", 1950, 2)]
    [InlineData("FiveEyes", 2024, 5)]
    [InlineData("G7", 1975, 6)]
    [InlineData("G7", 1976, 7)]
    [InlineData("G7", 2024, 7)]
    [InlineData("AUKUS", 2021, 3)]
    [InlineData("Quad", 2024, 4)]
    [InlineData("CSTO", 1995, 9)]
    [InlineData("CSTO", 2000, 6)]
    [InlineData("CSTO", 2010, 7)]
    [InlineData("CSTO", 2024, 6)]
    [InlineData("EAEU", 2015, 5)]
    [InlineData("CIS", 1991, 11)]
    [InlineData("CIS", 1995, 12)]
    [InlineData("CIS", 2024, 9)]
    [InlineData("SCO", 2001, 6)]
    [InlineData("SCO", 2024, 10)]
    [InlineData("BRICS", 2009, 4)]
    [InlineData("BRICS", 2011, 5)]
    [InlineData("BRICS", 2024, 9)]
    [InlineData("BRICS", 2025, 10)]
    [InlineData("ASEAN", 1967, 5)]
    [InlineData("ASEAN", 1999, 10)]
    [InlineData("ASEAN", 2025, 11)]
    [InlineData("WarsawPact", 1955, 8)]
    [InlineData("WarsawPact", 1980, 7)]
    [InlineData("WarsawPact", 1991, 0)]
    [InlineData("CentralAsia", 1995, 5)]
    [InlineData("Sanctions2022", 2013, 40)]
    [InlineData("PacificAllies", 2024, 5)]
    [InlineData("PacificAllies", 1960, 7)]
    public void A_bloc_had_so_many_members_at_the_end_of_a_year(string key, int year, int members) => Bloc(key).MembersIn(year).Length.ShouldBe(members);

    [Fact]
    public void West_Germany_is_the_member_until_unification_and_Germany_after_it()
    {
        foreach (var key in new[] { "EU", "NATO", "G7" })
        {
            Bloc(key).MembersIn(1989).ShouldContain(260);
            Bloc(key).MembersIn(1989).ShouldNotContain(255);
            Bloc(key).MembersIn(1990).ShouldContain(255);
            Bloc(key).MembersIn(1990).ShouldNotContain(260);
        }
    }

    [Fact]
    public void The_fixed_sets_are_the_members_of_their_time()
    {
        Bloc("EU28").MembersIn(1900).ShouldBe(Bloc("EU").MembersIn(2013));
        Bloc("EU27").MembersIn(1900).ShouldBe(Bloc("EU").MembersIn(2020));
        Bloc("EU28").MembersIn(2020).Except(Bloc("EU27").MembersIn(2020)).ShouldBe([200]);
        Bloc("Sanctions2022").MembersIn(2022).ShouldBe(Bloc("EU27").MembersIn(2022).Union([2, 200, 20, 740, 732, 900, 920, 225, 385, 395, 713, 830, 223]).Order());
    }

    [Fact]
    public void The_pacific_allies_of_today_are_those_with_a_treaty_in_force() => Bloc("PacificAllies").MembersIn(2024).ShouldBe([732, 740, 800, 840, 900]);

    [Fact]
    public void Every_bloc_names_its_source_and_every_member_is_a_state()
    {
        foreach (var bloc in Registry.All)
        {
            bloc.Source.Length.ShouldBeGreaterThan(20);
            foreach (var membership in bloc.Memberships) RealStates.System.TryGet(membership.StateId, out State? _).ShouldBeTrue();
        }
    }

    [Fact]
    public void No_member_belongs_to_a_dated_bloc_after_its_end()
    {
        foreach (var bloc in Registry.All.Where(bloc => !bloc.IsFixed))
        {
            foreach (var (id, period) in bloc.Memberships)
            {
                var end = RealStates.System[id].Existence[^1].To;
                if (end is not null) period.To.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(end.Value);
            }
        }
    }

    [Theory]
    [InlineData("five eyes", "FiveEyes")]
    [InlineData("FIVE-EYES", "FiveEyes")]
    [InlineData("nato", "NATO")]
    [InlineData("north atlantic treaty organization", "NATO")]
    [InlineData("warsaw pact", "WarsawPact")]
    [InlineData("central-asia", "CentralAsia")]
    [InlineData("Sanctioning coalition 2022", "Sanctions2022")]
    [InlineData("eu 28", "EU28")]
    [InlineData("quad", "Quad")]
    public void A_bloc_is_found_whatever_its_case_blanks_and_hyphens(string text, string key) => Bloc(text).Key.ShouldBe(key);

    [Fact]
    public void Blocs_survive_the_way_through_the_tables_of_the_store()
    {
        var tables = BlocSource.Import(RealStates.Reference, RealStates.System).Tables;
        var back = BlocRegistry.FromTables(tables[0], tables[1]);
        back.All.Select(bloc => bloc.ToString()).ShouldBe(Registry.All.Select(bloc => bloc.ToString()));
        foreach (var bloc in Registry.All)
        {
            var twin = back.Find(bloc.Key).ShouldNotBeNull();
            (twin.Name, twin.Source, twin.IsFixed).ShouldBe((bloc.Name, bloc.Source, bloc.IsFixed));
            twin.Memberships.ShouldBe(bloc.Memberships);
        }
    }

    [Fact]
    public void A_membership_table_with_a_stray_bloc_is_a_defect()
    {
        var tables = Registry.ToTables();
        tables[1].Add("Nowhere", 2, new DateOnly(2000, 1, 1), null);
        Should.Throw<ArgumentException>(() => BlocRegistry.FromTables(tables[0], tables[1])).Message.ShouldContain("Nowhere");
        Should.Throw<ArgumentException>(() => BlocRegistry.FromTables(tables[1], tables[0]));
    }

    private static Bloc Bloc(string text) => Registry.Find(text).ShouldNotBeNull();

    private static BlocRegistry Read() => BlocRegistry.Empty.With(BlocFile.Read(Path.Combine(RealStates.Reference, "blocs.yaml"), RealStates.System));
}
