using Entente.Numerics.IdealPoints;

namespace Entente.Tests.IdealPoints;

/// <summary>Votes simulated from the model with known positions, which a fit has to find.</summary>
internal static class Recovery
{
    private static readonly ulong[] Seeds = [1, 2, 3];

    public static void ShouldRecover(ITestOutputHelper output, Func<SimulatedVotes, PositionDraws> fit)
    {
        var (correlation, coverage) = (0.0, 0.0);
        foreach (var seed in Seeds)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var world = SimulatedVotes.Draw(seed, 80, 12, 80);
            var (r, inside) = world.Compare(fit(world));
            output.WriteLine($"seed {seed}: r {r:F4}, coverage {inside:F3} ({watch.ElapsedMilliseconds} ms)");
            correlation += r / Seeds.Length;
            coverage += inside / Seeds.Length;
        }

        correlation.ShouldBeGreaterThan(.98);
        coverage.ShouldBeInRange(.87, .93);
    }
}
