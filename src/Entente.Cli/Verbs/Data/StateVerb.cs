using Entente.Cli.Reports.Data;

namespace Entente.Cli.Verbs.Data;

/// <summary>Who is this state, and what is held about it?</summary>
internal static class StateVerb
{
    public static Verb Build(Invocation invocation)
    {
        var text = Arguments.Text("X", "a state by any code or name: COW, ISO2, ISO3, M49:643, \"Soviet Union\"");
        var year = Arguments.Year("--year", "the year that is meant, for names that changed hands and for blocs (default: the newest year with votes)");
        var verb = new Verb("state", "who a state is: codes, existence, successors, blocs, and what is held about it")
        {
            Examples =
            [
                ("entente state RUS", "Russia: codes, blocs, holdings"),
                ("entente state Germany --year 1955", "Germany in 1955 is the Federal Republic"),
            ],
        };
        verb.Add(text);
        verb.Add(year);
        return verb.Does(invocation, session =>
        {
            var state = session.World.States.Resolve(session.Get(text), session.Get(year));
            var blocYear = session.Get(year) ?? session.World.Votes.RollCalls[^1].Date.Year;
            if (session.Json) StateReport.WriteJson(session.Terminal, state, blocYear, session.World);
            else StateReport.Write(session.Terminal, state, blocYear, session.World);
            return Program.Answered;
        });
    }
}
