using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Security.Guarantees;
using Entente.Models.Security.Hedging;
using Entente.Models.Strategy.Draws;

namespace Entente.Models.Strategy;

/// <summary>What the strategy does to each ally, the most affected first.</summary>
internal static class AllyTable
{
    /// <summary>Builds the table; each ally has its own place, so that threads only share the work.</summary>
    public static ImmutableArray<AllyDrift> Build(AssessmentInputs inputs, Ensemble ensemble, int threads)
    {
        var rows = new AllyDrift[inputs.Allies.Length];
        Parallel.For(0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, a => rows[a] = Row(inputs, ensemble, a));
        return [.. rows.OrderByDescending(row => double.IsNaN(row.Change.Mean) ? double.NegativeInfinity : row.Change.Mean).ThenBy(row => row.Name, StringComparer.Ordinal)];
    }

    private static AllyDrift Row(AssessmentInputs inputs, Ensemble ensemble, int a)
    {
        var ally = inputs.Allies[a];
        var (before, after, change) = (new double[ensemble.Count], new double[ensemble.Count], new double[ensemble.Count]);
        for (var i = 0; i < change.Length; i++)
        {
            (before[i], after[i]) = (ensemble.DriftBefore(a, i), ensemble.DriftAfter(a, i));
            change[i] = after[i] - before[i];
        }

        return new AllyDrift(
            ally.StateId, ally.Name, Spreads.Of(before), Spreads.Of(after), Spreads.Of(change), ally.Threat, ally.HasGuarantee,
            ally.TradeWithDivider, Spreads.Of(ensemble.AllyIncome[a]), Why(inputs, ally))
        {
            Responses = [.. Enum.GetValues<AllyResponse>().Select(response => Shift(ensemble, a, response))],
            Sources = inputs.Trade is { } trade ? [.. AllyChannel.Sources.Concat(trade.Baseline.Sources).Distinct(StringComparer.Ordinal)] : AllyChannel.Sources,
        };
    }

    /// <summary>Expected number of allies that drift because of the moves: the sum of the changes, draw by draw.</summary>
    public static Spread ExpectedDrifts(Ensemble ensemble)
    {
        var draws = ensemble.Count;
        var total = new double[draws];
        for (var a = 0; a < ensemble.AllyIncome.Length; a++)
        {
            for (var i = 0; i < draws; i++)
            {
                var change = ensemble.DriftAfter(a, i) - ensemble.DriftBefore(a, i);
                if (!double.IsNaN(change)) total[i] += change;
            }
        }

        return Spreads.Of(total);
    }

    private static ResponseShift Shift(Ensemble ensemble, int ally, AllyResponse response)
    {
        var row = (ally * Ensemble.Responses) + (int)response;
        return new ResponseShift(response, Spreads.Of(ensemble.Before[row]), Spreads.Of(ensemble.After[row]));
    }

    private static string Why(AssessmentInputs inputs, AllyPosition ally)
    {
        if (double.IsNaN(ally.Threat)) return "its threats cannot be measured";
        var threat = string.Create(CultureInfo.InvariantCulture, $"{100 * ally.Threat:0} % of the threat it perceives is the divider's rivals");
        var touched = inputs.AllyChannel!.Allies[ally.Index].Effect == MoveEffect.None ? "the moves leave its guarantee alone" : "the moves touch its guarantee";
        return ally.HasGuarantee ? $"{threat}; {touched}" : $"{threat}; no defence commitment of the divider is held";
    }
}
