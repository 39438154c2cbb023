using Entente.Numerics.Similarity;
using Entente.World;

namespace Entente.Cli.Reports.Alignment;

/// <summary>A measure that <c>align --measure</c> can show.</summary>
/// <param name="Key">What the user writes.</param>
/// <param name="Name">What the page calls it.</param>
/// <param name="TakesWeights">Whether --weights (of disagreement) applies.</param>
/// <param name="TakesTargetWeight">Whether --weight (of targets) applies, on alliances.</param>
/// <param name="Signed">Whether it runs from −1 to 1 instead of 0 to 1.</param>
/// <param name="Of">The measure under given weights.</param>
/// <param name="Explained">One sentence for the foot of the page.</param>
internal sealed record AlignMeasure(string Key, string Name, bool TakesWeights, bool TakesTargetWeight, bool Signed, Func<DisagreementWeights, SimilarityMeasure> Of, string Explained);

/// <summary>The measures of <c>align</c>: the one place that lists them.</summary>
internal static class AlignMeasures
{
    /// <summary>All measures, the default first.</summary>
    public static readonly AlignMeasure[] All =
    [
        new("agreement", "agreement", false, false, false, _ => SimilarityMeasure.Agreement, "Agreement counts 1 for the same choice, 0 for the opposite end and a part for what lies between (½ where one of two abstained)."),
        new("identical", "identical", false, false, false, _ => SimilarityMeasure.Identical, "The share of choices that are the same."),
        new("s", "S", false, true, true, _ => SimilarityMeasure.SAbsolute, "S is 1 for the same choices, −1 for opposite ends throughout (Signorino and Ritter 1999, absolute distances)."),
        new("s-squared", "S (squared)", false, true, true, _ => SimilarityMeasure.SSquared, "S is 1 for the same choices, −1 for opposite ends throughout (Signorino and Ritter 1999, squared distances)."),
        new("kappa", "Cohen's kappa", true, false, true, Kappa, "Kappa is 1 for the same choices and 0 for what chance would give with each side's own habits (Cohen 1960; Häge 2011); undefined where both always chose one and the same."),
        new("pi", "Scott's pi", true, false, true, Pi, "Pi is 1 for the same choices and 0 for what chance would give with the habits of both taken together (Scott 1955; Häge 2011); undefined where both always chose one and the same."),
        new("tau-b", "Kendall's tau-b", false, false, true, _ => SimilarityMeasure.TauB, "Tau-b compares orders, not levels (Kendall 1945); undefined where one of the two always chose the same."),
    ];

    /// <summary>The measure of a name.</summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public static AlignMeasure Parse(string name) => Array.Find(All, measure => string.Equals(measure.Key, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidInputException($"--measure knows no '{name}'; it takes {string.Join(", ", All.Select(measure => measure.Key))} or points.");

    /// <summary>The weights of a name; quadratic where none is given.</summary>
    /// <exception cref="InvalidInputException">There are none of the name, or the measure takes none.</exception>
    public static DisagreementWeights Weights(string? name, AlignMeasure measure)
    {
        if (name is null) return DisagreementWeights.Quadratic;
        if (!measure.TakesWeights) throw new InvalidInputException($"--weights applies to kappa and pi, not to {measure.Key}; leave it out{(measure.TakesTargetWeight ? ", or weigh the targets of alliances with --weight" : string.Empty)}.");
        return name.ToLowerInvariant() switch
        {
            "nominal" => DisagreementWeights.Nominal,
            "linear" => DisagreementWeights.Linear,
            "quadratic" => DisagreementWeights.Quadratic,
            _ => throw new InvalidInputException($"--weights knows no '{name}'; it takes nominal, linear or quadratic."),
        };
    }

    private static SimilarityMeasure Kappa(DisagreementWeights weights) => SimilarityMeasure.KappaNominal + (int)weights;

    private static SimilarityMeasure Pi(DisagreementWeights weights) => SimilarityMeasure.PiNominal + (int)weights;
}
