using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Entente.Numerics.Random;

namespace Entente.Tests;

public partial class AssemblyTests
{
    private static readonly Assembly Numerics = typeof(Philox).Assembly;

    [Fact]
    public void Numerics_stands_on_the_runtime_alone() =>
        Numerics.GetReferencedAssemblies().Select(reference => reference.Name!).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Numerics_has_no_word_for_states_years_or_files()
    {
        string[] foreign = ["Country", "Countries", "State", "States", "Year", "Years", "File", "Files", "Iso", "Iso3", "Path"];
        var names = Numerics.GetTypes()
            .Where(type => !IsGenerated(type))
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => !IsGenerated(member))
                .SelectMany(member => member is MethodBase method ? method.GetParameters().Select(p => p.Name ?? "").Append(member.Name) : [member.Name])
                .Append(type.Name)
                .Append(type.Namespace ?? ""))
            .Distinct()
            .ToArray();
        names.Length.ShouldBeGreaterThan(200);
        var guilty = names.Where(name => Words().Matches(name).Any(word => foreign.Contains(word.Value, StringComparer.OrdinalIgnoreCase)));
        guilty.ShouldBeEmpty();
    }

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name.Contains('<', StringComparison.Ordinal) || (member.DeclaringType is { } outer && IsGenerated(outer));

    [GeneratedRegex("[A-Z]?[a-z]+[0-9]*|[A-Z]+(?![a-z])")]
    private static partial Regex Words();
}
