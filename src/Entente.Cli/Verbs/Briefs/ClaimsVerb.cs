namespace Entente.Cli.Verbs.Briefs;

/// <summary>Claims of a text: find what could be checked.</summary>
internal static class ClaimsVerb
{
    public static Verb Build(Invocation invocation)
    {
        var verb = new Verb("claims", "find what data could settle in an article, and draft a claims file");
        verb.Add(ClaimsDraftVerb.Build(invocation));
        return verb;
    }
}
