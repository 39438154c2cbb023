namespace Entente.Numerics.Sensitivity;

/// <summary>A model with one output. It is called from several threads at once and must depend on its inputs only.</summary>
/// <param name="inputs">One value per input; not to be kept after the call.</param>
/// <returns>The output, NaN if the run failed.</returns>
public delegate double ModelFunction(ReadOnlySpan<double> inputs);
