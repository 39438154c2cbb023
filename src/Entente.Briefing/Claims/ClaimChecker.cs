using System.Collections.Immutable;
using Entente.Models.Figures;
using Entente.World;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Briefing.Claims;

/// <summary>
/// Holds claims against the data. A figure has plain readings, which settle otherwise what the claim leaves open, wider readings, which change what it says, and context, which decides nothing.
/// A claim that holds under every plain reading is supported; so is a stated number that lies among the plain readings, where all of them lie within five per cent of it. One that holds under some plain readings,
/// or under wider ones only, depends on the definition. One that holds under none is contradicted. Where the main figure is missing it cannot be checked.
/// </summary>
public static class ClaimChecker
{
    /// <summary>How far plain readings may lie from a stated number that they enclose, as a part of it.</summary>
    public const double Closeness = .05;

    /// <summary>Checks all claims of a file.</summary>
    /// <param name="world">The world.</param>
    /// <param name="file">The claims.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">A figure cannot be asked for; the sentence names the place in the file.</exception>
    public static ClaimsCheck Check(WorldEdition world, ClaimsFile file, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(file);

        // All wrong requests are told before the first figure is computed.
        foreach (var part in file.Claims.SelectMany(claim => claim.Parts).Where(part => OpenPlaces.Of(part).IsEmpty))
        {
            At(part, () =>
            {
                FigureCatalogue.Check(world, part.Request);
                foreach (var state in part.Comparison.States) _ = world.States.Resolve(state);
                return true;
            });
        }

        var results = ImmutableArray.CreateBuilder<ClaimResult>(file.Claims.Length);
        foreach (var claim in file.Claims)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<PartResult> parts = [.. claim.Parts.Select(part => At(part, () => Check(world, part)))];
            results.Add(new ClaimResult(claim, parts, ClaimVerdicts.Of([.. parts.Select(part => part.Verdict)])));
        }

        string[] sources = [.. results.SelectMany(result => result.Parts).SelectMany(part => part.Readings.SelectMany(reading => reading.Figure.Provenance.Sources)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new ClaimsCheck(file, results.MoveToImmutable(), [.. sources.Select(key => world.Catalog[key])]);
    }

    /// <summary>Checks one part.</summary>
    /// <exception cref="InvalidInputException">Its figure cannot be asked for.</exception>
    public static PartResult Check(WorldEdition world, ClaimPart part)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(part);
        if (OpenPlaces.Of(part) is { IsEmpty: false } open) return OpenPlaces.Result(part, open);
        var answer = FigureCatalogue.Ask(world, part.Request);
        ImmutableArray<State> named = [.. part.Comparison.States.Select(state => world.States.Resolve(state))];
        var main = new ClaimReading(answer.Reading.Length > 0 ? answer.Reading : "as asked", AlternativeStanding.Plain, answer.Figure, answer.Text, answer.States, answer.IsMissing ? null : Holds(part, named, answer.Figure, answer.Text, answer.States));
        ImmutableArray<ClaimReading> readings =
        [
            main,
            .. answer.Alternatives.Select(other => new ClaimReading(
                other.Label, other.Standing, other.Figure, other.Text, other.States,
                other.Standing is AlternativeStanding.Context or AlternativeStanding.Part || (other.Text is null && other.States.IsEmpty && other.Figure.IsMissing) ? null : Holds(part, named, other.Figure, other.Text, other.States))),
        ];
        var (verdict, why) = VerdictWords.Judge(part.Comparison, answer, readings, named);
        return new PartResult(part, answer, readings, verdict, why);
    }

    private static bool Holds(ClaimPart part, ImmutableArray<State> named, Figure figure, string? text, ImmutableArray<State> states)
    {
        var said = part.Comparison;
        switch (said.Kind)
        {
            case ComparisonKind.Includes: return named.All(states.Contains);
            case ComparisonKind.Excludes: return !named.Any(states.Contains);
            case ComparisonKind.ExactList: return named.ToHashSet().SetEquals(states);
            case ComparisonKind.Word when text is not null: return string.Equals(said.Word.Trim(), text, StringComparison.OrdinalIgnoreCase);
            case ComparisonKind.Word: throw new InvalidInputException($"'{said.Wording}' is a word, but {part.Request.Key} answers here with a number; write for example '18' or 'more than 100'");
        }

        if (text is not null) throw new InvalidInputException($"'{said.Wording}' is a number, but {part.Request.Key} answers here in words such as '{text}'; write such words");

        // An estimate cannot be told apart from what its interval holds.
        if (said.Kind == ComparisonKind.Value && figure is { Basis: Basis.Modelled, Interval: { } interval } && said.Stated >= interval.Low && said.Stated <= interval.High) return true;
        return said.Holds(figure.Value);
    }

    private static T At<T>(ClaimPart part, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InvalidInputException problem)
        {
            throw new InvalidInputException($"{part.Place}: {problem.Message}", problem);
        }
    }
}
