using Entente.World.Sources;
using Entente.World.Sources.Evidence;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Evidence;

public sealed class EvidenceSourceTests : IDisposable
{
    private const string Weights = "1,persistence,0.6,0.4,0.8,0,1973,2014\n1,mine,0.4,0.2,0.6,0.01,1973,2014\n";
    private const string Scores = "c,game,1972,0.25,0.5\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Read(string weights, string scores) => EvidenceSource.Read(
        _folder.Write("w.csv", "horizon,hypothesis,weight,low,high,log_gain,first_origin,last_origin\n" + weights), _folder.Write("s.csv", "case,line,year,probability,outcome\n" + scores));

    [Fact]
    public void Both_tables_are_read()
    {
        var result = Read(Weights, Scores);
        result.Lines(StoreSchema.HypothesisWeights).ShouldBe(["1 persistence 0.6 0.4 0.8 0 1973 2014", "1 mine 0.4 0.2 0.6 0.01 1973 2014"]);
        result.Lines(StoreSchema.LineScores).ShouldBe(["c game 1972 0.25 0.5"]);
    }

    [Theory]
    [InlineData("1,persistence,0.6,0.4,0.8,0,1973,2014\n", Scores, "add up to 0.6")]
    [InlineData("1,persistence,1,0.9,0.8,0,1973,2014\n", Scores, "ends before it begins")]
    [InlineData("1,persistence,1.5,0.9,1,0,1973,2014\n", Scores, "outside 0 to 1")]
    [InlineData(Weights, "c,guess,1972,0.25,0.5\n", "is no line of evidence")]
    [InlineData(Weights, "c,game,1972,0.25,0.7\n", "0, .5 or 1")]
    public void A_wrong_cell_gets_one_sentence(string weights, string scores, string expected) =>
        Should.Throw<InvalidInputException>(() => Read(weights, scores)).Message.ShouldContain(expected);
}
