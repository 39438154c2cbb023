namespace Entente.Numerics.IdealPoints;

/// <summary>
/// Ordinal votes laid out for fast passes: rows (roll calls) of one-byte responses, dense over the units that voted at all in the row's period, padded to the width of a vector.
/// Several rows may be one item: identical texts put to the vote again, which bridge periods.
/// </summary>
/// <remarks>Responses: 0 absent, 1 yes, 2 abstain, 3 no. A position exists for every unit and period with at least one response.</remarks>
public sealed class OrdinalVotes
{
    /// <summary>Lanes of the kernels' vectors: rows are padded with absences to a multiple of this.</summary>
    internal const int Lanes = 16;

    private OrdinalVotes(int units, int periods, int items)
    {
        (Units, Periods, Items) = (units, periods, items);
        PeriodStart = new int[periods + 1];
        ItemStart = new int[items + 1];
    }

    /// <summary>Number of units (states).</summary>
    public int Units { get; }

    /// <summary>Number of periods (sessions or years), also those without votes.</summary>
    public int Periods { get; }

    /// <summary>Number of items.</summary>
    public int Items { get; }

    /// <summary>Number of rows (roll calls).</summary>
    public int Rows => RowPeriod.Length;

    /// <summary>Number of responses other than absent.</summary>
    public int Responses { get; private set; }

    /// <summary>Number of positions: pairs of unit and period with at least one response.</summary>
    public int Positions => SlotOf.Length;

    /// <summary>Padded offset of each period's slots; the last entry is the total padded width.</summary>
    internal int[] PeriodStart { get; }

    /// <summary>First row of each item in the order of storage; the last entry is the number of rows.</summary>
    internal int[] ItemStart { get; }

    /// <summary>Padded slot of each position.</summary>
    internal int[] SlotOf { get; private set; } = [];

    /// <summary>Position of each padded slot, or -1 for padding.</summary>
    internal int[] PositionOf { get; private set; } = [];

    /// <summary>Unit of each position.</summary>
    internal int[] UnitOf { get; private set; } = [];

    /// <summary>Period of each position.</summary>
    internal int[] PeriodOf { get; private set; } = [];

    /// <summary>Responses of each position.</summary>
    internal int[] CountOf { get; private set; } = [];

    /// <summary>The same unit's position in its last earlier period with votes, or -1.</summary>
    internal int[] Previous { get; private set; } = [];

    /// <summary>The same unit's position in its next period with votes, or -1.</summary>
    internal int[] Next { get; private set; } = [];

    /// <summary>Period of each stored row.</summary>
    internal int[] RowPeriod { get; private set; } = [];

    /// <summary>The caller's row of each stored row.</summary>
    internal int[] RowSource { get; private set; } = [];

    /// <summary>Offset of each stored row in <see cref="Votes"/>; the last entry is the length.</summary>
    internal int[] RowStart { get; private set; } = [];

    /// <summary>All responses, row by row.</summary>
    internal byte[] Votes { get; private set; } = [];

    /// <summary>Total padded width of all periods.</summary>
    internal int Slots => PeriodStart[^1];

    /// <summary>The unit and the period of a position.</summary>
    public (int Unit, int Period) Position(int position) => (UnitOf[position], PeriodOf[position]);

    /// <summary>The number of responses that a position rests on.</summary>
    public int ResponsesOf(int position) => CountOf[position];

