using System.CommandLine;
using Entente.Cli.Reports;
using Entente.World;
using Entente.World.Store;
using Entente.World.Store.Queries;

namespace Entente.Cli.Verbs;

/// <summary>What no figure answers: one SELECT over the views of the store.</summary>
internal static class QueryVerb
{
    private const int MostRows = 1_000_000;

    public static Verb Build(Invocation invocation)
    {
        var sql = Arguments.Text("SQL", "one SELECT, in quotes");
        sql.Arity = ArgumentArity.ZeroOrOne;
        var views = new Option<bool>("--views") { Description = "list the views and their columns (no SQL is needed)" };
        var output = Arguments.Text("--out", "FILE", "write the rows as FILE.csv; text that a spreadsheet would compute is marked with an apostrophe");
        var rows = Arguments.Count("--rows", "rows at most (default: 1000 on the screen, 100,000 in a file)", 1, MostRows);
        var seconds = Arguments.Count("--seconds", "seconds after which the query is stopped (default: 20)", 1, 600);
        var verb = new Verb("query", "one read-only SELECT over the tables that are held, for what no figure answers")
        {
            Examples =
            [
                ("entente query --views", "what can be read"),
                ("entente query \"SELECT year, value FROM indicators WHERE state = 'RUS' AND indicator = 'population'\"", "a series"),
                ("entente query \"SELECT host, personnel FROM troops WHERE year = 2024\" --out t.csv", "as a table for a spreadsheet"),
            ],
        };
        verb.Add(sql);
        foreach (var option in new Option[] { views, output, rows, seconds }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            if (session.Get(views))
            {
                if (session.Json) QueryReport.WriteViewsJson(session.Terminal, session.World);
                else QueryReport.WriteViews(session.Terminal);
                return Program.Answered;
            }

            if (session.Get(sql) is not { Length: > 0 } asked) throw new InvalidInputException("query needs one SELECT in quotes, or --views to see what can be read.");
            var path = session.Get(output);
            if (path is not null)
            {
                if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) throw new InvalidInputException($"'{path}' does not end in .csv; rows are written as CSV.");
                OutputFile.Check(path);
            }

            var limits = new QueryLimits { Rows = session.Get(rows) ?? (path is null ? 1000 : 100_000), Time = TimeSpan.FromSeconds(session.Get(seconds) ?? 20) };
            var answer = session.World.Query(asked, limits, session.Cancellation);
            if (path is not null) WholeFile.Write(path, QueryCsv.Text(answer));
            if (session.Json) QueryReport.WriteJson(session.Terminal, answer, asked, session.World.Catalog);
            else QueryReport.Write(session.Terminal, answer, asked, path);
            return Program.Answered;
        });
    }
}
