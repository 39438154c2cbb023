using System.Collections.Immutable;
using Entente.World;
using Entente.World.States;

namespace Entente.Models.Panel.Tables;

/// <summary>
/// The rows of a dyad-year panel: every undirected pair of members of the state system (COW) in every year in which both are members on some day; sorted by year, then by the lower and the higher
/// id. A pair is found by arithmetic, without a search.
/// </summary>
public sealed class DyadYearFrame
{
    private readonly int[][] _members;
    private readonly Dictionary<int, int>[] _places;
    private readonly int[] _starts;

    private DyadYearFrame(int from, int to, int[][] members)
    {
        (FirstYear, LastYear, _members) = (from, to, members);
        _places = [.. members.Select(ids => ids.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place))];
        _starts = new int[members.Length + 1];
        for (var y = 0; y < members.Length; y++) _starts[y + 1] = _starts[y] + (members[y].Length * (members[y].Length - 1) / 2);
        (A, B, Year) = (new int[Rows], new int[Rows], new int[Rows]);
        for (var y = 0; y < members.Length; y++)
        {
            var row = _starts[y];
            var ids = members[y];
            for (var i = 0; i < ids.Length; i++)
            {
                for (var j = i + 1; j < ids.Length; j++, row++) (A[row], B[row], Year[row]) = (ids[i], ids[j], from + y);
            }
        }
    }

    /// <summary>First year.</summary>
    public int FirstYear { get; }

    /// <summary>Last year.</summary>
    public int LastYear { get; }

    /// <summary>Number of dyad-years, n.</summary>
    public int Rows => _starts[^1];

    /// <summary>n lower state ids; not to be changed.</summary>
    public int[] A { get; }

    /// <summary>n higher state ids; not to be changed.</summary>
    public int[] B { get; }

    /// <summary>n calendar years; not to be changed.</summary>
    public int[] Year { get; }

    /// <summary>The members in a year, ids ascending.</summary>
    public ReadOnlySpan<int> Members(int year) => _members[year - FirstYear];

    /// <summary>The rows of a year.</summary>
    public (int Start, int End) RowsOf(int year) => year < FirstYear || year > LastYear ? (0, 0) : (_starts[year - FirstYear], _starts[year - FirstYear + 1]);

    /// <summary>The row of a pair in a year, in either order; −1 where one of the two is not a member or the year is outside.</summary>
    public int Row(int a, int b, int year)
    {
        if (year < FirstYear || year > LastYear || a == b) return -1;
        var places = _places[year - FirstYear];
        if (!places.TryGetValue(a, out var i) || !places.TryGetValue(b, out var j)) return -1;
        if (i > j) (i, j) = (j, i);
        var n = places.Count;
        return _starts[year - FirstYear] + (i * ((2 * n) - i - 1) / 2) + j - i - 1;
    }

    /// <summary>Makes the rows.</summary>
    /// <param name="world">The edition, of which the state system is read.</param>
    /// <param name="from">First year, from 1816 on.</param>
    /// <param name="to">Last year.</param>
    /// <exception cref="InvalidInputException">The years are out of range or in the wrong order.</exception>
    public static DyadYearFrame Build(WorldEdition world, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (from is < 1816 or > 2100 || to is < 1816 or > 2100) throw new InvalidInputException($"A panel from {from} to {to}: the state system is held from 1816; choose years from there to now.");
        if (to < from) throw new InvalidInputException($"The first year {from} is after the last year {to}; swap --since and --until.");
        return new DyadYearFrame(from, to, [.. Enumerable.Range(from, to - from + 1).Select(year => MembersOf(world, year).ToArray())]);
    }

    /// <summary>The members of the state system in a year, ids ascending.</summary>
    internal static ImmutableArray<int> MembersOf(WorldEdition world, int year) =>
        [.. world.States.All.Where(state => state.Kind == StateKind.Member && state.Id > 0 && !state.Existence.IsEmpty && state.ExistsIn(year)).Select(state => state.Id).Order()];
}
