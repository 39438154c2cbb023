using CsCheck;
using Entente.Models.Strategy.Runs;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Runs;

public class DrawRangeTests
{
    private static readonly Gen<DrawRange> Ranges = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 30]).Select(ends => new DrawRange(ends.Item1, ends.Item1 + ends.Item2));

    [Fact]
    public void A_range_reads_as_it_is_written() => DrawRange.Parse("0..49999").ShouldBe(new DrawRange(0, 49_999));

    [Theory]
    [InlineData("5..4", "write 4..5")]
    [InlineData("5", "FROM..TO")]
    [InlineData("a..b", "FROM..TO")]
    [InlineData("-1..4", "FROM..TO")]
    [InlineData("1..4..6", "FROM..TO")]
    public void A_range_that_is_none_is_refused(string text, string says) => Should.Throw<InvalidInputException>(() => DrawRange.Parse(text)).Message.ShouldContain(says);

    [Fact]
    public void What_is_held_and_what_is_missing_make_up_the_range_without_overlap() => Gen.Select(Ranges, Ranges.List[0, 6]).Sample((range, held) =>
    {
        var missing = range.Without(held).ToList();
        for (var draw = range.First; draw <= range.Last; draw++)
        {
            missing.Count(part => part.First <= draw && draw <= part.Last).ShouldBe(held.Any(part => part.First <= draw && draw <= part.Last) ? 0 : 1);
        }

        missing.ShouldAllBe(part => range.Holds(part));
    });

    [Fact]
    public void Cut_pieces_end_at_multiples_and_join_to_the_range_again() => Gen.Select(Ranges, Gen.Int[1, 20]).Sample((range, size) =>
    {
        var pieces = range.Cut(size).ToList();
        pieces.ShouldAllBe(piece => piece.First / size == piece.Last / size);
        DrawRange.Joined(pieces).ShouldBe([range]);
    });
}
