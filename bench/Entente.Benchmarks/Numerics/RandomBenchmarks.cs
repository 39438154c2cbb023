using BenchmarkDotNet.Attributes;
using Entente.Numerics.Distributions;
using Entente.Numerics.Random;

namespace Entente.Benchmarks.Numerics;

/// <summary>64 KiB of random words in bulk, and single numbers as a draw uses them.</summary>
[ShortRunJob]
public class RandomBenchmarks
{
    private readonly uint[] _words = new uint[16_384];
    private readonly Beta _pert = Beta.Pert(0.05, 0.2, 0.5);
    private readonly Normal _truncated = new(0, 1, -1, 3);
    private CounterStream _stream = new(1, 2, 3);
    private uint _block;

    [Benchmark]
    public uint Fill64KiB()
    {
        new Philox(7).Fill(11, 13, _block++, _words);
        return _words[^1];
    }

    [Benchmark]
    public double OpenAStreamAndTakeOneUniform() => new CounterStream(1, _block++, 3).NextUniform();

    [Benchmark]
    public double Uniform() => _stream.NextUniform();

    [Benchmark]
    public double NormalByInversion() => _stream.NextNormal();

    [Benchmark]
    public double TruncatedNormalQuantile() => _truncated.Sample(ref _stream);

    [Benchmark]
    public double PertQuantile() => _pert.Sample(ref _stream);
}
