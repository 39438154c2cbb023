using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Web.Answers;
using Entente.Web.Questions;
using Entente.World;
using Entente.World.Store;

namespace Entente.Web.Workspace;

/// <summary>A document with its text.</summary>
/// <param name="Head">Name, title and summary.</param>
/// <param name="IsOwn">Whether it lies in the workspace; else it is shipped.</param>
/// <param name="Text">Its text.</param>
internal sealed record NamedDocument(DocumentHead Head, bool IsOwn, string Text)
{
    /// <summary>Name of this state of the text.</summary>
    public string ETag { get; } = EntityTag.Of(Text);
}

/// <summary>The documents of the workspace beside those that are shipped. What lies in the workspace goes before what is shipped under the same name.</summary>
/// <param name="workspace">The folder.</param>
/// <param name="desk">Knows the shipped ones and reads texts.</param>
internal sealed class OwnDocuments(WorkspaceFolder workspace, IDocumentDesk desk)
{
    /// <summary>Bytes that a document may have.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Documents of one kind that the workspace may hold.</summary>
    public const int MostInFolder = 1000;

    private const string Ending = ".yaml";
    private readonly Lock _gate = new();

    /// <summary>The documents of a kind: own first, each kind by name.</summary>
    public ImmutableArray<(DocumentHead Head, bool IsOwn)> List(string folder)
    {
        Require(folder);
        var own = Names(folder).Select(name => (Head: OwnHead(folder, name), IsOwn: true)).ToList();
        var taken = own.Select(one => one.Head.Name).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. desk.Shipped(folder).Where(head => !taken.Contains(head.Name)).Select(head => (head, false))];
    }

    /// <summary>A document by name; <see langword="null"/> where there is none.</summary>
    public NamedDocument? Find(string folder, string name)
    {
        Require(folder);
        RequireName(name);
        if (Own(folder, name) is { } own) return new NamedDocument(desk.Head(name, own), true, own);
        return desk.ShippedText(folder, name) is { } shipped ? new NamedDocument(desk.Head(name, shipped), false, shipped) : null;
    }

    /// <summary>Saves a text under a name once it reads as a document of its kind.</summary>
    /// <param name="folder">The kind.</param>
    /// <param name="name">The name.</param>
    /// <param name="text">The text.</param>
    /// <param name="expects">Says whether what is there now may be replaced; gets <see langword="null"/> where nothing is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidInputException">The text is wrong, too long, or there are too many.</exception>
    /// <exception cref="ChangedSinceException">Something else is there than was expected.</exception>
    public async Task<(NamedDocument Saved, bool IsNew)> Save(string folder, string name, string text, Func<NamedDocument?, bool> expects, CancellationToken cancellation)
    {
        Require(folder);
        RequireName(name);
        if (Encoding.UTF8.GetByteCount(text) > MostBytes) throw new InvalidInputException("A document has at most 1 MB of text; shorten it.");
        if (desk.ShippedText(folder, name) is not null && Own(folder, name) is null) throw new InvalidInputException($"'{name}' is shipped with the program and stays as it is; save yours under another name.");
        await desk.Check(folder, name, text, cancellation).ConfigureAwait(false);
        lock (_gate)
        {
            var there = Own(folder, name) is { } own ? new NamedDocument(desk.Head(name, own), true, own) : null;
            if (!expects(there)) throw new ChangedSinceException(folder, name, there is not null);
            if (there is null && Names(folder).Count() >= MostInFolder) throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"The workspace holds {MostInFolder:N0} {folder} already; delete some first."));
            Directory.CreateDirectory(workspace.Place(folder));
            WholeFile.Write(workspace.Place(folder, name + Ending), text);
            return (new NamedDocument(desk.Head(name, text), true, text), there is null);
        }
    }

    /// <summary>Takes an own document away.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ChangedSinceException">Something else is there than was expected.</exception>
    public bool Delete(string folder, string name, Func<NamedDocument?, bool> expects)
    {
        Require(folder);
        RequireName(name);
        lock (_gate)
        {
            if (Own(folder, name) is not { } text) return false;
            if (!expects(new NamedDocument(desk.Head(name, text), true, text))) throw new ChangedSinceException(folder, name, true);
            File.Delete(workspace.Place(folder, name + Ending));
            return true;
        }
    }

    /// <summary>The call with the text of each own document in place of its name, so that answers and jobs rest on what it said when they were asked.</summary>
    public QuestionCall Settle(QuestionCall call)
    {
        GivenValue Settled(GivenValue given) =>
            given.Parameter is { Kind: ParameterKind.Document, Folder: { } folder } && !given.IsContent && desk.Folders.Contains(folder) && Own(folder, given.Value) is { } text
                ? new GivenValue(given.Parameter, text, IsContent: true) { Name = given.Value }
                : given;
        return call.Values.Any(given => given.Parameter.Kind == ParameterKind.Document && !given.IsContent) ? new QuestionCall(call.Question, [.. call.Values.Select(Settled)]) : call;
    }

    private IEnumerable<string> Names(string folder)
    {
        var place = workspace.Place(folder);
        return !Directory.Exists(place) ? [] : Directory.EnumerateFiles(place, "*" + Ending).Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => CallReader.NameShape().IsMatch(name)).Order(StringComparer.Ordinal);
    }

    /// <summary>One file that cannot be read keeps no other out of the list; whoever opens it is told why.</summary>
    private DocumentHead OwnHead(string folder, string name)
    {
        try
        {
            if (Own(folder, name) is { } text) return desk.Head(name, text);
        }
        catch (InvalidInputException problem)
        {
            return new DocumentHead(name, string.Empty, problem.Message);
        }

        return new DocumentHead(name, string.Empty, string.Empty);
    }

    private string? Own(string folder, string name)
    {
        var file = new FileInfo(workspace.Place(folder, name + Ending));
        try
        {
            if (!file.Exists) return null;
            if (file.Length > MostBytes) throw new InvalidInputException($"{folder}/{name} in the workspace has more than 1 MB; is it a document?");
            return File.ReadAllText(file.FullName, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new InvalidInputException($"{folder}/{name} in the workspace cannot be read ({problem.Message.TrimEnd('.')}).", problem);
        }
    }

    private void Require(string folder)
    {
        if (!desk.Folders.Contains(folder)) throw new InvalidInputException($"There are no documents of the kind '{(folder.Length <= 60 ? folder : folder[..60])}'; there are {string.Join(", ", desk.Folders)}.");
    }

    private static void RequireName(string name)
    {
        if (!CallReader.NameShape().IsMatch(name)) throw new InvalidInputException($"A document is named by letters, digits, dashes and underscores, at most 100, not '{(name.Length <= 60 ? name : $"{name[..59]}…")}'.");
    }
}

/// <summary>A document is not what the caller thought that it is.</summary>
internal sealed class ChangedSinceException(string folder, string name, bool isThere)
    : Exception(isThere ? $"{folder}/{name} is there and is not what you last read; read it again (its ETag goes into If-Match), or save under another name." : $"{folder}/{name} is no longer there; save it without If-Match to make it anew.");
