using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.Models.Alignment;
using Entente.Models.Votes;
using Entente.Models.Votes.IdealPoints;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Cli.Verbs;

/// <summary>How alike do two parties vote, or are their alliances, over time? And the table of all dyads.</summary>
internal static class AlignVerb
{
    private const int DefaultYears = 35;

    public static Verb Build(Invocation invocation)
    {
        var options = new AlignOptions(DefaultYears);
        var verb = new Verb("align", "how alike two states or blocs vote in the UN General Assembly, year by year")
        {
            Examples =
            [
                ("entente align RUS CHN --since 1946", "Russia and China since the first votes"),
                ("entente align USA \"South Korea\" --json", "the same for any pair, as JSON"),
                ("entente align HUN EU --since 2004", "a state against a bloc with dated membership"),
                ("entente align USA RUS --measure kappa --issue nuclear", "corrected for chance, on one issue"),
                ("entente align GBR FRA --on alliances --measure s --since 1816", "their alliances instead of their votes"),
                ("entente align --all --out dyads.parquet", "every dyad, year and measure as a file"),
            ],
        };
        options.AddTo(verb);
        return verb.Does(invocation, session =>
        {
            if (string.Equals(session.Get(options.Measure), Points, StringComparison.OrdinalIgnoreCase)) return PointDistances(session, options);
            var choice = Choice(session, options);
            if (session.Get(options.All)) return AlignAll.Run(session, options);
            if (session.Get(options.Out) is not null) throw new InvalidInputException("--out belongs to --all: 'entente align --all --out dyads.parquet' writes every dyad; for one pair redirect --json into a file.");
            var (a, b) = (Party(session.Get(options.A), "A", "a state or bloc, by any code or name"), Party(session.Get(options.B), "B", "the other state or bloc"));
            return options.OnAlliances(session) ? Alliances(session, options, choice, a, b) : Votes(session, options, choice, a, b);
        });
    }

    private const string Points = "points";

    /// <summary>The one measure that is a model of all votes, not a function of two states' votes.</summary>
    private static int PointDistances(Session session, AlignOptions options)
    {
        var (world, calls) = (session.World, session.World.Votes.RollCalls);
        var useless = new (string Name, bool Given)[]
        {
            ("--all", session.Get(options.All)), ("--out", session.Get(options.Out) is not null), ("--weights", session.Get(options.Weights) is not null), ("--weight", session.Get(options.Weight) is not null),
            ("--consensus", session.Get(options.Consensus) is not null), ("--on alliances", options.OnAlliances(session)),
        };
        if (Array.Find(useless, option => option.Given) is { Given: true } wrong) throw new InvalidInputException($"{wrong.Name} does not apply to --measure points; leave it out.");
        var (a, b) = (Party(session.Get(options.A), "A", "a state, by any code or name"), Party(session.Get(options.B), "B", "the other state"));
        var last = session.Get(options.Until) ?? calls[^1].Date.Year;
        var first = session.Get(options.Since) ?? Math.Min(last, Math.Max(calls[0].Date.Year, last - DefaultYears + 1));
        if (first > last || first < calls[0].Date.Year || last > calls[^1].Date.Year) throw new InvalidInputException($"Recorded votes are held from {calls[0].Date.Year} to {calls[^1].Date.Year}; the span {first} to {last} is not one within them.");
        foreach (var name in new[] { a, b }) PointsVerb.RefuseBloc(world, name, last);
        // Estimated from all years, whatever is shown: the years tie each other down.
        var fit = new IdealPointOptions { Selection = options.Selection(session), Method = IdealPointMethod.Quick };
        var estimates = IdealPointMemo.Estimate(world, fit, new ShareProgress(session.Terminal, "estimating ideal points"), session.Cancellation);
        session.Terminal.ClearProgress();
        var (left, right) = (PointSeries.Of(world, estimates, a, first, last), PointSeries.Of(world, estimates, b, first, last));
        if (session.Json) PointsDistanceReport.WriteJson(session.Terminal, estimates, left, right, world);
        else PointsDistanceReport.Write(session.Terminal, estimates, left, right, world);
        return Program.Answered;
    }

    private static AlignChoice Choice(Session session, AlignOptions options)
    {
        var measure = AlignMeasures.Parse(session.Get(options.Measure) ?? AlignMeasures.All[0].Key);
        var choice = new AlignChoice(measure, AlignMeasures.Weights(session.Get(options.Weights), measure));
        if (session.Get(options.Weight) is null) return choice;
        if (!options.OnAlliances(session)) throw new InvalidInputException("--weight weighs the targets of alliance portfolios; add --on alliances, or leave it out for votes.");
        return measure.TakesTargetWeight ? choice : throw new InvalidInputException($"--weight applies to s and s-squared, not to {measure.Key}; leave it out or ask for --measure s.");
    }

