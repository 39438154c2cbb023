using System.CommandLine;
using Entente.Briefing.Charts;
using Entente.Cli.Reports.Trade;
using Entente.Cli.Show;
using Entente.Models.Energy.WhatIf;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli.Verbs.Trade;

/// <summary>Who gains and who loses when gas routes open or close?</summary>
internal static class GasWhatIfVerb
{
    private const int DefaultDraws = 2000;
    private const int Width = 900;

    public static Verb Build(Invocation invocation)
    {
        var name = Arguments.Text("FILE", "a shipped gas what-if by name, or the path of a file (YAML)");
        var draws = Arguments.Count("--draws", "random draws of the assumptions (default: 2,000)", 100, 1_000_000);
        var seed = Arguments.Seed("--seed", "seed of the random streams (default: 1); the same seed gives the same bytes");
        var threads = Arguments.Count("--threads", "threads to use (default: all); the result does not depend on it", 1, 1024);
        var horizon = Arguments.Text("--horizon", "WORD", "short (a year or two, the default) or long (a decade)");
        var output = Arguments.Text("--out", "FILE", "also write the chart of prices and revenue (FILE.svg)");
        var verb = new Verb("what-if", "what prices, exporters' revenue and buyers do when gas routes open or close")
        {
            Examples = [("entente gas what-if russia-returns", "the routes closed since 2021 reopen in part"), ("entente gas what-if russia-cut-off --json", "the last ones close; the numbers as JSON")],
        };
        verb.Add(name);
        foreach (var option in new Option[] { draws, seed, threads, horizon, output }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var file = session.Get(output);
            if (file is not null) SvgFile.Check(file);
            var isLong = session.Get(horizon) switch
            {
                null or "short" => false,
                "long" => true,
                var other => throw new InvalidInputException($"--horizon {other}: write short or long."),
            };
            var question = GasWhatIfFile.Read(GasWhatIfFile.Locate(session.Get(name)!), session.World);
            var count = session.Get(draws) ?? DefaultDraws;
            var answer = GasWhatIf.Run(session.World, question, isLong, count, session.Get(seed) ?? 1, session.Get(threads) ?? Environment.ProcessorCount, new DrawProgress(session.Terminal, count), session.Cancellation);
            session.Terminal.ClearProgress();
            if (file is not null) WholeFile.Write(file, (GasCharts.Revenue(answer) with { SourceLine = $"Source: {string.Join("; ", answer.Sources.Select(SourceNotes.Short))}; flows and capacities partly judgement" }).ToSvg(Width));
            if (session.Json) GasWhatIfReport.WriteJson(session.Terminal, answer);
            else GasWhatIfReport.Write(session.Terminal, answer);
            return Program.Answered;
        });
    }
}
