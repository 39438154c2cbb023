namespace Entente.Briefing.Claims.Drafting.Text;

/// <summary>A paragraph, heading, list item or table row of an article.</summary>
/// <param name="Line">Line of the file that it begins on, from 1.</param>
/// <param name="IsHeading">Whether it is a heading.</param>
/// <param name="Text">Its text without markup; line ends are kept, so that places can be told.</param>
internal sealed record ArticleBlock(int Line, bool IsHeading, string Text);

/// <summary>A sentence of an article.</summary>
/// <param name="Line">Line of the file that it begins on, from 1.</param>
/// <param name="IsHeading">Whether it is a heading.</param>
/// <param name="Text">The sentence on one line.</param>
internal sealed record ArticleSentence(int Line, bool IsHeading, string Text);
