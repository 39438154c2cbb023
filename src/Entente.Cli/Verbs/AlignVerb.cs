using Entente.Cli.Reports;
using Entente.Models.Alignment;

namespace Entente.Cli.Verbs;

/// <summary>How alike do two parties vote, over time?</summary>
internal static class AlignVerb
{
    private const int DefaultYears = 35;

    public static Verb Build(Invocation invocation)
    {
        var a = Arguments.Text("A", "a state or bloc, by any code or name");
        var b = Arguments.Text("B", "the other state or bloc");
        var since = Arguments.Year("--since", $"first year (default: {DefaultYears} years back, or --until where that is earlier)");
        var until = Arguments.Year("--until", "last year (default: the newest year with votes)");
        var verb = new Verb("align", "how alike two states or blocs vote in the UN General Assembly, year by year")
        {
            Examples =
            [
                ("entente align RUS CHN --since 1946", "Russia and China since the first votes"),
                ("entente align USA \"South Korea\" --json", "the same for any pair, as JSON"),
                ("entente align HUN EU --since 2004", "a state against a bloc with dated membership"),
            ],
        };
        verb.Add(a);
        verb.Add(b);
        verb.Add(since);
        verb.Add(until);
        return verb.Does(invocation, session =>
        {
            var calls = session.World.Votes.RollCalls;
            var last = session.Get(until) ?? calls[^1].Date.Year;
            var first = session.Get(since) ?? Math.Min(last, Math.Max(calls[0].Date.Year, last - DefaultYears + 1));
            var series = VoteAgreement.Compute(session.World, session.Get(a), session.Get(b), first, last);
            session.Cancellation.ThrowIfCancellationRequested();
            if (session.Json) AlignReport.WriteJson(session.Terminal, series, session.World.Catalog);
            else AlignReport.Write(session.Terminal, series, session.World.Catalog);
            return Program.Answered;
        });
    }
}
