using System.Collections.Immutable;
using System.Globalization;
using Entente.Numerics.Networks;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Coalitions.Balance;

/// <summary>
/// Signed networks of states: treaties make friends, disputes, rivalries and armed conflicts make foes, and votes do either where nothing else is known of a pair. Nothing is carried beyond the last year of a source.
/// </summary>
public static class SignedNetworks
{
    /// <summary>Makes the network of a year.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="year">Calendar year, from 1816 on.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">An option is out of range.</exception>
    /// <exception cref="NoAnswerException">No chosen source says anything of the year.</exception>
    public static StateNetwork Build(WorldEdition world, int year, SignedNetworkOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        options ??= new SignedNetworkOptions();
        if (options.Sources == BalanceSources.None) throw new InvalidInputException("A signed network needs a source; name alliances, disputes, rivalries, conflicts or votes.");
        if (options.Window is < 1 or > 100) throw new InvalidInputException($"A dispute cannot count for {options.Window} years; choose 1 to 100.");
        if (!(options.Tail is > 0 and <= .5)) throw new InvalidInputException("The share of pairs at either end must be above 0 and at most a half.");
        var evidence = new NetworkEvidence(world, year, options);
        var reach = ImmutableArray.CreateBuilder<SourceReach>();
        if (options.Sources.HasFlag(BalanceSources.Alliances)) reach.Add(evidence.Alliances());
        if (options.Sources.HasFlag(BalanceSources.Disputes)) reach.Add(evidence.Disputes());
        if (options.Sources.HasFlag(BalanceSources.Rivalries)) reach.Add(evidence.Rivalries());
        if (options.Sources.HasFlag(BalanceSources.Conflicts)) reach.Add(evidence.Conflicts());
        AgreementThresholds? thresholds = null;
        if (options.Sources.HasFlag(BalanceSources.Votes))
        {
            (var votes, thresholds) = evidence.Votes(cancellation);
            reach.Add(votes);
        }

        ImmutableArray<PairEvidence> pairs = [.. evidence.Pairs()];
        int[] ids = [.. pairs.Where(pair => pair.Sign != 0).SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Order()];
        if (ids.Length == 0) throw new NoAnswerException($"No pair of states has a sign in {year}: {string.Join("; ", reach.Select(one => one.Statement))}.");
        var place = ids.Select((id, number) => (id, number)).ToDictionary(pair => pair.id, pair => pair.number);
        var network = SignedNetwork.Of(ids.Length, pairs.Where(pair => pair.Sign != 0).Select(pair => new SignedEdge(place[pair.A], place[pair.B], pair.Sign)));
        var named = new NamedNetwork([.. ids.Select(id => new NetworkNode(world.States[id].Name, id))], network, Notes(reach, network, year));
        return new StateNetwork(year, options, named, pairs, reach.ToImmutable(), thresholds, evidence.Members.Count, Provenance(world, year, reach, named));
    }

    private static ImmutableArray<string> Notes(IReadOnlyCollection<SourceReach> reach, SignedNetwork network, int year)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var one in reach.Where(one => !one.IsWhole)) notes.Add($"{Capital(SourceNames.Of(one.Source))}: {one.Statement}.");
        if (network.Edges.All(edge => edge.Weight > 0)) notes.Add($"No foes are known in {year} by the sources chosen. That is not peace: sources of quarrels end (see what it rests on).");
        else if (network.Edges.All(edge => edge.Weight < 0)) notes.Add($"No friends are known in {year} by the sources chosen.");
        return notes.ToImmutable();
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static Provenance Provenance(WorldEdition world, int year, IEnumerable<SourceReach> reach, NamedNetwork named)
    {
        var keys = new List<string> { "cow-states" };
        foreach (var one in reach)
        {
            keys.AddRange(one.Source switch
            {
                BalanceSources.Alliances => ["atop", "alliance-supplement"],
                BalanceSources.Disputes => ["cow-mid"],
                BalanceSources.Rivalries => ["td-rivalries"],
                BalanceSources.Conflicts => year <= NetworkEvidence.LastWar + 20 ? ["ucdp", "cow-wars"] : ["ucdp"],
                _ => ["unga-votes"],
            });
        }

        var held = string.Create(CultureInfo.InvariantCulture, $"{named.Network.Edges.Length} pairs of {named.Nodes.Length} states: {string.Join("; ", reach.Select(one => $"{SourceNames.Of(one.Source)} {one.Friends + one.Foes} pairs, {one.Statement}"))}");
        return new Provenance([.. keys.Where(key => world.Catalog.Sources.Any(source => source.Key == key))], $"signed network of {year}", Coverage.Of(held));
    }
}

/// <summary>Sources by the words that a user names them with.</summary>
public static class SourceNames
{
    private static readonly ImmutableArray<(string Name, BalanceSources Source)> All =
    [
        ("alliances", BalanceSources.Alliances), ("disputes", BalanceSources.Disputes), ("rivalries", BalanceSources.Rivalries), ("conflicts", BalanceSources.Conflicts), ("votes", BalanceSources.Votes),
    ];

    /// <summary>The name of one source, or of several with commas.</summary>
    public static string Of(BalanceSources sources) => string.Join(", ", All.Where(one => sources.HasFlag(one.Source)).Select(one => one.Name));

    /// <summary>Reads a list with commas.</summary>
    /// <exception cref="InvalidInputException">A name is unknown, or there is none.</exception>
    public static BalanceSources Parse(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var sources = BalanceSources.None;
        foreach (var part in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var found = All.FirstOrDefault(one => one.Name.Equals(part, StringComparison.OrdinalIgnoreCase)).Source;
            if (found == BalanceSources.None) throw new InvalidInputException($"--on knows no '{part}'; it takes {string.Join(", ", All.Select(one => one.Name))}, with commas between them.");
            sources |= found;
        }

        return sources == BalanceSources.None ? throw new InvalidInputException("--on names no source; write for example --on alliances,disputes.") : sources;
    }
}
