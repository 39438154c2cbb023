using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Models.Strategy.Explaining;

namespace Entente.Cli.Verbs;

/// <summary>Where does one number of an assessment come from?</summary>
internal static class ExplainVerb
{
    public static Verb Build(Invocation invocation)
    {
        var run = Arguments.Text("RUN", "the folder of a run, a shipped strategy by name, or the path of a strategy file");
        var figure = new Argument<string?>("FIGURE") { Description = "name of the figure, such as split, balance.reward or ally.GMY (default: the list of all)", HelpName = "FIGURE", Arity = ArgumentArity.ZeroOrOne };
        var calls = new StrategyCalls("10,000; not for the folder of a run");
        var verb = new Verb("explain", "walks one number of an assessment back to its assumptions and sources, down to the files")
        {
            Examples =
            [
                ("entente explain reverse-kissinger", "the figures that can be asked for"),
                ("entente explain reverse-kissinger balance.reward", "what the offer is worth, and what that rests on"),
                ("entente explain runs/rk split", "the headline of a run that was kept"),
            ],
        };
        verb.Add(run);
        verb.Add(figure);
        foreach (var option in calls.All) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var assessment = StrategyRuns.Assessment(session, session.Get(run)!, calls);
            session.Terminal.ClearProgress();
            if (session.Get(figure) is not { } key)
            {
                var all = FigureWalk.All(session.World, assessment);
                if (session.Json) ExplainReport.WriteListJson(session.Terminal, assessment, all);
                else ExplainReport.WriteList(session.Terminal, assessment, all);
                return Program.Answered;
            }

            var explanation = FigureWalk.Explain(session.World, assessment, key);
            if (session.Json) ExplainReport.WriteJson(session.Terminal, assessment, explanation, session.World.Catalog);
            else ExplainReport.Write(session.Terminal, assessment, explanation);
            return Program.Answered;
        });
    }
}
