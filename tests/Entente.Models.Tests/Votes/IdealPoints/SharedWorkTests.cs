using Entente.Models.Votes.IdealPoints;
using Entente.World;

namespace Entente.Models.Tests.Votes.IdealPoints;

public class SharedWorkTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    private static Func<Func<IProgress<double>?, CancellationToken, object>> At_once(object result) => () => (_, _) => result;

    [Fact]
    public void A_result_is_kept_by_what_was_asked_and_the_one_not_asked_for_longest_makes_room()
    {
        var work = new SharedWork<int, object>(2);
        var first = work.Get(1, At_once(new object()), null, Test);
        var second = work.Get(2, At_once(new object()), null, Test);
        second.ShouldNotBeSameAs(first);
        work.Get(1, At_once(new object()), null, Test).ShouldBeSameAs(first);
        work.Get(3, At_once(new object()), null, Test);
        work.Count.ShouldBe(2);
        work.Get(1, At_once(new object()), null, Test).ShouldBeSameAs(first);
        work.Get(2, At_once(new object()), null, Test).ShouldNotBeSameAs(second);
    }

    [Fact]
    public async Task One_who_leaves_does_not_stop_the_work_for_those_who_wait()
    {
        var (work, begun, may) = (new SharedWork<int, object>(2), new SemaphoreSlim(0), new SemaphoreSlim(0));
        using var leaves = new CancellationTokenSource();
        var (result, works) = (new object(), 0);
        Func<IProgress<double>?, CancellationToken, object> Prepare() => (progress, stop) =>
        {
            Interlocked.Increment(ref works);
            begun.Release();
            may.Wait(stop);
            progress!.Report(.5);
            return result;
        };
        var one = Task.Run(() => work.Get(1, Prepare, null, leaves.Token), Test);
        await begun.WaitAsync(Test);
        var told = new Told();
        var other = Task.Run(() => work.Get(1, () => throw new InvalidOperationException("it is known"), told, Test), Test);
        while (work.Waiting(1) < 2) await Task.Delay(1, Test);
        await leaves.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(one);
        may.Release();
        (await other).ShouldBeSameAs(result);
        (works, told.Last).ShouldBe((1, .5));
    }

    [Fact]
    public async Task The_work_stops_with_the_last_who_waits_and_begins_anew_for_the_next()
    {
        var (work, begun, stopped) = (new SharedWork<int, object>(2), new SemaphoreSlim(0), new SemaphoreSlim(0));
        using var leaves = new CancellationTokenSource();
        var one = Task.Run(
            () => work.Get(1, () => (_, stop) =>
            {
                begun.Release();
                stop.WaitHandle.WaitOne();
                stopped.Release();
                throw new OperationCanceledException(stop);
            }, null, leaves.Token), Test);
        await begun.WaitAsync(Test);
        await leaves.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(one);
        await stopped.WaitAsync(Test);
        var result = new object();
        work.Get(1, At_once(result), null, Test).ShouldBeSameAs(result);
    }

    [Fact]
    public void A_failure_is_told_as_it_is_and_not_kept()
    {
        var work = new SharedWork<int, object>(2);
        Should.Throw<NoAnswerException>(() => work.Get(1, () => (_, _) => throw new NoAnswerException("nothing"), null, Test)).Message.ShouldBe("nothing");
        Should.Throw<InvalidInputException>(() => work.Get(1, () => throw new InvalidInputException("refused"), null, Test));
        work.Count.ShouldBe(0);
        var result = new object();
        work.Get(1, At_once(result), null, Test).ShouldBeSameAs(result);
    }

    private sealed class Told : IProgress<double>
    {
        public double Last { get; private set; }

        public void Report(double value) => Last = value;
    }
}
