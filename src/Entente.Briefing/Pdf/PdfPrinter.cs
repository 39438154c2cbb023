using System.Diagnostics;
using System.Text;
using Entente.World;

namespace Entente.Briefing.Pdf;

/// <summary>Prints an HTML brief as a PDF with the Chromium of the machine: tagged for screen readers, with bookmarks, without network; the policy inside the page forbids scripts.</summary>
public static class PdfPrinter
{
    /// <summary>The variable that names Chromium where it is not on the path.</summary>
    public const string Variable = "ENTENTE_CHROMIUM";

    private const int Seconds = 120;
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];
    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Finds Chromium: the variable first, then the path, then the usual places.</summary>
    /// <exception cref="NoAnswerException">There is none.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new NoAnswerException($"A PDF is printed by Chromium, and {Variable} names '{named}', where there is no file: set it to the program, or write the brief as .html and print it from any browser.");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name + ending))).Concat(Places).FirstOrDefault(File.Exists)
            ?? throw new NoAnswerException($"A PDF is printed by Chromium (or Chrome or Edge), and none was found on the path: install it, name it in {Variable}, or write the brief as .html and print it from any browser.");
    }

    /// <summary>Prints a page.</summary>
    /// <param name="html">The page; it must not need anything from outside.</param>
    /// <param name="cancellation">Stops the printer.</param>
    /// <returns>The PDF file: tagged, with bookmarks, and without the time of its making.</returns>
    /// <exception cref="NoAnswerException">There is no Chromium, or it made no such file.</exception>
    public static byte[] Print(string html, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        var program = Find();
        var folder = Directory.CreateTempSubdirectory("entente-pdf-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "brief.html"), Path.Combine(folder.FullName, "brief.pdf"));
            File.WriteAllText(page, html, new UTF8Encoding(false));
            var said = Run(program, page, pdf, Path.Combine(folder.FullName, "profile"), cancellation);
            if (!File.Exists(pdf)) throw new NoAnswerException($"Chromium ({program}) printed no PDF{(said.Length == 0 ? "" : $": {said}")}; write the brief as .html and print it from any browser.");
            var file = File.ReadAllBytes(pdf);
            if (!PdfBytes.IsWhole(file)) throw new NoAnswerException($"Chromium ({program}) printed a PDF that is not whole; write the brief as .html and print it from any browser.");
            if (!PdfBytes.IsTagged(file) || !PdfBytes.HasBookmarks(file)) throw new NoAnswerException($"Chromium ({program}) is too old to print a PDF with tags and bookmarks: renew it, or write the brief as .html.");
            return PdfBytes.WithoutDates(file);
        }
        finally
        {
            Remove(folder);
        }
    }

    private static string Run(string program, string page, string pdf, string profile, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[]
        {
            "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--export-tagged-pdf", "--generate-pdf-document-outline", "--no-pdf-header-footer", $"--user-data-dir={profile}", $"--print-to-pdf={pdf}",
        })
        {
            start.ArgumentList.Add(argument);
        }

        // Chromium refuses to run its sandbox for the superuser, as in most containers; the page is ours and runs no script.
        if (!OperatingSystem.IsWindows() && Environment.UserName == "root") start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException("it did not start");
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(TimeSpan.FromSeconds(Seconds));
            var (output, error) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
            try
            {
                process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancellation.ThrowIfCancellationRequested();
                throw new NoAnswerException(FormattableString.Invariant($"Chromium ({program}) did not finish within {Seconds} seconds; write the brief as .html and print it from any browser."));
            }

            _ = output.GetAwaiter().GetResult();
            return process.ExitCode == 0 ? "" : FormattableString.Invariant($"it ended with code {process.ExitCode}") + Reason(error.GetAwaiter().GetResult());
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new NoAnswerException($"Chromium ({program}) cannot be started ({problem.Message.TrimEnd('.')}): set {Variable} to one that can, or write the brief as .html and print it from any browser.", problem);
        }
    }

    private static string Reason(string error) => error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() is { } line ? $" ({line.TrimEnd('.')})" : "";

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A helper of the browser may hold a file for a moment; the system clears its temporary folder.
        }
    }
}
