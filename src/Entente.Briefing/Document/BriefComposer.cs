using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing.Charts;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <summary>Composes the brief of an assessment, section by section. Every number carries sources or its basis.</summary>
internal sealed partial class BriefComposer
{
    private readonly Assessment _assessment;
    private readonly BriefOptions _options;
    private readonly SourceNumbers _sources;

    private BriefComposer(Assessment assessment, BriefOptions options)
    {
        (_assessment, _options, _sources) = (assessment, options, new SourceNumbers(assessment));
    }

    public static Brief Compose(Assessment assessment, BriefOptions options) => new BriefComposer(assessment, options).Compose();

    private Brief Compose()
    {
        var names = _assessment.Names;
        var splits = _assessment.Splits;
        var kicker = "Assessment of a strategy" + (_options.Date is { } date ? $" · {date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : "");
        var range = Numbers.Range(splits.Low, splits.High, Unit.Probability);
        var error = Numbers.Error(splits.MonteCarloError, Unit.Probability);
        var detail = Rich.Of(string.Join("; ", new[]
        {
            range == Numbers.Missing ? "no interval" : $"90 % interval {range}",
            error == Numbers.Missing ? "no Monte Carlo error" : $"Monte Carlo error {error} points",
            DrawsSentence(),
        })).Text(" ").Badge(Basis.Modelled);
        var headline = splits.Mean;
        if (_assessment.Evidence is { Lines.Length: > 1 } evidence)
        {
            headline = evidence.Stack.Split;
            detail = Rich.Of($"{evidence.Lines.Length} lines of evidence together, {Numbers.Range(evidence.OneLineAlone.Low, evidence.OneLineAlone.High, Unit.Probability)} by one alone; the game: {Numbers.Format(splits.Mean, Unit.Probability)}, ").Text($"{range} in 90 % of draws; Monte Carlo error {error} points; {DrawsSentence()}").Text(" ").Badge(Basis.Modelled);
        }

        return new(_assessment.Strategy.Title, kicker, _assessment.Strategy.Summary, _assessment.Verdict, Numbers.Format(headline, Unit.Probability),
            $"Probability that {names.Target} is split from {names.Partner} within {Years(_assessment.Strategy.HorizonYears)}", detail, CardsHeading(), Cards(), Sections());
    }

    private string CardsHeading() => Or(_assessment.KeyFigures).Length switch
    {
        1 => "The figure that carries the answer",
        5 => "The five figures that carry the answer",
        _ => "The figures that carry the answer",
    };

    private ImmutableArray<Card> Cards() =>
    [
        .. Or(_assessment.KeyFigures).Select((figure, index) => new Card(figure.Label, Numbers.Format(figure.Value, figure.Unit), Rich.Of(Numbers.Interval(figure) ?? ""), CoverageOf(figure).Text(" ").Badge(figure.Basis).Text(" ").Cite(_sources.Of(figure.Provenance.Sources)).Text(" ").Link("how", NoteId(index), $"how {figure.Label} was computed, and from which vintage"))),
    ];

    private static string NoteId(int index) => FormattableString.Invariant($"figure-{index + 1}");

    private static Rich CoverageOf(Figure figure)
    {
        var coverage = figure.Provenance.Coverage;
        var names = Or(coverage.MissingNames);
        var missing = names.IsEmpty ? "" : $" Missing: {string.Join(", ", names.Take(4))}{(names.Length > 4 ? $" and {names.Length - 4} more" : "")}.";
        return Rich.Empty.Quiet(Sentence(coverage.Statement) + missing);
    }

    private ImmutableArray<Section> Sections() =>
    [
        new("strategy", "What is assessed", "Strategy", Strategy()),
        .. Evidence(),
        new("why", "Why the answer is what it is", "Why", Why()),
        .. Or(_assessment.Charts).IsEmpty ? ImmutableArray<Section>.Empty : [new("record", "What the record shows", "Record", [.. Or(_assessment.Charts).Select(Measured)])],
        new("views", "What the rival views say", "Rival views", Views()),
        new("costs", "What it would cost, and whom", "Costs", Costs()),
        new("allies", "Who would stop relying on the divider", "Allies", Allies()),
        .. BillSections(),
        new("influences", "What matters most", "Influences", Influences()),
        new("conditions", "What would have to be true", "Conditions", Conditions()),
        new("assumptions", "What is assumed", "Assumptions", Assumptions()),
        new("missing", "What is missing", "Missing", Missing()),
        new("sources", "Sources", "Sources", _sources.All.IsEmpty ? [new Paragraph(Rich.Of("The assessment names no source."))] : [new SourceList(_sources.All)]),
        new("computed", "How it was computed", "Method", Computed()),
    ];

    private ImmutableArray<Block> Strategy()
    {
        var names = _assessment.Names;
        var strategy = _assessment.Strategy;
        var facts = new Facts(
        [
            ("Divider", Rich.Of(names.Divider)), ("Target", Rich.Of(names.Target)), ("Partner", Rich.Of(names.Partner)),
            ("Moves begin", Rich.Of(strategy.Start.ToString(CultureInfo.InvariantCulture))), ("Horizon", Rich.Of(Years(strategy.HorizonYears))),
        ]);
        var moves = Or(strategy.Moves);
        return moves.IsEmpty
            ? [facts, new Paragraph(Rich.Of("The strategy makes no move: it is the status quo."))]
            : [facts, new Paragraph(Rich.Empty.Strong("Moves").Text(" as the strategy file states them; their sizes are what is assessed, not what is forecast.")), new Bullets([.. moves.Select(move => Rich.Of(MoveWords.Of(move, _assessment)))])];
    }

    private ImmutableArray<Block> Why()
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var balance = Or(_assessment.Balance);
        if (balance.IsEmpty) blocks.Add(new Paragraph(Rich.Of("The assessment holds no balance of the target.")));
        if (AssessmentCharts.Balance(_assessment) is { } chart) blocks.Add(new Picture(chart, ModelLine("balance", balance.SelectMany(term => Or(term.Sources))), null));
        if (!balance.IsEmpty)
        {
            blocks.Add(new Table(
                Rich.Of($"The balance of {_assessment.Names.Target}, term by term; worth each year as a share of its income"),
                [new("Term"), new("Channel"), new("Worth, mean", true), new("90 % of draws", true), new("How it comes about"), new("Basis")],
                [.. balance.Select(term => ImmutableArray.Create(Rich.Of(term.Name), Rich.Of(term.Channel), Rich.Of(Numbers.Signed(term.Worth.Mean, Unit.RelativeChange)),
                    Rich.Of(Numbers.Range(term.Worth.Low, term.Worth.High, Unit.RelativeChange)), Rich.Of(term.Explanation), BasisOf(term)))]));
        }

        if (AssessmentCharts.NetWorth(_assessment) is { } histogram) blocks.Add(new Picture(histogram, ModelLine("net worth", []), null));
        return blocks.ToImmutable();
    }

