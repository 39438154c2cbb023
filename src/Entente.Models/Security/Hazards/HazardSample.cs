using System.Collections.Immutable;
using Entente.Models.Panel;
using Entente.World;

namespace Entente.Models.Security.Hazards;

/// <summary>The panel with its columns side by side and the outcomes, ready for estimation.</summary>
internal sealed class HazardSample
{
    private readonly ImmutableArray<double[]> _outcomes;

    public HazardSample(WorldEdition world, DyadPanel panel)
    {
        Panel = panel;
        var columns = HazardDesign.Covariates.Select(panel.Covariate).ToArray();
        Features = new double[panel.Rows * HazardDesign.Columns];
        for (var row = 0; row < panel.Rows; row++)
        {
            var features = Features.AsSpan(row * HazardDesign.Columns, HazardDesign.Columns);
            for (var column = 0; column < columns.Length; column++) features[column] = columns[column].Span[row];
            HazardDesign.SetPeace(features, panel.PeaceYears.Span[row]);
        }

        var wars = OwnWars(world, panel);
        _outcomes = [.. HazardOutcomes.All.Select(outcome => Enumerable.Range(0, panel.Rows).Select(row => Outcome(outcome, row, wars)).ToArray())];
    }

    /// <summary>The panel.</summary>
    public DyadPanel Panel { get; }

    /// <summary>rows × columns of <see cref="HazardDesign"/>, row by row; NaN where missing.</summary>
    public double[] Features { get; }

    /// <summary>One value per row: 1, 0, or NaN where the source has ended.</summary>
    public double[] Outcomes(HazardOutcome outcome) => _outcomes[(int)outcome];

    /// <summary>The columns of a row.</summary>
    public ReadOnlySpan<double> Row(int row) => Features.AsSpan(row * HazardDesign.Columns, HazardDesign.Columns);

    /// <summary>Whether no column of a row is missing.</summary>
    public bool IsComplete(int row)
    {
        foreach (var value in Row(row))
        {
            if (double.IsNaN(value)) return false;
        }

        return true;
    }

    /// <summary>
    /// First years of wars that a pair began itself: a dispute in which both were from the first day began in that year or the one before. Who only joins a war against a state that it had no dispute
    /// with says little about how dangerous the pair is.
    /// </summary>
    private static HashSet<(int A, int B, int Year)> OwnWars(WorldEdition world, DyadPanel panel)
    {
        var disputed = new HashSet<(int A, int B, int Year)>();
        for (var row = 0; row < panel.Rows; row++)
        {
            if (HazardOutcomes.Of(HazardOutcome.Dispute, panel.Onsets[row]) == 1) disputed.Add((panel.A.Span[row], panel.B.Span[row], panel.Year.Span[row]));
        }

        return [.. world.WarOnsets.Where(war => disputed.Contains((war.A, war.B, war.Year)) || disputed.Contains((war.A, war.B, war.Year - 1))).Select(war => (war.A, war.B, war.Year))];
    }

    private double Outcome(HazardOutcome outcome, int row, HashSet<(int, int, int)> wars)
    {
        if (outcome != HazardOutcome.War) return HazardOutcomes.Of(outcome, Panel.Onsets[row]);
        var year = Panel.Year.Span[row];
        return year > HazardOutcomes.LastWarYear ? double.NaN : wars.Contains((Panel.A.Span[row], Panel.B.Span[row], year)) ? 1 : 0;
    }
}
