using System.Text;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>The tables of docs/strategy-files.md, made from the words of the reader, so that the page cannot fall behind.</summary>
internal static class StrategyReference
{
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["keys"] = Keys(),
        ["moves"] = Moves(),
        ["distributions"] = Distributions(),
        ["assumptions"] = Assumptions(),
        ["correlations"] = Correlations(),
    };

    /// <summary>The page with every table between "generated: name" and "end" made anew.</summary>
    public static string Fill(string page)
    {
        foreach (var (name, table) in Tables)
        {
            var (begin, end) = ($"<!-- generated: {name} -->\n", "<!-- end -->");
            var from = page.IndexOf(begin, StringComparison.Ordinal);
            from.ShouldBeGreaterThanOrEqualTo(0, $"the page has no place for the table of {name}");
            var to = page.IndexOf(end, from, StringComparison.Ordinal);
            page = string.Concat(page.AsSpan(0, from + begin.Length), table, page.AsSpan(to));
        }

        return page;
    }

    private static string Keys() => Table(["key", "required", "takes", "meaning"], StrategyKeys.TopLevel.Select(key => new[] { Code(key.Name), key.Required ? "yes" : "no", Takes(key), key.Description }));

    private static string Moves() => Table(
        ["move", "key", "takes", "meaning"],
        StrategyKeys.Moves.SelectMany(move => new[] { new[] { Code(move.Name), "", "", move.Description } }.Concat(move.Keys.Select(key => new[] { "", Code(key.Name), Takes(key), key.Description }))));

    private static string Distributions() => Table(
        ["distribution", "says", "parameters", "for example"],
        DistributionKinds.All.Select(kind => new[]
        {
            Code(kind.Name), kind.Description, kind.Name == "value" ? "the number" : string.Join(", ", kind.Parameters.Select(parameter => parameter.Required ? Code(parameter.Name) : $"[{Code(parameter.Name)}]")), Code(kind.Example),
        }));

    private static string Assumptions() => Table(
        ["assumption", "read by", "meaning", "range", "default", "source of the default", "note"],
        AssumptionCatalog.All.Select(definition => new[]
        {
            Code(definition.Name), definition.Channel, definition.Description, $"{NumberText.Write(definition.Low)} to {NumberText.Write(definition.High)}", definition.Default.Distribution.Describe(), definition.Default.Source, definition.Default.Note ?? "",
        }));

    private static string Correlations() => Table(["key", "required", "takes", "meaning"], StrategyKeys.Correlation.Select(key => new[] { Code(key.Name), key.Required ? "yes" : "no", Takes(key), key.Description }));

    private static string Takes(KeyDefinition key) => key.Kind switch
    {
        KeyKind.Text => "text",
        KeyKind.Texts => "a list of sentences",
        KeyKind.State => "a state",
        KeyKind.Parties => "a list of states and blocs",
        KeyKind.Whole => $"a whole number, {NumberText.Write(key.Low)} to {NumberText.Write(key.High)}",
        KeyKind.Fraction => $"a number, {NumberText.Write(key.Low)} to {NumberText.Write(key.High)}",
        KeyKind.Moves => "a list of moves",
        KeyKind.Assumptions => "a group of assumptions",
        KeyKind.Correlations => "a list of correlations",
        KeyKind.TwoAssumptions => "a list of two assumptions",
        KeyKind.Inside => $"a number above {NumberText.Write(key.Low)} and below {NumberText.Write(key.High)}",
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };

    private static string Code(string text) => $"`{text}`";

    private static string Table(string[] heads, IEnumerable<string[]> rows)
    {
        var table = new StringBuilder($"| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => "---|"))}\n");
        foreach (var row in rows) table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
        return table.ToString();
    }
}
