using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Panel.Tables;
using Entente.Models.Trade.Gravity;
using Entente.Numerics.Regression;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Alignment.Drivers;

/// <summary>A group's shift in a year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Shift">Shift of the outcome against the reference year and against all other partners; NaN where no vote is held.</param>
/// <param name="Interval">90 % interval, dyadic-robust.</param>
public readonly record struct EventShift(int Year, double Shift, Interval Interval);

/// <summary>The path of a group of partners around an event.</summary>
/// <param name="Group">The group.</param>
/// <param name="Shifts">By year; the reference year is zero by construction.</param>
public sealed record EventPath(PartnerGroup Group, ImmutableArray<EventShift> Shifts);

/// <summary>An event study of a state's alignment.</summary>
/// <param name="State">Id of the state.</param>
/// <param name="Name">Its name.</param>
/// <param name="Event">Year of the event.</param>
/// <param name="Outcome">The measure of alignment.</param>
/// <param name="Paths">One per group.</param>
/// <param name="DyadYears">Dyad-years used.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record EventStudyResult(int State, string Name, int Event, string Outcome, ImmutableArray<EventPath> Paths, int DyadYears, Provenance Provenance)
{
    /// <summary>The year at zero: the one before the event.</summary>
    public int Reference => Event - 1;

    /// <summary>What several studies rest on together.</summary>
    /// <param name="studies">The studies.</param>
    public static Provenance Together(ImmutableArray<EventStudyResult> studies) => Provenance.Together(
        string.Join("; ", studies.Select(study => study.Provenance.Query)), string.Join("; ", studies.Select(study => study.Provenance.Coverage.Statement).Distinct(StringComparer.Ordinal)), studies.Select(study => study.Provenance));
}

/// <summary>
/// Event study: how a state's alignment with groups of partners moved around a year, against its alignment with everybody else. Effects of state and year on both sides absorb the state's
/// own turn and each partner's; effects of pairs absorb where they stood. Coefficients are year by group against the year before the event; those before it show whether the paths were
/// parallel (MacKinlay 1997; Roth 2022, American Economic Review: Insights 4:305, on what such pre-trends can and cannot show).
/// </summary>
public static class EventStudy
{
    private const double Level = .9;
    private const int FewestVotes = 10;

    /// <summary>Runs the study.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="state">Id of the state.</param>
    /// <param name="groups">Groups of partners; a state in two belongs to the first.</param>
    /// <param name="year">Year of the event.</param>
    /// <param name="window">Years before and after it.</param>
    /// <param name="outcome">The measure of alignment.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">The window holds no votes, or there is no group.</exception>
    /// <exception cref="NoAnswerException">The regression cannot be estimated.</exception>
    public static EventStudyResult Run(
        WorldEdition world, int state, ImmutableArray<PartnerGroup> groups, int year, int window = 6, string outcome = "vote_agreement", CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (groups.IsEmpty) throw new InvalidInputException("An event study needs a group of partners; name a bloc or a state.");
        _ = new DriverOptions { Outcome = outcome }.Covariates();
        var (from, to) = (Math.Max(1946, year - window), Math.Min(world.Votes.RollCalls[^1].Date.Year, year + window));
        if (year - 1 < from || year > to) throw new InvalidInputException($"An event of {year} has no votes before and after it; votes are held from {world.Votes.RollCalls[0].Date.Year} to {world.Votes.RollCalls[^1].Date.Year}.");
        var frame = DyadYearFrame.Build(world, from, to);
        var panel = DyadYearPanel.Build(world, frame, ["common_votes", outcome], cancellation);
        var (values, votes) = (panel.Cells(outcome), panel.Cells("common_votes"));
        var sample = DriverSample.Take(frame, from, to, row => votes[row] >= FewestVotes ? values[row] : double.NaN, []);
        var groupOf = new Dictionary<int, int>();
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var member in groups[g].Members) groupOf.TryAdd(member, g);
        }

        var years = sample.Years();
        if (!years.Contains(year - 1)) throw new NoAnswerException($"No pair has {FewestVotes} common votes in {year - 1}, the year before the event, against which shifts are measured.");
        var regressors = ImmutableArray.CreateBuilder<Regressor>();
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var y in years)
            {
                if (y != year - 1 && Dummy(sample, state, groupOf, g, y) is { } column) regressors.Add(new Regressor(Name(g, y), column));
            }
        }

        var estimate = Estimate(sample, regressors.ToImmutable(), cancellation);
        var paths = groups.Select((group, g) => new EventPath(group, [.. Enumerable.Range(from, to - from + 1).Select(y => Shift(estimate, g, y, year - 1))])).ToImmutableArray();
        var holes = Enumerable.Range(from, to - from + 1).Except(years).Select(y => string.Create(CultureInfo.InvariantCulture, $"{y}: fewer than {FewestVotes} common votes")).ToImmutableArray();
        return new EventStudyResult(
            state, world.States[state].Name, year, outcome, paths, sample.DyadYears,
            new Provenance([.. DyadYearPanel.Variables.Single(variable => variable.Name == outcome).Sources], $"event study of {outcome} around {year}, {from} to {to}", new Coverage(string.Create(CultureInfo.InvariantCulture, $"{sample.DyadYears:N0} dyad-years"), sample.DyadYears, null, holes)));
    }

    private static string Name(int group, int year) => string.Create(CultureInfo.InvariantCulture, $"{group}/{year}");

    private static double[]? Dummy(DriverSample sample, int state, Dictionary<int, int> groupOf, int group, int year)
    {
        var column = new double[sample.Rows];
        var any = false;
        for (var i = 0; i < column.Length; i++)
        {
            if (sample.Year[i] != year || (sample.First[i] != state && sample.Second[i] != state)) continue;
            if (!groupOf.TryGetValue(sample.First[i] == state ? sample.Second[i] : sample.First[i], out var of) || of != group) continue;
            column[i] = 1;
            any = true;
        }

        return any ? column : null;
    }

    private static RegressionEstimate Estimate(DriverSample sample, ImmutableArray<Regressor> regressors, CancellationToken cancellation)
    {
        try
        {
            return RegressionModel.Estimate(
                new RegressionData("alignment", sample.Outcome, regressors, [new("pair", sample.Pair()), new("first", sample.StateYear(sample.First)), new("second", sample.StateYear(sample.Second))]),
                RegressionFamily.Linear, new RegressionOptions { Covariances = [CovarianceKind.Dyadic(sample.First, sample.Second)], DropSingletons = false, KeepFitted = false, CancellationToken = cancellation });
        }
        catch (EstimationException problem)
        {
            throw new NoAnswerException($"The event study cannot be estimated: {problem.Message}", problem);
        }
    }

    private static EventShift Shift(RegressionEstimate estimate, int group, int year, int reference)
    {
        if (year == reference) return new EventShift(year, 0, new Interval(0, 0, Level));
        var at = estimate.Names.IndexOf(Name(group, year));
        if (at < 0) return new EventShift(year, double.NaN, new Interval(double.NaN, double.NaN, Level));
        var (low, high) = estimate.Interval(at, Level);
        return new EventShift(year, estimate.Coefficients[at], new Interval(low, high, Level));
    }
}
