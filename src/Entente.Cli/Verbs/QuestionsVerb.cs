using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Strategy.Questions;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Verbs;

/// <summary>Which questions would show later whether the assessment was right?</summary>
internal static class QuestionsVerb
{
    public static Verb Build(Invocation invocation)
    {
        var run = Arguments.Text("RUN", "the folder of a run, a shipped strategy by name, or the path of a strategy file");
        var calls = new StrategyCalls("10,000; not for the folder of a run");
        var verb = new Verb("questions", "forecasting questions that can be resolved later, with the probabilities that the assessment gives")
        {
            Examples = [("entente questions reverse-kissinger", "as text"), ("entente questions runs/rk --json", "for a forecasting platform")],
        };
        verb.Add(run);
        foreach (var option in calls.All) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var assessment = StrategyRuns.Assessment(session, session.Get(run)!, calls);
            session.Terminal.ClearProgress();
            var questions = QuestionList.Of(assessment);
            if (session.Json)
            {
                JsonText.Document(session.Terminal.Raw, "questions", json =>
                {
                    json.WriteString("strategy", assessment.Strategy.Key);
                    json.List("questions", questions, question =>
                    {
                        json.WriteString("key", question.Key);
                        json.WriteString("text", question.Text);
                        json.WriteString("resolves", question.Resolves);
                        json.WriteNumber("year", question.Year);
                        json.Real("probability", question.Probability);
                        json.Interval("interval", question.Interval);
                        json.WriteString("from", question.From);
                    });
                    json.Provenance(assessment.Provenance, new SourceCatalog(assessment.Sources));
                });
                return Program.Answered;
            }

            session.Terminal.Title($"{assessment.Strategy.Title}: questions that will tell", $"{questions.Length} questions");
            foreach (var question in questions)
            {
                var range = question.Interval is { } span ? $" [dim]({Numbers.Range(span.Low, span.High, Unit.Probability)}{(span.Level == 1 ? " by one line alone" : string.Empty)})[/]" : string.Empty;
                session.Terminal.Line();
                session.Terminal.Markup($"[bold]{Numbers.Format(question.Probability, Unit.Probability)}[/]{range}  {Terminal.Escape(question.Text)}");
                session.Terminal.Markup($"[dim]{Terminal.Escape(question.Resolves)} From {Terminal.Escape(question.From)}.[/]");
            }

            SourceNotes.Write(session.Terminal, assessment.Provenance, new SourceCatalog(assessment.Sources));

            return Program.Answered;
        });
    }
}
