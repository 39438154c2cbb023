using System.Collections.Immutable;
using Entente.Web.Questions;

namespace Entente.Web.Tests.Description;

/// <summary>The calls whose answers show what answers look like: the examples of the help, and some that show parts those do not.</summary>
internal static class ShapeCalls
{
    /// <summary>Calls beyond the examples, as addresses.</summary>
    private static readonly string[] More =
    [
        "align?a=RUS&b=CHN&on=ties&since=2010",
        "align?a=HUN&b=NATO&on=alliances&since=1999",
        "align?a=USA&b=CHN&since=1946",
        "assess?strategy=status-quo&draws=1000",
        "balance?year=1914",
        "camps?year=1964",
        "camps?year=2023&against=2003&states=NATO,BRICS",
        "cases?case=us-ussr-detente",
        "depend?a=USA&on=CHN&since=1990",
        "depend?a=IND&on=RUS&since=2015&indirect=true",
        "figure?name=gdp&parameters=state=POL&parameters=year=2020",
        "landscape?states=USA&states=RUS&states=CHN&year=2010",
        "promise?a=USA&to=POL",
        "query?sql=SELECT 1 AS one, 'a' AS two, NULL AS three, 1.5 AS four, true AS five",
        "risk?a=IND&b=PAK&year=2020",
        "state?state=YUG&year=1990",
        "ties?a=PRK&b=USA",
        "triangle?a=USA&b=CHN&c=RUS&since=1990&until=2024",
        "vote?resolution=68/262&expected=true&names=true",
    ];

    /// <summary>Questions whose answers take too long for every run of the tests; they are asked with ENTENTE_SLOW=1 in the environment.</summary>
    private static readonly string[] Slow = ["backtest", "hypotheses", "sensitivity", "trade/validate", "gas/validate", "drivers", "points", "compare", "trade/gravity"];

    /// <summary>The calls, for the questions that are at hand.</summary>
    /// <param name="questions">What can be asked.</param>
    /// <param name="slow">Whether the slow ones are meant, or the others.</param>
    public static IEnumerable<QuestionCall> Of(ImmutableArray<Question> questions, bool slow)
    {
        var asked = questions.Where(question => question.HasJson && !question.Changes && slow == Slow.Contains(question.Name)).ToList();
        foreach (var question in asked)
        {
            if (question.Name == "panel/dyad-year") continue;
            foreach (var example in question.Examples.Where(example => example.Format is null or not "csv")) yield return example.Call;
        }

        foreach (var address in More)
        {
            var (name, query) = (address[..address.IndexOf('?', StringComparison.Ordinal)], address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..]);
            if (asked.Find(question => question.Name == name) is not { } question) continue;
            yield return QuestionCall.Of(question, query.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1])));
        }
    }
}
