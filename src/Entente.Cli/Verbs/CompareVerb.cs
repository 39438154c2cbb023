using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.Models.Strategy.Comparison;
using Entente.World;

namespace Entente.Cli.Verbs;

/// <summary>Which of several strategies fares best over the same futures?</summary>
internal static class CompareVerb
{
    public static Verb Build(Invocation invocation)
    {
        var names = new Argument<string[]>("STRATEGY") { Description = "two or more shipped strategies by name, or paths of strategy files", HelpName = "STRATEGY", Arity = ArgumentArity.OneOrMore };
        var calls = new StrategyCalls("10,000 each");
        var split = Arguments.Text("--split", "SHARE", "chance of a split that is good enough (default: 25 %)");
        var drifts = Arguments.Text("--drifts", "NUMBER", "most allies, as an expected number, that may stop relying (default: 1)");
        var verb = new Verb("compare", "strategies side by side over the same futures: chances, regret, and how often each is good enough")
        {
            Examples =
            [
                ("entente compare status-quo reverse-kissinger reverse-kissinger-with-europe", "three shipped strategies"),
                ("entente compare reverse-kissinger double-down-on-allies --split 10 % --drifts 0.5", "with thresholds of your own"),
            ],
        };
        verb.Add(names);
        foreach (var option in calls.All.Concat([split, drifts])) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var options = calls.Read(session);
            var thresholds = new ComparisonOptions();
            if (session.Get(split) is { } share) thresholds = thresholds with { LeastSplit = Number("--split", share, 0, 1, percent: true) };
            if (session.Get(drifts) is { } most) thresholds = thresholds with { MostDrifts = Number("--drifts", most, 0, 100, percent: false) };
            var strategies = (session.Get(names) ?? []).Select(name => StrategyCalls.File(session, name)).ToArray();
            if (strategies.Length < 2) throw new InvalidInputException("A comparison takes two strategies or more; name another, such as status-quo.");
            var progress = new DrawProgress(session.Terminal, options.Draws * strategies.Length);
            var table = StrategyCompare.Run(session.World, [.. strategies], options, thresholds, progress, session.Cancellation);
            session.Terminal.ClearProgress();
            if (session.Json) CompareJson.Write(session.Terminal, table, session.World.Catalog);
            else CompareReport.Write(session.Terminal, table, session.World.Catalog);
            return Program.Answered;
        });
    }

    private static double Number(string option, string text, double low, double high, bool percent)
    {
        var isPercent = percent && text.TrimEnd().EndsWith('%');
        var digits = isPercent ? text.TrimEnd()[..^1] : text;
        if (double.TryParse(digits.Trim(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value))
        {
            value = isPercent ? value / 100 : value;
            if (value >= low && value <= high) return value;
        }

        throw new InvalidInputException(FormattableString.Invariant($"{option} needs a number from {low} to {high}{(percent ? ", or a percentage," : string.Empty)} and not '{text}'."));
    }
}
