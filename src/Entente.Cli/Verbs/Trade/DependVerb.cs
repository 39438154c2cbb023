using Entente.Briefing.Charts;
using Entente.Cli.Reports.Trade;
using Entente.Models.Trade;
using Entente.Models.Trade.Conduits;
using Entente.Models.Trade.Dependence;
using Entente.Models.Trade.Mirror;
using Entente.World.Store;

namespace Entente.Cli.Verbs.Trade;

/// <summary>How far does one party hang on another, in a year and over time, directly and through third states?</summary>
internal static class DependVerb
{
    public static Verb Build(Invocation invocation)
    {
        var options = new DependOptions();
        var verb = new Verb("depend", "how far one state or bloc hangs on another in goods trade")
        {
            Examples =
            [
                ("entente depend RUS --on CHN --year 2023", "Russia on China, under three denominators"),
                ("entente depend RUS --on CHN --since 2000 --indirect", "over time and through third states: is it over half of imports?"),
                ("entente depend RUS --conduits", "the states through which trade passes around sanctions"),
                ("entente depend KGZ --mirror", "what the EU sells against what Kyrgyzstan says it buys"),
                ("entente depend RUS --on EU28 --year 2013", "a state on a bloc with fixed members"),
                ("entente depend \"Central Asia\" --on China --year 2020", "a bloc on a state"),
            ],
        };
        options.AddTo(verb);
        return verb.Does(invocation, session =>
        {
            options.Check(session);
            if (session.Get(options.Conduits)) Conduits(session, options);
            else if (session.Get(options.Mirror)) Mirror(session, options);
            else if (session.Get(options.Indirect)) Indirect(session, options);
            else if (options.IsSeries(session)) Series(session, options);
            else OneYear(session, options);
            return Program.Answered;
        });
    }

    private static void OneYear(Session session, DependOptions options)
    {
        var result = TradeDependence.Compute(session.World, session.Get(options.Party), session.Get(options.On)!, session.Get(options.Year) ?? session.World.TradeYears[^1]);
        session.Cancellation.ThrowIfCancellationRequested();
        if (session.Json) DependReport.WriteJson(session.Terminal, result, session.World.Catalog);
        else DependReport.Write(session.Terminal, result, session.World.Catalog);
    }

    private static void Series(Session session, DependOptions options)
    {
        var series = DependenceOverTime.Compute(session.World, session.Get(options.Party), session.Get(options.On)!, session.Get(options.Year) ?? session.Get(options.Since), session.Get(options.Year) ?? session.Get(options.Until));
        session.Cancellation.ThrowIfCancellationRequested();
        if (session.Get(options.Csv) is { } table) WholeFile.Write(table, DependCsv.Text(series, null));
        if (session.Get(options.Out) is { } chart) SvgFile.Write(chart, DependenceCharts.Shares(series), session.World.Catalog, series.Provenance);
        if (session.Json) DependSeriesJson.Write(session.Terminal, series, null, session.World);
        else DependSeriesReport.Write(session.Terminal, series, session.World);
    }

    private static void Indirect(Session session, DependOptions options)
    {
        var indirect = IndirectSupply.Compute(
            session.World, session.Get(options.Party), session.Get(options.On)!, session.Get(options.Year) ?? session.Get(options.Since), session.Get(options.Year) ?? session.Get(options.Until), options.Search(session) with { Year = null });
        session.Cancellation.ThrowIfCancellationRequested();
        if (session.Get(options.Csv) is { } table) WholeFile.Write(table, DependCsv.Text(indirect.Direct, indirect));
        if (session.Get(options.Out) is { } chart) SvgFile.Write(chart, DependenceCharts.Imports(indirect), session.World.Catalog, indirect.Provenance);
        if (session.Json) DependSeriesJson.Write(session.Terminal, indirect.Direct, indirect, session.World);
        else DependIndirectReport.Write(session.Terminal, indirect, session.World.Catalog);
    }

    private static void Conduits(Session session, DependOptions options)
    {
        var found = ConduitSearch.Find(session.World, session.Get(options.Party), options.Search(session));
        session.Cancellation.ThrowIfCancellationRequested();
        if (session.Json) DependConduitReport.WriteJson(session.Terminal, found, session.World);
        else DependConduitReport.Write(session.Terminal, found, session.World.Catalog);
    }

    private static void Mirror(Session session, DependOptions options)
    {
        var found = MirrorStatistics.Compute(session.World, session.Get(options.Party));
        session.Cancellation.ThrowIfCancellationRequested();
        if (session.Json) DependMirrorReport.WriteJson(session.Terminal, found, session.World);
        else DependMirrorReport.Write(session.Terminal, found, session.World);
    }
}
