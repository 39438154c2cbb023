using Entente.Web.Answers;
using Entente.Web.Questions;

namespace Entente.Web.Tests.Answers;

/// <summary>Answers are computed once for all who ask, kept within a bound, and forgotten with what they rest on.</summary>
public sealed class AnswerStoreTests
{
    private const long Plenty = 1 << 20;
    private readonly StandInDesk _desk = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_for_what_is_being_answered_waits_for_that_answer()
    {
        var release = new TaskCompletionSource();
        _desk.Answers = async (_, stop) =>
        {
            await release.Task.WaitAsync(stop);
            return Said("one");
        };
        var store = new AnswerStore(_desk, Plenty);
        var asked = Enumerable.Range(0, 20).Select(_ => store.Get(StandInDesk.Call("a"), Test)).ToList();
        release.SetResult();
        (await Task.WhenAll(asked)).Select(answer => answer.ETag).Distinct().ShouldHaveSingleItem();
        _desk.Asked.ShouldBe(1);
        store.Held(StandInDesk.Call("a")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_goes_away_stops_nobody_elses_answer()
    {
        var release = new TaskCompletionSource();
        var stopped = false;
        _desk.Answers = async (_, stop) =>
        {
            using var watch = stop.Register(() => stopped = true);
            await release.Task.WaitAsync(stop);
            return Said("one");
        };
        var store = new AnswerStore(_desk, Plenty);
        using var gone = new CancellationTokenSource();
        var (leaves, stays) = (store.Get(StandInDesk.Call("a"), gone.Token), store.Get(StandInDesk.Call("a"), Test));
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => leaves);
        release.SetResult();
        (await stays).Plain.Length.ShouldBeGreaterThan(0);
        stopped.ShouldBeFalse();
        _desk.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Work_is_stopped_when_the_last_has_gone_and_begun_anew_when_asked_again()
    {
        var (started, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        _desk.Answers = async (_, stop) =>
        {
            started.TrySetResult();
            using var watch = stop.Register(() => stopped.TrySetResult());
            await Task.Delay(Timeout.Infinite, stop);
            return Said("never");
        };
        var store = new AnswerStore(_desk, Plenty);
        using var gone = new CancellationTokenSource();
        var leaves = store.Get(StandInDesk.Call("a"), gone.Token);
        await started.Task.WaitAsync(Test);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => leaves);
        await stopped.Task.WaitAsync(Test);

        _desk.Answers = (_, _) => Task.FromResult(Said("again"));
        System.Text.Encoding.UTF8.GetString((await store.Get(StandInDesk.Call("a"), Test)).Plain).ShouldContain("again");
    }

    [Fact]
    public async Task The_least_recently_used_goes_when_there_is_no_room()
    {
        _desk.Answers = (call, _) => Task.FromResult(Said(Noise(call.Values[0].Value[0], 8_000)));
        var store = new AnswerStore(_desk, 80_000);
        foreach (var word in new[] { "a", "b", "c", "d" }) await store.Get(StandInDesk.Call(word), Test);
        store.Held(StandInDesk.Call("a")).ShouldNotBeNull();
        foreach (var word in new[] { "e", "f", "g", "h" }) await store.Get(StandInDesk.Call(word), Test);
        store.Bytes.ShouldBeLessThanOrEqualTo(80_000);
        store.Held(StandInDesk.Call("a")).ShouldNotBeNull();
        store.Held(StandInDesk.Call("b")).ShouldBeNull();
        store.Held(StandInDesk.Call("h")).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_answer_that_would_take_most_of_the_room_is_not_kept()
    {
        _desk.Answers = (_, _) => Task.FromResult(Said(Noise('a', 8_000)));
        var store = new AnswerStore(_desk, 20_000);
        (await store.Get(StandInDesk.Call("a"), Test)).Plain.Length.ShouldBeGreaterThan(8_000);
        store.Held(StandInDesk.Call("a")).ShouldBeNull();
        store.Bytes.ShouldBe(0);
    }

    [Fact]
    public async Task Another_edition_has_other_answers_and_other_tags()
    {
        var store = new AnswerStore(_desk, Plenty);
        var first = await store.Get(StandInDesk.Call("a"), Test);
        _desk.Rests = "second";
        store.Held(StandInDesk.Call("a")).ShouldBeNull();
        var second = await store.Get(StandInDesk.Call("a"), Test);
        second.ETag.ShouldNotBe(first.ETag);
        store.ETagOf(StandInDesk.Call("a")).ShouldBe(second.ETag);
        _desk.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_not_answered_is_asked_again()
    {
        _desk.Answers = (_, _) => Task.FromResult(new QuestionAnswer(1, string.Empty, "Not held."));
        var store = new AnswerStore(_desk, Plenty);
        (await store.Get(StandInDesk.Call("a"), Test)).Sentence.ShouldBe("Not held.");
        store.Held(StandInDesk.Call("a")).ShouldBeNull();
        await store.Get(StandInDesk.Call("a"), Test);
        _desk.Asked.ShouldBe(2);
    }

    private static QuestionAnswer Said(string word) => new(0, $$"""{"schema":"entente.echo/1","word":"{{word}}"}""", string.Empty);

    // Letters that do not compress to nothing, the same for the same start.
    private static string Noise(int seed, int length)
    {
        var state = (uint)seed;
        return string.Create(length, state, static (letters, start) =>
        {
            foreach (ref var letter in letters)
            {
                start = (start * 1664525) + 1013904223;
                letter = (char)('a' + ((start >> 16) % 26));
            }
        });
    }
}
