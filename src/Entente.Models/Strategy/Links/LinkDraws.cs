using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Game;

namespace Entente.Models.Strategy.Links;

/// <summary>Results of the links, one array per quantity and one place per draw: what the gas market means to each supplier and buyer, hazards of disputes, pulls of the landscape. NaN marks a draw that failed.</summary>
internal sealed class LinkDraws
{
    /// <summary>Makes room for a number of draws; quantities that were not measured have no arrays.</summary>
    public LinkDraws(AssessmentInputs inputs, int count)
    {
        var (suppliers, markets) = (inputs.Gas?.Suppliers.Length ?? 0, inputs.Gas?.Markets.Length ?? 0);
        (RevenueBefore, RevenueChange, SurplusChange) = (Rows(suppliers, count), Rows(suppliers, count), Rows(markets, count));
        var hazards = (inputs.Links?.Hazards.Pairs.Length ?? 0) * HazardLink.Outcomes.Length;
        (HazardBefore, HazardAfter) = (Rows(hazards, count), Rows(hazards, count));
        var actors = inputs.Links?.Camps?.Count ?? 0;
        (Pull, EnergyChange) = (Rows(actors, count), Rows(Math.Min(actors, 1), count));
    }

    /// <summary>By supplier: revenue before anything returns, billion US$ a year.</summary>
    public float[][] RevenueBefore { get; }

    /// <summary>By supplier: its change, the same.</summary>
    public float[][] RevenueChange { get; }

    /// <summary>By market: what buyers gain, the same.</summary>
    public float[][] SurplusChange { get; }

    /// <summary>By pair, then outcome: probability over the horizon without the moves.</summary>
    public float[][] HazardBefore { get; }

    /// <summary>The same with them.</summary>
    public float[][] HazardAfter { get; }

    /// <summary>By actor of the landscape: pull to the divider's camp with the moves, below 0 where it stands in the other.</summary>
    public float[][] Pull { get; }

    /// <summary>What the moves change of the energy of the landscape; one row, or none.</summary>
    public float[][] EnergyChange { get; }

    /// <summary>All arrays under names that do not depend on the machine.</summary>
    public IEnumerable<(string Name, float[] Values)> Columns()
    {
        (string Name, float[][] Rows)[] all =
        [
            ("gas_revenue_before", RevenueBefore), ("gas_revenue_change", RevenueChange), ("gas_surplus_change", SurplusChange), ("hazard_before", HazardBefore), ("hazard_after", HazardAfter),
            ("camp_pull", Pull), ("camp_energy_change", EnergyChange),
        ];
        foreach (var (name, rows) in all)
        {
            for (var k = 0; k < rows.Length; k++) yield return (FormattableString.Invariant($"{name}_{k}"), rows[k]);
        }
    }

    /// <summary>Evaluates and keeps the links of a draw. Depends on the seed and the draw alone, allocates nothing.</summary>
    /// <param name="inputs">What was measured.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="draw">Index of the draw.</param>
    /// <param name="place">Its place here.</param>
    /// <param name="view">The view drawn, whose grades count.</param>
    /// <param name="gas">The gas market.</param>
    /// <param name="memory">The evaluated draw.</param>
    public void Keep(AssessmentInputs inputs, ulong seed, int draw, int place, int view, GasTable gas, StrategyModel.Memory memory)
    {
        var accounts = gas.Accounts(draw, inputs.Gas is { EuropeMayJoin: true } ? memory.Values[(int)AssumptionIndex.OthersTakePart] : 0, memory.GasAccounts);
        Put(RevenueBefore, place, accounts);
        Put(RevenueChange, place, accounts[RevenueBefore.Length..]);
        Put(SurplusChange, place, accounts[(2 * RevenueBefore.Length)..]);
        if (inputs.Links is not { } links) return;
        var scratch = memory.Links;
        for (var a = 0; a < scratch.Kept.Length; a++) scratch.Kept[a] = memory.After[a].Defended / memory.Before[a].Defended;
        links.Hazards.Evaluate(seed, draw, scratch.Kept, scratch.HazardBefore, scratch.HazardAfter);
        Put(HazardBefore, place, scratch.HazardBefore);
        Put(HazardAfter, place, scratch.HazardAfter);
        if (links.Camps is not { } camps) return;
        camps.Evaluate(scratch.Kept, Grade(memory.With[view].Target) - Grade(memory.Without[view].Target), scratch.Camps!);
        Put(Pull, place, scratch.Camps!.Pull);
        EnergyChange[0][place] = (float)(scratch.Camps.Energy - camps.Energy);
    }

    /// <summary>Expected grade of the target, 0 for no change to 1 for realigned.</summary>
    public static double Grade(in GradeProbabilities grades) => (grades.Neutralised / 3) + (grades.Dealigned * 2 / 3) + grades.Realigned;

    private static void Put(float[][] rows, int place, ReadOnlySpan<double> values)
    {
        for (var k = 0; k < rows.Length; k++) rows[k][place] = (float)values[k];
    }

    private static float[][] Rows(int rows, int count)
    {
        var result = new float[rows][];
        for (var k = 0; k < rows; k++) result[k] = new float[count];
        return result;
    }
}
