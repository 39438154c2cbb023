using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Links;
using Entente.World;

namespace Entente.Models.Strategy.Runs;

/// <summary>The columns of <see cref="Ensemble.Links"/>: gas by supplier and market, hazards by pair, pulls by actor; a part of the list of <see cref="EnsembleColumns"/>.</summary>
internal static class LinkColumns
{
    private const string Billion = "billion US$ a year";

    /// <summary>The columns.</summary>
    /// <param name="world">Gives states their codes.</param>
    /// <param name="inputs">What was measured.</param>
    /// <param name="allies">Code of each ally.</param>
    public static IEnumerable<EnsembleColumn> Of(WorldEdition world, AssessmentInputs inputs, ImmutableArray<string> allies) => [.. Gas(inputs), .. Hazards(world, inputs), .. Camps(world, inputs, allies)];

    private static IEnumerable<EnsembleColumn> Gas(AssessmentInputs inputs)
    {
        if (inputs.Gas is not { } gas) yield break;
        foreach (var (name, k) in gas.Suppliers.Select((name, k) => (name, k)))
        {
            yield return new ArrayColumn<float>($"supplier.{Word(name)}.revenue", Billion, $"{name}: revenue from gas before anything returns", e => e.Links.RevenueBefore[k]);
            yield return new ArrayColumn<float>($"supplier.{Word(name)}.change", Billion, $"{name}: change of it", e => e.Links.RevenueChange[k]);
        }

        foreach (var (name, k) in gas.Markets.Select((name, k) => (name, k)))
        {
            yield return new ArrayColumn<float>($"market.{Word(name)}.gain", Billion, $"{name}: what buyers of gas gain", e => e.Links.SurplusChange[k]);
        }
    }

    private static IEnumerable<EnsembleColumn> Hazards(WorldEdition world, AssessmentInputs inputs)
    {
        if (inputs.Links is not { } links) yield break;
        for (var p = 0; p < links.Hazards.Pairs.Length; p++)
        {
            var pair = links.Hazards.Pairs[p];
            for (var o = 0; o < HazardLink.Outcomes.Length; o++)
            {
                var row = (p * HazardLink.Outcomes.Length) + o;
                var outcome = HazardLink.Outcomes[o].ToString().ToLowerInvariant();
                var (name, what) = ($"hazard.{Code(world, pair.A)}-{Code(world, pair.B)}.{outcome}", $"{outcome} between {world.States[pair.A].Name} and {world.States[pair.B].Name} within the horizon");
                yield return new ArrayColumn<float>(name + ".before", "probability", what + ", without the moves", e => e.Links.HazardBefore[row]);
                yield return new ArrayColumn<float>(name + ".after", "probability", what + ", with the moves", e => e.Links.HazardAfter[row]);
            }
        }
    }

    private static IEnumerable<EnsembleColumn> Camps(WorldEdition world, AssessmentInputs inputs, ImmutableArray<string> allies)
    {
        if (inputs.Links?.Camps is not { } camps) yield break;
        var strategy = inputs.Strategy;
        ImmutableArray<string> actors = [Code(world, strategy.Divider), .. camps.Allies.Select(ally => allies[ally]), Code(world, strategy.Target), Code(world, strategy.Partner)];
        for (var k = 0; k < actors.Length; k++)
        {
            var row = k;
            yield return new ArrayColumn<float>($"camp.{actors[k]}.pull", "share", $"pull of {actors[k]} to the divider's camp with the moves", e => e.Links.Pull[row]);
        }

        yield return new ArrayColumn<float>("camp.energy_change", "energy", "what the moves change of the energy of the landscape", e => e.Links.EnergyChange[0]);
    }

    /// <summary>ISO code of a state, or its number.</summary>
    private static string Code(WorldEdition world, int id) => world.States[id].Iso3 ?? id.ToString(CultureInfo.InvariantCulture);

    private static string Word(string name) => string.Concat(name.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
}
