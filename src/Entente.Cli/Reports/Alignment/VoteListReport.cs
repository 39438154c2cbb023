using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Votes;

namespace Entente.Cli.Reports.Alignment;

/// <summary>Lists roll calls that words of a title were found in.</summary>
internal static class VoteListReport
{
    private const int Most = 20;

    /// <summary>Width of the date and the counts with what separates them.</summary>
    private const int FixedColumns = 36;

    /// <summary>For people: the newest, and how many more there are.</summary>
    public static void Write(Terminal terminal, string words, ImmutableArray<int> found, WorldEdition world)
    {
        terminal.Title($"Votes with \"{words}\" in the title", found.Length == 1 ? "one found" : $"{Numbers.Whole(found.Length)} found");
        var table = Look.Table(Look.Names("date"), Look.Names("symbol or id"), Look.Figures("yes"), Look.Figures("abstain"), Look.Figures("no"), Look.Words("title"));
        var shown = found.Take(Most).ToList();
        var room = terminal.Width - shown.Max(position => Name(world.Votes.RollCalls[position]).Length) - FixedColumns;
        foreach (var position in shown)
        {
            var call = world.Votes.RollCalls[position];
            var (yes, abstain, no) = Count(world.Votes, position);
            table.Row(
                call.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Terminal.Escape(Name(call)),
                Numbers.Whole(yes), Numbers.Whole(abstain), Numbers.Whole(no), $"[dim]{Terminal.Escape(VoteReport.Short(call.Title ?? string.Empty, room))}[/]");
        }

        terminal.Write(table);
        if (found.Length > Most) terminal.Markup($"[dim]and {Numbers.Whole(found.Length - Most)} older; --json has all, more words find fewer[/]");
        terminal.Line();
        SourceNotes.Write(terminal, [world.Catalog["unga-votes"]]);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, string words, ImmutableArray<int> found, WorldEdition world) => JsonText.Document(terminal.Raw, "vote_list", json =>
    {
        json.WriteString("find", words);
        json.List("votes", found, position =>
        {
            VoteReport.Describe(json, world.Votes.RollCalls[position]);
            var (yes, abstain, no) = Count(world.Votes, position);
            json.Object("counts", () =>
            {
                json.WriteNumber("yes", yes);
                json.WriteNumber("abstain", abstain);
                json.WriteNumber("no", no);
            });
        });
        json.Provenance(new Provenance(["unga-votes"], $"votes with \"{words}\" in the title", Coverage.Of($"{Numbers.Whole(found.Length)} of {Numbers.Whole(world.Votes.RollCalls.Length)} roll calls held")), world.Catalog);
    });

    private static string Name(RollCall call) => call.Symbol.Length > 0 ? call.Symbol : call.VoteId;

    private static (int Yes, int Abstain, int No) Count(RollCallVotes votes, int position)
    {
        var counts = new int[4];
        foreach (var member in votes.Members) counts[votes.Of(member)[position]]++;
        return (counts[RollCallVotes.Yes], counts[RollCallVotes.Abstain], counts[RollCallVotes.No]);
    }
}
