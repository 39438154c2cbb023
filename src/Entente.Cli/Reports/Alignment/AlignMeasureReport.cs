using System.Text.Json;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Votes;
using Entente.Numerics.Similarity;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Alignment;

/// <summary>What was asked of <c>align</c>: a measure, with its weights of disagreement where it takes them.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Weights">The weights; of no meaning where the measure takes none.</param>
internal sealed record AlignChoice(AlignMeasure Measure, DisagreementWeights Weights)
{
    /// <summary>The column of the results.</summary>
    public SimilarityMeasure Column => Measure.Of(Weights);

    /// <summary>"Cohen's kappa (quadratic)".</summary>
    public string Name => Measure.TakesWeights ? $"{Measure.Name} ({WeightsName})" : Measure.Name;

    /// <summary>"quadratic"; <see langword="null"/> where the measure takes none.</summary>
    public string? WeightsName => Measure.TakesWeights ? Weights.ToString().ToLowerInvariant() : null;
}

/// <summary>Shows one measure of similarity by year, on votes or on alliances.</summary>
internal static class AlignMeasureReport
{
    private const int LastYears = 10;
    private const int FewVotes = 20;

    /// <summary>Votes, for people.</summary>
    public static void Write(Terminal terminal, SimilaritySeries series, AlignChoice choice, SourceCatalog catalog)
    {
        var rows = series.Periods.Select(period => new Row(period.Year, period.CommonVotes, period[choice.Column], period.Hole, IsGap(period), Remark(period, choice))).ToList();
        Page(terminal, $"{series.A} and {series.B}: how alike they vote", $"{choice.Name}, UN General Assembly", "common votes", rows, choice);
        if (!series.Exclusions.IsEmpty || series.KeptUncoded > 0) terminal.Item("Selected", Terminal.Escape(series.Selection.Describe()));
        terminal.Markup($"[dim]{Terminal.Escape(choice.Measure.Explained)} Intervals resample whole days of voting.[/]");
        SourceNotes.Write(terminal, series.Provenance, catalog);
    }

    /// <summary>Alliances, for people.</summary>
    public static void Write(Terminal terminal, AllianceSeries series, AlignChoice choice, SourceCatalog catalog)
    {
        var rows = series.Years.Select(year => new Row(year.Year, year.Targets, new MeasuredValue(year[choice.Column], null), null, double.IsNaN(year[choice.Column]), year.Remark ?? (double.IsNaN(year[choice.Column]) ? "undefined" : string.Empty))).ToList();
        var weighted = series.Weight is null ? string.Empty : $", targets weighted by {series.Weight}";
        Page(terminal, $"{series.A} and {series.B}: how alike their alliances are", $"{choice.Name}{weighted}", "states", rows, choice);
        terminal.Markup($"[dim]{Terminal.Escape(choice.Measure.Explained)} Obligations are coded 3 defence, 2 neutrality or non-aggression, 1 consultation, 0 none, towards every member of the state system; 3 towards oneself.[/]");
        SourceNotes.Write(terminal, series.Provenance, catalog);
    }

    /// <summary>Votes, as JSON: the shape of the agreement with every measure beside it.</summary>
    public static void WriteJson(Terminal terminal, SimilaritySeries series, AlignChoice choice, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "alignment", json =>
    {
        json.WriteString("a", series.A);
        json.WriteString("b", series.B);
        json.WriteString("on", "votes");
        json.WriteString("measure", choice.Measure.Key);
        json.WriteString("weights", choice.WeightsName);
        json.Object("selection", () => Selection(json, series.Selection, series.Exclusions, series.KeptUncoded));
        json.List("years", series.Periods, period =>
        {
            json.WriteNumber("year", period.Year);
            json.WriteNumber("common_votes", period.CommonVotes);
            json.WriteNumber("roll_calls", period.Held);
            json.WriteNumber("selected_roll_calls", period.RollCalls);
            json.WriteNumber("consensus_added", period.Consensus);
            json.Real("value", period[choice.Column].Value);
            json.Interval("interval", period[choice.Column].Interval);
            foreach (var measure in Enum.GetValues<SimilarityMeasure>())
            {
                json.Real(DyadTableFile.NameOf(measure), period[measure].Value);
                json.Interval($"{DyadTableFile.NameOf(measure)}_interval", period[measure].Interval);
            }

            json.WriteString("hole", period.Hole);
        });
        json.Provenance(series.Provenance, catalog);
    });

