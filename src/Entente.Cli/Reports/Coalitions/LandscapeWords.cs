using System.Globalization;
using Entente.Models.Coalitions.Landscapes;

namespace Entente.Cli.Reports.Coalitions;

/// <summary>A landscape in sentences.</summary>
internal static class LandscapeWords
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>What it would take for an actor to leave.</summary>
    public static string Switch(LandscapeAnswer answer, LandscapeSwitch one)
    {
        if (one.Margin <= 1e-12) return "indifferent: any push is enough.";
        var ways = new List<string>();
        if (one.Own is { } own) ways.Add($"its propensity towards {answer.Problem.Actors[own.Partner].Name} fell from {Number(own.Now)} to {Number(own.Needed)}{Far(own)}");
        if (one.Other is { } other) ways.Add($"towards {answer.Problem.Actors[other.Partner].Name} rose from {Number(other.Now)} to {Number(other.Needed)}{Far(other)}");
        if (one.Own is null && ways.Count > 0) ways[0] = $"its propensity {ways[0]}";
        return $"leaves if {string.Join(", or ", ways)}; or if all its propensities moved by {one.Shift.ToString("0.###", Invariant)} against its camp and for the other.";
    }

    /// <summary>What the panel of sensitivity says.</summary>
    public static string Verdict(LandscapeAnswer answer)
    {
        var (same, all) = (answer.Variants.Count(variant => variant.Survives), answer.Variants.Length);
        var parts = new List<string>();
        if (all > 0) parts.Add($"in {same} of {all} variants");
        foreach (var draws in answer.Draws) parts.Add(string.Create(Invariant, $"in {draws.Survives:P0} of draws of {draws.Kind}"));
        if (parts.Count == 0) return "";
        var weakest = answer.Draws.Select(draws => draws.Survives).Append(all > 0 ? (double)same / all : 1).Min();
        var word = weakest >= .8 ? "It is robust to them." : weakest >= .4 ? "Read it as one of several." : "It is not robust: read single actors in the table, not the whole division.";
        return $"The first division stays the same {(parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}")}. {word}";
    }

    private static string Far(LandscapeLever lever) => lever.InRange ? "" : " (beyond that of any pair)";

    private static string Number(double value) => Math.Round(value, 2) == 0 ? "0" : value.ToString("0.##", Invariant).Replace('-', '−');
}
