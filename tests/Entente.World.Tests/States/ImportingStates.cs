using Entente.World;
using Entente.World.Sources;
using Entente.World.Sources.States;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.Tests.States;

public class ImportingStates
{
    private const string CowHeader = "\"stateabb\",\"ccode\",\"statenme\",\"styear\",\"stmonth\",\"stday\",\"endyear\",\"endmonth\",\"endday\",\"version\"\n";
    private const string GwHeader = "\"gwcode\",\"stateabb\",\"statename\",\"startdate\",\"enddate\"\n";
    private const string IsoHeader = "ISO3166-1-Alpha-3,ISO3166-1-Alpha-2,M49,Region Name,CLDR display name,official_name_en,UNTERM English Short,UNTERM English Formal,official_name_fr,UNTERM French Short\n";
    private const string Yaml = "checked_until: 2025-12-31\nmembers:\n  - { cow: 2, name: Aland, iso3: ALA }\n";

    [Fact]
    public void All_members_non_members_and_territories_are_there()
    {
        var all = RealStates.System.All;
        all.Count(state => state.Kind == StateKind.Member).ShouldBe(217);
        all.Count(state => state.Kind == StateKind.Member && state.ExistsIn(2025)).ShouldBe(195);
        all.Count(state => state.Kind == StateKind.Member && state.ExistsIn(2016)).ShouldBe(195);
        all.Where(state => state.Kind == StateKind.NonMember).Select(state => state.Id).ShouldBe([-732, -570, -336, -275, -184, -97]);
        all.Select(state => state.Id).ShouldBeInOrder();
        all.Where(state => state.Kind != StateKind.Member).ShouldAllBe(state => state.Id == -state.M49 && state.Existence.IsEmpty);
        all.Where(state => state.Kind == StateKind.Member).ShouldAllBe(state => state.Id > 0 && !state.Existence.IsEmpty && state.Region != null);
    }

    [Fact]
    public void Existence_is_that_of_COW_and_the_end_of_its_edition_is_open()
    {
        RealStates.System[255].Existence.ShouldBe([new Period(new(1816, 1, 1), new(1945, 5, 8)), new Period(new(1990, 10, 3), null)]);
        RealStates.System[315].Existence[^1].To.ShouldBe(new DateOnly(1992, 12, 31));
        RealStates.System[347].Existence.ShouldBe([new Period(new(2008, 2, 20), null)]);
    }

    [Fact]
    public void Codes_come_together_from_all_files()
    {
        var russia = RealStates.System[365];
        (russia.Name, russia.Abbreviation, russia.Iso3, russia.Iso2, russia.M49, russia.GleditschWard, russia.Region).ShouldBe(("Russia", "RUS", "RUS", "RU", 643, 365, "Europe"));
        russia.OtherCodes.ShouldContain(new StateCode("iso3", "SUN"));
        russia.Aliases.ShouldContain("Soviet Union");
        russia.Aliases.ShouldContain("Fédération de Russie");
        RealStates.System[260].Iso3.ShouldBeNull();
        RealStates.System[316].Iso3.ShouldBe("CZE");
        RealStates.System[-97].Iso3.ShouldBe("EUE");
    }

    [Theory]
    [InlineData(260, 1970, 260)]
    [InlineData(260, 2000, 255)]
    [InlineData(260, 1950, 260)]
    [InlineData(255, 1930, 255)]
    [InlineData(678, 1980, 678)]
    [InlineData(678, 2015, 679)]
    [InlineData(680, 1980, 680)]
    [InlineData(340, 2015, 345)]
    [InlineData(345, 1999, 345)]
    [InlineData(341, 2015, 341)]
    [InlineData(365, 2022, 365)]
    [InlineData(970, 2022, 946)]
    [InlineData(972, 2022, 955)]
    [InlineData(55, 1983, 55)]
    public void Gleditsch_Ward_numbers_are_turned_into_COW_states(int number, int year, int id) => RealStates.System.FindGleditschWard(number, year)!.Id.ShouldBe(id);

