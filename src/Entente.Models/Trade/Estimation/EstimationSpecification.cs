using System.Collections.Immutable;
using Entente.Numerics.Regression;

namespace Entente.Models.Trade.Estimation;

/// <summary>What a user wants estimated: a table and one or more models of it.</summary>
/// <param name="Title">Title of the answer.</param>
/// <param name="Models">The models, at least one.</param>
public sealed record EstimationSpecification(string Title, ImmutableArray<ModelSpecification> Models);

/// <summary>One model.</summary>
public sealed record ModelSpecification
{
    /// <summary>Title of its column.</summary>
    public required string Name { get; init; }

    /// <summary>Path of the table.</summary>
    public required string Data { get; init; }

    /// <summary>Condition on rows, empty for all.</summary>
    public string Where { get; init; } = string.Empty;

    /// <summary>Family.</summary>
    public RegressionFamily Family { get; init; } = RegressionFamily.Poisson;

    /// <summary>The outcome.</summary>
    public required NamedExpression Outcome { get; init; }

    /// <summary>The regressors.</summary>
    public ImmutableArray<RegressorTerm> Regressors { get; init; } = [];

    /// <summary>The absorbed effects.</summary>
    public ImmutableArray<EffectTerm> Effects { get; init; } = [];

    /// <summary>Weights, or null.</summary>
    public NamedExpression? Weights { get; init; }

    /// <summary>Offset, or null.</summary>
    public NamedExpression? Offset { get; init; }

    /// <summary>Kinds of standard errors, at least one; the first is shown first.</summary>
    public ImmutableArray<ErrorTerm> Errors { get; init; } = [];

    /// <summary>Tolerances and conventions.</summary>
    public RegressionOptions Options { get; init; } = RegressionOptions.Default;
}

/// <summary>An expression of columns with a name.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Expression">SQL.</param>
public sealed record NamedExpression(string Name, string Expression);

/// <summary>A regressor, or one for every level of a factor.</summary>
/// <param name="Value">The regressor; null for plain dummies of the factor.</param>
/// <param name="Factor">Column whose levels have a coefficient each; null for a single regressor.</param>
/// <param name="Reference">The level that is left out; null for the first.</param>
public sealed record RegressorTerm(NamedExpression? Value, string? Factor = null, string? Reference = null);

/// <summary>An absorbed effect: a constant, a slope or both for every combination of levels.</summary>
/// <param name="Columns">Columns whose combinations are the levels.</param>
/// <param name="Slope">A slope variable, or null.</param>
/// <param name="Constant">Whether there is a constant as well.</param>
public sealed record EffectTerm(ImmutableArray<string> Columns, string? Slope, bool Constant)
{
    /// <summary>Its name in tables: columns joined by a caret.</summary>
    public string Name => string.Join('^', Columns);
}

/// <summary>A kind of standard errors.</summary>
/// <param name="Kind">iid, hc0, hc1, hc2, hc3, cluster or dyadic.</param>
/// <param name="Columns">Cluster dimensions, or the two members of a dyad; a dimension may combine columns with a caret.</param>
public sealed record ErrorTerm(string Kind, ImmutableArray<string> Columns);
