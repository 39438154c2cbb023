using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>
/// Alliance obligations of ATOP (Leeds et al. 2002): directed dyad-years folded into spells of constant obligations. Reads the publisher's <c>atop5_1ddyr.csv</c>
/// (<c>stateA, stateB, year, defense, offense, neutral, nonagg, consul</c>), its archive, or the columns <c>ccode1, ccode2, year, atop_defense …</c>.
/// </summary>
/// <remarks>The last year of a spell is the last year that ATOP observes: nothing is carried on beyond 2018 (version 5.1). Dyad-years without any of the five obligations are counted and left out.</remarks>
internal static class AtopAlliances
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "atop";

    private static readonly string[] PublisherColumns = ["stateA", "stateB", "year", "defense", "offense", "neutral", "nonagg", "consul"];
    private static readonly string[] Columns = ["ccode1", "ccode2", "year", "atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul"];

    /// <summary>Whether the file holds directed dyad-years.</summary>
    public static bool Recognises(string path) => IsPublishers(path) || PublisherFile.Holds(path, Columns);

    private static bool IsPublishers(string path) => PublisherFile.Holds(path, PublisherColumns);

    /// <summary>Reads directed dyad-years.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or has neither set of columns.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a dyad-year stands twice with different obligations.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var fields = IsPublishers(path) ? PublisherColumns : Columns;
        var guard = new DuplicateGuard<(int A, int B, int Year), AllianceTerms>(notes, fields[3], key => $"obligations of {key.A} to {key.B} in {key.Year}");
        var spells = new YearSpells<(int A, int B), AllianceTerms>();
        using var table = PublisherFile.Open(path, fields, notes);
        foreach (var row in table.Rows())
        {
            if (!codes.TryCowDyad(row, fields[0], fields[1], out var a, out var b)) continue;
            var year = row.Year(fields[2]);
            var terms = new AllianceTerms(row.Flag(fields[3]), row.Flag(fields[4]), row.Flag(fields[5]), row.Flag(fields[6]), row.Flag(fields[7]));
            if (!guard.IsNew(row, (a, b, year), terms)) continue;
            if (terms.AreEmpty) notes.Add(row, "dyad-year without any of the five obligations", $"{a} to {b}");
            else spells.Add((a, b), year, terms);
        }

        var data = new TableData(StoreSchema.Alliances);
        foreach (var (dyad, from, to, terms) in spells.All())
        {
            data.Add(dyad.A, dyad.B, from, to, terms.Defense, terms.Offense, terms.Neutrality, terms.Nonaggression, terms.Consultation, Source);
        }

        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