    /// <summary>Lays out the responses.</summary>
    /// <param name="responses">rows × units, row by row: 0 absent, 1 yes, 2 abstain, 3 no.</param>
    /// <param name="units">Number of units.</param>
    /// <param name="periodOfRow">Period of each row, 0 … periods-1.</param>
    /// <param name="periods">Number of periods.</param>
    /// <param name="itemOfRow">Item of each row, 0 … items-1; every item must have a row.</param>
    /// <exception cref="ArgumentException">Lengths do not fit together, an index is out of range, an item has no row, or a response is above 3.</exception>
    public static OrdinalVotes Create(ReadOnlySpan<byte> responses, int units, ReadOnlySpan<int> periodOfRow, int periods, ReadOnlySpan<int> itemOfRow)
    {
        var rows = periodOfRow.Length;
        if (itemOfRow.Length != rows) throw new ArgumentException("Every row needs a period and an item.", nameof(itemOfRow));
        if (responses.Length != (long)rows * units) throw new ArgumentException("Responses must be rows × units.", nameof(responses));
        foreach (var period in periodOfRow)
        {
            if ((uint)period >= (uint)periods) throw new ArgumentException($"Period {period} is outside 0 to {periods - 1}.", nameof(periodOfRow));
        }

        if (responses.IndexOfAnyExceptInRange((byte)0, (byte)3) >= 0) throw new ArgumentException("A response must be 0 (absent), 1 (yes), 2 (abstain) or 3 (no).", nameof(responses));
        var items = 0;
        foreach (var item in itemOfRow)
        {
            if (item < 0) throw new ArgumentException("An item has a negative number.", nameof(itemOfRow));
            items = Math.Max(items, item + 1);
        }

        var votes = new OrdinalVotes(units, periods, items);
        votes.PlacePositions(responses, periodOfRow);
        votes.PlaceRows(responses, periodOfRow, itemOfRow);
        return votes;
    }

    private void PlacePositions(ReadOnlySpan<byte> responses, ReadOnlySpan<int> periodOfRow)
    {
        var counts = new int[Periods * Units];
        for (var row = 0; row < periodOfRow.Length; row++)
        {
            var count = counts.AsSpan(periodOfRow[row] * Units, Units);
            var vote = responses.Slice(row * Units, Units);
            for (var unit = 0; unit < count.Length; unit++) count[unit] += vote[unit] == 0 ? 0 : 1;
        }

        var total = counts.AsSpan().Length - counts.AsSpan().Count(0);
        (SlotOf, UnitOf, PeriodOf, CountOf) = (new int[total], new int[total], new int[total], new int[total]);
        (Previous, Next) = (new int[total], new int[total]);
        Array.Fill(Next, -1);
        var last = new int[Units];
        Array.Fill(last, -1);
        var slots = new List<int>();
        var position = 0;
        for (var period = 0; period < Periods; period++)
        {
            for (var unit = 0; unit < Units; unit++)
            {
                var count = counts[period * Units + unit];
                if (count == 0) continue;
                (SlotOf[position], UnitOf[position], PeriodOf[position], CountOf[position]) = (slots.Count, unit, period, count);
                Previous[position] = last[unit];
                if (last[unit] >= 0) Next[last[unit]] = position;
                last[unit] = position;
                slots.Add(position++);
                Responses += count;
            }

            while (slots.Count % Lanes != 0) slots.Add(-1);
            PeriodStart[period + 1] = slots.Count;
        }

        PositionOf = [.. slots];
    }

    private void PlaceRows(ReadOnlySpan<byte> responses, ReadOnlySpan<int> periodOfRow, ReadOnlySpan<int> itemOfRow)
    {
        var rows = periodOfRow.Length;
        foreach (var item in itemOfRow) ItemStart[item + 1]++;
        for (var item = 0; item < Items; item++)
        {
            if (ItemStart[item + 1] == 0) throw new ArgumentException($"Item {item} has no row.", nameof(itemOfRow));
            ItemStart[item + 1] += ItemStart[item];
        }

        var free = ItemStart.AsSpan(0, Items).ToArray();
        (RowPeriod, RowSource, RowStart) = (new int[rows], new int[rows], new int[rows + 1]);
        for (var row = 0; row < rows; row++)
        {
            var place = free[itemOfRow[row]]++;
            (RowPeriod[place], RowSource[place]) = (periodOfRow[row], row);
        }

        for (var place = 0; place < rows; place++) RowStart[place + 1] = RowStart[place] + PeriodStart[RowPeriod[place] + 1] - PeriodStart[RowPeriod[place]];
        Votes = new byte[RowStart[rows]];
        for (var place = 0; place < rows; place++)
        {
            var (start, end) = (PeriodStart[RowPeriod[place]], PeriodStart[RowPeriod[place] + 1]);
            var source = responses.Slice(RowSource[place] * Units, Units);
            var target = Votes.AsSpan(RowStart[place]);
            for (var slot = start; slot < end; slot++)
            {
                if (PositionOf[slot] >= 0) target[slot - start] = source[UnitOf[PositionOf[slot]]];
            }
        }
    }
}
