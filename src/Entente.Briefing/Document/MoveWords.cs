using System.Globalization;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <summary>Moves in plain words.</summary>
internal static class MoveWords
{
    public static string Of(Move move, Assessment assessment) => (move switch
    {
        SanctionsMove sanctions => $"{(sanctions.Lift ? "Lift" : "Impose")} {Share(sanctions.Share)} of sanctions against {Name(sanctions.Against, assessment)}; taking part: {List(sanctions.Coalition)}",
        GuaranteeMove guarantee => $"Guarantee to {List(guarantee.To)}: credibility {Numbers.Signed(guarantee.Change, Unit.RelativeChange)}",
        RecognitionMove recognition => $"Recognise {recognition.Of}: {Share(recognition.Weight)} of what the target wants recognised",
        ArmsMove arms => $"Arms to {Name(arms.To, assessment)}: {Numbers.Signed(arms.Change, Unit.RelativeChange)}",
        TradeDealMove deal => $"Trade agreement with {Name(deal.With, assessment)}: trade {Numbers.Signed(deal.TradeIncrease, Unit.RelativeChange)}",
        _ => move.GetType().Name,
    }) + (string.IsNullOrWhiteSpace(move.Note) ? "." : $". {move.Note.Trim().TrimEnd('.')}.");

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

    private static string Share(double share) => share == 1 ? "all" : Numbers.Format(share, Unit.Share);

    private static string List(System.Collections.Immutable.ImmutableArray<string> names) => names.IsDefaultOrEmpty ? "nobody named" : string.Join(", ", names);
}
