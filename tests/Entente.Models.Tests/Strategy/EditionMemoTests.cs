using Entente.Models.Strategy;
using Entente.Tests;
using Entente.World;

namespace Entente.Models.Tests.Strategy;

public class EditionMemoTests(Snapshot snapshot)
{
    [Fact]
    public void What_was_measured_is_the_same_object_again_and_another_question_or_edition_has_its_own()
    {
        var memo = new EditionMemo<int, object>(4);
        var first = memo.Get(snapshot.World, 1, _ => new object());
        memo.Get(snapshot.World, 1, _ => new object()).ShouldBeSameAs(first);
        memo.Get(snapshot.World, 2, _ => new object()).ShouldNotBeSameAs(first);
        using var other = WorldEdition.Open(Path.Combine(Shared.Repository, "data", "snapshot"));
        memo.Get(other, 1, _ => new object()).ShouldNotBeSameAs(first);
    }

    [Fact]
    public void The_oldest_makes_room()
    {
        var memo = new EditionMemo<int, object>(2);
        var kept = Enumerable.Range(0, 3).Select(key => memo.Get(snapshot.World, key, _ => new object())).ToList();
        memo.Get(snapshot.World, 1, _ => new object()).ShouldBeSameAs(kept[1]);
        memo.Get(snapshot.World, 2, _ => new object()).ShouldBeSameAs(kept[2]);
        memo.Get(snapshot.World, 0, _ => new object()).ShouldNotBeSameAs(kept[0]);
    }

    [Fact]
    public void What_throws_is_asked_again()
    {
        var memo = new EditionMemo<int, int>(2);
        Should.Throw<NoAnswerException>(() => memo.Get(snapshot.World, 1, _ => throw new NoAnswerException("not held")));
        memo.Get(snapshot.World, 1, key => key + 1).ShouldBe(2);
    }
}
