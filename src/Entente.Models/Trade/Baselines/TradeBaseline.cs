using System.Collections.Immutable;

namespace Entente.Models.Trade;

/// <summary>An economy of a baseline: one state, or several taken together.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Members">State ids.</param>
public sealed record BaselineEconomy(string Name, ImmutableArray<int> Members);

/// <summary>The world economy that a counterfactual starts from: trade of every pair including domestic sales.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Economies">n economies; the last is the rest of the world.</param>
/// <param name="Flows">n × n, exporter by importer, million US$; the diagonal holds domestic sales.</param>
/// <param name="IsEstimated">Whether domestic sales or flows are partly estimated.</param>
/// <param name="Method">How it was made, in one sentence.</param>
/// <param name="Sources">Keys of the catalog.</param>
public sealed record TradeBaseline(
    int Year, ImmutableArray<BaselineEconomy> Economies, double[] Flows, bool IsEstimated, string Method, ImmutableArray<string> Sources)
{
    /// <summary>Number of economies.</summary>
    public int Count => Economies.Length;

    /// <summary>Index of the economy that holds the state; −1 where none does by name (it is then part of the rest of the world).</summary>
    public int IndexOf(int stateId)
    {
        for (var i = 0; i < Economies.Length; i++)
        {
            if (Economies[i].Members.Contains(stateId)) return i;
        }

        return -1;
    }

    /// <summary>Whether the state is an economy of its own.</summary>
    public bool Holds(int stateId)
    {
        var index = IndexOf(stateId);
        return index >= 0 && Economies[index].Members.Length == 1;
    }
}
