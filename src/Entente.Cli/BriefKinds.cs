using System.Globalization;
using Entente.Briefing;
using Entente.Briefing.Claims;
using Entente.Cli.Show;
using Entente.Cli.Verbs.Strategies;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.Models.Strategy.Runs;
using Entente.Models.Trade.WhatIf;
using Entente.Models.Trade.WhatIf.Files;
using Entente.World;

namespace Entente.Cli;

/// <summary>What a brief is asked for.</summary>
/// <param name="Session">The call.</param>
/// <param name="Subject">The subject as typed.</param>
/// <param name="Draws">Draws, where given.</param>
/// <param name="Options">Draws, seed, sampling and threads of an assessment.</param>
/// <param name="Seed">Seed, where given.</param>
/// <param name="Making">House style, earlier brief, version.</param>
internal sealed record BriefCall(Session Session, string Subject, int? Draws, AssessmentOptions Options, ulong? Seed, BriefOptions Making);

/// <summary>A kind of brief: how its subject is known, and how it is made.</summary>
/// <param name="Name">Word for <c>--as</c>.</param>
/// <param name="Lists">What there is of it by name.</param>
/// <param name="Owns">Whether a file or folder is of this kind; gets the path.</param>
/// <param name="Compose">Makes the brief.</param>
internal sealed record BriefKind(string Name, Func<IReadOnlyList<string>> Lists, Func<string, bool> Owns, Func<BriefCall, ComposedBrief> Compose);

/// <summary>The kinds of brief. A new kind is one more line here.</summary>
internal static class BriefKinds
{
    /// <summary>All kinds; the first that owns a file makes its brief.</summary>
    public static IReadOnlyList<BriefKind> All { get; } =
    [
        new("run", () => [], path => Directory.Exists(path) && RunManifest.IsThere(path), Run),
        new("what-if", () => WhatIfLibrary.List(), path => HasKey(path, "variants"), WhatIf),
        new("claims", () => [], path => HasKey(path, "claims"), Claims),
        new("strategy", () => StrategyLibrary.List(), path => File.Exists(path), Strategy),
    ];

    /// <summary>The kind of a subject: by the word, by the file, or by the name.</summary>
    /// <exception cref="InvalidInputException">There is no such kind or subject.</exception>
    public static BriefKind Of(string subject, string? word)
    {
        if (word is not null) return All.FirstOrDefault(kind => kind.Name.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? throw new InvalidInputException($"--as knows no '{word}'; it takes {string.Join(", ", All.Select(kind => kind.Name))}.");
        if (File.Exists(subject) || Directory.Exists(subject)) return All.FirstOrDefault(kind => kind.Owns(subject)) ?? throw new InvalidInputException($"'{subject}' is a folder, but no run that 'entente assess --run' keeps; name a strategy, a what-if, or the folder of a run.");

        // One name may stand for a strategy and for a what-if.
        var named = All.Where(kind => kind.Lists().Contains(subject, StringComparer.OrdinalIgnoreCase)).ToList();
        return named switch
        {
            [var only] => only,
            [] => throw new InvalidInputException($"There is no file and nothing shipped called '{subject}'. {string.Join(" ", All.Where(kind => kind.Lists().Count > 0).Select(kind => $"{char.ToUpperInvariant(kind.Name[0])}{kind.Name[1..]}: {string.Join(", ", kind.Lists())}."))}"),
            _ => throw new InvalidInputException($"'{subject}' is the name of a {string.Join(" and of a ", named.Select(kind => kind.Name))}; say which with --as."),
        };
    }

    private static ComposedBrief Strategy(BriefCall call)
    {
        var file = StrategyCalls.File(call.Session, call.Subject);
        var assessment = StrategyAssessment.Assess(call.Session.World, file, call.Options, new DrawProgress(call.Session.Terminal, call.Options.Draws), call.Session.Cancellation);
        return ComposedBrief.Of(assessment, call.Making with { CommandLine = Line(call, assessment.Draws, assessment.Seed) });
    }

    private static ComposedBrief Run(BriefCall call)
    {
        if (call.Draws is not null || call.Seed is not null) throw new InvalidInputException("The draws and the seed of a run are in its folder; leave out --draws and --seed.");
        var run = AssessmentRun.Open(call.Session.World, call.Subject, RunManifest.Read(call.Subject).Plan);
        if (!run.IsWhole) throw new NoAnswerException($"The run in {call.Subject} is unfinished; 'entente assess --run {AssessRun.Typed(call.Subject)}' computes the rest.");
        var assessment = StrategyAssessment.Assess(run, call.Options.Threads);
        return ComposedBrief.Of(assessment, call.Making with { CommandLine = $"entente brief {AssessRun.Typed(call.Subject)}" });
    }

    private static ComposedBrief Claims(BriefCall call)
    {
        if (call.Draws is not null || call.Seed is not null) throw new InvalidInputException("Claims are checked without draws; leave out --draws and --seed.");
        var check = ClaimChecker.Check(call.Session.World, ClaimsReader.Read(call.Subject), call.Session.Cancellation);
        return ComposedBrief.Of(check, call.Making with { CommandLine = $"entente brief {AssessRun.Typed(call.Subject)}" });
    }

    private static ComposedBrief WhatIf(BriefCall call)
    {
        var world = call.Session.World;
        var question = WhatIfFile.Read(WhatIfLibrary.Locate(call.Subject), world.States, world.Blocs, null);
        var options = new WhatIfOptions { Draws = call.Draws, Seed = call.Seed, Threads = call.Options.Threads };
        var progress = new DrawProgress(call.Session.Terminal, (options.Draws ?? question.Draws ?? WhatIfOptions.DefaultDraws) * question.Variants.Length * (question.Sectors is null ? 1 : 2));
        var answer = WhatIfModel.Run(world, question, options, progress, call.Session.Cancellation);
        return ComposedBrief.Of(answer, call.Making with { CommandLine = Line(call, answer.Draws, answer.Seed) });
    }

    private static string Line(BriefCall call, int draws, ulong seed) => string.Create(CultureInfo.InvariantCulture, $"entente brief {AssessRun.Typed(call.Subject)} --draws {draws} --seed {seed}");

    // Only a glance: the reader of the kind says what is wrong with the file.
    private static bool HasKey(string path, string key)
    {
        if (!File.Exists(path)) return false;
        try
        {
            return File.ReadLines(path).Take(2000).Any(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
