using System.Collections.Immutable;
using System.Globalization;
using Entente.World;

namespace Entente.Models.Trade;

/// <summary>Refuses flows that no general equilibrium can start from, in a sentence that names the economies.</summary>
internal static class BaselineChecks
{
    private const int MostNames = 5;

    /// <summary>Checks flows with domestic sales.</summary>
    /// <param name="what">What the flows are, to begin the sentence with.</param>
    /// <param name="names">Names of the n economies.</param>
    /// <param name="flows">n × n, exporter by importer.</param>
    /// <exception cref="InvalidInputException">The flows are all zero, one is negative or not finite, an economy has no domestic sales, imports nothing or exports nothing.</exception>
    public static void Check(string what, ImmutableArray<string> names, double[] flows)
    {
        var n = names.Length;
        if (n < 2) throw new InvalidInputException($"{what} has {n} economies; a general equilibrium needs at least two.");
        if (Array.TrueForAll(flows, flow => flow == 0)) throw new InvalidInputException($"{what} holds nothing but zeros; it has no trade to start from.");
        List<string> closed = [], noImports = [], noExports = [];
        for (var i = 0; i < n; i++)
        {
            var (imports, exports) = (0.0, 0.0);
            for (var j = 0; j < n; j++)
            {
                var flow = flows[(i * n) + j];
                if (!(flow >= 0 && double.IsFinite(flow)))
                {
                    throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"{what}: the flow from {names[i]} to {names[j]} is {flow}; trade is a finite number and not negative."));
                }

                if (i == j) continue;
                exports += flow;
                imports += flows[(j * n) + i];
            }

            if (flows[(i * n) + i] == 0) closed.Add(names[i]);
            if (imports == 0) noImports.Add(names[i]);
            if (exports == 0) noExports.Add(names[i]);
        }

        if (closed.Count > 0) throw new InvalidInputException($"{what} has no domestic sales (exporter = importer) of {Listed(closed)}; add them, or leave the {(closed.Count == 1 ? "economy" : "economies")} out.");
        if (noImports.Count > 0) throw new InvalidInputException($"{what}: {Listed(noImports)} {(noImports.Count == 1 ? "imports" : "import")} nothing; such an economy gains or loses nothing from trade, leave it out.");
        if (noExports.Count > 0) throw new InvalidInputException($"{what}: {Listed(noExports)} {(noExports.Count == 1 ? "exports" : "export")} nothing; imports would have to be paid for ever by others, leave it out.");
    }

    /// <summary>A few names in a row, and how many more there are.</summary>
    public static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0]
        : names.Count <= MostNames ? $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}"
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more");
}
