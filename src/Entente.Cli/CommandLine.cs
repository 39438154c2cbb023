using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using Entente.Cli.Verbs;
using Entente.Cli.Verbs.Alignment;
using Entente.Cli.Verbs.Briefs;
using Entente.Cli.Verbs.Coalitions;
using Entente.Cli.Verbs.Data;
using Entente.Cli.Verbs.Security;
using Entente.Cli.Verbs.Strategies;
using Entente.Cli.Verbs.Trade;

namespace Entente.Cli;

/// <summary>The verbs of the program, and the way from arguments to the one that is meant.</summary>
internal static class CommandLine
{
    /// <summary>The verbs in the order of the help; each is built only when it may be needed, which keeps the start fast.</summary>
    private static readonly (string Name, Func<Invocation, Verb> Build)[] Verbs =
    [
        ("assess", AssessVerb.Build),
        ("brief", BriefVerb.Build),
        ("strategy", StrategyVerb.Build),
        ("compare", CompareVerb.Build),
        ("sensitivity", SensitivityVerb.Build),
        ("explain", ExplainVerb.Build),
        ("questions", QuestionsVerb.Build),
        ("merge", MergeVerb.Build),
        ("diff", DiffVerb.Build),
        ("align", AlignVerb.Build),
        ("points", PointsVerb.Build),
        ("vote", VoteVerb.Build),
        ("drift", DriftVerb.Build),
        ("depend", DependVerb.Build),
        ("trade", TradeVerb.Build),
        ("gas", GasVerb.Build),
        ("ties", TiesVerb.Build),
        ("allies", AlliesVerb.Build),
        ("risk", RiskVerb.Build),
        ("drivers", DriversVerb.Build),
        ("hypotheses", HypothesesVerb.Build),
        ("cases", CasesVerb.Build),
        ("promise", PromiseVerb.Build),
        ("triangle", TriangleVerb.Build),
        ("landscape", LandscapeVerb.Build),
        ("balance", BalanceVerb.Build),
        ("camps", CampsVerb.Build),
        ("map", MapVerb.Build),
        ("chart", ChartVerb.Build),
        ("backtest", BacktestVerb.Build),
        ("panel", PanelVerb.Build),
        ("check", CheckVerb.Build),
        ("claims", ClaimsVerb.Build),
        ("figures", FiguresVerb.Build),
        ("figure", FigureVerb.Build),
        ("query", QueryVerb.Build),
        ("state", StateVerb.Build),
        ("data", DataVerb.Build),
        ("serve", ServeVerb.Build),
        ("mcp", McpVerb.Build),
    ];

    /// <summary>Version of the program.</summary>
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <summary>Answers a call.</summary>
    /// <exception cref="World.EntenteException">The call was wrong, or the question could not be answered.</exception>
    public static int Invoke(string[] args, Show.Surface surface, CancellationToken cancellation, EditionPool? editions = null)
    {
        var invocation = new Invocation(surface, cancellation) { Editions = editions };
        var root = Root(args, invocation);
        var call = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (call.Action is not (HelpAction or VersionAction) && WrongCall.Describe(call, args) is { } sentence) throw new World.InvalidInputException(sentence);
        return call.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = surface.Output, Error = surface.Error });
    }

    /// <summary>All verbs, to be read, not called.</summary>
    public static RootCommand All() => Root([], new Invocation(Show.Surface.Plain(TextWriter.Null, TextWriter.Null), CancellationToken.None));

    private static RootCommand Root(string[] args, Invocation invocation)
    {
        var root = new RootCommand("Who sides with whom among states, why, and what would it take to change that?");
        foreach (var option in root.Options)
        {
            if (option is HelpOption help) help.Action = new HelpAction(invocation);
            if (option is VersionOption version) version.Action = new VersionAction(invocation);
        }

        foreach (var option in invocation.Globals.All) root.Add(option);
        var named = Array.FindIndex(Verbs, verb => args.Length > 0 && verb.Name == args[0]);
        foreach (var (_, build) in named >= 0 ? Verbs[named..(named + 1)] : Verbs) root.Add(build(invocation));
        if (args.Length == 0) root.Action = new HelpAction(invocation);
        return root;
    }

    private sealed class HelpAction(Invocation invocation) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            Help.Write(parseResult.CommandResult.Command, new Show.Terminal(invocation.Surface, !parseResult.GetValue(invocation.Globals.NoColour)));
            return Program.Answered;
        }
    }

    private sealed class VersionAction(Invocation invocation) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            invocation.Surface.Output.WriteLine($"entente {Version}");
            return Program.Answered;
        }
    }
}
