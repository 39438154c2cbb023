using Entente.Numerics.IdealPoints;

namespace Entente.Tests.IdealPoints;

/// <summary>Votes simulated from the model with known positions, which a fit has to find.</summary>
internal static class Recovery
{
    public static void ShouldRecover(ITestOutputHelper output, ulong[] seeds, Func<SimulatedVotes, PositionDraws> fit)
    {
        var (correlation, coverage) = (0.0, 0.0);
        foreach (var seed in seeds)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var world = SimulatedVotes.Draw(seed, 80, 12, 80);
            var (r, inside) = world.Compare(fit(world));
            output.WriteLine($"seed {seed}: r {r:F4}, coverage {inside:F3} ({watch.ElapsedMilliseconds} ms)");
            correlation += r / seeds.Length;
            coverage += inside / seeds.Length;
        }

        correlation.ShouldBeGreaterThan(.98);
        coverage.ShouldBeInRange(.87, .93);
    }
}
