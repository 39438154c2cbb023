using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy.Draws;
using Entente.World;

namespace Entente.Models.Strategy.Bill;

/// <summary>What the lines of a bill are made from.</summary>
/// <param name="World">The edition.</param>
/// <param name="Inputs">What was measured.</param>
/// <param name="Ensemble">The draws.</param>
/// <param name="Allies">The table of allies, in its order.</param>
internal sealed record BillMaterial(WorldEdition World, AssessmentInputs Inputs, Ensemble Ensemble, ImmutableArray<AllyDrift> Allies)
{
    public WedgeStrategy Strategy => Inputs.Strategy;

    public string Divider => Name(Strategy.Divider);

    public string Name(int stateId) => World.States[stateId].Name;

    /// <summary>Place of an ally of the table among the inputs.</summary>
    public int Place(AllyDrift ally)
    {
        for (var a = 0; a < Inputs.Allies.Length; a++)
        {
            if (Inputs.Allies[a].StateId == ally.StateId) return a;
        }

        throw new InvalidOperationException($"{ally.Name} is not among the allies that were measured.");
    }

    /// <summary>A value for each ally of the table, on several threads; each has its own place.</summary>
    public T[] ByAlly<T>(int threads, Func<AllyDrift, int, T> value)
    {
        var values = new T[Allies.Length];
        Parallel.For(0, values.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, k => values[k] = value(Allies[k], Place(Allies[k])));
        return values;
    }
}

/// <summary>Writes the bill.</summary>
internal static class BillBuilder
{
    /// <summary>Builds it from the draws; the number of threads changes nothing.</summary>
    public static StrategyBill Build(WorldEdition world, AssessmentInputs inputs, Ensemble ensemble, ImmutableArray<AllyDrift> allies, int threads)
    {
        var material = new BillMaterial(world, inputs, ensemble, allies);
        var notes = new List<string>();
        ImmutableArray<BillLine> lines =
        [
            .. StakeLines.Of(material, notes), .. AllyLines.Of(material, threads, notes), .. GasLines.Of(material, notes), .. DisputeLines.Of(material, threads, notes), .. CohesionLines.Of(material, threads, notes),
        ];
        notes.AddRange(inputs.Links?.Notes ?? []);
        notes.Add("Lines are not added up: they have different units, and what has the same unit overlaps (income through trade holds part of the trade at stake).");
        return new StrategyBill(lines, [.. notes.Distinct(StringComparer.Ordinal)], [.. lines.SelectMany(line => line.Sources).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Years of the horizon, in words.</summary>
    public static string Years(int years) => years == 1 ? "a year" : string.Create(CultureInfo.InvariantCulture, $"{years} years");
}
