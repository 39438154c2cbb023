using System.Collections.Concurrent;
using System.Collections.Immutable;
using Entente.Briefing.Claims;
using Entente.Models.Alignment.Hypotheses;
using Entente.Models.Coalitions.Landscapes;
using Entente.Models.Energy.WhatIf;
using Entente.Models.Strategy.Files;
using Entente.Models.Trade.WhatIf.Files;
using Entente.Models.Wedges;
using Entente.Web.Questions;
using Entente.World;

namespace Entente.Cli.Serving;

/// <summary>A kind of document, by the reader of its files.</summary>
/// <param name="Folder">Name of its folder.</param>
/// <param name="List">Names of those that are shipped.</param>
/// <param name="Locate">The file of one.</param>
/// <param name="Parse">Reads a text as one; refuses it with a sentence.</param>
internal sealed record DocumentKind(string Folder, Func<ImmutableArray<string>> List, Func<string, string> Locate, Action<string, string, WorldEdition> Parse);

/// <summary>The documents of the program, found and read by the readers of the verbs.</summary>
/// <param name="withWorld">Lends an edition of the store to a piece of work.</param>
internal sealed class DocumentDesk(Func<Action<WorldEdition>, CancellationToken, Task> withWorld) : IDocumentDesk
{
    private static readonly ImmutableArray<DocumentKind> Kinds =
    [
        new("strategies", () => StrategyLibrary.List(), name => StrategyLibrary.Locate(name), (text, file, world) => StrategyFile.Parse(text, file, world.States, world.Blocs)),
        new("claims", () => ClaimsReader.List(), ClaimsReader.Locate, (text, file, _) => ClaimsReader.Parse(text, file)),
        new("what-if", () => WhatIfLibrary.List(), name => WhatIfLibrary.Locate(name), (text, file, world) => WhatIfFile.Parse(text, file, world.States, world.Blocs)),
        new("gas-what-if", GasWhatIfFile.List, GasWhatIfFile.Locate, (text, file, world) => GasWhatIfFile.Parse(text, file, world)),
        new("landscapes", () => LandscapeFile.List(), LandscapeFile.Locate, (text, file, _) => LandscapeFile.Parse(text, file)),
        new("cases", WedgeLibrary.List, WedgeLibrary.Locate, (text, file, _) => WedgeLibrary.Parse(text, file)),
        new("hypotheses", () => HypothesisFile.List(), HypothesisFile.Locate, (text, file, _) => HypothesisFile.Parse(text, file)),
    ];

    private readonly ConcurrentDictionary<string, ImmutableArray<DocumentHead>> _shipped = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public ImmutableArray<string> Folders { get; } = [.. Kinds.Select(kind => kind.Folder)];

    /// <inheritdoc />
    public ImmutableArray<DocumentHead> Shipped(string folder) =>
        // What is shipped does not change while the program runs.
        _shipped.GetOrAdd(folder, _ => [.. Of(folder).List().Select(name => Head(name, File.ReadAllText(Of(folder).Locate(name))))]);

    /// <inheritdoc />
    public string? ShippedText(string folder, string name) => Shipped(folder).Any(head => head.Name == name) ? File.ReadAllText(Of(folder).Locate(name)) : null;

    /// <inheritdoc />
    public DocumentHead Head(string name, string text)
    {
        var head = FileHead.Of(text);
        return new DocumentHead(name, head.Title, head.Summary);
    }

    /// <inheritdoc />
    public Task Check(string folder, string name, string text, CancellationToken cancellation) => withWorld(world => Of(folder).Parse(text, $"{name}.yaml", world), cancellation);

    private static DocumentKind Of(string folder) => Kinds.FirstOrDefault(kind => kind.Folder == folder) ?? throw new InvalidInputException($"There are no documents of the kind '{folder}'.");
}
