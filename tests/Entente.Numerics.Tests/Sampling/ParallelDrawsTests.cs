using Entente.Numerics.Random;
using Entente.Numerics.Sampling;

namespace Entente.Tests.Sampling;

public class ParallelDrawsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Every_draw_is_made_exactly_once(int draws)
    {
        var made = new int[draws];
        ParallelDraws.Run(draws, 3, () => 0, (draw, _) => Interlocked.Increment(ref made[draw]), CancellationToken.None);
        made.ShouldAllBe(times => times == 1);
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit_of_the_result()
    {
        static double[] With(int threads)
        {
            var results = new double[5000];
            ParallelDraws.Run(5000, threads, () => new double[8], (draw, workspace) =>
            {
                var stream = new CounterStream(1, (ulong)draw, 0);
                for (var k = 0; k < workspace.Length; k++) workspace[k] = stream.NextNormal();
                results[draw] = workspace.Sum();
            });
            return results;
        }

        var one = With(1);
        With(2).ShouldBe(one);
        With(7).ShouldBe(one);
    }

    [Fact]
    public void No_workspace_serves_two_threads()
    {
        var busy = 0;
        ParallelDraws.Run(2000, 4, () => new int[1], (_, workspace) =>
        {
            if (Interlocked.Exchange(ref workspace[0], 1) != 0) Interlocked.Increment(ref busy);
            Thread.SpinWait(50);
            Interlocked.Exchange(ref workspace[0], 0);
        });
        busy.ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void The_exception_of_the_first_failing_draw_comes_through_as_it_was(int threads)
    {
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var failure = Should.Throw<InvalidDataException>(() => ParallelDraws.Run<object?>(3000, threads, () => null, (draw, _) =>
            {
                if (draw is 500 or 501 or 700 or 640) throw new InvalidDataException($"draw {draw}");
            }));
            failure.Message.ShouldBe("draw 500");
        }
    }

    [Fact]
    public void A_workspace_that_cannot_be_made_is_reported() =>
        Should.Throw<InvalidDataException>(() => ParallelDraws.Run<object>(100, 2, () => throw new InvalidDataException("none"), (_, _) => { }));

    [Fact]
    public void Cancelling_stops_between_draws()
    {
        using var source = new CancellationTokenSource();
        var made = 0;
        Should.Throw<OperationCanceledException>(() => ParallelDraws.Run<object?>(1_000_000, 2, () => null, (_, _) =>
        {
            if (Interlocked.Increment(ref made) == 1000) source.Cancel();
        }, source.Token)).CancellationToken.ShouldBe(source.Token);
        made.ShouldBeInRange(1000, 1_000_000 - 1);
    }

    [Fact]
    public void Cancelling_before_the_start_makes_no_draw()
    {
        var made = 0;
        Should.Throw<OperationCanceledException>(() => ParallelDraws.Run<object?>(10, 1, () => null, (_, _) => made++, new CancellationToken(true)));
        made.ShouldBe(0);
    }

    [Fact]
    public void Wrong_numbers_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ParallelDraws.Run<object?>(-1, 1, () => null, (_, _) => { })).ParamName.ShouldBe("draws");
        Should.Throw<ArgumentOutOfRangeException>(() => ParallelDraws.Run<object?>(1, 0, () => null, (_, _) => { })).ParamName.ShouldBe("threads");
    }
}
