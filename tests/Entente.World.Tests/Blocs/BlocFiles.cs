using System.Text;
using Entente.Tests.States;
using Entente.World;
using Entente.World.Blocs;

namespace Entente.Tests.Blocs;

public class BlocFiles
{
    [Fact]
    public void A_file_of_ones_own_needs_few_lines()
    {
        var bloc = Parse("""
            blocs:
              - key: Visegrad
                name: Visegrád Group
                source: Declaration of 15 February 1991
                members:
                  - { states: [POL, HUN], from: 1991-02-15 }
                  - { state: CSK, from: 1991-02-15, to: 1992-12-31 }
                  - { states: [CZE, Slovakia], from: 1993-01-01, note: successors }
            """).ShouldHaveSingleItem();
        (bloc.Key, bloc.Name, bloc.IsFixed).ShouldBe(("Visegrad", "Visegrád Group", false));
        bloc.MembersIn(1991).ShouldBe([290, 310, 315]);
        bloc.MembersIn(2020).ShouldBe([290, 310, 316, 317]);
        bloc.MembersIn(1990).ShouldBeEmpty();
    }

    [Fact]
    public void The_example_of_the_documentation_is_read()
    {
        var page = File.ReadAllText(Path.Combine(Shared.Repository, "docs", "states.md")).ReplaceLineEndings("\n");
        var start = page.IndexOf("```yaml\n", StringComparison.Ordinal) + 8;
        var blocs = Parse(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]);
        blocs.Select(bloc => bloc.Key).ShouldBe(["Baltics", "Pact", "Visegrad"]);
        blocs[0].MembersIn(1950).Length.ShouldBe(3);
        blocs[1].MembersIn(2021).Length.ShouldBe(3);
        blocs[2].MembersIn(1992).Length.ShouldBe(3);
    }

    [Fact]
    public void A_member_is_meant_in_the_year_of_its_accession() =>
        Parse(One("- { state: DEU, from: 1958-01-01, to: 1990-10-02 }\n      - { state: DEU, from: 1990-10-03 }"))[0].Memberships.Select(m => m.StateId).ShouldBe([255, 260]);

    [Fact]
    public void Norway_is_not_false() => Parse(One("- { state: NO, from: 2000-01-01 }"))[0].MembersIn(2000).ShouldBe([385]);

    [Theory]
    [InlineData("blocks: []", "own.yaml, line 1, column 1: there is no key 'blocks' here; did you mean 'blocs'?")]
    [InlineData("blocs:\n  - { key: A, name: Alpha, source: s, membres: [USA] }", "own.yaml, line 2, column 39: there is no key 'membres' here; did you mean 'members'?")]
    [InlineData("blocs:\n  - { key: A, name: Alpha, source: s, zzz: 1 }", "line 2, column 39: there is no key 'zzz' here; the keys are key, name,")]
    [InlineData("blocs:\n  - { key: A, source: s, members: [USA] }", "line 2, column 5: the key 'name' is missing or empty here.")]
    [InlineData("blocs:\n  - { key: A, name: Alpha, members: [USA] }", "the key 'source' is missing")]
    [InlineData("blocs:\n  - { key: CHN, name: Alpha, source: s, fixed: true, members: [USA] }", "line 2, column 12: key is 'CHN', by which China (CHN, 710) is already found")]
    [InlineData("blocs:\n  - { key: A, name: Hong Kong, source: s, fixed: true, members: [USA] }", "Hong Kong (HKG, M49:344) is already found")]
    [InlineData("blocs:\n  - { key: '--', name: Alpha, source: s, fixed: true, members: [USA] }", "holds no letter or digit")]
    [InlineData("blocs:\n  - { key: A, name: Alpha, source: s, fixed: true, members: [] }", "the bloc A has no members")]
    [InlineData("blocs:\n  - { key: A, name: Alpha, source: s, fixed: yes, members: [USA] }", "fixed is 'yes'; write true or false")]
    [InlineData("blocs:\n  - { key: A, name: Alpha, source: s, fixed: true, members: USA }", "members must be a list, not 'USA'")]
    [InlineData("blocs:\n  - { key: A, name: [x], source: s, fixed: true, members: [USA] }", "name must be a single value, not a list")]
    [InlineData("blocs:\n  - { key: A, key: B, name: Alpha, source: s }", "line 2, column 15: the key 'key' stands here a second time")]
    [InlineData("blocs: []", "the file holds no blocs")]
    [InlineData("blocs: [A]", "line 1, column 9: blocs must be a list of groups of keys, not 'A'")]
    [InlineData("- a", "must begin with a key, not with a list")]
    [InlineData("", "own.yaml is empty")]
    [InlineData("# only a comment", "own.yaml is empty")]
    [InlineData("a: 1\n---\nb: 2", "line 2, column 1: a second document begins here")]
    [InlineData("blocs:\n  - { key: A", "this is not valid YAML")]
    [InlineData("blocs:\n\t- key: A", "own.yaml, line 2, column 1: a tab stands in the indentation; indent with blanks.")]
    [InlineData("blocs: &x [*x]", "anchors (&) and aliases (*) are refused")]
    [InlineData("blocs: *x", "anchors (&) and aliases (*) are refused")]
    [InlineData("blocs: !!set {a}", "tags (!) are refused")]
    [InlineData("? [a]\n: b", "a key must be a single word")]
    public void A_wrong_file_is_answered_with_the_place_and_what_to_do(string text, string part) => Refusal(text).ShouldContain(part);

    [Theory]
    [InlineData("- USA", "line 6, column 11: the member 'USA' has no date")]
    [InlineData("- { state: USA }", "line 6, column 11: the membership has no 'from'")]
    [InlineData("- { from: 2000-01-01 }", "the membership names no state")]
    [InlineData("- { state: USA, from: 2000-13-01 }", "line 6, column 31: from is '2000-13-01', which is no day; write it as yyyy-mm-dd")]
    [InlineData("- { state: USA, from: 1.1.2000 }", "which is no day")]
    [InlineData("- { state: USA, from: 2000-01-01, to: 1999-01-01 }", "line 6, column 47: the membership ends on 1999-01-01, before it begins on 2000-01-01")]
    [InlineData("- { state: Rusia, from: 2000-01-01 }", "line 6, column 20: There is no state 'Rusia'. Did you mean Russia (RUS, 365)?")]
    [InlineData("- { state: Korea, from: 2000-01-01 }", "'Korea' can mean North Korea")]
    [InlineData("- { state: UKR, from: 1975-01-01 }", "There was no state 'UKR' in 1975")]
    [InlineData("- { state: DEU, from: 1958-01-01 }", "West Germany (GFR, 260) ended on 1990-10-02; end its membership then at the latest (to: 1990-10-02), and go on with Germany (DEU, 255) from 1990-10-03 if it stayed.")]
    [InlineData("- { state: CSK, from: 1950-01-01, to: 2000-01-01 }", "Czechoslovakia (CSK, 315) ended on 1992-12-31")]
    [InlineData("- { states: [USA, USA], from: 2000-01-01 }", "United States (USA, 2) is already a member then (line 6)")]
    [InlineData("- { state: USA, from: 2000-01-01, to: 2010-01-01 }\n        - { state: US, from: 2010-01-01 }", "line 7, column 20: United States (USA, 2) is already a member then (line 6)")]
    [InlineData("- [USA]", "a member must be a code or a group of keys, not a list")]
    [InlineData("- { state: USA, form: 2000-01-01 }", "there is no key 'form' here; did you mean 'from'?")]
    public void A_wrong_member_is_answered_with_the_place_and_what_to_do(string members, string part) =>
        Refusal("blocs:\n  - key: A\n    name: Alpha\n    source: s\n    members:\n        " + members).ShouldContain(part);

    [Fact]
    public void A_fixed_bloc_takes_no_dates()
    {
        Refusal("blocs:\n  - { key: A, name: Alpha, source: s, fixed: true, members: [{ state: USA, from: 2000-01-01 }] }").ShouldContain("takes no dates");
        Refusal("blocs:\n  - { key: A, name: Alpha, source: s, fixed: true, from: 2000-01-01, members: [USA] }").ShouldContain("takes no dates");
    }

    [Fact]
    public void Two_blocs_of_one_key_are_refused_within_a_file_and_between_files()
    {
        var twice = "blocs:\n  - { key: five-eyes, name: Alpha, source: s, fixed: true, members: [USA] }\n  - { key: FiveEyes, name: Beta, source: s, fixed: true, members: [USA] }";
        Refusal(twice).ShouldContain("line 3, column 5: the bloc Beta (FiveEyes) has the key or name of Alpha (five-eyes)");
        var own = Parse("blocs:\n  - { key: five-eyes, name: Alpha, source: s, fixed: true, members: [USA] }");
        Should.Throw<InvalidInputException>(() => ShippedBlocs.Registry.With(own, "/home/me/own.yaml")).Message
            .ShouldBe("own.yaml: the bloc Alpha (five-eyes) cannot be added, because there is already a bloc Five Eyes (FiveEyes); choose another key and name.");
        ShippedBlocs.Registry.With(Parse("blocs:\n  - { key: Mine, name: Alpha, source: s, fixed: true, members: [USA] }")).Find("mine").ShouldNotBeNull();
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_at_its_first_anchor()
    {
        var bomb = new StringBuilder("a: &a [x, x]\n");
        for (var c = 'b'; c <= 'z'; c++) bomb.Append(c).Append(": &").Append(c).Append(" [*").Append((char)(c - 1)).Append(", *").Append((char)(c - 1)).Append("]\n");
        Refusal(bomb.ToString()).ShouldContain("line 1, column 4: anchors");
    }

    [Fact]
    public void Deep_nesting_is_refused() => Refusal("blocs: " + new string('[', 5_000)).ShouldContain("nested deeper");

    [Fact]
    public void A_file_that_is_too_large_missing_or_not_text_is_refused_in_words()
    {
        var folder = Directory.CreateTempSubdirectory("entente-blocs-");
        try
        {
            var path = Path.Combine(folder.FullName, "own.yaml");
            Should.Throw<InvalidInputException>(() => BlocFile.Read(path, RealStates.System)).Message.ShouldContain("There is no file");
            File.WriteAllBytes(path, new byte[BlocFile.LargestFile + 1]);
            Should.Throw<InvalidInputException>(() => BlocFile.Read(path, RealStates.System)).Message.ShouldContain("at most 1048576");
            File.WriteAllBytes(path, [(byte)'a', (byte)':', 0xFF, 0xFE]);
            Should.Throw<InvalidInputException>(() => BlocFile.Read(path, RealStates.System)).Message.ShouldContain("UTF-8");
            Should.Throw<InvalidInputException>(() => BlocFile.Read(folder.FullName, RealStates.System)).Message.ShouldContain("cannot be read");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Whatever_the_text_it_is_read_or_refused_in_words()
    {
        const string Good = "blocs:\n  - { key: A, name: Alpha, source: s, fixed: true, members: [USA, 'GBR', \"FRA\"] } # end\n";
        CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.Int[0, Good.Length - 1], CsCheck.Gen.Char["{}[]:,#&*!|>'\"%@`-?\t\n \\\u0000aÿ"]), edit =>
        {
            var (at, c) = edit;
            try
            {
                Parse(Good[..at] + c + Good[(at + 1)..]);
            }
            catch (InvalidInputException error)
            {
                error.Message.ShouldNotContain('\n');
            }
        });
    }

    private static string One(string members) => "blocs:\n  - key: A\n    name: Alpha\n    source: s\n    members:\n      " + members;

    private static System.Collections.Immutable.ImmutableArray<Bloc> Parse(string text) => BlocFile.Parse(text, "own.yaml", RealStates.System);

    private static string Refusal(string text) => Should.Throw<InvalidInputException>(() => Parse(text)).Message;
}
