namespace Entente.Models.Trade.Conduits;

/// <summary>Two excesses at once: a conduit has to stand out on both sides, so the weaker of its two scores is what counts, in placebo years as in the year looked at.</summary>
internal static class JointExcess
{
    /// <summary>The weaker of two scores.</summary>
    public static double Score(FlowExcess inflow, FlowExcess outflow) => Math.Min(inflow.Score, outflow.Score);

    /// <summary>The weaker score of every state and placebo year that both flows have, ascending.</summary>
    public static double[] Placebos(ExcessScores inflow, ExcessScores outflow) =>
        [.. inflow.Placebo.Where(pair => outflow.Placebo.ContainsKey(pair.Key)).Select(pair => Math.Min(pair.Value, outflow.Placebo[pair.Key])).Order()];
}
