using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.World.Catalog;
using Entente.World.Refresh;

namespace Entente.Cli.Reports.Data;

/// <summary>Shows what a refresh would ask.</summary>
internal static class DataRefreshPlan
{
    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, RefreshRequest request)
    {
        terminal.Title("What would be asked", "nothing was");
        foreach (var endpoint in request.Endpoints)
        {
            terminal.Line();
            terminal.Markup($"[bold]{endpoint.Key}[/]  {Terminal.Escape(endpoint.Title)}");
            foreach (var file in endpoint.Files) terminal.Item("asks", $"{Terminal.Escape(StoreRefresh.AddressOf(endpoint, file, request.Options.Clock).AbsoluteUri)} [dim]{Shape(file)}[/]");
            terminal.Item("imports", endpoint.FetchOnly is { } reason ? $"[yellow]nothing:[/] {Terminal.Escape(reason)}" : $"as {endpoint.Importer} into source {endpoint.Source}, {endpoint.Mode.ToString().ToLowerInvariant()}");
            if (endpoint.OnRequest is { } onRequest) terminal.Item("when", $"only when it is named. {Terminal.Escape(onRequest)}");
            if (endpoint.ApiKey is { } key) terminal.Item("key", $"{key.Variable} [dim]({(string.IsNullOrWhiteSpace(request.Environment(key.Variable)) ? $"not set; from {key.Where}" : "set")})[/]");
            terminal.Item("limits", $"[dim]{Numbers.Whole(endpoint.MaximumBytes / 1_000_000)} MB, unpacked {Numbers.Whole(endpoint.MaximumUnpackedBytes / 1_000_000)} MB, {endpoint.MaximumTime.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes, {endpoint.Wait.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s between requests[/]");
            if (request.Held.FirstOrDefault(status => status.Source.Key == endpoint.Source) is { } held) terminal.Item("held", Terminal.Escape(held.Sentence));
        }
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, RefreshRequest request, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "refresh-plan", json =>
    {
        json.WriteString("from", request.BaseEdition);
        json.WriteString("into", request.UserStore);
        json.List("sources", request.Endpoints, endpoint =>
        {
            json.WriteString("key", endpoint.Key);
            json.WriteString("title", endpoint.Title);
            json.WriteString("source", endpoint.Source);
            json.WriteString("importer", endpoint.Importer);
            json.WriteString("mode", endpoint.Mode.ToString().ToLowerInvariant());
            json.WriteString("fetch_only", endpoint.FetchOnly);
            json.WriteString("on_request", endpoint.OnRequest);
            json.WriteString("key_variable", endpoint.ApiKey?.Variable);
            json.WriteBoolean("key_set", endpoint.ApiKey is { } key && !string.IsNullOrWhiteSpace(request.Environment(key.Variable)));
            json.WriteNumber("wait_seconds", endpoint.Wait.TotalSeconds);
            json.WriteNumber("maximum_bytes", endpoint.MaximumBytes);
            json.WriteNumber("maximum_unpacked_bytes", endpoint.MaximumUnpackedBytes);
            json.WriteNumber("maximum_minutes", endpoint.MaximumTime.TotalMinutes);
            json.List("files", endpoint.Files, file =>
            {
                json.WriteString("name", file.Name);
                json.WriteString("address", StoreRefresh.AddressOf(endpoint, file, request.Options.Clock).AbsoluteUri);
                json.WriteString("shape", file.Shape.ToString().ToLowerInvariant());
            });
        });
        json.Provenance(request.Grounds(catalog), catalog);
    });

    private static string Shape(EndpointFile file) => file.Shape switch
    {
        ResponseShape.Linked => "for a link to the file",
        ResponseShape.Dataverse => "for the list of files",
        ResponseShape.Pages => "page by page",
        _ => "",
    };
}
