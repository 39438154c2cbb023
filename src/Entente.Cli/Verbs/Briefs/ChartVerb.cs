namespace Entente.Cli.Verbs.Briefs;

/// <summary>Draw me that for a newsletter.</summary>
internal static class ChartVerb
{
    public static Verb Build(Invocation invocation)
    {
        var verb = new Verb("chart", "a picture for a newsletter, SVG or PNG, with its sources and an alternative text: votes, trade, positions, a pair of states, world maps");
        verb.Add(ChartSeriesVerbs.Align(invocation));
        verb.Add(ChartSeriesVerbs.Depend(invocation));
        verb.Add(ChartSeriesVerbs.Points(invocation));
        verb.Add(ChartDyadVerb.Build(invocation));
        verb.Add(ChartMapVerb.Build(invocation));
        verb.Add(ChartModelVerbs.Grades(invocation));
        verb.Add(ChartModelVerbs.Gas(invocation));
        return verb;
    }
}
