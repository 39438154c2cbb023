using Entente.Numerics.Distributions;
using Entente.Numerics.Random;

namespace Entente.Models.Strategy.Promises;

/// <summary>Draws of the parts and of the hazard under each reading; the same random numbers serve all readings.</summary>
internal sealed class PromiseDraws
{
    private const uint StreamNumber = 0x9A0E;

    // Non-democracies under the published reading: how a change of the supporting group multiplies the calm rate (judgement on a published sign).
    private static readonly LogNormal GroupEffect = LogNormal.FromInterval(2, 1.1, 4, 1);

    public required double[] Turnover { get; init; }

    public required double[] PartyShare { get; init; }

    public required double[] AfterParty { get; init; }

    public required double[] AfterLeader { get; init; }

    public required double[] Calm { get; init; }

    public required double[] Opinion { get; init; }

    public required double[] Combined { get; init; }

    public required double[] Prior { get; init; }

    public required double[] Keep { get; init; }

    public required double[]? Record { get; init; }

    public required double[]? Loose { get; init; }

    public static PromiseDraws Of(PromiseInputs inputs, PromiseOptions options, Distribution slope)
    {
        var n = options.Draws;
        var uniforms = new double[n][];
        for (var i = 0; i < n; i++)
        {
            var stream = new CounterStream(options.Seed, (ulong)i, StreamNumber);
            uniforms[i] = new double[7];
            for (var j = 0; j < 7; j++) uniforms[i][j] = stream.NextUniform();
        }

        double[] Take(Distribution distribution, int which) => Array.ConvertAll(uniforms, row => distribution.Quantile(row[which]));
        var (turnover, share, bend, effect) = (Take(inputs.Turnover, 0), Take(inputs.PartyShare, 1), Take(slope, 5), Take(GroupEffect, 6));
        var opinion = Array.ConvertAll(bend, b => inputs.View is { } view ? Math.Exp(b * (.5 - view.Favourable)) : 1);
        var combined = Rates(inputs.Combined);
        var window = options.WindowYears;
        return new PromiseDraws
        {
            Turnover = turnover,
            PartyShare = share,
            AfterParty = combined.Party,
            AfterLeader = combined.Leader,
            Calm = combined.Calm,
            Opinion = opinion,
            Combined = Hazards(combined),
            Prior = Hazards(Rates(inputs.Prior)),
            Record = inputs.RecordOnly is { } record ? Hazards(Rates(record)) : null,
            Loose = inputs.Loose is { } loose ? Hazards(Rates(loose)) : null,
            Keep = Hazards((inputs.Democracy is false ? [.. combined.Calm.Zip(effect, (rate, times) => rate * times)] : combined.Calm, combined.Calm, combined.Calm)),
        };

        (double[] Party, double[] Leader, double[] Calm) Rates(ReversalRates rates) => (Take(rates.AfterParty, 2), Take(rates.AfterLeader, 3), Take(rates.Calm, 4));

        double[] Hazards((double[] Party, double[] Leader, double[] Calm) rates)
        {
            var hazards = new double[n];
            for (var i = 0; i < n; i++) hazards[i] = ReversalRates.Hazard(turnover[i], share[i], rates.Party[i], rates.Leader[i], rates.Calm[i], window, opinion[i]);
            return hazards;
        }
    }
}
