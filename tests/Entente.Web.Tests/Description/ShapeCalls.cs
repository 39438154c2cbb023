using System.Collections.Immutable;
using System.Text.Json;
using Entente.Web.Questions;

namespace Entente.Web.Tests.Description;

/// <summary>The calls whose answers show what answers look like: the examples of the help, and some that show parts those do not.</summary>
internal static class ShapeCalls
{
    /// <summary>Calls beyond the examples, as addresses.</summary>
    private static readonly string[] More =
    [
        "align?a=HUN&b=POL&on=alliances&since=1999",
        "align?a=USA&b=CHN&since=1946",
        "assess?strategy=status-quo&draws=1000",
        "assess?strategy=reverse-kissinger&draws=500",
        "explain?strategy=reverse-kissinger&draws=500",
        "questions?strategy=reverse-kissinger&draws=500",
        "balance?year=1914",
        "camps?year=1965",
        "camps?year=2023&against=2003&states=NATO,BRICS",
        "cases?case=britain-japan-1901",
        "depend?a=USA&on=CHN&since=1990",
        "depend?a=IND&on=RUS&since=2015&indirect=true",
        "figure?name=gdp&parameters=state=POL&parameters=year=2020",
        "landscape?states=USA,RUS,CHN,IND&year=2010",
        "promise?state=USA&to=POL",
        "query?sql=SELECT 1 AS one, 'a' AS two, NULL AS three, 1.5 AS four, true AS five",
        "risk?state=IND&state=PAK&year=2020",
        "state?state=YUG&year=1990",
        "ties?a=PRK&b=USA",
        "triangle?state=USA&state=CHN&state=RUS&since=1990&until=2024",
        "vote?symbol=68/262&names=true",
    ];

    /// <summary>Calls beyond the examples that take too long for every run of the tests.</summary>
    private static readonly string[] MoreSlow = ["align?a=USA&b=CHN&measure=points&since=2015"];

    /// <summary>Calls with the text of a document, which no address holds.</summary>
    private static readonly (string Question, string Body)[] Texts =
    [
        ("claims/draft", """{"article_text":"In 2023 Russia sold 30 % of its exports to China. The United States voted with Russia on resolution ES-11/7. Trade between China and Russia grew to 240 billion dollars, and many expect it to grow."}"""),
        ("trade/estimate", """{"regression_text":"outcome: trade\nregressors: [rta, late = (year = 2)::int]\neffects: [exporter, importer, year]\nerrors: [cluster(exporter^importer), hc1]\n","table_text":"exporter,importer,year,trade,rta\nA,B,1,5,0\nA,C,1,2,0\nB,A,1,4,0\nB,C,1,3,1\nC,A,1,6,0\nC,B,1,1,0\nA,B,2,7,1\nA,C,2,2,0\nB,A,2,5,1\nB,C,2,4,1\nC,A,2,5,0\nC,B,2,2,0\nD,E,2,0,1\nD,A,1,0,0\n"}"""),
        ("check", """{"claims_text":"title: Mine\nclaims:\n  - key: C1\n    statement: The United States voted no.\n    date: 2025-02-24\n    parts:\n      - says: it voted no\n        figure: vote-of\n        parameters: { state: USA, resolution: A/RES/ES-11/7 }\n        comparison: \"no\"\n"}"""),
    ];

    /// <summary>Questions whose answers take too long for every run of the tests; they are asked when the shapes are drawn anew.</summary>
    private static readonly string[] Slow = ["backtest", "hypotheses", "sensitivity", "trade/validate", "gas/validate", "drivers", "points", "compare", "trade/gravity"];

    /// <summary>Calls of other questions that take too long too; their shapes are seen in other calls.</summary>
    private static readonly string[] SlowCalls =
    [
        "assess?strategy=reverse-kissinger", "explain?strategy=reverse-kissinger", "explain?strategy=reverse-kissinger&figure=balance.reward", "questions?strategy=reverse-kissinger",
        "vote?symbol=A%2FRES%2FES-11%2F7&expected=true", "risk?scores=true", "risk?named=true", "trade/what-if?what_if=sanctions-relief",
    ];

    /// <summary>Calls about jobs, which are made first.</summary>
    /// <param name="desk">The desk that keeps them.</param>
    /// <param name="questions">What can be asked.</param>
    public static async Task<IEnumerable<QuestionCall>> OfJobs(ServedDesk desk, ImmutableArray<Question> questions)
    {
        if (questions.FirstOrDefault(question => question.Name == "diff") is not { } diff) return [];
        var (first, second) = (await DeskJobs.Assessed(desk, "status-quo"), await DeskJobs.Assessed(desk, "reverse-kissinger"));
        return new[] { (first, second), (first, first) }.Select(pair => QuestionCall.Of(diff, [KeyValuePair.Create("first", pair.Item1), KeyValuePair.Create("second", pair.Item2), KeyValuePair.Create("draws", "100")]));
    }

    /// <summary>The calls, for the questions that are at hand.</summary>
    /// <param name="questions">What can be asked.</param>
    /// <param name="slow">Whether the slow ones are among them.</param>
    public static IEnumerable<QuestionCall> Of(ImmutableArray<Question> questions, bool slow)
    {
        var asked = questions.Where(question => question.HasJson && !question.Changes && question.Name != OwnStore.Question && (slow || !Slow.Contains(question.Name))).ToList();
        foreach (var question in asked)
        {
            // The same call stands in some helps twice, once as a file.
            foreach (var call in question.Examples.Select(example => example.Call).DistinctBy(call => call.Key).Where(call => slow || !SlowCalls.Contains($"{call.Question.Name}?{call.Query}"))) yield return call;
        }

        foreach (var (name, body) in Texts)
        {
            if (asked.Find(question => question.Name == name) is { } question) yield return CallReader.Read(question, JsonElement.Parse(body));
        }

        foreach (var address in slow ? [.. More, .. MoreSlow] : More)
        {
            var (name, query) = (address[..address.IndexOf('?', StringComparison.Ordinal)], address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..]);
            if (asked.Find(question => question.Name == name) is not { } question) continue;
            yield return QuestionCall.Of(question, query.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1])));
        }
    }
}
