using Entente.Tests;
using Entente.World.Sources;
using Entente.World.Sources.Security;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Security;

public sealed class PromiseSourcesTests : IDisposable
{
    private const string TermHeader = "iso3,party,since,until,source,last_checked\n";
    private const string PromiseHeader = "iso3,agreement,with,made,ended,end,by,kind,source,basis,last_checked\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_promise_that_stands_has_no_end_and_one_that_was_reversed_says_by_whom()
    {
        var rows = Promises("USA,x,RUS,2000-01-02,,,,treaty,a paper,kept,2025-12-31\nUSA,y,,2000-01-02,2004-05-06,reversed,party,political,a paper,why,2025-12-31\n").Tables[0].Rows;
        rows[0].ShouldBe([2, new DateOnly(2000, 1, 2), "x", null, null, null, "treaty", 365, "a paper", "kept", new DateOnly(2025, 12, 31)]);
        rows[1].ShouldBe([2, new DateOnly(2000, 1, 2), "y", new DateOnly(2004, 5, 6), "reversed", "party", "political", null, "a paper", "why", new DateOnly(2025, 12, 31)]);
    }

    [Theory]
    [InlineData("USA,x,,2000-01-02,1999-01-01,reversed,same,treaty,s,b,2025-12-31\n", "ends before it is made")]
    [InlineData("USA,x,,2000-01-02,2001-01-01,,,treaty,s,b,2025-12-31\n", "go together")]
    [InlineData("USA,x,,2000-01-02,,reversed,same,treaty,s,b,2025-12-31\n", "go together")]
    [InlineData("USA,x,,2000-01-02,2001-01-01,reversed,,treaty,s,b,2025-12-31\n", "'by' says who reversed")]
    [InlineData("USA,x,,2000-01-02,2001-01-01,lapsed,same,treaty,s,b,2025-12-31\n", "'by' says who reversed")]
    [InlineData("USA,x,,2000-01-02,2001-01-01,forgotten,,treaty,s,b,2025-12-31\n", "'forgotten' is not known here")]
    [InlineData("USA,x,,2000-01-02,,,,oath,s,b,2025-12-31\n", "'oath' is not known here")]
    [InlineData("XYZ,x,,2000-01-02,,,,treaty,s,b,2025-12-31\n", "'XYZ' is not the ISO3 code")]
    [InlineData("USA,x,,2000-01-02,,,,treaty,s,b,1999-12-31\n", "checked before")]
    public void A_bad_promise_is_refused(string rows, string problem) => Should.Throw<ImportException>(() => Promises(rows)).Message.ShouldContain(problem);

    [Theory]
    [InlineData("USA,a,2000-01-01,1999-01-01,s,2025-12-31\n", "ends before it starts")]
    [InlineData("USA,a,2000-01-01,2004-01-01,s,2025-12-31\nUSA,b,2003-01-01,,s,2025-12-31\n", "starts before the one above it ends")]
    [InlineData("XYZ,a,2000-01-01,,s,2025-12-31\n", "'XYZ' is not the ISO3 code")]
    public void A_bad_term_is_refused(string rows, string problem) =>
        Should.Throw<ImportException>(() => GovernmentTermsSource.Read(_folder.Write("t.csv", TermHeader + rows), TinyWorld.States)).Message.ShouldContain(problem);

    [Fact]
    public void The_shipped_terms_hold_26_changes_of_party_of_the_presidency_since_1817()
    {
        var parties = Terms().Where(row => (int)row[0]! == 2).Select(row => (string)row[3]!).ToList();
        parties.Zip(parties.Skip(1), (before, now) => before != now).Count(changed => changed).ShouldBe(26);
    }

    [Fact]
    public void Who_reversed_a_shipped_promise_agrees_with_the_terms_of_government()
    {
        var terms = Terms().Select(row => (State: (int)row[0]!, From: (DateOnly)row[1]!, To: (DateOnly?)row[2] ?? DateOnly.MaxValue, Party: (string)row[3]!)).ToLookup(term => term.State is 260 ? 255 : term.State);
        var rows = Record().Where(row => (string?)row[4] == "reversed").ToList();
        rows.Count.ShouldBeGreaterThan(50);
        foreach (var row in rows)
        {
            var (made, ended) = ((DateOnly)row[1]!, (DateOnly)row[3]!);
            var during = terms[(int)row[0]!].Where(term => term.To > made && term.From <= ended).ToList();
            var expected = during.Count == 1 && during[0].From <= made ? "same" : during.All(term => term.Party == during[0].Party) ? "leader" : "party";
            ((string)row[5]!).ShouldBe(expected, (string)row[2]!);
        }
    }

    [Fact]
    public void Every_shipped_promise_names_a_source_and_its_basis()
    {
        var rows = Record();
        rows.Count.ShouldBeGreaterThan(150);
        rows.ShouldAllBe(row => ((string)row[8]!).Length > 5 && ((string)row[9]!).Length > 3 && (DateOnly)row[1]! < new DateOnly(2026, 1, 1));
        rows.Count(row => row[4] is null).ShouldBeGreaterThan(rows.Count / 3);
    }

    private static List<object?[]> Terms() => [.. GovernmentTermsSource.Read(Path.Combine(Shared.Repository, "data", "reference", "government_terms.csv"), RealWorld.States).Tables[0].Rows];

    private static List<object?[]> Record() => [.. PromiseRecordSource.Read(Path.Combine(Shared.Repository, "data", "reference", "promise_record.csv"), RealWorld.States).Tables[0].Rows];

    private ImportResult Promises(string rows) => PromiseRecordSource.Read(_folder.Write("p.csv", PromiseHeader + rows), TinyWorld.States);
}
