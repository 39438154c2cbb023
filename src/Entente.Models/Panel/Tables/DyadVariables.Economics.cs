using System.Collections.Immutable;

namespace Entente.Models.Panel.Tables;

/// <content>Trade and income.</content>
internal static partial class DyadVariables
{
    private static IEnumerable<(PanelVariable, Func<PanelReader, float[]>)> Economics()
    {
        const PanelBlock Block = PanelBlock.Economics;
        ImmutableArray<string> baci = ["baci", "baci-2023-mask"];
        ImmutableArray<string> both = ["sitc-totals", "baci", "baci-2023-mask"];
        const string Held = "2000-2020 and 2023; in 2023 missing where neither side had reported";
        const string Long = "1963-1997 and 1999 from shares rounded to .001 of what was reported, 2000-2020 and 2023 from values: levels break in 2000";
        yield return Of(Block, "exports_a_b", "goods exports of a to b", "thousand current US$", baci, r => Flow(r, (trade, a, b) => trade.Value(a, b)), Held);
        yield return Of(Block, "exports_b_a", "goods exports of b to a", "thousand current US$", baci, r => Flow(r, (trade, a, b) => trade.Value(b, a)), Held);
        yield return Of(Block, "export_share_a_b", "share of a's goods exports that went to b", "0 to 1", both, r => Share(r, ofA: true, exports: true), Long);
        yield return Of(Block, "import_share_a_b", "share of a's goods imports that came from b", "0 to 1", both, r => Share(r, ofA: true, exports: false), Long);
        yield return Of(Block, "export_share_b_a", "share of b's goods exports that went to a", "0 to 1", both, r => Share(r, ofA: false, exports: true), Long);
        yield return Of(Block, "import_share_b_a", "share of b's goods imports that came from a", "0 to 1", both, r => Share(r, ofA: false, exports: false), Long);
        yield return Of(Block, "trade_dependence_a", "dependence of a on b: mean of b's shares in a's exports and imports", "0 to 1", both, r => Dependence(r, ofA: true), Long);
        yield return Of(Block, "trade_dependence_b", "dependence of b on a", "0 to 1", both, r => Dependence(r, ofA: false), Long);
        yield return Of(Block, "trade_dependence_lower", "the lower of the two dependences", "0 to 1", both, r => Combine(Dependence(r, true), Dependence(r, false), MathF.Min), Long);
        yield return Of(Block, "trade_dependence_higher", "the higher of the two", "0 to 1", both, r => Combine(Dependence(r, true), Dependence(r, false), MathF.Max), Long);
        ImmutableArray<string> income = ["worldbank-gdp", "worldbank-population"];
        yield return Of(Block, "gdp_a", "gross domestic product of a", "current US$", ["worldbank-gdp"], r => r.OfA((s, y) => r.States.Indicator("gdp_current_usd", s, y)));
        yield return Of(Block, "gdp_b", "gross domestic product of b", "current US$", ["worldbank-gdp"], r => r.OfB((s, y) => r.States.Indicator("gdp_current_usd", s, y)));
        yield return Of(Block, "income_distance", "|ln GDP per head of a - ln GDP per head of b|", "log points", income, r => r.Pairs(r.States.LogIncome, static (a, b) => Math.Abs(a - b)));
    }

    private static float[] Flow(PanelReader reader, Func<World.Trade.TradeMatrix, int, int, double> value)
    {
        var column = reader.Missing();
        foreach (var year in reader.World.TradeYears)
        {
            var (start, end) = reader.Frame.RowsOf(year);
            if (start == end) continue;
            var trade = reader.World.Trade(year);
            for (var row = start; row < end; row++)
            {
                var (a, b) = (reader.Frame.A[row], reader.Frame.B[row]);
                if (trade.Has(a) && trade.Has(b)) column[row] = (float)value(trade, a, b);
            }
        }

        return column;
    }

    private static float[] Dependence(PanelReader reader, bool ofA) =>
        reader.Once($"dependence {ofA}", () => Combine(Share(reader, ofA, true), Share(reader, ofA, false), static (x, y) => (x + y) / 2));

    private static float[] Combine(float[] x, float[] y, Func<float, float, float> combine)
    {
        var joined = new float[x.Length];
        for (var i = 0; i < x.Length; i++) joined[i] = combine(x[i], y[i]);
        return joined;
    }

    private static float[] Share(PanelReader reader, bool ofA, bool exports) => reader.Once($"share {ofA} {exports}", () => ReadShare(reader, ofA, exports));

    private static float[] ReadShare(PanelReader reader, bool ofA, bool exports)
    {
        var column = reader.Missing();
        EarlyShares(reader, column, ofA, exports);
        foreach (var year in reader.World.TradeYears)
        {
            var (start, end) = reader.Frame.RowsOf(year);
            if (start == end) continue;
            var trade = reader.World.Trade(year);
            var totals = new Dictionary<int, double>();
            foreach (var state in trade.Economies)
            {
                var sum = 0.0;
                foreach (var other in trade.Economies)
                {
                    var value = exports ? trade.Value(state, other) : trade.Value(other, state);
                    if (double.IsFinite(value)) sum += value;
                }

                totals[state] = sum;
            }

            for (var row = start; row < end; row++)
            {
                var (state, other) = ofA ? (reader.Frame.A[row], reader.Frame.B[row]) : (reader.Frame.B[row], reader.Frame.A[row]);
                if (!trade.Has(state) || !trade.Has(other) || totals[state] <= 0) continue;
                column[row] = (float)((exports ? trade.Value(state, other) : trade.Value(other, state)) / totals[state]);
            }
        }

        return column;
    }

    // A pair of two states of the year without a row has a share that rounds to zero.
    private static void EarlyShares(PanelReader reader, float[] column, bool ofA, bool exports)
    {
        foreach (var year in reader.World.TradeShares.GroupBy(share => share.Year))
        {
            var (start, end) = reader.Frame.RowsOf(year.Key);
            if (start == end) continue;
            var (exporters, importers) = (year.Select(share => share.Exporter).ToHashSet(), year.Select(share => share.Importer).ToHashSet());
            for (var row = start; row < end; row++)
            {
                var (state, other) = ofA ? (reader.Frame.A[row], reader.Frame.B[row]) : (reader.Frame.B[row], reader.Frame.A[row]);
                if ((exports ? exporters : importers).Contains(state) && (exports ? importers : exporters).Contains(other)) column[row] = 0;
            }

            foreach (var share in year)
            {
                var (state, other) = exports ? (share.Exporter, share.Importer) : (share.Importer, share.Exporter);
                if (ofA != (state < other) || reader.Frame.Row(state, other, year.Key) is not (>= 0 and var row)) continue;
                column[row] = (float)(exports ? share.OfExporter : share.OfImporter);
            }
        }
    }
}
