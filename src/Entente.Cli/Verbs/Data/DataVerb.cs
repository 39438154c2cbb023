namespace Entente.Cli.Verbs.Data;

/// <summary>What is held, how old and intact it is; build it anew, bring in newer editions, see what they change.</summary>
internal static class DataVerb
{
    public static Verb Build(Invocation invocation)
    {
        var verb = new Verb("data", "what is held, how old and intact it is; build it anew, bring in newer editions, see what they change");
        verb.Add(DataListVerb.Build(invocation));
        verb.Add(DataVerifyVerb.Build(invocation));
        verb.Add(DataBuildVerb.Build(invocation));
        verb.Add(DataImportVerb.Build(invocation));
        verb.Add(DataRefreshVerb.Build(invocation));
        verb.Add(DataStatusVerb.Build(invocation));
        verb.Add(DataDiffVerb.Build(invocation));
        return verb;
    }
}
