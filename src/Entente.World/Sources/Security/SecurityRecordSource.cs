using System.Globalization;
using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>
/// The project's own list of public events of cooperation that no data set measures (<c>data/reference/security_record.csv</c>): exercises, technology, intelligence, forces. A row of several
/// parties holds for each pair of them.
/// </summary>
internal static class SecurityRecordSource
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "security-record";

    private static readonly string[] Columns = ["parties", "date", "kind", "what", "document"];
    private static readonly string[] Kinds = ["agreement", "arms", "exercise", "forces", "intelligence", "technology"];
    private static readonly string[] DateForms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>Reads the rows and expands them to pairs.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong: fewer than two parties, an unknown state or kind, a date that is none.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var events = new SortedSet<(int A, int B, string Date, string Kind, string What, string Document)>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (date, kind) = (row.Text("date"), row.Text("kind"));
            if (!DateTime.TryParseExact(date, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) throw row.Bad("date", $"'{date}' is not a date; write yyyy, yyyy-mm or yyyy-mm-dd.");
            if (!Kinds.Contains(kind, StringComparer.Ordinal)) throw row.Bad("kind", $"'{kind}' is not a kind; {string.Join(", ", Kinds)} are.");
            var parties = row.Text("parties").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(code => states.FindIso3(code, day.Year)?.Id ?? throw row.Bad("parties", $"'{code}' is not the ISO3 code of a state in {day.Year}.")).Distinct().Order().ToArray();
            if (parties.Length < 2) throw row.Bad("parties", "two states are needed, as ISO3 codes with a blank between them.");
            for (var i = 0; i < parties.Length; i++)
            {
                for (var j = i + 1; j < parties.Length; j++)
                {
                    if (!events.Add((parties[i], parties[j], date, kind, row.Text("what"), row.Text("document")))) notes.Add(row, "row that stands twice", row.Text("what"));
                }
            }
        }

        var data = new TableData(StoreSchema.SecurityRecord);
        foreach (var entry in events.OrderBy(entry => (entry.A, entry.B)).ThenBy(entry => entry.Date, StringComparer.Ordinal).ThenBy(entry => entry.What, StringComparer.Ordinal))
        {
            data.Add(entry.A, entry.B, entry.Date, entry.What, entry.Kind, entry.Document);
        }

        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
