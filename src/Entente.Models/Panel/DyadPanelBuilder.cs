using System.Collections.Immutable;
using Entente.World;
using Entente.World.Security;
using Entente.World.States;

namespace Entente.Models.Panel;

/// <summary>Builds the panel of pairs and years from an edition.</summary>
public static class DyadPanelBuilder
{
    private const int FirstDisputeYear = 1816;

    /// <summary>Builds all undirected pairs of members of the state system in every year in which both are members on some day.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="options">Years, pairs, coding, covariates; null for the defaults.</param>
    /// <exception cref="InvalidInputException">The years are empty or begin before 1816.</exception>
    public static DyadPanel Build(WorldEdition world, DyadPanelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        options ??= new DyadPanelOptions();
        if (options.From < FirstDisputeYear || options.To < options.From) throw new InvalidInputException($"A panel from {options.From} to {options.To} has no years with data; choose years from {FirstDisputeYear} on, the first not after the last.");
        var members = world.States.All.Where(state => state.Kind == StateKind.Member && !state.Existence.IsEmpty && state.Id > 0).OrderBy(state => state.Id).ToArray();
        var history = History(world, options.Coding);
        var reader = new CovariateReader(world);
        var (a, b, year, peace, onsets, starts) = (new List<int>(), new List<int>(), new List<int>(), new List<double>(), new List<DisputeYear>(), ImmutableArray.CreateBuilder<int>());
        for (var i = 0; i < members.Length; i++)
        {
            for (var j = i + 1; j < members.Length; j++)
            {
                var (first, second) = (members[i], members[j]);
                var record = history.GetValueOrDefault((first.Id, second.Id)) ?? [];
                var began = year.Count;
                for (var y = options.From; y <= options.To; y++)
                {
                    if (!first.ExistsIn(y) || !second.ExistsIn(y)) continue;
                    if (options.RelevantOnly && !IsRelevant(world, first.Id, second.Id, y)) continue;
                    a.Add(first.Id);
                    b.Add(second.Id);
                    year.Add(y);
                    peace.Add(PeaceBefore(record, first, second, y));
                    onsets.Add(record.FirstOrDefault(dispute => dispute.Year == y));
                }

                if (year.Count > began) starts.Add(began);
            }
        }

        starts.Add(year.Count);
        var (ids1, ids2, years) = (a.ToArray(), b.ToArray(), year.ToArray());
        var columns = options.Covariates.ToImmutableDictionary(covariate => covariate, covariate =>
        {
            var column = new double[years.Length];
            for (var row = 0; row < column.Length; row++) column[row] = reader.Read(covariate, ids1[row], ids2[row], years[row], carry: false).Value;
            return column;
        });
        return new DyadPanel(options, new PanelColumns(ids1, ids2, years, [.. peace], columns, [.. onsets], starts.ToImmutable()));
    }

    /// <summary>Whether a pair is politically relevant in a year.</summary>
    internal static bool IsRelevant(WorldEdition world, int a, int b, int year) =>
        MajorPowers.IsMajor(a, year) || MajorPowers.IsMajor(b, year) || world.Contiguity(a, b, year) is not null;

    /// <summary>The disputes of each pair, by year.</summary>
    internal static Dictionary<(int A, int B), DisputeYear[]> History(WorldEdition world, string coding) =>
        world.DisputeYears(coding).GroupBy(dispute => (dispute.A, dispute.B)).ToDictionary(group => group.Key, group => group.OrderBy(dispute => dispute.Year).ToArray());

    /// <summary>Years without a new dispute before a year: 0 where one began the year before.</summary>
    internal static double PeaceBefore(DisputeYear[] record, State first, State second, int year)
    {
        var since = Math.Max(Entry(first, year), Entry(second, year)) - 1;
        foreach (var dispute in record)
        {
            if (dispute.Year < year && dispute.Originated > 0) since = Math.Max(since, dispute.Year);
        }

        return Math.Max(0, year - 1 - Math.Max(since, FirstDisputeYear - 1));
    }

    private static int Entry(State state, int year)
    {
        var entry = FirstDisputeYear;
        foreach (var period in state.Existence)
        {
            if (period.From.Year <= year) entry = Math.Max(entry, period.From.Year);
        }

        return entry;
    }
}
