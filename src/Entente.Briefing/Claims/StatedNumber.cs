using System.Globalization;
using System.Text.RegularExpressions;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Briefing.Claims;

/// <summary>A number as a text states it, in the scale of a figure, with half a unit of its last digit.</summary>
/// <param name="Value">The value.</param>
/// <param name="Half">Half a unit of the last digit; 0 for a fraction in words, whose precision nobody can tell.</param>
internal readonly record struct StatedNumber(double Value, double Half)
{
    /// <summary>Reads "46.5 %", "$1.4 tn", "35,000", "two thirds".</summary>
    /// <param name="text">The number with its unit.</param>
    /// <param name="unit">Unit of the figure.</param>
    /// <exception cref="InvalidInputException">It is no number, or of another unit.</exception>
    public static StatedNumber Read(string text, Unit unit) => NumberWords.Read(text, unit);
}

/// <summary>Reads numbers as they stand in sentences.</summary>
internal static partial class NumberWords
{
    private const double Thousand = 1e3, Million = 1e6, Billion = 1e9, Trillion = 1e12;

    private static readonly Dictionary<string, double> Fractions = new(StringComparer.Ordinal)
    {
        ["half"] = .5,
        ["a half"] = .5,
        ["one half"] = .5,
        ["a third"] = 1.0 / 3,
        ["one third"] = 1.0 / 3,
        ["two thirds"] = 2.0 / 3,
        ["a quarter"] = .25,
        ["one quarter"] = .25,
        ["three quarters"] = .75,
        ["a fifth"] = .2,
        ["one fifth"] = .2,
        ["two fifths"] = .4,
        ["three fifths"] = .6,
        ["four fifths"] = .8,
        ["a sixth"] = 1.0 / 6,
        ["a tenth"] = .1,
        ["one tenth"] = .1,
        ["nine tenths"] = .9,
    };

    private static readonly string[] Cardinals = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static StatedNumber Read(string text, Unit unit)
    {
        var typed = text.Trim().ToLowerInvariant().Replace('-', ' ').Trim();
        var isFraction = unit is Unit.Share or Unit.Probability or Unit.RelativeChange;
        if (isFraction && Fractions.TryGetValue(typed, out var fraction)) return new StatedNumber(fraction, 0);
        if (!isFraction && Array.IndexOf(Cardinals, typed) is >= 0 and var cardinal) return new StatedNumber(cardinal, .5);
        var match = Number().Match(text.Trim());
        if (!match.Success)
        {
            throw new InvalidInputException(Comma().IsMatch(text) ? $"'{text}': decimals are written with a point, and thousands as 35,000" : $"'{text}' is no number that can be read here; write for example {Example(unit)}");
        }

        var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        var value = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture) * (match.Groups["sign"].Value is "-" or "−" ? -1 : 1);
        var half = Half(digits);
        var (isDollar, isPercent, ending) = (match.Groups["dollar"].Success, match.Groups["percent"].Success, match.Groups["ending"].Value.ToLowerInvariant());
        isDollar |= ending is "dollars" or "usd";
        var scale = match.Groups["scale"].Value.ToLowerInvariant() switch { "k" or "thousand" => Thousand, "m" or "mn" or "million" => Million, "bn" or "billion" => Billion, "tn" or "trillion" => Trillion, _ => 1 };
        double factor;
        if (isFraction)
        {
            if (isDollar || scale != 1 || ending.Length > 0) throw Wrong(text, unit);
            if (!isPercent && Math.Abs(value) > 1) throw new InvalidInputException($"'{text}' is said of a share: write {text.Trim()} %");
            factor = isPercent ? .01 : 1;
        }
        else if (isPercent)
        {
            throw Wrong(text, unit);
        }
        else if (unit == Unit.BillionUsd)
        {
            if (scale == 1 && value < Million) throw new InvalidInputException($"'{text}' is said of a sum of money: write its scale, for example $1.4 tn, $892 bn or 350 million dollars");
            factor = scale / Billion;
        }
        else
        {
            if (isDollar && unit is not (Unit.UsdPerMmbtu or Unit.Number)) throw Wrong(text, unit);
            if (unit == Unit.BillionCubicMetres && scale is not (1 or Billion)) throw Wrong(text, unit);
            factor = unit == Unit.BillionCubicMetres ? 1 : scale;
        }

        return new StatedNumber(value * factor, half * factor);
    }

    /// <summary>Half a unit of the last digit. Zeros at the end of whole numbers of a thousand or more say how large a number is, not how exact: 35,000 is to the nearest thousand.</summary>
    private static double Half(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0) return .5 * Math.Pow(10, -(digits.Length - point - 1));
        var zeros = digits.Length >= 4 ? digits.Length - digits.TrimEnd('0').Length : 0;
        return .5 * Math.Pow(10, Math.Min(zeros, digits.Length - 1));
    }

    private static InvalidInputException Wrong(string text, Unit unit) => new($"'{text}' cannot be said of this figure, which is in {Words(unit)}; write for example {Example(unit)}");

    private static string Words(Unit unit) => unit switch { Unit.Number => "plain numbers", Unit.Count => "whole numbers", Unit.Rank => "ranks", _ => Numbers.Words(unit) };

    private static string Example(Unit unit) => unit switch
    {
        Unit.Share or Unit.Probability or Unit.RelativeChange => "46.5 %, half or two thirds",
        Unit.BillionUsd => "$1.4 tn or $892 bn",
        Unit.BillionCubicMetres => "155 bcm",
        Unit.Count => "18, 35,000 or 143 million",
        Unit.Rank => "the largest or 3",
        _ => "0.48",
    };

    [GeneratedRegex(@"^(?<sign>[+\-−])?\s*(?<dollar>US\$|\$)?\s*(?<digits>\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?|\.\d+)\s*(?<scale>k|thousand|mn|m|million|bn|billion|tn|trillion)?\s*((?<percent>%|per\s?cent|percent)|(?<ending>bcm|dollars|usd|people|inhabitants|states|votes|soldiers|troops|cubic metres))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\D*\d+,\d{1,2}(\D|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comma();
}
