using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing.Document;
using Entente.Models.Figures;

namespace Entente.Briefing.Claims;

/// <summary>Composes the page of checked claims: a table of verdicts, then claim by claim with every reading, then the sources.</summary>
internal sealed class ClaimsComposer
{
    private readonly ClaimsCheck _check;
    private readonly BriefOptions _options;
    private readonly SourceNumbers _sources;

    private ClaimsComposer(ClaimsCheck check, BriefOptions options) => (_check, _options, _sources) = (check, options, new SourceNumbers(check.Sources));

    public static Brief Compose(ClaimsCheck check, BriefOptions options) => new ClaimsComposer(check, options).Compose();

    private Brief Compose()
    {
        var supported = _check.Count(ClaimVerdict.Supported);
        var counts = Enum.GetValues<ClaimVerdict>().Where(verdict => _check.Count(verdict) > 0).Select(verdict => $"{ClaimVerdicts.Words(verdict)} {_check.Count(verdict)}");
        var kicker = "Claims checked" + (_options.Date is { } date ? $" · {date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : "");
        var sections = ImmutableArray.CreateBuilder<Section>();
        sections.Add(new("verdicts", "Verdicts", "Verdicts", [Verdicts()]));
        var number = 0;
        foreach (var result in _check.Results) sections.Add(new(FormattableString.Invariant($"claim-{++number}"), $"{result.Claim.Key}: {result.Words}", result.Claim.Key, Claim(result)));
        sections.Add(new("rule", "How a verdict is reached", "Rule", [new Bullets([.. Rules.Select(Rich.Of)])]));
        sections.Add(new("sources", "Sources", "Sources", [new SourceList(_sources.All)]));
        if (Computed() is { } computed) sections.Add(new("computed", "How it was computed", "Method", [computed]));
        return new(
            _check.File.Title, kicker, _check.File.About, $"Of {Numbers.Whole(_check.Results.Length)} claims: {string.Join(", ", counts)}.", FormattableString.Invariant($"{supported} of {_check.Results.Length}"),
            "claims supported", Rich.Of("by the editions of the sources that are held"), "", [], sections.ToImmutable());
    }

    private static readonly string[] Rules =
    [
        "Plain readings settle what the words leave open: which members a bloc has, what a share is taken of. Wider readings change what the words say. Context decides nothing.",
        "Supported: the claim holds under every plain reading; or a stated number lies among plain readings that are all within five per cent of it.",
        "Depends on the definition: it holds under some plain readings and not under others, or under wider readings only.",
        "Contradicted: it holds under no reading. Cannot be checked: the figure is not held.",
        "A stated number counts to half a unit of its last digit and to one per cent of itself, because editions of one statistic differ by as much; “about” allows five per cent. Bounds are taken at their word.",
    ];

    private Table Verdicts() => new(
        Rich.Of("Every claim with its verdict and the value of its figure."), [new("Claim"), new("Statement"), new("Verdict"), new("Value", true), new("Sources")],
        [
            .. _check.Results.Select(result => ImmutableArray.Create(
                Rich.Of(result.Claim.Key), Rich.Of(result.Claim.Statement), Rich.Empty.Strong(result.Words), Rich.Of(string.Join("; ", result.Parts.Select(part => part.Readings[0].Value).Distinct(StringComparer.Ordinal))),
                Rich.Empty.Cite(Cited(result.Parts.SelectMany(part => part.Answer.Figure.Provenance.Sources))))),
        ]);

    private ImmutableArray<Block> Claim(ClaimResult result)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var lead = Rich.Of($"“{result.Claim.Statement}”");
        if (result.Claim.Where.Length > 0) lead = lead.Quiet($" {result.Claim.Where}");
        if (result.Claim.Date is { } date) lead = lead.Quiet($" {date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}");
        blocks.Add(new Paragraph(lead));
        foreach (var part in result.Parts)
        {
            var words = Rich.Empty;
            if (result.Parts.Length > 1) words = words.Strong($"{(part.Part.Says.Length > 0 ? part.Part.Says : part.Answer.Figure.Label)}: {ClaimVerdicts.Words(part.Verdict, part.IsPartial)}. ");
            blocks.Add(new Paragraph(words.Text(part.Why)));
            var shown = part.Readings.Where(reading => reading.Value != Numbers.Missing).ToList();
            if (shown.Count > 0)
            {
                blocks.Add(new Table(
                    Rich.Of($"{Capital(part.Answer.Figure.Label)}; said is {part.Part.Comparison.Wording}. ").Cite(Cited(part.Answer.Figure.Provenance.Sources)),
                    [new("Reading"), new("Value", true), new("Standing"), new("Holds")],
                    [.. shown.Select(reading => ImmutableArray.Create(Rich.Of(reading.Label), Rich.Of(reading.Value), Rich.Of(Standing(reading.Standing)), Rich.Of(reading.Holds switch { true => "yes", false => "no", _ => "–" })))]));
            }

            var facts = ImmutableArray.CreateBuilder<(string, Rich)>();
            if (!part.Answer.States.IsEmpty) facts.Add(("States", Rich.Of(string.Join(", ", part.Answer.States.Select(state => state.Name)))));
            if (!part.Answer.IsMissing) facts.Add(("Rests on", Rich.Of(part.Answer.Figure.Provenance.Coverage.Statement)));
            facts.Add(("Vintage", Rich.Of(part.Answer.Vintage)));
            facts.Add(("Asked", Rich.Empty.Code($"entente figure {part.Part.Request}")));
            blocks.Add(new Facts(facts.ToImmutable()));
        }

        if (result.Claim.Note.Length > 0) blocks.Add(new Paragraph(Rich.Empty.Quiet("Note: ").Text(result.Claim.Note)));
        return blocks.ToImmutable();
    }

    private Facts? Computed()
    {
        var facts = ImmutableArray.CreateBuilder<(string, Rich)>();
        if (_options.CommandLine is { } command) facts.Add(("Command", Rich.Empty.Code(command)));
        facts.Add(("Program", Rich.Of($"Entente {_options.VersionText}")));
        if (_options.StoreEdition is { } edition) facts.Add(("Store", Rich.Of(edition)));
        return new Facts(facts.ToImmutable());
    }

    private ImmutableArray<int> Cited(IEnumerable<string> keys) => _sources.Of(keys);

    private static string Standing(AlternativeStanding standing) => standing.ToString().ToLowerInvariant();

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
