using System.Text;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;
using Entente.World;

namespace Entente.Briefing;

/// <summary>Writes briefs to files: all of a brief or nothing.</summary>
public static class BriefWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Checks a path before long work begins: the ending is known, the folder is there, the path is no folder.</summary>
    /// <param name="path">Where the brief is to go.</param>
    /// <exception cref="InvalidInputException">The ending is not .html, .htm or .md, the folder is missing, or the path is a folder.</exception>
    public static void Check(string path) => _ = Folder(path);

    /// <summary>Writes the brief in the format that the ending names: .html or .htm one file, .md with its charts as SVG files beside it.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="path">Where to; a file that is there is replaced in one step.</param>
    /// <param name="options">What the brief says about its making.</param>
    /// <returns>The files written, the brief first.</returns>
    /// <exception cref="InvalidInputException">The ending is not known, the folder is missing, or it cannot be written to; nothing half-written is left.</exception>
    public static IReadOnlyList<string> Write(Assessment assessment, string path, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var folder = Folder(path);
        if (!IsMarkdown(path)) return WriteAll(path, [(path, HtmlBrief.Write(assessment, options))]);
        var document = MarkdownBrief.Write(assessment, options, Path.GetFileNameWithoutExtension(path));

        // The charts go first, so that the text never points to a chart that is not there yet.
        return WriteAll(path, [.. document.Charts.Select(chart => (Path.Combine(folder, chart.Name), chart.Svg)), (path, document.Text)]);
    }

    /// <summary>Writes the brief of a what-if in the format that the ending names: .html or .htm one file, .md with its charts as SVG files beside it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="path">Where to; a file that is there is replaced in one step.</param>
    /// <param name="options">What the brief says about its making.</param>
    /// <returns>The files written, the brief first.</returns>
    /// <exception cref="InvalidInputException">The ending is not known, the folder is missing, or it cannot be written to; nothing half-written is left.</exception>
    public static IReadOnlyList<string> Write(WhatIfAnswer answer, string path, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var folder = Folder(path);
        if (!IsMarkdown(path)) return WriteAll(path, [(path, HtmlBrief.Write(answer, options))]);
        var document = MarkdownBrief.Write(answer, options, Path.GetFileNameWithoutExtension(path));
        return WriteAll(path, [.. document.Charts.Select(chart => (Path.Combine(folder, chart.Name), chart.Svg)), (path, document.Text)]);
    }

    /// <summary>Writes one finished text in one step.</summary>
    internal static void WriteText(string path, string text) => WriteAll(path, [(path, text)]);

    private static string Folder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)) throw new InvalidInputException($"The path '{path.Replace("\0", "\\0", StringComparison.Ordinal)}' is no file name: give one that ends in .html or .md.");
        var ending = Path.GetExtension(path);
        if (!IsMarkdown(path) && !ending.Equals(".html", StringComparison.OrdinalIgnoreCase) && !ending.Equals(".htm", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidInputException($"The brief '{path}' {(ending.Length == 0 ? "has no ending" : $"ends in {ending}")}: briefs are written as .html, .htm or .md.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Directory.Exists(path)) throw new InvalidInputException($"'{path}' is a folder: name a file in it to write the brief to.");
        if (!Directory.Exists(folder)) throw new InvalidInputException($"The folder '{folder}' for the brief does not exist: create it or name another.");
        return folder;
    }

    private static bool IsMarkdown(string path) => Path.GetExtension(path).Equals(".md", StringComparison.OrdinalIgnoreCase);

    private static List<string> WriteAll(string path, IReadOnlyList<(string Path, string Text)> files)
    {
        var waiting = new List<(string Temporary, string Final)>();
        try
        {
            foreach (var (final, text) in files)
            {
                if (Directory.Exists(final)) throw new IOException($"'{final}' is a folder");
                var temporary = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(final))!, $".{Path.GetRandomFileName()}.tmp");
                waiting.Add((temporary, final));
                File.WriteAllText(temporary, text, Utf8);
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
