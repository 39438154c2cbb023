namespace Entente.Tests.Models.Strategy.Files;

/// <summary>The mark ▸ stands where the error must be told. What may be wrong with a move.</summary>
public sealed class MoveErrorTests
{
    private const string At = SmallWorld.FileName;

    [Theory]
    [InlineData("  - ▸lift-sanction: { from: RUS }", "unknown move 'lift-sanction'. Did you mean 'lift-sanctions'?")]
    [InlineData("  - ▸bribe: { to: RUS }", "unknown move 'bribe'. Allowed: lift-sanctions, impose-sanctions, guarantee, recognise, arms, trade-deal.")]
    [InlineData("  - ▸lift-sanctions", "a move must be its name with its keys, not 'lift-sanctions'. Write for example '- lift-sanctions: { from: RUS, coalition: [USA], share: 80 % }'.")]
    [InlineData("  - arms: ▸UKR", "arms must have keys, not 'UKR'. Write for example '- arms: { to: UKR, change: -80 % }'.")]
    [InlineData("  - { arms: { to: UKR, change: 0 }, ▸recognise: { of: x, weight: 0 } }", "'recognise' stands beside arms. Indent the keys of a move below its name, and begin each move with its own dash.")]
    [InlineData("  - lift-sanctions: { from: RUS, coalition: [USA], share: ▸1.4 }", "lift-sanctions.share is 1.4, but it must lie between 0 and 1.")]
    [InlineData("  - lift-sanctions: { from: RUS, coalition: [USA], share: ▸80 }", "lift-sanctions.share is 80, but it must lie between 0 and 1. For 80 per cent write 80 %.")]
    [InlineData("  - lift-sanctions: { from: RUS, coalition: [USA], share: ▸-0.1 }", "lift-sanctions.share is -0.1, but it must lie between 0 and 1.")]
    [InlineData("  - lift-sanctions: { from: RUS, coalition: [USA], share: ▸140 % }", "lift-sanctions.share is 1.4, but it must lie between 0 and 1.")]
    [InlineData("  - lift-sanctions: { from: RUS, coalition: [USA], share: 0,▸5 }", "a comma separates entries here: write 0.5 with a point.")]
    [InlineData("  - lift-sanctions: { from: RUS, coalition: [USA], share: ▸\"0,5\" }", "lift-sanctions.share is '0,5': decimals are written with a point, 0.5.")]
    [InlineData("  - lift-sanctions: { from: RUS, coalition: ▸[], share: 0.5 }", "lift-sanctions.coalition must be a list of states and blocs, not an empty list. Write for example [NATO, JPN].")]
    [InlineData("  - lift-sanctions: { from: RUS, coalition: [USA, ▸RUS], share: 0.5 }", "RUS cannot be in a coalition against itself.")]
    [InlineData("  - lift-sanctions: { from: RUS, coalition: [▸BRICS], share: 0.5 }", "BRICS includes RUS, which the sanctions are on. Name the other states.")]
    [InlineData("  - lift-sanctions: { from: RUS, coalition: [USA, ▸USA], share: 0.5 }", "'USA' stands twice in lift-sanctions.coalition. Keep one of the two.")]
    [InlineData("  - lift-sanctions: { from: RUS, coalition: [USA, ▸United States], share: 0.5 }", "'United States' stands twice in lift-sanctions.coalition. Keep one of the two.")]
    [InlineData("  - lift-sanctions: { from: ▸BRICS, coalition: [USA], share: 0.5 }", "lift-sanctions.from: BRICS is a bloc, but one state is wanted here. Name a state.")]
    [InlineData("  - recognise: { of: x, weight: ▸2 }", "recognise.weight is 2, but it must lie between 0 and 1. For 2 per cent write 2 %.")]
    [InlineData("  - guarantee: { to: [▸USA], change: 0.1 }", "USA is the divider and cannot guarantee itself.")]
    [InlineData("  - arms: { to: UKR, change: ▸-1.5 }", "arms.change is -1.5, but it must lie between -1 and 1.")]
    [InlineData("  - arms: { to: ▸USA, change: 1 }", "arms.to: USA is the divider itself. Name another state.")]
    [InlineData("  - trade-deal: { with: RUS, increase: ▸6 }", "trade-deal.increase is 6, but it must lie between 0 and 5.")]
    [InlineData("  - guarantee: { to: [Japan], change: 0.1, note: ▸}", "guarantee.note has no value. Write some text.")]
    public void A_wrong_move_is_told_at_its_place(string line, string problem) =>
        SmallWorld.Error(SmallWorld.WithLine(10, line.Replace("▸", "", StringComparison.Ordinal))).ShouldBe($"{At}, line 10, column {line.IndexOf('▸', StringComparison.Ordinal) + 1}: {problem}");

