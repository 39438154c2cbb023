using System.Collections.Immutable;
using System.Security.Cryptography;
using Entente.World.Refresh;
using Entente.World.Store;
using Entente.World.Tests.Store;

namespace Entente.World.Tests.Refresh;

/// <summary>A user's store with the small world in it, a publisher on this machine, and what a refresh did to both.</summary>
internal sealed class RefreshScene : IDisposable
{
    public const string Before = "t,i,j,k,v,q\n2024,643,156,010121,12.5,1\n";

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _environment = [];

    public RefreshScene()
    {
        var made = Made.Value;
        foreach (var folder in Directory.GetDirectories(made, "*", SearchOption.AllDirectories).Prepend(made)) Directory.CreateDirectory(Path.Combine(User, Path.GetRelativePath(made, folder)));
        foreach (var file in Directory.GetFiles(made, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(User, Path.GetRelativePath(made, file)));
        Hashes = HashAll();
    }

    /// <summary>The user's store to start from, made once and copied for each test.</summary>
    private static readonly Lazy<string> Made = new(() =>
    {
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        SmallWorld.Write(folder["base"]);
        StoreEditor.Apply(folder["base"], SmallWorld.Import("baci", SmallWorld.Table(Tables.StoreSchema.Trade, [2022, 2, 710, 5.0])), ImportMode.Merge, folder["user"]);
        return folder["user"];
    });

    public LocalPublisher Publisher { get; } = new();

    public TestClock Clock { get; } = new();

    public string User => _folder["user"];

    public string Cache => _folder["cache"];

    public string Keep => _folder["keep"];

    /// <summary>SHA-256 of every file of the user's store before the refresh.</summary>
    public ImmutableSortedDictionary<string, string> Hashes { get; }

    public FetchOptions Options => new() { Clock = Clock, StallTime = TimeSpan.FromHours(1), SlowestBytes = 1024 };

    public void Set(string variable, string value) => _environment[variable] = value;

    /// <summary>An endpoint of the publisher; BACI's format unless it is told otherwise.</summary>
    public Endpoint Endpoint(string path, string source = "baci", string? importer = "baci", ResponseShape shape = ResponseShape.File, ContentKind content = ContentKind.Csv, string name = "baci.csv") => new()
    {
        Key = source,
        Title = "a test",
        Source = source,
        Importer = importer,
        Wait = TimeSpan.FromSeconds(1),
        MaximumBytes = 1_000_000,
        MaximumUnpackedBytes = 5_000_000,
        MaximumTime = TimeSpan.FromHours(24),
        Files = [new EndpointFile(Publisher.Root + path, shape, content, name, null, null, false)],
    };

    public RefreshResult Run(params Endpoint[] endpoints) => Run(request => request, endpoints);

    public RefreshResult Run(Func<RefreshRequest, RefreshRequest> change, params Endpoint[] endpoints)
    {
        var edition = StoreLocator.Locate(User);
        using var world = WorldEdition.Open(edition);
        return Run(change(new RefreshRequest
        {
            Endpoints = [.. endpoints],
            Named = true,
            BaseEdition = edition,
            States = world.States,
            UserStore = User,
            Cache = Cache,
            Options = Options,
            Environment = _environment.GetValueOrDefault,
        }), null);
    }

    public static RefreshResult Run(RefreshRequest request, IProgress<string>? progress) =>
        StoreRefresh.RunAsync(request, progress, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    /// <summary>Runs a refresh that must fail, and asserts that the store is as it was, to the last byte, with nothing beside it.</summary>
    public string Fails(params Endpoint[] endpoints) => Fails(request => request, endpoints);

    public string Fails(Func<RefreshRequest, RefreshRequest> change, params Endpoint[] endpoints)
    {
        var result = Run(change, endpoints);
        result.Edition.ShouldBeNull();
        result.IsWhole.ShouldBeFalse();
        RequireUntouched();
        return string.Join('\n', result.Sources.Where(source => source.Outcome == SourceOutcome.Failed).Select(source => source.Sentence));
    }

    public void RequireUntouched() => HashAll().ShouldBe(Hashes);

    /// <summary>Parts and whole files left in the folder of downloads.</summary>
    public string[] Left() => Directory.Exists(Cache) ? [.. Directory.GetFiles(Cache, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Cache, file)).Order(StringComparer.Ordinal)] : [];

    private ImmutableSortedDictionary<string, string> HashAll() => Directory.GetFileSystemEntries(User, "*", SearchOption.AllDirectories)
        .ToImmutableSortedDictionary(path => Path.GetRelativePath(User, path), path => File.Exists(path) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))) : "folder", StringComparer.Ordinal);

    public void Dispose()
    {
        Publisher.Dispose();
        _folder.Dispose();
    }
}
