using System.Collections.Immutable;
using Entente.World.Catalog;

namespace Entente.Models.Wedges;

/// <summary>How an attempt ended.</summary>
public enum WedgeOutcome
{
    /// <summary>The target stayed where it was, or moved closer to its partner.</summary>
    Failure,

    /// <summary>The target moved part of the way, or for a while.</summary>
    Partial,

    /// <summary>The target did what the divider wanted.</summary>
    Success,
}

/// <summary>A work that a case rests on.</summary>
/// <param name="Text">Author, year, title.</param>
/// <param name="Seen">Whether the coder had it at hand; else it is named from memory.</param>
public sealed record WedgeReference(string Text, bool Seen);

/// <summary>Codes that one coder gave who knew the outcome: they illustrate, and are never fed to the model.</summary>
/// <param name="MainThreat">Whom the target had to fear most: partner, divider or other.</param>
/// <param name="PriorRift">Rift between target and partner before, 0 to 2.</param>
/// <param name="RewardPower">What the divider could offer, 0 to 2.</param>
/// <param name="Commitment">How far its word could be trusted, 0 to 2.</param>
/// <param name="AllyConstraint">How far its own allies stood in the way, 0 to 2.</param>
/// <param name="CounterBid">What the partner could offer against it, 0 to 2.</param>
public sealed record WedgeJudgement(string MainThreat, int PriorRift, int RewardPower, int Commitment, int AllyConstraint, int CounterBid);

/// <summary>An attempt of a divider to pull a target away from its partner.</summary>
/// <param name="Key">Short key, the name of its file.</param>
/// <param name="Title">One line.</param>
/// <param name="Divider">State ids, the main one first.</param>
/// <param name="Target">State ids, the main one first.</param>
/// <param name="Partner">State ids, the main one first.</param>
/// <param name="DividerName">What the divider is called.</param>
/// <param name="TargetName">What the target is called.</param>
/// <param name="PartnerName">What the partner is called.</param>
/// <param name="From">yyyy or yyyy-mm of the first move.</param>
/// <param name="To">yyyy or yyyy-mm of the end.</param>
/// <param name="Goal">realign, neutralise, prevent, detach or limit.</param>
/// <param name="Means">accommodation, coercion or mixed.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Offer">What was offered or threatened.</param>
/// <param name="Result">What happened.</param>
/// <param name="Grade">Why it is graded so, and what another coder might say.</param>
/// <param name="Judgement">The coder's codes.</param>
/// <param name="Confidence">high, medium or low.</param>
/// <param name="Sources">The works.</param>
/// <param name="CodedLater">Whether it was added to the first coder's list.</param>
public sealed record WedgeCase(
    string Key, string Title, ImmutableArray<int> Divider, ImmutableArray<int> Target, ImmutableArray<int> Partner, string DividerName, string TargetName, string PartnerName, string From, string To, string Goal,
    string Means, WedgeOutcome Outcome, string Offer, string Result, string Grade, WedgeJudgement Judgement, string Confidence, ImmutableArray<WedgeReference> Sources, bool CodedLater)
{
    /// <summary>The file that states it, as a source; <see langword="null"/> for a case that no file states.</summary>
    public Source? Document { get; init; }

    /// <summary>Year of the first move; covariates are read before it.</summary>
    public int StartYear => int.Parse(From.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Year of the end.</summary>
    public int EndYear => int.Parse(To.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The outcome as a number: 0, .5 or 1.</summary>
    public double Score => Outcome switch { WedgeOutcome.Success => 1, WedgeOutcome.Partial => .5, _ => 0 };

    /// <summary>The era it belongs to, for leaving out whole eras.</summary>
    public string Era => StartYear switch { < 1914 => "1863-1913", < 1946 => "1914-1945", < 1990 => "1946-1989", _ => "1990-" };
}
