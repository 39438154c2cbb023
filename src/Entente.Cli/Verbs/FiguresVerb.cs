using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Models.Figures;

namespace Entente.Cli.Verbs;

/// <summary>Which figures can be asked for by name?</summary>
internal static class FiguresVerb
{
    public static Verb Build(Invocation invocation)
    {
        var name = Arguments.Text("NAME", "the figure to explain; all are listed where left out");
        name.Arity = ArgumentArity.ZeroOrOne;
        var verb = new Verb("figures", "the catalogue of figures: what can be asked for by name, with which parameters")
        {
            Examples = [("entente figures", "all of them in a list"), ("entente figures trade-share", "one with its parameters, sources and limits")],
        };
        verb.Add(name);
        return verb.Does(invocation, session =>
        {
            if (session.Get(name) is { Length: > 0 } key)
            {
                var figure = FigureCatalogue.Find(key);
                if (session.Json) FigureJson.WriteDefinitions(session.Terminal, [figure], session.World.Catalog);
                else FiguresReport.Write(session.Terminal, figure, session.World.Catalog);
            }
            else if (session.Json)
            {
                FigureJson.WriteDefinitions(session.Terminal, FigureCatalogue.All, session.World.Catalog);
            }
            else
            {
                FiguresReport.Write(session.Terminal, FigureCatalogue.All);
            }

            return Program.Answered;
        });
    }
}