    private static int Votes(Session session, AlignOptions options, AlignChoice choice, string a, string b)
    {
        var calls = session.World.Votes.RollCalls;
        var last = session.Get(options.Until) ?? VoteSimilarity.LastYear(session.World, a, b, session.Get(options.Since));
        var first = session.Get(options.Since) ?? Math.Min(last, Math.Max(calls[0].Date.Year, last - DefaultYears + 1));
        var consensus = session.Get(options.Consensus) is { } file ? ConsensusCounts.Read(file) : null;
        var series = VoteSimilarity.Compute(session.World, a, b, new VoteSimilarityOptions { Selection = options.Selection(session) with { Since = first, Until = last }, Consensus = consensus });
        session.Cancellation.ThrowIfCancellationRequested();
        if (session.Json) AlignMeasureReport.WriteJson(session.Terminal, series, choice, session.World.Catalog);
        else if (choice.Measure.Key is "agreement" or "identical") AlignReport.Write(session.Terminal, VoteAgreement.Of(series), session.World.Catalog);
        else AlignMeasureReport.Write(session.Terminal, series, choice, session.World.Catalog);
        return Program.Answered;
    }

    private static int Alliances(Session session, AlignOptions options, AlignChoice choice, string a, string b)
    {
        if (options.VoteOptionUsed(session) is { } name) throw new InvalidInputException($"{name} selects votes and does not apply to --on alliances; leave it out.");
        var series = AlliancePortfolios.Compute(session.World, a, b, session.Get(options.Since), session.Get(options.Until), session.Get(options.Weight));
        session.Cancellation.ThrowIfCancellationRequested();
        if (session.Json) AlignMeasureReport.WriteJson(session.Terminal, series, choice, session.World.Catalog);
        else AlignMeasureReport.Write(session.Terminal, series, choice, session.World.Catalog);
        return Program.Answered;
    }

    private static string Party(string? text, string name, string what) =>
        text ?? throw new InvalidInputException($"align needs {name} ({what}); for example 'entente align RUS CHN --since 1946'");
}

/// <summary>The arguments and options of <c>align</c>.</summary>
internal sealed class AlignOptions(int defaultYears)
{
    public Argument<string?> A { get; } = new("A") { Description = "a state or bloc, by any code or name", HelpName = "A", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => null };

    public Argument<string?> B { get; } = new("B") { Description = "the other state or bloc", HelpName = "B", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => null };

    public Option<int?> Since { get; } = Arguments.Year("--since", $"first year (default: {defaultYears} years back, or --until where that is earlier)");

    public Option<int?> Until { get; } = Arguments.Year("--until", "last year (default: the newest year with votes; 2018 for alliances)");

    public Option<string?> Measure { get; } = Arguments.Text("--measure", "MEASURE", $"{string.Join(", ", AlignMeasures.All.Select(measure => measure.Key))} or points (default: agreement)");

    public Option<string?> Weights { get; } = Arguments.Text("--weights", "WEIGHTS", "of kappa and pi: nominal, linear or quadratic (default: quadratic)");

    public Option<string?> On { get; } = Arguments.Text("--on", "WHAT", "votes or alliances (default: votes)");

    public Option<string?> Weight { get; } = Arguments.Text("--weight", "NAME", "weigh the targets of s on alliances: cinc or an indicator of the store");

    public Option<string[]?> Issue { get; } = new("--issue") { Description = $"only these: {string.Join(", ", VoteIssueNames.All)}; may be given more than once", HelpName = "ISSUE", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    public Option<bool> Important { get; } = new("--important") { Description = "only votes that the US State Department listed as important" };

    public Option<bool> WithoutUnanimous { get; } = new("--without-unanimous") { Description = "leave out roll calls on which all voted the same" };

    public Option<bool> WithoutAmendments { get; } = new("--without-amendments") { Description = "leave out votes on amendments and paragraphs" };

    public Option<string?> Consensus { get; } = Arguments.Text("--consensus", "FILE", "CSV with year,count of resolutions adopted without a vote, added as agreements");

    public Option<bool> All { get; } = new("--all") { Description = "every dyad, year and measure, written to --out" };

    public Option<string?> Out { get; } = Arguments.Text("--out", "FILE", "with --all: a .parquet, .arrow or .csv file");

    /// <summary>Adds all of them to the verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var argument in new[] { A, B }) verb.Add(argument);
        foreach (var option in new Option[] { Since, Until, Measure, Weights, On, Weight, Issue, Important, WithoutUnanimous, WithoutAmendments, Consensus, All, Out }) verb.Add(option);
    }

    /// <summary>Which roll calls count.</summary>
    public RollCallSelection Selection(Session session) => new()
    {
        Issues = (session.Get(Issue) ?? []).Aggregate(VoteIssues.None, (issues, name) => issues | VoteIssueNames.Parse(name)),
        OnlyImportant = session.Get(Important),
        WithoutUnanimous = session.Get(WithoutUnanimous),
        WithoutAmendments = session.Get(WithoutAmendments),
    };

    /// <summary>Whether alliances are asked for.</summary>
    /// <exception cref="InvalidInputException">Neither votes nor alliances.</exception>
    public bool OnAlliances(Session session) => session.Get(On)?.ToLowerInvariant() switch
    {
        null or "votes" => false,
        "alliances" => true,
        _ => throw new InvalidInputException($"--on knows no '{session.Get(On)}'; it takes votes or alliances."),
    };

    /// <summary>The first option in use that only votes know.</summary>
    public string? VoteOptionUsed(Session session) =>
        session.Get(Issue) is { Length: > 0 } ? "--issue"
        : session.Get(Important) ? "--important"
        : session.Get(WithoutUnanimous) ? "--without-unanimous"
        : session.Get(WithoutAmendments) ? "--without-amendments"
        : session.Get(Consensus) is not null ? "--consensus"
        : null;
}
