namespace Entente.Cli.Verbs.Trade;

/// <summary>What do gas routes, capacities and market power do?</summary>
internal static class GasVerb
{
    public static Verb Build(Invocation invocation)
    {
        var verb = new Verb("gas", "what a change of gas routes, capacities or demand does to prices, exporters and buyers, with bands");
        verb.Add(GasWhatIfVerb.Build(invocation));
        verb.Add(GasValidateVerb.Build(invocation));
        return verb;
    }
}
