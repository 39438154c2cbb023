using System.Collections.Immutable;
using Entente.World.Security;

namespace Entente.Models.Panel.Tables;

/// <content>Alliances, disputes, arms, power and distance.</content>
internal static partial class DyadVariables
{
    private const int FirstAtop = 1815;
    private const int LastAtop = 2018;

    private static IEnumerable<(PanelVariable, Func<PanelReader, float[]>)> Security() => [.. Alliances(), .. Conflict(), .. Power(), .. Geography()];

    private static IEnumerable<(PanelVariable, Func<PanelReader, float[]>)> Alliances()
    {
        const PanelBlock Block = PanelBlock.Security;
        ImmutableArray<string> sources = ["atop", "alliance-supplement"];
        const string Note = "ATOP to 2018; after it 1 where the supplement names a treaty and missing elsewhere, never 0";
        yield return Of(Block, "defence_a_b", "1 where a is bound to defend b", "0 or 1", sources, r => Bound(r, spell => spell.Defense, spell => spell.A < spell.B), Note);
        yield return Of(Block, "defence_b_a", "1 where b is bound to defend a", "0 or 1", sources, r => Bound(r, spell => spell.Defense, spell => spell.A > spell.B), Note);
        yield return Of(Block, "defence_pact", "1 where either is bound to defend the other", "0 or 1", sources, r => Bound(r, spell => spell.Defense), Note);
        yield return Of(Block, "offence_pact", "1 where either is bound to join an attack", "0 or 1", sources, r => Bound(r, spell => spell.Offense), Note);
        yield return Of(Block, "neutrality_pact", "1 where either has promised neutrality", "0 or 1", sources, r => Bound(r, spell => spell.Neutrality), Note);
        yield return Of(Block, "nonaggression_pact", "1 where either has promised not to attack", "0 or 1", sources, r => Bound(r, spell => spell.Nonaggression), Note);
        yield return Of(Block, "consultation_pact", "1 where either has promised to consult", "0 or 1", sources, r => Bound(r, spell => spell.Consultation), Note);
        yield return Of(Block, "alliance", "1 where there is any of these", "0 or 1", sources, r => Bound(r, static _ => true), Note);
        yield return Of(Block, "us_pact_joint", "1 where the United States has defence pacts with both (or is one of the two and allied)", "0 or 1", sources, UsPacts, Note);
        ImmutableArray<string> arms = ["sipri-arms"];
        const string Windows = "one value for five years (1950-54 …); 1950 to 2024; a recipient without deliveries in the window is missing";
        yield return Of(Block, "arms_share_a_b", "share of the major arms that a received which came from b", "0 to 1", arms, r => Arms(r, ofA: true), Windows);
        yield return Of(Block, "arms_share_b_a", "share of b's that came from a", "0 to 1", arms, r => Arms(r, ofA: false), Windows);
    }

    private static IEnumerable<(PanelVariable, Func<PanelReader, float[]>)> Conflict()
    {
        const PanelBlock Block = PanelBlock.Security;
        foreach (var (coding, source, last) in new[] { ("gml", "gml-mid", 2010), ("cow", "cow-mid", 2014) })
        {
            ImmutableArray<string> sources = [source];
            var name = coding == "gml" ? "Gibler, Miller and Little" : "COW MID 5";
            var ends = $"ends in {last}";
            yield return Of(Block, $"{coding}_onsets", $"militarised disputes begun, joiners included ({name})", "count", sources, r => r.Disputes(coding, last, d => d.Onsets), ends);
            yield return Of(Block, $"{coding}_originated", "of which both were in it from the first day", "count", sources, r => r.Disputes(coding, last, d => d.Originated), ends);
            yield return Of(Block, $"{coding}_force", "of those, with force used", "count", sources, r => r.Disputes(coding, last, d => d.ForceUsed), ends);
            yield return Of(Block, $"{coding}_fatal", "of those, with a death", "count", sources, r => r.Disputes(coding, last, d => d.Fatal), ends);
            yield return Of(Block, $"{coding}_hostility", "highest level of the disputes begun: 0 none, 2 threat, 3 display, 4 force, 5 war", "0 to 5", sources, r => r.Disputes(coding, last, d => Math.Max(0, d.Hostility)), ends);
        }

        yield return Of(Block, "recent_disputes", "ln(1 + disputes of the two as originators, each worth .5^(years since / 5))", "log count", ["cow-mid"], RecentDisputes, "to 2014");
        yield return Of(Block, "war", "1 in a COW interstate war against each other", "0 or 1", ["cow-wars"], r => Wars(r, onsets: false), "1823 to 2007");
        yield return Of(Block, "war_onset", "1 in its first year", "0 or 1", ["cow-wars"], r => Wars(r, onsets: true), "1823 to 2007");
        yield return Of(Block, "armed_conflict", "armed conflict between the two governments: 0 none, 1 minor, 2 war", "0 to 2", ["ucdp"], ArmedConflict, "1946 to 2024");
        yield return Of(Block, "rivalry", "1 in a strategic rivalry (Thompson and Dreyer)", "0 or 1", ["td-rivalries"], Rivalry, "ends in 2010");
    }

