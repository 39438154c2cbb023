using Entente.World.Store;

namespace Entente.World.Tests.Store;

public sealed class StoreLocatorTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _environment = [];

    public StoreLocatorTests() => _environment["XDG_DATA_HOME"] = _folder["xdg"];

    public void Dispose() => _folder.Dispose();

    private string Store(string name)
    {
        Directory.CreateDirectory(_folder[name]);
        File.WriteAllText(Path.Combine(_folder[name], "manifest.json"), "{}");
        return _folder[name];
    }

    private string Locate(string? given = null)
    {
        Directory.CreateDirectory(_folder["program/bin"]);
        Directory.CreateDirectory(_folder["work/deep/deeper"]);
        return StoreLocator.Locate(given, name => _environment.GetValueOrDefault(name), _folder["program/bin"] + Path.DirectorySeparatorChar, _folder["work/deep/deeper"]);
    }

    private string UserEdition(string name)
    {
        var edition = Store($"xdg/entente/editions/{name}");
        File.WriteAllText(_folder["xdg/entente/CURRENT"], name + "\nolder\n");
        return edition;
    }

    [Fact]
    public void The_store_is_looked_for_in_a_fixed_order()
    {
        var work = Store("work/data/snapshot");
        Locate().ShouldBe(work);
        var program = Store("program/data/snapshot");
        Locate().ShouldBe(program);
        var user = UserEdition("abc123");
        Locate().ShouldBe(user);
        _environment["ENTENTE_STORE"] = Store("named");
        Locate().ShouldBe(_folder["named"]);
        Locate(Store("explicit")).ShouldBe(_folder["explicit"]);
    }

    [Fact]
    public void A_named_folder_may_be_an_edition_or_a_users_store()
    {
        var edition = UserEdition("abc123");
        Locate(_folder["xdg/entente"]).ShouldBe(edition);
        _environment["ENTENTE_STORE"] = _folder["xdg/entente"];
        Locate().ShouldBe(edition);
    }

    [Fact]
    public void A_named_folder_that_is_no_store_is_refused_and_not_passed_over()
    {
        Store("work/data/snapshot");
        _environment["ENTENTE_STORE"] = _folder["nowhere"];
        Should.Throw<InvalidInputException>(() => Locate()).Message.ShouldContain("ENTENTE_STORE");
        Should.Throw<InvalidInputException>(() => Locate(_folder["elsewhere"])).Message.ShouldContain("elsewhere");
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("")]
    [InlineData("../../../work/data/snapshot")]
    public void A_current_file_that_names_no_edition_is_told(string name)
    {
        Store("work/data/snapshot");
        UserEdition("abc123");
        File.WriteAllText(_folder["xdg/entente/CURRENT"], name);
        Should.Throw<InvalidInputException>(() => Locate()).Message.ShouldContain("CURRENT");
    }

    [Fact]
    public void Nothing_found_says_where_it_looked_and_what_to_do()
    {
        var message = Should.Throw<InvalidInputException>(() => Locate()).Message;
        message.ShouldContain(_folder["xdg/entente"]);
        message.ShouldContain("entente data build --from DIR");
    }

    [Fact]
    public void The_users_store_follows_the_rules_of_the_desktop()
    {
        StoreLocator.UserStore(name => name == "XDG_DATA_HOME" ? _folder["x"] : null).ShouldBe(_folder["x/entente"]);
        var local = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "entente");
        StoreLocator.UserStore(_ => null).ShouldBe(local);
        StoreLocator.UserStore(name => name == "XDG_DATA_HOME" ? "relative" : null).ShouldBe(local);
    }
}
