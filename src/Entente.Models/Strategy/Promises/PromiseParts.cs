using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Promises;

/// <summary>Takes a hazard apart into what a reader can dispute one by one.</summary>
internal static class PromiseParts
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static ImmutableArray<PromisePart> Of(PromiseInputs inputs, PromiseDraws drawn, PromiseOptions options)
    {
        var n = drawn.Turnover.Length;
        var window = options.WindowYears;
        var pool = inputs.Pool;
        double[] Each(Func<int, double> value)
        {
            var values = new double[n];
            for (var i = 0; i < n; i++) values[i] = value(i);
            return values;
        }

        double Inside(int i) => 1 - Math.Exp(-drawn.Turnover[i] * window);
        string[] leaders = ["archigos", "leader-supplement"];
        ImmutableArray<string> record = ["promise-record", "government-terms", "atop"];
        var (leader, party) = ReversalRates.Multipliers(inputs.Democracy);
        string Counted(PromiseMoment moment) => inputs.Exposure.IsEmpty
            ? "no record"
            : string.Create(Invariant, $"{inputs.Exposure[(int)moment].Reversals} reversed in {inputs.Exposure[(int)moment].Years:0} promise-years");
        return
        [
            new("turnover", "changes of leader a year", Spreads.Of(drawn.Turnover), Basis.Modelled, [.. leaders, "vdem"],
                string.Create(Invariant, $"{inputs.Changes} in {inputs.Years} years; {pool.States} like states {pool.Rate:0.00}")),
            new("party_share", "share of them that change the party", Spreads.Of(drawn.PartyShare), inputs.HasTerms ? Basis.Modelled : Basis.Judgement, inputs.HasTerms ? ["government-terms"] : [],
                inputs.HasTerms ? string.Create(Invariant, $"{inputs.PartyChanges} of {inputs.PartyChanges + inputs.LeaderOnly}; prior worth six") : "a prior worth six changes"),
            new("after_party", string.Create(Invariant, $"reversed in {window:0.##} years after another party came"), Spreads.Of(Each(i => 1 - Math.Exp(-window * drawn.AfterParty[i]))), Basis.Judgement, record,
                string.Create(Invariant, $"{Counted(PromiseMoment.AfterParty)}; prior {party:0.##} × calm")),
            new("after_leader", string.Create(Invariant, $"reversed in {window:0.##} years after another leader"), Spreads.Of(Each(i => 1 - Math.Exp(-window * drawn.AfterLeader[i]))), Basis.Judgement, record,
                string.Create(Invariant, $"{Counted(PromiseMoment.AfterLeader)}; prior {leader:0.##} × calm")),
            new("calm", "reversed in a calm year, without either", Spreads.Of(Each(i => 1 - Math.Exp(-drawn.Calm[i]))), Basis.Judgement, record,
                string.Create(Invariant, $"{Counted(PromiseMoment.Calm)}; prior {options.ReversedShare:0.##} × {pool.Alliances.Calm:0.0%} (alliances ended; {pool.Alliances.After:0.0%} after a change)")),
            new("opinion", "multiplier of opinion", Spreads.Of(drawn.Opinion), Basis.Judgement, inputs.View is null ? [] : ["pew"],
                inputs.View is { } view ? string.Create(Invariant, $"{view.Favourable:0%} favourable in {view.Year}; stated prior") : "missing: does not enter"),
            new("from_party", "hazard: after another party", Spreads.Of(Each(i => drawn.Opinion[i] * Inside(i) * drawn.PartyShare[i] * drawn.AfterParty[i])), Basis.Judgement, record, "rate a year"),
            new("from_leader", "hazard: after another leader", Spreads.Of(Each(i => drawn.Opinion[i] * Inside(i) * (1 - drawn.PartyShare[i]) * drawn.AfterLeader[i])), Basis.Judgement, record, "rate a year"),
            new("from_calm", "hazard: calm", Spreads.Of(Each(i => drawn.Opinion[i] * (1 - Inside(i)) * drawn.Calm[i])), Basis.Judgement, record, "rate a year"),
        ];
    }
}
