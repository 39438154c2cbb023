using System.Text.RegularExpressions;
using Entente.Cli.Serving;
using Entente.Tests;

namespace Entente.Cli.Tests.Serving;

public sealed partial class ProgramNameTests
{
    [Fact]
    public void The_program_is_named_by_its_version_and_its_modules() => ProgramName.Text.ShouldMatch(Shape().ToString());

    [Fact]
    public void Another_program_makes_another_edition_of_the_same_data()
    {
        using var folder = new TempFolder();
        File.Copy(Path.Combine(Shared.Repository, "data", "snapshot", "manifest.json"), folder.In("manifest.json"));
        var names = new[] { "1.0 a", "1.0 a", "1.0 b" }.Select(program => new EditionName(program, folder.Path, []).Get()).ToList();
        names[1].ShouldBe(names[0]);
        names[2].ShouldNotBe(names[0]);
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+\S* [0-9a-f]{16}$")]
    private static partial Regex Shape();
}
