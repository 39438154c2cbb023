using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Models.Strategy.Sensitivity;
using Entente.World;

namespace Entente.Cli.Verbs;

/// <summary>Which uncertain inputs does an assessment turn on?</summary>
internal static class SensitivityVerb
{
    public static Verb Build(Invocation invocation)
    {
        var strategy = Arguments.Text("STRATEGY", "a shipped strategy by name, or the path of a strategy file (YAML)");
        var method = Arguments.Text("--method", "WORD", "sobol (default), morris, pawn or shapley");
        var size = Arguments.Count("--size", "base rows (sobol, default 1,024), trajectories (morris, 200) or draws (pawn, shapley, 20,000)", 16, 1_000_000);
        var seed = Arguments.Seed("--seed", "seed (default: 1)");
        var threads = Arguments.Count("--threads", "threads to use (default: all); the result does not depend on it", 1, 1024);
        var verb = new Verb("sensitivity", "which uncertain inputs the chance of a split turns on, alone and together")
        {
            Examples =
            [
                ("entente sensitivity reverse-kissinger", "first-order and total Sobol' indices with intervals"),
                ("entente sensitivity kissinger-1972 --method morris", "a cheap screening"),
                ("entente sensitivity reverse-kissinger --method shapley", "shares that add up, also for correlated inputs"),
            ],
        };
        verb.Add(strategy);
        foreach (var option in new Option[] { method, size, seed, threads }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var options = new SensitivityOptions { Method = Method(session.Get(method)), Size = session.Get(size) };
            if (session.Get(seed) is { } start) options = options with { Seed = start };
            if (session.Get(threads) is { } most) options = options with { Threads = most };
            var file = StrategyCalls.File(session, session.Get(strategy)!);
            var study = StrategySensitivity.Run(session.World, file, options, session.Terminal.Progress, session.Cancellation);
            session.Terminal.ClearProgress();
            if (session.Json) SensitivityReport.WriteJson(session.Terminal, study, session.World.Catalog);
            else SensitivityReport.Write(session.Terminal, study, session.World.Catalog);
            return Program.Answered;
        });
    }

    private static SensitivityMethod Method(string? word) => word?.ToLowerInvariant() switch
    {
        null or "sobol" => SensitivityMethod.Sobol,
        "morris" => SensitivityMethod.Morris,
        "pawn" => SensitivityMethod.Pawn,
        "shapley" => SensitivityMethod.Shapley,
        _ => throw new InvalidInputException($"--method knows no '{word}'; write sobol, morris, pawn or shapley."),
    };
}
