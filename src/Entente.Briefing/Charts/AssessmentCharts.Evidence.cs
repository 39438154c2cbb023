using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Security.Hedging;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Discovery;
using Entente.Models.Strategy.Game;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <content>Lines of evidence, grades, boxes and the map of allies' responses.</content>
public static partial class AssessmentCharts
{
    private static readonly ImmutableArray<(string, string)> GradeNames = [("no change", "s6 bar"), ("neutralised", "s1 bar"), ("dealigned", "s4 bar"), ("realigned", "s2 bar")];
    private static readonly ImmutableArray<AllyResponse> Shown = [AllyResponse.Rely, AllyResponse.Arm, AllyResponse.Nuclear, AllyResponse.Accommodate, AllyResponse.Both];

    /// <summary>Probability of a split by each line of evidence.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart, or <see langword="null"/> where fewer than two lines speak.</returns>
    public static Chart? Evidence(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Evidence is not { Lines.Length: > 1 } evidence) return null;
        var rows = evidence.Lines.Select(line => new Row(Capital(line.Name), $"weight {Numbers.Format(line.Weight.Weight, Unit.Probability)}", [new(line.With.Split, line.Split.Low, line.Split.High, "s1 dot")], Numbers.Format(line.With.Split, Unit.Probability)))
            .Append(new Row("Together", "", [new(evidence.Stack.Split, evidence.OneLineAlone.Low, evidence.OneLineAlone.High, "s2 dot")], Numbers.Format(evidence.Stack.Split, Unit.Probability))).ToImmutableArray();
        return new("evidence", $"The lines of evidence put the chance of a split at {Numbers.Range(evidence.OneLineAlone.Low, evidence.OneLineAlone.High, Unit.Probability)}", "Probability that the target is split from its partner; bars: interval of each line, and the range of the lines for the stack",
            "Dots with intervals. " + Rows(rows), new DotPlot(rows, Unit.Probability));
    }

    /// <summary>Probabilities of the four grades by each line of evidence, with the moves, and of the stack with and without them.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart, or <see langword="null"/> where no line speaks.</returns>
    public static Chart? Grades(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Evidence is not { } evidence) return null;
        StackedRow Of(string label, string? sub, GradeProbabilities grades) => new(label, sub, [grades.NoChange, grades.Neutralised, grades.Dealigned, grades.Realigned]);
        var rows = evidence.Lines.Select(line => Of(Capital(line.Name), "with the moves", line.With)).ToImmutableArray();
        if (evidence.Lines.Length > 1) rows = rows.Add(Of("Together", "with the moves", evidence.Stack));
        if (evidence.StackWithout is { } without) rows = rows.Add(Of(evidence.Lines.Length > 1 ? "Together" : Capital(evidence.Lines[0].Name), "without the moves", without));
        var target = assessment.Names.Target;
        return new("grades", $"Most likely {target} {Likeliest(evidence.Stack)}", $"Probability of each grade by {assessment.Strategy.Start + assessment.Strategy.HorizonYears}",
            "Stacked bars. " + string.Join(' ', rows.Select(row => $"{row.Label}, {row.Sub}: {string.Join(", ", row.Shares.Select((share, i) => $"{GradeNames[i].Item1} {Numbers.Format(share, Unit.Probability)}"))}.")),
            new StackedBarPlot(rows, GradeNames));
    }

    private static string Likeliest(in GradeProbabilities stack)
    {
        var most = Math.Max(Math.Max(stack.NoChange, stack.Neutralised), Math.Max(stack.Dealigned, stack.Realigned));
        var chance = Numbers.Format(most, Unit.Probability);
        return most == stack.NoChange ? $"stays with its partner ({chance})" : most == stack.Neutralised ? $"stands aside ({chance})" : most == stack.Dealigned ? $"leaves without joining ({chance})" : $"changes sides ({chance})";
    }

    /// <summary>The box of a condition: what it keeps of each restricted input.</summary>
    /// <param name="assessment">The assessment, whose assumptions give the ranges.</param>
    /// <param name="condition">A condition with restrictions.</param>
    /// <param name="key">Short key of the chart.</param>
    /// <returns>The chart, or <see langword="null"/> where nothing is restricted.</returns>
    public static Chart? Box(Assessment assessment, Condition condition, string key)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(condition);
        if (condition.Bounds.IsDefaultOrEmpty) return null;
        var rows = condition.Bounds.Select(bound => Restriction(assessment, bound)).ToImmutableArray();
        return new(key, $"In this box the chance of a split is {Numbers.Format(condition.Probability, Unit.Probability)}; it holds {Numbers.Format(condition.ShareOfDraws, Unit.Share)} of futures",
            "Bars: the part of each input's probability that the box keeps; inputs not named are free", "Bars. " + string.Join(' ', rows.Select(row => $"{Capital(row.Clause)}: from {Numbers.Format(row.From, Unit.Share)} to {Numbers.Format(row.To, Unit.Share)} of its probability.")),
            new RestrictionPlot(rows));
    }

    private static RestrictionRow Restriction(Assessment assessment, ConditionBound bound)
    {
        if (!bound.Views.IsDefaultOrEmpty)
        {
            var views = Math.Max(assessment.Views.Length, bound.Views.Length);
            return new RestrictionRow("rival view", $"{bound.Text} ({bound.Views.Length} of {views})", 0, (double)bound.Views.Length / views, false);
        }

        var distribution = assessment.Assumptions.FirstOrDefault(assumption => assumption.Name == bound.Name)?.Distribution;
        return new RestrictionRow(
            Spoken(bound.Name), bound.Text, double.IsInfinity(bound.Lower) ? 0 : distribution?.Cdf(bound.Lower) ?? 0, double.IsInfinity(bound.Upper) ? 1 : distribution?.Cdf(bound.Upper) ?? 1, true);
    }

    /// <summary>What the moves add to each response of each ally, in percentage points.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart, or <see langword="null"/> where there are no allies or no moves.</returns>
    public static Chart? Responses(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        const int MostAllies = 20;
        var allies = (assessment.Allies.IsDefault ? [] : assessment.Allies).Where(ally => !ally.Responses.IsDefaultOrEmpty && double.IsFinite(ally.Change.Mean)).Take(MostAllies).ToList();
        if (allies.Count == 0 || assessment.Strategy.Moves.IsDefaultOrEmpty) return null;
        double Change(AllyDrift ally, AllyResponse response) => ally.Responses.FirstOrDefault(shift => shift.Response == response) is { } shift ? shift.After.Mean - shift.Before.Mean : double.NaN;
        static string Points(double value) => double.IsNaN(value) ? Numbers.Missing : string.Create(CultureInfo.InvariantCulture, $"{100 * value:+0.0;−0.0;0}");
        var rows = allies.Select(ally =>
        {
            ImmutableArray<double> values = [.. Shown.Select(response => Change(ally, response))];
            return (ally.Name, values, values.Select(Points).ToImmutableArray());
        }).ToImmutableArray();
        return new("responses", $"{rows[0].Name} is moved most: {Points(rows[0].values[0])} points of relying on {assessment.Names.Divider}", $"What the moves add to each response within {assessment.Strategy.HorizonYears} years, percentage points; shade: size of the change{(assessment.Allies.Length > MostAllies ? $"; the {MostAllies} most affected of {assessment.Allies.Length}" : "")}",
            "Table of allies and responses. " + string.Join(' ', rows.Select(row => $"{row.Name}: {string.Join(", ", Shown.Select((response, i) => $"{AllyCharts.Names[i]} {row.Item3[i]}"))}.")),
            new HeatPlot([.. AllyCharts.Names], rows));
    }
}
