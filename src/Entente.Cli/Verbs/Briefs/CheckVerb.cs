using Entente.Briefing;
using Entente.Briefing.Claims;
using Entente.Cli.Reports.Briefs;

namespace Entente.Cli.Verbs.Briefs;

/// <summary>Are the figures in this text right?</summary>
internal static class CheckVerb
{
    public static Verb Build(Invocation invocation)
    {
        var file = Arguments.Text("FILE", "a claims file: the name of a shipped one, or a path");
        var output = Arguments.Text("--out", "FILE", "also write the result: FILE.html, FILE.md or FILE.pdf");
        var verb = new Verb("check", "are the figures in a text right? each claim with its verdict, value, other definitions and sources")
        {
            Examples =
            [
                ("entente check reverse-kissinger", "the figures of the argument"),
                ("entente check claims/my.yaml --out check.html", "a file of your own, and a page to pass on"),
            ],
        };
        verb.Add(file);
        verb.Add(output);
        return verb.Does(invocation, session =>
        {
            var path = session.Get(output);
            if (path is not null) BriefFile.Check(path);
            var claims = ClaimsReader.Read(session.Get(file));
            session.Terminal.Progress("checking the claims");
            var check = ClaimChecker.Check(session.World, claims, session.Cancellation);
            session.Terminal.ClearProgress();
            if (path is not null) ClaimsBrief.Write(check, path, new BriefOptions { Version = CommandLine.Version, CommandLine = $"entente check {session.Get(file)}" });
            if (session.Json) CheckJson.Write(session.Terminal, check, session.World.Catalog);
            else CheckReport.Write(session.Terminal, check, path);
            return Program.Answered;
        });
    }
}
