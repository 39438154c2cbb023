using System.Collections.Immutable;
using Entente.Briefing.Claims.Drafting.Language;
using Entente.Briefing.Claims.Drafting.Rules;
using Entente.Briefing.Claims.Drafting.Text;
using Entente.Models.Figures;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Briefing.Claims.Drafting;

/// <summary>Finds the statements of an article that data could settle, and proposes a figure for each.</summary>
/// <remarks>Rules over words, the same on every machine. It reads English; what the sentence does not say stays open and is never filled in.</remarks>
public sealed class ClaimDrafter
{
    /// <summary>No sentence gives more claims: lists of many amounts are tables.</summary>
    internal const int MostOfSentence = 8;

    private readonly MentionIndex _index;

    /// <summary>A drafter that knows the names of these states and blocs.</summary>
    public ClaimDrafter(StateSystem states, BlocRegistry blocs)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(blocs);
        _index = new MentionIndex(states, blocs);
    }

    /// <summary>Drafts the claims of the file of an article.</summary>
    /// <param name="path">A text, Markdown or HTML file.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">The file is missing, too large, or no text.</exception>
    public ClaimDraft OfFile(string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(path);
        return OfText(ArticleFile.Read(path), Path.GetFileName(path), cancellation);
    }

    /// <summary>Drafts the claims of a stream, for example of standard input.</summary>
    /// <exception cref="InvalidInputException">The stream is too large, or no text.</exception>
    public ClaimDraft OfStream(Stream stream, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return OfText(ArticleFile.Read(stream, name), name, cancellation);
    }

    /// <summary>Drafts the claims of a text.</summary>
    /// <param name="text">The article.</param>
    /// <param name="name">Its name; one that ends in .html is read as HTML.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ClaimDraft OfText(string text, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var claims = ImmutableArray.CreateBuilder<DraftedClaim>();
        var (sentences, others) = (0, 0);
        foreach (var sentence in ArticleReader.Sentences(text, name))
        {
            cancellation.ThrowIfCancellationRequested();
            sentences++;
            if (OtherScripts.IsUnread(sentence.Text))
            {
                if (OtherScripts.Claim(sentence) is not { } unread) continue;
                others++;
                claims.Add(unread);
                continue;
            }

            claims.AddRange(OfSentence(sentence));
        }

        return new ClaimDraft(name, sentences, others, claims.ToImmutable(), new Provenance([], "statements found by rules over English words; no value was looked up", new Coverage(
            FormattableString.Invariant($"{sentences} sentences read, of {others} the amounts not read because of their script"), sentences - others, others, others > 0 ? ["amounts in other scripts"] : []))
        {
            Documents = [DocumentSource.Of("article", Path.GetFileNameWithoutExtension(name), name, text, isShipped: false)],
        });
    }

    private IEnumerable<DraftedClaim> OfSentence(ArticleSentence sentence)
    {
        var reading = SentenceReading.Of(sentence.Text, _index);
        if (Vetoes.OnSentence(reading)) return [];
        return SentenceRules.Of(reading).Take(MostOfSentence).Select(statement => Claim(sentence, reading, statement));
    }

    private static DraftedClaim Claim(ArticleSentence sentence, SentenceReading reading, Statement statement)
    {
        var proposal = statement.Proposal;
        var parameters = ImmutableArray<DraftedParameter>.Empty;
        if (proposal.Figure is { } key)
        {
            var definition = FigureCatalogue.Find(key);
            parameters =
            [
                .. definition.Parameters
                    .Where(parameter => parameter.IsRequired || proposal.Parameters.ContainsKey(parameter.Name))
                    .Select(parameter => new DraftedParameter(parameter.Name, proposal.Parameters.GetValueOrDefault(parameter.Name), parameter.Description)),
            ];
        }

        var open = parameters.Where(parameter => parameter.Value is null).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var notes = proposal.Notes.Where(note => !note.StartsWith("year: ", StringComparison.Ordinal) || open.Contains("year")).ToList();
        var stated = statement.Quantity is { } quantity ? reading.Between(quantity.First, quantity.End) : statement.Tally is { } tally ? reading.Between(tally.First, tally.End) : "";
        var comparison = ComparisonDraft.Of(statement, stated, notes);
        return new DraftedClaim(sentence.Text, sentence.Line, stated, proposal.Figure, comparison, parameters, [.. notes]) { IsNegated = statement.IsNegated, Quantity = statement.Quantity, Tally = statement.Tally };
    }
}
