using System.Collections.Immutable;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Security;

namespace Entente.Models.Figures;

/// <summary>Alliances, arms, disputes, forces and weapons.</summary>
internal static class SecurityAnswers
{
    private const int WindowLength = 5;

    // Index is the status of the source.
    private static readonly ImmutableArray<string> Statuses = ["none", "considers weapons", "pursues weapons", "has weapons"];

    /// <summary>Whether one state is bound to another by treaty.</summary>
    public static FigureAnswer Alliance(FigureCall call)
    {
        var (a, b, year, obligation) = (call.State("a"), call.State("b"), call.Year(), call.Choice("obligation"));
        var last = call.World.Alliances.IsEmpty ? 0 : call.World.Alliances.Max(spell => spell.ToYear);
        if (year > last) return call.MissingYear("alliance obligations", Enumerable.Range(call.World.Alliances.Min(spell => spell.FromYear), last - call.World.Alliances.Min(spell => spell.FromYear) + 1));
        var label = $"{obligation} obligation of {a.Name} towards {b.Name} in {year}";
        var alternatives = new List<FigureAlternative> { new($"of {b.Name} towards {a.Name}", AlternativeStanding.Context, Figure()) { Text = Word(Spells(b.Id, a.Id, obligation)) } };
        if (obligation != "any") alternatives.Add(new FigureAlternative("any obligation", AlternativeStanding.Wider, Figure()) { Text = Word(Spells(a.Id, b.Id, "any")) });
        return call.Answer(Figure(), obligation, alternatives) with { Text = Word(Spells(a.Id, b.Id, obligation)) };

        List<AllianceSpell> Spells(int from, int to, string which) =>
            [.. call.World.Alliances.Where(spell => spell.A == from && spell.B == to && spell.FromYear <= year && spell.ToYear >= year && Owes(spell, which))];

        Figure Figure()
        {
            var rows = Spells(a.Id, b.Id, obligation);
            var documents = rows.Count == 0 ? "no such obligation is recorded" : string.Join("; ", rows.Select(spell => FormattableString.Invariant($"since {spell.FromYear} ({spell.Source})")));
            return call.Figure(label, double.NaN, new Provenance(["atop", "alliance-supplement"], FormattableString.Invariant($"obligations by treaty of {a.Name} towards {b.Name}, {year}"), Coverage.Of(documents)));
        }

        static string Word(List<AllianceSpell> spells) => spells.Count > 0 ? "yes" : "no";
    }

    private static bool Owes(AllianceSpell spell, string obligation) => obligation switch
    {
        "defence" => spell.Defense,
        "offence" => spell.Offense,
        "neutrality" => spell.Neutrality,
        "non-aggression" => spell.Nonaggression,
        "consultation" => spell.Consultation,
        _ => spell.Defense || spell.Offense || spell.Neutrality || spell.Nonaggression || spell.Consultation,
    };

    /// <summary>A supplier's share of deliveries of major arms in a window of five years.</summary>
    public static FigureAnswer ArmsShare(FigureCall call)
    {
        var (recipient, supplier, isRecipient) = (call.State("recipient"), call.State("supplier"), call.Choice("of") == "recipient");
        var window = call.World.ArmsShares.Select(share => share.Window).Distinct().FirstOrDefault(first => first <= call.Year() && call.Year() < first + WindowLength);
        if (window == 0) return call.MissingYear("deliveries of arms", call.World.ArmsShares.Select(share => share.Window).Distinct().SelectMany(first => Enumerable.Range(first, WindowLength)));
        var rows = call.World.ArmsShares.Where(share => share.Window == window && (isRecipient ? share.Recipient == recipient.Id : share.Supplier == supplier.Id)).ToList();
        if (rows.Count == 0) return call.Missing(FormattableString.Invariant($"No delivery of major arms {(isRecipient ? "to" : "by")} {(isRecipient ? recipient : supplier).Name} is recorded from {window} to {window + WindowLength - 1}, so there is nothing to take a share of."));
        var pair = rows.FirstOrDefault(share => share.Recipient == recipient.Id && share.Supplier == supplier.Id);
        var coverage = pair is null ? $"no delivery of the pair is recorded; {rows.Count} other {(isRecipient ? "suppliers" : "recipients")} are" : $"{rows.Count} {(isRecipient ? "suppliers" : "recipients")} recorded, shares rounded to .001";
        return call.Answer(
            Figure(isRecipient), isRecipient ? $"share of what {recipient.Name} received" : $"share of what {supplier.Name} delivered", pair is null ? [] : [new FigureAlternative(isRecipient ? $"share of what {supplier.Name} delivered" : $"share of what {recipient.Name} received", AlternativeStanding.Context, Figure(!isRecipient))]);

        Figure Figure(bool ofRecipient) => call.Figure(
            ofRecipient ? $"share of {supplier.Name} in major arms delivered to {recipient.Name}, {window}-{window + WindowLength - 1}" : $"share of {recipient.Name} in major arms delivered by {supplier.Name}, {window}-{window + WindowLength - 1}",
            pair is null ? 0 : ofRecipient ? pair.Share : pair.OfSupplier, new Provenance(["sipri-arms"], FormattableString.Invariant($"deliveries by military worth, {window} to {window + WindowLength - 1}"), Coverage.Of(coverage)));
    }

