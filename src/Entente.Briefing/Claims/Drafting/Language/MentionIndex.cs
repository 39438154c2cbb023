using Entente.World.Blocs;
using Entente.World.States;

namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>Finds states and blocs in sentences, by the names that the world knows and by the project's list of adjectives and peoples.</summary>
internal sealed class MentionIndex
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { "maurice", "dominique", "man", "west", "us", "uk" };

    private static readonly (string Words, string Key)[] BlocNames =
    [
        ("European Union", "EU"), ("EU", "EU"), ("E.U.", "EU"), ("Europeans", "EU"), ("NATO", "NATO"), ("Atlantic Alliance", "NATO"), ("the West", "West"), ("Five Eyes", "FiveEyes"), ("Warsaw Pact", "WarsawPact"), ("Central Asia", "CentralAsia"), ("Central Asian", "CentralAsia"),
    ];

    private readonly Dictionary<string, List<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _folded = new(StringComparer.Ordinal);

    /// <summary>The index of a world.</summary>
    public MentionIndex(StateSystem states, BlocRegistry blocs)
    {
        // A name that several states had in turn means the one of today; the year of the claim decides when it is asked for.
        foreach (var state in states.All.Where(state => state.Kind != StateKind.Territory && blocs.Find(state.Name) is null).OrderByDescending(state => state.Existence.IsEmpty || state.Existence[^1].To is null))
        {
            var key = state.Iso3 ?? state.Name;
            foreach (var name in state.Aliases.Prepend(state.Name)) Add(name, new Target(MentionKind.Name, key));
        }

        foreach (var line in WordLists.Lines("demonyms.tsv"))
        {
            var fields = line.Split('\t');
            foreach (var word in fields[1].Split(',', StringSplitOptions.RemoveEmptyEntries)) Add(word, new Target(word is "US" or "U.S." or "UAE" or "America" or "DPRK" or "ROK" ? MentionKind.Name : MentionKind.Demonym, fields[0]));
            foreach (var word in fields[2].Split(',', StringSplitOptions.RemoveEmptyEntries)) Add(word, new Target(MentionKind.Capital, fields[0]));
        }

        Add("UK", new Target(MentionKind.Name, "GBR"));
        foreach (var bloc in blocs.All)
        {
            if (bloc.Key is not ("West" or "Quad" or "SCO")) Add(bloc.Key, new Target(MentionKind.Bloc, bloc.Key));
            Add(bloc.Name, new Target(MentionKind.Bloc, bloc.Key));
        }

        foreach (var (words, key) in BlocNames)
        {
            if (blocs.Find(key) is not null) Add(words, new Target(MentionKind.Bloc, key));
        }

        Add("Europe", new Target(MentionKind.Europe, "Europe"));
        Add("European", new Target(MentionKind.Europe, "Europe"));
        foreach (var line in WordLists.Lines("lookalikes.txt")) Add(line, null);
    }

    /// <summary>The mentions in order; tokens of look-alikes are marked as taken.</summary>
    public List<Mention> Of(Token[] tokens, bool[] taken)
    {
        var mentions = new List<Mention>();
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Kind != TokenKind.Word || (!tokens[at].IsCapital && tokens[at].Lower != "the")) continue;
            if (Longest(tokens, at) is not { } match) continue;
            if (match.Entry.Target is { } target)
            {
                if (!Homonyms.IsNoState(tokens, at, match.End)) mentions.Add(new Mention(target.Kind, target.Key, at, match.End));
            }

            for (var i = at; i < match.End; i++) taken[i] = true;
            at = match.End - 1;
        }

        return mentions;
    }

    private (Entry Entry, int End)? Longest(Token[] tokens, int at)
    {
        if (!_entries.TryGetValue(Fold(tokens[at]), out var entries)) return null;
        foreach (var entry in entries)
        {
            if (at + entry.Words.Length > tokens.Length || (entry.IsUpper && !tokens[at].Text.Replace(".", "", StringComparison.Ordinal).All(char.IsUpper))) continue;
            var fits = true;
            for (var i = 1; i < entry.Words.Length && fits; i++) fits = Fold(tokens[at + i]) == entry.Words[i] && (tokens[at + i].Kind != TokenKind.Word || tokens[at + i].IsCapital || tokens[at + i].Lower is "of" or "the" or "and" or "for" || entry.Target is null);
            if (fits) return (entry, at + entry.Words.Length);
        }

        return null;
    }

    private void Add(string name, Target? target)
    {
        var tokens = Tokenizer.Of(name);
        if (tokens.Length == 0) return;
        string[] words = [.. tokens.Select(Fold)];
        if (target is not null && words.Length == 1 && (LeftOut.Contains(words[0]) && name is not ("US" or "U.S." or "UK") || name.Length < 2)) return;
        if (!_entries.TryGetValue(words[0], out var list)) _entries.Add(words[0], list = []);
        var entry = new Entry(words, target, name.Length <= 4 && name.Replace(".", "", StringComparison.Ordinal).All(char.IsUpper));
        if (list.Any(other => other.Words.AsSpan().SequenceEqual(words) && other.IsUpper == entry.IsUpper)) return;

        // The longest come first, so that "New Zealand" is found before anything shorter.
        var place = list.FindIndex(other => other.Words.Length < words.Length);
        list.Insert(place < 0 ? list.Count : place, entry);
    }

    private string Fold(Token token)
    {
        if (token.Kind != TokenKind.Word) return token.Lower;
        if (_folded.TryGetValue(token.Lower, out var folded)) return folded;
        folded = NameFolding.Fold(token.Lower);
        if (folded.Length == 0) folded = token.Lower;
        if (_folded.Count < 100_000) _folded.Add(token.Lower, folded);
        return folded;
    }

    private sealed record Target(MentionKind Kind, string Key);

    private sealed record Entry(string[] Words, Target? Target, bool IsUpper);
}
