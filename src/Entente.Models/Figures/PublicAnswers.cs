using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>What publics think, and where Russians live.</summary>
internal static class PublicAnswers
{
    // Districts west of the Urals by the usual count; the Volga district reaches across the watershed in part.
    private static readonly string[] West = ["Central", "Northwestern", "Southern", "North Caucasian", "Volga"];
    private static readonly string[] Crimea = ["Crimea", "Sevastopol"];

    /// <summary>The view that a public has of a state.</summary>
    public static FigureAnswer Favourability(FigureCall call)
    {
        var (respondents, about, view) = (call.State("respondents"), call.State("about"), call.Choice("view"));
        var rows = call.World.Opinion.Where(row => row.Respondents == respondents.Id && row.About == about.Id).ToList();
        var held = rows.FirstOrDefault(row => row.Year == call.Year());
        var value = view == "favourable" ? held?.Favourable : held?.Unfavourable;
        return held is null || value is not { } share || double.IsNaN(share)
            ? call.MissingYear($"view of {about.Name} among respondents in {respondents.Name}", rows.Select(row => row.Year))
            : call.Answer(call.Figure(
                $"{view} view of {about.Name} in {respondents.Name} in {held.Year}", share,
                new Provenance(["pew"], FormattableString.Invariant($"weighted share of respondents, {held.Year}"), Coverage.Of(FormattableString.Invariant($"{held.Interviews} interviews; shares are held rounded to whole per cent")))));
    }

    /// <summary>The share of Russia's people in its west or east.</summary>
    public static FigureAnswer RussianShare(FigureCall call)
    {
        var wantsWest = call.Choice("part") == "west-of-urals";
        var regions = call.World.RussianRegions.Where(region => !region.Occupied).ToList();
        var label = $"share of Russia's inhabitants {(wantsWest ? "west" : "east")} of the Urals";
        return call.Answer(
            Of(_ => true, "with Crimea"), "with Crimea, without other occupied regions", [new FigureAlternative("without Crimea and Sevastopol", AlternativeStanding.Plain, Of(name => !Crimea.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)), "without Crimea"))]);

        Figure Of(Func<string, bool> counts, string which)
        {
            var counted = regions.Where(region => counts(region.Name)).ToList();
            var (part, all) = (counted.Where(region => West.Contains(region.District) == wantsWest).Sum(region => (long)region.Population), counted.Sum(region => (long)region.Population));
            return call.Figure(label, (double)part / all, new Provenance(
                ["rosstat"], $"inhabitants of the federal districts {string.Join(", ", West)} over all, {which}",
                Coverage.Of(FormattableString.Invariant($"{counted.Count} federal subjects, {all / 1e6:0.0} m inhabitants, figures of different years; {call.World.RussianRegions.Length - regions.Count} occupied Ukrainian regions left out"))));
        }
    }
}
