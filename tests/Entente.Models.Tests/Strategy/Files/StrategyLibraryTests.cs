using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>Strategies are found by name.</summary>
public sealed class StrategyLibraryTests
{
    private static readonly string Folder = Path.Combine(Shared.Repository, "strategies");

    [Fact]
    public void A_bare_name_is_found_in_the_folder() => StrategyLibrary.Locate("status-quo", [Folder]).ShouldBe(Path.Combine(Folder, "status-quo.yaml"));

    [Fact]
    public void The_folder_is_found_from_below() => StrategyLibrary.Folders([Path.Combine(Shared.Repository, "tests", "Entente.Models.Tests")]).ShouldContain(Folder);

    [Fact]
    public void The_program_finds_the_shipped_strategies() => File.Exists(StrategyLibrary.Locate("reverse-kissinger")).ShouldBeTrue();

    [Fact]
    public void A_path_is_taken_as_it_is()
    {
        var path = Path.Combine(Folder, "status-quo.yaml");
        StrategyLibrary.Locate(path, []).ShouldBe(path);
    }

    [Fact]
    public void An_unknown_name_lists_what_there_is_and_suggests() =>
        Error("reverse-kisinger").ShouldBe(
            "There is no strategy 'reverse-kisinger'. Did you mean 'reverse-kissinger'? There are: accommodate-china, double-down-on-allies, kissinger-1972, pressure-on-china, reverse-kissinger, "
            + "reverse-kissinger-europe-undecided, reverse-kissinger-recognition-only, reverse-kissinger-with-europe, status-quo, ussr-1939, yugoslavia-1948. A file of your own is named by its path.");

    [Fact]
    public void A_path_that_is_not_there_is_told() => Error("nowhere/mine.yaml").ShouldStartWith("There is no file nowhere/mine.yaml. There are: ");

    [Fact]
    public void A_folder_is_no_strategy() => Error(Folder + "/").ShouldBe($"{Folder}/ is a folder. Name a strategy file in it.");

    [Fact]
    public void No_name_lists_what_there_is() => Error(" ").ShouldStartWith("No strategy is named. There are: ");

    [Fact]
    public void Without_any_folder_a_path_is_asked_for() =>
        Should.Throw<InvalidInputException>(() => StrategyLibrary.Locate("x", [])).Message.ShouldBe("There is no strategy 'x'. No strategies were found: give the path of a file.");

    private static string Error(string name) => Should.Throw<InvalidInputException>(() => StrategyLibrary.Locate(name, [Folder])).Message;
}
