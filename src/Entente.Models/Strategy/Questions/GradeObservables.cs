using Entente.Models.Strategy.Draws;
using Entente.Models.Trade;
using Entente.World;

namespace Entente.Models.Strategy.Questions;

/// <summary>The partner's share of the target's goods trade, and the chance that it falls.</summary>
/// <param name="Year">Year of the share.</param>
/// <param name="Share">Mean of its shares in exports and imports, gaps filled.</param>
/// <param name="Fallen">Chance that trade with the partner ends at three quarters or less of what it would be, over draws and grades.</param>
public sealed record TradeObservable(int Year, double Share, double Fallen);

/// <summary>The treaty between target and partner, and how often such treaties ended on record.</summary>
/// <param name="Since">First year of the spell in force.</param>
/// <param name="HeldTo">Last year that the data on treaties cover.</param>
/// <param name="Defence">Whether it binds to defence.</param>
/// <param name="Pacts">Pacts of pairs in force at the start of a window since 1946, over windows as long as the horizon.</param>
/// <param name="Ended">Those that had ended at its close.</param>
public sealed record PactObservable(int Since, int HeldTo, bool Defence, int Pacts, int Ended)
{
    /// <summary>Share of pacts that ended, with half a case either way (Jeffreys' prior).</summary>
    public double EndRate => (Ended + .5) / (Pacts + 1);
}

/// <summary>What a move of the target would show in beside votes: trade and treaty. Either is <see langword="null"/> where nothing is held.</summary>
/// <param name="Trade">Trade with the partner.</param>
/// <param name="Pact">Treaty with the partner.</param>
public sealed record GradeObservables(TradeObservable? Trade, PactObservable? Pact)
{
    /// <summary>Part of the trade with the partner up to which it has fallen.</summary>
    public const double Threshold = .75;

    private const int FirstYear = 1946;

    /// <summary>Reads them off the draws and the record.</summary>
    internal static GradeObservables Of(WorldEdition world, AssessmentInputs inputs, Ensemble ensemble) => new(TradeOf(world, inputs, ensemble), PactOf(world, inputs.Strategy));

    /// <summary>In a draw the target is split with its probability, and then the partner's answer comes on top of the moves (Rao-Blackwell: the probability stands for the event).</summary>
    private static TradeObservable? TradeOf(WorldEdition world, AssessmentInputs inputs, Ensemble ensemble)
    {
        if (inputs.Trade is not { } channel) return null;
        var (fallen, held) = (0.0, 0);
        for (var i = 0; i < ensemble.Count; i++)
        {
            var (factor, split) = (ensemble.Trade[i].PartnerTrade, ensemble.Split(i));
            if (double.IsNaN(factor) || double.IsNaN(split)) continue;
            held++;
            var cut = Math.Exp(-ensemble.Values[(int)AssumptionIndex.PartnerTradeCut][i]);
            fallen += ((factor <= Threshold ? 1 : 0) * (1 - split)) + ((factor * cut <= Threshold ? 1 : 0) * split);
        }

        var trade = world.Trade(channel.Baseline.Year);
        var (target, partner) = (inputs.Strategy.Target, inputs.Strategy.Partner);
        var share = (TradeDependence.ShareFilled(trade, [target], [partner], exports: true) + TradeDependence.ShareFilled(trade, [target], [partner], exports: false)) / 2;
        return held == 0 || double.IsNaN(share) ? null : new TradeObservable(trade.Year, share, fallen / held);
    }

    private static PactObservable? PactOf(WorldEdition world, WedgeStrategy strategy)
    {
        if (world.Alliances.IsEmpty) return null;
        var last = Math.Min(strategy.Start - 1, world.Alliances.Max(spell => spell.ToYear));
        var pair = (Math.Min(strategy.Target, strategy.Partner), Math.Max(strategy.Target, strategy.Partner));
        var own = world.Alliances.Where(spell => spell.A == pair.Item1 && spell.B == pair.Item2).ToList();
        bool Held(int year) => own.Exists(spell => spell.FromYear <= year && spell.ToYear >= year);
        if (!Held(last)) return null;

        // One obligation may be coded in several spells, of several sources: it is as old as its unbroken chain.
        var since = last;
        while (Held(since - 1)) since--;
        var (pacts, ended) = (0, 0);
        for (var from = FirstYear; from + strategy.HorizonYears <= last; from += strategy.HorizonYears)
        {
            var to = from + strategy.HorizonYears;
            var later = world.Alliances.Where(spell => spell.FromYear <= to && spell.ToYear >= to).Select(spell => (spell.A, spell.B)).ToHashSet();
            foreach (var held in world.Alliances.Where(spell => spell.FromYear <= from && spell.ToYear >= from).Select(spell => (spell.A, spell.B)).Distinct())
            {
                pacts++;
                if (!later.Contains(held)) ended++;
            }
        }

        return pacts == 0 ? null : new PactObservable(since, last, own.Exists(spell => spell.Defense && spell.FromYear <= last && spell.ToYear >= last), pacts, ended);
    }
}
