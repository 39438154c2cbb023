using System.Collections.Immutable;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Votes.IdealPoints;
using Entente.World;

namespace Entente.Cli.Reports.Alignment;

/// <summary>Shows how well ideal points call the votes they were made from, and votes that they were not shown.</summary>
internal static class PointsCheckReport
{
    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, IdealPointEstimates estimates, ImmutableArray<CalledRight> called, ImmutableArray<HeldOutScore> hidden, WorldEdition world)
    {
        terminal.Title("How well ideal points call votes", estimates.Method);
        terminal.Heading("Votes called right", "the likeliest of yes, abstain and no under the model; the majority of the roll call beside it");
        var table = Look.Table(Look.Words("votes on, or of"), Look.Figures("votes"), Look.Figures("called right"), Look.Figures("majority"), Look.Figures("log score"));
        foreach (var row in called.Where(row => row.Kind != "year")) table.Row(Terminal.Escape(row.Group), Numbers.Whole(row.Votes), Share(row.Right), Share(row.Majority), Score(row.LogScore));
        terminal.Write(table);
        terminal.Markup("[dim]--json has every year.[/]");
        terminal.Heading("Votes it was not shown", $"{Numbers.Whole(hidden[0].Votes)} hidden votes, the same for all three");
        var rivals = Look.Table(Look.Words("foreseen by"), Look.Figures("called right"), Look.Figures("log score"));
        foreach (var row in hidden) rivals.Row(Terminal.Escape(row.Rival), Share(row.Right), Score(row.LogScore));
        terminal.Write(rivals);
        terminal.Line();
        terminal.Markup("[dim]Log score: mean natural logarithm of the probability of the vote cast; 0 is perfect, −1.099 is guessing among three.[/]");
        terminal.Line();
        SourceNotes.Write(terminal, [.. estimates.Provenance.Sources.Select(source => world.Catalog[source])]);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, IdealPointEstimates estimates, ImmutableArray<CalledRight> called, ImmutableArray<HeldOutScore> hidden) => JsonText.Document(terminal.Raw, "points_check", json =>
    {
        json.WriteString("method", estimates.Method);
        json.List("called_right", called, row =>
        {
            json.WriteString("kind", row.Kind);
            json.WriteString("group", row.Group);
            json.WriteNumber("votes", row.Votes);
            json.WriteNumber("right", row.Right);
            json.WriteNumber("majority", row.Majority);
            json.WriteNumber("log_score", row.LogScore);
        });
        json.List("held_out", hidden, row =>
        {
            json.WriteString("rival", row.Rival);
            json.WriteNumber("votes", row.Votes);
            json.WriteNumber("right", row.Right);
            json.WriteNumber("log_score", row.LogScore);
        });
    });

    private static string Share(double value) => $"{Numbers.Decimals(100 * value, 1)} %";

    private static string Score(double value) => Numbers.Decimals(value, 3);
}
