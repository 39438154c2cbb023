using Entente.Briefing.Claims.Drafting.Text;

namespace Entente.Briefing.Tests.Claims;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("Dr. Weber met Gen. Park. They spoke.", 2)]
    [InlineData("The U.S. voted no. The U.K. abstained.", 2)]
    [InlineData("It fell to 46.5 percent. That is low.", 2)]
    [InlineData("\"It is over.\" She left.", 2)]
    [InlineData("See fig. 3 and p. 47.", 1)]
    [InlineData("Trade, i.e. exports, grew.", 1)]
    [InlineData("J. Smith said no.", 1)]
    [InlineData("He left at 5 p.m. The meeting went on.", 2)]
    [InlineData("今天天气很好。明天呢？", 2)]
    [InlineData("هل هذا صحيح؟ نعم.", 2)]
    [InlineData("One... two.", 1)]
    public void Sentences_end_where_a_reader_ends_them(string text, int count) => SentenceSplitter.Of(new ArticleBlock(1, false, text)).Count().ShouldBe(count);

    [Fact]
    public void Text_without_a_full_stop_is_cut()
    {
        var sentences = SentenceSplitter.Of(new ArticleBlock(1, false, string.Concat(Enumerable.Repeat("word ", 5000)))).ToList();
        sentences.Count.ShouldBe(13);
        sentences.ShouldAllBe(sentence => sentence.Text.Length <= SentenceSplitter.Longest);
    }

    [Fact]
    public void Places_and_marks_of_markdown()
    {
        var sentences = ArticleReader.Sentences("# A *title*\n\nFirst [line](http://a.b/c.d_e)\nsecond. Third\n\n```\ncode 5 %\n```\n- item ![picture 7 %](x.png)one\n> quoted", "a.md").ToList();
        sentences.Select(sentence => (sentence.Line, sentence.Text)).ShouldBe([(1, "A title"), (3, "First line second."), (4, "Third"), (9, "item one"), (10, "quoted")]);
        sentences[0].IsHeading.ShouldBeTrue();
    }

    [Fact]
    public void No_text_is_lost_and_none_made_up() => CsCheck.Check.Sample(CsCheck.Gen.String[CsCheck.Gen.Char["aB. \"1,。\n?"], 0, 80], text =>
        string.Concat(SentenceSplitter.Of(new ArticleBlock(1, false, text)).Select(sentence => sentence.Text)).Replace(" ", "", StringComparison.Ordinal).ShouldBe(text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)));
}
