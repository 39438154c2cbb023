using Entente.Briefing.Html;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;

namespace Entente.Briefing;

/// <summary>Briefs as one HTML file that needs nothing else: style and charts inside, no script, no request to anywhere.</summary>
public static class HtmlBrief
{
    /// <summary>The brief of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">What the brief says about its making.</param>
    /// <returns>An HTML document that is also well-formed XML; the same bytes for the same inputs.</returns>
    public static string Write(Assessment assessment, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Write(ComposedBrief.Of(assessment, options));
    }

    /// <summary>The brief of a what-if, with a map for each variant.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="options">What the brief says about its making.</param>
    /// <returns>An HTML document that is also well-formed XML; the same bytes for the same inputs.</returns>
    public static string Write(WhatIfAnswer answer, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Write(ComposedBrief.Of(answer, options));
    }

    /// <summary>A brief of any kind.</summary>
    /// <param name="brief">The brief.</param>
    /// <returns>An HTML document, well-formed XML too where the house style is; the same bytes for the same inputs.</returns>
    /// <exception cref="World.InvalidInputException">The template of the house style cannot be followed, or leaves out what a brief must have.</exception>
    public static string Write(ComposedBrief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return HtmlPage.Write(brief);
    }
}
