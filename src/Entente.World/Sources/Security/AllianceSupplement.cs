using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>
/// The project's own dated and sourced continuation of ATOP (<c>data/reference/alliance_supplement.csv</c>): treaties known to be in force after the last year of ATOP,
/// each held until the day on which its standing was last checked.
/// </summary>
/// <remarks>
/// <para>Rules of a row: <c>pact</c> binds every party in <c>a</c> to every other; <c>accession</c> and <c>withdrawal</c> change the parties of a pact; <c>mutual</c> binds <c>a</c>
/// and <c>b</c> to each other; <c>directed</c> binds <c>a</c> to <c>b</c> alone.</para>
/// <para>As in ATOP, a year counts when the obligation held on any of its days. Where several treaties bind a dyad, the spell has the obligations of all and names all documents.
/// A treaty that the file does not list is missing after the last year of ATOP; it is not known to have ended.</para>
/// </remarks>
internal static class AllianceSupplement
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "alliance-supplement";

    /// <summary>The last year that version 5.1 of ATOP observes.</summary>
    public const int LastYearOfAtop = 2018;

    /// <summary>Reads the supplement into spells that begin after <paramref name="after"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="states">The state system.</param>
    /// <param name="after">The last year covered by ATOP, which the supplement must not overlap.</param>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, a state is not known, or a row changes a pact that no row before it founds.</exception>
    public static ImportResult Read(string path, StateSystem states, int after = LastYearOfAtop)
    {
        var notes = new ImportNotes();
        var obligations = SupplementRows.Read(path, states, notes);
        var years = new Dictionary<(int A, int B, int Year), (AllianceTerms Terms, SortedSet<string> Documents)>();
        foreach (var obligation in obligations)
        {
            for (var year = Math.Max(obligation.From.Year, after + 1); year <= obligation.To.Year; year++)
            {
                var key = (obligation.A, obligation.B, year);
                if (!years.TryGetValue(key, out var held)) held = (default, new SortedSet<string>(StringComparer.Ordinal));
                held.Documents.Add(obligation.Document);
                years[key] = (held.Terms.With(obligation.Terms), held.Documents);
            }
        }

        var spells = new YearSpells<(int A, int B), (AllianceTerms Terms, string Documents)>();
        foreach (var (key, value) in years) spells.Add((key.A, key.B), key.Year, (value.Terms, string.Join("; ", value.Documents)));

        var data = new TableData(StoreSchema.Alliances);
        foreach (var (dyad, from, to, (terms, documents)) in spells.All())
        {
            data.Add(dyad.A, dyad.B, from, to, terms.Defense, terms.Offense, terms.Neutrality, terms.Nonaggression, terms.Consultation, documents);
        }

        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
