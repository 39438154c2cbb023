using Entente.Models.Alignment;
using Entente.World;

namespace Entente.Models.Strategy.Evidence;

/// <summary>The record of spontaneous splits among states that leaned to their partner about as much as the target does.</summary>
internal static class SplitRecord
{
    private const int FewestVotes = 30;
    private const int YearsBack = 15;
    private const double Near = .15;

    // Below so many triples the neighbours say too little and all leans count.
    private const int FewestTriples = 50;

    private static readonly EditionMemo<(int Divider, int Target, int Partner, int Start), double> Tilts = new(64);

    /// <summary>The record; <see langword="null"/> where no votes are held before the start.</summary>
    public static SpontaneousSplits? Of(WorldEdition world, WedgeStrategy strategy)
    {
        var tilt = Tilts.Get(world, (strategy.Divider, strategy.Target, strategy.Partner, strategy.Start), _ => Tilt(world, strategy));
        var near = tilt >= SpontaneousSplits.LeastTilt
            ? SpontaneousSplits.Measure(world, strategy.Start, strategy.HorizonYears, Math.Max(SpontaneousSplits.LeastTilt, tilt - Near), Math.Min(1, tilt + Near)) : null;
        return near is { Triples: >= FewestTriples } ? near : SpontaneousSplits.Measure(world, strategy.Start, strategy.HorizonYears);
    }

    /// <summary>Agreement with the partner less agreement with the divider in the newest year before the start that rests on enough votes; NaN where there is none.</summary>
    private static double Tilt(WorldEdition world, WedgeStrategy strategy)
    {
        var calls = world.Votes.RollCalls;
        if (calls.IsEmpty) return double.NaN;
        var options = new AgreementOptions();
        for (var year = Math.Min(strategy.Start - 1, calls[^1].Date.Year); year >= Math.Max(calls[0].Date.Year, strategy.Start - YearsBack); year--)
        {
            var (partner, divider) = (VoteAgreement.Year(world.Votes, [strategy.Target], [strategy.Partner], year, options), VoteAgreement.Year(world.Votes, [strategy.Target], [strategy.Divider], year, options));
            if (partner.CommonVotes >= FewestVotes && divider.CommonVotes >= FewestVotes) return partner.Agreement - divider.Agreement;
        }

        return double.NaN;
    }
}
