namespace Entente.Tests.Models.Strategy.Files;

/// <summary>The mark ▸ stands where the error must be told. What may be wrong with an assumption.</summary>
public sealed class AssumptionErrorTests
{
    private const string At = SmallWorld.FileName;

    [Theory]
    [InlineData("  ▸reversal_hazrad: { value: 0.1, source: judgement }", "unknown assumption 'reversal_hazrad'. Did you mean 'reversal_hazard'?")]
    [InlineData("  reversal_hazard: ▸0.1", "reversal_hazard must have a distribution and a source, not '0.1'. Write for example 'reversal_hazard: { value: 0, source: judgement }'.")]
    [InlineData("  reversal_hazard: { value: ▸1.4, source: judgement }", "reversal_hazard is 1.4, but it must lie between 0 and 1.")]
    [InlineData("  reversal_hazard: { value: ▸12, source: judgement }", "reversal_hazard is 12, but it must lie between 0 and 1. For 12 per cent write 12 %.")]
    [InlineData("  reversal_hazard: { ▸triangel: [0, 0.1, 0.2], source: judgement }", "unknown distribution or key 'triangel' in reversal_hazard. Did you mean 'triangular'?")]
    [InlineData("  reversal_hazard: { ▸cauchy: [0, 0.1], source: judgement }", "unknown distribution or key 'cauchy' in reversal_hazard. Allowed: value, uniform, triangular, pert, normal, lognormal, beta, discrete, source, note.")]
    [InlineData("  reversal_hazard: ▸{ source: judgement }", "reversal_hazard has no distribution. Add one of value, uniform, triangular, pert, normal, lognormal, beta, discrete.")]
    [InlineData("  reversal_hazard: { value: 0.1, ▸uniform: [0, 1], source: judgement }", "reversal_hazard has two distributions, value and uniform. Keep one.")]
    [InlineData("  reversal_hazard: ▸{ value: 0.1 }", "the key 'source' is missing in reversal_hazard. Write a citation, or the word judgement.")]
    [InlineData("  reversal_hazard: { value: 0.1, source: ▸\"?\" }", "reversal_hazard.source is '?', which is no source. Write a citation, or the word judgement.")]
    [InlineData("  reversal_hazard: { value: 0.1, source: ▸TODO }", "reversal_hazard.source is 'TODO', which is no source. Write a citation, or the word judgement.")]
    [InlineData("  reversal_hazard: { value: 0.1, source: ▸}", "reversal_hazard.source has no value. Write some text.")]
    [InlineData("  reversal_hazard: { normal: { mean: 0.1, sd: ▸-1 }, source: judgement }", "reversal_hazard.normal.sd is -1, but a spread cannot be negative.")]
    [InlineData("  reversal_hazard: { normal: { mean: 0.1, sd: ▸0 }, source: judgement }", "reversal_hazard.normal.sd is 0, but it must be above 0. Write 'value: …' for a number known exactly.")]
    [InlineData("  reversal_hazard: { normal: ▸{ mean: 0.15, sd: 0.1 }, source: judgement }", "reversal_hazard.normal: 6.7 % of the draws would lie outside 0 to 1, the range of reversal_hazard. Add low and high, or choose less spread.")]
    [InlineData("  reversal_hazard: { normal: { mean: 0.15, sd: 0.1, low: ▸-1, high: 1 }, source: judgement }", "reversal_hazard.normal.low is -1, but it must lie between 0 and 1.")]
    [InlineData("  reversal_hazard: { normal: { mean: 0.5, sd: 0.1, low: ▸0.6, high: 0.9 }, source: judgement }", "reversal_hazard.normal: low (0.6) lies above mean (0.5), a negative spread. low must be at most mean.")]
    [InlineData("  reversal_hazard: { uniform: [0.3, ▸0.1], source: judgement }", "reversal_hazard.uniform: low (0.3) lies above high (0.1), a negative spread. low must be below high.")]
    [InlineData("  reversal_hazard: { uniform: [0.3, ▸0.3], source: judgement }", "reversal_hazard.uniform: low and high are both 0.3. low must be below high.")]
    [InlineData("  reversal_hazard: { triangular: [0.1, 0.9, ▸0.3], source: judgement }", "reversal_hazard.triangular: mode (0.9) lies above high (0.3), a negative spread. mode must be at most high.")]
    [InlineData("  reversal_hazard: { triangular: [0.1, ▸0.05, 0.3], source: judgement }", "reversal_hazard.triangular: low (0.1) lies above mode (0.05), a negative spread. low must be at most mode.")]
    [InlineData("  reversal_hazard: { triangular: ▸[0.1, 0.2], source: judgement }", "reversal_hazard.triangular takes 3 numbers (low, mode, high), not 2.")]
    [InlineData("  reversal_hazard: { triangular: ▸[0,1, 0,2, 0,3], source: judgement }", "reversal_hazard.triangular takes 3 numbers (low, mode, high), not 6. Decimals are written with a point: a comma separates numbers.")]
    [InlineData("  reversal_hazard: { triangular: [0, 0.2, ▸1.4], source: judgement }", "reversal_hazard.triangular, high, is 1.4, but it must lie between 0 and 1.")]
    [InlineData("  reversal_hazard: { triangular: { low: 0, ▸mod: 0.1, high: 1 }, source: judgement }", "unknown parameter 'mod' in reversal_hazard.triangular. Did you mean 'mode'?")]
    [InlineData("  reversal_hazard: { triangular: ▸{ low: 0, high: 1 }, source: judgement }", "the parameter 'mode' is missing in reversal_hazard.triangular. Write for example 'triangular: [0.03, 0.12, 0.3]'.")]
    [InlineData("  reversal_hazard: { triangular: ▸0.3, source: judgement }", "reversal_hazard.triangular must be a list of numbers (low, mode, high), not '0.3'. Write for example 'triangular: [0.03, 0.12, 0.3]'.")]
    [InlineData("  reversal_hazard: { lognormal: [0.2, ▸0.1, 0.3], source: judgement }", "reversal_hazard.lognormal: low90 (0.2) lies above median (0.1), a negative spread. low90 must be below median.")]
    [InlineData("  reversal_hazard: { lognormal: [▸0, 0.1, 0.3], source: judgement }", "reversal_hazard.lognormal: low90 is 0, but a log-normal lies above 0.")]
    [InlineData("  reversal_hazard: { beta: [2, ▸0], source: judgement }", "reversal_hazard.beta, beta, is 0, but it must be above 0. Write 'value: …' for a number known exactly.")]
    [InlineData("  trade_elasticity: { beta: ▸[2, 3], source: judgement }", "trade_elasticity.beta: 100 % of the draws would lie outside 1 to 15, the range of trade_elasticity. Add low and high, or choose less spread.")]
    [InlineData("  trade_elasticity: { value: ▸400 %, source: judgement }", "trade_elasticity is '400 %', but this number is not a fraction: write it without the % sign.")]
    [InlineData("  reversal_hazard: { discrete: { values: [0.1, 0.2], weights: ▸[1] }, source: judgement }", "reversal_hazard.discrete has 2 values but 1 weights. Give each value one weight.")]
    [InlineData("  reversal_hazard: { discrete: { values: [0.1, ▸2], weights: [1, 1] }, source: judgement }", "an entry of reversal_hazard.discrete.values is 2, but it must lie between 0 and 1. For 2 per cent write 2 %.")]
    [InlineData("  reversal_hazard: { discrete: { values: [0.1, 0.2], weights: [1, ▸-1] }, source: judgement }", "an entry of reversal_hazard.discrete.weights is -1, but a weight cannot be negative.")]
    [InlineData("  reversal_hazard: { discrete: { values: [0.1], weights: ▸[0] }, source: judgement }", "reversal_hazard.discrete: the weights must sum to more than 0.")]
    [InlineData("  reversal_hazard: { discrete: ▸[0.1], source: judgement }", "reversal_hazard.discrete must have values and weights, not a list. Write for example 'discrete: { values: [0.05, 0.25], weights: [2, 1] }'.")]
    public void A_wrong_assumption_is_told_at_its_place(string line, string problem) =>
        SmallWorld.Error(SmallWorld.WithLine(13, line.Replace("▸", "", StringComparison.Ordinal))).ShouldBe($"{At}, line 13, column {line.IndexOf('▸', StringComparison.Ordinal) + 1}: {problem}");

    [Fact]
    public void Assumptions_must_be_a_group() =>
        SmallWorld.Error(SmallWorld.WithLine(12, "assumptions:").Replace("  reversal_hazard:", "  - reversal_hazard:", StringComparison.Ordinal))
            .ShouldBe($"{At}, line 13, column 3: assumptions must be a group of names, not a list. Leave the key out to take every default.");

    [Fact]
    public void The_same_assumption_twice_is_refused() =>
        SmallWorld.Error(SmallWorld.WithLine(14, "  reversal_hazard: { value: 0.1, source: judgement }")).ShouldBe($"{At}, line 14, column 3: the key 'reversal_hazard' was given before, in line 13. Keep one of the two.");
}
