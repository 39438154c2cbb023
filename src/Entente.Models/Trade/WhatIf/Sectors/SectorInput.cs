namespace Entente.Models.Trade.WhatIf;

/// <summary>What a question says of its sectors.</summary>
/// <param name="Files">The files of the table.</param>
/// <param name="Elasticity">One trade elasticity for every sector; NaN where each has its own or all take that of the one-sector model.</param>
/// <param name="ElasticityFile">A table with the columns sector and elasticity, and perhaps low and high for a 90 % interval; <see langword="null"/> for none.</param>
public sealed record SectorInput(SectorFiles Files, double Elasticity = double.NaN, string? ElasticityFile = null)
{
    /// <summary>Least trade elasticity of a sector.</summary>
    public const double LeastElasticity = .05;

    /// <summary>Greatest trade elasticity of a sector: petroleum has 51 in Caliendo and Parro 2015.</summary>
    public const double GreatestElasticity = 100;
}
