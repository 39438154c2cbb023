using Entente.World.Sources.Codes;

namespace Entente.World.Tests.Sources.Codes;

public sealed class StateNamesTests
{
    private readonly StateNames _names = new(TinyWorld.States, new Dictionary<string, string>(StringComparer.Ordinal) { ["DPR of Korea"] = "North Korea" });

    [Theory]
    [InlineData("Germany", 1960, 260)]
    [InlineData("Germany", 1990, 255)]
    [InlineData("Germany", 2000, 255)]
    [InlineData("Germany", 1950, null)]
    [InlineData("Soviet Union", 1991, 365)]
    [InlineData("Algeria", 1961, null)]
    [InlineData("DPR of Korea", 1970, 731)]
    [InlineData("Atlantis", 1970, null)]
    public void A_name_means_the_state_that_existed_in_the_year(string name, int year, int? id) => _names.Existing(name, year)?.Id.ShouldBe(id ?? 0);

    [Theory]
    [InlineData("Germany", 1950, 260)]
    [InlineData("Algeria", 1961, 615)]
    [InlineData("Algeria", 1970, 615)]
    public void The_nearest_state_is_the_one_to_come(string name, int year, int id) => _names.Nearest(name, year).ShouldNotBeNull().Id.ShouldBe(id);

    [Fact]
    public void A_name_of_no_state_has_no_nearest_one() => _names.Nearest("Atlantis", 1950).ShouldBeNull();

    [Fact]
    public void A_missing_state_is_null()
    {
        _names.Existing("Germany", 1950).ShouldBeNull();
        _names.Existing("Atlantis", 1970).ShouldBeNull();
    }
}
