using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Geography;

/// <summary>
/// Direct contiguity of the Correlates of War project: spells (<c>contdir.csv</c>), directed dyad-years (<c>contdird.csv</c>), the publisher's archive that holds both,
/// or spells with days (<c>ccode1, ccode2, conttype, stdate, enddate</c>).
/// </summary>
/// <remarks>Months are all that the publisher knows, so a spell ends with the last day of its last month. A spell that reaches the end of the file is open.</remarks>
internal static class CowContiguity
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "cow-contiguity";

    private static readonly DateOnly EndOfVersion = new(2016, 12, 31);

    private static readonly Layout[] Layouts =
    [
        new("ccode1", "ccode2", "stdate", "enddate"),
        new("statelno", "statehno", "begin", "end"),
        new("state1no", "state2no", "begin", "end"),
        new("state1no", "state2no", "year", null),
    ];

    /// <summary>Whether the file has one of the layouts.</summary>
    public static bool Recognises(string path) => Layouts.Any(layout => PublisherFile.Holds(path, layout.Columns));

    /// <summary>Reads the table of contiguity.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or has none of the known layouts.</exception>
    /// <exception cref="ImportException">A cell is wrong, or two rows of a pair contradict each other.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var layout = Layouts.FirstOrDefault(candidate => PublisherFile.Holds(path, candidate.Columns)) ?? Layouts[0];
        using var table = PublisherFile.Open(path, layout.Columns, notes);
        var spells = layout.End is null ? YearsAsSpells(table, codes, notes, layout) : Spells(table, codes, notes, layout);

        var lastDay = spells.Count == 0 ? EndOfVersion : spells.Max(spell => spell.To);
        if (lastDay < EndOfVersion) lastDay = EndOfVersion;
        var data = new TableData(StoreSchema.Contiguity);
        foreach (var spell in spells.OrderBy(spell => (spell.A, spell.B, spell.From)))
        {
            data.Add(spell.A, spell.B, spell.From, spell.To == lastDay ? null : spell.To, spell.Type);
        }

        return new ImportResult(Source, [data], notes.ToImmutable());
    }

    private static List<Spell> Spells(CsvTable table, StateCodes codes, ImportNotes notes, Layout layout)
    {
        var guard = new MirrorGuard<(int A, int B, DateOnly From), (DateOnly To, int Type)>(
            notes, "conttype", key => $"contiguity of {key.A} and {key.B} from {key.From:yyyy-MM}");
        var spells = new List<Spell>();
        foreach (var row in table.Rows())
        {
            if (!codes.TryCowDyad(row, layout.First, layout.Second, out var first, out var second)) continue;
            if (Type(row, notes) is not { } type) continue;
            var from = MonthOf(row, layout.Start);
            var to = MonthOf(row, layout.End!).EndOfMonth();
            if (to < from) throw row.Bad(layout.End!, $"the spell ends ({row.Raw(layout.End!)}) before it starts ({row.Raw(layout.Start)}).");
            var (a, b) = first < second ? (first, second) : (second, first);
            if (guard.IsNew(row, (a, b, from), first < second, (to, type))) spells.Add(new Spell(a, b, from, to, type));
        }

        return spells;
    }

    private static List<Spell> YearsAsSpells(CsvTable table, StateCodes codes, ImportNotes notes, Layout layout)
    {
        var guard = new MirrorGuard<(int A, int B, int Year), int>(notes, "conttype", key => $"contiguity of {key.A} and {key.B} in {key.Year}");
        var years = new YearSpells<(int A, int B), int>();
        foreach (var row in table.Rows())
        {
            if (!codes.TryCowDyad(row, layout.First, layout.Second, out var first, out var second)) continue;
            if (Type(row, notes) is not { } type) continue;
            var year = row.Year(layout.Start);
            var (a, b) = first < second ? (first, second) : (second, first);
            if (guard.IsNew(row, (a, b, year), first < second, type)) years.Add((a, b), year, type);
        }

        return [.. years.All().Select(spell => new Spell(spell.Key.A, spell.Key.B, new DateOnly(spell.From, 1, 1), new DateOnly(spell.To, 12, 31), spell.Value))];
    }

    /// <summary>The type, or <see langword="null"/> for 0: the publisher's files fill some gaps between spells with rows that say "not contiguous".</summary>
    private static int? Type(CsvRow row, ImportNotes notes)
    {
        var type = row.Integer("conttype");
        if (type == 0)
        {
            notes.Add(row, "spell without contiguity (type 0), left out", $"{row.Raw(0)}, {row.Raw(1)}");
            return null;
        }

        return type is >= 1 and <= 5 ? type : throw row.Bad("conttype", $"'{type}' is not a type of contiguity; 1 (land) to 5 (up to 400 miles of water) are.");
    }

    /// <summary>A month as yyyymm (the publisher) or as one of its days; its first day.</summary>
    private static DateOnly MonthOf(CsvRow row, string field)
    {
        if (row.Raw(field).Length != 6) return row.Month(field);
        var number = row.Integer(field);
        var (year, month) = (number / 100, number % 100);
        return month is >= 1 and <= 12 && year >= 1000 ? new DateOnly(year, month, 1) : throw row.Bad(field, $"'{number}' is not a month; write it as yyyymm.");
    }

    private sealed record Layout(string First, string Second, string Start, string? End)
    {
        public IReadOnlyList<string> Columns { get; } = End is null ? [First, Second, Start, "conttype"] : [First, Second, Start, End, "conttype"];
    }

    private readonly record struct Spell(int A, int B, DateOnly From, DateOnly To, int Type);
}
