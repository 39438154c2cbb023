using System.CommandLine;
using Entente.Cli.Reports.Alignment;
using Entente.Cli.Show;
using Entente.Models.Votes.Ballots;
using Entente.Models.Votes.IdealPoints;
using Entente.World;

namespace Entente.Cli.Verbs.Alignment;

/// <summary>Who voted how?</summary>
internal static class VoteVerb
{
    public static Verb Build(Invocation invocation)
    {
        var symbol = new Argument<string?>("SYMBOL")
        {
            Description = "a document symbol, with or without A/RES/, or the id of a roll call",
            HelpName = "SYMBOL",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var find = Arguments.Text("--find", "WORDS", "list the votes whose title has these words");
        var number = Arguments.Count("--number", "which one, where several roll calls share the symbol", 1, 1000);
        var names = new Option<bool>("--names") { Description = "names of states instead of codes" };
        var expected = new Option<bool>("--expected") { Description = "estimate ideal points (some seconds) and show the votes that they make least likely" };
        var verb = new Verb("vote", "who voted how on a resolution of the UN General Assembly, by state and by bloc")
        {
            Examples =
            [
                ("entente vote A/RES/ES-11/7", "who voted how on the text of 24 February 2025"),
                ("entente vote A/RES/ES-11/7 --expected", "with the votes that a model would not have expected"),
                ("entente vote 78/11 --names", "the same for any symbol, with names"),
                ("entente vote --find \"Syrian Golan\"", "the votes with these words in the title, the newest first"),
            ],
        };
        verb.Add(symbol);
        verb.Add(find);
        verb.Add(number);
        verb.Add(names);
        verb.Add(expected);
        return verb.Does(invocation, session =>
        {
            var (wanted, words) = (session.Get(symbol), session.Get(find));
            if (wanted is null == words is null)
            {
                throw new InvalidInputException(wanted is null
                    ? "vote needs a SYMBOL or --find WORDS; for example 'entente vote A/RES/ES-11/7'."
                    : "vote takes either a SYMBOL or --find WORDS; leave one of them out.");
            }

            if (words is not null)
            {
                var found = RollCallFinder.Search(session.World.Votes, words);
                if (session.Json) VoteListReport.WriteJson(session.Terminal, words, found, session.World);
                else VoteListReport.Write(session.Terminal, words, found, session.World);
                return Program.Answered;
            }

            var position = RollCallFinder.Find(session.World.Votes, wanted!, session.Get(number));
            var result = RollCallResult.Compute(session.World, position, session.Get(expected) ? Expect(session, position) : null);
            if (session.Json) VoteReport.WriteJson(session.Terminal, result, session.World.Catalog);
            else VoteReport.Write(session.Terminal, result, session.World.Catalog, session.Get(names));
            return Program.Answered;
        });
    }

    private static VoteExpectation Expect(Session session, int position)
    {
        var estimates = IdealPointMemo.Estimate(session.World, new IdealPointOptions { Method = IdealPointMethod.Quick }, new ShareProgress(session.Terminal, "estimating ideal points"), session.Cancellation);
        session.Terminal.ClearProgress();
        return estimates.Expect(position) ?? new VoteExpectation("ideal points leave this roll call out: it was unanimous, the one of session 19, or an amendment or paragraph after 1989", []);
    }
}
