using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.Models.Strategy;
using Entente.Numerics.Statistics;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Votes;

namespace Entente.Models.Votes.Drift;

/// <summary>
/// Who moved toward whom in the General Assembly between two periods, split exactly into changed votes on the same resolutions and a changed agenda, by issue and by resolution. Method and limits: docs/drift.md.
/// </summary>
public static class VoteDrift
{
    // The movement of every state toward the references takes half a second and more; whose of it is shown costs next to nothing.
    private static readonly EditionMemo<(string Toward, DriftOptions Options), DriftField> Known = new(8);

    /// <summary>Computes the movement.</summary>
    /// <param name="world">The world.</param>
    /// <param name="options">Periods, parties, intervals.</param>
    /// <exception cref="InvalidInputException">An unknown party, years that do not fit, or a number out of range.</exception>
    /// <exception cref="NoAnswerException">A period holds too few votes, or no party asked for has enough.</exception>
    public static DriftAnswer Compute(WorldEdition world, DriftOptions options)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Window < 1) throw new InvalidInputException($"A window of {options.Window} years is none; it takes 1 year or more.");
        if (options.Toward.IsEmpty) throw new InvalidInputException("There is no party to measure movement against; name one with --toward.");
        var field = Known.Get(world, (string.Join('\n', options.Toward), options with { Toward = [], States = [] }), _ => DriftField.Read(world, options));
        var (start, last, resolutions, comparison, references, everyone, all) = field;
        var asked = options.States.IsEmpty
            ? all
            : [.. options.States.Select(text => new DriftParty(world, text, last.Last)).DistinctBy(party => party.Key)
                .Select(party => everyone.FindIndex(known => known.IsState && party.IsState && known.State == party.State) is >= 0 and var found ? all[found] : comparison.Of(party, references))];
        ImmutableArray<DriftReference> summaries = [.. references.Select((party, r) => Reference(party, r, all))];
        var movers = comparison.Movers([.. asked.Where(party => !party.Pairs.IsEmpty)], all, summaries)
            .OrderByDescending(mover => mover.Largest!.IsClear).ThenByDescending(mover => Math.Abs(mover.Largest!.Own)).ThenBy(mover => mover.Party, StringComparer.Ordinal).ToImmutableArray();
        if (movers.IsEmpty)
        {
            var shortfall = string.Create(CultureInfo.InvariantCulture, $"at least {options.Needed} common votes with {string.Join(" or ", references.Select(party => party.Label))} in both {start.Label} and {last.Label}");
            throw new NoAnswerException(options.States.IsEmpty || asked.Count > 1
                ? $"{(options.States.IsEmpty ? "No state" : $"None of {string.Join(", ", asked.Select(party => party.Label))}")} has {shortfall}: movement is missing, not zero."
                : $"{asked[0].Label} does not have {shortfall}: movement is missing, not zero.");
        }

        return new DriftAnswer(
            start, last, options.Issue is { } only ? DriftIssues.Name(only) : null, summaries,
            movers, options.States.IsEmpty ? [] : [.. asked.Where(party => party.Pairs.IsEmpty).Select(party => party.Label)], resolutions,
            all.Sum(party => party.Pairs.Length), Provenance(world.Votes, start, last, resolutions, references, options));
    }

    private static string Untitled(ImmutableArray<DriftResolution> resolutions)
    {
        var untitled = resolutions.Count(resolution => resolution.BaseSymbols.Contains(resolution.Title) || resolution.LastSymbols.Contains(resolution.Title));
        return untitled == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {untitled} without a title to match by");
    }

    private static DriftReference Reference(DriftParty party, int number, List<ComparedParty> all)
    {
        var pairs = all.SelectMany(other => other.Pairs).Select(pair => pair.Drift).Where(pair => pair.Toward == number).ToList();
        double Median(Func<PairDrift, double> part) => Summary.QuantileOf([.. pairs.Select(part)], .5);
        return new DriftReference(party.Label, party.Key, pairs.Count, Median(pair => pair.Change), Median(pair => pair.Behaviour), Median(pair => pair.Agenda));
    }

    private static Provenance Provenance(
        RollCallVotes votes, DriftPeriod start, DriftPeriod last, ImmutableArray<DriftResolution> resolutions, ImmutableArray<DriftParty> references, DriftOptions options)
    {
        var holes = Enumerable.Range(start.First, last.Last - start.First + 1).Select(year => (Year: year, Hole: VoteHoles.Describe(year, votes.RollCalls)))
            .Where(year => year.Hole is not null).Select(year => $"{year.Year}: {year.Hole}").ToImmutableArray();
        var recurring = resolutions.Where(resolution => resolution.Recurs).ToList();
        var statement = string.Create(
            CultureInfo.InvariantCulture,
            $"{start.RollCalls} roll calls of {start.Label} and {last.RollCalls} of {last.Label} on {resolutions.Length} resolutions, {recurring.Count} of them voted in both ({recurring.Count(resolution => resolution.TitleInferred)} by a title that the source inferred){Untitled(resolutions)}; issues of {resolutions.Count(resolution => resolution.IssueOrigin == IssueOrigin.Carried)} carried over from earlier years, of {resolutions.Count(resolution => resolution.IssueOrigin == IssueOrigin.NotCoded)} not coded");
        return new Provenance(
            ["unga-votes", "unga-bridges"],
            string.Create(CultureInfo.InvariantCulture, $"change of agreement with {string.Join(", ", references.Select(party => party.Label))} from {start.Label} to {last.Label}, split by resolution; {options.Replicates:N0} resamples of resolutions, seed {options.Seed}"),
            new Coverage(statement, start.RollCalls + last.RollCalls, null, holes));
    }
}
