using System.Collections.Immutable;
using Entente.World;

namespace Entente.Models.Trade.WhatIf.Validation;

/// <summary>Published estimates of sanctions on Russia as log effects on the pairs. None uses the trade of 2023.</summary>
internal static class PublishedEstimates
{
    // Crozet and Hinz 2020, Economic Policy 35(101): losses of 2014 and 2015 against the counterfactual, billion US$.
    private const double RussianLoss = 53, WesternLoss = 42;

    // Berne Union 2024, citing the IMF: exports of the EU to Russia in the twelve months before and after February 2022, billion euro.
    private const double EuBefore = 106.8, EuAfter = 52.6;

    public static ImmutableArray<PublishedSanctions> All(WorldEdition world, int against, ImmutableArray<int> coalition)
    {
        var all = ImmutableArray.CreateBuilder<PublishedSanctions>();
        if (world.TradeYears.Contains(2014) && world.TradeYears.Contains(2015))
        {
            var (exports, imports) = (0.0, 0.0);
            foreach (var year in (ReadOnlySpan<int>)[2014, 2015])
            {
                var trade = world.Trade(year);
                foreach (var member in coalition)
                {
                    exports += trade.Filled(against, member) / 1e6;
                    imports += trade.Filled(member, against) / 1e6;
                }
            }

            all.Add(new PublishedSanctions("as-in-2014", "the sanctions of 2014", Math.Log(exports / (exports + RussianLoss)), Math.Log(imports / (imports + WesternLoss)),
                "Crozet and Hinz 2020: Russia lost US$ 53 bn and the West 42 bn of exports in 2014-15, set against the trade of these years"));
        }

        var half = Math.Log(EuAfter / EuBefore);
        all.Add(new PublishedSanctions("halved", "trade halved", half, half, "Berne Union 2024, citing the IMF: EU exports to Russia fell from 106.8 to 52.6 billion euro in the first twelve months; taken for both flows and all sanctioning states"));
        all.Add(new PublishedSanctions("decoupled", "full decoupling", VariantShocks.Embargo, VariantShocks.Embargo, "the scenario of Flach et al. 2023: no trade with the sanctioning states"));
        return all.ToImmutable();
    }
}
