using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>A figure that may settle a statement.</summary>
/// <param name="Figure">Its name, or <see langword="null"/> where the catalogue holds none for it.</param>
internal sealed record Proposal(string? Figure)
{
    /// <summary>Parameters that the sentence gives.</summary>
    public Dictionary<string, string> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>What is said of the figure where it is a word or a list, not an amount.</summary>
    public string? Says { get; init; }

    /// <summary>What the reader should know, such as why a parameter is open.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Sets a parameter where the sentence gives it.</summary>
    public Proposal With(string name, string? value)
    {
        if (value is not null) Parameters[name] = value;
        return this;
    }

    /// <summary>Sets a parameter to a state or bloc where the sentence names one.</summary>
    public Proposal With(string name, Mention? mention)
    {
        if (mention is { Kind: MentionKind.Europe }) return Note($"{name}: 'Europe' is no bloc; choose EU, EU27, EU28 or another.");
        return With(name, mention?.Key);
    }

    /// <summary>Sets a parameter to a single state.</summary>
    public Proposal WithState(string name, Mention? mention) => mention is { IsBloc: true } ? Note($"{name}: the figure is held for single states only, and the text names {mention.Key}.") : With(name, mention);

    /// <summary>Adds a note.</summary>
    public Proposal Note(string note)
    {
        Notes.Add(note);
        return this;
    }
}
