using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Entente.Cli.Serving;

/// <summary>A name for the program itself. Its version is not enough: a build of changed sources may answer differently under the same version, and would take the answers and jobs that another one kept for its own.</summary>
internal static class ProgramName
{
    /// <summary>The version, and a hash of what the compiler calls the program's modules: the same sources give the same, others another.</summary>
    public static string Text { get; } = $"{CommandLine.Version} {Modules()}";

    private static string Modules()
    {
        var own = new SortedDictionary<string, Guid>(StringComparer.Ordinal);
        var open = new Queue<Assembly>([typeof(ProgramName).Assembly]);
        while (open.TryDequeue(out var assembly))
        {
            if (!own.TryAdd(assembly.FullName!, assembly.ManifestModule.ModuleVersionId)) continue;
            foreach (var name in assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Entente.", StringComparison.Ordinal))) open.Enqueue(Assembly.Load(name));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', own.Values))))[..16];
    }
}