    private static IEnumerable<(PanelVariable, Func<PanelReader, float[]>)> Power()
    {
        const PanelBlock Block = PanelBlock.Security;
        ImmutableArray<string> nmc = ["cow-nmc"];
        yield return Of(Block, "cinc_a", "composite index of national capability of a", "share of the world, 0 to 1", nmc, r => r.OfA(r.States.Cinc), "to 2022");
        yield return Of(Block, "cinc_b", "of b", "share of the world, 0 to 1", nmc, r => r.OfB(r.States.Cinc), "to 2022");
        yield return Of(Block, "capability_ratio", "ln(stronger / weaker)", "log ratio", nmc, r => r.Pairs(r.States.Cinc, static (a, b) => a > 0 && b > 0 ? Math.Abs(Math.Log(a / b)) : double.NaN), "to 2022");
        yield return Of(Block, "major_a", "1 where a is a major power (COW)", "0 or 1", ["cow-states"], r => r.OfA(StateYears.Major));
        yield return Of(Block, "major_b", "1 where b is", "0 or 1", ["cow-states"], r => r.OfB(StateYears.Major));
        ImmutableArray<string> nuclear = ["nuclear-status"];
        yield return Of(Block, "nuclear_a", "nuclear weapons of a: 0 none, 1 considers, 2 pursues, 3 has", "0 to 3", nuclear, r => r.OfA(r.States.Nuclear), "to 2022");
        yield return Of(Block, "nuclear_b", "of b", "0 to 3", nuclear, r => r.OfB(r.States.Nuclear), "to 2022");
    }

    private static IEnumerable<(PanelVariable, Func<PanelReader, float[]>)> Geography()
    {
        const PanelBlock Block = PanelBlock.Security;
        ImmutableArray<string> ties = ["cepii-geography"];
        yield return Of(Block, "contiguity", "0 none, 1 land border, 2 to 5 at most 12, 24, 150, 400 miles of water", "0 to 5", ["cow-contiguity"], r => r.Each(1816, 9999, (a, b, year) => r.World.Contiguity(a, b, year) ?? 0), "spells that stood in 2016 are taken to last");
        yield return Of(Block, "minimum_distance", "minimum distance between borders", "km", ["mindist"], r => r.Each(1991, 2019, (a, b, year) => r.World.DistanceKm(a, b, year) ?? double.NaN), "1991 to 2019");
        yield return Of(Block, "city_distance", "distance between main cities", "km", ties, r => Ties(r, tie => tie.Km), "does not change over time");
        yield return Of(Block, "common_language", "common languages by several definitions", "count, 0 to 4", ties, r => Ties(r, tie => tie.CommonLanguage), "does not change over time");
        yield return Of(Block, "colonial_tie", "1 where one was a colony of the other", "0 or 1", ties, r => Ties(r, tie => tie.Colonial ? 1 : 0), "does not change over time");
    }