    // A term is the work of a model; where its channel reads judgements, the reader is told so beside the number.
    private Rich BasisOf(BalanceTerm term)
    {
        var judged = Or(_assessment.Assumptions).Count(assumption => assumption.IsJudgement && AssumptionCatalog.Find(assumption.Name)?.Channel == term.Channel);
        var rich = Rich.Empty.Badge(Basis.Modelled);
        if (judged > 0) rich = rich.Text(" ").Quiet($"on {judged} judgement{(judged == 1 ? "" : "s")}");
        return rich.Text(" ").Cite(_sources.Of(term.Sources));
    }

    private Block Measured(ChartData data)
    {
        var numbers = _sources.Of(data.Sources);
        var note = string.IsNullOrWhiteSpace(data.Note) ? "" : $" {Sentence(data.Note)}";
        var line = numbers.IsEmpty ? Rich.Of("No source is named.") : Rich.Of("Source: ").Cite(numbers).Text(".");
        return new Picture(Chart.Lines(data), line.Text(note), ChartTable.Of(data));
    }

    private Rich ModelLine(string what, IEnumerable<string> keys)
    {
        var numbers = _sources.Of(keys);
        return Rich.Of($"{AssessmentCharts.Capital(what)} over {Numbers.Whole(Held)} draws, ").Badge(Basis.Modelled).Text(numbers.IsEmpty ? "." : "; data: ").Cite(numbers).Text(numbers.IsEmpty ? "" : ".");
    }

    private int Held => Math.Max(0, _assessment.Draws - _assessment.FailedDraws);

    private string DrawsSentence() => _assessment.FailedDraws == 0 ? $"{Numbers.Whole(_assessment.Draws)} draws, none failed" : $"{Numbers.Whole(_assessment.Draws)} draws, {Numbers.Whole(_assessment.FailedDraws)} failed";

    private static string Years(int years) => years == 1 ? "1 year" : $"{Numbers.Whole(years)} years";

    private static string Sentence(string text)
    {
        var trimmed = AssessmentCharts.Capital(text.Trim());
        return trimmed.Length == 0 || trimmed[^1] is '.' or '!' or '?' ? trimmed : trimmed + ".";
    }

    private static ImmutableArray<T> Or<T>(ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