    [Fact]
    public void Gleditsch_Ward_dates_are_cut_where_a_number_passes_on()
    {
        var periods = StateSystemSource.Import(Shared.Path("data/states"), RealStates.Reference).Tables[1].Rows.Where(row => (string)row[1]! == "gw").ToLookup(row => (int)row[0]!, row => (From: (DateOnly)row[2]!, To: (DateOnly?)row[3]));
        periods[255].ShouldBe([(new(1816, 1, 1), new(1945, 5, 7)), (new(1990, 10, 3), null)]);
        periods[260].ShouldBe([(new(1949, 9, 21), new(1990, 10, 2))]);
        periods[679].ShouldBe([(new(1990, 5, 22), null)]);
        periods[345].ShouldBe([(new(1878, 7, 13), new(1915, 10, 1)), (new(1918, 12, 1), new(2006, 6, 4)), (new(2006, 6, 5), null)]);
    }

    [Fact]
    public void What_is_passed_over_or_opened_is_noted()
    {
        var notes = StateSystemSource.Import(Shared.Path("data/states"), RealStates.Reference).Notes;
        notes.Where(note => note.Reason.StartsWith("state outside", StringComparison.Ordinal)).Select(note => note.Value).Distinct().Count().ShouldBe(6);
        notes.Count(note => note.Reason.StartsWith("membership at the end", StringComparison.Ordinal)).ShouldBe(195);
        notes.ShouldAllBe(note => note.Line > 1 && note.File.Length > 0);
    }

    [Fact]
    public void The_tables_are_in_the_order_of_their_keys_and_two_imports_are_the_same()
    {
        var first = StateSystemSource.Import(Shared.Path("data/states"), RealStates.Reference);
        var second = StateSystemSource.Import(Shared.Path("data/states"), RealStates.Reference);
        foreach (var (a, b) in first.Tables.Zip(second.Tables))
        {
            a.Rows.Count.ShouldBe(b.Rows.Count);
            for (var i = 0; i < a.Rows.Count; i++) a.Rows[i].ShouldBe(b.Rows[i]);
            for (var i = 1; i < a.Rows.Count; i++) Compare(a.Rows[i - 1], a.Rows[i], a.Schema.KeyLength).ShouldBeLessThan(0, $"{a.Schema.Name} row {i}");
        }

        static int Compare(object?[] a, object?[] b, int keys)
        {
            for (var i = 0; i < keys; i++)
            {
                var order = a[i] is string text ? string.CompareOrdinal(text, (string)b[i]!) : ((IComparable)a[i]!).CompareTo(b[i]);
                if (order != 0) return order;
            }

            return 0;
        }
    }

