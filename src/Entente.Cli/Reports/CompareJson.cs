using Entente.Cli.Show;
using Entente.Models.Strategy.Comparison;
using Entente.World.Catalog;

namespace Entente.Cli.Reports;

/// <summary>A comparison of strategies as JSON.</summary>
internal static class CompareJson
{
    public static void Write(Terminal terminal, StrategyTable table, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "compare", json =>
    {
        json.WriteNumber("draws", table.Draws);
        json.WriteNumber("seed", table.Seed);
        json.Real("least_split", table.Options.LeastSplit);
        json.Real("most_drifts", table.Options.MostDrifts);
        json.List("strategies", table.Strategies, one =>
        {
            json.WriteString("key", one.Strategy.Key);
            json.WriteString("title", one.Strategy.Title);
            json.WriteString("divider", one.Names.Divider);
            json.WriteString("target", one.Names.Target);
            json.WriteString("partner", one.Names.Partner);
            json.Spread("split", one.Splits);
            json.Spread("effect_of_moves", one.Effect);
            json.Spread("realigned", one.Realigned);
            json.Spread("allies_lost", one.Drifts);
            json.Real("satisfices", one.Satisfices.Value);
            json.Real("satisfices_error", one.Satisfices.Error);
            json.WriteNumber("failed_draws", one.Failed);
        });
        json.List("aims", table.Aims, aim =>
        {
            json.WriteString("key", aim.Key);
            json.WriteString("name", aim.Name);
            json.WriteString("unit", aim.Unit.ToString());
            json.List("strategies", aim.Strategies.Select((one, i) => (One: one, Index: i)), pair =>
            {
                var (one, against) = (pair.One, aim.Against[pair.Index]);
                json.WriteString("key", table.Strategies[pair.Index].Strategy.Key);
                json.Real("mean", one.Mean);
                json.Real("mean_error", one.StandardError);
                json.Real("against_first", against.Mean);
                json.Real("against_first_error", against.StandardError);
                json.Real("expected_regret", one.ExpectedRegret);
                json.Real("regret_90", one.Regret90);
                json.Real("maximal_regret", one.MaximalRegret);
                json.Real("worst", one.Worst);
                json.Real("best_in", one.Best);
                json.Real("satisficing", one.Satisficing);
            });
        });
        json.Texts("caveats", table.Caveats);
        json.Provenance(table.Provenance, catalog);
    });
}
