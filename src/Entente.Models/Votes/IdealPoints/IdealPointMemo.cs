using System.Security.Cryptography;
using System.Text;
using Entente.World;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>
/// Ideal points estimated once in a process for the same contents of an edition and the same options, and kept for who asks next: estimation takes seconds, and questions about different states share it.
/// </summary>
/// <remarks>
/// What is kept belongs to no one edition: two that were opened from the same files have the same estimates, and an edition may be closed while they live. So whoever asks first reads its votes on its own
/// thread, because editions are not safe for several, and the estimation, which reads none, runs on a thread of its own. Others who ask the same meanwhile wait for it. One who is stopped leaves; the work goes
/// on while anyone waits, and stops with the last. A failure is told to all who wait and is not kept.
/// </remarks>
public static class IdealPointMemo
{
    /// <summary>Most estimates kept; a standard one holds some hundred megabytes of draws. The one that nobody asked for longest makes room.</summary>
    internal const int Most = 3;

    private static readonly SharedWork<IdealPointKey, IdealPointEstimates> Known = new(Most);

    /// <summary>The estimates, from before where they are the same. Errors are those of <see cref="IdealPointModel.Estimate"/>.</summary>
    /// <param name="world">The world.</param>
    /// <param name="options">Votes, states and method; <see langword="null"/> for the defaults. One that goes on from an earlier fit is never kept.</param>
    /// <param name="progress">Told the share of the work done, 0 to 1, from any thread.</param>
    /// <param name="cancellation">Stops the waiting, and the work where nobody else waits for it.</param>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static IdealPointEstimates Estimate(WorldEdition world, IdealPointOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        options ??= new IdealPointOptions();
        return options.From is not null
            ? IdealPointModel.Estimate(world, options, progress, cancellation)
            : Known.Get(IdealPointKey.Of(world, options), () => IdealPointModel.Prepare(world, options), progress, cancellation);
    }
}

/// <summary>All that estimates depend on: the tables of the edition by their hashes, and the options without those that change no result.</summary>
/// <param name="Contents">Hash over the files of the edition.</param>
/// <param name="Members">States in order, or nothing for all.</param>
/// <param name="Options">The other options.</param>
internal sealed record IdealPointKey(string Contents, string? Members, IdealPointOptions Options)
{
    /// <summary>The key of a question.</summary>
    public static IdealPointKey Of(WorldEdition world, IdealPointOptions options)
    {
        var files = new StringBuilder();
        foreach (var file in world.Manifest.Tables.SelectMany(table => table.Files)) files.Append(file.Name).Append(' ').Append(file.Sha256).Append('\n');
        var contents = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(files.ToString())));
        return new IdealPointKey(contents, options.Members is { } members ? string.Join(' ', members.Distinct().Order()) : null, options with { Members = null, Threads = 1 });
    }
}
