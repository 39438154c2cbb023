using System.Security.Cryptography;
using System.Text;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Sampling;
using Entente.World;

namespace Entente.Models.Strategy.Runs;

/// <summary>What a run is to compute.</summary>
/// <param name="Key">Key of the strategy: the name of its file without the ending.</param>
/// <param name="StrategyText">The YAML text of the strategy, kept to the letter.</param>
/// <param name="Draws">Draws of the whole run, whatever slice of it is computed here.</param>
/// <param name="Seed">Seed of the random streams.</param>
/// <param name="Sampling">How the draws are spread.</param>
public sealed record RunPlan(string Key, string StrategyText, int Draws, ulong Seed, SamplingScheme Sampling = SamplingScheme.MonteCarlo)
{
    /// <summary>Reads the text of a strategy file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="draws">Draws of the whole run, 100 to <see cref="AssessmentOptions.MostDraws"/>.</param>
    /// <param name="seed">Seed of the random streams.</param>
    /// <param name="sampling">How the draws are spread.</param>
    /// <exception cref="InvalidInputException">The file cannot be read.</exception>
    public static RunPlan FromFile(string path, int draws, ulong seed, SamplingScheme sampling = SamplingScheme.MonteCarlo)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new RunPlan(Path.GetFileNameWithoutExtension(path), FileText.Read(path, "strategy"), draws, seed, sampling);
    }

    /// <summary>SHA-256 of the text as UTF-8, lower-case hexadecimal.</summary>
    public string StrategySha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StrategyText)));

    internal AssessmentOptions Options(int threads) => new() { Draws = Draws, Seed = Seed, Sampling = Sampling, Of = Draws, Threads = threads };

    internal WedgeStrategy Parse(WorldEdition world) => StrategyFile.Parse(StrategyText, Key + ".yaml", world.States, world.Blocs);
}
