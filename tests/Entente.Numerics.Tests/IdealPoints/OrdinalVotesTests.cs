using CsCheck;
using Entente.Numerics.IdealPoints;

namespace Entente.Tests.IdealPoints;

public class OrdinalVotesTests
{
    // Widths around one, two and three vectors; periods that may be empty; items that may span periods.
    private static readonly Gen<(int Units, int Periods, int[] Period, int[] Item, byte[] Responses)> Inputs =
        from units in Gen.Int[1, 40]
        from periods in Gen.Int[1, 5]
        from rows in Gen.Int[1, 20]
        from period in Gen.Int[0, periods - 1].Array[rows]
        from item in Gen.Int[0, rows].Array[rows]
        from vote in Gen.Frequency((2, Gen.Const((byte)0)), (1, Gen.Byte[0, 3])).Array[rows * units]
        select (units, periods, period, Renumbered(item), vote);

    [Fact]
    public void Every_response_is_found_again_where_the_layout_says() => Inputs.Sample(input =>
    {
        var votes = OrdinalVotes.Create(input.Responses, input.Units, input.Period, input.Periods, input.Item);
        (votes.Units, votes.Periods, votes.Rows, votes.Items).ShouldBe((input.Units, input.Periods, input.Period.Length, input.Item.Max() + 1));
        var found = new byte[input.Responses.Length];
        for (var item = 0; item < votes.Items; item++)
        {
            for (var row = votes.ItemStart[item]; row < votes.ItemStart[item + 1]; row++)
            {
                input.Item[votes.RowSource[row]].ShouldBe(item);
                votes.RowPeriod[row].ShouldBe(input.Period[votes.RowSource[row]]);
                var first = votes.PeriodStart[votes.RowPeriod[row]];
                var width = votes.RowStart[row + 1] - votes.RowStart[row];
                width.ShouldBe(votes.PeriodStart[votes.RowPeriod[row] + 1] - first);
                (width % OrdinalVotes.Lanes).ShouldBe(0);
                for (var i = 0; i < width; i++)
                {
                    var (code, position) = (votes.Votes[votes.RowStart[row] + i], votes.PositionOf[first + i]);
                    if (position < 0) code.ShouldBe((byte)0);
                    else found[votes.RowSource[row] * input.Units + votes.UnitOf[position]] = code;
                }
            }
        }

        found.ShouldBe(input.Responses);
        votes.Responses.ShouldBe(input.Responses.Count(code => code != 0));
    }, iter: 300);

    [Fact]
    public void A_position_exists_exactly_where_a_unit_voted_in_a_period() => Inputs.Sample(input =>
    {
        var votes = OrdinalVotes.Create(input.Responses, input.Units, input.Period, input.Periods, input.Item);
        var counts = new SortedDictionary<(int Period, int Unit), int>();
        for (var k = 0; k < input.Responses.Length; k++)
        {
            var key = (input.Period[k / input.Units], k % input.Units);
            if (input.Responses[k] != 0) counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        votes.Positions.ShouldBe(counts.Count);
        var position = 0;
        foreach (var ((period, unit), count) in counts)
        {
            votes.Position(position).ShouldBe((unit, period));
            votes.ResponsesOf(position).ShouldBe(count);
            votes.PositionOf[votes.SlotOf[position]].ShouldBe(position);
            var of = counts.Keys.Select((key, index) => (key, index)).Where(entry => entry.key.Unit == unit).Select(entry => entry.index).ToList();
            var place = of.IndexOf(position);
            votes.Previous[position].ShouldBe(place == 0 ? -1 : of[place - 1]);
            votes.Next[position].ShouldBe(place == of.Count - 1 ? -1 : of[place + 1]);
            position++;
        }
    }, iter: 300);

    [Fact]
    public void A_gap_is_skipped_and_a_single_vote_is_a_position()
    {
        // Unit 0 votes in periods 0 and 3, unit 1 once, unit 2 never.
        var votes = OrdinalVotes.Create([1, 0, 0, 0, 3, 0, 2, 0, 0], 3, [0, 1, 3], 5, [0, 1, 0]);
        votes.Positions.ShouldBe(3);
        votes.Items.ShouldBe(2);
        (votes.Position(0), votes.Position(1), votes.Position(2)).ShouldBe(((0, 0), (1, 1), (0, 3)));
        votes.Next.ShouldBe([2, -1, -1]);
        votes.Previous.ShouldBe([-1, -1, 0]);
        votes.ResponsesOf(1).ShouldBe(1);
        votes.ItemStart.ShouldBe([0, 2, 3]);
        votes.RowPeriod.ShouldBe([0, 3, 1]);
    }

    [Fact]
    public void Input_that_does_not_fit_together_is_refused()
    {
        Should.Throw<ArgumentException>(() => OrdinalVotes.Create([1, 4], 2, [0], 1, [0])).Message.ShouldContain("0 (absent), 1 (yes), 2 (abstain) or 3 (no)");
        Should.Throw<ArgumentException>(() => OrdinalVotes.Create([1, 3], 2, [0], 1, [1])).Message.ShouldContain("Item 0 has no row");
        Should.Throw<ArgumentException>(() => OrdinalVotes.Create([1, 3, 1], 2, [0], 1, [0])).Message.ShouldContain("rows × units");
        Should.Throw<ArgumentException>(() => OrdinalVotes.Create([1, 3], 2, [0], 1, [0, 0])).Message.ShouldContain("period and an item");
        Should.Throw<ArgumentException>(() => OrdinalVotes.Create([1, 3], 2, [1], 1, [0])).Message.ShouldContain("outside 0 to 0");
        Should.Throw<ArgumentException>(() => OrdinalVotes.Create([1, 3], 2, [-1], 1, [0])).Message.ShouldContain("outside 0 to 0");
        Should.Throw<ArgumentException>(() => OrdinalVotes.Create([1, 3], 2, [0], 1, [-1])).Message.ShouldContain("negative");
    }

    private static int[] Renumbered(int[] items)
    {
        var numbers = new Dictionary<int, int>();
        return Array.ConvertAll(items, item => numbers.TryGetValue(item, out var number) ? number : numbers[item] = numbers.Count);
    }
}
