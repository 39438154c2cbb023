using Entente.Briefing.Charts;
using Entente.Models.WorldMaps;

namespace Entente.Cli.Verbs.Briefs;

/// <summary>Maps of the world.</summary>
internal static class ChartMapVerb
{
    public static Verb Build(Invocation invocation)
    {
        var verb = new Verb("map", "the world in one year: who votes with a party, who imports from it, where states stand");
        verb.Add(Align(invocation));
        verb.Add(Depend(invocation));
        verb.Add(Points(invocation));
        return verb;
    }

    private static Verb Align(Invocation invocation)
    {
        var party = Arguments.Text("PARTY", "a state or bloc, by any code or name");
        var year = Arguments.Year("--year", "the year (default: the newest with votes)");
        var verb = new Verb("align", "how often every state votes with a party") { Examples = [("entente chart map align USA --year 2023 --out with-us.png", "who votes with the United States"), ("entente chart map align EU --out with-eu.svg", "with a bloc")] };
        return new ChartCall().Make(verb, invocation, [party, year], session =>
        {
            var figures = WorldFigures.Agreement(session.World, session.Get(party), session.Get(year) ?? session.World.Votes.RollCalls[^1].Date.Year, session.Cancellation);
            return DrawnChart.Of(WorldMapCharts.Agreement(figures), figures.Provenance, session.World.Catalog);
        });
    }

    private static Verb Depend(Invocation invocation)
    {
        var on = Arguments.Text("PARTY", "a state or bloc, by any code or name");
        var year = Arguments.Year("--year", "the year (default: the newest with trade)");
        var verb = new Verb("depend", "what a party is to every state's imports") { Examples = [("entente chart map depend CHN --year 2023 --out on-china.png", "who imports from China")] };
        return new ChartCall().Make(verb, invocation, [on, year], session =>
        {
            var figures = WorldFigures.ImportShare(session.World, session.Get(on), session.Get(year) ?? session.World.TradeYears[^1], session.Cancellation);
            return DrawnChart.Of(WorldMapCharts.Imports(figures), figures.Provenance, session.World.Catalog);
        });
    }

    private static Verb Points(Invocation invocation)
    {
        var year = Arguments.Year("--year", "the year (default: the newest held)");
        var verb = new Verb("points", "where every state stands by its votes") { Examples = [("entente chart map points --year 2024 --out stands.svg", "ideal points of a year")] };
        return new ChartCall().Make(verb, invocation, [year], session =>
        {
            var figures = WorldFigures.IdealPoints(session.World, session.Get(year) ?? session.World.IdealPoints.Select(point => point.Year).DefaultIfEmpty(session.World.Votes.RollCalls[^1].Date.Year).Max());
            return DrawnChart.Of(WorldMapCharts.Points(figures), figures.Provenance, session.World.Catalog);
        });
    }
}
