using System.Collections.Immutable;

namespace Entente.Web.Questions;

/// <summary>A document in a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Title for people; empty where it has none.</param>
/// <param name="Summary">What it is about; empty where it does not say.</param>
public sealed record DocumentHead(string Name, string Title, string Summary);

/// <summary>Knows the documents that are shipped, and what a document of each kind must be.</summary>
public interface IDocumentDesk
{
    /// <summary>Kinds of documents, each the name of its folder: <c>strategies</c>, <c>claims</c>.</summary>
    ImmutableArray<string> Folders { get; }

    /// <summary>The documents of a kind that are shipped, by name.</summary>
    /// <param name="folder">One of <see cref="Folders"/>.</param>
    ImmutableArray<DocumentHead> Shipped(string folder);

    /// <summary>The text of a shipped document; <see langword="null"/> where there is none of that name.</summary>
    /// <param name="folder">One of <see cref="Folders"/>.</param>
    /// <param name="name">Its name.</param>
    string? ShippedText(string folder, string name);

    /// <summary>Title and summary of a text, as far as they can be read.</summary>
    /// <param name="name">Name of the document.</param>
    /// <param name="text">Its text.</param>
    DocumentHead Head(string name, string text);

    /// <summary>Reads a text as a document of a kind.</summary>
    /// <param name="folder">One of <see cref="Folders"/>.</param>
    /// <param name="name">Name of the document.</param>
    /// <param name="text">Its text.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="World.InvalidInputException">It is wrong; the sentence says where, by line and column.</exception>
    Task Check(string folder, string name, string text, CancellationToken cancellation);
}
