using Entente.Models.Energy.WhatIf;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>The charts of a gas what-if.</summary>
public static class GasCharts
{
    /// <summary>Change of revenue by supplier, with bands.</summary>
    /// <param name="answer">The answer.</param>
    public static Chart Revenue(GasAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var price = answer.Markets[0].Relative;
        Row[] rows = [.. answer.Suppliers.OrderByDescending(supplier => supplier.Revenue.Median).Select(supplier => new Row(
            supplier.Name, null, [new RowMark(supplier.Revenue.Median, supplier.Revenue.Low, supplier.Revenue.High, $"{ChartStyle.Series(0)} dot")], Numbers.Signed(supplier.Revenue.Median, Unit.BillionUsd)))];
        return new("gas-revenue", $"{answer.Question.Title}: Europe's price changes by {Numbers.Signed(price.Median, Unit.RelativeChange)} ({Numbers.Range(price.Low, price.High, Unit.RelativeChange)})",
            "Change of revenue a year by supplier; dots: medians, bars: 90 % of draws", "Dots with intervals. " + string.Join(" ", rows.Select(row => $"{row.Label}: {row.Text}.")),
            new DotPlot([.. rows], Unit.BillionUsd));
    }
}