    private static float[] Bound(PanelReader reader, Func<AllianceSpell, bool> has, Func<AllianceSpell, bool>? direction = null)
    {
        var column = reader.Until(FirstAtop + 1, LastAtop);
        foreach (var spell in reader.World.Alliances)
        {
            if (has(spell) && (direction is null || direction(spell))) reader.Set(column, spell.A, spell.B, spell.FromYear, spell.ToYear, 1);
        }

        return column;
    }

    private static float[] UsPacts(PanelReader reader)
    {
        var allies = new HashSet<(int State, int Year)>();
        foreach (var spell in reader.World.Alliances)
        {
            if (!spell.Defense || (spell.A != UnitedStates && spell.B != UnitedStates)) continue;
            for (var year = spell.FromYear; year <= spell.ToYear; year++) allies.Add((spell.A == UnitedStates ? spell.B : spell.A, year));
        }

        // After ATOP ends a state that is not in the supplement is not known to be unallied.
        double Has(int state, int year) => state == UnitedStates || allies.Contains((state, year)) ? 1 : year <= LastAtop ? 0 : double.NaN;
        return reader.Pairs(Has, static (a, b) => Math.Min(a, b));
    }

    private static float[] Arms(PanelReader reader, bool ofA)
    {
        const int Window = 5;
        var column = reader.Missing();
        foreach (var window in reader.World.ArmsShares.GroupBy(share => share.Window))
        {
            var recipients = window.Select(share => share.Recipient).ToHashSet();
            for (var year = window.Key; year < window.Key + Window; year++)
            {
                var (start, end) = reader.Frame.RowsOf(year);
                for (var row = start; row < end; row++)
                {
                    if (recipients.Contains(ofA ? reader.Frame.A[row] : reader.Frame.B[row])) column[row] = 0;
                }
            }

            foreach (var share in window)
            {
                if (ofA == (share.Recipient < share.Supplier)) reader.Set(column, share.Recipient, share.Supplier, window.Key, window.Key + Window - 1, (float)share.Share);
            }
        }

        return column;
    }

    private static float[] RecentDisputes(PanelReader reader)
    {
        const int Last = 2014;
        const double HalfLife = 5;
        var weights = new Dictionary<int, double>();
        foreach (var dispute in reader.World.DisputeYears("cow").Where(dispute => dispute.Originated > 0))
        {
            for (var year = Math.Max(dispute.Year, reader.Frame.FirstYear); year <= Math.Min(Math.Min(dispute.Year + 40, Last), reader.Frame.LastYear); year++)
            {
                if (reader.Frame.Row(dispute.A, dispute.B, year) is >= 0 and var row) weights[row] = weights.GetValueOrDefault(row) + (dispute.Originated * Math.Pow(.5, (year - dispute.Year) / HalfLife));
            }
        }

        var column = reader.Until(1816, Last);
        foreach (var (row, weight) in weights) column[row] = (float)Math.Log(1 + weight);
        return column;
    }

    private static float[] Wars(PanelReader reader, bool onsets)
    {
        var column = reader.Until(1823, 2007);
        foreach (var war in reader.World.Wars)
        {
            if (!onsets || war.Onset) reader.Set(column, war.A, war.B, war.Year, war.Year, 1);
        }

        return column;
    }

    private static float[] ArmedConflict(PanelReader reader)
    {
        var column = reader.Until(1946, 2024);
        foreach (var conflict in reader.World.InterstateConflicts) reader.Set(column, conflict.A, conflict.B, conflict.Year, conflict.Year, conflict.Intensity);
        return column;
    }

    private static float[] Rivalry(PanelReader reader)
    {
        const int Last = 2010;
        var column = reader.Until(1816, Last);
        foreach (var spell in reader.World.Rivalries) reader.Set(column, spell.A, spell.B, spell.FromYear, Math.Min(spell.ToYear, Last), 1);
        return column;
    }

    private static float[] Ties(PanelReader reader, Func<World.Trade.PairTies, double> value)
    {
        var column = reader.Missing();
        foreach (var tie in reader.World.PairTies) reader.Set(column, tie.A, tie.B, reader.Frame.FirstYear, reader.Frame.LastYear, (float)value(tie));
        return column;
    }
}
