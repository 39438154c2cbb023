using Entente.Cli.Show;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli.Calls;

/// <summary>What a call of a verb came to.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it answered.</param>
/// <param name="Sentence">What it said where it did not answer.</param>
internal sealed record VerbResult(int Code, string Output, string Sentence);

/// <summary>Calls verbs inside this process, as the command line would, a few at a time.</summary>
/// <param name="options">Options that every call gets: the store, blocs.</param>
/// <param name="atOnce">Calls that run at the same time; others wait.</param>
/// <param name="shares">Whose editions are used, so that what was measured for one is there for the other; <see langword="null"/> for its own.</param>
internal sealed class VerbCall(IReadOnlyList<string> options, int atOnce = 2, VerbCall? shares = null) : IDisposable
{
    private const string Prefix = "entente: ";
    private readonly SemaphoreSlim _places = new(atOnce);
    private readonly EditionPool _editions = shares?._editions ?? new EditionPool();

    /// <summary>Options that every call gets.</summary>
    public IReadOnlyList<string> Options => options;

    /// <summary>Calls a verb.</summary>
    /// <param name="words">The words of the call.</param>
    /// <param name="listener">Takes progress, where it is wanted.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public async Task<VerbResult> Run(string[] words, Action<ProgressNote>? listener, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            var surface = new Surface { Output = output, Error = error, Listener = listener ?? (static _ => { }) };
            var code = await Task.Run(() => Program.Run(words, surface, cancellation, _editions), CancellationToken.None).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            return new VerbResult(code, output.ToString(), Sentence(error.ToString()));
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Lends an edition of the store, kept open as for the verbs.</summary>
    /// <param name="work">What is done with it.</param>
    /// <param name="cancellation">Gives up waiting for a place.</param>
    public async Task With(Action<WorldEdition> work, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await Task.Run(
                () =>
                {
                    var world = _editions.Take(StoreLocator.Locate(Given("--store=").FirstOrDefault()), Given("--blocs="));
                    try
                    {
                        work(world);
                    }
                    finally
                    {
                        _editions.Return(world);
                    }
                },
                cancellation).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Does beforehand what the first calls would wait for, beside the places for calls.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public void Warm(CancellationToken cancellation) => _editions.Warm(StoreLocator.Locate(Given("--store=").FirstOrDefault()), Given("--blocs="), atOnce, cancellation);

    private string[] Given(string option) => [.. options.Where(word => word.StartsWith(option, StringComparison.Ordinal)).Select(word => word[option.Length..])];

    /// <inheritdoc />
    public void Dispose()
    {
        _places.Dispose();
        if (shares is null) _editions.Dispose();
    }

    private static string Sentence(string error)
    {
        var start = error.LastIndexOf(Prefix, StringComparison.Ordinal);
        return start < 0 ? error.Trim() : error[(start + Prefix.Length)..].Trim();
    }
}
