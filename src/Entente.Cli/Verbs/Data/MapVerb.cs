using System.CommandLine;
using Entente.Cli.Reports.Data;
using Entente.Models.WorldMaps;
using Entente.World;

namespace Entente.Cli.Verbs.Data;

/// <summary>One figure of every state, in a year and over years: the data of a world map.</summary>
internal static class MapVerb
{
    public static Verb Build(Invocation invocation)
    {
        var verb = new Verb("map", "one figure of every state, in a year or over years: who votes with a party, trades with it, stands where")
        {
            Examples =
            [
                ("entente map align USA", "who votes with the United States, in the newest year"),
                ("entente map align EU --since 1990", "with a bloc, and who changed most"),
                ("entente map depend CHN --flow exports --json", "whose exports go to China, as JSON"),
                ("entente map points --since 1946 --json", "the ideal points of all states and years"),
            ],
        };
        verb.Add(Align(invocation));
        verb.Add(Depend(invocation));
        verb.Add(Points(invocation));
        return verb;
    }

    private static Verb Align(Invocation invocation)
    {
        var party = Arguments.Text("PARTY", "a state or bloc, by any code or name");
        var (since, until) = Span("votes");
        var verb = new Verb("align", "how often every state votes with a party in the UN General Assembly") { Examples = [("entente map align RUS --since 1946 --json", "every state with Russia in all years, as JSON")] };
        verb.Add(party);
        return With(verb, since, until).Does(invocation, session =>
        {
            var (first, last) = Years(session, since, until, session.World.Votes.RollCalls[^1].Date.Year);
            return Show(session, WorldSeriesBuilder.Agreement(session.World, session.Get(party), first, last, session.Cancellation));
        });
    }

    private static Verb Depend(Invocation invocation)
    {
        var party = Arguments.Text("PARTY", "the state or bloc that is depended on");
        var flow = Arguments.Text("--flow", "FLOW", "imports from the party (default) or exports to it");
        var (since, until) = Span("trade");
        var verb = new Verb("depend", "what share of every state's goods trade is with a party") { Examples = [("entente map depend CHN --since 2000", "whose imports come from China, and how that changed")] };
        verb.Add(party);
        verb.Add(flow);
        return With(verb, since, until).Does(invocation, session =>
        {
            var exports = Exports(session.Get(flow));
            if (session.World.TradeYears.IsEmpty) throw new NoAnswerException("The store holds no goods trade; import some with 'entente data import'.");
            var (first, last) = Years(session, since, until, session.World.TradeYears[^1]);
            return Show(session, WorldSeriesBuilder.Dependence(session.World, session.Get(party), exports, first, last, session.Cancellation), exports);
        });
    }

    private static Verb Points(Invocation invocation)
    {
        var (since, until) = Span("points");
        var verb = new Verb("points", "the ideal point of every state by its votes") { Examples = [("entente map points --until 1980", "where states stood in 1980")] };
        return With(verb, since, until).Does(invocation, session =>
        {
            var (first, last) = Years(session, since, until, session.World.IdealPoints.Select(point => point.Year).DefaultIfEmpty(session.World.Votes.RollCalls[^1].Date.Year).Max());
            return Show(session, WorldSeriesBuilder.IdealPoints(session.World, first, last));
        });
    }

    private static (Option<int?> Since, Option<int?> Until) Span(string what) =>
        (Arguments.Year("--since", $"first year (default: the last one alone); years without {what} are holes"), Arguments.Year("--until", $"last year (default: the newest with {what})"));

    private static Verb With(Verb verb, Option<int?> since, Option<int?> until)
    {
        verb.Add(since);
        verb.Add(until);
        return verb;
    }

    private static (int First, int Last) Years(Session session, Option<int?> since, Option<int?> until, int newest)
    {
        var last = session.Get(until) ?? newest;
        return (session.Get(since) ?? last, last);
    }

    private static bool Exports(string? flow) => flow?.ToLowerInvariant() switch
    {
        null or "imports" => false,
        "exports" => true,
        _ => throw new InvalidInputException($"--flow knows no '{flow}'; it takes imports or exports."),
    };

    private static int Show(Session session, WorldSeries series, bool exports = false)
    {
        session.Cancellation.ThrowIfCancellationRequested();
        if (session.Json) MapJson.Write(session.Terminal, series, session.World.Catalog);
        else MapReport.Write(session.Terminal, series, exports, session.World.Catalog);
        return Program.Answered;
    }
}
