using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Numerics.Distributions;
using Entente.World.States;

namespace Entente.Models.Strategy.Files;

/// <summary>Writes a strategy as the text of a file that reads back as the same strategy.</summary>
public static class StrategyWriter
{
    /// <summary>The YAML text of a strategy. States are written by a code where it is unmistakable in the first year, else by name or number.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="states">All states.</param>
    /// <remarks>The parameters of a log-normal are recomputed and may differ in the last digit; a PERT is written as the beta distribution that it is.</remarks>
    public static string Write(WedgeStrategy strategy, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(states);
        string State(int id) => Code(id, strategy.Start, states);

        var text = new StringBuilder("# yaml-language-server: $schema=strategy.schema.json\n");
        text.Append("title: ").Append(Quote(strategy.Title)).Append('\n');
        text.Append("summary: ").Append(Quote(strategy.Summary)).Append('\n');
        text.Append("divider: ").Append(State(strategy.Divider)).Append('\n');
        text.Append("target: ").Append(State(strategy.Target)).Append('\n');
        text.Append("partner: ").Append(State(strategy.Partner)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"start: {strategy.Start}\nhorizon: {strategy.HorizonYears}\n");
        if (!strategy.Allies.IsDefaultOrEmpty) text.Append("allies: ").Append(List(strategy.Allies)).Append('\n');
        text.Append(strategy.Moves.IsEmpty ? "moves: []\n" : "moves:\n");
        foreach (var move in strategy.Moves)
        {
            var note = move.Note is null ? "" : $", note: {Quote(move.Note)}";
            text.Append("  - ").Append(Write(move, State)).Append(note).Append(" }\n");
        }

        if (!strategy.Assumptions.IsEmpty) text.Append("assumptions:\n");
        foreach (var assumption in strategy.Assumptions)
        {
            var note = assumption.Note is null ? "" : $", note: {Quote(assumption.Note)}";
            text.Append("  ").Append(assumption.Name).Append(": { ").Append(Write(assumption.Distribution)).Append(", source: ").Append(Quote(assumption.Source)).Append(note).Append(" }\n");
        }

        if (!strategy.Correlations.IsEmpty) text.Append("correlations:\n");
        foreach (var (first, second, rank, source, why) in strategy.Correlations)
        {
            var note = why is null ? "" : $", note: {Quote(why)}";
            text.Append("  - { between: [").Append(first).Append(", ").Append(second).Append("], rank: ").Append(Number(rank)).Append(", source: ").Append(Quote(source)).Append(note).Append(" }\n");
        }

        if (!strategy.Caveats.IsEmpty) text.Append("caveats:\n");
        foreach (var caveat in strategy.Caveats) text.Append("  - ").Append(Quote(caveat)).Append('\n');
        return text.ToString();
    }

    /// <summary>A move as a strategy file states it, without the brace that closes it.</summary>
    internal static string Write(Move move, Func<int, string> state) => move switch
    {
        SanctionsMove m => $"{(m.Lift ? "lift" : "impose")}-sanctions: {{ {(m.Lift ? "from" : "on")}: {state(m.Against)}, coalition: {List(m.Coalition)}, share: {Number(m.Share)}{(m.JoinedBy.IsEmpty ? "" : $", joined-by: {List(m.JoinedBy)}")}",
        GuaranteeMove m => $"guarantee: {{ to: {List(m.To)}, change: {Number(m.Change)}",
        RecognitionMove m => $"recognise: {{ of: {Quote(m.Of)}, weight: {Number(m.Weight)}",
        ArmsMove m => $"arms: {{ to: {state(m.To)}, change: {Number(m.Change)}",
        TradeDealMove m => $"trade-deal: {{ with: {state(m.With)}, increase: {Number(m.TradeIncrease)}",
        _ => throw new NotSupportedException($"A move of type {move.GetType().Name} cannot be written."),
    };

    /// <summary>A distribution as a strategy file states it.</summary>
    internal static string Write(Distribution distribution)
    {
        var form = DistributionForm.Of(distribution);
        if (form.Kind == "value") return $"value: {Number(form.Numbers[0].Value)}";
        if (form.Kind == "discrete") return $"discrete: {{ values: [{string.Join(", ", form.Values.Select(Number))}], weights: [{string.Join(", ", form.Weights.Select(Number))}] }}";
        return form.Kind is "uniform" or "triangular"
            ? $"{form.Kind}: [{string.Join(", ", form.Numbers.Select(number => Number(number.Value)))}]"
            : $"{form.Kind}: {{ {string.Join(", ", form.Numbers.Select(number => $"{number.Name}: {Number(number.Value)}"))} }}";
    }

    private static string Number(double value) => NumberText.Write(value);

    private static string List(ImmutableArray<string> texts) => $"[{string.Join(", ", texts.Select(Quote))}]";

    /// <summary>A code of a state that is unmistakable in the year, else its name or number.</summary>
    internal static string Code(int id, int year, StateSystem states)
    {
        var state = states[id];
        foreach (var code in new[] { state.Abbreviation, state.Iso3 })
        {
            if (code is not null && states.Find(code, year) == state) return code;
        }

        return states.Find(state.Name, year) == state ? Quote(state.Name) : id.ToString(CultureInfo.InvariantCulture);
    }

    private static string Quote(string text) => YamlText.Quote(text);
}
