using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.Models.Trade.WhatIf;
using Entente.Models.Trade.WhatIf.Files;

namespace Entente.Cli.Verbs;

/// <summary>Who gains and who loses when trade costs change?</summary>
internal static class TradeWhatIfVerb
{
    private const int MostDraws = 1_000_000;
    private const int MostThreads = 1024;

    public static Verb Build(Invocation invocation)
    {
        var file = Arguments.Text("FILE", "a shipped what-if by name, or the path of a what-if file (YAML)");
        var draws = Arguments.Count("--draws", "random draws of the assumptions (default: what the file says, else 10,000)", 100, MostDraws);
        var seed = Arguments.Seed("--seed", "seed of the random streams (default: what the file says, else 1); the same seed gives the same bytes");
        var threads = Arguments.Count("--threads", "threads to use (default: all); the result does not depend on it", 1, MostThreads);
        var year = Arguments.Year("--year", "start from this year instead of the one in the file");
        var verb = new Verb("what-if", "who gains and who loses when sanctions are lifted or imposed, trade ends, or an agreement is made")
        {
            Examples =
            [
                ("entente trade what-if sanctions-relief", "the shipped example: by the United States alone, with Europe, by everybody"),
                ("entente trade what-if decoupling-2014 --json", "all trade between Russia and the West ends; the numbers as JSON"),
            ],
        };
        verb.Add(file);
        foreach (var option in new Option[] { draws, seed, threads, year }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var question = WhatIfFile.Read(WhatIfLibrary.Locate(session.Get(file)), session.World.States, session.World.Blocs, session.Get(year));
            var options = new WhatIfOptions { Draws = session.Get(draws), Seed = session.Get(seed) };
            if (session.Get(threads) is { } most) options = options with { Threads = most };
            var progress = new DrawProgress(session.Terminal, (options.Draws ?? question.Draws ?? WhatIfOptions.DefaultDraws) * question.Variants.Length);
            var answer = WhatIfModel.Run(session.World, question, options, progress, session.Cancellation);
            session.Terminal.ClearProgress();
            session.Cancellation.ThrowIfCancellationRequested();
            if (session.Json) WhatIfJson.Write(session.Terminal, answer);
            else WhatIfReport.Write(session.Terminal, answer);
            return Program.Answered;
        });
    }
}
