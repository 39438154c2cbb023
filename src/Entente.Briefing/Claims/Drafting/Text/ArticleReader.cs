namespace Entente.Briefing.Claims.Drafting.Text;

/// <summary>Cuts the text of an article into its blocks, after its format.</summary>
internal static class ArticleReader
{
    /// <summary>The blocks of an article in order.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="name">Name of the file: .html and .htm are HTML, all else is read as Markdown, of which plain text is a part; a text that begins like a page is HTML under any name.</param>
    public static IEnumerable<ArticleBlock> Blocks(string text, string name) => IsHtml(text, name) ? HtmlArticle.Blocks(text) : MarkdownArticle.Blocks(text);

    /// <summary>The sentences of an article in order.</summary>
    public static IEnumerable<ArticleSentence> Sentences(string text, string name) => Blocks(text, name).SelectMany(SentenceSplitter.Of);

    private static bool IsHtml(string text, string name)
    {
        if (name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase)) return true;
        var start = text.AsSpan(0, Math.Min(text.Length, 1000)).TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
