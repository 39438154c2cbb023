using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Models.Wedges;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Store;

namespace Entente.Cli.Verbs;

/// <summary>What became of past attempts to split a state from its partner?</summary>
internal static class CasesVerb
{
    private const int DefaultYear = 2025;

    public static Verb Build(Invocation invocation)
    {
        var keys = new Argument<string[]>("CASE") { Description = "the page of a case, by its key or the path of a file of your own (default: the list)", HelpName = "CASE", Arity = ArgumentArity.ZeroOrMore };
        var divider = Arguments.Text("--divider", "STATE", "only attempts by this state");
        var target = Arguments.Text("--target", "STATE", "only attempts on this state");
        var partner = Arguments.Text("--partner", "STATE", "only attempts to split it from this state");
        var outcome = Arguments.Text("--outcome", "WORD", "success, partial or failure");
        var means = Arguments.Text("--means", "WORD", "accommodation, coercion or mixed");
        var goal = Arguments.Text("--goal", "WORD", "realign, neutralise, prevent, detach or limit");
        var since = Arguments.Year("--since", "begun in this year or later");
        var until = Arguments.Year("--until", "begun in this year or before");
        var like = Arguments.Text("--like", "D,T,P", "divider, target and partner of an attempt: the nearest past ones, and what each covariate does to the probability");
        var year = Arguments.Year("--year", $"with --like: the year in which it begins (default: {DefaultYear})");
        var scores = new Option<bool>("--scores") { Description = "how well measured covariates call attempts that they have not seen, against the base rate" };
        var output = Arguments.Text("--out", "FOLDER", "write a page (Markdown) for every case listed into a folder, with an index");
        var verb = new Verb("cases", "the record of wedge attempts since 1863: pages with sources, covariates measured before each, and a reference class that is only used if it beats the base rate")
        {
            Examples =
            [
                ("entente cases", "all attempts, by year"),
                ("entente cases us-china-1969", "a page: offer, result, grade, measured covariates, sources"),
                ("entente cases --target RUS --outcome success", "a filter"),
                ("entente cases --like USA,RUS,CHN --year 2025", "the nearest past attempts, and the probability"),
                ("entente cases --scores", "does the record tell anything?"),
            ],
        };
        verb.Add(keys);
        foreach (var option in new Option[] { divider, target, partner, outcome, means, goal, since, until, like, year, scores, output }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var world = session.World;
            var named = session.Get(keys) ?? [];
            var filter = new CaseFilter(
                State(world, session.Get(divider)), State(world, session.Get(target)), State(world, session.Get(partner)), Word(session.Get(outcome), "--outcome", "success", "partial", "failure"),
                Word(session.Get(means), "--means", "accommodation", "coercion", "mixed"), Word(session.Get(goal), "--goal", "realign", "neutralise", "prevent", "detach", "limit"), session.Get(since), session.Get(until));
            if (filter.Since > filter.Until) throw new InvalidInputException($"--since {filter.Since} is after --until {filter.Until}; swap the two.");
            if (named.Length > 0 && (filter != CaseFilter.None || session.Get(like) is not null || session.Get(scores))) throw new InvalidInputException("A case by name goes without filters; leave one of the two out.");
            if (session.Get(like) is not null && session.Get(scores)) throw new InvalidInputException("--like and --scores are two questions; ask one at a time.");
            if (session.Get(like) is null && session.Get(year) is not null) throw new InvalidInputException("--year goes with --like; to filter by year use --since and --until.");
            if (named.Length > 0)
            {
                Pages(session, [.. named.Select(name => WedgeLibrary.Read(name))], session.Get(output));
                return Program.Answered;
            }

            var all = WedgeLibrary.All();
            if (session.Get(like) is { } attempt)
            {
                Like(session, all, attempt, session.Get(year) ?? DefaultYear);
                return Program.Answered;
            }

            if (session.Get(scores))
            {
                var reference = ReferenceClass.Build(world, all);
                if (session.Json) CasesJson.WriteScores(session.Terminal, reference, world.Catalog);
                else CasesReport.WriteScores(session.Terminal, reference, world.Catalog);
                return Program.Answered;
            }

            ImmutableArray<WedgeCase> chosen = [.. all.Where(filter.Takes)];
            if (chosen.IsEmpty) throw new NoAnswerException($"None of the {all.Length} cases is of that kind; loosen the filter.");
            if (session.Get(output) is { } folder) Pages(session, chosen, folder);
            else if (session.Json) CasesJson.WriteList(session.Terminal, world, chosen, all.Length);
            else CasesReport.WriteList(session.Terminal, chosen, all.Length);
            return Program.Answered;
        });
    }

    private static int? State(WorldEdition world, string? name) => name is null ? null : world.States.Resolve(name).Id;

    private static string? Word(string? word, string option, params string[] words) =>
        word is null || words.Contains(word, StringComparer.Ordinal) ? word : throw new InvalidInputException($"{option} '{word}' is not known; write {string.Join(", ", words)}.");

    private static void Pages(Session session, ImmutableArray<WedgeCase> cases, string? folder)
    {
        var coder = new WedgeCoder(session.World);
        ImmutableArray<CodedCase> coded = [.. cases.Select(one => new CodedCase(one, coder.Code(one)))];
        if (folder is not null)
        {
            if (File.Exists(folder)) throw new InvalidInputException($"--out {folder} is a file; name a folder for the pages.");
            Directory.CreateDirectory(folder);
            foreach (var one in coded) WholeFile.Write(Path.Combine(folder, one.Case.Key + ".md"), CasePage.Markdown(session.World, one));
            WholeFile.Write(Path.Combine(folder, "README.md"), CasePage.Index(coded));
            session.Terminal.Item("Written", $"{coded.Length} {(coded.Length == 1 ? "page" : "pages")} and an index in {Show.Terminal.Escape(folder)}");
        }
        else if (session.Json)
        {
            CasesJson.WritePages(session.Terminal, session.World, coded);
        }
        else
        {
            foreach (var one in coded) CasesReport.WritePage(session.Terminal, session.World, one);
        }
    }

    private static void Like(Session session, ImmutableArray<WedgeCase> all, string text, int year)
    {
        var world = session.World;
        var names = text.Split(',', StringSplitOptions.TrimEntries);
        if (names.Length != 3 || names.Any(name => name.Length == 0)) throw new InvalidInputException($"--like '{text}' must name divider, target and partner with commas between, such as --like USA,RUS,CHN.");
        if (year < 1863) throw new InvalidInputException($"{year} is before 1863, where the record begins; choose a later year.");
        ImmutableArray<int>[] sides = [.. names.Select(name => PartyResolver.Resolve(name, Math.Min(year, DefaultYear), world.States, world.Blocs).Members)];
        var covariates = new WedgeCoder(world).Code(sides[0], sides[1], sides[2], year);
        var reference = ReferenceClass.Build(world, all);
        var answer = new LikeAnswer(names[0], names[1], names[2], year, covariates, reference);
        if (session.Json) CasesJson.WriteLike(session.Terminal, world, answer);
        else CasesReport.WriteLike(session.Terminal, world, answer);
    }
}

/// <summary>Which cases are listed.</summary>
internal sealed record CaseFilter(int? Divider, int? Target, int? Partner, string? Outcome, string? Means, string? Goal, int? Since, int? Until)
{
    public static CaseFilter None { get; } = new(null, null, null, null, null, null, null, null);

    public bool Takes(WedgeCase one) =>
        (Divider is not { } d || one.Divider.Contains(d)) && (Target is not { } t || one.Target.Contains(t)) && (Partner is not { } p || one.Partner.Contains(p))
        && (Outcome is null || string.Equals(one.Outcome.ToString(), Outcome, StringComparison.OrdinalIgnoreCase)) && (Means is null || one.Means == Means) && (Goal is null || one.Goal == Goal)
        && (Since is not { } from || one.StartYear >= from) && (Until is not { } to || one.StartYear <= to);
}

/// <summary>An attempt beside the record.</summary>
internal sealed record LikeAnswer(string Divider, string Target, string Partner, int Year, WedgeCovariates Covariates, ReferenceClass Reference)
{
    public ReferenceForecast Forecast { get; } = Reference.Forecast(Covariates);

    public ImmutableArray<(CodedCase Case, double Distance)> Nearest { get; } = Reference.Nearest(Covariates, 8);
}
