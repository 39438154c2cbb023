using System.CommandLine;
using Entente.Briefing;
using Entente.Cli.Reports.Briefs;
using Entente.Cli.Verbs.Strategies;
using Entente.World;

namespace Entente.Cli.Verbs.Briefs;

/// <summary>The brief of a strategy, a run or a what-if, to read, to print and to share; and what changed since an earlier one.</summary>
internal static class BriefVerb
{
    public static Verb Build(Invocation invocation)
    {
        var subject = new Argument<string?>("SUBJECT") { Description = "a strategy or what-if by name or file, or the folder of a run", HelpName = "SUBJECT", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => null };
        var output = Arguments.Text("--out", "FILE", "FILE.html (one file), FILE.md (with its charts beside it) or FILE.pdf (printed by Chromium: tagged, with bookmarks)");
        var template = Arguments.Text("--template", "FOLDER", "house style of HTML and PDF: page.liquid, house.yaml, house.css");
        var write = Arguments.Text("--write-template", "FOLDER", "write the house style of the program into a folder, to be edited");
        var diff = Arguments.Text("--diff", "OLD", "say what changed since an earlier brief: its HTML file, or JSON of 'brief' or 'assess'");
        var kind = Arguments.Text("--as", "KIND", $"what SUBJECT is, where its name does not tell: {string.Join(", ", BriefKinds.All.Select(one => one.Name))}");
        var calls = new StrategyCalls("10,000, or what a what-if file says");
        var verb = new Verb("brief", "the brief of a strategy, a run or a what-if in HTML, Markdown or PDF, in your house style, and what changed since an earlier one")
        {
            Examples =
            [
                ("entente brief reverse-kissinger --out brief.pdf", "a PDF with tags and bookmarks"),
                ("entente brief sanctions-relief --out relief.html", "a what-if in trade, with its maps"),
                ("entente brief --write-template house", "the house style, to be edited"),
                ("entente brief reverse-kissinger --template house --out brief.html", "in your house style"),
                ("entente brief reverse-kissinger --diff spring.html --out autumn.html", "what new vintages of the data changed"),
            ],
        };
        verb.Add(subject);
        foreach (var option in new Option[] { output, template, write, diff, kind }.Concat(calls.All)) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            if (session.Get(write) is { } folder)
            {
                if (session.Get(subject) is not null || session.Get(output) is not null) throw new InvalidInputException("--write-template only writes the template; leave out SUBJECT and --out.");
                BriefReport.WriteTemplate(session, HouseStyle.Write(folder));
                return Program.Answered;
            }

            if (session.Get(subject) is not { } named) throw new InvalidInputException("brief needs SUBJECT (a strategy or what-if by name or file, or the folder of a run); for example 'entente brief reverse-kissinger --out brief.html'");
            var path = session.Get(output);
            if (path is null && session.Get(diff) is null && !session.Json) throw new InvalidInputException("brief needs --out FILE (.html, .md or .pdf), or --diff OLD to show what changed, or --json for the figures.");
            var making = Making(session.Get(template), session.Get(diff), path);
            var which = BriefKinds.Of(named, session.Get(kind));
            if (path is not null) BriefFile.Check(path);
            var brief = which.Compose(new BriefCall(session, named, session.Get(calls.Draws), calls.Read(session), session.Get(calls.Seed), making));
            session.Terminal.ClearProgress();
            session.Cancellation.ThrowIfCancellationRequested();
            var files = path is null ? [] : BriefWriter.Write(brief, path, session.Cancellation);
            BriefReport.Write(session, brief, files);
            return Program.Answered;
        });
    }

    // What can be refused is refused before the long work.
    private static BriefOptions Making(string? template, string? earlier, string? path)
    {
        if (template is not null && (path is null || path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))) throw new InvalidInputException("--template is the style of a page: it needs --out with .html or .pdf; Markdown takes the style of whatever shows it.");
        return new BriefOptions
        {
            Version = CommandLine.Version,
            House = template is null ? HouseStyle.Shipped : HouseStyle.Read(template),
            Earlier = earlier is null ? null : BriefFigures.Read(earlier),
        };
    }
}
