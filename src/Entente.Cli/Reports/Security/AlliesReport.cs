using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Security.Guarantees;
using Entente.Models.Security.Hedging;
using Entente.Models.Strategy;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Security;

/// <summary>Shows a patron's allies: credibility, the chance of being defended, and the five responses.</summary>
internal static class AlliesReport
{
    private const int BarWidth = 10;
    private static readonly string[] Names = ["relies", "arms", "nuclear", "accommodates", "both"];

    /// <summary>The table of all allies.</summary>
    public static void Write(Terminal terminal, AllyStudy study, WorldEdition world)
    {
        var moves = study.Strategy is not null;
        terminal.Title($"Allies of {world.States[study.Channel.Patron].Name}", Beside(study));
        terminal.Heading("How far they can count on it", "index 0 to 100; 90 % intervals");
        var table = moves
            ? Look.Table(Look.Names(string.Empty), Look.Figures("credibility"), Look.Figures("after"), Look.Figures("defended"), Look.Figures("interval"), Look.Figures("after"), Look.Figures("interval"))
            : Look.Table(Look.Names(string.Empty), Look.Names(string.Empty), Look.Figures("credibility"), Look.Figures("interval"), Look.Figures("defended"), Look.Figures("interval"));
        foreach (var row in study.Rows)
        {
            var (index, defended) = (row.Credibility, row.Defended);
            if (moves) table.Row(Name(row), Points(index.Before.Mean), $"[bold]{Points(index.After.Mean)}[/]", Chance(defended.Before), Dim(defended.Before), $"[bold]{Chance(defended.After)}[/]", Dim(defended.After));
            else
            {
                table.Row(
                    Name(row), $"[teal]{Bars.Of(index.Before.Mean, BarWidth),-BarWidth}[/]", $"[bold]{Points(index.Before.Mean)}[/]",
                    $"[dim]{Points(index.Before.Low)} to {Points(index.Before.High)}[/]", Chance(defended.Before), Dim(defended.Before));
            }
        }

        terminal.Write(table);
        terminal.Heading($"What they do within {study.Channel.HorizonYears} years", moves ? "chance after the moves (points of change); 90 % intervals in --json and on each ally's page" : "mean chance, 90 % interval");
        var responses = new StackedTable(string.Empty, [.. Names]);
        foreach (var row in study.Rows) responses.Row([Name(row), .. row.Responses.Select(response => moves ? Moved(response) : $"{Chance(response.Before)} {Dim(response.Before)}")]);
        responses.Write(terminal);
        Foot(terminal, study);
    }