    /// <summary>Alliances, as JSON.</summary>
    public static void WriteJson(Terminal terminal, AllianceSeries series, AlignChoice choice, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "alliance-alignment", json =>
    {
        json.WriteString("a", series.A);
        json.WriteString("b", series.B);
        json.WriteString("on", "alliances");
        json.WriteString("measure", choice.Measure.Key);
        json.WriteString("weights", choice.WeightsName);
        json.WriteString("target_weight", series.Weight);
        json.List("years", series.Years, year =>
        {
            json.WriteNumber("year", year.Year);
            json.WriteNumber("targets", year.Targets);
            json.WriteNumber("targets_without_weight", year.WithoutWeight);
            json.Real("value", year[choice.Column]);
            foreach (var measure in Enum.GetValues<SimilarityMeasure>()) json.Real(measure == SimilarityMeasure.Identical ? "identical" : DyadTableFile.NameOf(measure), year[measure]);
            json.Real("kappa_binary", year.KappaBinary);
            json.Real("pi_binary", year.PiBinary);
            json.WriteString("remark", year.Remark);
        });
        json.Provenance(series.Provenance, catalog);
    });

    /// <summary>What counts and what was left out.</summary>
    public static void Selection(Utf8JsonWriter json, RollCallSelection selection, IEnumerable<RollCallExclusion> exclusions, int keptUncoded)
    {
        json.Texts("issues", VoteIssueNames.Of(selection.Issues));
        json.WriteBoolean("important", selection.OnlyImportant);
        json.WriteBoolean("without_unanimous", selection.WithoutUnanimous);
        json.WriteBoolean("without_amendments", selection.WithoutAmendments);
        json.Excluded(exclusions);
        json.WriteNumber("kept_not_coded_for_amendments", keptUncoded);
    }

    private sealed record Row(int Year, int Count, MeasuredValue Measured, string? Hole, bool IsGap, string Remark);

    private static void Page(Terminal terminal, string title, string beside, string count, List<Row> rows, AlignChoice choice)
    {
        terminal.Title(title, $"{beside}, {rows[0].Year}–{rows[^1].Year}");
        var chart = choice.Measure.Signed
            ? AlignChart.Lines([.. rows.Select(row => (row.Year, row.IsGap ? double.NaN : row.Measured.Value, row.Hole is not null && row.IsGap))], terminal.Width)
            : YearChart.Lines([.. rows.Select(row => row.IsGap ? new ChartYear(row.Year, double.NaN, double.NaN, row.Hole is not null) : new ChartYear(row.Year, row.Measured.Value, row.Measured.Value, false))], terminal.Width, 10, terminal.Colour);
        foreach (var line in chart) terminal.Markup(line);
        terminal.Line();
        Table(terminal, count, rows, choice);
        foreach (var row in rows.Where(row => row.Hole is not null)) terminal.Item($"? {row.Year}", $"[yellow]{Terminal.Escape(row.Hole!)}[/]");
    }

    private static void Table(Terminal terminal, string count, List<Row> rows, AlignChoice choice)
    {
        var level = rows.Select(row => row.Measured.Interval).FirstOrDefault(interval => interval is not null)?.Level;
        var table = Look.Table(Look.Figures("year"), Look.Figures(count), Look.Figures(choice.Name), Look.Figures(level is null ? string.Empty : $"{level * 100:0} % interval"), Look.Names(string.Empty));
        var known = rows.Where(row => !row.IsGap && !double.IsNaN(row.Measured.Value)).ToList();
        var (lowest, highest) = (known.MinBy(row => row.Measured.Value), known.MaxBy(row => row.Measured.Value));
        foreach (var row in rows.Where(row => row == rows[0] || row == lowest || row == highest || row.Year > rows[^1].Year - LastYears))
        {
            var remark = row.Remark.Length > 0 ? row.Remark : row == lowest ? "lowest" : row == highest ? "highest" : string.Empty;
            var dim = row.IsGap ? "dim" : "default";
            table.Row(
                $"{row.Year}", $"[{dim}]{Numbers.Whole(row.Count)}[/]", $"[{dim}]{Value(row.Measured.Value, choice)}[/]", $"[dim]{Span(row.Measured.Interval, choice)}[/]",
                $"[{(row.IsGap ? "yellow" : "dim")}]{Terminal.Escape(remark)}[/]");
        }

        terminal.Write(table);
    }

    private static bool IsGap(PeriodSimilarity period) => period.CommonVotes == 0 || period.Measures.All(measured => double.IsNaN(measured.Value)) || (period.Hole is not null && period.Held < FewVotes);

    private static string Remark(PeriodSimilarity period, AlignChoice choice)
    {
        if (period.Hole is not null && IsGap(period)) return "hole";
        if (period.CommonVotes == 0) return period.RollCalls == 0 && period.Held > 0 ? "no roll call selected" : "no common votes";
        return double.IsNaN(period[choice.Column].Value) ? "undefined" : string.Empty;
    }

    private static string Value(double value, AlignChoice choice) => double.IsNaN(value) ? Numbers.Missing : choice.Measure.Signed ? Plain(value) : Numbers.Format(value, Unit.Share);

    private static string Span(Interval? interval, AlignChoice choice) =>
        interval is { } span ? choice.Measure.Signed ? $"{Plain(span.Low)} to {Plain(span.High)}" : Numbers.Range(span.Low, span.High, Unit.Share) : string.Empty;

    // An index has no unit; three decimals for all of them keep a column comparable.
    private static string Plain(double value) => value.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture).Replace('-', Numbers.Minus);
}
