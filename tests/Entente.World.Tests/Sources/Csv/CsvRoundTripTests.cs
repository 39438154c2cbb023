using System.Text;
using CsCheck;
using Entente.World.Sources.Csv;

namespace Entente.World.Tests.Sources.Csv;

public class CsvRoundTripTests
{
    private static readonly Gen<string> Cell = Gen.OneOf(Gen.String[Gen.Char["ab,;\t\"\n\r |é€"], 0, 12], Gen.String[Gen.Char.AlphaNumeric, 1, 40]);

    [Fact]
    public void What_is_written_by_the_rules_is_read_back_cell_by_cell_and_line_by_line() =>
        Gen.Select(Gen.Int[1, 6].SelectMany(width => Cell.Array[width].Array[0, 60]), Gen.Char[",;\t"], Gen.Bool.Select(windows => windows ? "\r\n" : "\n")).Sample((rows, delimiter, end) =>
        {
            var width = rows.Length == 0 ? 2 : rows[0].Length;
            var text = new StringBuilder(string.Join(delimiter, Enumerable.Range(0, width).Select(i => $"c{i}")) + end);
            var lines = new List<int>();
            var line = 2;
            foreach (var row in rows)
            {
                lines.Add(line);
                var written = string.Join(delimiter, row.Select(cell => '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
                text.Append(written).Append(end);
                line += 1 + LineBreaks(written);
            }

            using var table = CsvTable.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "t.csv");
            var read = table.Rows().Select(row => (row.Line, Cells: Enumerable.Range(0, width).Select(row.Raw).ToArray())).ToList();
            return read.Select(row => row.Line).SequenceEqual(lines)
                && read.Zip(rows).All(pair => pair.First.Cells.SequenceEqual(pair.Second.Select(cell => cell.Trim())));
        });

    /// <summary>Any bytes at all are either read or refused in a sentence; nothing else comes out.</summary>
    [Fact]
    public void Arbitrary_bytes_are_read_or_refused_in_a_sentence() =>
        Gen.OneOf(Gen.Byte, Gen.Int[0, 5].Select(i => ",\"\n\ra\u00C3"[i]).Select(letter => (byte)letter)).Array[0, 300].Sample(bytes =>
        {
            try
            {
                using var table = CsvTable.FromStream(new MemoryStream(bytes), "t.csv");
                foreach (var row in table.Rows()) row.Line.ShouldBeGreaterThan(0);
            }
            catch (InvalidInputException refusal)
            {
                refusal.Message.ShouldStartWith("t.csv");
            }
        });

    /// <summary>LF, CR LF and a lone CR each end a line.</summary>
    private static int LineBreaks(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) count++;
        }

        return count;
    }
}
