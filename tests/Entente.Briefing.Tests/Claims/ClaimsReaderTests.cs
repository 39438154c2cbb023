using System.Text;
using CsCheck;
using Entente.Briefing.Claims;
using Entente.Tests;
using Entente.World;

namespace Entente.Briefing.Tests.Claims;

public sealed class ClaimsReaderTests
{
    private const string Good = """
        title: An article
        claims:
          - statement: China supplied over half of Russian imports in 2023.
            figure: trade-share
            parameters: { state: RUS, partner: CHN, flow: imports, year: 2023 }
            comparison: over half
        """;

    [Fact]
    public void A_file_is_read_with_what_stands_in_it()
    {
        var file = ClaimsReader.Parse(Good, "a.yaml");
        var claim = file.Claims.Single();
        (file.Title, claim.Key, claim.Statement).ShouldBe(("An article", "1", "China supplied over half of Russian imports in 2023."));
        claim.Parts.Single().Request.ToString().ShouldBe("trade-share flow=imports partner=CHN state=RUS year=2023");
        claim.Parts.Single().Place.ShouldBe("a.yaml, line 4, column 13");
    }

    [Fact]
    public void Shipped_files_are_found_by_name()
    {
        string[] folders = [Path.Combine(Shared.Repository, "claims")];
        ClaimsReader.List(folders).ShouldBe(["reverse-kissinger", "world-in-figures"]);
        foreach (var name in ClaimsReader.List(folders))
        {
            ClaimsReader.Read(name, folders).Claims.Length.ShouldBeGreaterThanOrEqualTo(8);
            File.ReadLines(Path.Combine(folders[0], name + ".yaml")).First().ShouldBe("# yaml-language-server: $schema=claims.schema.json");
        }

        Should.Throw<InvalidInputException>(() => ClaimsReader.Read("reverse-kissinge", folders)).Message.ShouldContain("Did you mean 'reverse-kissinger'?");
    }

    [Theory]
    [InlineData("figure: trade-share", "figure: trade-shares", "line 4, column 13: There is no figure 'trade-shares'. Did you mean 'trade-share'?")]
    [InlineData("over half", "over halv", "line 6, column 17: ")]
    [InlineData("over half", "between 20 and 10 %", "contradicts itself")]
    [InlineData("    figure: trade-share\n", "", "the key 'figure' is missing")]
    [InlineData("    comparison: over half", "", "the key 'comparison' is missing")]
    [InlineData("  - statement: China supplied over half of Russian imports in 2023.\n    figure", "  - figure", "the key 'statement' is missing")]
    [InlineData("comparison:", "comparision:", "Did you mean 'comparison'?")]
    [InlineData("title: An article", "tilte: An article", "Did you mean 'title'?")]
    [InlineData("{ state: RUS, partner: CHN, flow: imports, year: 2023 }", "RUS", "parameters must be a group")]
    [InlineData("state: RUS, partner", "state: RUS, state: USA, partner", "given twice")]
    [InlineData("    figure: trade-share", "    date: 24 February\n    figure: trade-share", "which is no day")]
    [InlineData("    figure: trade-share", "    parts: []\n    figure: trade-share", "not an empty list")]
    [InlineData("    comparison: over half", "    comparison: over half\n    parts:\n      - { figure: gdp, comparison: $1 tn }", "either parts or a figure")]
    public void What_is_wrong_is_told_with_its_place(string old, string bad, string expected)
    {
        Good.ShouldContain(old);
        var message = Should.Throw<InvalidInputException>(() => ClaimsReader.Parse(Good.Replace(old, bad, StringComparison.Ordinal), "a.yaml")).Message;
        message.ShouldStartWith("a.yaml, line ");
        message.ShouldContain(expected);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var path = Path.GetTempFileName() + ".yaml";
        try
        {
            File.WriteAllBytes(path, [0x74, 0x69, 0x74, 0x6c, 0x65, 0x3a, 0x20, 0xff, 0xfe, 0x0a]);
            Should.Throw<InvalidInputException>(() => ClaimsReader.Read(path)).Message.ShouldContain("line 1, column 8: this is not UTF-8 text");
            File.WriteAllBytes(path, [0x7f, 0x45, 0x4c, 0x46, 0x02, 0x01, 0x01, 0x00, 0x00]);
            Should.Throw<InvalidInputException>(() => ClaimsReader.Read(path)).Message.ShouldContain("does not belong into a text file");
            File.WriteAllBytes(path, new byte[(1 << 20) + 1]);
            Should.Throw<InvalidInputException>(() => ClaimsReader.Read(path)).Message.ShouldContain("more than the 1 MB");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Garbled_files_are_refused_in_words()
    {
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Char.AlphaNumeric, Gen.Int[0, 3]).Sample((at, letter, cut) =>
        {
            var text = new StringBuilder(Good).Remove(at, Math.Min(cut, Good.Length - at)).Insert(at, letter).ToString();
            try
            {
                _ = ClaimsReader.Parse(text, "a.yaml");
            }
            catch (InvalidInputException problem)
            {
                problem.Message.ShouldStartWith("a.yaml");
            }
        });
    }

    [Theory]
    [InlineData("روسيا تستورد أكثر من نصف وارداتها من الصين")]
    [InlineData("俄罗斯一半以上的进口来自中国。")]
    public void Statements_of_any_script_stay_as_they_are(string statement) =>
        ClaimsReader.Parse(Good.Replace("China supplied over half of Russian imports in 2023.", statement, StringComparison.Ordinal), "a.yaml").Claims[0].Statement.ShouldBe(statement);
}
