using Entente.Cli.Reports.Data;

namespace Entente.Cli.Verbs.Data;

/// <summary>What is held, by source.</summary>
internal static class DataListVerb
{
    public static Verb Build(Invocation invocation)
    {
        var tables = new System.CommandLine.Option<bool>("--tables") { Description = "list the tables of the store instead of the sources" };
        var verb = new Verb("list", "what is held: sources with edition, coverage and licence")
        {
            Examples = [("entente data list", "the sources"), ("entente data list --tables", "the tables with their rows")],
        };
        verb.Add(tables);
        return verb.Does(invocation, session =>
        {
            if (session.Json) DataListReport.WriteJson(session.Terminal, session.World);
            else if (session.Get(tables)) DataListReport.WriteTables(session.Terminal, session.World);
            else DataListReport.WriteSources(session.Terminal, session.World);
            return Program.Answered;
        });
    }
}
