using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Distributions;
using Entente.World.Catalog;
using Entente.World.States;

namespace Entente.Cli.Reports.Strategies;

/// <summary>A strategy as a form in JSON: every key with its meaning and range, and the text of the file.</summary>
internal static class StrategyFormJson
{
    // More digits than a person types, fewer than arithmetic leaves behind.
    private const int Digits = 12;

    public static void Write(Terminal terminal, WedgeStrategy strategy, string text, StateSystem states) => JsonText.Document(terminal.Raw, "strategy", json =>
    {
        json.WriteString("key", strategy.Key);
        json.WriteString("title", strategy.Title);
        json.WriteString("summary", strategy.Summary);
        json.Object("divider", () => json.State(states[strategy.Divider]));
        json.Object("target", () => json.State(states[strategy.Target]));
        json.Object("partner", () => json.State(states[strategy.Partner]));
        json.WriteNumber("start", strategy.Start);
        json.WriteNumber("horizon", strategy.HorizonYears);
        json.Texts("allies", strategy.Allies);
        json.WriteBoolean("allies_stated", !strategy.Allies.IsDefaultOrEmpty);
        var moves = StrategyForm.Moves(strategy, states);
        json.List("moves", moves.Select((move, index) => (move, index)), one => Move(json, one.move, one.index));
        json.List("assumptions", StrategyForm.Assumptions(strategy), one => Assumption(json, one));
        json.List("correlations", strategy.Correlations, one =>
        {
            json.WriteString("first", one.First);
            json.WriteString("second", one.Second);
            json.Real("rank", one.Rank);
            json.WriteString("source", one.Source);
            json.WriteString("note", one.Note);
        });
        json.Texts("caveats", strategy.Caveats);
        json.Object("limits", () =>
        {
            json.Object("start", () => Key(json, StrategyForm.Years.Start));
            json.Object("horizon", () => Key(json, StrategyForm.Years.Horizon));
        });
        json.List("move_kinds", StrategyForm.MoveKinds, kind =>
        {
            json.WriteString("name", kind.Name);
            json.WriteString("description", kind.Description);
            json.List("keys", kind.Keys, key => Key(json, key));
            json.WriteString("example", kind.Example);
        });
        json.List("distribution_kinds", StrategyForm.Distributions, kind =>
        {
            json.WriteString("name", kind.Name);
            json.WriteString("description", kind.Description);
            json.List("parameters", kind.Parameters, parameter =>
            {
                json.WriteString("name", parameter.Name);
                json.WriteBoolean("required", parameter.IsRequired);
            });
            json.WriteString("example", kind.Example);
        });
        json.WriteString("text", text);
        json.Provenance(StrategyForm.Grounds(strategy), new SourceCatalog([]));
        json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    });

    private static void Move(Utf8JsonWriter json, MoveForm move, int index)
    {
        json.WriteNumber("index", index);
        json.WriteString("kind", move.Kind.Name);
        json.WriteString("description", move.Kind.Description);
        json.List("keys", move.Values, value =>
        {
            Key(json, value.Key);
            if (value.Text is { } text) json.WriteString("value", text);
            else if (value.Key.Kind == "parties") json.Texts("value", value.Parties);
            else json.Real("value", value.Number);
        });
        json.WriteString("note", move.Note);
    }

    private static void Key(Utf8JsonWriter json, KeyForm key)
    {
        json.WriteString("name", key.Name);
        json.WriteString("kind", key.Kind);
        json.WriteString("description", key.Description);
        json.WriteBoolean("required", key.IsRequired);
        json.Real("low", key.Low);
        json.Real("high", key.High);
    }

    private static void Assumption(Utf8JsonWriter json, AssumptionForm form)
    {
        var (definition, assumption) = (form.Definition, form.Assumption);
        json.WriteString("name", definition.Name);
        json.WriteString("channel", definition.Channel);
        json.WriteString("description", definition.Description);
        json.Real("low", definition.Low);
        json.Real("high", definition.High);
        json.WriteBoolean("fraction", form.IsFraction);
        json.WriteString("from", form.IsStated ? "stated" : form.IsEstimated ? "estimated" : "default");
        Distribution(json, assumption.Distribution);
        json.WriteString("source", assumption.Source);
        json.WriteBoolean("judgement", assumption.IsJudgement);
        json.WriteString("note", assumption.Note);
        json.Object("default", () =>
        {
            Distribution(json, definition.Default.Distribution);
            json.WriteString("source", definition.Default.Source);
            json.WriteString("note", definition.Default.Note);
        });
    }

    private static void Distribution(Utf8JsonWriter json, Distribution distribution)
    {
        var form = DistributionForm.Of(distribution);
        json.WriteString("kind", form.Kind);
        json.WriteString("words", distribution.Describe());
        json.Object("numbers", () =>
        {
            foreach (var (name, value) in form.Numbers) json.Real(name, Short(value));
            if (form.Kind != "discrete") return;
            Numbers(json, "values", form.Values);
            Numbers(json, "weights", form.Weights);
        });
        json.Object("quantiles", () =>
        {
            json.Real("p5", Short(distribution.Quantile(.05)));
            json.Real("p50", Short(distribution.Quantile(.5)));
            json.Real("p95", Short(distribution.Quantile(.95)));
        });
        json.Real("mean", Short(distribution.Mean));
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteNumberValue(Short(value));
        json.WriteEndArray();
    }

    private static double Short(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        var digits = Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits is >= 0 and <= 15 ? Math.Round(value, digits) : value;
    }
}
