using System.CommandLine;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Sampling;
using Entente.World;

namespace Entente.Cli.Verbs.Strategies;

/// <summary>What the verbs about strategies have in common: draws, seed, threads, the spread of the draws, and the file.</summary>
internal sealed class StrategyCalls
{
    private const int MostThreads = 1024;

    /// <summary>Makes the options.</summary>
    /// <param name="draws">How many draws by default, for the help.</param>
    public StrategyCalls(string draws)
    {
        Draws = Arguments.Count("--draws", $"random draws of the uncertain inputs (default: {draws})", 100, AssessmentOptions.MostDraws);
        Seed = Arguments.Seed("--seed", "seed of the random streams (default: 1); the same seed gives the same bytes");
        Threads = Arguments.Count("--threads", "threads to use (default: all); the result does not depend on it", 1, MostThreads);
        Sampling = SamplingOption();
    }

    /// <summary>Makes the option that spreads the draws.</summary>
    public static Option<string?> SamplingOption() => Arguments.Text("--sampling", "WORD", "how draws are spread: random (default), sobol or lhs");

    public Option<int?> Draws { get; }

    public Option<ulong?> Seed { get; }

    public Option<int?> Threads { get; }

    public Option<string?> Sampling { get; }

    /// <summary>The options in the order of the help.</summary>
    public IEnumerable<Option> All => [Draws, Seed, Threads, Sampling];

    /// <summary>Reads them.</summary>
    public AssessmentOptions Read(Session session)
    {
        var options = new AssessmentOptions { Sampling = Scheme(session.Get(Sampling)) };
        if (session.Get(Draws) is { } count) options = options with { Draws = count };
        if (session.Get(Seed) is { } start) options = options with { Seed = start };
        if (session.Get(Threads) is { } most) options = options with { Threads = most };
        return options;
    }

    /// <summary>Reads a strategy by name or path.</summary>
    public static WedgeStrategy File(Session session, string name) => StrategyFile.Read(StrategyLibrary.Locate(name), session.World.States, session.World.Blocs);

    /// <summary>The scheme that a word names.</summary>
    public static SamplingScheme Scheme(string? word) => word?.ToLowerInvariant() switch
    {
        null or "random" => SamplingScheme.MonteCarlo,
        "sobol" => SamplingScheme.Sobol,
        "lhs" => SamplingScheme.LatinHypercube,
        _ => throw new InvalidInputException($"--sampling knows no '{word}'; write random, sobol or lhs."),
    };
}
