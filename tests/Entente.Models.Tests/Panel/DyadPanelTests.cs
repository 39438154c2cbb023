using Entente.Models.Panel;
using Entente.World;

namespace Entente.Models.Tests.Panel;

public class DyadPanelTests(Snapshot snapshot)
{
    [Fact]
    public void The_panel_of_all_pairs_has_every_pair_of_members_of_a_year_once_and_no_other()
    {
        var panel = DyadPanelBuilder.Build(snapshot.World, new DyadPanelOptions { From = 1990, To = 1991, RelevantOnly = false });
        foreach (var year in new[] { 1990, 1991 })
        {
            var members = snapshot.World.States.All.Count(state => state.Kind == World.States.StateKind.Member && state.ExistsIn(year));
            panel.Year.ToArray().Count(y => y == year).ShouldBe(members * (members - 1) / 2);
        }

        var keys = Enumerable.Range(0, panel.Rows).Select(row => (panel.A.Span[row], panel.B.Span[row], panel.Year.Span[row])).ToArray();
        keys.ShouldBe(keys.Order().Distinct());
    }

    [Fact]
    public void Years_of_peace_count_from_the_last_dispute_as_a_plain_count_says()
    {
        var panel = DyadPanelBuilder.Build(snapshot.World);
        var onsets = snapshot.World.DisputeYears("gml").Where(dispute => dispute.Originated > 0).Select(dispute => (dispute.A, dispute.B, dispute.Year)).ToHashSet();
        for (var row = 0; row < panel.Rows; row += 97)
        {
            var (a, b, year, peace) = (panel.A.Span[row], panel.B.Span[row], panel.Year.Span[row], (int)panel.PeaceYears.Span[row]);
            for (var back = 1; back <= peace; back++) onsets.ShouldNotContain((a, b, year - back));
        }
    }

    [Fact]
    public void What_is_not_held_is_missing_and_coverage_tells()
    {
        var panel = DyadPanelBuilder.Build(snapshot.World, new DyadPanelOptions { From = 2009, To = 2013 });
        var coverage = panel.Coverage(DyadCovariate.Rivalry).ToDictionary(year => year.Year, year => year.Held);
        coverage[2011].ShouldBe(1);
        coverage[2012].ShouldBe(0); // rivalries end in 2010 and are read a year before
        Should.Throw<ArgumentException>(() => panel.Covariate(DyadCovariate.VoteAgreement)).Message.ShouldContain("built without");
        Should.Throw<InvalidInputException>(() => DyadPanelBuilder.Build(snapshot.World, new DyadPanelOptions { From = 2000, To = 1999 }));
    }
}
