namespace Entente.Numerics.IdealPoints;

/// <summary>Settings of the fast estimator.</summary>
public sealed record EstimatorOptions
{
    /// <summary>Most iterations of the variational start. Default 60: it need not converge, the chain goes on from it.</summary>
    public int Iterations { get; init; } = 60;

    /// <summary>Sweeps thrown away after the start. Default 500.</summary>
    public int BurnIn { get; init; } = 500;

    /// <summary>Sweeps that the points and intervals are taken from. Default 2,000; 600 are enough for points alone.</summary>
    public int Sweeps { get; init; } = 2000;

    /// <summary>Every how many sweeps a draw is kept. Default 4.</summary>
    public int Thin { get; init; } = 4;

    /// <summary>How positions move through time. Default as published.</summary>
    public TrajectoryUpdate Trajectory { get; init; } = TrajectoryUpdate.PreviousMean;

    /// <summary>Variance of a step between two periods, times n_t / (n_t + n_{t-1}). Default .5.</summary>
    public double Smoothing { get; init; } = .5;

    /// <summary>Standard deviation of the threshold proposals. Default .3: four times the published one, so that thresholds are explored in fewer sweeps.</summary>
    public double Step { get; init; } = .3;

    /// <summary>Seed. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, which change no result. Default: all of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Enough for points to two digits, with rough intervals.</summary>
    public static EstimatorOptions Quick { get; } = new() { BurnIn = 200, Sweeps = 600, Thin = 3 };

    internal SamplerOptions Chain => new() { BurnIn = BurnIn, Sweeps = Sweeps, Thin = Thin, Trajectory = Trajectory, Smoothing = Smoothing, Step = Step, Seed = Seed, Threads = Threads };
}
