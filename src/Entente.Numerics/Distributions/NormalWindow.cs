namespace Entente.Numerics.Distributions;

/// <summary>The standard normal distribution renormalised on an interval, computed in whichever tail keeps its digits.</summary>
internal readonly record struct NormalWindow
{
    private readonly double _low, _high, _pLow, _pHigh;
    private readonly bool _flipped;

    public NormalWindow(double low, double high)
    {
        _flipped = low > 0;
        (_low, _high) = _flipped ? (-high, -low) : (low, high);
        _pLow = SpecialFunctions.NormalCdf(_low);
        _pHigh = SpecialFunctions.NormalCdf(_high);
    }

    /// <summary>The probability the untruncated distribution puts on the interval.</summary>
    public double Mass => _pHigh - _pLow;

    /// <summary>The expected value (Johnson, Kotz and Balakrishnan 1994, section 10.1).</summary>
    public double Mean
    {
        get
        {
            var mean = (SpecialFunctions.NormalDensity(_low) - SpecialFunctions.NormalDensity(_high)) / Mass;
            return Math.Clamp(_flipped ? -mean : mean, _flipped ? -_high : _low, _flipped ? -_low : _high);
        }
    }

    public double Quantile(double p)
    {
        var z = SpecialFunctions.NormalQuantile(_flipped ? _pHigh - p * Mass : _pLow + p * Mass);
        z = Math.Clamp(z, _low, _high);
        return _flipped ? -z : z;
    }

    public double Cdf(double z)
    {
        var value = _flipped ? (_pHigh - SpecialFunctions.NormalCdf(-z)) / Mass : (SpecialFunctions.NormalCdf(z) - _pLow) / Mass;
        return Math.Clamp(value, 0, 1);
    }
}
