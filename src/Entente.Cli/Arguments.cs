using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Entente.Models.Strategy.Runs;

namespace Entente.Cli;

/// <summary>Makers of the arguments and options of the verbs: each reads its text in one culture and says in words what it expects.</summary>
internal static class Arguments
{
    /// <summary>A text that must be given.</summary>
    public static Argument<string> Text(string name, string description) => new(name) { Description = description, HelpName = name };

    /// <summary>A text that may be given.</summary>
    public static Option<string?> Text(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName };

    /// <summary>A calendar year that may be given.</summary>
    public static Option<int?> Year(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YEAR",
        CustomParser = result => (int?)Whole(result, name, 1816, 2100, "a calendar year"),
    };

    /// <summary>A whole number that may be given.</summary>
    public static Option<int?> Count(string name, string description, int low, int high) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => (int?)Whole(result, name, low, high, "a whole number"),
    };

    /// <summary>A number of draws, or a range of draws of a run, that may be given.</summary>
    public static Option<DrawsAsked?> Draws(string name, string description, int low, int high) => new(name)
    {
        Description = description,
        HelpName = "N|FROM..TO",
        CustomParser = result =>
        {
            if (!result.Tokens[^1].Value.Contains("..", StringComparison.Ordinal)) return Whole(result, name, low, high, "a whole number") is { } count ? new DrawsAsked((int)count, null) : null;
            try
            {
                return new DrawsAsked(null, DrawRange.Parse(result.Tokens[^1].Value));
            }
            catch (World.InvalidInputException problem)
            {
                result.AddError(problem.Message);
                return null;
            }
        },
    };

    /// <summary>A seed that may be given.</summary>
    public static Option<ulong?> Seed(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Seed(result, name),
    };

    private static long? Whole(ArgumentResult result, string name, long low, long high, string what)
    {
        var text = result.Tokens[^1].Value;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= low && value <= high) return value;
        result.AddError($"{name} needs {what} from {low} to {high}, not '{text}'");
        return null;
    }

    private static ulong? Seed(ArgumentResult result, string name)
    {
        var text = result.Tokens[^1].Value;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
        result.AddError($"{name} needs a whole number from 0 to {ulong.MaxValue}, not '{text}'");
        return null;
    }
}

/// <summary>Draws as they are asked for.</summary>
/// <param name="Count">How many in all, or <see langword="null"/>.</param>
/// <param name="Range">Which of a run, or <see langword="null"/>.</param>
internal sealed record DrawsAsked(int? Count, DrawRange? Range);
