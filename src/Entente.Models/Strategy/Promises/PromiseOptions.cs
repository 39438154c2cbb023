using System.Collections.Immutable;
using Entente.World.Security;

namespace Entente.Models.Strategy.Promises;

/// <summary>How a promise is estimated. Every number here is a stated judgement; none is measured.</summary>
public sealed record PromiseOptions
{
    /// <summary>Years before the year of the question over which the promiser's own changes of leader are counted.</summary>
    public int OwnYears { get; init; } = 40;

    /// <summary>Years over which changes of leader of states of the same regime type are pooled.</summary>
    public int PoolYears { get; init; } = 50;

    /// <summary>Years after a change of leader or party in which a reversal counts as following it.</summary>
    public double WindowYears { get; init; } = 4;

    /// <summary>Index of liberal democracy (V-Dem) from which a state counts as a democracy.</summary>
    public double DemocracyFrom { get; init; } = .4;

    /// <summary>How much a coded promise counts beside the prior, 0 to 1: the list is selected and one event may stand in several rows.</summary>
    public double RecordWeight { get; init; } = .5;

    /// <summary>Share of ended alliance obligations taken for reversals; the others ran out, were replaced or ended by the other side.</summary>
    public double ReversedShare { get; init; } = .4;

    /// <summary>How many events the prior of each reversal rate is worth.</summary>
    public double PriorEvents { get; init; } = .5;

    /// <summary>First years of a promise for which its record is read: promises that have stood for long are the survivors, and say little of a new one.</summary>
    public int FirstYears { get; init; } = 15;

    /// <summary>Forms of promise that the record is read for; empty for all.</summary>
    public ImmutableArray<PromiseKind> Kinds { get; init; } = [];

    /// <summary>Yearly discount factor of the target for the worth of the promise.</summary>
    public double Discount { get; init; } = .95;

    /// <summary>Draws.</summary>
    public int Draws { get; init; } = 2000;

    /// <summary>Seed of the draws.</summary>
    public ulong Seed { get; init; } = 1;

    internal bool Reads(PromiseKind kind) => Kinds.IsDefaultOrEmpty || Kinds.Contains(kind);

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(OwnYears, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PoolYears, 5);
        ArgumentOutOfRangeException.ThrowIfLessThan(FirstYears, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Draws, 10);
        Within(WindowYears, .25, 20, nameof(WindowYears));
        Within(DemocracyFrom, 0, 1, nameof(DemocracyFrom));
        Within(RecordWeight, 0, 1, nameof(RecordWeight));
        Within(ReversedShare, .01, 1, nameof(ReversedShare));
        Within(PriorEvents, .1, 100, nameof(PriorEvents));
        Within(Discount, 0, .9999, nameof(Discount));

        static void Within(double value, double low, double high, string name)
        {
            if (!(value >= low && value <= high)) throw new ArgumentOutOfRangeException(name, value, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} must lie between {low} and {high}."));
        }
    }
}
