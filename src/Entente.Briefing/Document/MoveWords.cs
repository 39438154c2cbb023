using System.Globalization;
using Entente.Models.Strategy;

namespace Entente.Briefing.Document;

/// <summary>Moves in plain words.</summary>
internal static class MoveWords
{
    public static string Of(Move move, Assessment assessment) => (move switch
    {
        SanctionsMove sanctions => $"{(sanctions.Lift ? "Lift" : "Impose")} {(sanctions.Share == 1 ? "all" : Share(sanctions.Share) + " of the")} sanctions against {Name(sanctions.Against, assessment)}; taking part: {List(sanctions.Coalition)}{(sanctions.JoinedBy.IsEmpty ? "" : $"; may join: {List(sanctions.JoinedBy)}")}",
        GuaranteeMove guarantee => $"Guarantee to {List(guarantee.To)}: credibility {Change(guarantee.Change)}",
        RecognitionMove recognition => $"Recognise {recognition.Of}: {Share(recognition.Weight)} of what the target wants recognised",
        ArmsMove arms => $"Arms to {Name(arms.To, assessment)}: {Change(arms.Change)}",
        TradeDealMove deal => $"Trade agreement with {Name(deal.With, assessment)}: trade {Change(deal.TradeIncrease)}",
        _ => move.GetType().Name,
    }) + (string.IsNullOrWhiteSpace(move.Note) ? "." : $" ({move.Note.Trim().TrimEnd('.')}).");

    public static string Name(int id, Assessment assessment)
    {
        var strategy = assessment.Strategy;
        if (id == strategy.Target) return assessment.Names.Target;
        if (id == strategy.Partner) return assessment.Names.Partner;
        if (id == strategy.Divider) return assessment.Names.Divider;
        if (assessment.StateNames.TryGetValue(id, out var name)) return name;
        var ally = assessment.Allies.IsDefault ? null : assessment.Allies.FirstOrDefault(one => one.StateId == id);
        return ally?.Name ?? string.Create(CultureInfo.InvariantCulture, $"state {id}");
    }

    // Sizes of moves are typed by people: shown as typed, without digits that nobody meant.
    private static string Share(double share) => double.IsFinite(share) ? (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %" : Numbers.Missing;

    private static string Change(double change) => !double.IsFinite(change) ? Numbers.Missing : change == 0 ? "unchanged" : (change < 0 ? Numbers.Minus : '+') + Share(Math.Abs(change));

    private static string List(System.Collections.Immutable.ImmutableArray<string> names) => names.IsDefaultOrEmpty ? "nobody named" : string.Join(", ", names);
}
