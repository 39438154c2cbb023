using System.Collections.Immutable;
using Entente.World;

namespace Entente.Models.Trade;

/// <summary>The baseline with measured domestic sales: the expenditure shares of WIOD, times expenditure.</summary>
public static class MeasuredBaseline
{
    /// <summary>Builds the baseline of a year.</summary>
    /// <exception cref="InvalidInputException">No expenditure shares are held for the year.</exception>
    public static TradeBaseline Build(WorldEdition world, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        var matrix = world.Expenditure(year);
        var n = matrix.Economies.Length;
        var economies = ImmutableArray.CreateBuilder<BaselineEconomy>(n);
        foreach (var code in matrix.Economies)
        {
            var state = world.States.FindIso3(code, year);
            economies.Add(state is null ? new BaselineEconomy("Rest of the world", []) : new BaselineEconomy(state.Name, [state.Id]));
        }

        var flows = new double[n * n];
        for (var exporter = 0; exporter < n; exporter++)
        {
            for (var importer = 0; importer < n; importer++)
            {
                flows[(exporter * n) + importer] = matrix.Share[(exporter * n) + importer] * matrix.Expenditure[importer];
            }
        }

        return new TradeBaseline(year, economies.ToImmutable(), flows, false, $"World Input-Output Database {year}: goods and services with domestic sales", matrix.Sources);
    }
}
