using System.CommandLine;
using Entente.Briefing.Charts;
using Entente.Cli.Reports.Security;
using Entente.Models.Security.Ties;

namespace Entente.Cli.Verbs.Security;

/// <summary>What binds two states, or divides them, in security?</summary>
internal static class TiesVerb
{
    private const int FirstYear = 1950;

    public static Verb Build(Invocation invocation)
    {
        var first = Arguments.Text("A", "a state, by any code or name");
        var second = Arguments.Text("B", "the other state");
        var since = Arguments.Year("--since", $"first year to show (default: {FirstYear})");
        var until = Arguments.Year("--until", "last year to show (default: the newest year with votes)");
        var output = Arguments.Text("--out", "FILE.svg", "also draw the ties over the years as a chart");
        var verb = new Verb("ties", "what binds or divides two states in security: treaties, arms, forces, wars, disputes, and what cannot be seen")
        {
            Examples =
            [
                ("entente ties RUS CHN", "Russia and China since 1950, on one screen"),
                ("entente ties USA JPN --out ties.svg", "with US forces by year, also as a chart"),
                ("entente ties \"Soviet Union\" USA --since 1816 --json", "everything that is held, as JSON"),
            ],
        };
        verb.Add(first);
        verb.Add(second);
        foreach (var option in new Option[] { since, until, output }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var path = session.Get(output);
            if (path is not null) SvgFile.Check(path);
            var world = session.World;
            var last = session.Get(until) ?? world.Votes.RollCalls[^1].Date.Year;
            var ties = SecurityTieReader.Read(
                world, world.States.Resolve(session.Get(first), session.Get(until)), world.States.Resolve(session.Get(second), session.Get(until)), session.Get(since) ?? FirstYear, last);
            if (path is not null) SvgFile.Write(path, SecurityTieCharts.Timeline(ties), world.Catalog, ties.Provenance);
            if (session.Json) TiesJson.Write(session.Terminal, ties, world);
            else TiesReport.Write(session.Terminal, ties, world);
            return Program.Answered;
        });
    }
}
