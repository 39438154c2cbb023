using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.Tables;

namespace Entente.World.Sources.Evidence;

/// <summary>
/// How the lines of evidence scored, kept so that no assessment has to run the contests again: weights of hypotheses (<c>data/reference/hypothesis_weights.csv</c>, written by
/// <c>entente hypotheses --weights</c>) and scores of lines on past cases (<c>data/reference/line_scores.csv</c>, written by <c>entente backtest --lines</c>).
/// </summary>
internal static class EvidenceSource
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "entente-evidence";

    private const double Rounding = .002;
    private static readonly IReadOnlyList<string> WeightColumns = ["horizon", "hypothesis", "weight", "low", "high", "log_gain", "first_origin", "last_origin"];
    private static readonly IReadOnlyList<string> ScoreColumns = ["case", "line", "year", "probability", "outcome"];
    private static readonly string[] Lines = ["game", "reference", "statistical"];

    /// <summary>Reads both files.</summary>
    /// <exception cref="InvalidInputException">A file cannot be read or lacks a column, or the weights of a horizon do not add up to 1.</exception>
    /// <exception cref="ImportException">A cell is wrong, for example a probability outside 0 to 1.</exception>
    public static ImportResult Read(string weightsPath, string scoresPath)
    {
        var notes = new ImportNotes();
        return new ImportResult(Source, [Weights(weightsPath, notes), Scores(scoresPath, notes)], notes.ToImmutable());
    }

    private static TableData Weights(string path, ImportNotes notes)
    {
        var data = new TableData(StoreSchema.HypothesisWeights);
        var sums = new SortedDictionary<int, double>();
        using var table = PublisherFile.Open(path, WeightColumns, notes);
        foreach (var row in table.Rows())
        {
            var (horizon, weight, low, high) = (row.Integer("horizon"), Share(row, "weight"), Share(row, "low"), Share(row, "high"));
            if (low > high) throw row.Bad("low", "the interval ends before it begins.");
            sums[horizon] = sums.GetValueOrDefault(horizon) + weight;
            data.Add(horizon, row.Text("hypothesis"), weight, low, high, row.Real("log_gain"), row.Integer("first_origin"), row.Integer("last_origin"));
        }

        foreach (var (horizon, sum) in sums)
        {
            if (Math.Abs(sum - 1) > Rounding) throw new InvalidInputException(FormattableString.Invariant($"{Path.GetFileName(path)}: the weights {horizon} years ahead add up to {sum:0.###}, not to 1; write the file anew with 'entente hypotheses --weights'."));
        }

        return data;
    }

    private static TableData Scores(string path, ImportNotes notes)
    {
        var data = new TableData(StoreSchema.LineScores);
        using var table = PublisherFile.Open(path, ScoreColumns, notes);
        foreach (var row in table.Rows())
        {
            var (line, outcome) = (row.Text("line"), row.Real("outcome"));
            if (!Lines.Contains(line, StringComparer.Ordinal)) throw row.Bad("line", $"'{line}' is no line of evidence; {string.Join(", ", Lines)} are.");
            if (outcome is not (0 or .5 or 1)) throw row.Bad("outcome", "it is 0, .5 or 1.");
            data.Add(row.Text("case"), line, row.Integer("year"), Share(row, "probability"), outcome);
        }

        return data;
    }

    private static double Share(CsvRow row, string field) => row.Real(field) is var value and >= 0 and <= 1 ? value : throw row.Bad(field, "it lies outside 0 to 1.");
}
