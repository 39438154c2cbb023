using System.Collections.Immutable;
using Entente.Models.Strategy;

namespace Entente.Models.Trade.WhatIf;

/// <summary>What every draw of a variant does to economies and groups of them, one column per draw; NaN marks a draw without an equilibrium.</summary>
internal sealed class EconomyColumns
{
    private readonly ImmutableArray<EconomyGroup> _groups;
    private readonly double[] _gdp;
    private readonly double[][] _income, _wage, _price, _exports, _imports, _groupIncome, _groupBillion;

    public EconomyColumns(ImmutableArray<EconomyGroup> groups, double[] gdp, int draws)
    {
        (_groups, _gdp) = (groups, gdp);
        var n = gdp.Length;
        (_income, _wage, _price, _exports, _imports) = (Rows(n, draws), Rows(n, draws), Rows(n, draws), Rows(n, draws), Rows(n, draws));
        (_groupIncome, _groupBillion) = (Rows(groups.Length, draws), Rows(groups.Length, draws));
    }

    /// <summary>Draws without an equilibrium.</summary>
    public int Failed => _income[0].Count(double.IsNaN);

    /// <summary>Takes the ratios of new to old of one draw; a failed one comes as NaN, which is what it is to leave behind.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="income">Real income of each economy.</param>
    /// <param name="wage">Real wage.</param>
    /// <param name="price">Price index.</param>
    /// <param name="exports">Sales to others.</param>
    /// <param name="imports">Purchases from others.</param>
    /// <param name="spending">Spending before, by which the members of a group are weighted.</param>
    public void Record(int draw, ReadOnlySpan<double> income, ReadOnlySpan<double> wage, ReadOnlySpan<double> price, ReadOnlySpan<double> exports, ReadOnlySpan<double> imports, ReadOnlySpan<double> spending)
    {
        for (var i = 0; i < _gdp.Length; i++)
        {
            _income[i][draw] = income[i] - 1;
            _wage[i][draw] = wage[i] - 1;
            _price[i][draw] = price[i] - 1;
            _exports[i][draw] = exports[i] - 1;
            _imports[i][draw] = imports[i] - 1;
        }

        for (var g = 0; g < _groups.Length; g++)
        {
            var (weighted, weight, billion, held) = (0.0, 0.0, 0.0, false);
            foreach (var i in _groups[g].Members)
            {
                weighted += spending[i] * _income[i][draw];
                weight += spending[i];
                if (double.IsNaN(_gdp[i])) continue;
                billion += _gdp[i] * _income[i][draw];
                held = true;
            }

            _groupIncome[g][draw] = weighted / weight;
            _groupBillion[g][draw] = held ? billion : double.NaN;
        }
    }

    /// <summary>Effects on every economy.</summary>
    public ImmutableArray<EconomyEffect> Economies(TradeBaseline baseline, Func<int, string?> iso3) =>
    [
        .. baseline.Economies.Select((economy, i) =>
        {
            var id = economy.Members.Length == 1 ? economy.Members[0] : 0;
            var income = Spreads.Of(_income[i]);
            return new EconomyEffect(
                economy.Name, id == 0 ? null : iso3(id), id, income, Spreads.Of(_wage[i]), Spreads.Of(_price[i]), Spreads.Of(_exports[i]), Spreads.Of(_imports[i]),
                _gdp[i], double.IsNaN(_gdp[i]) ? Spreads.Missing : income.Times(_gdp[i]));
        }),
    ];

    /// <summary>Effects on the groups.</summary>
    public ImmutableArray<GroupEffect> Groups() => [.. _groups.Select((group, g) => new GroupEffect(group.Key, group.Name, Spreads.Of(_groupIncome[g]), Spreads.Of(_groupBillion[g])))];

    /// <summary>A table of columns.</summary>
    public static double[][] Rows(int rows, int columns)
    {
        var result = new double[rows][];
        for (var i = 0; i < rows; i++) result[i] = new double[columns];
        return result;
    }
}
