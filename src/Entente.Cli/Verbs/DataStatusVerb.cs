using Entente.Cli.Reports;
using Entente.World.Refresh;

namespace Entente.Cli.Verbs;

/// <summary>How old is what is held?</summary>
internal static class DataStatusVerb
{
    public static Verb Build(Invocation invocation)
    {
        var stale = new System.CommandLine.Option<bool>("--stale") { Description = "only sources of which a newer edition should be out" };
        var verb = new Verb("status", "how far each source reaches, how old that is, and of which a newer edition should be out")
        {
            Examples = [("entente data status", "every source with its age"), ("entente data status --stale", "what is worth refreshing")],
        };
        verb.Add(stale);
        return verb.Does(invocation, session =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var all = SourceStatus.Of(session.World, EndpointTable.OfProgram(), today);
            var shown = session.Get(stale) ? [.. all.Where(status => status.IsStale)] : all;
            if (session.Json) DataStatusReport.WriteJson(session.Terminal, session.World.Directory, today, shown, all);
            else DataStatusReport.Write(session.Terminal, session.World.Directory, today, shown);
            return Program.Answered;
        });
    }
}
