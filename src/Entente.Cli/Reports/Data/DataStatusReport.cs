using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.World.Catalog;
using Entente.World.Refresh;

namespace Entente.Cli.Reports.Data;

/// <summary>Shows how old each source is.</summary>
internal static class DataStatusReport
{
    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, string store, DateOnly today, ImmutableArray<SourceStatus> sources)
    {
        var stale = sources.Count(status => status.IsStale);
        terminal.Title("Age of what is held", $"{store}, on {Day(today)}: {sources.Length} sources, of {stale} a newer edition should be out");
        if (sources.IsEmpty)
        {
            terminal.Markup("By the publishers' rhythms nothing newer should be out.");
            return;
        }

        var table = Look.Table(Look.Names("source"), Look.Names("reaches"), Look.Figures("months"), Look.Names("next is due"), Look.Names("refresh"), Look.Words("licence, or why none is to come"));
        foreach (var status in sources.OrderByDescending(status => status.IsStale).ThenByDescending(status => status.Months ?? -1))
        {
            var imported = status.Imported.IsEmpty ? "" : $" [green]+ {string.Join(", ", status.Imported.Select(input => Terminal.Escape(input.Name)))}[/]";
            table.Row(
                $"[bold]{status.Source.Key}[/]{imported}", status.Reaches ?? "[dim]undated[/]", status.Months is { } months ? Numbers.Whole(months) : "",
                status.NextDue is { } due ? (status.IsStale ? $"[yellow]since {Day(due)}[/]" : Day(due)) : "",
                status.Endpoints.IsEmpty ? "[dim]by hand[/]" : status.Endpoints.Contains(status.Source.Key) ? "yes" : string.Join(", ", status.Endpoints),
                $"[dim]{Terminal.Escape(status.Source.Licence)}{(status.Rhythm.Remark is { } remark ? $"; {Terminal.Escape(remark)}" : "")}[/]");
        }

        terminal.Write(table);
        terminal.Line();
        terminal.Item("Due", "[dim]The day by which the publisher's rhythm (data/endpoints.yaml) lets a newer edition be out; 'since' means that it should be out already. A name after + is a file that you brought.[/]");
        terminal.Item("Refresh", "[dim]'yes' or a name: entente data refresh NAME asks the publisher. By hand: entente data import FILE.[/]");
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, string store, DateOnly today, ImmutableArray<SourceStatus> sources, ImmutableArray<SourceStatus> all) => JsonText.Document(terminal.Raw, "data-status", json =>
    {
        json.WriteString("store", store);
        json.Day("today", today);
        json.List("sources", sources, status =>
        {
            json.WriteString("key", status.Source.Key);
            json.WriteString("edition", status.Source.Edition);
            json.WriteString("licence", status.Source.Licence);
            json.WriteString("reaches", status.Reaches);
            json.Whole("months", status.Months);
            json.Whole("every_months", status.Rhythm.Every == 0 ? null : status.Rhythm.Every);
            json.Whole("lag_months", status.Rhythm.Every == 0 ? null : status.Rhythm.Lag);
            json.WriteString("remark", status.Rhythm.Remark);
            json.Day("next_due", status.NextDue);
            json.WriteBoolean("stale", status.IsStale);
            json.Texts("refresh", status.Endpoints);
            json.List("imported", status.Imported, input =>
            {
                json.WriteString("name", input.Name);
                json.WriteNumber("bytes", input.Bytes);
                json.WriteString("sha256", input.Sha256);
            });
        });
        json.Provenance(SourceStatus.Together(all, today), new SourceCatalog([.. all.Select(status => status.Source)]));
    });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
