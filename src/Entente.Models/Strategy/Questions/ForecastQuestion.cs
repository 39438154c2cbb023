using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Security.Hedging;
using Entente.Models.Security.Hazards;
using Entente.Models.Strategy.Game;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Questions;

/// <summary>A question that can be resolved later, with the probability that the assessment gives.</summary>
/// <param name="Key">Short key.</param>
/// <param name="Text">The question.</param>
/// <param name="Resolves">How it is resolved: which data, which threshold.</param>
/// <param name="Year">Year whose data resolve it.</param>
/// <param name="Probability">Probability of yes.</param>
/// <param name="Interval">90 % of draws, or the range of the lines of evidence (level 1); <see langword="null"/> where there is none.</param>
/// <param name="From">Which part of the assessment says so.</param>
public sealed record ForecastQuestion(string Key, string Text, string Resolves, int Year, double Probability, Interval? Interval, string From);

/// <summary>Turns an assessment into questions that can be resolved.</summary>
public static class QuestionList
{
    private const int PromiseYears = 4;
    private const int AlliesAsked = 3;
    private const int PairsAsked = 3;

    /// <summary>The questions, all on condition that the moves are made.</summary>
    /// <param name="assessment">The assessment.</param>
    public static ImmutableArray<ForecastQuestion> Of(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var questions = ImmutableArray.CreateBuilder<ForecastQuestion>();
        Grades(questions, assessment);
        Signs(questions, assessment);
        Promise(questions, assessment);
        Allies(questions, assessment);
        Disputes(questions, assessment);
        return questions.ToImmutable();
    }

    private static void Grades(ImmutableArray<ForecastQuestion>.Builder questions, Assessment assessment)
    {
        var (divider, target, partner) = assessment.Names;
        var year = assessment.Strategy.Start + assessment.Strategy.HorizonYears;
        if (assessment.Evidence is not { Statistical: { } line } evidence) return;
        (string Key, double Closed, double Probability, string Words)[] asked =
        [
            ("moves", GradeRule.Thresholds[0], evidence.Stack.Moves, "by a quarter or more"), ("split", GradeRule.Thresholds[1], evidence.Stack.Split, "by half or more"),
            ("realigned", GradeRule.Thresholds[2], evidence.Stack.Realigned, "altogether, so that it agrees with " + divider + " at least as often"),
        ];
        foreach (var (key, closed, probability, words) in asked)
        {
            questions.Add(new ForecastQuestion(
                $"grade.{key}", string.Create(CultureInfo.InvariantCulture, $"If the moves are made, will {target} have closed the gap between its agreement with {partner} and with {divider} {words} in {year}?"),
                string.Create(CultureInfo.InvariantCulture, $"Recorded votes of the General Assembly in {year}, half credit for one abstention: agreement with {partner} less agreement with {divider} at most {line.Tilt * (1 - closed):0.000}; it was {line.Tilt:0.000} in {line.Origin}."),
                year, probability, key == "split" ? evidence.OneLineAlone : null, "the stack of the lines of evidence"));
        }
    }

    /// <summary>Trade and treaty, where the target's move would show as well.</summary>
    private static void Signs(ImmutableArray<ForecastQuestion>.Builder questions, Assessment assessment)
    {
        var (_, target, partner) = assessment.Names;
        var year = assessment.Strategy.Start + assessment.Strategy.HorizonYears;
        if (assessment.Observables?.Trade is { } trade)
        {
            questions.Add(new ForecastQuestion(
                "trade.partner", $"If the moves are made, will {partner}'s share of the goods trade of {target} be a quarter or more below today's in {year}?",
                string.Create(CultureInfo.InvariantCulture, $"Mean of the shares in exports and imports of {target} in goods (reconciled, gaps filled) at most {100 * trade.Share * GradeObservables.Threshold:0.0} %; it was {100 * trade.Share:0.0} % in {trade.Year}. Growth of other trade is left out."),
                year, trade.Fallen, null, "trade equilibrium, the partner's answer and the game's chance of a split"));
        }

        if (assessment.Observables?.Pact is { } pact)
        {
            questions.Add(new ForecastQuestion(
                "treaty.partner", $"Will {target} and {partner} have no treaty of alliance, neutrality, non-aggression or consultation in force in {year}?",
                string.Create(CultureInfo.InvariantCulture, $"No obligation of the pair in the alliance data in {year}; one has been in force since {pact.Since}{(pact.Defence ? ", of defence" : "")} (held to {pact.HeldTo})."),
                year, pact.EndRate, null, string.Create(CultureInfo.InvariantCulture, $"the record alone: {pact.Ended:N0} of {pact.Pacts:N0} pacts of pairs since 1946 had ended so many years on; the moves are not in it")));
        }
    }

