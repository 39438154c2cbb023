namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    /// <summary>Letters, with digits after them: "G7". "U.S." is one word; "'s" is a word of its own.</summary>
    Word,

    /// <summary>Digits with their separators: "1,204.5".</summary>
    Number,

    /// <summary>One character of any other kind.</summary>
    Symbol,
}

/// <summary>A piece of a sentence.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Text">As written.</param>
/// <param name="Lower">Lower case; curly apostrophes are straight, full stops of "U.S." are gone.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text, string Lower)
{
    /// <summary>Whether it begins with a capital.</summary>
    public bool IsCapital => Kind == TokenKind.Word && char.IsUpper(Text[0]);
}
