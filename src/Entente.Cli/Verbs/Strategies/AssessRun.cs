using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Reports.Strategies;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.Models.Strategy.Runs;
using Entente.World;

namespace Entente.Cli.Verbs.Strategies;

/// <summary>What a call of assess with --run asks for.</summary>
/// <param name="Folder">Folder of the run.</param>
/// <param name="Strategy">The strategy as typed; <see langword="null"/> for that of the run.</param>
/// <param name="Draws">Number of draws or slice.</param>
/// <param name="Whole">Draws of the whole run, for a slice.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Sampling">How draws are spread, as typed.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Brief">File of the brief.</param>
internal sealed record RunCall(string Folder, string? Strategy, DrawsAsked? Draws, int? Whole, ulong? Seed, string? Sampling, int? Threads, string? Brief);

/// <summary>Assesses with the draws kept in a folder: starts a run, goes on with one, or shows one.</summary>
internal static class AssessRun
{
    public static int Answer(Session session, RunCall call)
    {
        var run = AssessmentRun.Open(session.World, call.Folder, Plan(call));
        var range = call.Draws?.Range;
        if (call.Brief is not null && range is { } part && run.Missing.Any(missing => !part.Holds(missing)))
        {
            throw new InvalidInputException("A brief needs a whole run and this slice leaves it unfinished: leave --out away, and write the brief from the merged run with 'entente assess --run FOLDER --out FILE'.");
        }

        foreach (var damaged in run.Damaged) session.Terminal.Progress($"not whole, counts as missing: {damaged}");
        Execute(session, call, run, range);
        if (run.IsWhole) AssessVerb.Show(session, StrategyAssessment.Assess(run, call.Threads), run.Manifest.Plan.Key, call.Brief);
        else RunReport.Write(session, call.Folder, run);
        return Program.Answered;
    }

    /// <summary>A folder as it can be typed.</summary>
    public static string Typed(string folder) => folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder;

    private static void Execute(Session session, RunCall call, AssessmentRun run, DrawRange? range)
    {
        var asked = range ?? run.Manifest.All;
        var progress = new DrawProgress(session.Terminal, run.Missing.Sum(missing => missing.And(asked)?.Count ?? 0));
        try
        {
            run.Execute(range, call.Threads, progress, session.Cancellation);
            session.Terminal.ClearProgress();
        }
        catch (OperationCanceledException stopped)
        {
            var slice = range is null ? "" : string.Create(CultureInfo.InvariantCulture, $" --draws {range}");
            throw new StoppedWork(
                run.Done == 0
                    ? $"stopped before the first {Numbers.Whole(RunManifest.ChunkDraws)} draws were whole; the same call begins again"
                    : $"stopped; {Numbers.Whole(run.Done)} of {Numbers.Whole(run.Manifest.Plan.Draws)} draws are in {call.Folder}: 'entente assess --run {Typed(call.Folder)}{slice}' goes on",
                stopped);
        }
    }

    private static RunPlan Plan(RunCall call)
    {
        var held = call.Strategy is null || RunManifest.IsThere(call.Folder) ? RunManifest.Read(call.Folder) : null;
        var range = call.Draws?.Range;
        if (call.Whole is not null && range is null) throw new InvalidInputException("--of says of how many draws --draws FROM..TO is a slice: give both, or --draws N alone.");
        if (range is not null && call.Whole is null && held is null) throw new InvalidInputException($"Of how many draws is {range} a slice? Add --of N, the same for every slice.");
        var draws = call.Draws?.Count ?? call.Whole ?? held?.Plan.Draws ?? new AssessmentOptions().Draws;
        if (range is { } slice && slice.Last >= draws)
        {
            throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"The slice {slice} does not lie in the run, whose draws are 0..{draws - 1}: both ends are included and the first draw is 0."));
        }

        var seed = call.Seed ?? held?.Plan.Seed ?? new AssessmentOptions().Seed;
        var sampling = call.Sampling is null && held is not null ? held.Plan.Sampling : StrategyCalls.Scheme(call.Sampling);
        return call.Strategy is null
            ? held!.Plan with { Draws = draws, Seed = seed, Sampling = sampling }
            : RunPlan.FromFile(StrategyLibrary.Locate(call.Strategy), draws, seed, sampling);
    }
}
