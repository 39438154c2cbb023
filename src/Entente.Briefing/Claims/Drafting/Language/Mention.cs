namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>What a mention names.</summary>
internal enum MentionKind
{
    /// <summary>A state by its name.</summary>
    Name,

    /// <summary>A state by an adjective or its people: "Russian", "Poles".</summary>
    Demonym,

    /// <summary>A state by its capital, which may also be just a place.</summary>
    Capital,

    /// <summary>A bloc by key or name.</summary>
    Bloc,

    /// <summary>Europe, which no bloc is.</summary>
    Europe,
}

/// <summary>A state or bloc that a sentence names.</summary>
/// <param name="Kind">How it is named.</param>
/// <param name="Key">ISO3 code, or key of a bloc.</param>
/// <param name="First">First token.</param>
/// <param name="End">Behind the last token.</param>
internal sealed record Mention(MentionKind Kind, string Key, int First, int End)
{
    /// <summary>Whether it is a bloc or region and no single state.</summary>
    public bool IsBloc => Kind is MentionKind.Bloc or MentionKind.Europe;
}
