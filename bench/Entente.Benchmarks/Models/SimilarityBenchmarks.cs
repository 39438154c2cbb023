using BenchmarkDotNet.Attributes;
using Entente.Models.Votes;

namespace Entente.Benchmarks.Models;

/// <summary>
/// Every dyad of the General Assembly 1946 to 2025 (6,324 roll calls of 198 states, 919,625 dyad-years): 11 measures with and without unanimous roll calls.
/// The arithmetic limit is 16.6 million population counts and 22 million divisions and roots in vectors of eight, together about 23 ms of one core; the 81 MB of columns come on top.
/// </summary>
[ShortRunJob]
[MemoryDiagnoser]
public class SimilarityBenchmarks : VotesBenchmark
{
    [Params(1, 2)]
    public int Threads { get; set; }

    [Benchmark]
    public int AllDyadsByYear() => AllDyads.Compute(World.Votes, RollCallSelection.Everything, Threads, CancellationToken.None).Table.Rows.A.Length;

    [Benchmark]
    public int AllDyadsBySession() => AllDyads.Compute(World.Votes, new RollCallSelection { By = VotePeriodKind.Session }, Threads, CancellationToken.None).Table.Rows.A.Length;
}

/// <summary>One dyad over 80 years with every measure, without and with 1,000 resamples a year.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class SimilarityDyadBenchmark : VotesBenchmark
{
    [Params(0, 1000)]
    public int Replicates { get; set; }

    [Benchmark]
    public int Dyad() => VoteSimilarity.Compute(World, "USA", "RUS", new VoteSimilarityOptions { Replicates = Replicates }).Periods.Length;
}
