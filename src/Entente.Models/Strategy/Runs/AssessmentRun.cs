using System.Collections.Immutable;
using Entente.Models.Strategy.Draws;
using Entente.World;

namespace Entente.Models.Strategy.Runs;

/// <summary>
/// An assessment whose draws are kept in a folder: it can be stopped and killed at any moment and goes on where it was, can be spread over machines as slices, and can be read again years later.
/// A folder holds manifest.json and the draws as Parquet files of 4,096; see docs/runs.md.
/// </summary>
/// <remarks>One process writes a folder at a time; any number may read it. Files of draws depend on the manifest alone: not on threads, slices, order, or how often the run was stopped.</remarks>
public sealed class AssessmentRun
{
    private readonly ImmutableArray<EnsembleColumn> _columns;
    private readonly HashSet<DrawRange> _checked = [];

    private AssessmentRun(string folder, WorldEdition world, RunManifest manifest, AssessmentInputs inputs, ImmutableArray<EnsembleColumn> columns)
    {
        (Folder, World, Manifest, Inputs, _columns) = (folder, world, manifest, inputs, columns);
        Refresh();
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>What decides the draws.</summary>
    public RunManifest Manifest { get; }

    /// <summary>Draws that are there.</summary>
    public int Done { get; private set; }

    /// <summary>Whether all draws are there.</summary>
    public bool IsWhole => Done == Manifest.Plan.Draws;

    /// <summary>Files of draws that are not whole, each with what is wrong with it; they count as missing and are computed again.</summary>
    public ImmutableArray<string> Damaged { get; private set; }

    /// <summary>Ranges of draws that are not there, ascending.</summary>
    public ImmutableArray<DrawRange> Missing { get; private set; }

    internal WorldEdition World { get; }

    internal AssessmentInputs Inputs { get; }

    private ImmutableArray<DrawRange> Held { get; set; }

    /// <summary>Opens a run for a plan: a new one, or the one that the folder holds already. Nothing is written yet.</summary>
    /// <param name="world">The world.</param>
    /// <param name="folder">The folder, which need not exist.</param>
    /// <param name="plan">Strategy, draws and seed.</param>
    /// <exception cref="InvalidInputException">The plan is wrong, or the folder holds a run that differs from it; the sentence says in what.</exception>
    public static AssessmentRun Open(WorldEdition world, string folder, RunPlan plan) => Open(world, folder, plan, RunManifest.ChunkDraws);

    /// <summary>Opens the run that a folder holds.</summary>
    /// <param name="world">The world; it must hold the data that the run was begun with.</param>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InvalidInputException">The folder is no run, or this program or its data differ from those the run was begun with.</exception>
    public static AssessmentRun Open(WorldEdition world, string folder)
    {
        ArgumentNullException.ThrowIfNull(world);
        var held = RunManifest.Read(folder);
        return Open(world, folder, held.Plan, held.Chunk);
    }

    internal static AssessmentRun Open(WorldEdition world, string folder, RunPlan plan, int chunk)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(plan);
        var held = RunManifest.IsThere(folder) ? RunManifest.Read(folder) : null;

        // What can be told from the texts alone is told before the long work of measuring.
        if (held is not null && held.Program != RunManifest.ThisProgram) RunFolder.Require(folder, held with { Program = RunManifest.ThisProgram }, held);
        var options = plan.Options(threads: Environment.ProcessorCount);
        options.Check();
        if (held is not null && held.Plan != plan) RunFolder.Require(folder, held with { Plan = plan }, held);
        var strategy = plan.Parse(world);
        var inputs = AssessmentInputs.Whole(world, strategy, options);
        var columns = EnsembleColumns.Of(world, inputs);
        var manifest = RunManifest.Of(world, plan, strategy, columns) with { Chunk = chunk };
        if (held is not null) RunFolder.Require(folder, manifest, held);
        return new AssessmentRun(folder, world, manifest, inputs, columns);
    }

    /// <summary>Computes what is missing of the run, or of a slice of it.</summary>
    /// <param name="slice">The slice; <see langword="null"/> for all draws.</param>
    /// <param name="threads">Threads, 1 to 1,024; they change no byte.</param>
    /// <param name="progress">Told the number of draws done in this call, now and then, from any thread.</param>
    /// <param name="cancellation">Stops the run. Whole files of draws stay; the same call goes on.</param>
    /// <exception cref="InvalidInputException">The slice lies outside the run, the folder cannot be written to, or another program writes to it.</exception>
    public void Execute(DrawRange? slice = null, int? threads = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var options = Manifest.Plan.Options(threads ?? Environment.ProcessorCount);
        options.Check();
        var range = slice ?? Manifest.All;
        if (range.First < 0 || range.First > range.Last || range.Last > Manifest.All.Last)
        {
            throw new InvalidInputException($"The draws {range} do not lie in the run, whose draws are {Manifest.All}; name a slice of them.");
        }

        if (IsWhole && Damaged.IsEmpty) return;
        cancellation.ThrowIfCancellationRequested();
        using var taken = RunFolder.Take(Folder, Manifest);
        try
        {
            var folder = RunFolder.Open(Folder, _checked);
            foreach (var (damaged, _) in folder.Damaged)
            {
                if (damaged.And(range) is not null) ChunkFiles.Delete(Folder, damaged);
            }

            EnsembleRun.Execute(
                Inputs, options, [.. folder.Missing(range)],
                (piece, ensemble) =>
                {
                    ChunkFiles.Write(Folder, piece, EnsembleRun.Columns(_columns, ensemble, piece));
                    _checked.Add(piece);
                },
                progress, cancellation);
            RunFolder.JoinParts(Folder, Manifest);
        }
        finally
        {
            Refresh();
        }
    }

    /// <summary>The draws that are there, one after the other: all of a run that is whole.</summary>
    /// <exception cref="NoAnswerException">There are none.</exception>
    internal Ensemble Load()
    {
        if (Done == 0) throw new NoAnswerException($"The run in {Folder} has no draws yet; 'entente assess --run {Folder}' computes them.");
        var ensemble = new Ensemble(Inputs, 0, Done);
        var (place, next) = (0, 0);
        foreach (var range in Held)
        {
            // Parts that a whole file covers are left by a program that was killed while it joined them.
            if (range.Last < next) continue;
            EnsembleRun.Read(Folder, range, _columns, ensemble, place - Math.Max(0, next - range.First));
            place += range.Last - Math.Max(next, range.First) + 1;
            next = range.Last + 1;
        }

        return ensemble;
    }

    private void Refresh()
    {
        if (!RunManifest.IsThere(Folder))
        {
            (Held, Damaged, Missing, Done) = ([], [], [Manifest.All], 0);
            return;
        }

        var folder = RunFolder.Open(Folder, _checked);
        Held = folder.Held;
        _checked.UnionWith(Held);
        Done = folder.Done;
        Missing = [.. DrawRange.Joined(Manifest.All.Without(folder.Held))];
        Damaged = [.. folder.Damaged.Select(file => $"{Path.GetFileName(ChunkFiles.PathOf(Folder, file.Range))}: {file.Why}")];
    }
}
