using System.Text.RegularExpressions;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>docs/strategy-files.md is true: its tables are those of the reader, its example is read, its errors are what the reader says.</summary>
public sealed partial class StrategyDocumentTests
{
    private static readonly string Page = Path.Combine(Shared.Repository, "docs", "strategy-files.md");

    /// <summary>Make the tables anew with ENTENTE_WRITE=1 in the environment; the test then still compares.</summary>
    [Fact]
    public void The_tables_are_those_of_the_reader()
    {
        if (Environment.GetEnvironmentVariable("ENTENTE_WRITE") == "1") File.WriteAllText(Page, StrategyReference.Fill(File.ReadAllText(Page)));
        var page = File.ReadAllText(Page);
        page.ShouldBe(StrategyReference.Fill(page));
    }

    [Fact]
    public void The_worked_example_is_read()
    {
        var example = Example().Match(File.ReadAllText(Page)).Groups[1].Value;
        var strategy = SmallWorld.Parse(example);
        strategy.Moves.Length.ShouldBe(2);
        strategy.Assumptions.Length.ShouldBe(2);
    }

    [Fact]
    public void The_errors_shown_are_what_the_reader_says()
    {
        var shown = Shown().Matches(File.ReadAllText(Page));
        shown.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (Match match in shown)
        {
            var lines = Example().Match(File.ReadAllText(Page)).Groups[1].Value.Split('\n');
            var line = int.Parse(match.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture);
            lines[line - 1] = match.Groups["typed"].Value;
            SmallWorld.Error(string.Join('\n', lines)).ShouldBe(match.Groups["error"].Value.Replace("strategies/mine.yaml", SmallWorld.FileName, StringComparison.Ordinal));
        }
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| (?<line>[0-9]+) \| `(?<typed>[^`]+)` \| (?<error>strategies/mine\.yaml[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Shown();
}
