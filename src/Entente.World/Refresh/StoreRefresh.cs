using System.Collections.Immutable;
using Entente.World.Sources;
using Entente.World.Store;

namespace Entente.World.Refresh;

/// <summary>Asks publishers for newer editions and brings them into a user's store: everything is fetched, checked, imported into a staging store and verified before anything is swapped.</summary>
public static class StoreRefresh
{
    /// <summary>The usual folder of downloads under way.</summary>
    public static string UsualCache() => RefreshCache.Usual(Environment.GetEnvironmentVariable);

    /// <summary>The address that a file is asked at: on the mirror where there is one, with the year filled in.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="file">One of its files.</param>
    /// <param name="clock">Tells the year.</param>
    public static Uri AddressOf(Endpoint endpoint, EndpointFile file, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(clock);
        return SourceFetch.Via(endpoint, SourceFetch.AddressOf(file, clock));
    }

    /// <summary>Refreshes.</summary>
    /// <remarks>Failures of a publisher or of the network are outcomes, never exceptions: being offline is a state of the world.</remarks>
    /// <param name="request">What, from where and into what.</param>
    /// <param name="progress">Told in a few words about each step.</param>
    /// <param name="cancellation">Stops the work; the store is then as it was.</param>
    /// <exception cref="InvalidInputException">The base is damaged, or a folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static async Task<RefreshResult> RunAsync(RefreshRequest request, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var http = Downloader.Client();
        return await RunAsync(request, http, progress, cancellation).ConfigureAwait(false);
    }

    internal static async Task<RefreshResult> RunAsync(RefreshRequest request, HttpMessageInvoker http, IProgress<string>? progress, CancellationToken cancellation)
    {
        using var cache = RefreshCache.Open(request.Cache);
        var work = new Work(request, cache, new SourceFetch(new Downloader(http, request.Options, text => progress?.Report(text)), request.Options, request.Environment, cancellation), progress, cancellation);
        foreach (var endpoint in request.Endpoints) await work.FetchAsync(endpoint).ConfigureAwait(false);
        return work.Swap();
    }

    /// <summary>One refresh under way.</summary>
    private sealed class Work(RefreshRequest request, RefreshCache cache, SourceFetch fetch, IProgress<string>? progress, CancellationToken cancellation)
    {
        private readonly List<SourceResult> _results = [];
        private readonly List<(int Result, StagedImport Import)> _staged = [];
        private readonly ImmutableArray<StoredSource> _sources = ManifestFile.Read(request.BaseEdition).Sources;

        public async Task FetchAsync(Endpoint endpoint)
        {
            if (Unasked(endpoint) is { } sentence)
            {
                Add(endpoint, request.Named ? SourceOutcome.Failed : SourceOutcome.Skipped, sentence);
                return;
            }

            progress?.Report($"{endpoint.Key}: ask {AddressOf(endpoint, endpoint.Files[0], request.Options.Clock).Host}");
            FetchedSource? fetched = null;
            try
            {
                var held = _sources.Where(source => source.Key == endpoint.Source).SelectMany(source => source.Inputs).Select(input => input.Sha256).ToHashSet(StringComparer.Ordinal);
                fetched = await fetch.RunAsync(endpoint, cache.Folder(endpoint), held).ConfigureAwait(false);
                Keep(endpoint, fetched);
                if (endpoint.Importer is null) Add(endpoint, SourceOutcome.Fetched, $"It was fetched into {Path.Combine(request.Keep!, endpoint.Key)} and nothing was imported. {endpoint.FetchOnly}", fetched.Files);
                else if (fetched.Unchanged) Add(endpoint, SourceOutcome.Unchanged, $"The publisher has nothing newer.{Held(endpoint)}", fetched.Files);
                else Stage(endpoint, fetched);
            }
            catch (EntenteException problem)
            {
                // What came but cannot be read must not be taken for the edition held the next time.
                cache.Clear(endpoint, forget: fetched is not null || problem is FetchException { Problem: FetchProblem.TooLarge or FetchProblem.WrongContent });
                _results.Add(new SourceResult(endpoint, SourceOutcome.Failed, $"{problem.Message}{Held(endpoint)}", fetched?.Files ?? [], [], 0) { Problem = (problem as FetchException)?.Problem });
            }
        }

        /// <summary>Why a source is not asked, or <see langword="null"/>.</summary>
        private string? Unasked(Endpoint endpoint)
        {
            if (endpoint.OnRequest is { } onRequest && !request.Named) return onRequest;
            if (endpoint.FetchOnly is { } reason && request.Keep is null) return $"Nothing can be imported from it, so it is fetched only with --keep DIR. {reason}";
            if (endpoint.ApiKey is { Required: true } key && string.IsNullOrWhiteSpace(request.Environment(key.Variable)))
            {
                return $"The publisher wants a key: get one from {key.Where} and put it into the variable {key.Variable}.{Held(endpoint)}";
            }

            return null;
        }

        private void Stage(Endpoint endpoint, FetchedSource fetched)
        {
            progress?.Report($"{endpoint.Key}: read");
            var path = endpoint.Files.Length == 1 ? Path.Combine(fetched.Folder, fetched.Files[0].Name) : fetched.Folder;
            var import = Importers.Read(path, endpoint.Importer, request.States);
            cancellation.ThrowIfCancellationRequested();
            if (import.Tables.All(table => table.Rows.Count == 0)) throw new FetchException(FetchProblem.WrongContent, $"{fetched.Files[0].Address} has no rows.");
            ImmutableArray<SourceInput> inputs = [.. fetched.Files.Select(file => new SourceInput(file.Name, new FileInfo(Path.Combine(fetched.Folder, file.Name)).Length, file.Sha256))];
            _staged.Add((_results.Count, new StagedImport(import, endpoint.Mode, inputs)));
            _results.Add(new SourceResult(endpoint, SourceOutcome.HeldBack, string.Empty, fetched.Files, [], import.Notes.Length));
        }

        private void Keep(Endpoint endpoint, FetchedSource fetched)
        {
            if (request.Keep is null) return;
            var folder = Directory.CreateDirectory(Path.Combine(request.Keep, endpoint.Key)).FullName;
            foreach (var file in fetched.Files.Select(file => file.Name).Where(name => File.Exists(Path.Combine(fetched.Folder, name))))
            {
                File.Copy(Path.Combine(fetched.Folder, file), Path.Combine(folder, file), overwrite: true);
            }
        }

        /// <summary>Makes the new edition, or leaves all as it was.</summary>
        public RefreshResult Swap()
        {
            var failed = _results.Where(result => result.Outcome == SourceOutcome.Failed).Select(result => result.Endpoint.Key).ToArray();
            var edition = default(string);
            if (_staged.Count > 0 && (failed.Length == 0 || request.AllowPartial))
            {
                try
                {
                    var change = StoreEditor.ApplyAll(request.BaseEdition, [.. _staged.Select(staged => staged.Import)], request.UserStore, progress, cancellation);
                    edition = change.Edition;
                    for (var i = 0; i < _staged.Count; i++)
                    {
                        _results[_staged[i].Result] = _results[_staged[i].Result] with { Outcome = SourceOutcome.Refreshed, Sentence = "A newer edition is in your store.", Tables = change.Tables[i] };
                    }
                }
                catch (InvalidInputException problem)
                {
                    foreach (var (result, _) in _staged)
                    {
                        _results[result] = _results[result] with { Outcome = SourceOutcome.Failed, Sentence = $"{problem.Message}{Held(_results[result].Endpoint)}" };
                        cache.Clear(_results[result].Endpoint, forget: true);
                    }
                }
            }
            else
            {
                foreach (var (result, _) in _staged)
                {
                    _results[result] = _results[result] with
                    {
                        Sentence = $"It came whole, but {string.Join(", ", failed)} failed, so your store is as it was; --allow-partial takes what came.{Held(_results[result].Endpoint)}",
                    };
                }
            }

            // Files that came whole but were held back wait for the next refresh: with the publisher's tag they need not come again.
            foreach (var result in _results.Where(result => result.Outcome != SourceOutcome.HeldBack)) cache.Clear(result.Endpoint, forget: false);
            return new RefreshResult([.. _results], edition, request.BaseEdition);
        }

        private void Add(Endpoint endpoint, SourceOutcome outcome, string sentence, ImmutableArray<FetchedFile> files = default) =>
            _results.Add(new SourceResult(endpoint, outcome, sentence, files.IsDefault ? [] : files, [], 0));

        private string Held(Endpoint endpoint) => request.Held.FirstOrDefault(status => status.Source.Key == endpoint.Source) is { } status ? $" {status.Sentence}" : string.Empty;
    }
}
