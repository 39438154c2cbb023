using System.CommandLine;
using Entente.Briefing;
using Entente.Cli.Reports.Trade;
using Entente.Cli.Show;
using Entente.Models.Trade.WhatIf;
using Entente.Models.Trade.WhatIf.Files;

namespace Entente.Cli.Verbs.Trade;

/// <summary>Who gains and who loses when trade costs change?</summary>
internal static class TradeWhatIfVerb
{
    private const int MostDraws = 1_000_000;
    private const int MostThreads = 1024;

    public static Verb Build(Invocation invocation)
    {
        var name = Arguments.Text("FILE", "a shipped what-if by name, or the path of a what-if file (YAML)");
        var draws = Arguments.Count("--draws", "random draws of the assumptions (default: what the file says, else 10,000)", 100, MostDraws);
        var seed = Arguments.Seed("--seed", "seed of the random streams (default: what the file says, else 1); the same seed gives the same bytes");
        var threads = Arguments.Count("--threads", "threads to use (default: all); the result does not depend on it", 1, MostThreads);
        var year = Arguments.Year("--year", "start from this year instead of the one in the file");
        var output = Arguments.Text("--out", "FILE", "also write the brief with maps (FILE.html, FILE.md or FILE.pdf), the maps (FILE.svg) or the table of economies (FILE.csv)");
        var verb = new Verb("what-if", "who gains and who loses when sanctions are lifted or imposed, trade ends, or an agreement is made")
        {
            Examples =
            [
                ("entente trade what-if sanctions-relief", "the shipped example: by the United States alone, with Europe, by everybody"),
                ("entente trade what-if sanctions-relief --out relief.html", "the same, with the brief to read and to share"),
                ("entente trade what-if decoupling-2014 --json", "all trade between Russia and the West ends; the numbers as JSON"),
            ],
        };
        verb.Add(name);
        foreach (var option in new Option[] { draws, seed, threads, year, output }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            // What can be refused is refused before the long work.
            var file = session.Get(output);
            if (file is not null) WhatIfOutput.Check(file);
            var question = WhatIfFile.Read(WhatIfLibrary.Locate(session.Get(name)), session.World.States, session.World.Blocs, session.Get(year));
            var options = new WhatIfOptions { Draws = session.Get(draws), Seed = session.Get(seed) };
            if (session.Get(threads) is { } most) options = options with { Threads = most };
            var progress = new DrawProgress(session.Terminal, (options.Draws ?? question.Draws ?? WhatIfOptions.DefaultDraws) * question.Variants.Length * (question.Sectors is null ? 1 : 2));
            var answer = WhatIfModel.Run(session.World, question, options, progress, session.Cancellation);
            session.Terminal.ClearProgress();
            session.Cancellation.ThrowIfCancellationRequested();
            var making = new BriefOptions { Version = CommandLine.Version, CommandLine = $"entente trade what-if {session.Get(name)} --draws {answer.Draws} --seed {answer.Seed}{(session.Get(year) is { } start ? $" --year {start}" : "")}" };
            if (file is not null) WhatIfOutput.Write(answer, file, making);
            if (session.Json) WhatIfJson.Write(session.Terminal, answer);
            else WhatIfReport.Write(session.Terminal, answer);
            return Program.Answered;
        });
    }
}
