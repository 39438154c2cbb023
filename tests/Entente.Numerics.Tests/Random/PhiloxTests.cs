using Entente.Numerics.Random;

namespace Entente.Tests.Random;

public class PhiloxTests
{
    // The known-answer vectors published with the generator (Random123, kat_vectors, philox4x32 with 10 rounds).
    [Theory]
    [InlineData(0UL, 0UL, 0UL, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x85a308d3243f6a88UL, 0x0370734413198a2eUL, 0x299f31d0a4093822UL, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void A_block_equals_the_published_known_answer(ulong low, ulong high, ulong key, uint w0, uint w1, uint w2, uint w3) =>
        new Philox(key).Block(low, high).ShouldBe((w0, w1, w2, w3));

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(67)]
    [InlineData(1000)]
    public void Filling_in_bulk_gives_the_words_of_single_blocks(int length)
    {
        var philox = new Philox(0x0123456789ABCDEF);
        var words = new uint[length];
        philox.Fill(0xFEDCBA9876543210, 77, 5, words);
        for (var i = 0; i < length; i++)
        {
            var (w0, w1, w2, w3) = philox.Block(0xFEDCBA9876543210, ((ulong)(5 + i / 4) << 32) | 77);
            words[i].ShouldBe(new[] { w0, w1, w2, w3 }[i % 4]);
        }
    }

    [Fact]
    public void Filling_in_bulk_wraps_the_block_counter_without_touching_the_other_words()
    {
        var philox = new Philox(3);
        var words = new uint[80];
        philox.Fill(9, 1, uint.MaxValue - 1, words);
        words[8].ShouldBe(philox.Block(9, 1).W0);
        words[79].ShouldBe(philox.Block(9, (17UL << 32) | 1).W3);
    }
}