    [Fact]
    public void A_comma_for_a_point_is_told_in_a_block_too() =>
        SmallWorld.Error(SmallWorld.WithLine(10, "  - recognise:\n      of: x\n      weight: 0,5")).ShouldBe($"{At}, line 12, column 15: recognise.weight is '0,5': decimals are written with a point, 0.5.");

    [Fact]
    public void Keys_of_a_move_that_are_not_indented_are_explained() =>
        SmallWorld.Error(SmallWorld.WithLine(10, "  - recognise:\n    of: x\n    weight: 0.5")).ShouldBe(
            $"{At}, line 11, column 5: 'of' stands beside recognise. Indent the keys of a move below its name, and begin each move with its own dash.");

    [Fact]
    public void Moves_must_be_a_list()
    {
        var text = SmallWorld.WithLine(9, "moves: none").Replace("  - lift-sanctions: { from: RUS, coalition: [USA], share: 0.8 }\n  - guarantee: { to: [NATO], change: -0.3 }\n", "", StringComparison.Ordinal);
        SmallWorld.Error(text).ShouldBe($"{At}, line 9, column 8: moves must be a list, not 'none'. Begin each move with a dash, or write [] for none.");
    }

    [Fact]
    public void The_same_state_cannot_lift_twice() =>
        SmallWorld.Error(SmallWorld.WithLine(11, "  - lift-sanctions: { from: Russia, coalition: [NATO], share: 0.1 }"))
            .ShouldBe($"{At}, line 11, column 49: NATO takes part in another sanctions move on Russia already. Put both into one move with one share.");

    [Fact]
    public void The_same_guarantee_cannot_change_twice() =>
        SmallWorld.Error(SmallWorld.WithLine(10, "  - guarantee: { to: [Canada], change: 0.1 }"))
            .ShouldBe($"{At}, line 11, column 23: NATO holds states whose guarantee is changed already. Name every state or bloc once.");

    [Fact]
    public void The_same_state_cannot_have_two_trade_deals() =>
        SmallWorld.Error(SmallWorld.WithLine(10, "  - trade-deal: { with: RUS, increase: 0.1 }\n  - trade-deal: { with: Russia, increase: 0.1 }"))
            .ShouldBe($"{At}, line 11, column 25: trade-deal.with: Russia has a move of this kind already. Put both into one.");

    [Fact]
    public void An_unknown_state_in_a_coalition_is_told_at_its_place()
    {
        var error = SmallWorld.Error(SmallWorld.WithLine(10, "  - lift-sanctions: { from: RUS, coalition: [USA, Frnace], share: 0.8 }"));
        error.ShouldStartWith($"{At}, line 10, column 51: lift-sanctions.coalition: ");
        error.ShouldContain("Frnace");
    }

    [Fact]
    public void An_unknown_state_is_told_at_its_place()
    {
        var error = SmallWorld.Error(SmallWorld.WithLine(4, "target: Rusia"));
        error.ShouldStartWith($"{At}, line 4, column 9: target: ");
        error.ShouldContain("Rusia");
    }

    [Fact]
    public void A_state_that_did_not_exist_in_the_first_year_is_refused() =>
        SmallWorld.Error(SmallWorld.WithLine(10, "  - arms: { to: UKR, change: 1 }").Replace("start: 2025", "start: 1971", StringComparison.Ordinal)).ShouldStartWith($"{At}, line 10, column 17: arms.to: ");

    [Fact]
    public void A_bloc_without_members_in_the_first_year_is_refused() =>
        SmallWorld.Error(SmallWorld.WithLine(8, "allies: [BRICS]").Replace("start: 2025", "start: 1971", StringComparison.Ordinal))
            .ShouldStartWith($"{At}, line 8, column 10: allies: BRICS (BRICS) had no members at the end of 1971");
}