    private static void Promise(ImmutableArray<ForecastQuestion>.Builder questions, Assessment assessment)
    {
        if (assessment.Strategy.Moves.IsEmpty || assessment.Assumptions.FirstOrDefault(assumption => assumption.Name == "reversal_hazard") is not { } hazard) return;
        double Within(double yearly) => 1 - Math.Pow(1 - yearly, PromiseYears);
        var year = assessment.Strategy.Start + PromiseYears;
        var distribution = hazard.Distribution;
        questions.Add(new ForecastQuestion(
            "promise.reversed", $"If the moves are made, will {assessment.Names.Divider} have taken back any of them by the end of {year}?",
            "A move counts as taken back when the act that made it is revoked, suspended or left unrenewed by the divider's government or parliament.", year,
            Enumerable.Range(0, 99).Average(k => Within(distribution.Quantile((k + .5) / 99))), new Interval(Within(distribution.Quantile(.05)), Within(distribution.Quantile(.95)), .9), "reversal_hazard"));
    }

    private static void Allies(ImmutableArray<ForecastQuestion>.Builder questions, Assessment assessment)
    {
        var (divider, _, _) = assessment.Names;
        var year = assessment.Strategy.Start + assessment.Strategy.HorizonYears;
        foreach (var ally in assessment.Allies.Take(AlliesAsked))
        {
            void Ask(AllyResponse response, string key, string text, string resolves)
            {
                if (ally.Responses.FirstOrDefault(shift => shift.Response == response) is not { } shift || !double.IsFinite(shift.After.Mean)) return;
                questions.Add(new ForecastQuestion($"ally.{key}.{ally.StateId.ToString(CultureInfo.InvariantCulture)}", text, resolves, year, shift.After.Mean, new Interval(shift.After.Low, shift.After.High, .9), "the allies' choice"));
            }

            Ask(AllyResponse.Arm, "arms", $"If the moves are made, will {ally.Name} arm by itself by {year}?",
                string.Create(CultureInfo.InvariantCulture, $"Military spending over GDP (SIPRI) of {ally.Name} in {year} at least {ResponseBaseRates.ArmsRise:0.##} times that of {assessment.Strategy.Start}, and neither weapons sought nor votes turned."));
            Ask(AllyResponse.Accommodate, "accommodates", $"If the moves are made, will {ally.Name} accommodate a rival of {divider} by {year}?",
                $"Votes of {ally.Name} moved towards the rival and away from {divider} by {ResponseBaseRates.VoteShift.ToString(CultureInfo.InvariantCulture)} or more since {assessment.Strategy.Start}, beyond the mean of {divider}'s allies.");
        }
    }

    private static void Disputes(ImmutableArray<ForecastQuestion>.Builder questions, Assessment assessment)
    {
        if (assessment.Bill is not { } bill) return;
        var year = assessment.Strategy.Start + assessment.Strategy.HorizonYears;
        var lines = bill.Disputes(HazardOutcome.Force);
        for (var k = 0; k < Math.Min(lines.Length, PairsAsked); k++)
        {
            var after = lines[k].After!.Value;
            questions.Add(new ForecastQuestion(
                string.Create(CultureInfo.InvariantCulture, $"dispute.{k + 1}"), $"If the moves are made, will {lines[k].Who} have a militarised dispute with use of force by {year}?",
                "As coded in the militarised interstate disputes data (hostility level 4 or 5, both states originators or joiners).", year, after.Mean, new Interval(after.Low, after.High, .9), $"the bill: {lines[k].Item}"));
        }
    }
}
