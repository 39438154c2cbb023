using System.Collections.Immutable;

namespace Entente.Models.Security.Hazards;

/// <summary>What experts believe, shown beside the estimate and mixed into nothing.</summary>
/// <param name="Statement">The belief in words.</param>
/// <param name="PerYear">As a yearly probability; where a span was asked for, the constant yearly rate that gives it.</param>
/// <param name="UnitedStatesRussiaOnly">Whether it is about that pair alone.</param>
/// <param name="Source">Who said so, when.</param>
public sealed record ExpertPrior(string Statement, double PerYear, bool UnitedStatesRussiaOnly, string Source);

/// <summary>Published expert beliefs about nuclear war.</summary>
public static class ExpertPriors
{
    /// <summary>All of them; they concern nuclear war in the whole world unless said otherwise, hence are no rates of a single pair.</summary>
    public static ImmutableArray<ExpertPrior> All { get; } =
    [
        new("nuclear catastrophe (10 million dead or more) by 2045: experts 5 %", Yearly(.05, 21), false, "Forecasting Research Institute 2024"),
        new("nuclear catastrophe (10 million dead or more) by 2045: superforecasters 1 %", Yearly(.01, 21), false, "Forecasting Research Institute 2024"),
        new("any nuclear war, per year: 1.1 %", .011, false, "Rodriguez 2019, aggregate of published estimates"),
        new("nuclear war of the United States and Russia, per year: 0.38 %", .0038, true, "Rodriguez 2019, aggregate of published estimates"),
    ];

    private static double Yearly(double probability, int years) => 1 - Math.Pow(1 - probability, 1.0 / years);
}
