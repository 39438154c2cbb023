using Entente.Briefing.Claims.Drafting;
using Entente.Cli.Reports.Briefs;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli.Verbs.Briefs;

/// <summary>What does an article state that data could settle, and which figure would settle it?</summary>
internal static class ClaimsDraftVerb
{
    public static Verb Build(Invocation invocation)
    {
        var article = Arguments.Text("ARTICLE", "a text, Markdown or HTML file in English, up to 12 MB; - for standard input");
        var output = Arguments.Text("--out", "FILE", "write the claims file, to be edited and then checked");
        var verb = new Verb("draft", "find the checkable sentences of an article and propose a figure for each; no value is looked up, nothing is guessed")
        {
            Examples =
            [
                ("entente claims draft article.md", "the statements, the figure for each, and what is to be filled"),
                ("entente claims draft article.html --out claims.yaml", "the same, and a claims file to edit"),
                ("entente claims draft - --json", "standard input, as JSON"),
            ],
        };
        verb.Add(article);
        verb.Add(output);
        return verb.Does(invocation, session =>
        {
            var (path, file) = (session.Get(article), session.Get(output));
            if (file is not null)
            {
                if (path != "-" && Path.GetFullPath(path) == Path.GetFullPath(file)) throw new InvalidInputException($"--out would replace the article '{path}': name another file.");
                OutputFile.Check(file, "The claims file ");
            }

            var drafter = new ClaimDrafter(session.World.States, session.World.Blocs);
            var draft = path == "-" ? FromInput(drafter, session.Cancellation) : drafter.OfFile(path, session.Cancellation);
            if (file is not null)
            {
                if (draft.Claims.All(claim => claim.Figure is null)) throw new InvalidInputException($"'{path}' holds no statement that a figure is held for; without --out the others are shown.");
                WholeFile.Write(file, ClaimDraftYaml.Write(draft));
            }

            if (session.Json) ClaimsDraftReport.WriteJson(session.Terminal, draft);
            else ClaimsDraftReport.Write(session.Terminal, draft, file);
            return Program.Answered;
        });
    }

    private static ClaimDraft FromInput(ClaimDrafter drafter, CancellationToken cancellation)
    {
        using var input = Console.OpenStandardInput();
        return drafter.OfStream(input, "standard input", cancellation);
    }
}
