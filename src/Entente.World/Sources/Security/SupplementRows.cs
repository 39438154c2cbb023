using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Security;

/// <summary>What one state owes another from a first to a last known day under one document.</summary>
/// <param name="A">Who is bound.</param>
/// <param name="B">To whom.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day: when it ended, or when its standing was last checked.</param>
/// <param name="Terms">The obligations.</param>
/// <param name="Document">The treaty.</param>
internal sealed record DatedObligation(int A, int B, DateOnly From, DateOnly To, AllianceTerms Terms, string Document);

/// <summary>Reads the rows of the alliance supplement and expands pacts to dyads.</summary>
internal static class SupplementRows
{
    private static readonly string[] Columns =
        ["rule", "treaty", "a", "b", "from", "to", "defense", "offense", "neutrality", "nonaggression", "consultation", "document", "url", "last_checked"];

    /// <summary>Every directed obligation of the file.</summary>
    public static List<DatedObligation> Read(string path, StateSystem states, ImportNotes notes)
    {
        var found = new List<DatedObligation>();
        var pacts = new Dictionary<string, Pact>(StringComparer.Ordinal);
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (rule, treaty) = (row.Text("rule"), row.Text("treaty"));
            CheckSource(row);
            switch (rule)
            {
                case "pact":
                    if (!pacts.TryAdd(treaty, Found(row, states))) throw row.Bad("treaty", $"'{treaty}' is founded twice; use the rule accession for later parties.");
                    break;
                case "accession":
                    Find(pacts, row, treaty).Join(row, Party(row, "a", row.Text("a"), states), row.Day("from"), row.Day("last_checked"));
                    break;
                case "withdrawal":
                    Find(pacts, row, treaty).Leave(row, Party(row, "a", row.Text("a"), states), row.Day("to"));
                    break;
                case "mutual" or "directed":
                    var (a, b) = (Party(row, "a", row.Text("a"), states), Party(row, "b", row.Text("b"), states));
                    if (a == b) throw row.Bad("b", "a state cannot be allied with itself; name another.");
                    var bound = new DatedObligation(a, b, row.Day("from"), End(row), Terms(row), row.Text("document"));
                    found.Add(bound);
                    if (rule == "mutual") found.Add(bound with { A = b, B = a });
                    break;
                default:
                    throw row.Bad("rule", $"'{rule}' is not a rule; pact, accession, withdrawal, mutual and directed are.");
            }
        }

        foreach (var pact in pacts.Values) found.AddRange(pact.Obligations());
        return found;
    }

    private static Pact Found(CsvRow row, StateSystem states)
    {
        var pact = new Pact(Terms(row), row.Text("document"));
        var names = row.Text("a").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length < 2) throw row.Bad("a", "a pact needs at least two parties, as ISO3 codes with blanks between them.");
        foreach (var name in names) pact.Join(row, Party(row, "a", name, states), row.Day("from"), End(row));
        return pact;
    }

    private static Pact Find(Dictionary<string, Pact> pacts, CsvRow row, string treaty) =>
        pacts.TryGetValue(treaty, out var pact) ? pact : throw row.Bad("treaty", $"no row with the rule pact above this one founds '{treaty}'.");

    private static int Party(CsvRow row, string field, string iso3, StateSystem states) =>
        states.FindIso3(iso3, 2020)?.Id ?? throw row.Bad(field, $"'{iso3}' is not the ISO3 code of a state.");

    private static DateOnly End(CsvRow row)
    {
        var end = row.DayOrNull("to") ?? row.Day("last_checked");
        return end >= row.Day("from") ? end : throw row.Bad("to", "the obligation ends before it begins.");
    }

    private static AllianceTerms Terms(CsvRow row)
    {
        var terms = new AllianceTerms(row.Flag("defense"), row.Flag("offense"), row.Flag("neutrality"), row.Flag("nonaggression"), row.Flag("consultation"));
        return terms.AreEmpty ? throw row.Bad("defense", "the row states no obligation; set at least one of the five to 1.") : terms;
    }

    private static void CheckSource(CsvRow row)
    {
        _ = row.Text("document");
        var url = row.Text("url");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http")) throw row.Bad("url", $"'{url}' is not the address of a public document.");
    }

    /// <summary>A treaty of several parties, each bound from a day to a day.</summary>
    private sealed class Pact(AllianceTerms terms, string document)
    {
        private readonly List<(int State, DateOnly From, DateOnly To)> _parties = [];

        public void Join(CsvRow row, int state, DateOnly from, DateOnly to)
        {
            if (_parties.Exists(party => party.State == state && party.To >= from)) throw row.Bad("a", $"state {state} is a party already.");
            _parties.Add((state, from, to));
        }

        public void Leave(CsvRow row, int state, DateOnly to)
        {
            var party = _parties.FindLastIndex(candidate => candidate.State == state && candidate.From <= to && candidate.To > to);
            if (party < 0) throw row.Bad("a", $"state {state} is not a party on {to:yyyy-MM-dd}, so it cannot leave.");
            _parties[party] = _parties[party] with { To = to };
        }

        public IEnumerable<DatedObligation> Obligations()
        {
            foreach (var a in _parties)
            {
                foreach (var b in _parties)
                {
                    var (from, to) = (a.From > b.From ? a.From : b.From, a.To < b.To ? a.To : b.To);
                    if (a.State != b.State && from <= to) yield return new DatedObligation(a.State, b.State, from, to, terms, document);
                }
            }
        }
    }
}
