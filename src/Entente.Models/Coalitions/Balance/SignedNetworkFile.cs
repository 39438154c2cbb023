using System.Globalization;
using Entente.Numerics.Networks;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.States;

namespace Entente.Models.Coalitions.Balance;

/// <summary>
/// Reads signed networks from text: an edge in each line, two names and a weight, with commas, semicolons or tabs between them and a head or none. An error names file, line and column and says what to do.
/// </summary>
public static class SignedNetworkFile
{
    private const long LargestFile = 16 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="states">States by which nodes are named where every name is one of theirs; null for names as they stand.</param>
    /// <exception cref="InvalidInputException">There is no such file, or it is wrong.</exception>
    public static NamedNetwork Read(string path, StateSystem? states = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path)) throw new InvalidInputException($"There is no file {path}; name a file with an edge in each line: a,b,weight.");
        if (new FileInfo(path).Length > LargestFile) throw new InvalidInputException($"{path} is larger than {LargestFile >> 20} MB; a network of this program has some hundred nodes.");
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{path} cannot be read: {error.Message}", error);
        }

        return Parse(text, path, states);
    }

    /// <summary>Reads text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">Name of the file, for errors.</param>
    /// <param name="states">As above.</param>
    /// <exception cref="InvalidInputException">The text is wrong.</exception>
    public static NamedNetwork Parse(string text, string fileName, StateSystem? states = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var lines = Lines(text.TrimStart('\uFEFF'), fileName);
        if (lines.Count == 0) throw new InvalidInputException($"{fileName} holds no edge; write one in each line: a,b,weight.");
        var names = lines.SelectMany(line => new[] { line.A, line.B }).Distinct(StringComparer.Ordinal).ToList();
        var found = states is null ? [] : names.Select(name => states.Find(name)).ToList();
        var (areStates, notes) = (states is not null && found.TrueForAll(state => state is not null), new List<string>());
        var (nodes, place) = (new List<NetworkNode>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var numbers = new Dictionary<int, int>();
        for (var i = 0; i < names.Count; i++)
        {
            if (areStates && numbers.TryGetValue(found[i]!.Id, out var known))
            {
                place[names[i]] = known;
                continue;
            }

            if (areStates) numbers[found[i]!.Id] = nodes.Count;
            place[names[i]] = nodes.Count;
            nodes.Add(areStates ? new NetworkNode(found[i]!.Name, found[i]!.Id) : new NetworkNode(names[i], null));
        }

        var (edges, again) = (new Dictionary<(int, int), (double Weight, int Line)>(), 0);
        foreach (var line in lines)
        {
            var (a, b) = (place[line.A], place[line.B]);
            if (a == b) throw At(fileName, line.Number, 2, $"joins {nodes[a].Name} with itself. Take the line out: a relation needs two.");
            var pair = a < b ? (a, b) : (b, a);
            if (!edges.TryAdd(pair, (line.Weight, line.Number)))
            {
                var first = edges[pair];
                if (Math.Sign(first.Weight) != Math.Sign(line.Weight)) throw At(fileName, line.Number, 3, $"gives {nodes[a].Name} and {nodes[b].Name} the other sign than line {first.Line}. Keep one of the two lines.");
                if (first.Weight != line.Weight) throw At(fileName, line.Number, 3, $"gives {nodes[a].Name} and {nodes[b].Name} another weight than line {first.Line}. Keep one of the two lines: relations are the same both ways.");
                again++;
            }
        }

        if (again > 0) notes.Add($"{again} {(again == 1 ? "edge stands" : "edges stand")} in the file twice with the same weight and {(again == 1 ? "counts" : "count")} once.");
        var network = SignedNetwork.Of(nodes.Count, edges.Select(edge => new SignedEdge(edge.Key.Item1, edge.Key.Item2, edge.Value.Weight)));
        if (network.Edges.All(edge => edge.Weight > 0)) notes.Add("The network has no negative edge: it is balanced, all in one camp.");
        var key = Path.GetFileNameWithoutExtension(fileName);
        return new NamedNetwork([.. nodes], network, [.. notes]) { Document = DocumentSource.Of("network", key, $"Signed network {key}", text, isShipped: false) };
    }

    private static List<(int Number, string A, string B, double Weight)> Lines(string text, string fileName)
    {
        var (edges, number, separator) = (new List<(int, string, string, double)>(), 0, '\0');
        var isFirst = true;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (separator == '\0') separator = line.Contains('\t', StringComparison.Ordinal) ? '\t' : line.Contains(';', StringComparison.Ordinal) ? ';' : ',';
            var cells = Cells(line, separator, fileName, number);
            if (cells.Count != 3) throw At(fileName, number, Math.Min(cells.Count, 4), $"has {cells.Count} {(cells.Count == 1 ? "column" : "columns")}. Write three: a,b,weight.");
            var isNumber = double.TryParse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight);
            if (isFirst && !isNumber)
            {
                // A head is words; a cell that begins like a number is meant as one.
                isFirst = false;
                if (cells[2].Length > 0 && char.IsLetter(cells[2][0])) continue;
            }

            isFirst = false;
            for (var column = 0; column < 2; column++)
            {
                if (cells[column].Length == 0) throw At(fileName, number, column + 1, "names nobody. Write a name or a code.");
            }

            if (!isNumber || !double.IsFinite(weight)) throw At(fileName, number, 3, $"'{cells[2]}' is not a number. Write a weight such as 1 or -1, with a point for decimals.");
            if (weight == 0) throw At(fileName, number, 3, "the weight is zero, which is neither friend nor foe. Leave the line out.");
            if (Math.Abs(weight) > 1e9) throw At(fileName, number, 3, $"the weight {cells[2]} is beyond a thousand million. Choose a smaller unit.");
            edges.Add((number, cells[0], cells[1], weight));
        }

        return edges;
    }

    private static List<string> Cells(string line, char separator, string fileName, int number)
    {
        var (cells, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[++i]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == separator && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        if (quoted) throw At(fileName, number, cells.Count + 1, "opens a quotation mark that nothing closes. Close it.");
        cells.Add(cell.ToString().Trim());
        return cells;
    }

    private static InvalidInputException At(string file, int line, int column, string what) => new($"{file}, line {line}, column {column}: {what}");
}
