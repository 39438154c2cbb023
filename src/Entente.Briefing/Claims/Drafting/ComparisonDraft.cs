using System.Globalization;
using Entente.Briefing.Claims.Drafting.Language;
using Entente.Briefing.Claims.Drafting.Rules;
using Entente.Models.Figures;
using Entente.World;

namespace Entente.Briefing.Claims.Drafting;

/// <summary>Words the comparison of a drafted claim: those of the text where a check can read them, else the same in plain figures, else none.</summary>
internal static class ComparisonDraft
{
    /// <summary>The wording, or <see langword="null"/> where it is to be filled; the notes then say why.</summary>
    public static string? Of(Statement statement, string stated, List<string> notes)
    {
        if (statement.Proposal.Figure is not { } key) return null;
        if (statement.IsNegated)
        {
            notes.Insert(0, "comparison: the sentence denies something; say what it holds.");
            return null;
        }

        var figure = FigureCatalogue.Find(key);
        if (statement.Quantity is { Kind: QuantityKind.Money, Unit: not "USD" } money)
        {
            notes.Add($"comparison: the amount is in {money.Unit}, the figure in US dollars.");
            return null;
        }

        foreach (var wording in Wordings(statement, stated))
        {
            if (IsRead(wording, figure)) return wording;
        }

        notes.Add("comparison: say what the sentence holds of the figure.");
        return null;
    }

    private static IEnumerable<string> Wordings(Statement statement, string stated)
    {
        if (statement.Proposal.Says is { } says) yield return says;
        if (statement.Tally is { } tally)
        {
            if (tally is { Yes: { } yes, No: { } no, Abstain: { } abstain }) yield return string.Create(CultureInfo.InvariantCulture, $"{yes}-{no}-{abstain}");
            else if (new[] { tally.Yes, tally.No, tally.Abstain }.OfType<int>().ToList() is [var only]) yield return only.ToString(CultureInfo.InvariantCulture);
        }

        if (statement.Quantity is not { } quantity) yield break;
        if (!statement.IsFall) yield return stated;
        yield return Plain(quantity, statement.IsFall);
    }

    /// <summary>"more than 50 %", "between 40 and 45 %", "about -12.5 %".</summary>
    private static string Plain(Quantity quantity, bool isFall)
    {
        var (low, high) = (quantity.Value, quantity.High);
        if (quantity.Kind == QuantityKind.Times) low -= 1;
        var unit = quantity.Kind is QuantityKind.Share or QuantityKind.Times ? " %" : quantity is { Kind: QuantityKind.Volume, Unit: "bcm" } ? " bcm" : "";
        var scale = quantity.Kind is QuantityKind.Share or QuantityKind.Times ? 100 : 1;
        var sign = isFall && quantity.Kind == QuantityKind.Share ? "-" : "";

        // A fall of more than a tenth is a change below -10 %.
        var (over, under) = sign.Length > 0 ? ("less than ", "more than ") : ("more than ", "less than ");
        var modifier = quantity.Modifier switch { QuantityModifier.Over => over, QuantityModifier.Under => under, QuantityModifier.About => "about ", _ => "" };
        var first = $"{sign}{Number(low * scale, quantity.Kind)}";
        return high is { } top ? $"between {first} and {sign}{Number(top * scale, quantity.Kind)}{unit}" : $"{modifier}{first}{unit}";
    }

    private static string Number(double value, QuantityKind kind)
    {
        var rounded = Math.Round(value, 6);
        if (kind != QuantityKind.Money) return rounded.ToString("#,0.######", CultureInfo.InvariantCulture);
        return rounded >= 1e12 ? string.Create(CultureInfo.InvariantCulture, $"${rounded / 1e12:0.######} tn") : rounded >= 1e9 ? string.Create(CultureInfo.InvariantCulture, $"${rounded / 1e9:0.######} bn") : string.Create(CultureInfo.InvariantCulture, $"${rounded / 1e6:0.######} million");
    }

    private static bool IsRead(string wording, FigureDefinition figure)
    {
        try
        {
            return ClaimComparison.Read(wording, figure).Wording.Length > 0;
        }
        catch (InvalidInputException)
        {
            return false;
        }
    }
}
