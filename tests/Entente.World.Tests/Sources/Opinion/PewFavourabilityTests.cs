using Entente.World.Sources;
using Entente.World.Sources.Opinion;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Opinion;

public sealed class PewFavourabilityTests : IDisposable
{
    private const string Header = "year,country,about,n,favorable,unfavorable,very_unfavorable\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Read(string rows) => PewFavourability.Read(_folder.Write("o.csv", Header + rows), TinyWorld.States);

    [Fact]
    public void Views_are_rounded_to_whole_per_cent_and_bodies_without_an_id_are_noted()
    {
        var result = Read("2023,USA,CHN,1000,14.3,83.6,44\n2023,USA,EU,1000,60.5,30,5\n2023,USA,UN,1000,55,40,9\n2023,XXX,CHN,10,1,1,1\n");
        result.Lines(StoreSchema.Opinion).ShouldBe(["2 -97 2023 0.6 0.3 1000", "2 710 2023 0.14 0.84 1000"]);
        result.Noted("view of what is no state").ShouldBe(1);
        result.Noted("ISO3 code of no state").ShouldBe(1);
    }

    [Theory]
    [InlineData("2023,USA,CHN,1000,114.3,3,1\n", 5, "more than 100 per cent")]
    [InlineData("2023,USA,CHN,1000,64.3,63,1\n", 6, "add up to")]
    [InlineData("2023,USA,CHN,0,14.3,3,1\n", 4, "'0' is not a number of interviews")]
    [InlineData("2023,USA,CHN,1000,,3,1\n", 5, "is missing")]
    public void A_bad_survey_is_refused(string rows, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => Read(rows));
        (error.Line, error.Column).ShouldBe((2, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void The_real_surveys_are_all_placed_but_those_about_the_United_Nations()
    {
        var result = RealWorld.Import("opinion/favourability_country_year.csv", PewFavourability.Read);
        result.Notes.ShouldAllBe(note => note.Value == "UN");
        result.Notes.Length.ShouldBe(284);
        result.Tables[0].Rows.Count.ShouldBe(2656 - 284);
        result.Tables[0].Rows.Count(row => Equals(row[0], -275)).ShouldBe(31);
        result.Tables[0].Rows.Where(row => Equals(row[0], 2) && Equals(row[1], 365)).Max(row => (int)row[2]!).ShouldBe(2020);
    }
}