    [Theory]
    [InlineData(365, 369, "1991-12-26")]
    [InlineData(260, 255, "1990-10-03")]
    [InlineData(265, 255, "1990-10-03")]
    [InlineData(678, 679, "1990-05-22")]
    [InlineData(680, 679, "1990-05-22")]
    [InlineData(817, 816, "1975-05-01")]
    [InlineData(345, 341, "2006-06-12")]
    [InlineData(315, 317, "1993-01-01")]
    [InlineData(625, 626, "2011-07-09")]
    [InlineData(530, 531, "1993-05-24")]
    [InlineData(713, 710, "1971-10-25")]
    public void Successions_have_a_day_and_a_rule(int predecessor, int successor, string day)
    {
        var succession = RealStates.System.Successions.Single(s => s.Predecessor == predecessor && s.Successor == successor);
        succession.Date.ShouldBe(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        succession.Rule.ShouldEndWith(".");
    }

    [Fact]
    public void Every_state_that_is_gone_has_a_successor_unless_it_came_back()
    {
        var gone = RealStates.System.All.Where(state => !state.ExistsIn(2025)).Select(state => state.Id);
        gone.Except(RealStates.System.Successions.Select(s => s.Predecessor)).ShouldBeEmpty();
        // A successor begins its new membership on the day of the succession, or was there already.
        foreach (var s in RealStates.System.Successions) RealStates.System[s.Successor].Existence.Any(period => period.Contains(s.Date)).ShouldBeTrue($"{s}");
        foreach (var s in RealStates.System.Successions) RealStates.System[s.Predecessor].Existence.Any(period => period.From <= s.Date).ShouldBeTrue($"{s}");
    }

    [Fact]
    public void Tables_that_contradict_themselves_are_a_defect()
    {
        var (states, periods, names, successions) = (new TableData(StoreSchema.States), new TableData(StoreSchema.StatePeriods), new TableData(StoreSchema.StateNames), new TableData(StoreSchema.Successions));
        states.Add(2, "Aland", null, null, null, null, null, "member", null);
        StateSystem.FromTables(states, periods, names, successions).All.ShouldHaveSingleItem().Name.ShouldBe("Aland");
        Should.Throw<ArgumentException>(() => StateSystem.FromTables(periods, states, names, successions)).Message.ShouldContain("states is needed");
        names.Add(2, "fips", "XX");
        Should.Throw<ArgumentException>(() => StateSystem.FromTables(states, periods, names, successions)).Message.ShouldContain("'fips'");
        states.Add(2, "Bland", null, null, null, null, null, "member", null);
        Should.Throw<ArgumentException>(() => StateSystem.FromTables(states, periods, new TableData(StoreSchema.StateNames), successions)).Message.ShouldContain("Aland and Bland");
        states.Add(3, "Cland", null, null, null, null, null, "realm", null);
        Should.Throw<ArgumentException>(() => StateSystem.FromTables(states, periods, new TableData(StoreSchema.StateNames), successions)).Message.ShouldContain("'realm'");
    }

    [Fact]
    public void Unknown_ids_are_a_defect()
    {
        Should.Throw<KeyNotFoundException>(() => RealStates.System[12345]);
        RealStates.System.TryGet(12345, out _).ShouldBeFalse();
        RealStates.System.TryGet(2, out var state).ShouldBeTrue();
        state!.ToString().ShouldBe("United States");
    }

    [Theory]
    [InlineData("\"AAA\",2,\"Aland\",1816,1,1,2016,12,31", "", "", "", "cow_states.csv, line 2, column 0 (whole row): the row has 9 fields, the header has 10")]
    [InlineData("\"AAA\",x,\"Aland\",1816,1,1,2016,12,31,2016", "", "", "", "cow_states.csv, line 2, column 2 (ccode): 'x' is not a whole number.")]
    [InlineData("\"AAA\",2,\"Aland\",1816,2,30,2016,12,31,2016", "", "", "", "cow_states.csv, line 2, column 6 (stday): 1816-2-30 is not a day.")]
    [InlineData("\"AAA\",2,\"Aland\",1816,1,1,1815,12,31,2016", "", "", "", "column 7 (endyear): the membership ends before it begins.")]
    [InlineData("\"AAA\",2,\"Aland\",1816,1,1,2017,12,31,2016", "", "", "", "column 7 (endyear): the membership ends after the edition")]
    [InlineData("\"AAA\",2,\"Aland\",1816,1,1,1900,12,31,2016\n\"AAA\",2,\"Aland\",1890,1,1,2016,12,31,2016", "", "", "", "line 3, column 4 (styear): state 2 is already a member")]
    [InlineData("\"AAA\",2,\"Aland\",1816,1,1,1900,12,31,2016\n\"BBB\",2,\"Aland\",1910,1,1,2016,12,31,2016", "", "", "", "line 3, column 1 (stateabb): state 2 is called AAA further up.")]
    [InlineData("\"AAA\",2,\"Aland\",1816,1,1,2016,12,31,2016\n\"BBB\",3,\"Bland\",1816,1,1,2016,12,31,2016", "", "", "", "cow_states.csv, line 3: state 3 (Bland) is not in states.yaml")]
    [InlineData("", "", "", "  - { cow: 3, name: Bland }\n", "states.yaml, line 4, column 5: cow_states.csv has no state 3 (Bland).")]
    [InlineData("", "", "", "  - { cow: 2, name: Bland }\n", "states.yaml, line 4, column 5: two states have the number 2.")]
    [InlineData("", "", "", "  - { kow: 2, name: Bland }\n", "states.yaml, line 4, column 7: there is no key 'kow' here; did you mean 'cow'?")]
    [InlineData("", "5,\"XXX\",\"Xland\",\"1900-01-01\",\"2017-12-31\"", "", "", "gw_states.csv, line 2, column 1 (gwcode): 5 is no COW number")]
    [InlineData("", "2,\"AAA\",\"Aland\",\"1900\",\"2017-12-31\"", "", "", "gw_states.csv, line 2, column 4 (startdate): '1900' is not a day; write it as yyyy-mm-dd.")]
    [InlineData("", "", "ALA,AX,248,Europe,Åland,,,,,\nALA,AX,248,Europe,Åland,,,,,", "", "iso_codes.csv, line 3, column 1 (ISO3166-1-Alpha-3): ALA stands here a second time (first in line 2).")]
    [InlineData("", "", "", "others:\n  - { m49: 3, name: X, kind: realm }\n", "states.yaml, line 5, column 30: kind is 'realm'; write non-member or territory.")]
    [InlineData("", "", "", "successions:\n  - { from: 2, to: 9, date: 2000-01-01, rule: x. }\n", "states.yaml, line 5, column 5: there is no state 9 to be a successor.")]
    public void A_wrong_file_stops_the_import_with_its_place(string cow, string gw, string iso, string yaml, string part)
    {
        var folder = Directory.CreateTempSubdirectory("entente-states-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "cow_states.csv"), CowHeader + (cow.Length > 0 ? cow : "\"AAA\",2,\"Aland\",1816,1,1,2016,12,31,2016") + "\n");
            File.WriteAllText(Path.Combine(folder.FullName, "gw_states.csv"), GwHeader + (gw.Length > 0 ? gw : "2,\"AAA\",\"Aland\",\"1816-01-01\",\"2017-12-31\"") + "\n");
            File.WriteAllText(Path.Combine(folder.FullName, "iso_codes.csv"), IsoHeader + (iso.Length > 0 ? iso : "ALA,AX,248,Europe,Åland,,,,,") + "\n");
            File.WriteAllText(Path.Combine(folder.FullName, "states.yaml"), Yaml + yaml);
            Should.Throw<InvalidInputException>(() => StateSystemSource.Read(folder.FullName, folder.FullName)).Message.ShouldContain(part);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_missing_file_or_column_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("entente-states-");
        try
        {
            Refusal().ShouldContain("states.yaml");
            File.WriteAllText(Path.Combine(folder.FullName, "states.yaml"), Yaml);
            Refusal().ShouldContain("cow_states.csv is missing");
            File.WriteAllText(Path.Combine(folder.FullName, "cow_states.csv"), "a,b\n1,2\n");
            Refusal().ShouldBe("cow_states.csv lacks the column stateabb.");
            File.WriteAllText(Path.Combine(folder.FullName, "cow_states.csv"), "");
            Refusal().ShouldBe("cow_states.csv is empty.");
            File.WriteAllText(Path.Combine(folder.FullName, "cow_states.csv"), CowHeader + "\"AAA,2\n");
            Should.Throw<ImportException>(() => StateSystemSource.Read(folder.FullName, folder.FullName)).Message.ShouldContain("quotes");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Refusal() => Should.Throw<InvalidInputException>(() => StateSystemSource.Read(folder.FullName, folder.FullName)).Message;
    }
}
