using System.Globalization;
using Entente.Briefing.Charts;
using Entente.Cli.Show;
using Entente.Cli.Verbs.Strategies;
using Entente.Models.Energy.WhatIf;
using Entente.Models.Strategy;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Verbs.Briefs;

/// <summary>Charts of models: the grades of a strategy, and gas.</summary>
internal static class ChartModelVerbs
{
    private const int GasDraws = 2000;

    public static Verb Grades(Invocation invocation)
    {
        var strategy = Arguments.Text("STRATEGY", "a shipped strategy by name, or the path of a strategy file (YAML)");
        var calls = new StrategyCalls("10,000");
        var verb = new Verb("grades", "how a strategy ends: the chance of each of four outcomes, by every line of evidence") { Examples = [("entente chart grades reverse-kissinger --out grades.svg", "with the moves and without")] };
        return new ChartCall().Make(verb, invocation, [strategy, .. calls.All], session =>
        {
            var (file, options) = (StrategyCalls.File(session, session.Get(strategy)), calls.Read(session));
            var assessment = StrategyAssessment.Assess(session.World, file, options, new DrawProgress(session.Terminal, options.Draws), session.Cancellation);
            var chart = AssessmentCharts.Grades(assessment) ?? throw new NoAnswerException($"No line of evidence speaks on {file.Title}; there are no grades to draw.");
            return Modelled(chart, assessment.Sources, string.Create(CultureInfo.InvariantCulture, $"assessment of {file.Key}: {options.Draws} draws, seed {options.Seed}"));
        });
    }

    public static Verb Gas(Invocation invocation)
    {
        var name = Arguments.Text("FILE", "a shipped gas what-if by name, or the path of a file (YAML)");
        var draws = Arguments.Count("--draws", $"random draws of the assumptions (default: {GasDraws.ToString("N0", CultureInfo.InvariantCulture)})", 100, 1_000_000);
        var seed = Arguments.Seed("--seed", "seed of the random streams (default: 1)");
        var verb = new Verb("gas", "what exporters of gas gain or lose when routes open or close") { Examples = [("entente chart gas russia-returns --out gas.svg", "the routes closed since 2021 reopen in part")] };
        return new ChartCall().Make(verb, invocation, [name, draws, seed], session =>
        {
            var question = GasWhatIfFile.Read(GasWhatIfFile.Locate(session.Get(name)), session.World);
            var (count, start) = (session.Get(draws) ?? GasDraws, session.Get(seed) ?? 1);
            var answer = GasWhatIf.Run(session.World, question, false, count, start, Environment.ProcessorCount, new DrawProgress(session.Terminal, count), session.Cancellation);
            return Modelled(GasCharts.Revenue(answer), answer.Sources, string.Create(CultureInfo.InvariantCulture, $"gas what-if {question.Key}, a year or two: {count} draws, seed {start}; flows and capacities partly judgement"));
        });
    }

    private static DrawnChart Modelled(Chart chart, IEnumerable<Source> sources, string query)
    {
        Source[] all = [.. sources];
        return new(chart, all, new Provenance([.. all.Select(source => source.Key)], query, Coverage.Of("modelled; every assumption is in the brief of the same name")));
    }
}
