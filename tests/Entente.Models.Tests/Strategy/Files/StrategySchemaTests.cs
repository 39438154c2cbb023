using System.Text.Json;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>The schema beside the strategies is the one that the reader stands for.</summary>
public sealed class StrategySchemaTests
{
    private static readonly string SchemaFile = Path.Combine(Shared.Repository, "strategies", "strategy.schema.json");

    /// <summary>Write it anew with ENTENTE_WRITE=1 in the environment; the test then still compares.</summary>
    [Fact]
    public void The_committed_schema_is_the_generated_one()
    {
        if (Environment.GetEnvironmentVariable("ENTENTE_WRITE") == "1") File.WriteAllText(SchemaFile, StrategySchema.Generate());
        File.ReadAllText(SchemaFile).ShouldBe(StrategySchema.Generate());
    }

    [Fact]
    public void It_knows_every_key_every_move_and_every_assumption()
    {
        using var schema = JsonDocument.Parse(StrategySchema.Generate());
        var properties = schema.RootElement.GetProperty("properties");
        properties.EnumerateObject().Select(property => property.Name).ShouldBe(StrategyKeys.TopLevel.Select(key => key.Name));
        schema.RootElement.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ShouldBe(["title", "summary", "divider", "target", "partner", "start", "horizon", "moves"]);
        properties.GetProperty("assumptions").GetProperty("properties").EnumerateObject().Select(property => property.Name).ShouldBe(AssumptionCatalog.All.Select(definition => definition.Name));
        var definitions = schema.RootElement.GetProperty("$defs");
        definitions.GetProperty("move").GetProperty("properties").EnumerateObject().Select(move => move.Name).ShouldBe(StrategyKeys.Moves.Select(move => move.Name));
        foreach (var reference in References(schema.RootElement)) definitions.TryGetProperty(reference["#/$defs/".Length..], out _).ShouldBeTrue(reference);
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
