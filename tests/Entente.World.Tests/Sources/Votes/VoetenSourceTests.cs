using Entente.World.Sources;
using Entente.World.Sources.Votes;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Votes;

public sealed class VoetenSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_file_with_votes_and_descriptions_is_read()
    {
        var path = _folder.Write("UNVotes.csv",
            "\"rcid\",\"ccode\",\"member\",\"vote\",\"Country\",\"Countryname\",\"year\",\"session\",\"abstain\",\"yes\",\"no\",\"importantvote\",\"date\",\"unres\",\"amend\",\"para\",\"short\",\"descr\",\"me\",\"nu\",\"di\",\"hr\",\"co\",\"ec\"\n"
            + "3,2,1,1,\"USA\",\"United States\",1946,1,0,1,1,0,1946-01-01,\"R/1/66\",1,0,\"AMENDMENTS\",\"long text\",0,0,0,1,0,0\n"
            + "3,365,1,3,\"RUS\",\"Russia\",1946,1,0,1,1,0,1946-01-01,\"R/1/66\",1,0,\"AMENDMENTS\",\"long text\",0,0,0,1,0,0\n"
            + "3,20,1,8,\"CAN\",\"Canada\",1946,1,0,1,1,0,1946-01-01,\"R/1/66\",1,0,\"AMENDMENTS\",\"long text\",0,0,0,1,0,0\n"
            + "3,255,0,9,\"DEU\",\"Germany\",1946,1,0,1,1,0,1946-01-01,\"R/1/66\",1,0,\"AMENDMENTS\",\"long text\",0,0,0,1,0,0\n");
        var result = VoetenSource.Read(path, TestStates.Few);
        result.Source.ShouldBe("unga-votes");
        result.Lines(StoreSchema.RollCalls).ShouldBe(["1 R3 1946-01-01 1 R/1/66 AMENDMENTS un-project 1 1 0 False False False True False False False True False - 3"]);
        result.Lines(StoreSchema.Votes).ShouldBe(["1 2 1", "1 365 3"]);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Tab_separated_votes_with_descriptions_beside_them_are_read_from_a_folder_a_zip_and_a_path()
    {
        const string Votes = "rcid\tsession\tccode\tvote\n3\t1\t2\t1\n3\t1\t365\t9\n";
        const string Descriptions = "rcid\tsession\tabstain\tyes\tno\tdate\tunres\tshort\n3\t1\t0\t1\t0\t1/31/1946\tR/1/66\tX\n";
        var votes = _folder.Write("RawVotingdata.tab", Votes);
        _folder.Write("descriptions.tab", Descriptions);
        foreach (var path in new[] { votes, _folder.Path, _folder.WriteZip("dataverse.zip", ("a/RawVotingdata.tab", Votes), ("a/descriptions.tab", Descriptions)) })
        {
            var result = VoetenSource.Read(path, TestStates.Few);
            result.Lines(StoreSchema.Votes).ShouldBe(["1 2 1"], path);
            result.Lines(StoreSchema.RollCalls).Single().ShouldStartWith("1 R3 1946-01-31 1 R/1/66 X un-project 1 0 0");
        }
    }

    [Theory]
    [InlineData("3\t2\t4\t1946-01-01\n", 2, 3, "4 is not a vote")]
    [InlineData("3\t2\t1\t1946-01-01\n3\t20\t1\t1946-01-02\n", 3, 4, "is dated 1946-01-02 here but 1946-01-01 in line 2")]
    [InlineData("3\t2\t1\t1946-01-01\n3\t2\t2\t1946-01-01\n", 3, 3, "here but '1' in line 2")]
    [InlineData("3\t2\t1\t31/12/1946\n", 2, 4, "is not a day")]
    public void A_bad_row_is_refused(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => VoetenSource.Read(_folder.Write("v.tab", "rcid\tccode\tvote\tdate\n" + rows), TestStates.Few));
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void Votes_without_descriptions_are_refused_with_what_is_needed() =>
        Should.Throw<InvalidInputException>(() => VoetenSource.Read(_folder.Write("v.csv", "rcid,ccode,vote\n3,2,1\n"), TestStates.Few)).Message.ShouldContain("no file of descriptions with the columns rcid and date");

    [Fact]
    public void A_vote_without_a_country_number_is_noted()
    {
        var result = VoetenSource.Read(_folder.Write("v.csv", "rcid,ccode,vote,date,countryname\n3,2,1,1946-01-01,USA\n3,NA,1,1946-01-01,Nowhere\n"), TestStates.Few);
        result.Notes.ShouldHaveSingleItem().Value.ShouldBe("Nowhere");
    }
}
