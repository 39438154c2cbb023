using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Game;

namespace Entente.Models.Strategy;

/// <summary>The target's balance over all draws, term by term, with how each came about.</summary>
internal static class BalanceTable
{
    private const int Bins = 40;

    public static ImmutableArray<BalanceTerm> Build(AssessmentInputs inputs, Ensemble ensemble, (string Divider, string Target, string Partner) names)
    {
        var position = inputs.Position;
        var baseline = inputs.Trade?.Baseline;
        var trade = baseline is null ? "No baseline with trade and domestic sales is held for the time: the term is missing and counts as nothing." : null;
        ImmutableArray<string> traded = baseline?.Sources ?? [];
        ImmutableArray<string> feared = inputs.MilitaryBurdenYear > 0 ? [.. Security.ThreatPerception.Sources, "sipri-milex"] : Security.ThreatPerception.Sources;
        var effect = inputs.Trade?.Effect is { } e
            ? string.Create(CultureInfo.InvariantCulture, $" Trade under sanctions fell between {e.Before} and {e.After} by a pooled {100 * (1 - Math.Exp(e.PooledExports)):0} % (exports) and {100 * (1 - Math.Exp(e.PooledImports)):0} % (imports) beyond the backdrop.")
            : string.Empty;
        return
        [
            Term("reward", $"Relief by the moves of {names.Divider}", "trade", ensemble, traded, b => b.Reward,
                trade ?? $"Real-income gain in a world of {baseline!.Count} economies ({baseline.Year}), times what firms undo, times the worth of a promise that may be reversed and takes years to bite.{effect}"),
            Term("gas", $"Gas sales of {names.Target} that return", "gas", ensemble, inputs.Gas is null ? [] : Energy.GasChannel.Sources, b => b.Gas,
                inputs.Gas switch
                {
                    null => "The gas channel has nothing to say for this case.",
                    { EuropeTakesPart: true } => "Nothing of its own: where Europe takes part its trade relief holds the gas already.",
                    { EuropeMayJoin: true } => "Revenue of pipeline and liquefied gas that returns as far as Europe does not join, over the target's income, times the worth of the promise; as far as it joins, its trade relief holds the gas.",
                    _ => "Revenue of pipeline and liquefied gas that returns although Europe takes no part, over the target's income, times the worth of the promise; gas that is shut in has next to no other use, so that costs are left out.",
                }),
            Term("threat-relief", $"Less threat from {names.Divider}", "security", ensemble, feared, b => b.ThreatRelief,
                Text($"Military burden ({(double.IsNaN(position.MilitaryBurden) ? "missing; assumed" : Percent(position.MilitaryBurden) + " of GDP")}) × the divider's camp's {Percent(position.DividerThreat)} of perceived threat × what the moves remove (security moves are {Percent(position.Completeness)} complete) × the worth of the promise.")),
            Term("partner-loss", $"Trade lost with {names.Partner}", "trade", ensemble, traded, b => b.PartnerLoss,
                trade ?? "The partner answers by cutting trade, from irritation to sanctions; solved in the same equilibrium on top of the moves."),
            Term("counterbid", $"What {names.Partner} adds to keep {names.Target}", "promise", ensemble, traded, b => b.Counterbid,
                trade ?? "In equilibrium: the partner weighs what the target is worth to it against a bid of up to a share of what its trade is worth to the target now."),
            Term("obstruction", $"What allies of {names.Divider} undo", "allies", ensemble, [], b => b.Obstruction,
                "In equilibrium: allies obstruct where the deal costs them more in security than it brings them in trade and gas, and friction allows."),
            Term("partner-threat", $"{names.Partner} as a threat", "security", ensemble, feared, b => b.PartnerThreat,
                Text($"The partner is {Percent(position.PartnerLatent)} of latent and {Percent(position.PartnerPerceived)} of perceived threat; leaving awakens the difference in two views, escapes it in one.")),
            Term("inertia", $"What keeps {names.Target} where it is beyond all that is measured", "decision", ensemble, inputs.Record is { } record ? record.Provenance.Sources : [], b => b.Inertia,
                inputs.Record is { } held
                    ? Text($"Found so that without moves the game splits pairs as often as they were split on record: {Percent(inputs.SpontaneousSplit)} in {held.Horizon} years ({held.Triples:N0} triples of states that leaned as much, {held.FirstOrigin} to {held.LastOrigin}).")
                    : Text($"Found so that without moves the game splits the target with the judged chance of {Percent(inputs.SpontaneousSplit)}; votes hold no record for the time.")),
            Term("friction", "Cost of switching and of being let down", "promise", ensemble, [], b => b.Friction, "Switching cost once, and the loss when a promise is reversed, each spread over the years. What the target keeps whatever it does has been taken from relief, gas and threat."),
        ];
    }

    /// <summary>Histogram of the net worth between its 0.5 % and 99.5 % quantiles; what lies outside falls into the end bins.</summary>
    public static Histogram NetWorth(Ensemble ensemble)
    {
        var net = ensemble.Balance.Select(balance => balance.Net).Where(value => !double.IsNaN(value)).Order().ToArray();
        var (low, high) = (net[(int)(.005 * (net.Length - 1))], net[(int)(.995 * (net.Length - 1))]);
        if (high - low < 1e-12) (low, high) = (low - 1e-6, high + 1e-6);
        var edges = new double[Bins + 1];
        for (var i = 0; i <= Bins; i++) edges[i] = low + ((high - low) * i / Bins);
        var counts = new int[Bins];
        foreach (var value in net) counts[Math.Clamp((int)((value - low) / (high - low) * Bins), 0, Bins - 1)]++;
        return new Histogram([.. edges], [.. counts]);
    }

    private static BalanceTerm Term(
        string key, string name, string channel, Ensemble ensemble, ImmutableArray<string> sources, Func<TargetBalance, double> worth, string explanation) =>
        new(key, name, channel, Spreads.Of(ensemble.Balance, worth), explanation) { Sources = sources };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static string Percent(double share) => double.IsNaN(share) ? "a missing share" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
