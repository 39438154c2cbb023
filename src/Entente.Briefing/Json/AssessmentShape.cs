using System.Globalization;
using System.Text.Json;
using Entente.Briefing.Document;
using Entente.Models.Strategy;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Briefing.Json;

/// <summary>The shape "entente.assessment/1", field by field. Field names are written out so that renaming a property changes no file.</summary>
internal static class AssessmentShape
{
    public static void Write(Utf8JsonWriter json, Assessment assessment, BriefOptions options)
    {
        json.WriteStartObject();
        json.WriteString("schema", AssessmentJson.Schema);
        Strategy(json, assessment);
        json.WriteString("verdict", assessment.Verdict);
        json.Spread("splits", assessment.Splits);
        json.Spread("splits_without_moves", assessment.SplitsWithoutMoves);
        json.Spread("effect_of_moves", assessment.EffectOfMoves);
        json.Objects("grades", assessment.Grades.IsDefault ? [] : assessment.Grades, grade =>
        {
            json.WriteString("grade", grade.Grade.ToString());
            json.Spread("with", grade.With);
            json.Spread("without", grade.Without);
        });
        if (assessment.Evidence is { } evidence)
        {
            json.Objects("evidence", evidence.Lines, line =>
            {
                json.WriteString("key", line.Key);
                json.WriteString("name", line.Name);
                json.Number("no_change", line.With.NoChange);
                json.Number("neutralised", line.With.Neutralised);
                json.Number("dealigned", line.With.Dealigned);
                json.Number("realigned", line.With.Realigned);
                json.Number("split_low", line.Split.Low);
                json.Number("split_high", line.Split.High);
                json.Number("weight", line.Weight.Weight);
                json.Texts("sources", line.Sources);
            });
            json.Number("split_stacked", evidence.Stack.Split);
        }

        json.Objects("key_figures", assessment.KeyFigures, figure => Figure(json, figure));
        json.Objects("balance", assessment.Balance, term =>
        {
            json.WriteString("key", term.Key);
            json.WriteString("name", term.Name);
            json.WriteString("channel", term.Channel);
            json.Spread("worth", term.Worth);
            json.WriteString("explanation", term.Explanation);
            json.Texts("sources", term.Sources);
        });
        json.WriteStartObject("net_worth");
        json.Numbers("edges", assessment.NetWorth.Edges);
        json.Numbers("counts", assessment.NetWorth.Counts);
        json.WriteEndObject();
        json.Objects("views", assessment.Views, view =>
        {
            json.WriteString("key", view.Key);
            json.WriteString("name", view.Name);
            json.WriteString("says", view.Says);
            json.Spread("splits", view.Splits);
            json.Spread("net_worth", view.NetWorth);
        });
        json.Objects("costs", assessment.Costs, line =>
        {
            json.WriteString("who", line.Who);
            json.WriteString("what", line.What);
            json.WriteString("channel", line.Channel);
            json.Spread("billion_usd_per_year", line.BillionUsdPerYear);
            json.Number("share_of_income", line.ShareOfIncome);
            json.Member("basis", line.Basis);
            json.Texts("sources", line.Sources);
        });
        json.Spread("expected_drifts", assessment.ExpectedDrifts);
        json.Objects("allies", assessment.Allies, ally =>
        {
            json.WriteNumber("state", ally.StateId);
            json.WriteString("name", ally.Name);
            json.Spread("drift_before", ally.DriftBefore);
            json.Spread("drift_after", ally.DriftAfter);
            json.Spread("change", ally.Change);
            json.Objects("responses", ally.Responses.IsDefault ? [] : ally.Responses, shift =>
            {
                json.WriteString("response", shift.Response.ToString().ToLowerInvariant());
                json.Spread("before", shift.Before);
                json.Spread("after", shift.After);
            });
            json.Number("threat", ally.Threat);
            json.WriteBoolean("has_guarantee", ally.HasGuarantee);
            json.Number("trade_with_divider", ally.TradeWithDivider);
            json.Spread("income_change", ally.IncomeChange);
            json.WriteString("why", ally.Why);
            json.Texts("sources", ally.Sources);
        });
        json.Objects("influences", assessment.Influences, influence =>
        {
            json.WriteString("name", influence.Name);
            json.Number("first_order", influence.FirstOrder);
            json.Number("standard_error", influence.StandardError);
            json.Number("rank_correlation", influence.RankCorrelation);
            json.Number("when_low", influence.WhenLow);
            json.Number("when_high", influence.WhenHigh);
            json.WriteBoolean("is_judgement", influence.IsJudgement);
        });
        json.Objects("conditions", assessment.Conditions, condition =>
        {
            json.WriteString("text", condition.Text);
            json.Number("probability", condition.Probability);
            json.Number("share_of_draws", condition.ShareOfDraws);
            json.Number("coverage", condition.Coverage);
            json.Number("out_of_sample", condition.OutOfSample);
            json.Objects("bounds", condition.Bounds.IsDefault ? [] : condition.Bounds, bound =>
            {
                json.WriteString("name", bound.Name);
                json.Number("lower", bound.Lower);
                json.Number("upper", bound.Upper);
                json.Texts("views", bound.Views);
                json.Number("quasi_p", bound.QuasiP);
                json.Number("stability", bound.Stability);
                json.WriteString("text", bound.Text);
            });
        });
        Bill(json, assessment);
        if (assessment.Judgement is { } judgement)
        {
            json.WriteStartObject("judgement");
            json.WriteNumber("judged_inputs", judgement.Judged);
            json.WriteNumber("inputs", judgement.Inputs);
            json.Number("explained_by_single_inputs", judgement.Explained);
            json.Number("explained_by_judged_inputs", judgement.ByJudgement);
            json.Number("explained_by_rival_view", judgement.ByView);
            json.WriteEndObject();
        }

        json.Objects("assumptions", assessment.Assumptions, assumption => Assumption(json, assumption));
        json.Objects("charts", assessment.Charts, chart => Chart(json, chart));
        json.Texts("caveats", assessment.Caveats);
        Sources(json, assessment);
        ProvenanceJson.Write(json, assessment.Provenance, new SourceCatalog(assessment.Sources.IsDefault ? [] : assessment.Sources));
        json.WriteStartObject("computed");
        json.WriteNumber("draws", assessment.Draws);
        json.WriteNumber("failed_draws", assessment.FailedDraws);

        // A seed may need all 64 bits, more than many readers of JSON keep in a number.
        json.WriteString("seed", assessment.Seed.ToString(CultureInfo.InvariantCulture));
        json.WriteString("version", options.VersionText);
        json.WriteString("store_edition", options.StoreEdition);
        json.WriteString("command", options.CommandLine);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Bill(Utf8JsonWriter json, Assessment assessment)
    {
        if (assessment.Bill is not { } bill) return;
        json.Objects("bill", bill.Lines, line =>
        {
            json.Member("section", line.Section);
            json.WriteString("who", line.Who);
            json.WriteString("item", line.Item);
            json.Member("unit", line.Unit);
            json.Member("basis", line.Basis);
            foreach (var (name, spread) in new[] { ("before", line.Before), ("after", line.After), ("amount", line.Amount) })
            {
                if (spread is { } held) json.Spread(name, held);
                else json.WriteNull(name);
            }

            json.Texts("sources", line.Sources);
            json.WriteString("note", line.Note);
        });
    }

    private static void Strategy(Utf8JsonWriter json, Assessment assessment)
    {
        var strategy = assessment.Strategy;
        json.WriteStartObject("strategy");
        json.WriteString("key", strategy.Key);
        json.WriteString("title", strategy.Title);
        json.WriteString("summary", strategy.Summary);
        foreach (var (role, id, name) in new[] { ("divider", strategy.Divider, assessment.Names.Divider), ("target", strategy.Target, assessment.Names.Target), ("partner", strategy.Partner, assessment.Names.Partner) })
        {
            json.WriteStartObject(role);
            json.WriteNumber("state", id);
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteNumber("start", strategy.Start);
        json.WriteNumber("horizon_years", strategy.HorizonYears);
        json.Objects("moves", strategy.Moves, move => Move(json, move, assessment));
        json.WriteEndObject();
    }

    private static void Move(Utf8JsonWriter json, Move move, Assessment assessment)
    {
        switch (move)
        {
            case SanctionsMove sanctions:
                json.WriteString("type", sanctions.Lift ? "lift_sanctions" : "impose_sanctions");
                json.WriteNumber("state", sanctions.Against);
                json.Texts("coalition", sanctions.Coalition);
                if (!sanctions.JoinedBy.IsEmpty) json.Texts("joined_by", sanctions.JoinedBy);
                json.Number("share", sanctions.Share);
                break;
            case GuaranteeMove guarantee:
                json.WriteString("type", "guarantee");
                json.Texts("to", guarantee.To);
                json.Number("change", guarantee.Change);
                break;
            case RecognitionMove recognition:
                json.WriteString("type", "recognition");
                json.WriteString("of", recognition.Of);
                json.Number("weight", recognition.Weight);
                break;
            case ArmsMove arms:
                json.WriteString("type", "arms");
                json.WriteNumber("state", arms.To);
                json.Number("change", arms.Change);
                break;
            case TradeDealMove deal:
                json.WriteString("type", "trade_deal");
                json.WriteNumber("state", deal.With);
                json.Number("trade_increase", deal.TradeIncrease);
                break;
            default:
                throw new InvalidOperationException($"The shape {AssessmentJson.Schema} has no type for the move {move.GetType().Name}.");
        }

        json.WriteString("in_words", MoveWords.Of(move, assessment));
        json.WriteString("note", move.Note);
    }

    private static void Figure(Utf8JsonWriter json, Figure figure)
    {
        json.WriteString("label", figure.Label);
        json.Number("value", figure.Value);
        json.Member("unit", figure.Unit);
        json.WriteString("in_words", Numbers.Format(figure));
        if (figure.Interval is { } interval)
        {
            json.WriteStartObject("interval");
            json.Number("low", interval.Low);
            json.Number("high", interval.High);
            json.Number("level", interval.Level);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("interval");
        }

        json.Member("basis", figure.Basis);
        json.Texts("sources", figure.Provenance.Sources);
        json.WriteString("query", figure.Provenance.Query);
        ProvenanceJson.Coverage(json, figure.Provenance.Coverage);
    }

    private static void Assumption(Utf8JsonWriter json, Assumption assumption)
    {
        var definition = AssumptionCatalog.Find(assumption.Name);
        json.WriteString("name", assumption.Name);
        json.WriteString("channel", definition?.Channel);
        json.WriteString("description", definition?.Description);
        json.WriteString("distribution", assumption.Distribution.Describe());
        json.Number("low", assumption.Distribution.Quantile(.05));
        json.Number("median", assumption.Distribution.Median);
        json.Number("high", assumption.Distribution.Quantile(.95));
        json.Number("mean", assumption.Distribution.Mean);
        json.WriteString("source", assumption.Source);
        json.WriteBoolean("is_judgement", assumption.IsJudgement);
        json.WriteString("note", assumption.Note);
    }

    private static void Chart(Utf8JsonWriter json, ChartData chart)
    {
        json.WriteString("key", chart.Key);
        json.WriteString("title", chart.Title);
        json.Member("unit", chart.Unit);
        json.Texts("sources", chart.Sources);
        json.WriteString("note", chart.Note);
        json.Objects("series", chart.Series, series =>
        {
            json.WriteString("name", series.Name);
            json.Numbers("years", series.Years);
            json.Numbers("values", series.Values);
            json.Numbers("low", series.Low);
            json.Numbers("high", series.High);
        });
    }

    private static void Sources(Utf8JsonWriter json, Assessment assessment) =>
        json.Objects("sources", new SourceNumbers(assessment).All, entry =>
        {
            json.WriteNumber("number", entry.Number);
            json.WriteString("key", entry.Key);
            json.WriteString("publisher", entry.Source?.Publisher);
            json.WriteString("title", entry.Source?.Title);
            json.WriteString("edition", entry.Source?.Edition);
            json.WriteString("licence", entry.Source?.Licence);
            json.WriteString("coverage", entry.Source?.Coverage);
            json.WriteString("citation", entry.Source?.Citation);
            json.Texts("defects", entry.Source?.Defects ?? []);
        });
}
