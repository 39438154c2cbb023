using System.Collections.Immutable;

namespace Entente.Models.Trade.Conduits;

/// <summary>One flow of many states over years: NaN where it is missing, 0 where nothing was recorded.</summary>
/// <param name="Years">Years with data, ascending; holes are simply absent.</param>
/// <param name="States">State ids.</param>
/// <param name="Values">states × years, any unit.</param>
internal sealed record FlowPanel(ImmutableArray<int> Years, ImmutableArray<int> States, double[,] Values)
{
    /// <summary>Fills a panel cell by cell.</summary>
    public static FlowPanel Of(ImmutableArray<int> years, ImmutableArray<int> states, Func<int, int, double> value)
    {
        var values = new double[states.Length, years.Length];
        for (var s = 0; s < states.Length; s++)
        {
            for (var y = 0; y < years.Length; y++) values[s, y] = value(states[s], years[y]);
        }

        return new FlowPanel(years, states, values);
    }
}
