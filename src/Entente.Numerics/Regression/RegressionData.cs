using System.Collections.Immutable;

namespace Entente.Numerics.Regression;

/// <summary>A column of explanatory values.</summary>
/// <param name="Name">What messages and tables call it.</param>
/// <param name="Values">One value per row; a row with NaN here is left out and counted.</param>
public sealed record Regressor(string Name, ReadOnlyMemory<double> Values);

/// <summary>
/// A categorical effect with any number of levels, absorbed and not reported among the coefficients: one constant per level, a slope per level on
/// <paramref name="Slope"/>, or both (two effects with the same levels).
/// </summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Levels">One level per row, 0 or more; gaps are allowed, a negative level is an error.</param>
/// <param name="Slope">Empty for a constant per level, else one value per row whose coefficient differs by level.</param>
public sealed record FixedEffect(string Name, ReadOnlyMemory<int> Levels, ReadOnlyMemory<double> Slope = default);

/// <summary>The data of a regression, by column; nothing is copied until it is estimated.</summary>
/// <param name="OutcomeName">What tables call the outcome.</param>
/// <param name="Outcome">n values; a row with NaN is left out and counted.</param>
/// <param name="Regressors">The regressors; may be none.</param>
/// <param name="Effects">The fixed effects; where there are none a constant is added to the regressors.</param>
public sealed record RegressionData(string OutcomeName, ReadOnlyMemory<double> Outcome, ImmutableArray<Regressor> Regressors, ImmutableArray<FixedEffect> Effects)
{
    /// <summary>The number of rows, n.</summary>
    public int Rows => Outcome.Length;

    /// <summary>Empty, or one weight per row, 0 or more: a row counts as often as its weight says. Rows of weight 0 or NaN are left out.</summary>
    public ReadOnlyMemory<double> Weights { get; init; }

    /// <summary>Empty, or one value per row that enters the linear predictor with coefficient 1.</summary>
    public ReadOnlyMemory<double> Offset { get; init; }
}
