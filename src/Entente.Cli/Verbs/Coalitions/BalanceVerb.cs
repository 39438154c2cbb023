using System.CommandLine;
using Entente.Cli.Reports.Coalitions;
using Entente.Cli.Show;
using Entente.Models.Coalitions.Balance;
using Entente.World;

namespace Entente.Cli.Verbs.Coalitions;

/// <summary>Do friends of friends get on?</summary>
internal static class BalanceVerb
{
    private const int Step = 5;

    public static Verb Build(Invocation invocation)
    {
        var file = new Argument<string?>("FILE") { Description = "a network of your own: a,b,weight in each line (default: states)", HelpName = "FILE.csv", Arity = ArgumentArity.ZeroOrOne };
        var year = Arguments.Year("--year", "year of the network of states (default: 2010, the last that all sources hold)");
        var on = Arguments.Text("--on", "LIST", "what counts: alliances,disputes,rivalries,conflicts (default), votes");
        var since = Arguments.Year("--since", "indices by year from this year to --year instead");
        var every = Arguments.Count("--every", "with --since: years between (default: 5)", 1, 100);
        var window = Arguments.Count("--window", "years that a dispute or conflict counts for (default: 5)", 1, 100);
        var any = new Option<bool>("--any-treaty") { Description = "treaties of any kind make friends, not only promises to defend" };
        var rule = Arguments.Text("--if-both", "WORD", "allies with a quarrel are: foes (default), friends or none");
        var cut = Arguments.Text("--cut", "WORD", "thresholds of agreement by: quantiles (default) or mixture");
        var camps = Arguments.Count("--camps", "most camps of weak balance, in which foes of foes need not be friends (default: any number)", 2, 20);
        var thorough = new Option<bool>("--thorough") { Description = "no limit on the work of the proof: minutes or hours on dense networks" };
        var seed = Arguments.Seed("--seed", "seed of the search (default: 1)");
        var verb = new Verb("balance", "friends and foes as a signed network: how near to balance, which two camps, the cheapest realignment")
        {
            Examples =
            [
                ("entente balance --year 1965", "states by alliances, disputes, rivalries and conflicts"),
                ("entente balance --year 2005 --since 1946", "indices every five years"),
                ("entente balance --year 1965 --on votes", "by votes in the General Assembly alone"),
                ("entente balance tribes.csv", "a network of your own"),
            ],
        };
        verb.Add(file);
        foreach (var option in new Option[] { year, on, since, every, window, any, rule, cut, camps, thorough, seed }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var options = new BalanceOptions { Seed = session.Get(seed) ?? 1 };
            if (session.Get(camps) is { } most) options = options with { MostCamps = most };
            if (session.Get(thorough)) options = options with { MostWork = double.PositiveInfinity, MostBranches = 20_000 };
            if (session.Get(file) is { } path)
            {
                var ofStates = new Option[] { year, on, since, every, window, any, rule, cut }.FirstOrDefault(session.IsGiven);
                if (ofStates is not null) throw new InvalidInputException($"{ofStates.Name} goes with the network of states, and {path} is one of your own; leave one of them out.");
                Own(session, path, options);
                return Program.Answered;
            }

            var network = new SignedNetworkOptions
            {
                Window = session.Get(window) ?? 5,
                AnyTreaty = session.Get(any),
                Contradictions = Rule(session.Get(rule)),
                Cut = Cut(session.Get(cut)),
            };
            if (session.Get(on) is { } list) network = network with { Sources = SourceNames.Parse(list) };
            if (session.Get(cut) is not null && !network.Sources.HasFlag(BalanceSources.Votes)) throw new InvalidInputException("--cut goes with votes; add them, for example --on alliances,disputes,votes.");
            if (session.Get(every) is not null && session.Get(since) is null) throw new InvalidInputException("--every goes with --since, the first year of the table.");
            var last = session.Get(year) ?? 2010;
            if (session.Get(since) is { } first) Years(session, first, last, session.Get(every) ?? Step, network, options);
            else OneYear(session, last, network, options);
            return Program.Answered;
        });
    }

    private static void Own(Session session, string path, BalanceOptions options)
    {
        var progress = new StepProgress(session.Terminal);
        var reading = BalanceAnalysis.Run(SignedNetworkFile.Read(path, session.World.States), options, progress.Report, session.Cancellation);
        session.Terminal.ClearProgress();
        if (session.Json) BalanceJson.Write(session.Terminal, reading, null, session.World);
        else BalanceReport.Write(session.Terminal, reading, null, Path.GetFileName(path), session.World);
    }

    private static void OneYear(Session session, int year, SignedNetworkOptions network, BalanceOptions options)
    {
        var progress = new StepProgress(session.Terminal);
        var built = SignedNetworks.Build(session.World, year, network, session.Cancellation);
        var reading = BalanceAnalysis.Run(built.Named, options, progress.Report, session.Cancellation);
        session.Terminal.ClearProgress();
        if (session.Json) BalanceJson.Write(session.Terminal, reading, built, session.World);
        else BalanceReport.Write(session.Terminal, reading, built, $"states in {year}", session.World);
    }

    private static void Years(Session session, int first, int last, int every, SignedNetworkOptions network, BalanceOptions options)
    {
        if (first > last) throw new InvalidInputException($"The first year {first} is after the last year {last}; swap --since and --year.");
        var years = Enumerable.Range(first, last - first + 1).Where(one => one == first || one == last || one % every == 0);
        var progress = new StepProgress(session.Terminal);
        var series = BalanceAnalysis.Series(session.World, years, network, options, progress.Report, session.Cancellation);
        session.Terminal.ClearProgress();
        if (session.Json) BalanceJson.WriteSeries(session.Terminal, series, network, session.World);
        else BalanceReport.WriteSeries(session.Terminal, series, network, session.World);
    }

    private static ContradictionRule Rule(string? word) => word?.ToLowerInvariant() switch
    {
        null or "foes" => ContradictionRule.Foes,
        "friends" => ContradictionRule.Friends,
        "none" => ContradictionRule.Drop,
        _ => throw new InvalidInputException($"--if-both knows no '{word}'; it takes foes, friends or none."),
    };

    private static AgreementCut Cut(string? word) => word?.ToLowerInvariant() switch
    {
        null or "quantiles" => AgreementCut.Quantiles,
        "mixture" => AgreementCut.Mixture,
        _ => throw new InvalidInputException($"--cut knows no '{word}'; it takes quantiles or mixture."),
    };
}