    /// <summary>Militarised disputes begun between two states.</summary>
    public static FigureAnswer Disputes(FigureCall call)
    {
        var (a, b, from, until) = (call.State("a"), call.State("b"), call.Year("from"), call.Year("until"));
        if (from > until) throw new InvalidInputException($"from of dispute-count is {from}, which is after until, {until}; swap them.");
        var (low, high) = (Math.Min(a.Id, b.Id), Math.Max(a.Id, b.Id));
        var (gml, cow) = (Last("gml"), Last("cow"));
        var end = Math.Max(gml, cow);
        if (until > end)
        {
            var held = from > end ? [] : new[] { new FigureAlternative(FormattableString.Invariant($"from {from} to {end}"), AlternativeStanding.Part, FigureCatalogue.Ask(call.World, call.With("until", FigureParameters.Text(end))).Figure) };
            return call.Missing(FormattableString.Invariant($"Militarised disputes are held to {end} only."), held);
        }

        var main = until <= gml ? "gml" : "cow";
        var alternatives = new List<FigureAlternative> { new("of which both were in it from its first day", AlternativeStanding.Wider, Count(main, row => row.Originated)) };
        if (main == "gml") alternatives.Insert(0, new FigureAlternative("as the Correlates of War project codes them", AlternativeStanding.Plain, Count("cow", row => row.Onsets)));
        return call.Answer(Count(main, row => row.Onsets), main == "gml" ? "as Gibler, Miller and Little code them" : "as the Correlates of War project codes them", alternatives);

        int Last(string coding) => call.World.DisputeYears(coding).Max(row => row.Year);

        Figure Count(string coding, Func<DisputeYear, int> which) => call.Figure(
            $"militarised disputes begun between {a.Name} and {b.Name}, {from}-{until}", call.World.DisputeYears(coding).Where(row => row.A == low && row.B == high && row.Year >= from && row.Year <= until).Sum(which),
            new Provenance([coding == "gml" ? "gml-mid" : "cow-mid"], FormattableString.Invariant($"onsets of the pair, {from} to {until}"), Coverage.Of(FormattableString.Invariant($"the coding is held to {Last(coding)}"))));
    }

    /// <summary>American forces in a state.</summary>
    public static FigureAnswer Troops(FigureCall call)
    {
        var host = call.State("host");
        var rows = call.World.TroopsAbroad.Where(row => row.Host == host.Id).ToList();
        return rows.FirstOrDefault(row => row.Year == call.Year()) is not { } held
            ? call.MissingYear($"American forces in {host.Name}", rows.Select(row => row.Year))
            : call.Answer(call.Figure($"American forces in {host.Name} in {held.Year}", held.Personnel, new Provenance(
                ["us-troops"], FormattableString.Invariant($"active-duty persons, {held.Year}"), Coverage.Of(held.Counted > 1 ? FormattableString.Invariant($"the publisher's row counted them {held.Counted} times over, which is mended; rounded to two digits") : "rounded to two digits"))));
    }

    /// <summary>Whether a state has nuclear weapons.</summary>
    public static FigureAnswer Nuclear(FigureCall call)
    {
        var (state, year) = (call.State("state"), call.Year());
        var last = call.World.NuclearStatus.IsEmpty ? 0 : call.World.NuclearStatus.Max(spell => spell.ToYear);
        var first = call.World.NuclearStatus.IsEmpty ? 1 : call.World.NuclearStatus.Min(spell => spell.FromYear);
        if (year > last || year < first) return call.MissingYear("nuclear status", Enumerable.Range(first, Math.Max(0, last - first + 1)));
        var spell = call.World.NuclearStatus.FirstOrDefault(row => row.StateId == state.Id && row.FromYear <= year && row.ToYear >= year);
        var coverage = spell is null ? "no spell of the state is recorded in the year: none" : FormattableString.Invariant($"so from {spell.FromYear} to {spell.ToYear}");
        return call.Answer(call.Figure($"nuclear status of {state.Name} in {year}", spell?.Status ?? 0, new Provenance(["nuclear-status"], FormattableString.Invariant($"coded status, {year}"), Coverage.Of(coverage)))) with { Text = Statuses[spell?.Status ?? 0] };
    }
}
