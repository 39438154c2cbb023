using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.Models.Editions;
using Entente.Models.Figures;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli.Verbs;

/// <summary>What did a new edition change, and which figures moved?</summary>
internal static class DataDiffVerb
{
    public static Verb Build(Invocation invocation)
    {
        var old = new Argument<string?>("OLD") { Description = "an edition or store (default: the shipped snapshot)", HelpName = "OLD", Arity = ArgumentArity.ZeroOrOne };
        var @new = new Argument<string?>("NEW") { Description = "another one (default: your store)", HelpName = "NEW", Arity = ArgumentArity.ZeroOrOne };
        var last = new Option<bool>("--last") { Description = "your store before its last refresh or import against what it is now" };
        var figure = new Option<string[]>("--figure") { Description = "also this figure, as 'entente figure' takes it: \"gdp state=POL year=2024\"", HelpName = "REQUEST", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        var tables = new Option<bool>("--tables") { Description = "rows only, no figures" };
        var verb = new Verb("diff", "what differs between two editions: rows by table, coverage, files, and which headline figures moved")
        {
            Examples =
            [
                ("entente data diff", "the shipped snapshot against your store"),
                ("entente data diff --last", "what the last refresh or import changed"),
                ("entente data diff data/snapshot out/snapshot --figure \"gdp state=POL year=2020\"", "two folders, and one more figure"),
            ],
        };
        verb.Add(old);
        verb.Add(@new);
        foreach (var option in new Option[] { last, figure, tables }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var (before, after) = Editions(session.Get(old), session.Get(@new), session.Get(last), session.StoreAsked);
            var asked = (session.Get(figure) ?? []).Select(Request).ToArray();
            var progress = new StepProgress(session.Terminal);
            var difference = StoreDifference.Between(before, after, progress, session.Cancellation);
            MovedFigure[] figures = [];
            if (!session.Get(tables) && (!difference.IsSame || asked.Length > 0))
            {
                using var first = WorldEdition.Open(before, session.BlocFiles);
                using var second = WorldEdition.Open(after, session.BlocFiles);
                FigureRequest[] requests = [.. asked.Concat(difference.IsSame ? [] : EditionFigures.Headline(first, second)).DistinctBy(request => request.ToString())];
                foreach (var request in asked) FigureCatalogue.Check(second, request);
                figures = [.. EditionFigures.Compare(first, second, requests, progress, session.Cancellation)];
            }

            session.Terminal.ClearProgress();
            if (session.Json) DataDiffReport.WriteJson(session.Terminal, difference, figures, session.World.Catalog);
            else DataDiffReport.Write(session.Terminal, difference, figures);
            return Program.Answered;
        });
    }

    private static (string Before, string After) Editions(string? old, string? @new, bool last, string? asked)
    {
        if (last)
        {
            if (old is not null) throw new InvalidInputException("--last takes your store and no folders; leave one of the two out.");
            var store = asked ?? StoreLocator.UserStore();
            if (!File.Exists(Path.Combine(store, "CURRENT"))) throw new NoAnswerException($"You have no store of your own in {store}: nothing was refreshed or imported yet.");
            var previous = StoreLocator.Previous(store) ?? StoreLocator.Shipped() ?? throw new NoAnswerException($"{store} keeps no edition before its current one; name two folders.");
            return (previous, StoreLocator.EditionOf(store));
        }

        var before = old is not null ? StoreLocator.EditionOf(old) : StoreLocator.Shipped() ?? throw new NoAnswerException("No shipped snapshot is found; name two folders.");
        if (@new is not null) return (before, StoreLocator.EditionOf(@new));
        var after = StoreLocator.Locate(asked);
        if (old is null && Path.GetFullPath(after) == Path.GetFullPath(before)) throw new NoAnswerException("You have no store of your own yet, so there is nothing to compare the shipped snapshot with; refresh or import first, or name two folders on the command line.");
        return (before, after);
    }

    private static FigureRequest Request(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? FigureRequest.Parse(words[0], words[1..]) : throw new InvalidInputException("--figure needs the name of a figure.");
    }
}
