using Entente.Models.Panel.Tables;
using Entente.World;
using Entente.World.Security;

namespace Entente.Models.Coalitions.Balance;

/// <summary>Gathers what each source says of the pairs of a year.</summary>
internal sealed class NetworkEvidence
{
    public const int LastWar = 2007;
    private const int First = 1816;
    private const int LastTreaty = 2018;
    private const int LastSupplement = 2025;
    private const int LastDispute = 2014;
    private const int LastRivalry = 2010;
    private const int FirstConflict = 1946;
    private const int LastConflict = 2024;
    private const int FirstWar = 1823;
    private readonly WorldEdition _world;
    private readonly int _year;
    private readonly SignedNetworkOptions _options;
    private readonly SortedDictionary<(int A, int B), (BalanceSources Friends, BalanceSources Foes)> _known = [];

    public NetworkEvidence(WorldEdition world, int year, SignedNetworkOptions options)
    {
        (_world, _year, _options) = (world, year, options);
        if (year is < First or > 2100) throw new InvalidInputException($"A network of {year}: the state system is held from {First}; choose a year from there to now.");
        Members = [.. DyadYearFrame.MembersOf(world, year)];
    }

    /// <summary>Members of the state system in the year.</summary>
    public HashSet<int> Members { get; }

    private int Since => _year - _options.Window + 1;

    public SourceReach Alliances()
    {
        var pairs = new HashSet<(int, int)>();
        foreach (var spell in _world.Alliances)
        {
            if (spell.FromYear <= _year && spell.ToYear >= _year && (_options.AnyTreaty || spell.Defense)) Add(pairs, spell.A, spell.B, BalanceSources.Alliances, friends: true);
        }

        var held = _year <= LastTreaty ? "ATOP holds the year" : _year <= LastSupplement
            ? $"ATOP ends in {LastTreaty}; {_year} rests on the supplement, which names treaties of some states only, so that other pairs are not known to be without one"
            : $"ATOP ends in {LastTreaty} and its supplement in {LastSupplement}";
        return new SourceReach(BalanceSources.Alliances, pairs.Count, 0, _year <= LastTreaty, held);
    }

    public SourceReach Disputes()
    {
        var pairs = new HashSet<(int, int)>();
        foreach (var dispute in _world.DisputeYears("cow"))
        {
            if (dispute.Originated > 0 && dispute.Year >= Since && dispute.Year <= Math.Min(_year, LastDispute)) Add(pairs, dispute.A, dispute.B, BalanceSources.Disputes, friends: false);
        }

        return new SourceReach(BalanceSources.Disputes, 0, pairs.Count, _year <= LastDispute && Since >= First, Held("disputes", First, LastDispute));
    }

    public SourceReach Rivalries()
    {
        var pairs = new HashSet<(int, int)>();
        foreach (var spell in _world.Rivalries)
        {
            if (_year <= LastRivalry && spell.FromYear <= _year && spell.ToYear >= _year) Add(pairs, spell.A, spell.B, BalanceSources.Rivalries, friends: false);
        }

        return new SourceReach(BalanceSources.Rivalries, 0, pairs.Count, _year <= LastRivalry, _year <= LastRivalry ? "the source holds the year" : $"the source ends in {LastRivalry} and says nothing of {_year}");
    }

    public SourceReach Conflicts()
    {
        var pairs = new HashSet<(int, int)>();
        foreach (var conflict in _world.InterstateConflicts)
        {
            if (conflict.Year >= Math.Max(Since, FirstConflict) && conflict.Year <= Math.Min(_year, LastConflict)) Add(pairs, conflict.A, conflict.B, BalanceSources.Conflicts, friends: false);
        }

        foreach (WarYear war in _world.Wars)
        {
            if (war.Year >= Since && war.Year <= Math.Min(_year, LastWar)) Add(pairs, war.A, war.B, BalanceSources.Conflicts, friends: false);
        }

        var held = _year < FirstConflict ? Held("wars", FirstWar, LastWar) : Held("armed conflicts", _options.Window > 1 ? FirstWar : FirstConflict, LastConflict);
        return new SourceReach(BalanceSources.Conflicts, 0, pairs.Count, _year <= LastConflict && Since >= FirstWar, held);
    }

