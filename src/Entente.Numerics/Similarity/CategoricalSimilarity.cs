namespace Entente.Numerics.Similarity;

/// <summary>
/// How alike two states are by the k × k table of what they chose: cell (i, j) holds how often (or with what weight) the first chose category i while the second chose j. Rows are the first state's, row by row.
/// A table without content gives NaN, and so does a chance-corrected index where chance alone leaves no disagreement (both states always chose the same single category): undefined, never 1.
/// </summary>
public static class CategoricalSimilarity
{
    /// <summary>Share of the table on its diagonal.</summary>
    /// <param name="table">k × k cells, none negative.</param>
    /// <param name="categories">k, at least 2.</param>
    /// <returns>0 to 1; NaN for an empty table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The table is not k × k.</exception>
    public static double Identical(ReadOnlySpan<double> table, int categories) => 1 - (Disagreement(table, categories, DisagreementWeights.Nominal) / Total(table));

    /// <summary>Agreement with graded credit: 1 − |i − j| / (k − 1), averaged; for votes 1, ½ and 0 (Lijphart 1963; Voeten 2013).</summary>
    /// <inheritdoc cref="Identical" path="/param|/returns|/exception"/>
    public static double Agreement(ReadOnlySpan<double> table, int categories) => 1 - (Disagreement(table, categories, DisagreementWeights.Linear) / (categories - 1) / Total(table));

    /// <summary>S with the possible range k − 1 as largest distance: 1 − 2 · mean (|i − j| / (k − 1))^m (Signorino and Ritter 1999, International Studies Quarterly 43:115).</summary>
    /// <param name="table">k × k cells, none negative.</param>
    /// <param name="categories">k, at least 2.</param>
    /// <param name="squared">Squared distances (m = 2) instead of absolute ones (m = 1).</param>
    /// <returns>−1 to 1; NaN for an empty table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The table is not k × k.</exception>
    public static double S(ReadOnlySpan<double> table, int categories, bool squared = false)
    {
        double range = categories - 1;
        return squared
            ? 1 - (2 * Disagreement(table, categories, DisagreementWeights.Quadratic) / (range * range) / Total(table))
            : 1 - (2 * Disagreement(table, categories, DisagreementWeights.Linear) / range / Total(table));
    }

    /// <summary>Cohen's kappa: 1 − D_o / D_e, with the disagreement expected from each state's own marginals (Cohen 1960, 1968; disagreement form of Häge 2011).</summary>
    /// <param name="table">k × k cells, none negative.</param>
    /// <param name="categories">k, at least 2.</param>
    /// <param name="weights">Weights of disagreement.</param>
    /// <returns>At most 1; NaN where D_e is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The table is not k × k.</exception>
    public static double CohenKappa(ReadOnlySpan<double> table, int categories, DisagreementWeights weights)
    {
        var observed = Disagreement(table, categories, weights);
        var expected = 0.0;
        for (var i = 0; i < categories; i++)
        {
            var row = Row(table, categories, i);
            for (var j = 0; j < categories; j++) expected += Weight(i, j, weights) * row * Column(table, categories, j);
        }

        return 1 - (observed * Total(table) / expected);
    }

    /// <summary>Scott's pi: 1 − D_o / D_e, with the disagreement expected where both states draw from the mean of their marginals (Scott 1955; disagreement form of Häge 2011).</summary>
    /// <inheritdoc cref="CohenKappa" path="/param|/returns|/exception"/>
    public static double ScottPi(ReadOnlySpan<double> table, int categories, DisagreementWeights weights)
    {
        var observed = Disagreement(table, categories, weights);
        var expected = 0.0;
        for (var i = 0; i < categories; i++)
        {
            var first = Row(table, categories, i) + Column(table, categories, i);
            for (var j = 0; j < categories; j++) expected += Weight(i, j, weights) * first * (Row(table, categories, j) + Column(table, categories, j));
        }

        return 1 - (4 * observed * Total(table) / expected);
    }

    /// <summary>Kendall's tau-b: concordant less discordant pairs of targets, over the geometric mean of the pairs that either state tells apart (Kendall 1945, Biometrika 33:239).</summary>
    /// <param name="table">k × k cells, none negative.</param>
    /// <param name="categories">k, at least 2.</param>
    /// <returns>−1 to 1; NaN where one of the two always chose the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The table is not k × k.</exception>
    public static double TauB(ReadOnlySpan<double> table, int categories)
    {
        Check(table, categories);
        var surplus = 0.0;
        for (var i = 0; i < categories; i++)
        {
            for (var j = 0; j < categories; j++)
            {
                var (above, below) = (0.0, 0.0);
                for (var k = i + 1; k < categories; k++)
                {
                    for (var l = 0; l < categories; l++)
                    {
                        if (l > j) above += table[(k * categories) + l];
                        else if (l < j) below += table[(k * categories) + l];
                    }
                }

                surplus += table[(i * categories) + j] * (above - below);
            }
        }

        var (rows, columns) = (0.0, 0.0);
        for (var i = 0; i < categories; i++)
        {
            for (var j = i + 1; j < categories; j++)
            {
                rows += Row(table, categories, i) * Row(table, categories, j);
                columns += Column(table, categories, i) * Column(table, categories, j);
            }
        }

        return surplus / Math.Sqrt(rows * columns);
    }

    private static double Disagreement(ReadOnlySpan<double> table, int categories, DisagreementWeights weights)
    {
        Check(table, categories);
        var sum = 0.0;
        for (var i = 0; i < categories; i++)
        {
            for (var j = 0; j < categories; j++) sum += Weight(i, j, weights) * table[(i * categories) + j];
        }

        return sum;
    }

    private static double Weight(int i, int j, DisagreementWeights weights) => weights switch
    {
        DisagreementWeights.Nominal => i == j ? 0 : 1,
        DisagreementWeights.Linear => Math.Abs(i - j),
        DisagreementWeights.Quadratic => (i - j) * (i - j),
        _ => throw new ArgumentOutOfRangeException(nameof(weights), weights, "No such weights."),
    };

    private static double Total(ReadOnlySpan<double> table)
    {
        var sum = 0.0;
        foreach (var cell in table) sum += cell;
        return sum;
    }

    private static double Row(ReadOnlySpan<double> table, int categories, int row)
    {
        var sum = 0.0;
        for (var j = 0; j < categories; j++) sum += table[(row * categories) + j];
        return sum;
    }

    private static double Column(ReadOnlySpan<double> table, int categories, int column)
    {
        var sum = 0.0;
        for (var i = 0; i < categories; i++) sum += table[(i * categories) + column];
        return sum;
    }

    private static void Check(ReadOnlySpan<double> table, int categories)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 2);
        if (table.Length != categories * categories) throw new ArgumentOutOfRangeException(nameof(table), table.Length, $"A table of {categories} categories has {categories * categories} cells.");
    }
}
