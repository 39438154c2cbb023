using System.Globalization;
using Entente.Briefing.Claims.Drafting;
using Entente.Cli.Show;
using Entente.World.Catalog;

namespace Entente.Cli.Reports;

/// <summary>Shows what an article states that data could settle.</summary>
internal static class ClaimsDraftReport
{
    private const int MostRows = 100;
    private const int LongestStatement = 220;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(Terminal terminal, ClaimDraft draft, string? file)
    {
        var held = draft.Claims.Where(claim => claim.Figure is not null).ToArray();
        var others = draft.Claims.Where(claim => claim.Figure is null).ToArray();
        terminal.Title(
            $"Checkable statements of {Shown(draft.Article)}",
            string.Create(Invariant, $"{draft.Sentences} sentences; {held.Length} statements with a figure, {others.Length} without"));
        if (draft.Claims.IsEmpty) terminal.Markup("Nothing was found that data on states could settle: no number, vote, treaty or membership is stated of a state as a fact.");
        if (held.Length > 0)
        {
            DraftedClaim? before = null;
            foreach (var claim in held.Take(MostRows))
            {
                if (before is null || before.Line != claim.Line || before.Statement != claim.Statement)
                {
                    if (before is not null) terminal.Line();
                    terminal.Item(string.Create(Invariant, $"line {claim.Line}"), Terminal.Escape(Shown(claim.Statement)));
                }

                terminal.Item("", Proposed(claim));
                before = claim;
            }

            if (held.Length > MostRows) terminal.Markup($"[dim]The first {MostRows}; --json or --out has all.[/]");
        }

        if (others.Length > 0)
        {
            terminal.Heading("No figure held", "these could be checked elsewhere");
            foreach (var claim in others.DistinctBy(claim => (claim.Line, claim.Statement)).Take(MostRows)) terminal.Item(string.Create(Invariant, $"line {claim.Line}"), Terminal.Escape(Shown(claim.Statement)));
        }

        terminal.Line();
        if (draft.InOtherScripts > 0) terminal.Item("?", string.Create(Invariant, $"[yellow]{draft.InOtherScripts} with amounts in scripts that are not read: choose figure and parameters yourself.[/]"));
        terminal.Markup("[dim]Found by rules over English words; about one statement in six is overlooked even of our own set, and what is found has to be read against its sentence (docs/claims-draft.md). No value was looked up.[/]");
        SourceNotes.Write(terminal, draft.Provenance.Documents);
        if (file is not null) terminal.Item("Written", Terminal.Escape(file));
        else if (held.Length > 0) terminal.Markup("[dim]--out FILE writes a claims file to edit and check.[/]");
    }

    /// <summary>"trade-share state=RUS partner=CHN: over half", and what is to be filled.</summary>
    private static string Proposed(DraftedClaim claim)
    {
        var parameters = string.Concat(claim.Parameters.Where(parameter => parameter.Value is not null).Select(parameter => $" {parameter.Name}={parameter.Value}"));
        var says = claim.Comparison is { } comparison ? $": {comparison}" : claim.Stated.Length > 0 ? $" [dim](the text: {Terminal.Escape(Shown(claim.Stated))})[/]" : "";
        return $"[bold]{claim.Figure}[/]{Terminal.Escape(parameters)}{(claim.Comparison is null ? says : Terminal.Escape(says))}{(claim.Missing.IsEmpty ? "" : $" [yellow]to fill: {Terminal.Escape(string.Join(", ", claim.Missing))}[/]")}";
    }

    public static void WriteJson(Terminal terminal, ClaimDraft draft) => JsonText.Document(terminal.Raw, "claims_draft", json =>
    {
        json.WriteString("article", draft.Article);
        json.WriteNumber("sentences", draft.Sentences);
        json.WriteNumber("in_other_scripts", draft.InOtherScripts);
        json.List("claims", draft.Claims, claim =>
        {
            json.WriteNumber("line", claim.Line);
            json.WriteString("statement", claim.Statement);
            json.WriteString("stated", claim.Stated);
            json.WriteString("figure", claim.Figure);
            json.WriteString("comparison", claim.Comparison);
            json.WriteBoolean("is_negated", claim.IsNegated);
            json.List("parameters", claim.Parameters, parameter =>
            {
                json.WriteString("name", parameter.Name);
                json.WriteString("value", parameter.Value);
                json.WriteString("description", parameter.Description);
            });
            json.Texts("to_fill", claim.Missing);
            json.Texts("notes", claim.Notes);
        });
        json.Provenance(draft.Provenance, new SourceCatalog([]));
    });

    /// <summary>One line without control characters and marks that turn the direction of text, cut where it is long.</summary>
    private static string Shown(string text)
    {
        var plain = string.Concat(text.Select(c => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? ' ' : c));
        if (plain.Length <= LongestStatement) return plain;
        var end = char.IsHighSurrogate(plain[LongestStatement - 1]) ? LongestStatement - 1 : LongestStatement;
        return $"{plain.AsSpan(0, end)}…";
    }
}
