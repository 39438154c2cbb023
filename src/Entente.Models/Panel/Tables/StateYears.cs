using Entente.World;
using Entente.World.Security;

namespace Entente.Models.Panel.Tables;

/// <summary>What is known of a state in a year, read once into dictionaries; a value that is not held is NaN.</summary>
internal sealed class StateYears
{
    private const int LastNuclear = 2022;

    private readonly WorldEdition _world;
    private readonly Dictionary<(int State, int Year), LeaderSpell> _leaders = [];
    private readonly Dictionary<(int State, int Year), (double Value, double Low, double High, int Votes)> _points = [];
    private readonly Dictionary<(int State, int Year), int> _nuclear = [];

    public StateYears(WorldEdition world)
    {
        _world = world;
        foreach (var spell in world.Leaders)
        {
            for (var year = spell.FromYear; year <= spell.ToYear; year++) _leaders[(spell.State, year)] = spell;
        }

        foreach (var point in world.IdealPoints) _points[(point.State, point.Year)] = (point.Value, point.Low, point.High, point.Votes);
        foreach (var spell in world.NuclearStatus)
        {
            for (var year = spell.FromYear; year <= spell.ToYear; year++) _nuclear[(spell.StateId, year)] = spell.Status;
        }
    }

    public double Indicator(string name, int state, int year) => _world.IndicatorNames.Contains(name) ? _world.Indicator(name, state, year) ?? double.NaN : double.NaN;

    public double Democracy(int state, int year) => Indicator("liberal_democracy", state, year);

    public double Cinc(int state, int year) => _world.Cinc(state, year) ?? double.NaN;

    public double Point(int state, int year) => _points.TryGetValue((state, year), out var point) ? point.Value : double.NaN;

    public double PointLow(int state, int year) => _points.TryGetValue((state, year), out var point) ? point.Low : double.NaN;

    public double PointHigh(int state, int year) => _points.TryGetValue((state, year), out var point) ? point.High : double.NaN;

    public double VotesCast(int state, int year) => _points.TryGetValue((state, year), out var point) ? point.Votes : double.NaN;

    /// <summary>1 where another leader is in office on the last day of the year than a year before.</summary>
    public double LeaderChange(int state, int year)
    {
        if (!_leaders.TryGetValue((state, year), out var now) || !_leaders.TryGetValue((state, year - 1), out var before)) return double.NaN;
        return now == before || (now.SinceYear == before.SinceYear && now.BirthYear == before.BirthYear) ? 0 : 1;
    }

    public double LeaderTenure(int state, int year) => _leaders.TryGetValue((state, year), out var leader) ? year - leader.SinceYear : double.NaN;

    public double LeaderAge(int state, int year) => _leaders.TryGetValue((state, year), out var leader) && leader.BirthYear is { } born ? year - born : double.NaN;

    public double Personalist(int state, int year) => _world.IsPersonalist(state, year) is { } is1 ? is1 ? 1 : 0 : double.NaN;

    public static double Major(int state, int year) => MajorPowers.IsMajor(state, year) ? 1 : 0;

    public double Nuclear(int state, int year) => year > LastNuclear ? double.NaN : _nuclear.GetValueOrDefault((state, year));

    public double LogIncome(int state, int year)
    {
        var (income, people) = (Indicator("gdp_current_usd", state, year), Indicator("population", state, year));
        return income > 0 && people > 0 ? Math.Log(income / people) : double.NaN;
    }
}
