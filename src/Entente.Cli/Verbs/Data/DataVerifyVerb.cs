using Entente.Cli.Reports.Data;
using Entente.World.Store;

namespace Entente.Cli.Verbs.Data;

/// <summary>Is the store intact?</summary>
internal static class DataVerifyVerb
{
    public static Verb Build(Invocation invocation) =>
        new Verb("verify", "is the store intact: hashes, rows, keys, references, and facts that are known")
        {
            Examples = [("entente data verify", "checks the shipped snapshot"), ("entente data verify --store out/snapshot", "checks a store of your own")],
        }.Does(invocation, session =>
        {
            var verification = StoreVerification.Verify(StoreLocator.Locate(session.StoreAsked));
            if (session.Json) DataVerifyReport.WriteJson(session.Terminal, verification);
            else DataVerifyReport.Write(session.Terminal, verification);
            return verification.Passed ? Program.Answered : Program.NotAnswered;
        });
}
