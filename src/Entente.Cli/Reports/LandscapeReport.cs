using System.Collections.Immutable;
using System.Globalization;
using Entente.Cli.Show;
using Entente.Models.Coalitions.Landscapes;
using Entente.World.Catalog;

namespace Entente.Cli.Reports;

/// <summary>Shows a landscape: divisions, what it would take, and how far that hangs on the numbers.</summary>
internal static class LandscapeReport
{
    private const int MostMinima = 8;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>What every answer of this kind must say.</summary>
    public const string Caveat =
        "Two camps, one propensity for a pair, moves of one actor at a time: this says which divisions are stable given the numbers, not which comes about. Galam (1996, 1998) showed that it is a finite Ising "
        + "model and that claims beyond this do not follow. Results hang on the coding: trust no camp that the table below does not hold up.";

    public static void Write(Terminal terminal, LandscapeAnswer answer, SourceCatalog catalog)
    {
        var problem = answer.Problem;
        terminal.Title(problem.Name, string.Create(Invariant, $"{problem.Actors.Length} actors, {answer.Configurations:N0} divisions in two, {answer.Found} {(answer.Found == 1 ? "minimum" : "minima")}{(answer.Search is null ? "" : " found")}"));
        if (problem.About.Length > 0) terminal.Markup(Terminal.Escape(problem.About));
        terminal.Item("Caveat", $"[yellow]{Terminal.Escape(Caveat)}[/]");
        foreach (var caveat in problem.Caveats) terminal.Item("Caveat", $"[yellow]{Terminal.Escape(caveat)}[/]");
        Minima(terminal, answer);
        Switches(terminal, answer);
        Variants(terminal, answer);
        terminal.Line();
        foreach (var note in answer.Notes) terminal.Item("Note", Terminal.Escape(note));
        foreach (var source in problem.Sources) terminal.Item("Coded from", Terminal.Escape(source));
        if (problem.Provenance is { } provenance) SourceNotes.Write(terminal, provenance, catalog);
    }

    private static void Minima(Terminal terminal, LandscapeAnswer answer)
    {
        var by = answer.Search is null ? "basin: share of all divisions that steepest descent leads there" : "basin: share of starts by lot, ± standard error";
        terminal.Heading("Divisions that nobody would leave alone", $"lowest energy first; {by}");
        for (var place = 0; place < Math.Min(MostMinima, answer.Minima.Length); place++)
        {
            var one = answer.Minima[place];
            var misplaced = answer.Problem.Observed.IsEmpty ? "" : one.Misplaced.IsEmpty ? "; as observed" : $"; misplaced: {Names(answer, one.Misplaced)}";
            var share = answer.Search is null ? one.Share.ToString("P1", Invariant) : string.Create(Invariant, $"{one.Share:P1} ± {one.ShareError:P1}");
            terminal.Markup(string.Create(Invariant, $"[bold]{place + 1}[/]  energy {one.Energy:G6}, basin {share}{Terminal.Escape(misplaced)}"));
            for (var camp = 0; camp < 2; camp++)
            {
                ImmutableArray<int> members = [.. Enumerable.Range(0, one.Camps.Length).Where(i => one.Camps[i] == camp)];
                terminal.Item("", members.IsEmpty ? "[dim]nobody[/]" : Terminal.Escape(Names(answer, members)), 2);
            }
        }

        if (answer.Minima.Length > MostMinima) terminal.Markup($"[dim]{answer.Minima.Length - MostMinima} more: --json lists them[/]");
    }

