using System.Globalization;
using Entente.Briefing.Claims.Drafting;
using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Tests.Claims;

/// <summary>A claim as a person labelled it.</summary>
/// <param name="Figure">Name of the figure; "none" where the catalogue holds none for it.</param>
/// <param name="Parameters">What the sentence says of the parameters.</param>
/// <param name="Value">The value as it is stated, in short; <see langword="null"/> where there is none.</param>
internal sealed record LabelledClaim(string Figure, IReadOnlyDictionary<string, string> Parameters, string? Value)
{
    public bool IsHeld => Figure != "none";

    /// <summary>"trade-share state=RUS partner=CHN year=2023 flow=imports value=46%".</summary>
    public static LabelledClaim Parse(string text)
    {
        var value = text.IndexOf(" value=", StringComparison.Ordinal);
        var words = (value < 0 ? text : text[..value]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parameters = words.Skip(1).Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new LabelledClaim(words[0], parameters, value < 0 ? null : text[(value + 7)..].Trim());
    }

    /// <summary>Whether a drafted claim states the same value.</summary>
    public bool HasValueOf(DraftedClaim claim)
    {
        if (Value is null) return claim.Quantity is null && claim.Tally is null;
        if (claim.Tally is { } tally) return Value == Words(tally) || Value == string.Join('-', new[] { tally.Yes, tally.No, tally.Abstain }.OfType<int>());
        if (claim.Quantity is not { } quantity) return false;
        var (kind, low, high, unit) = Read(Value);
        return kind == quantity.Kind && Close(low, quantity.Value) && (high is null ? quantity.High is null : quantity.High is { } top && Close(high.Value, top)) && (unit.Length == 0 || unit == quantity.Unit);
    }

    private static string Words(Tally tally) => $"{tally.Yes}-{tally.No}-{tally.Abstain}";

    private static bool Close(double a, double b) => Math.Abs(a - b) <= Math.Abs(a) * .002;

    private static (QuantityKind Kind, double Low, double? High, string Unit) Read(string text)
    {
        if (text[0] == '#') return (QuantityKind.Rank, Number(text[1..]), null, "");
        if (text[0] == 'x') return (QuantityKind.Times, Number(text[1..]), null, "");
        if (text.EndsWith("pp", StringComparison.Ordinal)) return (QuantityKind.Points, Number(text[..^2]), null, "");
        if (text.EndsWith("bcm", StringComparison.Ordinal)) return (QuantityKind.Volume, Number(text[..^3]), null, "bcm");
        if (text.EndsWith('%'))
        {
            var ends = text[..^1].Split('-');
            return (QuantityKind.Share, Number(ends[0]) / 100, ends.Length > 1 ? Number(ends[1]) / 100 : null, "");
        }

        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 ? (QuantityKind.Money, Number(text[(blank + 1)..]), null, text[..blank]) : (QuantityKind.Count, Number(text), null, "");
    }

    private static double Number(string text)
    {
        var scale = text switch { _ when text.EndsWith("bn", StringComparison.Ordinal) => 1e9, _ when text.EndsWith("tn", StringComparison.Ordinal) => 1e12, _ when text.EndsWith('m') => 1e6, _ => 1 };
        return double.Parse(text.TrimEnd('b', 't', 'n', 'm'), CultureInfo.InvariantCulture) * scale;
    }
}

/// <summary>A sentence of the labelled set.</summary>
/// <param name="Half">"develop" or "held".</param>
/// <param name="Style">Newsletter, think tank, wire, academic, speech or other.</param>
/// <param name="Claims">Its claims; empty where it is not checkable.</param>
/// <param name="Text">The sentence.</param>
internal sealed record LabelledSentence(string Half, string Style, IReadOnlyList<LabelledClaim> Claims, string Text)
{
    public bool IsCheckable => Claims.Count > 0;

    /// <summary>Reads the set.</summary>
    public static List<LabelledSentence> Read(string path) =>
    [
        .. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(fields => new LabelledSentence(
            fields[0], fields[1], [.. fields[2].Split(" | ", StringSplitOptions.RemoveEmptyEntries).Select(LabelledClaim.Parse)], fields[3])),
    ];
}
