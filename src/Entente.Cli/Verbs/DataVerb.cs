namespace Entente.Cli.Verbs;

/// <summary>What is held, is it intact, build it anew, bring in a newer edition.</summary>
internal static class DataVerb
{
    public static Verb Build(Invocation invocation)
    {
        var verb = new Verb("data", "what is held, is it intact, build it anew, bring in a newer edition");
        verb.Add(DataListVerb.Build(invocation));
        verb.Add(DataVerifyVerb.Build(invocation));
        verb.Add(DataBuildVerb.Build(invocation));
        verb.Add(DataImportVerb.Build(invocation));
        return verb;
    }
}
