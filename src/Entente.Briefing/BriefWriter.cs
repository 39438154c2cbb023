using System.Text;
using Entente.Briefing.Pdf;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;
using Entente.World;

namespace Entente.Briefing;

/// <summary>Writes briefs to files: all of a brief or nothing.</summary>
public static class BriefWriter
{
    private static readonly string[] Endings = [".html", ".htm", ".md", ".pdf"];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Checks a path before long work begins: the ending is known, the folder is there, the path is no folder; for a PDF, that there is a Chromium to print it.</summary>
    /// <param name="path">Where the brief is to go.</param>
    /// <exception cref="InvalidInputException">The ending is not .html, .htm, .md or .pdf, the folder is missing, or the path is a folder.</exception>
    /// <exception cref="NoAnswerException">A PDF is wanted and no Chromium is there.</exception>
    public static void Check(string path)
    {
        _ = Folder(path);
        if (Is(path, ".pdf")) _ = PdfPrinter.Find();
    }

    /// <summary>Writes the brief in the format that the ending names: .html or .htm one file, .md with its charts as SVG files beside it, .pdf printed by Chromium.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="path">Where to; a file that is there is replaced in one step.</param>
    /// <param name="options">What the brief says about its making.</param>
    /// <returns>The files written, the brief first.</returns>
    /// <exception cref="InvalidInputException">The ending is not known, the folder is missing, or it cannot be written to; nothing half-written is left.</exception>
    public static IReadOnlyList<string> Write(Assessment assessment, string path, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        _ = Folder(path);
        return Write(ComposedBrief.Of(assessment, options), path);
    }

    /// <summary>Writes the brief of a what-if in the format that the ending names, like that of an assessment.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="path">Where to; a file that is there is replaced in one step.</param>
    /// <param name="options">What the brief says about its making.</param>
    /// <returns>The files written, the brief first.</returns>
    /// <exception cref="InvalidInputException">The ending is not known, the folder is missing, or it cannot be written to; nothing half-written is left.</exception>
    public static IReadOnlyList<string> Write(WhatIfAnswer answer, string path, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _ = Folder(path);
        return Write(ComposedBrief.Of(answer, options), path);
    }

    /// <summary>Writes a brief of any kind in the format that the ending names.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="path">Where to; a file that is there is replaced in one step.</param>
    /// <param name="cancellation">Stops the printer of a PDF.</param>
    /// <returns>The files written, the brief first.</returns>
    /// <exception cref="InvalidInputException">The ending is not known, the folder is missing or cannot be written to, or the template cannot be followed; nothing half-written is left.</exception>
    /// <exception cref="NoAnswerException">A PDF is wanted and Chromium is missing or fails.</exception>
    public static IReadOnlyList<string> Write(ComposedBrief brief, string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var folder = Folder(path);
        if (Is(path, ".pdf")) return WriteAll(path, [(path, PdfPrinter.Print(HtmlBrief.Write(brief), cancellation))]);
        if (!Is(path, ".md")) return WriteAll(path, [(path, Utf8.GetBytes(HtmlBrief.Write(brief)))]);
        var document = MarkdownBrief.Write(brief, Path.GetFileNameWithoutExtension(path));

        // The charts go first, so that the text never points to a chart that is not there yet.
        return WriteAll(path, [.. document.Charts.Select(chart => (Path.Combine(folder, chart.Name), Utf8.GetBytes(chart.Svg))), (path, Utf8.GetBytes(document.Text))]);
    }

    private static string Folder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)) throw new InvalidInputException($"The path '{path.Replace("\0", "\\0", StringComparison.Ordinal)}' is no file name: give one that ends in .html, .md or .pdf.");
        var ending = Path.GetExtension(path);
        if (!Endings.Contains(ending, StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidInputException($"The brief '{path}' {(ending.Length == 0 ? "has no ending" : $"ends in {ending}")}: briefs are written as .html, .htm, .md or .pdf.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Directory.Exists(path)) throw new InvalidInputException($"'{path}' is a folder: name a file in it to write the brief to.");
        if (!Directory.Exists(folder)) throw new InvalidInputException($"The folder '{folder}' for the brief does not exist: create it or name another.");
        return folder;
    }

    private static bool Is(string path, string ending) => Path.GetExtension(path).Equals(ending, StringComparison.OrdinalIgnoreCase);

    private static List<string> WriteAll(string path, IReadOnlyList<(string Path, byte[] Bytes)> files)
    {
        var waiting = new List<(string Temporary, string Final)>();
        try
        {
            foreach (var (final, bytes) in files)
            {
                if (Directory.Exists(final)) throw new IOException($"'{final}' is a folder");
                var temporary = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(final))!, $".{Path.GetRandomFileName()}.tmp");
                waiting.Add((temporary, final));
                File.WriteAllBytes(temporary, bytes);
            }

            foreach (var (temporary, final) in waiting) File.Move(temporary, final, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or System.Security.SecurityException)
        {
            throw new InvalidInputException($"The brief '{path}' cannot be written: {Reason(exception)}. Name a place that can be written to.", exception);
        }
        finally
        {
            foreach (var (temporary, _) in waiting) Remove(temporary);
        }

        return [files[^1].Path, .. files.SkipLast(1).Select(file => file.Path)];
    }

    // The system names our temporary file; the reader knows only the brief.
    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "access to its folder is denied",
        PathTooLongException => "its name is too long",
        DirectoryNotFoundException => "its folder is gone",
        IOException when exception.Message.Contains("space", StringComparison.OrdinalIgnoreCase) => "the disk is full",
        _ => exception.Message.Contains(".tmp", StringComparison.Ordinal) ? "the system refuses to write in its folder" : exception.Message.TrimEnd('.'),
    };

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be removed cannot be mended here, and must not hide the first failure.
        }
    }
}
