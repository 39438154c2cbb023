namespace Entente.Models.Security.Hedging;

/// <summary>What an ally does about its security.</summary>
public enum AllyResponse
{
    /// <summary>Relies on the patron as before.</summary>
    Rely,

    /// <summary>Arms itself with conventional forces.</summary>
    Arm,

    /// <summary>Seeks nuclear weapons.</summary>
    Nuclear,

    /// <summary>Accommodates the rival.</summary>
    Accommodate,

    /// <summary>Accommodates the rival and seeks nuclear weapons.</summary>
    Both,
}

/// <summary>Probabilities of the five responses with what they rest on; NaN throughout where the ally's threat is missing.</summary>
/// <param name="Credibility">Index of the guarantee, 0 to 1.</param>
/// <param name="Defended">Chance of being defended.</param>
/// <param name="Rely">Probability.</param>
/// <param name="Arm">Probability.</param>
/// <param name="Nuclear">Probability.</param>
/// <param name="Accommodate">Probability.</param>
/// <param name="Both">Probability.</param>
public readonly record struct AllyOutcome(double Credibility, double Defended, double Rely, double Arm, double Nuclear, double Accommodate, double Both)
{
    /// <summary>Probability of a response.</summary>
    /// <param name="response">Which.</param>
    public double this[AllyResponse response] => response switch
    {
        AllyResponse.Rely => Rely,
        AllyResponse.Arm => Arm,
        AllyResponse.Nuclear => Nuclear,
        AllyResponse.Accommodate => Accommodate,
        _ => Both,
    };
}

/// <summary>
/// Multinomial logit (McFadden 1974) over five responses with V(rely) = 0 and V(both) = V(nuclear) + V(accommodate) + κ: p_j = e^V_j / Σ e^V. Independence of irrelevant alternatives holds:
/// odds of two responses do not depend on a third.
/// </summary>
public static class ResponseChoice
{
    /// <summary>Probabilities.</summary>
    /// <param name="arm">V(arm).</param>
    /// <param name="nuclear">V(nuclear); −∞ closes both nuclear responses.</param>
    /// <param name="accommodate">V(accommodate).</param>
    /// <param name="interaction">κ.</param>
    /// <param name="probabilities">Where they go, in the order of <see cref="AllyResponse"/>.</param>
    public static void Probabilities(double arm, double nuclear, double accommodate, double interaction, Span<double> probabilities)
    {
        (probabilities[0], probabilities[1], probabilities[2], probabilities[3], probabilities[4]) = (0, arm, nuclear, accommodate, nuclear + accommodate + interaction);
        var (largest, sum) = (Math.Max(0, Math.Max(Math.Max(arm, nuclear), Math.Max(accommodate, probabilities[4]))), 0.0);
        for (var j = 0; j < 5; j++) sum += probabilities[j] = Math.Exp(probabilities[j] - largest);
        for (var j = 0; j < 5; j++) probabilities[j] /= sum;
    }

    /// <summary>V(nuclear) at which the two nuclear responses together have a given probability: e^V (1 + e^{V(accommodate) + κ}) = (1 + e^V(arm) + e^V(accommodate)) q / (1 − q).</summary>
    /// <param name="q">Probability of the two together, 0 to below 1.</param>
    /// <param name="arm">V(arm).</param>
    /// <param name="accommodate">V(accommodate).</param>
    /// <param name="interaction">κ.</param>
    public static double NuclearAnchor(double q, double arm, double accommodate, double interaction) =>
        q <= 0 ? double.NegativeInfinity
        : Math.Log((1 + Math.Exp(arm) + Math.Exp(accommodate)) * q / (1 - q)) - Math.Log(1 + Math.Exp(accommodate + interaction));
}
