using System.Collections.Immutable;
using Entente.Models.Strategy.Files;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>The figures that can be asked for by name, each computed by the model of its subject (see docs/figures.md).</summary>
public static class FigureCatalogue
{
    /// <summary>All figures, by subject.</summary>
    public static ImmutableArray<FigureDefinition> All { get; } =
        [.. TradeFigures.All, .. VoteFigures.All, .. PositionFigures.All, .. EconomyFigures.All, .. EnergyFigures.All, .. SecurityFigures.All, .. BlocFigures.All];

    /// <summary>The figure with a name.</summary>
    /// <exception cref="InvalidInputException">There is none; the sentence names the nearest.</exception>
    public static FigureDefinition Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var wanted = key.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        return All.FirstOrDefault(figure => figure.Key == wanted)
            ?? throw new InvalidInputException($"There is no figure '{YamlScalar.Shorten(key)}'.{(NearestWord.Find(key, All.Select(figure => figure.Key)) is { } near ? $" Did you mean '{near}'?" : "")} 'entente figures' lists all; what is in none of them, 'entente query' may find.");
    }

    /// <summary>The sources that figures may rest on; what is held of each is told with its answer.</summary>
    /// <param name="figures">The figures.</param>
    public static Provenance Grounds(IReadOnlyCollection<FigureDefinition> figures) => new(
        [.. figures.SelectMany(figure => figure.Sources).Distinct(StringComparer.Ordinal)], $"definition of {string.Join(", ", figures.Select(figure => figure.Key))}",
        Coverage.Of(FormattableString.Invariant($"{figures.Count} {(figures.Count == 1 ? "definition" : "definitions")}; what is held is told with the answer of a figure")));

    /// <summary>Checks a request without computing it: the name, the parameters, states, blocs, years.</summary>
    /// <exception cref="InvalidInputException">The request is wrong.</exception>
    public static void Check(WorldEdition world, FigureRequest request) => _ = FigureCall.Of(world, request);

    /// <summary>Answers a request.</summary>
    /// <param name="world">The world.</param>
    /// <param name="request">What is asked for.</param>
    /// <returns>The answer; where what is held does not reach, one with <see cref="FigureAnswer.WhyMissing"/>.</returns>
    /// <exception cref="InvalidInputException">No such figure, or parameters that are unknown, wrong or impossible together.</exception>
    public static FigureAnswer Ask(WorldEdition world, FigureRequest request)
    {
        var call = FigureCall.Of(world, request);
        try
        {
            return call.Definition.Compute(call);
        }
        catch (NoAnswerException nothing)
        {
            return call.Missing(nothing.Message);
        }
    }
}
