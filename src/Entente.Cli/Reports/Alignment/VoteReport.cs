using System.Globalization;
using System.Text.Json;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Votes.Ballots;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.States;
using Entente.World.Votes;

namespace Entente.Cli.Reports.Alignment;

/// <summary>Shows who voted how on a roll call.</summary>
internal static class VoteReport
{
    private static readonly (byte Vote, string Word, string Style)[] Kinds =
        [(RollCallVotes.Yes, "yes", "green"), (RollCallVotes.Abstain, "abstain", "yellow"), (RollCallVotes.No, "no", "red"), (RollCallVotes.Absent, "absent", "dim")];

    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, RollCallResult result, SourceCatalog catalog, bool names)
    {
        var call = result.RollCall;
        terminal.Title(call.Symbol.Length > 0 ? call.Symbol : call.VoteId, $"{call.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, session {call.Session}{Kind(call)}");
        terminal.Markup(string.IsNullOrEmpty(call.Title) ? "[dim]title missing[/]" : $"{Terminal.Escape(call.Title)}{(call.TitleQuality.StartsWith("inferred", StringComparison.Ordinal) ? $" [dim](title {Terminal.Escape(call.TitleQuality)} by the source)[/]" : "")}");
        terminal.Markup(Counts(result));
        terminal.Line();
        foreach (var (vote, word, style) in Kinds)
        {
            var states = result.Ballots.Where(ballot => ballot.Vote == vote).ToList();
            if (states.Count == 0) continue;
            var list = names ? string.Join(", ", states.Select(ballot => ballot.State.Name)) : string.Join(' ', states.Select(ballot => Code(ballot.State)).Order(StringComparer.Ordinal));
            terminal.Item($"{word} {states.Count}", $"[{style}]{Terminal.Escape(list)}[/]", 11);
        }

        Blocs(terminal, result);
        Surprises(terminal, result);
        SourceNotes.Write(terminal, result.Provenance, catalog);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, RollCallResult result, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "vote", json =>
    {
        Describe(json, result.RollCall);
        json.Object("published", () =>
        {
            json.Whole("yes", result.RollCall.Published.Yes);
            json.Whole("abstain", result.RollCall.Published.Abstain);
            json.Whole("no", result.RollCall.Published.No);
        });
        json.Object("counts", () => Count(json, result.Count));
        json.WriteBoolean("published_differs", result.PublishedDiffers);
        json.WriteString("membership", result.Membership);
        json.List("votes", result.Ballots, ballot =>
        {
            json.State(ballot.State);
            json.WriteString("vote", Word(ballot.Vote));
        });
        json.List("blocs", result.Blocs, bloc =>
        {
            json.WriteString("key", bloc.Bloc.Key);
            json.WriteString("name", bloc.Bloc.Name);
            Count(json, bloc.Count);
            json.WriteNumber("outside", bloc.Outside);
        });
        json.WriteString("model", result.Expectation?.Model);
        json.List("surprising", result.Surprises, vote =>
        {
            json.State(vote.Ballot.State);
            json.WriteString("vote", Word(vote.Ballot.Vote));
            json.Real("yes", vote.Expected.Yes);
            json.Real("abstain", vote.Expected.Abstain);
            json.Real("no", vote.Expected.No);
            json.Real("surprise", vote.Surprise);
        });
        json.Provenance(result.Provenance, catalog);
    });

    /// <summary>The fields that identify a roll call.</summary>
    public static void Describe(Utf8JsonWriter json, RollCall call)
    {
        json.WriteString("vote_id", call.VoteId);
        json.WriteString("symbol", call.Symbol.Length > 0 ? call.Symbol : null);
        json.Day("date", call.Date);
        json.WriteString("session", call.Session);
        json.WriteString("title", string.IsNullOrEmpty(call.Title) ? null : call.Title);
        json.WriteString("title_quality", call.TitleQuality);
    }

    /// <summary>A text cut at a word.</summary>
    public static string Short(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', most - 1);
        return string.Concat(text.AsSpan(0, cut > most / 2 ? cut : most - 1).TrimEnd(" ,;:"), "…");
    }

    private static string Code(State state) => state.Iso3 ?? state.Abbreviation ?? state.Name;

    private static string Word(byte vote) => Array.Find(Kinds, kind => kind.Vote == vote).Word;

    private static string Kind(RollCall call) => (call.Amendment, call.Paragraph) switch
    {
        (true, _) => ", vote on an amendment",
        (_, true) => ", vote on a paragraph",
        _ => string.Empty,
    };

    private static string Counts(RollCallResult result)
    {
        var count = result.Count;
        var published = result.RollCall.Published;
        var line = $"[bold]{count.Yes}[/] yes, [bold]{count.Abstain}[/] abstain, [bold]{count.No}[/] no, {count.Absent} absent";
        if (published == default) return $"{line}  [dim]no published count is held[/]";
        return result.PublishedDiffers
            ? $"{line}  [yellow]published: {Whole(published.Yes)} yes, {Whole(published.Abstain)} abstain, {Whole(published.No)} no[/]"
            : $"{line}  [dim]the published count agrees[/]";
    }

    private static string Whole(int? count) => count is { } number ? Numbers.Whole(number) : "missing";

    private static void Blocs(Terminal terminal, RollCallResult result)
    {
        // Fixed lists repeat what the dated blocs say; they stand in the JSON.
        var dated = result.Blocs.Where(bloc => !bloc.Bloc.IsFixed && bloc.Count is var count && count.Yes + count.Abstain + count.No + count.Absent > 1).ToList();
        if (dated.Count == 0) return;
        terminal.Heading("By bloc", "members on the day");
        var table = Look.Table(Look.Names("bloc"), Look.Figures("yes"), Look.Figures("abstain"), Look.Figures("no"), Look.Figures("absent"), Look.Names(string.Empty));
        foreach (var bloc in dated)
        {
            var count = bloc.Count;
            table.Row(
                Terminal.Escape(bloc.Bloc.Key), Cell(count.Yes), Cell(count.Abstain), Cell(count.No), Cell(count.Absent), bloc.Outside == 0 ? string.Empty : $"[dim]{bloc.Outside} without a seat[/]");
        }

        terminal.Write(table);
    }

    private static string Cell(int count) => count == 0 ? "[dim]0[/]" : Numbers.Whole(count);

    private static void Surprises(Terminal terminal, RollCallResult result)
    {
        if (result.Expectation is not { } expectation)
        {
            terminal.Line();
            terminal.Markup("[dim]--expected estimates ideal points (some seconds) and shows the votes that they make least likely.[/]");
            return;
        }

        terminal.Heading("Most surprising votes", expectation.Model);
        if (result.Surprises.IsEmpty)
        {
            terminal.Markup("[dim]none: the model knows no state that voted[/]");
            return;
        }

        var table = Look.Table(Look.Names("state"), Look.Names("vote"), Look.Figures("held likely"), Look.Figures("yes"), Look.Figures("abstain"), Look.Figures("no"));
        foreach (var vote in result.Surprises)
        {
            table.Row(
                Terminal.Escape(vote.Ballot.State.Name), Word(vote.Ballot.Vote), Numbers.Format(vote.Probability, Unit.Probability),
                Share(vote.Expected.Yes), Share(vote.Expected.Abstain), Share(vote.Expected.No));
        }

        terminal.Write(table);
    }

    private static string Share(double probability) => $"[dim]{Numbers.Format(probability, Unit.Probability)}[/]";

    private static void Count(Utf8JsonWriter json, VoteCount count)
    {
        json.WriteNumber("yes", count.Yes);
        json.WriteNumber("abstain", count.Abstain);
        json.WriteNumber("no", count.No);
        json.WriteNumber("absent", count.Absent);
    }
}
