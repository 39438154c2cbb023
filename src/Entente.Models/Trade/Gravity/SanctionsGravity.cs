using System.Collections.Immutable;
using Entente.Numerics.Regression;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Figures;

namespace Entente.Models.Trade.Gravity;

/// <summary>
/// What became of a state's trade with groups of partners, year by year: three-way PPML (exporter-year, importer-year and pair effects; Yotov, Piermartini, Monteiro and Larch 2016, ch. 1)
/// with a coefficient for every group, direction and year. The effects take up all that happens to the state's trade as a whole and to each partner's; what is left is the shift towards or
/// away from the group against all other partners. It is sanctions, boycott, war and financing together.
/// </summary>
public static class SanctionsGravity
{
    /// <summary>Runs the event study.</summary>
    /// <param name="world">The world.</param>
    /// <param name="state">Id of the state in question.</param>
    /// <param name="groups">Groups of partners; a state in two belongs to the first.</param>
    /// <param name="since">First year.</param>
    /// <param name="reference">The year at zero, such as the last before sanctions.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidInputException">A year is not held, or a group is empty.</exception>
    /// <exception cref="NoAnswerException">The regression cannot be estimated.</exception>
    public static SanctionsStudy Estimate(WorldEdition world, int state, ImmutableArray<PartnerGroup> groups, int since, int reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.TradeYears.Contains(reference) || reference < since) throw new InvalidInputException($"The reference year {reference} must be a year of trade from {since} on; held are {world.TradeYears[0]} to {world.TradeYears[^1]}.");
        return Estimate(world, GravityPanel.Build(world, since, world.TradeYears[^1]), state, groups, reference, cancellationToken);
    }

    /// <summary>Runs the event study on a panel. Where sales at home are in it, a border effect by year is among the regressors, so that the fall of all foreign trade is not taken for one of the groups'.</summary>
    /// <param name="world">The world.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="state">Id of the state in question.</param>
    /// <param name="groups">Groups of partners; a state in two belongs to the first.</param>
    /// <param name="reference">The year at zero.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidInputException">The year is not in the panel, or a group is empty.</exception>
    /// <exception cref="NoAnswerException">The regression cannot be estimated.</exception>
    public static SanctionsStudy Estimate(WorldEdition world, GravityPanel panel, int state, ImmutableArray<PartnerGroup> groups, int reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(panel);
        var name = world.States[state].Name;
        if (!panel.Years.Contains(reference)) throw new InvalidInputException($"The reference year {reference} must be one of {string.Join(", ", panel.Years)}.");
        var groupOf = GroupOf(groups, state, name);
        var (regressors, cells) = Dummies(panel, state, groups, groupOf, reference);
        var data = new RegressionData(
            "trade", panel.Value, [.. regressors, .. Borders(panel, reference)],
            [new("exporter-year", panel.ExporterYear()), new("importer-year", panel.ImporterYear()), new("pair", panel.Pair())]);
        var estimate = Run(data, panel, name, cancellationToken);
        var paths = ImmutableArray.CreateBuilder<SanctionsPath>();
        for (var g = 0; g < groups.Length; g++)
        {
            paths.Add(Path(estimate, panel, groups[g], g, true, cells, reference));
            paths.Add(Path(estimate, panel, groups[g], g, false, cells, reference));
        }

        return new SanctionsStudy(name, state, reference, paths.ToImmutable(), estimate, new Provenance(
            panel.Sources, $"three-way PPML of goods trade, shifts of {name}'s trade by group and year against {reference}", panel.Coverage()));
    }

    /// <summary>The groups that belong to the sanctions of 2022: the European Union of 28, the other members of the coalition, China, and the successor states around Russia.</summary>
    /// <param name="world">The world.</param>
    /// <param name="state">Id of the state in question.</param>
    public static ImmutableArray<PartnerGroup> DefaultGroups(WorldEdition world, int state)
    {
        ArgumentNullException.ThrowIfNull(world);
        var year = world.TradeYears[^1];
        PartnerGroup? Group(string text, string name)
        {
            try
            {
                var members = PartyResolver.Resolve(text, year, world.States, world.Blocs).Members.Remove(state);
                return members.IsEmpty ? null : new PartnerGroup(text, name, members);
            }
            catch (InvalidInputException)
            {
                return null;
            }
        }

        return
        [
            .. new[] { Group("EU28", "EU and United Kingdom"), Group("Sanctions2022", "others that sanction since 2022"), Group("CHN", "China"), Group("CIS", "CIS") }
                .Where(group => group is not null && !group.Members.Contains(state)).Select(group => group!),
        ];
    }

    private static Dictionary<int, int> GroupOf(ImmutableArray<PartnerGroup> groups, int state, string name)
    {
        var groupOf = new Dictionary<int, int>();
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var member in groups[g].Members)
            {
                if (member != state) groupOf.TryAdd(member, g);
            }

            if (!groupOf.ContainsValue(g)) throw new InvalidInputException($"The group {groups[g].Key} has no member that is not {name} or in an earlier group; leave it out or reorder the groups.");
        }

        return groupOf;
    }

    private readonly record struct Cell(int Group, bool Exports, int Year);

    private static (ImmutableArray<Regressor> Regressors, Dictionary<Cell, (int Held, int Missing)> Cells) Dummies(
        GravityPanel panel, int state, ImmutableArray<PartnerGroup> groups, Dictionary<int, int> groupOf, int reference)
    {
        var cells = new Dictionary<Cell, (int Held, int Missing)>();
        var rows = new Dictionary<Cell, List<int>>();
        for (var row = 0; row < panel.Rows; row++)
        {
            var exports = panel.Exporter[row] == state;
            if ((!exports && panel.Importer[row] != state) || panel.Exporter[row] == panel.Importer[row]) continue;
            if (!groupOf.TryGetValue(exports ? panel.Importer[row] : panel.Exporter[row], out var group)) continue;
            var cell = new Cell(group, exports, panel.Year[row]);
            var (held, missing) = cells.GetValueOrDefault(cell);
            var isMissing = double.IsNaN(panel.Value[row]);
            cells[cell] = (held + (isMissing ? 0 : 1), missing + (isMissing ? 1 : 0));
            if (!rows.TryGetValue(cell, out var list)) rows.Add(cell, list = []);
            list.Add(row);
        }

        var regressors = ImmutableArray.CreateBuilder<Regressor>();
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var exports in (ReadOnlySpan<bool>)[true, false])
            {
                foreach (var year in panel.Years)
                {
                    if (year == reference || !rows.TryGetValue(new Cell(g, exports, year), out var on)) continue;
                    var values = new double[panel.Rows];
                    foreach (var row in on) values[row] = 1;
                    regressors.Add(new Regressor(Name(groups[g], exports, year), values));
                }
            }
        }

        return (regressors.ToImmutable(), cells);
    }

    private static IEnumerable<Regressor> Borders(GravityPanel panel, int reference)
    {
        if (!panel.HasDomestic) yield break;
        foreach (var year in panel.Years)
        {
            if (year != reference) yield return new Regressor(FormattableString.Invariant($"border {year}"), panel.Year.Select((of, row) => of == year && panel.Exporter[row] != panel.Importer[row] ? 1.0 : 0).ToArray());
        }
    }

    private static string Name(PartnerGroup group, bool exports, int year) => FormattableString.Invariant($"{(exports ? "to" : "from")} {group.Key} {year}");

    private static RegressionEstimate Run(RegressionData data, GravityPanel panel, string name, CancellationToken cancellationToken)
    {
        var pairs = new ClusterDimension("pair", data.Effects[2].Levels);
        try
        {
            return RegressionModel.Estimate(data, RegressionFamily.Poisson, new RegressionOptions
            {
                SmallSample = SmallSample.Ppmlhdfe,
                Covariances = [CovarianceKind.Clustered(pairs), CovarianceKind.Dyadic(panel.Exporter, panel.Importer)],
                KeepFitted = false,
                CancellationToken = cancellationToken,
            });
        }
        catch (EstimationException problem)
        {
            throw new NoAnswerException($"The trade of {name} cannot be estimated by group and year: {problem.Message}", problem);
        }
    }

    private static SanctionsPath Path(RegressionEstimate estimate, GravityPanel panel, PartnerGroup group, int g, bool exports, Dictionary<Cell, (int Held, int Missing)> cells, int reference)
    {
        var years = ImmutableArray.CreateBuilder<YearEffect>();
        var before = new List<int>();
        foreach (var year in panel.Years)
        {
            var (held, missing) = cells.GetValueOrDefault(new Cell(g, exports, year));
            var at = estimate.Names.IndexOf(Name(group, exports, year));
            if (at >= 0 && year < reference) before.Add(at);
            years.Add(year == reference ? new YearEffect(year, 0, 0, 0, held, missing)
                : at < 0 ? new YearEffect(year, double.NaN, double.NaN, double.NaN, held, missing)
                : new YearEffect(year, estimate.Coefficients[at], estimate.Covariances[0].StandardErrors[at], estimate.Covariances[1].StandardErrors[at], held, missing));
        }

        return new SanctionsPath(
            group, exports, years.ToImmutable(), before.Count == 0 ? double.NaN : before.Average(at => estimate.Coefficients[at]), before.Count == 0 ? double.NaN : WaldTest.PValue(estimate, before));
    }
}
