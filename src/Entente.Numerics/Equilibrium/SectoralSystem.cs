namespace Entente.Numerics.Equilibrium;

/// <summary>The sectoral market-clearing conditions with frictions brought in little by little, evaluated in a workspace.</summary>
internal sealed class SectoralSystem : IMarketSystem
{
    private readonly SectoralHatModel _model;
    private readonly SectoralHatWorkspace _workspace;
    private readonly double[] _friction, _factors, _weights;
    private double _progress = double.NaN;

    public SectoralSystem(SectoralHatModel model, SectoralHatWorkspace workspace, double[] friction)
    {
        _model = model;
        _workspace = workspace;
        _friction = friction;
        _factors = new double[friction.Length];
        _weights = new double[model.Count];
        for (var i = 0; i < model.Count; i++) _weights[i] = model.ValueAdded[i] / model.WorldValueAdded;
    }

    public int Count => _model.Count;

    public ReadOnlySpan<double> Weights => _weights;

    public bool Excess(ReadOnlySpan<double> logWages, double progress, Span<double> excess)
    {
        if (!progress.Equals(_progress))
        {
            FrictionHomotopy.Factors(_friction, progress, _factors, ref _progress);
            _workspace.LoadFrictions(_model, _factors);
        }

        return _workspace.Excess(logWages, excess);
    }
}
