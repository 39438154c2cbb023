using System.Collections.Immutable;

namespace Entente.Numerics.Distributions;

/// <summary>Finitely many values with weights.</summary>
public sealed record Discrete : Distribution
{
    private readonly double[] _cumulative;

    /// <summary>Finitely many values with weights; equal values are merged, values of weight 0 dropped.</summary>
    /// <param name="values">The values, in any order.</param>
    /// <param name="weights">As many weights, none negative, not all 0; they are scaled to sum to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, a weight is negative or not finite, all weights are 0, or the numbers of values and weights differ.</exception>
    public Discrete(IEnumerable<double> values, IEnumerable<double> weights)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(weights);
        double[] v = [.. values], w = [.. weights];
        if (v.Length == 0) throw new ArgumentOutOfRangeException(nameof(values), "A discrete distribution needs at least one value.");
        if (v.Length != w.Length) throw new ArgumentOutOfRangeException(nameof(weights), w.Length, $"There must be one weight per value: {v.Length} values, {w.Length} weights.");
        double total = 0;
        for (var i = 0; i < v.Length; i++)
        {
            Check.Finite(v[i], nameof(values));
            Check.Within(w[i], 0, double.MaxValue, "0 and the largest number", nameof(weights));
            total += w[i];
        }

        if (!(total > 0 && double.IsFinite(total))) throw new ArgumentOutOfRangeException(nameof(weights), total, "The weights must have a finite sum above 0.");
        Array.Sort(v, w);
        List<double> kept = [], probabilities = [];
        for (var i = 0; i < v.Length; i++)
        {
            if (w[i] == 0) continue;
            if (kept.Count > 0 && kept[^1] == v[i]) probabilities[^1] += w[i] / total;
            else
            {
                kept.Add(v[i]);
                probabilities.Add(w[i] / total);
            }
        }

        Values = [.. kept];
        Probabilities = [.. probabilities];
        _cumulative = [.. probabilities];
        for (var i = 1; i < _cumulative.Length; i++) _cumulative[i] += _cumulative[i - 1];
        _cumulative[^1] = 1;
    }

    /// <summary>The values in rising order.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>The probability of each value; they sum to 1.</summary>
    public ImmutableArray<double> Probabilities { get; }

    /// <inheritdoc/>
    public override (double Low, double High) Support => (Values[0], Values[^1]);

    /// <inheritdoc/>
    public override double Mean
    {
        get
        {
            double sum = 0;
            for (var i = 0; i < Values.Length; i++) sum += Values[i] * Probabilities[i];
            return sum;
        }
    }

    /// <inheritdoc/>
    public override double Cdf(double x)
    {
        var index = Values.BinarySearch(x);
        var below = index >= 0 ? index : ~index - 1;
        return below < 0 ? 0 : _cumulative[below];
    }

    /// <inheritdoc/>
    public override string Describe() => "discrete " + string.Join(", ", Values.Zip(Probabilities, (v, p) => $"{Check.Short(v)} ({Check.Short(p)})"));

    /// <summary>Equality of values and probabilities.</summary>
    /// <param name="other">The other distribution.</param>
    /// <returns>Whether both are equal.</returns>
    public bool Equals(Discrete? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan()) && Probabilities.AsSpan().SequenceEqual(other.Probabilities.AsSpan());

    /// <summary>A hash of the values and probabilities.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (var value in Values) hash.Add(value);
        foreach (var probability in Probabilities) hash.Add(probability);
        return hash.ToHashCode();
    }

    internal override double QuantileInside(double p)
    {
        var index = Array.BinarySearch(_cumulative, p);
        return Values[index >= 0 ? index : ~index];
    }
}
