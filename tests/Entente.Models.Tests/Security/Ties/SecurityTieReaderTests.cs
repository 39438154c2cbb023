using Entente.Models.Security.Ties;
using Entente.World;
using Entente.World.States;

namespace Entente.Models.Tests.Security.Ties;

public class SecurityTieReaderTests(Snapshot snapshot)
{
    [Fact]
    public void Russia_and_China_were_allies_then_rivals_and_now_consult()
    {
        var ties = Read("RUS", "CHN", 1950, 2025);
        ties.Obligations.ShouldContain(spell => spell.FromYear == 1965 && spell.ToYear == 1980 && spell.Terms.Contains("defence") && spell.Ended);
        var last = ties.Obligations.Single(spell => spell.ToYear == 2025);
        (last.FromYear, last.Ended, last.Direction).ShouldBe((2001, false, TieDirection.Mutual));
        last.Terms.ShouldBe(["non-aggression", "consultation"]);
        last.Source.ShouldStartWith("atop; Treaty of Good-Neighbourliness");
        ties.SharedPartners.ShouldBe([731], "both are bound to North Korea: China since 1961, Russia since December 2024");
        ties.Rivalries.ShouldHaveSingleItem().FromYear.ShouldBe(1958);
        ties.Conflicts.ShouldHaveSingleItem().Year.ShouldBe(1969);
        (ties.NuclearA!.Status, ties.NuclearA.FromYear, ties.NuclearB!.FromYear).ShouldBe((3, 1949, 1964));
        ties.Arms.Single(window => window.Window == 2000).FromA!.Share.ShouldBeGreaterThan(.8);
        ties.Arms.Single(window => window.Window == 1975).ShouldBe(new ArmsWindow(1975, null, null), "nothing was delivered, which is a row without figures and not a zero");
    }

    /// <summary>The Second World War and Korea: opponents and allies.</summary>
    [Theory]
    [InlineData("USA", "JPN", 1941, 1945, false)]
    [InlineData("USA", "GBR", 1941, 1945, true)]
    [InlineData("USA", "TUR", 1950, 1953, true)]
    [InlineData("CHN", "PRK", 1950, 1953, true)]
    [InlineData("CHN", "USA", 1950, 1953, false)]
    [InlineData("IND", "PAK", 1971, 1971, false)]
    public void Wars_are_told_by_side(string a, string b, int from, int to, bool sameSide) =>
        Read(a, b, 1900, 2010).Wars.ShouldContain(war => war.FromYear == from && war.ToYear == to && war.SameSide == sameSide, $"{a} and {b}");

    [Fact]
    public void Common_wars_agree_with_a_search_over_all_third_states()
    {
        // Every pair of the seven most frequent fighters: years in which both oppose the same state and not each other.
        var fighters = snapshot.World.Wars.SelectMany(row => new[] { row.A, row.B }).GroupBy(id => id).OrderByDescending(group => group.Count()).Take(7).Select(group => group.Key).Order().ToArray();
        foreach (var low in fighters)
        {
            foreach (var high in fighters.Where(id => id > low))
            {
                bool Opposed(int war, int year, int x, int y) => snapshot.World.Wars.Any(row => row.War == war && row.Year == year && row.A == Math.Min(x, y) && row.B == Math.Max(x, y));
                var expected = snapshot.World.Wars.Select(row => (row.War, row.Year)).Distinct()
                    .Where(key => !Opposed(key.War, key.Year, low, high) && snapshot.World.States.All.Any(third => third.Id != low && third.Id != high && Opposed(key.War, key.Year, low, third.Id) && Opposed(key.War, key.Year, high, third.Id)))
                    .GroupBy(key => key.War).Select(war => (war.Key, war.Min(key => key.Year), war.Max(key => key.Year))).Order();
                CommonWars.Read(snapshot.World, low, high).Where(war => war.SameSide).Select(war => (war.War, war.FromYear, war.ToYear)).Order().ShouldBe(expected, $"{low} and {high}");
            }
        }
    }

    [Theory]
    [InlineData("RUS", "CHN")]
    [InlineData("USA", "KOR")]
    [InlineData("TUR", "RUS")]
    public void The_order_of_the_two_changes_nothing_but_the_direction(string a, string b)
    {
        var (one, other) = (Read(a, b, 1900, 2025), Read(b, a, 1900, 2025));
        other.Wars.Select(war => (war.War, war.SameSide)).ShouldBe(one.Wars.Select(war => (war.War, war.SameSide)));
        other.Disputes.ShouldBe(one.Disputes);
        other.SharedPartners.ShouldBe(one.SharedPartners);
        other.Arms.Select(window => (window.FromB, window.FromA)).ShouldBe(one.Arms.Select(window => (window.FromA, window.FromB)));
        other.Obligations.Select(spell => (spell.FromYear, spell.ToYear, Turned(spell.Direction))).Order().ShouldBe(one.Obligations.Select(spell => (spell.FromYear, spell.ToYear, spell.Direction)).Order());

        static TieDirection Turned(TieDirection direction) => direction switch { TieDirection.AToB => TieDirection.BToA, TieDirection.BToA => TieDirection.AToB, _ => direction };
    }

    [Fact]
    public void Years_outside_the_span_are_left_out_and_a_source_that_ends_before_is_named()
    {
        var ties = Read("USA", "KOR", 2000, 2025);
        ties.Wars.ShouldBeEmpty();
        ties.Troops.Min(row => row.Year).ShouldBe(2000);
        ties.Disputes.Select(row => row.Decade).ShouldBe([2000, 2010]);
        ties.Unobserved.ShouldContain(sentence => sentence.Contains("wars (2003)", StringComparison.Ordinal) && sentence.Contains("disputes (2010)", StringComparison.Ordinal));
        Read("USA", "KOR", 1990, 2003).Unobserved.ShouldNotContain(sentence => sentence.Contains("wars (", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_state_twice_and_a_span_that_runs_backwards_are_refused()
    {
        Should.Throw<InvalidInputException>(() => Read("RUS", "Soviet Union", 1950, 2025)).Message.ShouldContain("named twice");
        Should.Throw<InvalidInputException>(() => Read("RUS", "CHN", 2025, 1950)).Message.ShouldContain("ends before it begins");
    }

    private SecurityTies Read(string a, string b, int since, int until) => SecurityTieReader.Read(snapshot.World, State(a), State(b), since, until);

    private State State(string text) => snapshot.World.States.Resolve(text);
}
