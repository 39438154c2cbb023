using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <summary>A piece of running text.</summary>
internal abstract record Inline;

/// <summary>Plain words.</summary>
internal sealed record Words(string Text) : Inline;

/// <summary>Words with weight.</summary>
internal sealed record Strong(string Text) : Inline;

/// <summary>Words of second rank.</summary>
internal sealed record Quiet(string Text) : Inline;

/// <summary>A command or query.</summary>
internal sealed record Code(string Text) : Inline;

/// <summary>Numbers of sources.</summary>
internal sealed record Cite(ImmutableArray<int> Numbers) : Inline;

/// <summary>The badge of a basis: measured, modelled or judgement.</summary>
internal sealed record Badge(Basis Basis) : Inline;

/// <summary>A break of the line.</summary>
internal sealed record Break : Inline;

/// <summary>A place that links lead to; seen by nobody.</summary>
internal sealed record Anchor(string Id) : Inline;

/// <summary>A link to a place of the brief; left out where there are no places.</summary>
internal sealed record Link(string Text, string Id, string Spoken) : Inline;

/// <summary>Running text, put together piece by piece.</summary>
internal sealed record Rich(ImmutableArray<Inline> Pieces)
{
    public static Rich Empty { get; } = new([]);

    public static Rich Of(string text) => Empty.Text(text);

    public Rich Text(string text) => text.Length == 0 ? this : new(Pieces.Add(new Words(text)));

    public Rich Strong(string text) => new(Pieces.Add(new Strong(text)));

    public Rich Quiet(string text) => new(Pieces.Add(new Quiet(text)));

    public Rich Code(string text) => new(Pieces.Add(new Code(text)));

    public Rich Badge(Basis basis) => new(Pieces.Add(new Badge(basis)));

    public Rich Anchor(string id) => new(Pieces.Add(new Anchor(id)));

    public Rich Link(string text, string id, string spoken) => new(Pieces.Add(new Link(text, id, spoken)));

    public Rich Break() => new(Pieces.Add(new Break()));

    public Rich Cite(ImmutableArray<int> numbers) => numbers.IsDefaultOrEmpty ? this : new(Pieces.Add(new Cite(numbers)));
}
