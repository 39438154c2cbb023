using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Refresh;
using Entente.World.Store;

namespace Entente.Cli.Verbs;

/// <summary>Asks publishers for newer editions.</summary>
internal static class DataRefreshVerb
{
    /// <summary>The environment variable that names a mirror.</summary>
    public const string MirrorVariable = "ENTENTE_MIRROR";

    public static Verb Build(Invocation invocation)
    {
        var sources = new Argument<string[]>("SOURCE") { Description = "what to refresh (default: all that can be)", HelpName = "SOURCE", Arity = ArgumentArity.ZeroOrMore };
        var from = Arguments.Text("--from", "URL", $"ask a mirror, which has the publishers' files under HOST/PATH (default: the variable {MirrorVariable})");
        var endpoint = new Option<string[]>("--endpoint") { Description = "another address for one source: KEY=URL; may be given more than once", HelpName = "KEY=URL", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        var into = Arguments.Text("--into", "DIR", "your store (default: the one in the data folder of your account)");
        var keep = Arguments.Text("--keep", "DIR", "also keep the files as they came, by source");
        var cache = Arguments.Text("--cache", "DIR", "folder for downloads under way (default: the cache folder of your account)");
        var retries = Arguments.Count("--retries", "attempts after the first one (default: 4)", 0, 10);
        var partial = new Option<bool>("--allow-partial") { Description = "take what came although another source failed" };
        var dry = new Option<bool>("--dry-run") { Description = "show what would be asked, and ask nothing" };
        var verb = new Verb("refresh", "ask the publishers for newer editions; all or nothing, and the shipped snapshot is never touched")
        {
            Examples =
            [
                ("entente data refresh --dry-run", "what would be asked, of whom, with which limits"),
                ("entente data refresh unga-votes baci", "two sources, both or neither"),
                ("entente data refresh comtrade --keep downloads", "fetched and kept; nothing is imported from it"),
            ],
        };
        verb.Add(sources);
        foreach (var option in new Option[] { from, endpoint, into, keep, cache, retries, partial, dry }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var table = EndpointTable.OfProgram();
            if ((session.Get(from) ?? Environment.GetEnvironmentVariable(MirrorVariable)) is { Length: > 0 } mirror) table = table.OnMirror(mirror);
            foreach (var replaced in session.Get(endpoint) ?? []) table = Replace(table, replaced);
            var named = session.Get(sources) is { Length: > 0 } names ? [.. names.Select(table.Find).Distinct()] : table.Endpoints;
            var store = session.Get(into) ?? StoreLocator.UserStore();
            using var world = WorldEdition.Open(session.StoreAsked is null && File.Exists(Path.Combine(store, "CURRENT")) ? StoreLocator.EditionOf(store) : StoreLocator.Locate(session.StoreAsked));
            var request = new RefreshRequest
            {
                Endpoints = named,
                Named = session.Get(sources) is { Length: > 0 },
                BaseEdition = world.Directory,
                States = world.States,
                UserStore = store,
                Cache = session.Get(cache) ?? StoreRefresh.UsualCache(),
                Keep = session.Get(keep),
                AllowPartial = session.Get(partial),
                Options = new FetchOptions { Retries = session.Get(retries) ?? new FetchOptions().Retries },
                Held = SourceStatus.Of(world, table, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)),
            };
            return session.Get(dry) ? Plan(session, request, world.Catalog) : Refresh(session, request, world.Catalog);
        });
    }

    private static int Plan(Session session, RefreshRequest request, SourceCatalog catalog)
    {
        if (session.Json) DataRefreshPlan.WriteJson(session.Terminal, request, catalog);
        else DataRefreshPlan.Write(session.Terminal, request);
        return Program.Answered;
    }

    private static int Refresh(Session session, RefreshRequest request, SourceCatalog catalog)
    {
        var result = StoreRefresh.RunAsync(request, new StepProgress(session.Terminal), session.Cancellation).GetAwaiter().GetResult();
        session.Terminal.ClearProgress();
        if (session.Json) DataRefreshReport.WriteJson(session.Terminal, result, catalog);
        else DataRefreshReport.Write(session.Terminal, result);
        return result.IsWhole ? Program.Answered : Program.NotAnswered;
    }

    private static EndpointTable Replace(EndpointTable table, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? table.WithAddress(text[..equals], text[(equals + 1)..]) : throw new InvalidInputException($"--endpoint needs KEY=URL, not '{text}'.");
    }
}
