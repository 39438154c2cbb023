using System.Collections.Immutable;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;
using Entente.Numerics.Equilibrium;
using Entente.World.Catalog;

namespace Entente.Cli.Reports;

/// <summary>A what-if as JSON; docs/what-if.md describes the shape.</summary>
internal static class WhatIfJson
{
    public static void Write(Terminal terminal, WhatIfAnswer answer) => JsonText.Document(terminal.Raw, "trade-what-if", json =>
    {
        var question = answer.Question;
        json.WriteString("key", question.Key);
        json.WriteString("title", question.Title);
        json.WriteString("question", question.Question);
        json.Object("baseline", () =>
        {
            json.WriteNumber("year", answer.Baseline.Year);
            json.WriteBoolean("estimated", answer.Baseline.IsEstimated);
            json.WriteString("method", answer.Baseline.Method);
            json.WriteNumber("economies", answer.Baseline.Count);
        });
        json.WriteString("target", answer.Target);
        json.WriteString("partner", answer.Partner);
        json.Real("partner_share_before", answer.PartnerShareBefore);
        json.WriteString("deficits", question.Deficits == DeficitRule.Additive ? "additive" : "multiplicative");
        json.WriteNumber("horizon_years", question.HorizonYears);
        json.WriteNumber("draws", answer.Draws);
        json.WriteNumber("path_draws", answer.PathDraws);
        json.WriteNumber("seed", answer.Seed);
        json.List("variants", answer.Variants, variant => Variant(json, variant));
        if (answer.Sectoral is { } sectoral) json.Object("sectoral", () => WhatIfSectorsJson.Write(json, sectoral));
        json.List("baseline_sensitivity", answer.Sensitivity, row =>
        {
            json.WriteString("name", row.Name);
            json.Real("target_domestic_share", row.DomesticShare);
            json.WriteStartArray("target_real_income");
            foreach (var value in row.Target)
            {
                if (double.IsFinite(value)) json.WriteNumberValue(value);
                else json.WriteNullValue();
            }

            json.WriteEndArray();
        });
        json.List("assumptions", answer.Assumptions, assumption =>
        {
            json.WriteString("name", assumption.Name);
            json.WriteString("distribution", assumption.Distribution.Describe());
            json.WriteString("source", assumption.Source);
            json.WriteBoolean("judgement", assumption.IsJudgement);
            json.WriteString("note", assumption.Note);
        });
        if (answer.Sanctions is { } estimate) json.Object("sanctions_estimate", () => Estimate(json, estimate));
        else json.WriteNull("sanctions_estimate");
        json.Texts("caveats", answer.Caveats);
        json.Sources(answer.Sources);
        json.Provenance(answer.Provenance, new SourceCatalog(answer.Sources));
    });

    private static void Variant(Utf8JsonWriter json, VariantEffect variant)
    {
        json.WriteString("name", variant.Name);
        json.Texts("changes", variant.Changes);
        json.WriteNumber("pairs_changed", variant.Pairs);
        json.Texts("not_held", variant.NotHeld);
        json.WriteNumber("failed_draws", variant.FailedDraws);
        json.Object("check", () =>
        {
            json.Real("acr_difference", variant.Check.AcrDifference);
            json.WriteNumber("iterations", variant.Check.Iterations);
            json.Real("residual", variant.Check.Residual);
        });
        Spread(json, "partner_share", variant.PartnerShare);
        Groups(json, variant.Groups);
        Economies(json, variant.Economies);
        json.List("target_trade", variant.TargetTrade, pair =>
        {
            json.WriteString("exporter", pair.Exporter);
            json.WriteString("importer", pair.Importer);
            json.Real("baseline_billion", pair.BaselineBillion);
            Spread(json, "change", pair.Change);
        });
        json.List("path", variant.Path, year =>
        {
            json.WriteNumber("year", year.Year);
            Spread(json, "target_real_income", year.Target);
            Spread(json, "partner_real_income", year.Partner);
            Spread(json, "partner_share_of_target_trade", year.PartnerShare);
        });
    }

    internal static void Groups(Utf8JsonWriter json, ImmutableArray<GroupEffect> groups) => json.List("groups", groups, group =>
    {
        json.WriteString("key", group.Key);
        json.WriteString("name", group.Name);
        Spread(json, "real_income", group.RealIncome);
        Spread(json, "billion_usd", group.BillionUsd);
    });

    internal static void Economies(Utf8JsonWriter json, ImmutableArray<EconomyEffect> economies) => json.List("economies", economies, economy =>
    {
        json.WriteString("name", economy.Name);
        json.WriteString("iso3", economy.Iso3);
        json.Whole("id", economy.StateId == 0 ? null : economy.StateId);
        Spread(json, "real_income", economy.RealIncome);
        Spread(json, "real_wage", economy.RealWage);
        Spread(json, "price_index", economy.PriceIndex);
        Spread(json, "exports", economy.Exports);
        Spread(json, "imports", economy.Imports);
        json.Real("gdp_billion_usd", economy.GdpBillionUsd);
        Spread(json, "billion_usd", economy.BillionUsd);
    });

    private static void Estimate(Utf8JsonWriter json, SanctionsEstimate estimate)
    {
        json.WriteNumber("before", estimate.Before);
        json.WriteNumber("after", estimate.After);
        json.WriteString("method", estimate.Method);
        json.Real("pooled_exports", estimate.Pooled.Exports);
        json.Real("pooled_imports", estimate.Pooled.Imports);
        json.List("members", estimate.Members, member =>
        {
            json.WriteNumber("id", member.Member);
            json.Real("exports", member.Exports);
            json.Real("exports_error", member.ExportsError);
            json.Real("imports", member.Imports);
            json.Real("imports_error", member.ImportsError);
        });
    }

    internal static void Spread(Utf8JsonWriter json, string name, Spread spread) => json.Object(name, () =>
    {
        json.Real("mean", spread.Mean);
        json.Real("low", spread.Low);
        json.Real("median", spread.Median);
        json.Real("high", spread.High);
        json.Real("monte_carlo_error", spread.MonteCarloError);
    });
}
