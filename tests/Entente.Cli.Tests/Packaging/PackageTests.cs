using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Entente.Tests;

namespace Entente.Cli.Tests.Packaging;

/// <summary>What others install: the tool, the one file, the libraries; each in a clean folder with an empty home.</summary>
public sealed class PackageTests(PackedProgram packed) : IClassFixture<PackedProgram>
{
    private const string Verdict = "It is unlikely that Russia is split from China by 2035";

    private void NeedsPackages() => Assert.SkipWhen(packed.Absent is not null, packed.Absent ?? string.Empty);

    private string Sources(string folder, string? fallback = null)
    {
        Directory.CreateDirectory(packed.In(folder));
        var text = $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{packed.Packages}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{packed.In(folder)}/cache" /></config>
              <fallbackPackageFolders><clear />{(fallback is null ? string.Empty : $"<add key=\"built-with\" value=\"{fallback}\" />")}</fallbackPackageFolders>
            </configuration>
            """;
        var path = packed.In($"{folder}/nuget.config");
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public async Task The_tool_installs_into_a_clean_folder_and_does_the_main_job_from_any_other()
    {
        NeedsPackages();
        var install = await packed.RunAsNewcomer("home of the tool", "install", BuiltProgram.Host, "tool", "install", "entente", "--tool-path", packed.In("tools"), "--add-source", packed.Packages, "--configfile", Sources("install"));
        install.Code.ShouldBe(0, install.Out + install.Error);
        var tool = packed.In("tools/entente");
        var assess = await packed.RunAsNewcomer("home of the tool", "elsewhere", tool, "assess", "reverse-kissinger", "--draws", "100", "--json");
        assess.Json().GetProperty("verdict").GetString()!.ShouldStartWith(Verdict);
        assess.Error.ShouldBeEmpty();
        var wrong = await packed.RunAsNewcomer("home of the tool", "elsewhere", tool, "assess", "nothing-of-the-kind");
        wrong.Code.ShouldBe(Program.WrongCall);
        wrong.Error.ShouldContain("double-down-on-allies");
        (await packed.RunAsNewcomer("home of the tool", "elsewhere", tool, "cases", "us-china-1969")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task The_one_file_does_the_main_job_wherever_it_is_moved()
    {
        NeedsPackages();
        Directory.CreateDirectory(packed.In("moved"));
        File.Copy(packed.Program, packed.In("moved/its other name"));
        Directory.GetFiles(Path.GetDirectoryName(packed.Program)!).Length.ShouldBe(1);
        var assess = await packed.RunAsNewcomer("home of the file", "elsewhere", packed.In("moved/its other name"), "assess", "reverse-kissinger", "--draws", "100");
        assess.Code.ShouldBe(0, assess.Error);
        Regex.Replace(assess.Out, "\\s+", " ").ShouldContain(Verdict);
        var version = await packed.RunAsNewcomer("home of the file", "elsewhere", packed.In("moved/its other name"), "--version");
        version.Out.ShouldBe(Call.Of("--version").Out);
    }

    [Fact]
    public async Task The_quick_start_compiles_against_the_packages_and_says_what_it_promises()
    {
        NeedsPackages();
        var page = await File.ReadAllTextAsync(Path.Combine(Shared.Repository, "docs", "quick-start.md"), TestContext.Current.CancellationToken);
        var code = Regex.Match(page, "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        code.ShouldContain("#:package Entente.Models@");

        // Packages of others are those that this build was made with; ours come from the folder alone.
        var others = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Sources("quick", others);
        await File.WriteAllTextAsync(packed.In("quick/quick-start.cs"), code, TestContext.Current.CancellationToken);
        var run = await packed.RunAsNewcomer("home of the page", "quick", BuiltProgram.Host, "run", "quick-start.cs");
        run.Code.ShouldBe(0, run.Out + run.Error);
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldContain("West Germany in 1975 is state 260");
        lines.Count(line => Regex.IsMatch(line, "^agreement 20[12][0-9]: 0\\.[0-9]{2} \\(0\\.[0-9]{2} to [01]\\.[0-9]{2}, [0-9]+ votes\\)$")).ShouldBe(11);
        lines.Count(line => line.StartsWith("imports, ", StringComparison.Ordinal)).ShouldBe(3);
        lines.ShouldContain(line => line.StartsWith(Verdict, StringComparison.Ordinal));
        lines.Count(line => line.StartsWith("source: ", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("Entente.Numerics", true)]
    [InlineData("Entente.World", true)]
    [InlineData("Entente.Models", true)]
    [InlineData("Entente.Briefing", true)]
    [InlineData("Entente.Web", true)]
    [InlineData("Entente.Snapshot", false)]
    [InlineData("entente", false)]
    public void A_package_says_what_it_is_and_holds_no_path_of_the_machine(string id, bool isLibrary)
    {
        NeedsPackages();
        var version = Call.Of("--version").Out.Trim()["entente ".Length..];
        using var package = ZipFile.OpenRead(Path.Combine(packed.Packages, $"{id}.{version}.nupkg"));
        using var specification = package.Entries.Single(entry => entry.FullName == $"{id}.nuspec").Open();
        var fields = XDocument.Load(specification).Root!.Elements().Single().Elements().ToDictionary(field => field.Name.LocalName, field => field.Value, StringComparer.Ordinal);
        fields["version"].ShouldBe(version);
        fields["description"].Length.ShouldBeGreaterThan(40);
        fields["license"].ShouldBe(id == "Entente.Snapshot" ? "README.md" : "MIT");
        package.GetEntry(fields["readme"]).ShouldNotBeNull();
        if (isLibrary)
        {
            package.GetEntry($"lib/net10.0/{id}.xml").ShouldNotBeNull();
            using var symbols = ZipFile.OpenRead(Path.Combine(packed.Packages, $"{id}.{version}.snupkg"));
            symbols.GetEntry($"lib/net10.0/{id}.pdb").ShouldNotBeNull();
            foreach (var entry in symbols.Entries) HoldsNoPath(entry);
        }

        foreach (var entry in package.Entries.Where(entry => entry.Name.Contains("ntente", StringComparison.Ordinal))) HoldsNoPath(entry);
    }

    private static void HoldsNoPath(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode }) bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(encoding.GetBytes(Shared.Repository)).ShouldBe(-1, $"{entry.FullName} names {Shared.Repository}");
    }
}
