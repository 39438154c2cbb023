using System.Collections.Immutable;
using System.Text.Json;
using Entente.World.Figures;

namespace Entente.Briefing.Vintages;

/// <summary>The figures of an assessment in its JSON shape. Today's assessment and that of years ago are read the same way.</summary>
internal static class AssessmentFigures
{
    public static BriefFigures Read(JsonElement root)
    {
        var figures = ImmutableArray.CreateBuilder<BriefFigure>();
        if (Number(root, "split_stacked") is var stacked && double.IsFinite(stacked)) figures.Add(new(BriefFigures.KeyOf("Answer", "probability of a split"), "Answer", "probability of a split, all lines of evidence", Unit.Probability, stacked, double.NaN, double.NaN, double.NaN));
        Spread(figures, root, "splits", "Answer", "probability of a split by the game", Unit.Probability);
        Spread(figures, root, "splits_without_moves", "Answer", "probability of a split without the moves", Unit.Probability);
        Spread(figures, root, "effect_of_moves", "Answer", "effect of the moves on it", Unit.Probability);
        foreach (var line in List(root, "evidence"))
        {
            figures.Add(new(BriefFigures.KeyOf("Evidence", Text(line, "key")), "Evidence", $"probability of a split by the line {Text(line, "name")}", Unit.Probability, Number(line, "neutralised") + Number(line, "dealigned") + Number(line, "realigned"), Number(line, "split_low"), Number(line, "split_high"), double.NaN));
        }

        foreach (var figure in List(root, "key_figures")) figures.Add(Key(figure));
        foreach (var term in List(root, "balance")) Spread(figures, term, "worth", "Balance", Text(term, "name"), Unit.RelativeChange);
        foreach (var view in List(root, "views")) Spread(figures, view, "splits", "Rival views", Text(view, "name"), Unit.Probability);
        foreach (var cost in List(root, "costs")) Spread(figures, cost, "billion_usd_per_year", "Costs", $"{Text(cost, "who")}, {Text(cost, "what")}", Unit.BillionUsd);
        Spread(figures, root, "expected_drifts", "Allies", "allies that stop relying on the divider", Unit.Number);
        foreach (var ally in List(root, "allies")) Spread(figures, ally, "change", "Allies", $"{Text(ally, "name")}: change of the chance that it stops relying", Unit.Probability);
        var strategy = root.GetProperty("strategy");
        var computed = root.GetProperty("computed");
        return new("strategy", Text(strategy, "key"), Text(strategy, "title"), Text(computed, "version"), computed.GetProperty("draws").GetInt32(), ulong.Parse(Text(computed, "seed"), System.Globalization.CultureInfo.InvariantCulture),
            BriefFigures.Unique(figures), [.. List(root, "sources").Select(source => new BriefSource(Text(source, "key"), Title(source), Text(source, "edition")))]);
    }

    private static string Title(JsonElement source) => Text(source, "publisher") is { Length: > 0 } publisher ? $"{publisher}: {Text(source, "title")}" : Text(source, "title");

    private static BriefFigure Key(JsonElement figure)
    {
        var interval = figure.TryGetProperty("interval", out var held) && held.ValueKind == JsonValueKind.Object ? held : default;
        var label = Text(figure, "label");
        return new(BriefFigures.KeyOf("Key figures", label), "Key figures", label, BriefFiguresFile.UnitOf(Text(figure, "unit")), Number(figure, "value"), Number(interval, "low"), Number(interval, "high"), double.NaN);
    }

    private static void Spread(ImmutableArray<BriefFigure>.Builder figures, JsonElement parent, string name, string group, string label, Unit unit)
    {
        if (!parent.TryGetProperty(name, out var spread) || spread.ValueKind != JsonValueKind.Object) return;
        figures.Add(new(BriefFigures.KeyOf(group, label), group, label, unit, Number(spread, "mean"), Number(spread, "low"), Number(spread, "high"), Number(spread, "monte_carlo_error")));
    }

    internal static IEnumerable<JsonElement> List(JsonElement parent, string name) => parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    internal static string Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    internal static double Number(JsonElement parent, string name) => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : double.NaN;
}
