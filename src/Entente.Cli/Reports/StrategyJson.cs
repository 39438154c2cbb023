using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Strategy;

namespace Entente.Cli.Reports;

/// <summary>Parts that the answers about strategies share as JSON.</summary>
internal static class StrategyJson
{
    /// <summary>A spread over draws.</summary>
    public static void Spread(this Utf8JsonWriter json, string name, Spread spread) => json.Object(name, () =>
    {
        json.Real("mean", spread.Mean);
        json.Real("low", spread.Low);
        json.Real("median", spread.Median);
        json.Real("high", spread.High);
        json.Real("monte_carlo_error", spread.MonteCarloError);
    });
}
