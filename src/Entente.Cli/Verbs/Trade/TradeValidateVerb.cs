using Entente.Cli.Reports.Trade;
using Entente.Models.Trade.WhatIf.Validation;

namespace Entente.Cli.Verbs.Trade;

/// <summary>How well would the trade model have foretold the reshuffling of Russia's trade?</summary>
internal static class TradeValidateVerb
{
    private const int DefaultFrom = 2019;

    public static Verb Build(Invocation invocation)
    {
        var from = Arguments.Year("--from", $"the year to start from, before the sanctions of 2022 (default: {DefaultFrom})");
        var verb = new Verb("validate", "how well the model foretells Russia's trade of 2023 from a world before the sanctions, against three benchmarks")
        {
            Examples = [("entente trade validate", "from 2019"), ("entente trade validate --from 2020 --json", "from the year of the pandemic; the numbers as JSON")],
        };
        verb.Add(from);
        return verb.Does(invocation, session =>
        {
            var validation = ReshufflingModel.Run(session.World, session.Get(from) ?? DefaultFrom);
            session.Cancellation.ThrowIfCancellationRequested();
            if (session.Json) TradeValidateReport.WriteJson(session.Terminal, validation);
            else TradeValidateReport.Write(session.Terminal, validation);
            return Program.Answered;
        });
    }
}
