using Entente.Cli.Reports;
using Entente.Models.Trade;

namespace Entente.Cli.Verbs;

/// <summary>How far does one party hang on another?</summary>
internal static class DependVerb
{
    public static Verb Build(Invocation invocation)
    {
        var party = Arguments.Text("A", "the state or bloc that depends");
        var on = Arguments.Text("--on", "B", "the state or bloc it depends on");
        on.Required = true;
        var year = Arguments.Year("--year", "calendar year (default: the newest year with trade)");
        var verb = new Verb("depend", "how far one state or bloc hangs on another in goods trade")
        {
            Examples =
            [
                ("entente depend RUS --on CHN --year 2023", "Russia on China, under three denominators"),
                ("entente depend RUS --on EU28 --year 2013", "a state on a bloc with fixed members"),
                ("entente depend \"Central Asia\" --on China --year 2020", "a bloc on a state"),
            ],
        };
        verb.Add(party);
        verb.Add(on);
        verb.Add(year);
        return verb.Does(invocation, session =>
        {
            var result = TradeDependence.Compute(session.World, session.Get(party), session.Get(on)!, session.Get(year) ?? session.World.TradeYears[^1]);
            session.Cancellation.ThrowIfCancellationRequested();
            if (session.Json) DependReport.WriteJson(session.Terminal, result, session.World.Catalog);
            else DependReport.Write(session.Terminal, result, session.World.Catalog);
            return Program.Answered;
        });
    }
}
