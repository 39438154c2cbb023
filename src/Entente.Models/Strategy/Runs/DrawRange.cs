using System.Globalization;
using Entente.World;

namespace Entente.Models.Strategy.Runs;

/// <summary>A range of draws, both ends included; the first draw of a run is 0.</summary>
/// <param name="First">First draw.</param>
/// <param name="Last">Last draw, not before the first.</param>
public readonly record struct DrawRange(int First, int Last) : IComparable<DrawRange>
{
    /// <summary>Number of draws.</summary>
    public int Count => Last - First + 1;

    /// <summary>Reads a range as typed: "0..49999", both ends included.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidInputException">It is no range, or its ends are the wrong way round.</exception>
    public static DrawRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Split("..", 2);
        if (ends.Length != 2 || !Number(ends[0], out var first) || !Number(ends[1], out var last))
        {
            throw new InvalidInputException($"'{text}' is no range of draws; write FROM..TO with both ends included, for example 0..49999.");
        }

        return first <= last ? new DrawRange(first, last) : throw new InvalidInputException(FormattableString.Invariant($"The range of draws {text} ends before it begins; write {last}..{first}."));
    }

    /// <summary>Whether all draws of another range lie in this one.</summary>
    public bool Holds(DrawRange other) => First <= other.First && other.Last <= Last;

    /// <summary>The draws that two ranges share; <see langword="null"/> where there are none.</summary>
    public DrawRange? And(DrawRange other)
    {
        var (first, last) = (Math.Max(First, other.First), Math.Min(Last, other.Last));
        return first <= last ? new DrawRange(first, last) : null;
    }

    /// <summary>The parts of this range that none of the others covers, ascending.</summary>
    /// <param name="held">Ranges in any order, which may overlap.</param>
    public IEnumerable<DrawRange> Without(IEnumerable<DrawRange> held)
    {
        var next = First;
        foreach (var range in held.Order())
        {
            if (range.Last < next) continue;
            if (range.First > Last) break;
            if (range.First > next) yield return new DrawRange(next, range.First - 1);
            next = range.Last + 1;
        }

        if (next <= Last) yield return new DrawRange(next, Last);
    }

    /// <summary>This range cut at the multiples of the size.</summary>
    /// <param name="size">Draws of a whole piece, at least 1.</param>
    public IEnumerable<DrawRange> Cut(int size)
    {
        for (var first = First; first <= Last;)
        {
            var last = Math.Min(Last, ((first / size) + 1) * size - 1);
            yield return new DrawRange(first, last);
            first = last + 1;
        }
    }

    /// <summary>Neighbouring ranges joined into one, ascending.</summary>
    public static IEnumerable<DrawRange> Joined(IEnumerable<DrawRange> ranges)
    {
        DrawRange? open = null;
        foreach (var range in (ranges ?? throw new ArgumentNullException(nameof(ranges))).Order())
        {
            if (open is { } before && range.First <= before.Last + 1)
            {
                open = before with { Last = Math.Max(before.Last, range.Last) };
                continue;
            }

            if (open is { } done) yield return done;
            open = range;
        }

        if (open is { } last) yield return last;
    }

    /// <inheritdoc />
    public int CompareTo(DrawRange other) => First != other.First ? First.CompareTo(other.First) : Last.CompareTo(other.Last);

    /// <summary>As it is typed: "0..49999".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}..{Last}");

#pragma warning disable CS1591 // what they mean is plain
    public static bool operator <(DrawRange left, DrawRange right) => left.CompareTo(right) < 0;

    public static bool operator >(DrawRange left, DrawRange right) => left.CompareTo(right) > 0;

    public static bool operator <=(DrawRange left, DrawRange right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DrawRange left, DrawRange right) => left.CompareTo(right) >= 0;
#pragma warning restore CS1591

    private static bool Number(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
