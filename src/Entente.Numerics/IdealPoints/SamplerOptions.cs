namespace Entente.Numerics.IdealPoints;

/// <summary>How the positions of one unit over time are drawn.</summary>
public enum TrajectoryUpdate
{
    /// <summary>Each period given the conditional mean, not the draw, of the period before, without look-ahead: what Bailey, Strezhnev and Voeten (2017) published. Not a Gibbs step of any joint model.</summary>
    PreviousMean,

    /// <summary>The whole trajectory from its full conditional: forward filter, backward sampling of a random walk (Carter and Kohn 1994; Frühwirth-Schnatter 1994).</summary>
    ForwardBackward,
}

/// <summary>Settings of the reference sampler.</summary>
public sealed record SamplerOptions
{
    /// <summary>Sweeps thrown away at the start. Default 1,000; the authors ran 4,000.</summary>
    public int BurnIn { get; init; } = 1000;

    /// <summary>Sweeps after that. Default 4,000; the authors ran 20,000.</summary>
    public int Sweeps { get; init; } = 4000;

    /// <summary>Every how many sweeps a draw is kept. Default 10; the authors kept every 50th.</summary>
    public int Thin { get; init; } = 10;

    /// <summary>How positions move through time. Default as published.</summary>
    public TrajectoryUpdate Trajectory { get; init; } = TrajectoryUpdate.PreviousMean;

    /// <summary>Variance of a step between two periods, times n_t / (n_t + n_{t-1}) with n the unit's responses. Default .5, hence about .25.</summary>
    public double Smoothing { get; init; } = .5;

    /// <summary>Standard deviation of the threshold proposals. Default .2 / 3.</summary>
    public double Step { get; init; } = .2 / 3;

    /// <summary>Seed. Default 1. Chains differ by seed.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, which change no result. Default: all of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
