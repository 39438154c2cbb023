namespace Entente.Numerics.Equilibrium;

/// <summary>The one-sector market-clearing conditions in plain loops, with frictions B_ij moving from 1 to their new value along <see cref="FrictionHomotopy.Factors"/>.</summary>
internal sealed class OneSectorSystem : IMarketSystem
{
    private readonly ExactHatModel _model;
    private readonly OneSectorMarket _market;
    private readonly double[] _friction, _weights, _supply, _price, _revenue, _demand, _factors;
    private double _progress = double.NaN;

    public OneSectorSystem(ExactHatModel model, double[] friction, OneSectorMarket market)
    {
        _model = model;
        _friction = friction;
        _market = market;
        var n = model.Count;
        _weights = new double[n];
        for (var i = 0; i < n; i++) _weights[i] = model.Output[i] / model.WorldOutput;
        _supply = new double[n];
        _price = new double[n];
        _revenue = new double[n];
        _demand = new double[n];
        _factors = new double[friction.Length];
    }

    public int Count => _model.Count;

    public ReadOnlySpan<double> Weights => _weights;

    public bool Excess(ReadOnlySpan<double> logWages, double progress, Span<double> excess)
    {
        var n = Count;
        ReadOnlySpan<double> shares = _model.Shares, expenditure = _model.Expenditure;
        FrictionHomotopy.Factors(_friction, progress, _factors, ref _progress);
        Array.Clear(_price);
        for (var i = 0; i < n; i++)
        {
            _supply[i] = Math.Exp(-_market.Theta * logWages[i]);
            for (var j = 0; j < n; j++) _price[j] += shares[i * n + j] * _factors[i * n + j] * _supply[i];
        }

        double world = 0, desired = 0;
        for (var j = 0; j < n; j++)
        {
            _revenue[j] = Math.Exp(logWages[j] + _market.Psi * (logWages[j] + Math.Log(_price[j]) / _market.Theta));
            world += _model.Output[j] * _revenue[j];
            desired += expenditure[j] * _revenue[j];
        }

        if (!(double.IsFinite(world) && world > 0)) return false;
        for (var j = 0; j < n; j++)
        {
            // A deficit fixed in money is fixed relative to world output, whatever the scale of the wages here.
            var spending = _market.Multiplicative ? world / desired * expenditure[j] * _revenue[j] : _model.Output[j] * _revenue[j] + _model.Deficit[j] * (world / _model.WorldOutput);
            if (!(spending > 0)) return false;
            _demand[j] = spending / _price[j];
        }

        for (var i = 0; i < n; i++)
        {
            double sales = 0;
            for (var j = 0; j < n; j++) sales += shares[i * n + j] * _factors[i * n + j] * _demand[j];
            excess[i] = Math.Log(sales * _supply[i] / (_model.Output[i] * _revenue[i]));
            if (!double.IsFinite(excess[i])) return false;
        }

        return true;
    }
}
