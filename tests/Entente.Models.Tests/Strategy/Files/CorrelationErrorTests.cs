namespace Entente.Tests.Models.Strategy.Files;

/// <summary>The mark ▸ stands where the error must be told. What may be wrong with a correlation.</summary>
public sealed class CorrelationErrorTests
{
    private const string At = SmallWorld.FileName;
    private const string Example = "'- { between: [threat_relief, pocketed_share], rank: 0.3, source: judgement }'";

    [Theory]
    [InlineData("  - ▸threat_relief", $"an entry of correlations must have keys, not 'threat_relief'. Write for example {Example}.")]
    [InlineData("  - { ▸betwen: [threat_relief, pocketed_share], rank: 0.3, source: judgement }", "unknown key 'betwen' in correlations. Did you mean 'between'?")]
    [InlineData("  - ▸{ rank: 0.3, source: judgement }", "the key 'between' is missing in correlations. Add it: the two assumptions; none of the gas market and none with a single value.")]
    [InlineData("  - ▸{ between: [threat_relief, pocketed_share], source: judgement }", "the key 'rank' is missing in correlations. Add it: Spearman's rank correlation: above 0 where both rise together, below 0 where one rises as the other falls.")]
    [InlineData("  - ▸{ between: [threat_relief, pocketed_share], rank: 0.3 }", "the key 'source' is missing in correlations. Add it: a citation, or the word judgement.")]
    [InlineData("  - { between: [threat_relief, pocketed_share], rank: 0.3, source: ▸todo }", "correlations.source is 'todo', which is no source. Write a citation, or the word judgement.")]
    [InlineData("  - { between: [threat_relief, pocketed_share], rank: ▸1, source: judgement }", "correlations.rank is 1, but it must lie above -1 and below 1: two assumptions of which one follows from the other are one.")]
    [InlineData("  - { between: [threat_relief, pocketed_share], rank: ▸-1.2, source: judgement }", "correlations.rank is -1.2, but it must lie above -1 and below 1: two assumptions of which one follows from the other are one.")]
    [InlineData("  - { between: [threat_relief, pocketed_share], rank: ▸30 %, source: judgement }", "correlations.rank is '30 %', but this number is not a fraction: write it without the % sign.")]
    [InlineData("  - { between: [threat_relief, pocketed_share], rank: ▸strong, source: judgement }", "correlations.rank must be a number, not 'strong'.")]
    [InlineData("  - { between: ▸threat_relief, rank: 0.3, source: judgement }", $"correlations.between must be a list of two assumptions, not 'threat_relief'. Write for example {Example}.")]
    [InlineData("  - { between: ▸[threat_relief, pocketed_share, partner_value], rank: 0.3, source: judgement }", $"correlations.between must be a list of two assumptions, not a list of 3. Write for example {Example}.")]
    [InlineData("  - { between: [threat_relief, ▸pocketed_shares], rank: 0.3, source: judgement }", "unknown assumption 'pocketed_shares' in correlations.between. Did you mean 'pocketed_share'?")]
    [InlineData("  - { between: [threat_relief, ▸threat_relief], rank: 0.3, source: judgement }", "correlations.between names threat_relief twice. Name two different assumptions.")]
    [InlineData("  - { between: [threat_relief, ▸gas_cost_factor], rank: 0.3, source: judgement }", "gas_cost_factor is of the gas market, which is drawn as a block, and cannot be correlated. Leave the pair out.")]
    [InlineData("  - { between: [▸gas_return_share, threat_relief], rank: 0.3, source: judgement }", "gas_return_share is of the gas market, which is drawn as a block, and cannot be correlated. Leave the pair out.")]
    public void A_wrong_correlation_is_told_at_its_place(string line, string problem) =>
        SmallWorld.Error(With(line.Replace("▸", "", StringComparison.Ordinal))).ShouldBe($"{At}, line 15, column {line.IndexOf('▸', StringComparison.Ordinal) + 1}: {problem}");

    [Fact]
    public void Correlations_must_be_a_list() =>
        SmallWorld.Error(SmallWorld.WithLine(14, "correlations: none")).ShouldBe($"{At}, line 14, column 15: correlations must be a list, not 'none'. Begin each pair with a dash, as in {Example}.");

    [Theory]
    [InlineData("{ value: 0.1, source: judgement }")]
    [InlineData("{ discrete: { values: [0.1], weights: [1] }, source: judgement }")]
    public void An_assumption_with_a_single_value_cannot_vary_with_another(string single) =>
        SmallWorld.Error(With("  - { between: [reversal_hazard, threat_relief], rank: 0.3, source: judgement }").Replace("{ triangular: [.05, .15, .35], source: judgement }", single, StringComparison.Ordinal))
            .ShouldBe($"{At}, line 15, column 17: reversal_hazard has a single value, so that nothing can rise or fall with it. Give it a spread, or leave the pair out.");

    [Fact]
    public void A_pair_is_named_once_in_whatever_order() =>
        SmallWorld.Error(With("  - { between: [threat_relief, pocketed_share], rank: 0.3, source: judgement }\n  - { between: [pocketed_share, threat_relief], rank: 0.3, source: judgement }"))
            .ShouldBe($"{At}, line 16, column 16: pocketed_share and threat_relief were correlated before, in line 15. Keep one of the two.");

    [Fact]
    public void What_no_draws_can_have_is_refused_with_what_they_can()
    {
        const string Two = "  - { between: [threat_relief, pocketed_share], rank: 0.9, source: judgement }\n  - { between: [threat_relief, partner_value], rank: 0.9, source: judgement }\n";
        var error = SmallWorld.Error(With(Two + "  - { between: [pocketed_share, partner_value], rank: -0.5, source: judgement }"));
        error.ShouldStartWith($"{At}, line 17, column 55: correlations.rank is -0.5, but the other correlations leave 0.");
        var words = error.Split(" leave ")[1].Split(' ');
        foreach (var limit in new[] { words[0], words[2] })
        {
            SmallWorld.Parse(With(Two + $"  - {{ between: [pocketed_share, partner_value], rank: {limit}, source: judgement }}")).Correlations.Length.ShouldBe(3);
        }
    }

    [Fact]
    public void Where_no_pair_alone_is_at_fault_the_list_is_refused()
    {
        var lines = string.Join('\n', new[] { "partner_value", "pocketed_share", "reversal_hazard", "security_weight" }.Select(name => $"  - {{ between: [threat_relief, {name}], rank: 0.8, source: judgement }}"));
        SmallWorld.Error(With(lines)).ShouldBe($"{At}, line 15, column 3: no draws can have these correlations together: a pair that is not named counts as 0. Bring them nearer to 0, or name the missing pairs.");
    }

    [Fact]
    public void Correlations_are_read_in_order_with_their_words()
    {
        var read = SmallWorld.Parse(With("  - { between: [threat_relief, pocketed_share], rank: 0.3, source: Judgment, note: why }\n  - { between: [discount_factor, partner_value], rank: -0.2, source: Somebody 2020 }")).Correlations;
        read.ToArray().ShouldBe([new("threat_relief", "pocketed_share", .3, "judgement", "why"), new("discount_factor", "partner_value", -.2, "Somebody 2020", null)]);
        read.Select(pair => pair.IsJudgement).ShouldBe([true, false]);
        SmallWorld.Parse(SmallWorld.Valid).Correlations.ShouldBeEmpty();
    }

    /// <summary>The valid file with correlations from line 15 on.</summary>
    private static string With(string lines) => SmallWorld.WithLine(14, "correlations:\n" + lines);
}
