using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.World;
using Entente.World.Security;

namespace Entente.Models.Security.Guarantees;

/// <summary>Reads the aspects of a patron's guarantees from what is held. A missing aspect stays missing.</summary>
public static class GuaranteeReader
{
    /// <summary>State id of Taiwan.</summary>
    public const int Taiwan = 713;

    /// <summary>State id of the United States.</summary>
    public const int UnitedStates = 2;

    /// <summary>Sources of the aspects.</summary>
    public static ImmutableArray<string> Sources { get; } = ["atop", "alliance-supplement", "us-troops", "sipri-arms", "unga-votes", "pew"];

    // A treaty to defend without consultation is worth four fifths of one with it; the de facto tie of Taiwan two fifths (judgement).
    private const double DefenceWorth = .8;
    private const double ConsultationWorth = .2;
    private const double DeFactoWorth = .4;
    private const double TroopDecades = 5;
    private const int OpinionYears = 12;
    private const int WindowLength = 5;

    /// <summary>States with a defence pact of the patron in a year, by name; Taiwan among those of the United States from 1980.</summary>
    /// <param name="world">The world.</param>
    /// <param name="patron">State id.</param>
    /// <param name="year">Calendar year.</param>
    public static ImmutableArray<int> Allies(WorldEdition world, int patron, int year)
    {
        var allies = DefencePacts.Partners(world, patron, year);
        if (patron == UnitedStates && year >= 1980 && allies.Count > 0) allies.Add(Taiwan);
        return [.. allies.OrderBy(id => world.States[id].Name, StringComparer.Ordinal)];
    }

    /// <summary>Reads profiles.</summary>
    /// <param name="world">The world.</param>
    /// <param name="patron">State id.</param>
    /// <param name="allies">State ids.</param>
    /// <param name="year">Calendar year; each figure is the last at or before it.</param>
    public static ImmutableArray<GuaranteeProfile> Read(WorldEdition world, int patron, IReadOnlyList<int> allies, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(allies);
        var pacts = world.Alliances.Where(spell => spell.A == patron && spell.FromYear <= year && spell.ToYear >= year).ToLookup(spell => spell.B);
        var troops = patron == UnitedStates ? world.TroopsAbroad.Where(row => row.Year <= year).ToLookup(row => row.Host) : null;
        var windows = world.ArmsShares.Select(share => share.Window).Distinct().Where(window => window + WindowLength - 1 <= year).OrderDescending().Take(2).ToArray();
        var arms = world.ArmsShares.Where(share => windows.Contains(share.Window)).ToLookup(share => share.Recipient);
        var opinion = world.Opinion.Where(row => row.About == patron && row.Year <= year && row.Year > year - OpinionYears).ToLookup(row => row.Respondents);
        return
        [
            .. allies.Select(id =>
            {
                var treaty = pacts[id].ToList();
                var taiwan = patron == UnitedStates && id == Taiwan && year >= 1980 && treaty.Count == 0;
                return new GuaranteeProfile(
                    id, world.States[id].Name, treaty.Exists(spell => spell.Defense),
                    taiwan ? "no treaty since 1980; the Taiwan Relations Act of 1979 provides arms and calls coercion a grave concern, it does not promise defence" : null,
                    [Obligation(treaty, taiwan, year), Troops(troops, id), Arms(arms[id].ToList(), patron, windows), Votes(world, patron, id, year), Opinion(opinion[id].MaxBy(row => row.Year))]);
            }),
        ];
    }

    private static GuaranteeComponent Obligation(List<AllianceSpell> treaty, bool taiwan, int year)
    {
        if (taiwan) return new GuaranteeComponent(GuaranteeAspect.Obligation, DeFactoWorth, "Taiwan Relations Act, de facto", year, "judgement");
        if (treaty.Count == 0) return new GuaranteeComponent(GuaranteeAspect.Obligation, 0, "no obligation held", year, "atop");
        var (defence, consultation) = (treaty.Exists(spell => spell.Defense), treaty.Exists(spell => spell.Consultation));
        var words = (defence, consultation) switch { (true, true) => "defence and consultation", (true, false) => "defence", (false, true) => "consultation alone", _ => "neither defence nor consultation" };
        var source = treaty[^1].Source;
        return new GuaranteeComponent(
            GuaranteeAspect.Obligation, (defence ? DefenceWorth : 0) + (consultation ? ConsultationWorth : 0), words, year, source.StartsWith("atop", StringComparison.Ordinal) ? "atop" : "alliance-supplement");
    }

    private static GuaranteeComponent Troops(ILookup<int, TroopPresence>? troops, int id)
    {
        if (troops?[id].MaxBy(row => row.Year) is not { } row) return new GuaranteeComponent(GuaranteeAspect.Troops, double.NaN, troops is null ? "held for the United States alone" : "no row", 0, "us-troops");
        return new GuaranteeComponent(
            GuaranteeAspect.Troops, Math.Min(1, Math.Log10(1 + row.Personnel) / TroopDecades), string.Create(CultureInfo.InvariantCulture, $"{row.Personnel:N0} persons"), row.Year, "us-troops");
    }

    private static GuaranteeComponent Arms(List<ArmsShare> received, int patron, int[] windows)
    {
        var shares = windows.Where(window => received.Exists(share => share.Window == window))
            .Select(window => received.Find(share => share.Window == window && share.Supplier == patron)?.Share ?? 0).ToList();
        return shares.Count == 0
            ? new GuaranteeComponent(GuaranteeAspect.Arms, double.NaN, "no major arms received", 0, "sipri-arms")
            : new GuaranteeComponent(GuaranteeAspect.Arms, shares.Average(), string.Create(CultureInfo.InvariantCulture, $"{shares.Average():0 %} of its major arms, {windows[^1]}–{windows[0] + WindowLength - 1}"), windows[0] + WindowLength - 1, "sipri-arms");
    }

    private static GuaranteeComponent Votes(WorldEdition world, int patron, int id, int year)
    {
        var (mean, last) = MeanAgreement(world, patron, id, year);
        return double.IsNaN(mean)
            ? new GuaranteeComponent(GuaranteeAspect.Votes, double.NaN, "no common votes", 0, "unga-votes")
            : new GuaranteeComponent(GuaranteeAspect.Votes, mean, "agreement, three years with votes", last, "unga-votes");
    }

    private static GuaranteeComponent Opinion(OpinionFigure? row) => row is null
        ? new GuaranteeComponent(GuaranteeAspect.Opinion, double.NaN, "not asked", 0, "pew")
        : new GuaranteeComponent(GuaranteeAspect.Opinion, row.Favourable, string.Create(CultureInfo.InvariantCulture, $"{row.Favourable:0 %} favourable"), row.Year, "pew");

    /// <summary>Mean agreement with half credit over the last three years with ten or more common votes, not more than ten years back; NaN without any.</summary>
    internal static (double Mean, int Last) MeanAgreement(WorldEdition world, int a, int b, int year)
    {
        var (sum, years, last) = (0.0, 0, 0);
        for (var y = year; y > year - 10 && years < 3; y--)
        {
            var (agreement, common) = VoteAgreement.Plain(world.Votes, a, b, y);
            if (common < 10) continue;
            (sum, last) = (sum + agreement, Math.Max(last, y));
            years++;
        }

        return years == 0 ? (double.NaN, 0) : (sum / years, last);
    }
}
