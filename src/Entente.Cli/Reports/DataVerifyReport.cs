using Entente.Briefing;
using Entente.Cli.Show;
using Entente.World.Store;

namespace Entente.Cli.Reports;

/// <summary>Shows whether a store is intact.</summary>
internal static class DataVerifyReport
{
    /// <summary>For people: what failed in full, what passed in a line.</summary>
    public static void Write(Terminal terminal, StoreVerification verification)
    {
        terminal.Title(verification.Passed ? "The store is intact" : "The store is damaged", verification.Directory);
        var table = Look.Table(Look.Names(string.Empty), Look.Words("checked"), Look.Words("found"));
        foreach (var check in verification.Checks)
            table.Row(check.Outcome == CheckOutcome.Failed ? "[red]failed[/]" : Word(check.Outcome), Terminal.Escape(check.Subject), $"[dim]{Terminal.Escape(check.Detail)}[/]");
        terminal.Write(table);
        var failed = verification.Checks.Count(check => check.Outcome == CheckOutcome.Failed);
        terminal.Line();
        terminal.Markup(failed == 0
            ? $"{Numbers.Whole(verification.Checks.Length)} checks, none failed."
            : $"[red]{Numbers.Whole(failed)} of {Numbers.Whole(verification.Checks.Length)} checks failed[/]; restore the files from the project, or build the store anew with 'entente data build'.");
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, StoreVerification verification) => JsonText.Document(terminal.Raw, "verification", json =>
    {
        json.WriteString("store", verification.Directory);
        json.WriteBoolean("passed", verification.Passed);
        json.List("checks", verification.Checks, check =>
        {
            json.WriteString("subject", check.Subject);
            json.WriteString("outcome", Word(check.Outcome));
            json.WriteString("detail", check.Detail);
        });
        var (provenance, catalog) = verification.Grounds();
        json.Provenance(provenance, catalog);
    });

    private static string Word(CheckOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
