namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>What kind of amount a text states.</summary>
internal enum QuantityKind
{
    /// <summary>Per cent or a fraction; the value is a fraction.</summary>
    Share,

    /// <summary>Percentage points; the value is in points.</summary>
    Points,

    /// <summary>Money; the unit is the currency.</summary>
    Money,

    /// <summary>A physical amount; the unit says which.</summary>
    Volume,

    /// <summary>So many of something.</summary>
    Count,

    /// <summary>So many times: "doubled", "tenfold".</summary>
    Times,

    /// <summary>A place in an order: "largest" is 1, "third-largest" 3.</summary>
    Rank,
}

/// <summary>How a value is qualified.</summary>
internal enum QuantityModifier
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>About, nearly, roughly.</summary>
    About,

    /// <summary>More than, over, at least.</summary>
    Over,

    /// <summary>Less than, under, at most.</summary>
    Under,
}

/// <summary>An amount that a sentence states.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Value">The value; the lower end of a range. Money and counts are in units, not in millions.</param>
/// <param name="High">The upper end of a range.</param>
/// <param name="Unit">Currency, physical unit or the noun that is counted; empty where none follows.</param>
/// <param name="Modifier">How it is qualified.</param>
/// <param name="First">First token, the modifier included.</param>
/// <param name="At">First token of the number itself.</param>
/// <param name="End">Behind the last token.</param>
internal sealed record Quantity(QuantityKind Kind, double Value, double? High, string Unit, QuantityModifier Modifier, int First, int At, int End);

/// <summary>A count of votes.</summary>
/// <param name="Yes">In favour, where stated.</param>
/// <param name="No">Against, where stated.</param>
/// <param name="Abstain">Abstaining, where stated.</param>
/// <param name="First">First token.</param>
/// <param name="End">Behind the last token.</param>
internal sealed record Tally(int? Yes, int? No, int? Abstain, int First, int End);
