namespace Entente.Cli.Verbs;

internal static class DataVerb
{
    public static Verb Build(Invocation invocation) => new("data", "what is held, is it intact, build it anew, bring in a newer edition");
}
