using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Runs;

/// <summary>Says what distinguishes two runs, how their answers differ, and through which input.</summary>
public static class RunDiff
{
    /// <summary>Up to so many differing inputs all orders are tried (2^6 evaluations); beyond, the order of the chain and its reverse.</summary>
    public const int MostForShapley = 6;

    /// <summary>Most inputs that may differ for the change to be traced.</summary>
    public const int MostInputs = 30;

    /// <summary>Compares two runs.</summary>
    /// <param name="world">The world, for reading the strategies and for recomputing.</param>
    /// <param name="left">Folder of the first run.</param>
    /// <param name="right">Folder of the second.</param>
    /// <param name="draws">Draws of each recomputation, 100 to 100,000.</param>
    /// <param name="threads">Threads; they change no figure.</param>
    /// <param name="progress">Told the share of the recomputation done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">A folder is no run, or its strategy cannot be read with this store.</exception>
    /// <exception cref="NoAnswerException">A run has fewer than 100 draws.</exception>
    public static RunComparison Compare(
        WorldEdition world, string left, string right, int draws = RunManifest.ChunkDraws, int? threads = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentException.ThrowIfNullOrEmpty(left);
        ArgumentException.ThrowIfNullOrEmpty(right);
        if (draws is < 100 or > 100_000) throw new InvalidInputException(FormattableString.Invariant($"The recomputation is to take {draws} draws; it must be between 100 and 100,000."));
        var (one, two) = (Read(left), Read(right));
        var (held, asked) = (one.Folder.Manifest, two.Folder.Manifest);
        var (first, second) = (held.Plan.Parse(world), asked.Plan.Parse(world));
        cancellation.ThrowIfCancellationRequested();
        var paired = (held.Plan.Seed, held.Plan.Sampling) == (asked.Plan.Seed, asked.Plan.Sampling)
            && held.Plan.Draws == asked.Plan.Draws && DrawRange.Joined(one.Folder.Held).SequenceEqual(DrawRange.Joined(two.Folder.Held));
        var figures = Figures(one, two, paired);
        var costs = Costs(world, left, right);
        var options = new AssessmentOptions { Draws = draws, Seed = held.Plan.Seed, Sampling = held.Plan.Sampling, Of = Math.Max(draws, held.Plan.Draws), Threads = threads ?? Environment.ProcessorCount };
        var groups = InputAttribution.Groups(world, first, second).Length;
        var traced = groups is > 0 and <= MostInputs;
        var (effects, total, error) = traced ? InputAttribution.Measure(world, first, second, options, progress, cancellation) : ([], 0, 0);
        var split = figures[0];
        return new RunComparison
        {
            Left = left,
            Right = right,
            Draws = (one.Folder.Done, two.Folder.Done),
            IsPaired = paired,
            Inputs = InputChanges.Of(world, held, asked, first, second),
            Figures = [.. figures, .. costs ?? []],
            HasCosts = costs is not null,
            Effects = effects,
            RecomputedDraws = traced ? draws : 0,
            Recomputed = total,
            RecomputedError = error,
            Rest = split.Change - total,
            RestError = Math.Sqrt((split.Error * split.Error) + (error * error)),
            RestIs = RestIs(world, held, asked, groups),
            Provenance = ProvenanceOf(one, two, traced ? draws : 0),
        };
    }

    private static Provenance ProvenanceOf(RunSeries left, RunSeries right, int recomputed)
    {
        var (first, second) = (left.Folder.Manifest, right.Folder.Manifest);
        var statement = string.Create(CultureInfo.InvariantCulture, $"{left.Folder.Done:N0} of {first.Plan.Draws:N0} draws of the first run, {right.Folder.Done:N0} of {second.Plan.Draws:N0} of the second; {(recomputed == 0 ? "nothing was recomputed" : $"traced by {recomputed:N0} draws of each recomputation")}");
        return new Provenance(
            [.. first.Tables.Concat(second.Tables).SelectMany(table => table.Sources).Distinct(StringComparer.Ordinal)], $"diff of runs of {first.Plan.Key} and {second.Plan.Key}",
            new Coverage(statement, left.Folder.Done + right.Folder.Done, first.Plan.Draws - left.Folder.Done + second.Plan.Draws - right.Folder.Done, []));
    }

    private static RunSeries Read(string run)
    {
        var series = RunSeries.Read(run);
        return series.Folder.Done >= 100 ? series : throw new NoAnswerException($"The run in {run} has {series.Folder.Done} draws, too few to compare; 'entente assess --run {run}' computes the rest.");
    }

    private static ImmutableArray<FigureChange> Figures(RunSeries left, RunSeries right, bool paired)
    {
        var changes = ImmutableArray.CreateBuilder<FigureChange>();
        foreach (var figure in left.Figures)
        {
            if (right.Figures.FirstOrDefault(other => other.Key == figure.Key) is not { } other) continue;
            var (before, after) = (Spreads.Of(figure.Values), Spreads.Of(other.Values));
            if (double.IsNaN(before.Mean) && double.IsNaN(after.Mean)) continue;
            changes.Add(Change(figure.Key, figure.Name, figure.Unit, before, after, paired ? PairedError(figure.Values, other.Values) : null));
        }

        return changes.ToImmutable();
    }

    private static FigureChange Change(string key, string name, Unit unit, Spread before, Spread after, double? paired) => new(
        key, name, unit, before, after, after.Mean - before.Mean,
        paired ?? Math.Sqrt((before.MonteCarloError * before.MonteCarloError) + (after.MonteCarloError * after.MonteCarloError)));

    private static double PairedError(double[] before, double[] after)
    {
        var difference = new double[before.Length];
        for (var i = 0; i < difference.Length; i++) difference[i] = after[i] - before[i];
        return Spreads.Of(difference).MonteCarloError;
    }

    /// <summary>Lines of the cost table that both have; <see langword="null"/> where a run was made with another program or other data.</summary>
    private static ImmutableArray<FigureChange>? Costs(WorldEdition world, string left, string right)
    {
        if (Lines(world, left) is not { } before || Lines(world, right) is not { } after) return null;
        return
        [
            .. from one in before
               from two in after
               where (one.Who, one.What) == (two.Who, two.What)
               select Change($"cost.{one.Channel}", $"{one.Who}: {one.What}", Unit.BillionUsd, one.BillionUsdPerYear, two.BillionUsdPerYear, null),
        ];
    }

    private static ImmutableArray<CostLine>? Lines(WorldEdition world, string folder)
    {
        AssessmentRun run;
        try
        {
            run = AssessmentRun.Open(world, folder);
        }
        catch (InvalidInputException)
        {
            return null;
        }

        return CostTable.Build(world, run.Inputs, run.Load(), (run.Manifest.Divider, run.Manifest.Target, run.Manifest.Partner));
    }

    private static string RestIs(WorldEdition world, RunManifest left, RunManifest right, int groups)
    {
        var now = RunManifest.DataOf(world);
        bool Here(RunManifest run) => run.Program == RunManifest.ThisProgram && run.Tables.SequenceEqual(now.Tables) && run.Blocs.SequenceEqual(now.Blocs);
        var words = new List<string>();
        if (groups > MostInputs) words.Add("too many inputs to trace");
        if (!Here(left) || !Here(right)) words.Add("data and program");
        if (left.Plan.Seed != right.Plan.Seed || left.Plan.Draws != right.Plan.Draws || left.Plan.Sampling != right.Plan.Sampling) words.Add("other draws");
        return words.Count > 0 ? string.Join(", ", words) : groups > 0 ? "fewer draws in the recomputation" : "nothing";
    }
}
