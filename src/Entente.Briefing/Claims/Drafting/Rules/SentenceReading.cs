using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>A sentence with all that was found in it.</summary>
internal sealed class SentenceReading
{
    /// <summary>Amounts of a sentence that are looked at: one with more is a table, and work stays in proportion to the text.</summary>
    private const int MostAmounts = 24;

    private SentenceReading(string text, Token[] tokens) => (Text, Tokens) = (text, tokens);

    public string Text { get; }

    public Token[] Tokens { get; }

    public List<Mention> Mentions { get; private init; } = [];

    public List<TimeMention> Times { get; private init; } = [];

    public List<Quantity> Quantities { get; private init; } = [];

    /// <summary>A count of votes, where the sentence speaks of a vote and states one.</summary>
    public Tally? Tally { get; private init; }

    /// <summary>The symbol of a resolution as written, or <see langword="null"/>.</summary>
    public string? Resolution { get; private init; }

    /// <summary>Reads a sentence.</summary>
    public static SentenceReading Of(string text, MentionIndex index)
    {
        var tokens = Tokenizer.Of(text);
        var taken = new bool[tokens.Length];
        var resolution = ResolutionReader.Of(text, tokens, taken);
        NoiseReader.Mark(tokens, taken);
        var times = TimeReader.Of(tokens, taken);
        var mentions = index.Of(tokens, taken);
        var isVote = false;
        foreach (var token in tokens) isVote |= Words.Vote.Contains(token.Lower);
        var tally = isVote ? TallyReader.Of(tokens, taken) : null;
        return new SentenceReading(text, tokens) { Resolution = resolution, Times = times, Mentions = mentions, Tally = tally, Quantities = [.. QuantityReader.Of(tokens, taken).Take(MostAmounts)] };
    }

    /// <summary>The words from one token to another, as written.</summary>
    public string Between(int first, int end) => end <= first ? "" : Text[Tokens[first].Start..Tokens[end - 1].End];

    /// <summary>The clauses: parts that state amounts of their own, divided where a semicolon or a comma begins a new statement.</summary>
    public List<Clause> Clauses()
    {
        var clauses = new List<Clause>();
        var from = 0;
        for (var at = 1; at < Tokens.Length; at++)
        {
            var next = Tokens[at].Lower switch
            {
                ";" or ":" => at + 1,
                "," => Tokens[Math.Min(at + 1, Tokens.Length - 1)].Lower is "and" or "but" or "while" or "whereas" or "although" or "yet" ? at + 2 : at + 1,
                "while" or "whereas" or "but" => at + 1,
                _ => -1,
            };
            if (next < 0 || next >= Tokens.Length || !HasAmount(from, at) || !HasAmount(next, Tokens.Length)) continue;
            if (Tokens[at].Lower == "," && next == at + 1 && Mentions.All(mention => mention.First != next && !(mention.First == next + 1 && Tokens[next].Lower == "the"))) continue;
            clauses.Add(new Clause(this, from, at));
            from = next;
        }

        clauses.Add(new Clause(this, from, Tokens.Length));
        return clauses;
    }

    private bool HasAmount(int from, int to)
    {
        foreach (var quantity in Quantities)
        {
            if (quantity.First >= from && quantity.End <= to) return true;
        }

        return false;
    }
}
