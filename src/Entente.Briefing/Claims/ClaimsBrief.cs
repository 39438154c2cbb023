using Entente.World;

namespace Entente.Briefing.Claims;

/// <summary>Checked claims as a page to pass on.</summary>
public static class ClaimsBrief
{
    /// <summary>One HTML file that needs nothing else; the same bytes for the same inputs.</summary>
    public static string Html(ClaimsCheck check, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(check);
        return HtmlBrief.Write(ComposedBrief.Of(check, options));
    }

    /// <summary>The same in Markdown.</summary>
    public static string Markdown(ClaimsCheck check, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(check);
        return MarkdownBrief.Write(ComposedBrief.Of(check, options), "brief").Text;
    }

    /// <summary>Writes the page in the format that the ending names: .html, .htm, .md or .pdf.</summary>
    /// <param name="check">The checked claims.</param>
    /// <param name="path">Where to; a file that is there is replaced in one step.</param>
    /// <param name="options">What the page says about its making.</param>
    /// <exception cref="InvalidInputException">The ending is not known, the folder is missing, or it cannot be written to; nothing half-written is left.</exception>
    public static void Write(ClaimsCheck check, string path, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        BriefWriter.Write(ComposedBrief.Of(check, options), path);
    }
}
