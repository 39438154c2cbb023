using System.Globalization;
using Entente.Models.Strategy.Evidence;

namespace Entente.Models.Strategy;

/// <summary>Puts the result into one sentence; the words are tied to probabilities, so that the same number always reads the same.</summary>
internal static class Verdict
{
    public static string Sentence((string Divider, string Target, string Partner) names, WedgeStrategy strategy, EvidenceTable? evidence, Spread splits, Spread without, Spread effect)
    {
        if (evidence is { Lines.Length: > 1 }) return Stacked(names, strategy, evidence, effect);
        var chance = string.Create(CultureInfo.InvariantCulture, $"{Percent(splits.Mean)} (90 % of draws {Percent(splits.Low)} to {Percent(splits.High)})");
        if (strategy.Moves.IsEmpty)
        {
            return $"Without any move of {names.Divider}, {names.Target} leaves {names.Partner} with a probability of {chance}: {Words(splits.Mean)}.";
        }

        var points = 100 * effect.Mean;
        var change = Math.Abs(points) < .05
            ? "the moves leave that as it is"
            : string.Create(CultureInfo.InvariantCulture, $"the moves {(points > 0 ? "add" : "take")} {Math.Abs(points):0.0} points to the {Percent(without.Mean)} without them");
        if (points < 0) change = change.Replace(" points to the ", " points from the ", StringComparison.Ordinal);
        return $"It is {Words(splits.Mean)} that {names.Target} is split from {names.Partner} by {strategy.Start + strategy.HorizonYears}: {chance}; {change}.";
    }

    /// <summary>Where several lines speak the stack is the answer, and the range of the lines stands beside it.</summary>
    private static string Stacked((string Divider, string Target, string Partner) names, WedgeStrategy strategy, EvidenceTable evidence, Spread effect)
    {
        var points = 100 * effect.Mean;
        var moves = strategy.Moves.IsEmpty ? "no move is made"
            : Math.Abs(points) < .05 ? "the moves leave the game's chance as it is"
            : string.Create(CultureInfo.InvariantCulture, $"the moves {(points > 0 ? "add" : "take")} {Math.Abs(points):0.0} points in the game");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"It is {Words(evidence.Stack.Split)} that {names.Target} is split from {names.Partner} by {strategy.Start + strategy.HorizonYears}: {Percent(evidence.Stack.Split)} by {evidence.Lines.Length} lines of evidence together, {Percent(evidence.OneLineAlone.Low)} to {Percent(evidence.OneLineAlone.High)} by one line alone; {moves}.");
    }

    private static string Words(double probability) => probability switch
    {
        < .05 => "very unlikely",
        < .25 => "unlikely",
        < .45 => "less likely than not",
        < .55 => "about even",
        < .75 => "more likely than not",
        < .95 => "likely",
        _ => "very likely",
    };

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");
}
