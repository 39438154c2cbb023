using System.Collections.Frozen;
using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>Part of a sentence with one statement, and who does what in it.</summary>
internal sealed class Clause
{
    private static readonly FrozenSet<string> PlaceWords = FrozenSet.Create("in", "at", "near", "outside", "visit", "around");
    private static readonly FrozenSet<string> Breaks = FrozenSet.Create("to", "from", "with", "of", "in", "on", "by", "for", "into", "was", "is", "were", "are", "and", "or", "that", "which", ",", ";", "than", "as", "at");

    public Clause(SentenceReading sentence, int from, int to)
    {
        (Sentence, From, To) = (sentence, from, to);
        Quantities = [.. sentence.Quantities.Where(quantity => quantity.First >= from && quantity.End <= to)];
        Mentions = [.. sentence.Mentions.Where(mention => mention.First >= from && mention.End <= to && !IsPlace(mention))];
    }

    public SentenceReading Sentence { get; }

    public int From { get; }

    public int To { get; }

    public List<Quantity> Quantities { get; }

    /// <summary>Mentions that act; capitals that are only places are left out.</summary>
    public List<Mention> Mentions { get; }

    public string Word(int at) => at >= From && at < To ? Sentence.Tokens[at].Lower : "";

    public bool Has(FrozenSet<string> words) => Index(words) >= 0;

    public bool Has(params ReadOnlySpan<string> words)
    {
        for (var at = From; at < To; at++)
        {
            foreach (var word in words)
            {
                if (Sentence.Tokens[at].Lower == word) return true;
            }
        }

        return false;
    }

    /// <summary>The first token with one of the words from a place on, or -1.</summary>
    public int Index(FrozenSet<string> words, int from = 0)
    {
        for (var at = Math.Max(From, from); at < To; at++)
        {
            if (words.Contains(Sentence.Tokens[at].Lower)) return at;
        }

        return -1;
    }

    /// <summary>The token nearest to an amount with one of the words: first behind it, up to the next amount, then before it; or -1.</summary>
    public int Nearest(FrozenSet<string> words, Quantity? quantity)
    {
        if (quantity is null) return Index(words);
        foreach (var other in Quantities)
        {
            if (other.First < quantity.End) continue;
            var between = Index(words, quantity.End);
            if (between >= 0 && between < other.First) return between;
            break;
        }

        var behind = Index(words, quantity.End);
        if (behind >= 0 && Quantities.All(other => other.First < quantity.End || other.First > behind)) return behind;
        for (var at = quantity.First - 1; at >= From; at--)
        {
            if (words.Contains(Sentence.Tokens[at].Lower)) return at;
        }

        return behind;
    }

    /// <summary>The mentions that own a noun: "Russia's total exports", "US-EU trade", "its imports", "exports of Russia".</summary>
    /// <param name="noun">Token of the noun.</param>
    /// <returns>The owner and, of "US-EU trade", the other side.</returns>
    public (Mention? Owner, Mention? Other) OwnerOf(int noun)
    {
        for (var at = noun - 1; at >= Math.Max(From, noun - 6); at--)
        {
            if (Mentions.FirstOrDefault(mention => mention.End == at + 1 || (Word(at) == "'s" && mention.End == at)) is { } owner)
            {
                var before = owner.First - 1;
                var joined = Word(before) is "and" || (before > From && Word(before).Length == 1 && Tokenizer.IsDash(Word(before)[0]));
                if (joined && Mentions.FirstOrDefault(mention => mention.End == before) is { } first) return (first, owner);
                return (owner, null);
            }

            if (Word(at) is "its" or "their" or "his" or "her") return (SubjectBefore(at), null);
            if (Word(at) is "our" or "my" or "your" || Breaks.Contains(Word(at))) break;
        }

        if (Word(noun + 1) is "of" or "by" && MentionAt(noun + 2) is { } of && !Words.Imports.Contains(Word(noun))) return (of, null);
        return Word(noun + 1) == "between" && MentionAt(noun + 2) is { } one && MentionAt(one.End + 1) is { } two ? (one, two) : (null, null);
    }

    /// <summary>The mention that one of these prepositions leads to, from a place on.</summary>
    public Mention? After(FrozenSet<string> prepositions, int from = 0, Mention? not = null)
    {
        for (var at = Math.Max(From, from); at < To; at++)
        {
            if (prepositions.Contains(Word(at)) && MentionAt(at + 1) is { } found && found.Key != not?.Key) return found;
        }

        return null;
    }

    /// <summary>The mention that begins at a token; an article and "states of" before it do not matter.</summary>
    public Mention? MentionAt(int at)
    {
        if (Word(at) is "the" or "both" or "neighbouring") at++;
        return Mentions.FirstOrDefault(mention => mention.First == at || (mention.First == at - 1 && Word(at - 1) == "the"));
    }

    /// <summary>The first mention before a place that no preposition leads to: the subject, as a rule.</summary>
    public Mention? SubjectBefore(int at)
    {
        var subject = Mentions.FirstOrDefault(mention => mention.First < at && !(Word(mention.First - 1) is "to" or "from" or "with" or "against" or "by" or "of" or "for" or "on" || (Word(mention.First - 1) == "the" && Word(mention.First - 2) is "to" or "from" or "with" or "against" or "by" or "of" or "for" or "on")));
        return subject ?? Sentence.Mentions.FirstOrDefault(mention => mention.First < Math.Min(at, From) && !IsPlace(mention));
    }

    /// <summary>The one mention of the clause that is none of these, or <see langword="null"/>.</summary>
    public Mention? OnlyOther(params ReadOnlySpan<Mention?> known)
    {
        Mention? only = null;
        foreach (var mention in Mentions)
        {
            var isKnown = false;
            foreach (var one in known) isKnown |= one?.Key == mention.Key;
            if (isKnown || mention.Key == only?.Key) continue;
            if (only is not null) return null;
            only = mention;
        }

        return only;
    }

    /// <summary>"talks in Riyadh", "a visit to Beijing": a capital that is a place.</summary>
    private bool IsPlace(Mention mention) => mention.Kind == MentionKind.Capital && (PlaceWords.Contains(Before(mention, 1)) || PlaceWords.Contains(Before(mention, 2)));

    private string Before(Mention mention, int by) => mention.First >= by ? Sentence.Tokens[mention.First - by].Lower : "";
}
