using System.CommandLine;
using Entente.Cli.Reports.Briefs;
using Entente.Models.Figures;

namespace Entente.Cli.Verbs.Briefs;

/// <summary>What is this figure, and what else could be meant by it?</summary>
internal static class FigureVerb
{
    public static Verb Build(Invocation invocation)
    {
        var name = Arguments.Text("NAME", "the figure; 'entente figures' lists all");
        var parameters = new Argument<string[]>("NAME=VALUE") { Description = "its parameters, such as state=RUS year=2023", HelpName = "NAME=VALUE", Arity = ArgumentArity.ZeroOrMore };
        var verb = new Verb("figure", "one figure by name: its value, other definitions, coverage, vintage and sources")
        {
            Examples =
            [
                ("entente figure trade-share state=RUS partner=CHN flow=imports year=2023", "one share, three denominators"),
                ("entente figure voted-with state=USA resolution=A/RES/ES-11/7", "a list of states"),
                ("entente figure favourability respondents=USA about=RUS view=unfavourable year=2024", "what is not held is said, with the last that is"),
            ],
        };
        verb.Add(name);
        verb.Add(parameters);
        return verb.Does(invocation, session =>
        {
            var answer = FigureCatalogue.Ask(session.World, FigureRequest.Parse(session.Get(name), session.Get(parameters) ?? []));
            if (session.Json) FigureJson.Write(session.Terminal, answer, session.World.Catalog);
            else FigureReport.Write(session.Terminal, answer, session.World.Catalog);
            return answer.IsMissing ? Program.NotAnswered : Program.Answered;
        });
    }
}
