using System.Globalization;

namespace Entente.Models.Strategy.Discovery;

/// <summary>Says a bound of an assumption as a clause with its number, so that conditions read as sentences.</summary>
internal static class AssumptionPhrases
{
    private enum Form
    {
        Percent,
        PerMille,
        Plain,
    }

    // {0} is the bound; D, T and P are put in for divider, target and partner. "more"/"less" follow the direction.
    private static readonly Dictionary<string, (string Text, Form Form)> Phrases = new(StringComparer.Ordinal)
    {
        ["trade_elasticity"] = ("the trade elasticity is {0}", Form.Plain),
        ["sanctions_effect_factor"] = ("sanctions account for {0} of the measured fall of trade", Form.Percent),
        ["relief_uptake"] = ("firms make use of {0} of the relief", Form.Percent),
        ["others_take_part"] = ("the others who may join do {0} of the same", Form.Percent),
        ["fade_in_years"] = ("trade takes {0} years to return", Form.Plain),
        ["multi_sector_factor"] = ("links between sectors multiply gains and losses by {0}", Form.Plain),
        ["partner_trade_cut"] = ("[P] answers by cutting trade by {0} log points", Form.Plain),
        ["partner_counterbid"] = ("[P] can add {0} of what its trade is worth to [T]", Form.Percent),
        ["reversal_hazard"] = ("the promise of [D] is reversed in {0} of years", Form.Percent),
        ["partner_reversal_hazard"] = ("[P] withdraws what it gives in {0} of years", Form.Percent),
        ["discount_factor"] = ("[T] values next year at {0} of this one", Form.Percent),
        ["reneging_loss"] = ("a broken promise costs [T] {0} of a year's income", Form.Percent),
        ["security_weight"] = ("[T] values the end of a threat at {0} times its military burden", Form.Plain),
        ["threat_relief"] = ("the security moves take away {0} of the threat from [D]", Form.Percent),
        ["partner_threat_awakened"] = ("leaving makes {0} of the latent threat from [P] actual", Form.Percent),
        ["switching_cost"] = ("changing sides costs [T] {0} of a year's income", Form.Percent),
        ["decision_noise"] = ("choices err by {0} of income", Form.PerMille),
        ["pocketed_share"] = ("[T] keeps {0} of the offer whatever it does", Form.Percent),
        ["partner_value"] = ("keeping [T] is worth {0} of [T]'s income a year to [P]", Form.Percent),
        ["hedging_leniency"] = ("[P] spares a neutral [T] {0} of its answer", Form.Percent),
        ["ally_obstruction"] = ("allies of [D] can undo {0} of the offer", Form.Percent),
        ["ally_friction"] = ("obstructing [D] costs its allies {0} of their income", Form.PerMille),
        ["military_burden_if_missing"] = ("the military burden of [T] is {0} of its income", Form.Percent),
    };

    /// <summary>The clause.</summary>
    /// <param name="name">Name of the assumption.</param>
    /// <param name="lower">Bound below; negative infinity for none.</param>
    /// <param name="upper">Bound above; infinity for none.</param>
    /// <param name="names">Names of divider, target and partner.</param>
    public static string Clause(string name, double lower, double upper, (string Divider, string Target, string Partner) names)
    {
        var (text, form) = Phrases.TryGetValue(name, out var known) ? known : ($"{name.Replace('_', ' ')} is {{0}}", Form.Plain);
        var range = double.IsNegativeInfinity(lower) ? $"less than {Number(upper, form)}"
            : double.IsPositiveInfinity(upper) ? $"more than {Number(lower, form)}"
            : $"between {Number(lower, form)} and {Number(upper, form)}";
        return text.Replace("{0}", range, StringComparison.Ordinal).Replace("[D]", names.Divider, StringComparison.Ordinal)
            .Replace("[T]", names.Target, StringComparison.Ordinal).Replace("[P]", names.Partner, StringComparison.Ordinal);
    }

    private static string Number(double value, Form form) => form switch
    {
        Form.Percent => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.#} %"),
        Form.PerMille => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.##} %"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}"),
    };
}