    public (SourceReach Reach, AgreementThresholds Thresholds) Votes(CancellationToken cancellation)
    {
        var table = DyadYearPanel.Build(_world, _year, _year, ["vote_agreement_contested", "common_votes"], cancellation);
        var agreement = table.Column("vote_agreement_contested");
        var common = table.Column("common_votes");
        var (a, b) = (table.Keys[1].Cells, table.Keys[2].Cells);
        var (held, any) = (new List<double>(), false);
        for (var row = 0; row < table.Rows; row++)
        {
            any |= common[row] > 0;
            if (IsTold(agreement[row], common[row])) held.Add(agreement[row]);
        }

        var thresholds = AgreementCuts.Measure(held, _options.Cut, _options.Tail);
        var (friends, foes) = (new HashSet<(int, int)>(), new HashSet<(int, int)>());
        for (var row = 0; row < table.Rows; row++)
        {
            if (!IsTold(agreement[row], common[row])) continue;
            if (agreement[row] >= thresholds.High) Add(friends, a[row], b[row], BalanceSources.Votes, friends: true);
            else if (agreement[row] <= thresholds.Low) Add(foes, a[row], b[row], BalanceSources.Votes, friends: false);
        }

        var says = held.Count > 0 ? $"{held.Count:N0} pairs share {_options.LeastVotes} votes or more" : any ? $"no pair shares {_options.LeastVotes} votes in {_year}, and fewer say too little" : $"no recorded votes are held in {_year}";
        return (new SourceReach(BalanceSources.Votes, friends.Count, foes.Count, held.Count > 0 && !double.IsNaN(thresholds.Low), says), thresholds);
    }

    /// <summary>Every pair of which anything is known, with its sign.</summary>
    public IEnumerable<PairEvidence> Pairs() => _known.Select(one => new PairEvidence(one.Key.A, one.Key.B, Sign(one.Value.Friends, one.Value.Foes, _options.Contradictions), one.Value.Friends, one.Value.Foes));

    /// <summary>The sign of a pair: votes decide only where nothing else is known, and a rule settles contradictions of the rest.</summary>
    public static int Sign(BalanceSources friends, BalanceSources foes, ContradictionRule rule)
    {
        var (bound, hostile) = ((friends & ~BalanceSources.Votes) != BalanceSources.None, (foes & ~BalanceSources.Votes) != BalanceSources.None);
        if (bound && hostile) return rule switch { ContradictionRule.Foes => -1, ContradictionRule.Friends => 1, _ => 0 };
        if (bound || hostile) return bound ? 1 : -1;
        return friends != BalanceSources.None ? 1 : foes != BalanceSources.None ? -1 : 0;
    }

    private bool IsTold(float agreement, float common) => !float.IsNaN(agreement) && common >= _options.LeastVotes;

    private string Held(string what, int first, int last)
    {
        if (Since > last) return $"{what} end in {last}, and {_options.Window} years back from {_year} none is held";
        var (from, to) = (Math.Max(Since, first), Math.Min(_year, last));
        var years = from == to ? $"{from}" : $"{from}-{to}";
        return to < _year ? $"{what} of {years} count; {to + 1}{(to + 1 == _year ? string.Empty : $"-{_year}")} is not held" : $"{what} of {years} count";
    }

    private void Add(HashSet<(int, int)> pairs, int a, int b, BalanceSources source, bool friends)
    {
        if (a == b || !Members.Contains(a) || !Members.Contains(b)) return;
        var key = a < b ? (a, b) : (b, a);
        pairs.Add(key);
        var (one, other) = _known.GetValueOrDefault(key);
        _known[key] = friends ? (one | source, other) : (one, other | source);
    }
}
