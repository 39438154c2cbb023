using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Models.Wedges;
using Entente.World;

namespace Entente.Cli.Reports.Strategies;

/// <summary>A case as a page of Markdown.</summary>
internal static class CasePage
{
    /// <summary>The measured covariates in words, with their values.</summary>
    public static ImmutableArray<(string Name, double Value, string Format)> Measured(WedgeCovariates one) =>
    [
        ("rift of target and partner (rivalry + recent disputes − alliance)", one.Rift, "0.00"),
        ("threat of partner to target", one.ThreatOfPartner, "0.00"),
        ("threat of divider to target", one.ThreatOfDivider, "0.00"),
        ("ln power of divider / partner", one.PowerRatio, "+0.00;-0.00"),
        ("partner is bound to defend target", one.PartnerPact, "0"),
        ("share of ten years in which the divider's leader changed", one.DividerTurnover, "0.00"),
        ("liberal democracy of divider", one.DividerDemocracy, "0.00"),
        ("divider's share of target's goods trade", one.DividerTradeShare, "0.0 %"),
        ("partner's share of target's goods trade", one.PartnerTradeShare, "0.0 %"),
        ("agreement of votes, target and partner", one.AlignmentWithPartner, "0.00"),
        ("agreement of votes, target and divider", one.AlignmentWithDivider, "0.00"),
    ];

    public static string Value(double value, string format) => double.IsNaN(value) ? "not held" : value.ToString(format, CultureInfo.InvariantCulture);

    public static string States(WorldEdition world, ImmutableArray<int> ids) => string.Join(", ", ids.Select(id => world.States.TryGet(id, out var state) ? state!.Name : id.ToString(CultureInfo.InvariantCulture)));

    public static string Markdown(WorldEdition world, CodedCase coded)
    {
        var one = coded.Case;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {one.Title}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{one.DividerName} → {one.TargetName}, from {one.PartnerName} · {one.From} to {one.To} · to {one.Goal}, by {one.Means} · **{one.Outcome.ToString().ToLowerInvariant()}** (confidence {one.Confidence})\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**Offer.** {one.Offer}\n\n**Result.** {one.Result}\n\n**Grade.** {one.Grade}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"## Measured before it began (to {coded.Covariates.Year})\n\n| covariate | value |\n|---|---|\n");
        foreach (var (name, value, format) in Measured(coded.Covariates)) text.Append(CultureInfo.InvariantCulture, $"| {name} | {Value(value, format)} |\n");
        foreach (var note in coded.Covariates.Notes) text.Append(CultureInfo.InvariantCulture, $"\n- {note}");
        text.Append(CultureInfo.InvariantCulture, $"\n\nStates: {States(world, one.Divider)}; {States(world, one.Target)}; {States(world, one.Partner)}. Data: {string.Join(", ", WedgeCoder.Sources)}.\n\n");
        text.Append("## Judged by a coder who knew the outcome\n\nThese codes illustrate; the model does not see them.\n\n| code | value |\n|---|---|\n");
        foreach (var (name, value) in Judged(one.Judgement)) text.Append(CultureInfo.InvariantCulture, $"| {name} | {value} |\n");
        text.Append("\n## Sources\n\n");
        foreach (var source in one.Sources) text.Append(CultureInfo.InvariantCulture, $"- {source.Text}{Memory(source)}\n");
        return text.ToString();
    }

    /// <summary>What to say of a work that was not at hand.</summary>
    public static string Memory(WedgeReference source) => source.Seen ? "" : source.Text == "general history" ? ", no single work" : " (named from memory)";

    public static ImmutableArray<(string Name, string Value)> Judged(WedgeJudgement one)
    {
        string Code(int value) => value.ToString(CultureInfo.InvariantCulture) + " of 2";
        return
        [
            ("target's main threat", one.MainThreat), ("rift before", Code(one.PriorRift)), ("reward power", Code(one.RewardPower)), ("commitment", Code(one.Commitment)), ("constraint by the divider's allies", Code(one.AllyConstraint)),
            ("counter-bid of the partner", Code(one.CounterBid)),
        ];
    }

    public static string Index(ImmutableArray<CodedCase> cases)
    {
        var text = new StringBuilder("# Wedge attempts\n\n| from | divider | target | partner | goal | means | outcome |\n|---|---|---|---|---|---|---|\n");
        foreach (var one in cases.Select(coded => coded.Case)) text.Append(CultureInfo.InvariantCulture, $"| {one.From} | {one.DividerName} | [{one.TargetName}]({one.Key}.md) | {one.PartnerName} | {one.Goal} | {one.Means} | {one.Outcome.ToString().ToLowerInvariant()} |\n");
        return text.ToString();
    }
}
