using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Numerics.Distributions;
using Entente.World.States;

namespace Entente.Models.Strategy.Files;

/// <summary>Writes a strategy as the text of a file that reads back as the same strategy.</summary>
public static class StrategyWriter
{
    // 95th percentile of the standard normal: a log-normal is written by its 90 % interval.
    private const double Score95 = 1.6448536269514722;

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
    internal static string Write(Distribution distribution) => distribution switch
    {
        PointMass d => $"value: {Number(d.Value)}",
        Uniform d => $"uniform: [{Number(d.Low)}, {Number(d.High)}]",
        Triangular d => $"triangular: [{Number(d.Low)}, {Number(d.Mode)}, {Number(d.High)}]",
        Normal d => $"normal: {{ mean: {Number(d.Location)}, sd: {Number(d.Scale)}{Bounds(d.Low, d.High)} }}",
        LogNormal d => $"lognormal: {{ low90: {Number(Math.Exp(d.Mu - Score95 * d.SigmaBelow))}, median: {Number(Math.Exp(d.Mu))}, "
            + $"high90: {Number(Math.Exp(d.Mu + Score95 * d.SigmaAbove))}{Bounds(d.Low > 0 ? d.Low : double.NegativeInfinity, d.High)} }}",
        Beta d => $"beta: {{ alpha: {Number(d.Alpha)}, beta: {Number(d.BetaShape)}, low: {Number(d.Low)}, high: {Number(d.High)} }}",
        Discrete d => $"discrete: {{ values: [{string.Join(", ", d.Values.Select(Number))}], weights: [{string.Join(", ", d.Probabilities.Select(Number))}] }}",
        _ => throw new NotSupportedException($"A distribution of type {distribution.GetType().Name} cannot be written."),
    };

    private static string Bounds(double low, double high) =>
        (double.IsFinite(low) ? $", low: {Number(low)}" : "") + (double.IsFinite(high) ? $", high: {Number(high)}" : "");

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

    /// <summary>A double-quoted YAML scalar: every character that could end or change it is escaped.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            if (character is '"' or '\\') quoted.Append('\\').Append(character);
            else if (character == '\n') quoted.Append("\\n");
            else if (char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }
}