    private static void Switches(Terminal terminal, LandscapeAnswer answer)
    {
        var actors = answer.Problem.Actors;
        var reference = actors[answer.Reference];
        terminal.Heading("How firmly each stands in the first", $"with {reference.Name}: share of draws and variants in its camp");
        var columns = new List<Spectre.Console.TableColumn> { Look.Names("actor"), Look.Figures("size"), Look.Words($"with {reference.Key}"), Look.Figures("firmness") };
        columns.AddRange(answer.Draws.Select(draws => Look.Figures(draws.Kind)));
        if (!answer.Variants.IsEmpty) columns.Add(Look.Figures("variants"));
        var table = Look.Table([.. columns]);
        foreach (var one in answer.Switches.OrderBy(one => one.Firmness))
        {
            var cells = new List<string>
            {
                Terminal.Escape(Short(actors[one.Actor].Name)), actors[one.Actor].Size.ToString(actors[one.Actor].Size >= 100 ? "0" : "0.00", Invariant), answer.Minima[0].Camps[one.Actor] == 0 ? "yes" : "no",
                one.Firmness < .1 ? $"[yellow]{one.Firmness.ToString("P0", Invariant)}[/]" : one.Firmness.ToString("P0", Invariant),
            };
            cells.AddRange(answer.Draws.Select(draws => Undecided(draws.WithReference[one.Actor])));
            if (!answer.Variants.IsEmpty) cells.Add(Undecided((double)answer.Variants.Count(variant => variant.Camps[one.Actor] == variant.Camps[answer.Reference]) / answer.Variants.Length));
            table.Row([.. cells]);
        }

        terminal.Write(table);
        terminal.Markup("[dim]Firmness: the margin by which it prefers its camp, as a share of all pulls on it; 100 % where none pulls the other way.[/]");
        terminal.Heading("What it would take", "all else held; the partner that takes the least change in either camp");
        foreach (var one in answer.Switches.OrderBy(one => one.Firmness).Take(6)) terminal.Item(Short(actors[one.Actor].Name), Terminal.Escape(LandscapeWords.Switch(answer, one)), 14);
    }

    private static void Variants(Terminal terminal, LandscapeAnswer answer)
    {
        terminal.Heading("How far the first division hangs on the numbers", "who would stand elsewhere in the lowest minimum");
        var table = Look.Table(Look.Names("changed"), Look.Words("same camps"), Look.Words("stands elsewhere"));
        foreach (var one in answer.Variants) table.Row(Terminal.Escape(one.Name), one.Survives ? "[green]yes[/]" : "no", Terminal.Escape(one.Survives ? "" : Names(answer, one.Moved)));
        foreach (var one in answer.Draws)
        {
            var rival = one.Rival.IsEmpty ? "" : string.Create(Invariant, $"most often else ({one.RivalShare:P0}): {RivalMoved(answer, one.Rival)}");
            table.Row(string.Create(Invariant, $"{one.Kind}, {one.Draws} draws"), one.Survives.ToString("P0", Invariant), Terminal.Escape(rival));
        }

        terminal.Write(table);
        foreach (var one in answer.Draws) terminal.Markup($"[dim]{Terminal.Escape($"{char.ToUpperInvariant(one.Kind[0])}{one.Kind[1..]}: {one.Name}.")}[/]");
        terminal.Markup(Terminal.Escape(LandscapeWords.Verdict(answer)));
    }

    private static string RivalMoved(LandscapeAnswer answer, ImmutableArray<int> rival)
    {
        var best = answer.Minima[0].Camps;
        ImmutableArray<int> moved = [.. Enumerable.Range(0, best.Length).Where(i => best[i] != rival[i])];
        if (moved.Length > best.Length / 2) moved = [.. Enumerable.Range(0, best.Length).Where(i => best[i] == rival[i])];
        return Names(answer, moved);
    }

    private static string Names(LandscapeAnswer answer, ImmutableArray<int> members) => string.Join(", ", members.Select(i => answer.Problem.Actors[i].Name));

    private static string Short(string name) => name.Length <= 24 ? name : $"{name[..23]}…";

    private static string Undecided(double share) => share is > .2 and < .8 ? $"[yellow]{share.ToString("P0", Invariant)}[/]" : share.ToString("P0", Invariant);
}
