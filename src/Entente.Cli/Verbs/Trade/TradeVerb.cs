namespace Entente.Cli.Verbs.Trade;

/// <summary>What does a change in trade costs do?</summary>
internal static class TradeVerb
{
    public static Verb Build(Invocation invocation)
    {
        var verb = new Verb("trade", "what a change in trade costs does, to whom, with bands: sanctions lifted or imposed, embargoes, agreements");
        verb.Add(TradeWhatIfVerb.Build(invocation));
        verb.Add(TradeEstimateVerb.Build(invocation));
        verb.Add(TradeGravityVerb.Build(invocation));
        verb.Add(TradeValidateVerb.Build(invocation));
        return verb;
    }
}