    /// <summary>One ally's page.</summary>
    public static void WriteOne(Terminal terminal, AllyStudy study, WorldEdition world)
    {
        var row = study.Rows[0];
        terminal.Title($"{row.Measured.Guarantee.Name}: the guarantee of {world.States[study.Channel.Patron].Name}", Beside(study));
        if (row.Measured.Guarantee.Note is { } note) terminal.Markup($"[yellow]{Terminal.Escape(note)}[/]");
        terminal.Heading("What it rests on", "each aspect 0 to 100");
        var aspects = Look.Table(Look.Names("aspect"), Look.Names(string.Empty), Look.Figures("value"), Look.Words("measured"), Look.Figures("year"), Look.Figures("mean weight"), Look.Names("source"));
        foreach (var component in row.Measured.Guarantee.Components)
        {
            aspects.Row(
                component.Aspect.ToString().ToLowerInvariant(), $"[teal]{Bars.Of(component.Value, BarWidth),-BarWidth}[/]", component.IsMissing ? "[yellow]missing[/]" : $"[bold]{Points(component.Value)}[/]",
                Terminal.Escape(component.Raw), component.Year == 0 ? string.Empty : component.Year.ToString(CultureInfo.InvariantCulture), Numbers.Format(CredibilityIndex.MeanWeight(component.Aspect), Unit.Share),
                $"[dim]{Terminal.Escape(component.Source)}[/]");
        }

        terminal.Write(aspects);
        terminal.Markup($"[dim]Share of its perceived threats that comes from rivals: {(double.IsNaN(row.Measured.Threat) ? "missing" : Numbers.Format(row.Measured.Threat, Unit.Share))}. Weights are judgement, drawn.[/]");
        terminal.Heading($"Within {study.Channel.HorizonYears} years", "mean, 90 % interval");
        var table = study.Strategy is null ? Look.Table(Look.Names(string.Empty), Look.Figures("chance"), Look.Figures("interval"))
            : Look.Table(Look.Names(string.Empty), Look.Figures("before"), Look.Figures("interval"), Look.Figures("after"), Look.Figures("interval"), Look.Figures("change"));
        void Line(string name, BeforeAfter figure)
        {
            if (study.Strategy is null) table.Row(name, $"[bold]{Chance(figure.Before)}[/]", Dim(figure.Before));
            else table.Row(name, Chance(figure.Before), Dim(figure.Before), $"[bold]{Chance(figure.After)}[/]", Dim(figure.After), Numbers.Points(figure.Change.Mean));
        }

        Line("credibility (index)", row.Credibility);
        Line("defended if attacked", row.Defended);
        for (var j = 0; j < Names.Length; j++) Line(row.Measured.HasWeapons && j is 2 or 4 ? $"{Names[j]} [dim](has weapons)[/]" : Names[j], row.Responses[j]);
        terminal.Write(table);
        Foot(terminal, study);
    }

    private static void Foot(Terminal terminal, AllyStudy study)
    {
        terminal.Line();
        terminal.Item("Dispute", $"kept their word: {string.Join("; ", ReliabilityCodings.All.Select(coding => $"{Numbers.Format(coding.Rate, Unit.Share)} {Terminal.Escape(coding.Citation)}"))} [dim](each draw takes one)[/]");
        if (study.Rows.Any(row => !row.Measured.Guarantee.HasTreaty || row.Measured.HasWeapons)) terminal.Item("Marks", "[yellow]*[/] no treaty held; [dim]°[/] has nuclear weapons, so that the nuclear responses are closed");
        foreach (var caveat in study.Caveats) terminal.Item("Mind", Terminal.Escape(caveat));
        terminal.Item("Rests on", Terminal.Escape(study.Provenance.Query));
        terminal.Item("Held", Terminal.Escape(study.Provenance.Coverage.Statement));
        terminal.Item("Sources", $"[dim]{Terminal.Escape(string.Join(", ", study.Provenance.Sources))} (entente data list; --json has them in full)[/]");
    }

    private static string Beside(AllyStudy study) => string.Create(
        CultureInfo.InvariantCulture, $"{study.Channel.Year}{(study.Strategy is null ? string.Empty : $", if {study.Strategy.Title}")}; {study.Options.Draws:N0} draws, seed {study.Options.Seed}");

    private static string Name(AllyRow row) => Terminal.Escape(row.Measured.Guarantee.Name) + (row.Measured.Guarantee.HasTreaty ? string.Empty : "[yellow]*[/]") + (row.Measured.HasWeapons ? "[dim]°[/]" : string.Empty);

    private static string Points(double index) => double.IsNaN(index) ? "–" : Numbers.Decimals(index * 100, 0);

    private static string Chance(Spread spread) => double.IsNaN(spread.Mean) ? "[yellow]missing[/]" : Numbers.Format(spread.Mean, Unit.Probability);

    private static string Dim(Spread spread) => double.IsNaN(spread.Mean) ? string.Empty : $"[dim]{Numbers.Range(spread.Low, spread.High, Unit.Probability)}[/]";

    private static string Moved(BeforeAfter figure) =>
        double.IsNaN(figure.After.Mean) ? "[yellow]missing[/]" : $"{Chance(figure.After)} [dim]({Numbers.Decimals(figure.Change.Mean * 100, 1)})[/]";
}
