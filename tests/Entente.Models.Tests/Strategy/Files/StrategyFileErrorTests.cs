namespace Entente.Tests.Models.Strategy.Files;

/// <summary>Every mistake in the keys of a file is told with its line, column and field.</summary>
public sealed class StrategyFileErrorTests
{
    private const string At = SmallWorld.FileName;

    [Fact]
    public void An_unknown_key_suggests_the_right_one() =>
        SmallWorld.Error(SmallWorld.WithLine(7, "horizont: 10")).ShouldBe($"{At}, line 7, column 1: unknown key 'horizont'. Did you mean 'horizon'?");

    [Fact]
    public void An_unknown_key_that_is_near_nothing_lists_what_is_allowed() =>
        SmallWorld.Error(SmallWorld.WithLine(14, "zebra: 1")).ShouldBe(
            $"{At}, line 14, column 1: unknown key 'zebra'. Allowed: title, summary, divider, target, partner, start, horizon, allies, moves, assumptions, correlations, caveats.");

    [Fact]
    public void An_unknown_key_of_a_move_names_the_move() =>
        SmallWorld.Error(SmallWorld.WithLine(10, "  - lift-sanctions: { from: RUS, coalition: [USA], shares: 0.8 }"))
            .ShouldBe($"{At}, line 10, column 52: unknown key 'shares' in lift-sanctions. Did you mean 'share'?");

    [Theory]
    [InlineData(1, "title")]
    [InlineData(2, "summary")]
    [InlineData(3, "divider")]
    [InlineData(6, "start")]
    [InlineData(7, "horizon")]
    public void A_missing_required_key_is_named(int line, string key) =>
        SmallWorld.Error(SmallWorld.WithoutLine(line)).ShouldStartWith($"{At}, line 1, column 1: the key '{key}' is missing. Add it: ");

    [Fact]
    public void A_missing_key_of_a_move_is_named_with_the_move() =>
        SmallWorld.Error(SmallWorld.WithLine(10, "  - lift-sanctions: { from: RUS, coalition: [USA] }"))
            .ShouldBe($"{At}, line 10, column 21: the key 'share' is missing in lift-sanctions. Add it: share of the sanctions that is lifted.");

    [Fact]
    public void A_duplicate_key_names_both_lines() =>
        SmallWorld.Error(SmallWorld.WithLine(14, "horizon: 12")).ShouldBe($"{At}, line 14, column 1: the key 'horizon' was given before, in line 7. Keep one of the two.");

    [Theory]
    [InlineData(1, "title: [a, b]", 8, "title must be text, not a list.")]
    [InlineData(1, "title:", 7, "title has no value. Write some text.")]
    [InlineData(1, "title: ''", 8, "title has no value. Write some text.")]
    [InlineData(6, "start: soon", 8, "start must be a number, not 'soon'.")]
    [InlineData(6, "start: \"2025\"", 8, "start is the text '2025': write the number without quotes.")]
    [InlineData(6, "start: 2025.5", 8, "start is 2025.5, but it must be a whole number.")]
    [InlineData(6, "start: .nan", 8, "start must be a number, not '.nan'.")]
    [InlineData(7, "horizon: { years: 10 }", 10, "horizon must be a number, not a group of keys.")]
    [InlineData(7, "horizon:", 9, "horizon has no value: write a number.")]
    [InlineData(7, "horizon: 50 %", 10, "horizon is '50 %', but this number is not a fraction: write it without the % sign.")]
    [InlineData(8, "allies: NATO", 9, "allies must be a list of states and blocs, not 'NATO'. Write for example [NATO].")]
    [InlineData(8, "allies: [[NATO]]", 10, "an entry of allies must be text, not a list.")]
    [InlineData(14, "caveats: none", 10, "caveats must be a list of sentences, not 'none'. Begin each with a dash.")]
    public void A_value_of_the_wrong_type_says_what_is_wanted(int line, string text, int column, string problem) =>
        SmallWorld.Error(SmallWorld.WithLine(line, text)).ShouldBe($"{At}, line {line}, column {column}: {problem}");

    [Theory]
    [InlineData(6, "start: 1815", 8, "start is 1815, but it must lie between 1816 and 2100.")]
    [InlineData(6, "start: 2101", 8, "start is 2101, but it must lie between 1816 and 2100.")]
    [InlineData(6, "start: 1e300", 8, "start is 1E+300, but it must lie between 1816 and 2100.")]
    [InlineData(7, "horizon: 0", 10, "horizon is 0, but it must lie between 1 and 50.")]
    [InlineData(7, "horizon: 51", 10, "horizon is 51, but it must lie between 1 and 50.")]
    [InlineData(7, "horizon: -3", 10, "horizon is -3, but it must lie between 1 and 50.")]
    public void A_year_or_horizon_outside_its_range_says_the_range(int line, string text, int column, string problem) =>
        SmallWorld.Error(SmallWorld.WithLine(line, text)).ShouldBe($"{At}, line {line}, column {column}: {problem}");

    [Theory]
    [InlineData(5, "partner: RUS", 10, "target and partner are the same state, RUS. Divider, target and partner must be three states.")]
    [InlineData(4, "target: United States", 9, "divider and target are the same state, United States. Divider, target and partner must be three states.")]
    [InlineData(5, "partner: US", 10, "divider and partner are the same state, US. Divider, target and partner must be three states.")]
    public void The_three_actors_must_differ(int line, string text, int column, string problem) =>
        SmallWorld.Error(SmallWorld.WithLine(line, text)).ShouldBe($"{At}, line {line}, column {column}: {problem}");

    [Fact]
    public void Of_several_errors_the_first_by_position_is_told()
    {
        var text = SmallWorld.WithLine(7, "horizon: 99").Replace("share: 0.8", "share: 8", StringComparison.Ordinal).Replace("target: RUS", "target: Atlantis", StringComparison.Ordinal);
        SmallWorld.Error(text).ShouldStartWith($"{At}, line 4, column 9: target: ");
        SmallWorld.Error(text.Replace("Atlantis", "RUS", StringComparison.Ordinal)).ShouldStartWith($"{At}, line 7, column 10: horizon ");
    }

    [Fact]
    public void Without_a_valid_year_no_state_is_called_unknown() =>
        SmallWorld.Error(SmallWorld.WithLine(6, "start: 20225").Replace("target: RUS", "target: Atlantis", StringComparison.Ordinal)).ShouldStartWith($"{At}, line 6, column 8: start is 20225");

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Numbers_and_errors_are_the_same_in_every_culture(string culture)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(culture);
        try
        {
            SmallWorld.Parse(SmallWorld.Valid).Moves.Length.ShouldBe(2);
            SmallWorld.Error(SmallWorld.WithLine(7, "horizon: 10.5")).ShouldBe($"{At}, line 7, column 10: horizon is 10.5, but it must be a whole number.");
            SmallWorld.Error(SmallWorld.WithLine(1, "TITLE: x")).ShouldBe($"{At}, line 1, column 1: unknown key 'TITLE'. Did you mean 'title'?");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
