using System.Collections.Immutable;
using Entente.Models.Security.Hedging;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>Charts of a patron's allies.</summary>
public static class AllyCharts
{
    /// <summary>The five responses in the order of <see cref="AllyResponse"/>.</summary>
    internal static readonly string[] Names = ["relies", "arms", "seeks nuclear weapons", "accommodates", "accommodates and goes nuclear"];

    /// <summary>Credibility before and after the moves, and the five responses after them, for each ally.</summary>
    /// <param name="study">The study.</param>
    public static Chart Responses(AllyStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var moves = study.Strategy is not null;
        ImmutableArray<(string, string)> marks = moves ? [("credibility before", "s6 ring"), ("after the moves", "s2 dot")] : [("credibility", "s6 dot")];
        var rows = study.Rows.Select(row => new ShareRow(
            row.Measured.Guarantee.HasTreaty ? row.Measured.Guarantee.Name : row.Measured.Guarantee.Name + " (no treaty)", row.Credibility.Before.Mean, row.Credibility.After.Mean,
            [.. row.Responses.Select(response => response.After.Mean)])).ToImmutableArray();
        var words = study.Rows.Select(row =>
            $"{row.Measured.Guarantee.Name}: credibility {Numbers.Decimals(row.Credibility.Before.Mean * 100, 0)} to {Numbers.Decimals(row.Credibility.After.Mean * 100, 0)}, " +
            string.Join(", ", Names.Select((name, i) => $"{name} {Numbers.Format(row.Responses[i].After.Mean, Unit.Probability)}")) + ".");
        var title = moves ? $"Allies if {study.Strategy!.Title}" : $"How far {study.Rows.Length} allies can count on their patron, {study.Channel.Year}";
        return new Chart(
            "allies", title, $"Index of the guarantee's credibility, and the mean chance of each response within {study.Channel.HorizonYears} years; intervals are in the table",
            "Rows of allies. " + string.Join(' ', words),
            new ShareBarPlot(rows, "credibility, 0 to 100", "responses", marks, [(Names[0], "s6 bar"), (Names[1], "s1 bar"), (Names[2], "s2 bar"), (Names[3], "s3 bar"), (Names[4], "s4 bar")]));
    }
}
