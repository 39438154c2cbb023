using System.Collections.Immutable;
using Entente.Models.Strategy;

namespace Entente.Models.Energy.WhatIf;

/// <summary>Shadow prices of pipelines, terminals and suppliers' capacities over the draws.</summary>
internal sealed class GasScarcities
{
    /// <summary>Below this many US$ per MMBtu a capacity counts as not full.</summary>
    private const double Least = 1e-6;

    private readonly GasReference _tables;
    private readonly (int Supplier, int Market)[] _pipes;
    private readonly double[,] _before;
    private readonly double[,] _after;

    public GasScarcities(GasReference tables, int draws)
    {
        _tables = tables;
        _pipes = [.. tables.Routes.Select(route => (route.Supplier, route.Market)).Distinct()];
        var rows = _pipes.Length + tables.Markets.Length + tables.Suppliers.Length;
        (_before, _after) = (new double[rows, draws], new double[rows, draws]);
    }

    /// <summary>Keeps the shadow prices of a solved market.</summary>
    public void Store(GasMarket gas, int draw, bool after)
    {
        var (into, row) = (after ? _after : _before, 0);
        foreach (var (supplier, market) in _pipes) into[row++, draw] = Math.Max(0, gas.Solver.ArcShadow[gas.Arc(supplier, market)]);
        for (var m = 0; m < _tables.Markets.Length; m++) into[row++, draw] = gas.Solver.GroupShadow[m];
        for (var f = 0; f < _tables.Suppliers.Length; f++) into[row++, draw] = gas.Solver.SupplierShadow[f];
    }

    /// <summary>Takes a draw out of all figures.</summary>
    public void Drop(int draw)
    {
        for (var row = 0; row < _before.GetLength(0); row++) _before[row, draw] = _after[row, draw] = double.NaN;
    }

    /// <summary>Those that are full in some draw, the scarcest after the change first.</summary>
    public ImmutableArray<GasScarcity> Summarise()
    {
        string[] names =
        [
            .. _pipes.Select(pipe => $"{_tables.Suppliers[pipe.Supplier]} to {_tables.Markets[pipe.Market]}"), .. _tables.Markets.Select(market => $"terminals of {market}"), .. _tables.Suppliers.Select(supplier => $"capacity of {supplier}"),
        ];
        return
        [
            .. names.Select((name, row) => new GasScarcity(name, Of(_before, row), Of(_after, row))).Where(one => one.Before.Mean > Least || one.After.Mean > Least)
                .OrderByDescending(one => one.After.Median).ThenBy(one => one.Name, StringComparer.Ordinal),
        ];
    }

    private static Spread Of(double[,] values, int row) => Spreads.Of([.. Enumerable.Range(0, values.GetLength(1)).Select(draw => values[row, draw])]);
}
