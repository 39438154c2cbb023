using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Coalitions.Camps;
using Entente.World;

namespace Entente.Cli.Reports.Coalitions;

/// <summary>Shows camps and who sits on the fence.</summary>
internal static class CampsReport
{
    private const int MostFence = 20;
    private const int MostMoves = 25;
    private const int LongestName = 26;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(Terminal terminal, CampTable table, CampComparison? comparison, WorldEdition world)
    {
        terminal.Title($"Camps in {table.Year}", string.Create(Invariant, $"{table.Members.Length} states by their ideal points, {table.Question.Draws:N0} draws, {(table.Question.Method == CampMethod.Mixture ? "mixture of normals" : "least squares")}"));
        terminal.Markup(Terminal.Escape(table.Choice));
        if (table.Elsewhere > .005) terminal.Markup(string.Create(Invariant, $"[yellow]{table.Elsewhere:P0} of the draws fall into camps of another make-up{(table.Elsewhere > .5 ? ", most of them" : string.Empty)}; probabilities are those of the other draws. Fewer camps may be firmer.[/]"));
        for (var camp = table.Camps.Length - 1; camp >= 0; camp--)
        {
            var one = table.Camps[camp];
            terminal.Heading(Capital(one.Label), string.Create(Invariant, $"{one.Size} states around {Number(one.Centre)}, {one.Sure} of them with 90 % or more"));
            var members = table.Members.Where(member => member.Camp == camp).OrderByDescending(member => member.Probability).ThenBy(member => member.Name, StringComparer.Ordinal);
            terminal.Markup(string.Join(", ", members.Select(member => member.Probability >= .995 ? Terminal.Escape(member.Name) : string.Create(Invariant, $"{Terminal.Escape(member.Name)} [dim]{member.Probability:0.00}[/]"))));
        }

        terminal.Line();
        terminal.Markup("[dim]Numbers: probability, where it is below 1.00; the camps are from the high end of the line, where the United States stands, down.[/]");
        Fence(terminal, table);
        Sensitivity(terminal, table);
        if (comparison is not null) Changes(terminal, comparison);
        if (table.LeftOut.Length > 0) terminal.Item("?", $"[yellow]{Terminal.Escape(string.Create(Invariant, $"{table.LeftOut.Length} states with fewer than {table.Question.LeastVotes} votes are left out: {string.Join(", ", table.LeftOut)}"))}[/]");
        SourceNotes.Write(terminal, table.Provenance, world.Catalog);
    }

    private static void Fence(Terminal terminal, CampTable table)
    {
        var fence = table.Fence;
        terminal.Heading("On the fence", fence.IsEmpty ? "nobody: every state is in its camp with 90 % or more" : string.Create(Invariant, $"{fence.Length} {(fence.Length == 1 ? "state" : "states")} below 90 %, the least sure first"));
        if (fence.IsEmpty) return;
        var rows = Look.Table(Look.Names("state"), Look.Names("camp"), Look.Figures("prob."), Look.Names("else"), Look.Figures("prob."), Look.Figures("margin"), Look.Figures("point"), Look.Names("90 % interval"));
        foreach (var member in fence.Take(MostFence))
        {
            rows.Row(
                Short(member.Name), Mark(table, member.Camp), Share(member.Probability), Mark(table, member.Second), Share(member.Probabilities[member.Second]), Share(member.Margin), Number(member.Point),
                $"[dim]{Number(member.Interval.Low)} to {Number(member.Interval.High)}[/]");
        }

        terminal.Write(rows);
        if (fence.Length > MostFence) terminal.Markup(string.Create(Invariant, $"[dim]{fence.Length - MostFence} more: --json[/]"));
    }

    private static void Sensitivity(Terminal terminal, CampTable table)
    {
        terminal.Heading("What hangs on the method", "likeness: 1 the same division, 0 as by chance");
        for (var cut = table.Cuts.Length - 1; cut >= 0; cut--) terminal.Item("Cut", string.Create(Invariant, $"between {Terminal.Escape(Mark(table, cut))} and {Terminal.Escape(Mark(table, cut + 1))}: {Number(table.Cuts[cut].Value)} ({Number(table.Cuts[cut].Interval.Low)} to {Number(table.Cuts[cut].Interval.High)})"));
        terminal.Item("BIC", string.Join(", ", table.Bic.Select((bic, i) => string.Create(Invariant, $"{i + 1}: {(bic == 0 ? "best" : $"+{bic:0}")}"))));
        var rows = Look.Table(Look.Names("other division"), Look.Names("sizes, low to high"), Look.Figures("likeness"), Look.Words("puts elsewhere"));
        foreach (var variant in table.Variants)
        {
            rows.Row(
                variant.Name, string.Join(" | ", variant.Sizes.Select(size => size.ToString(Invariant))), variant.Likeness.ToString("0.00", Invariant),
                variant.Sizes.Length != table.Camps.Length ? "[dim]–[/]" : variant.Moved.IsEmpty ? "nobody" : string.Create(Invariant, $"{variant.Moved.Length}{(variant.Moved.Length <= 4 ? $": {Terminal.Escape(string.Join(", ", variant.Moved))}" : string.Empty)}"));
        }

        terminal.Write(rows);
    }

    private static void Changes(Terminal terminal, CampComparison comparison)
    {
        var (then, now, count) = (comparison.Before, comparison.Now, comparison.Now.Camps.Length);
        terminal.Heading($"Since {then.Year}", string.Create(Invariant, $"{comparison.Moves.Length} states changed camps, {comparison.Moves.Count(move => move.IsSure)} of them with 90 % or more in both years"));
        var rows = Look.Table([Look.Names($"in {then.Year}"), .. Enumerable.Range(0, count).Reverse().Select(camp => Look.Figures($"{Mark(now, camp)} in {now.Year}"))]);
        for (var before = count - 1; before >= 0; before--) rows.Row([Mark(then, before), .. Enumerable.Range(0, count).Reverse().Select(camp => comparison.Counts[(before * count) + camp].ToString(Invariant))]);
        terminal.Write(rows);
        terminal.Line();
        if (comparison.Moves.Length > 0)
        {
            var moves = Look.Table(Look.Names("state"), Look.Names($"in {then.Year}"), Look.Figures("prob."), Look.Names($"in {now.Year}"), Look.Figures("prob."));
            foreach (var move in comparison.Moves.Take(MostMoves)) moves.Row(Short(move.Now.Name), Mark(then, move.Before.Camp), Share(move.Before.Probability), Mark(now, move.Now.Camp), Share(move.Now.Probability));
            terminal.Write(moves);
            if (comparison.Moves.Length > MostMoves) terminal.Markup(string.Create(Invariant, $"[dim]{comparison.Moves.Length - MostMoves} more: --json[/]"));
        }

        terminal.Markup(string.Create(Invariant, $"[dim]{comparison.Come.Length} states are in {now.Year} only, {comparison.Gone.Length} in {then.Year} only. The line is divided anew in each year: a state may change camps because others moved.[/]"));
    }

    private static string Mark(CampTable table, int camp) => table.Camps.Length == 2 ? (camp == 0 ? "low" : "high") : table.Camps.Length == 3 ? (camp == 0 ? "low" : camp == 1 ? "middle" : "high") : string.Create(Invariant, $"camp {camp + 1}");

    private static string Capital(string label) => char.ToUpperInvariant(label[0]) + label[1..];

    private static string Short(string name) => Terminal.Escape(name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name);

    private static string Share(double value) => value.ToString("0.00", Invariant);

    private static string Number(double value) => Numbers.Decimals(value, 2);
}
