using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Entente.Briefing.Claims.Drafting.Text;

/// <summary>The blocks of an HTML page: what a reader sees of it.</summary>
/// <remarks>Only the tokens are read and no tree is built: a page of ten megabytes of nested elements takes no longer than any other of its size.</remarks>
internal static class HtmlArticle
{
    private static readonly FrozenSet<string> Inline = FrozenSet.Create("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "time", "u", "var", "wbr", "sup", "sub");

    private static readonly FrozenDictionary<string, HtmlParseMode> Unseen = new Dictionary<string, HtmlParseMode>
    {
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["noscript"] = HtmlParseMode.Rawtext,
        ["iframe"] = HtmlParseMode.Rawtext,
        ["noframes"] = HtmlParseMode.Rawtext,
        ["textarea"] = HtmlParseMode.RCData,
        ["title"] = HtmlParseMode.RCData,
    }.ToFrozenDictionary();

    /// <summary>The blocks in order; scripts, styles, the title of the page and footnote marks are left out.</summary>
    public static IEnumerable<ArticleBlock> Blocks(string text)
    {
        using var source = new TextSource(text);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var block = new StringBuilder();
        var (begin, line, isHeading, isMark) = (1, 1, false, false);
        string? unseen = null;
        while (true)
        {
            var token = tokenizer.Get();
            if (token.Type == HtmlTokenType.EndOfFile) break;
            switch (token.Type)
            {
                case HtmlTokenType.Character when unseen is null && !isMark:
                    Append(token.Data, token.Position.Line);
                    break;
                case HtmlTokenType.StartTag when unseen is null:
                    if (Unseen.TryGetValue(token.Name, out var mode))
                    {
                        tokenizer.State = mode;
                        unseen = token.Name;
                    }

                    if (token.Name is "sup") isMark = true;
                    if (Inline.Contains(token.Name)) break;
                    if (Finished() is { } done) yield return done;
                    isHeading = token.Name is ['h', >= '1' and <= '6'];
                    break;
                case HtmlTokenType.EndTag:
                    if (token.Name == unseen) unseen = null;
                    if (token.Name is "sup") isMark = false;
                    if (unseen is not null || Inline.Contains(token.Name)) break;
                    if (Finished() is { } ended) yield return ended;
                    isHeading = false;
                    break;
                default:
                    break;
            }
        }

        if (Finished() is { } last) yield return last;

        void Append(string data, int at)
        {
            if (block.Length == 0)
            {
                var blank = data.AsSpan().IndexOfAnyExcept(" \t\r\n\f");
                if (blank < 0) return;
                begin = line = at + data.AsSpan(0, blank).Count('\n');
                data = data[blank..];
            }

            for (; line < at; line++) block.Append('\n');
            line += data.AsSpan().Count('\n');
            block.Append(data);
        }

        ArticleBlock? Finished()
        {
            if (block.Length == 0) return null;
            var finished = new ArticleBlock(begin, isHeading, block.ToString());
            block.Clear();
            return string.IsNullOrWhiteSpace(finished.Text) ? null : finished;
        }
    }
}
