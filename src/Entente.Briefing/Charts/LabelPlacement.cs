using System.Collections.Immutable;

namespace Entente.Briefing.Charts;

/// <summary>Moves labels apart so that none covers another, as near to their wished place as that allows.</summary>
internal static class LabelPlacement
{
    /// <summary>Centres of the labels, in the order given. Where there is too little room they are spread evenly over it.</summary>
    /// <param name="wished">Wished centres.</param>
    /// <param name="heights">Heights.</param>
    /// <param name="low">Upper edge of the room (pixels grow downwards).</param>
    /// <param name="high">Lower edge.</param>
    public static ImmutableArray<double> Spread(IReadOnlyList<double> wished, IReadOnlyList<double> heights, double low, double high)
    {
        var count = wished.Count;
        var order = Enumerable.Range(0, count).OrderBy(index => wished[index]).ThenBy(index => index).ToArray();
        var centres = new double[count];
        var total = heights.Sum();
        if (total >= high - low && count > 0)
        {
            var edge = low;
            foreach (var index in order)
            {
                var room = heights[index] / total * (high - low);
                centres[index] = edge + room / 2;
                edge += room;
            }

            return [.. centres];
        }

        // Blocks of touching labels sit at the mean of their wishes (pool adjacent violators), then are kept inside the room.
        var blocks = new List<(double Sum, int Count, double Height, List<int> Members)>();
        foreach (var index in order)
        {
            var block = (Sum: wished[index], Count: 1, Height: heights[index], Members: new List<int> { index });
            while (blocks.Count > 0 && Top(block) < Bottom(blocks[^1]))
            {
                var above = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                above.Members.AddRange(block.Members);
                block = (above.Sum + block.Sum, above.Count + block.Count, above.Height + block.Height, above.Members);
            }

            blocks.Add(block);
        }

        foreach (var block in blocks)
        {
            var edge = Top(block);
            foreach (var index in block.Members)
            {
                centres[index] = edge + heights[index] / 2;
                edge += heights[index];
            }
        }

        return [.. centres];

        double Centre((double Sum, int Count, double Height, List<int>) block) => Math.Clamp(block.Sum / block.Count, low + block.Height / 2, high - block.Height / 2);
        double Top((double Sum, int Count, double Height, List<int>) block) => Centre(block) - block.Height / 2;
        double Bottom((double Sum, int Count, double Height, List<int>) block) => Centre(block) + block.Height / 2;
    }
}
